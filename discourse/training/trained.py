"""What training gives: the weights, and how well they do on texts that they were not learned from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from discourse.annotations.statements.tagging import StatementWeights

RESAMPLES = 1_000
LEVEL = 0.95
FEW_TEXTS = 200
"""About 100 marked texts gained nothing over the rules, about 200 did (`benchmarks/attribution.md`)."""


class Counts(NamedTuple):
    """How many statements of a text are right, how many were found and how many are marked."""

    right: int
    found: int
    marked: int


@dataclass(frozen=True, repr=False)
class TrainedStatements:
    """The weights that `train_statements` learned, where they are, and how well they do.

    `scores` has a row for the rules alone, one for rules and weights, and one for the difference, all on held-out
    texts: `precision`, `recall` and `f1` as shares, `low` and `high` (the 95 % interval of `f1`, texts resampled),
    `n_found`, `n_marked` and `n_texts`. Give `path` or `weights` to `annotate(..., statements=...)`.

    Examples
    --------
    >>> nothing = StatementWeights({}, [[0] * 7] * 7, [0.0] * 7, {"texts": 300, "statements": 5000})
    >>> TrainedStatements(Path("w.json"), nothing, pd.DataFrame({"f1": [0.8, 0.9]}, ["rules", "learned"]))
    StatementWeights: 0 features from 300 texts with 5,000 statements, in w.json. Scores on texts held out:
              f1
    rules    0.8
    learned  0.9
    """

    path: Path
    weights: StatementWeights
    scores: pd.DataFrame

    def __repr__(self) -> str:
        """Say what was learned from and, per line, how well it does."""
        return f"{self._told()}\n{self.scores.round(3).to_string()}"

    def _repr_html_(self) -> str:
        return f"<p>{self._told()}</p>{self.scores.round(3).to_html()}"

    def _told(self) -> str:
        n_texts = int(self.weights.about["texts"])
        few = f" Fewer than {FEW_TEXTS} texts: do not expect a gain." if n_texts < FEW_TEXTS else ""
        return f"{self.weights!r}, in {self.path.name}. Scores on texts held out:{few}"


def scores_of(counts: Mapping[str, Sequence[Counts]], *, seed: int = 0) -> pd.DataFrame:
    """Give the table of scores from the counts per text, by rules and by what was learned.

    Examples
    --------
    >>> scores_of({"rules": [Counts(1, 2, 2)], "learned": [Counts(2, 2, 2)]})["f1"].tolist()
    [0.5, 1.0, 0.5]
    """
    tables = {name: np.array(of, dtype=float) for name, of in counts.items()}
    n_texts = len(next(iter(tables.values())))
    drawn = np.random.default_rng(seed).integers(n_texts, size=(RESAMPLES, n_texts))
    resampled = {name: _shares(table[drawn].sum(axis=1)) for name, table in tables.items()}
    shares = {name: _shares(table.sum(axis=0)) for name, table in tables.items()}
    shares["difference"] = shares["learned"] - shares["rules"]
    resampled["difference"] = resampled["learned"] - resampled["rules"]
    edges = [(1 - LEVEL) / 2, (1 + LEVEL) / 2]
    rows = {}
    for name, (precision, recall, f1) in shares.items():
        low, high = np.quantile(resampled[name][:, 2], edges)
        rows[name] = {"precision": precision, "recall": recall, "f1": f1, "low": low, "high": high}
    found = {name: int(table[:, 1].sum()) for name, table in tables.items()}
    marked = int(tables["rules"][:, 2].sum())
    table = pd.DataFrame.from_dict(rows, orient="index")
    numbers = {"n_found": [found.get(name) for name in table.index], "n_marked": marked, "n_texts": n_texts}
    return table.assign(**numbers).astype({"n_found": "Int64"})


def _shares(counts: np.ndarray) -> np.ndarray:
    """Precision, recall and F1 from right, found and marked (in the last axis)."""
    right, found, marked = np.moveaxis(counts, -1, 0)
    parts = (
        right / np.maximum(found, 1),
        right / np.maximum(marked, 1),
        2 * right / np.maximum(found + marked, 1),
    )
    return np.stack(parts, axis=-1)
