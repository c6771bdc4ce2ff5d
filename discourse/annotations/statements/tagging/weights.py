"""What was learned from marked texts: weights of features, as a JSON file that can be read and compared."""

import hashlib
import json
import math
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np

from discourse.annotations.statements.tagging.labels import LABELS
from discourse.annotations.statements.tagging.layout import COLUMNS, Layout, Vocabulary
from discourse.annotations.statements.tagging.proposing import EVIDENCE
from discourse.annotations.statements.tagging.templates import REACH, Template, template_of, written
from discourse.errors import ReadError

FORMAT = "discourse statement weights, version 1"
HUNDREDTHS = 100
"""Weights are kept as whole hundredths."""

Features = Mapping[str, Mapping[str, Sequence[int]]]


@dataclass(frozen=True)
class StatementWeights:
    """Weights that mend what the rules find: `train_statements` makes them.

    `features` leads from a template (such as `own word-1`) and the texts that its columns hold to a weight
    for each label, in hundredths; `transitions` are the weights of a label (column) behind another (row);
    `confidence` the weights of what tells right statements from wrong ones. `about` says what they were
    learned from.
    """

    features: Features
    transitions: Sequence[Sequence[int]]
    confidence: Sequence[float]
    about: Mapping[str, int]

    def __repr__(self) -> str:
        """Say how many features there are and what they come from."""
        return (
            f"StatementWeights: {self.n_features:,} features from {self.about.get('texts', 0):,} texts with "
            f"{self.about.get('statements', 0):,} statements"
        )

    @property
    def n_features(self) -> int:
        """How many features have a weight."""
        return sum(map(len, self.features.values()))

    @cached_property
    def fingerprint(self) -> str:
        """The SHA-256 of all that makes a difference to what is found."""
        told = json.dumps([self.features, self.transitions, self.confidence], sort_keys=True)
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The texts of the columns that some feature knows."""
        vocabulary = Vocabulary()
        for name, known in self.features.items():
            columns = [column for column, _ in template_of(name)]
            told = zip(*(texts.split(" ") for texts in known), strict=True)
            for column, texts in zip(columns, told, strict=False):
                vocabulary.of(column, texts)
        vocabulary.grows = False
        return vocabulary

    @cached_property
    def steps(self) -> np.ndarray:
        """The transitions as numbers to add."""
        return np.array(self.transitions, dtype=float) / HUNDREDTHS

    def scores(self, layout: Layout) -> np.ndarray:
        """Give what speaks for each label at each token: the sum of the weights of its features."""
        scores = np.zeros((len(layout.at), len(LABELS)))
        for template, keys, weights in self._tables:
            wanted = layout.keys(template, self._sizes)
            places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
            scores += np.where((keys[places] == wanted)[:, None], weights[places], 0.0)
        return scores

    @cached_property
    def _sizes(self) -> dict[str, int]:
        return {column: len(texts) + 1 for column, texts in self.vocabulary.numbers.items()}

    @cached_property
    def _tables(self) -> list[tuple[Template, np.ndarray, np.ndarray]]:
        """For each template the keys of its features in order, and their weights."""
        tables = []
        for name, known in self.features.items():
            template = template_of(name)
            keys = np.zeros(len(known), dtype=np.int64)
            told = zip(*(texts.split(" ") for texts in known), strict=True)
            for (column, _), texts in zip(template, told, strict=True):
                keys = keys * self._sizes[column] + self.vocabulary.of(column, texts)
            order = np.argsort(keys)
            weights = np.array(list(known.values()), dtype=float) / HUNDREDTHS
            tables.append((template, keys[order], weights[order]))
        return tables

    def __reduce__(self):
        """Travel to other processes as a few hundred kilobytes, which each of them unpacks once."""
        return _unpacked, (self._packed,)

    @cached_property
    def _packed(self) -> bytes:
        told = json.dumps([self.features, self.transitions, self.confidence, self.about])
        return zlib.compress(told.encode("ascii"))

    def write(self, path: str | Path) -> Path:
        """Write the weights as a JSON file, one template a line."""
        path = Path(path)
        head = {"format": FORMAT, **self.about, "labels": LABELS}
        head |= {"transitions": self.transitions, "confidence": self.confidence}
        lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
        features = [
            f"{json.dumps(name)}: {json.dumps(known, separators=(',', ':'), sort_keys=True)}"
            for name, known in self.features.items()
        ]
        lines.append('"features": {\n' + ",\n".join(features) + "\n}")
        try:
            path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="ascii")
        except OSError as error:
            raise ReadError(f"cannot write the weights to {path}: {error.strerror}") from error
        return path


@lru_cache(maxsize=2)
def _unpacked(packed: bytes) -> StatementWeights:
    return StatementWeights(*json.loads(zlib.decompress(packed)))


def read_statement_weights(path: str | Path) -> StatementWeights:
    """Read weights that `train_statements` wrote.

    Raises
    ------
    ReadError
        If the file cannot be read, or is none that `train_statements` of this version wrote.
    """
    path = Path(path)
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ReadError(f"the weights of statements {path} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise ReadError(f"{path.name} is no file of weights; train_statements writes them") from error
    if not isinstance(told, dict) or told.get("format") != FORMAT or told.get("labels") != list(LABELS):
        raise ReadError(f"{path.name} does not hold {FORMAT}; let train_statements of this version write it")
    try:
        about = {key: int(told[key]) for key in ("texts", "statements")}
        weights = StatementWeights(told["features"], told["transitions"], told["confidence"], about)
        _check(weights)
    except (KeyError, TypeError, ValueError) as error:
        raise ReadError(f"{path.name} is damaged ({error}); let train_statements write it again") from error
    return weights


def _check(weights: StatementWeights) -> None:
    """Build all that is built from the weights, so that damage shows while the file is read."""
    for name in weights.features:
        strange = [
            column for column, offset in template_of(name) if column not in COLUMNS or abs(offset) > REACH
        ]
        if strange or written(template_of(name)) != name:
            raise ValueError(f"no template {name!r}")
    if len(weights.confidence) != len(EVIDENCE) or not all(map(math.isfinite, weights.confidence)):
        raise ValueError("the weights of confidence do not fit")
    shapes = {known.shape[1:] for _, _, known in weights._tables} | {weights.steps.shape[1:]}
    if shapes != {(len(LABELS),)} or len(weights.steps) != len(LABELS):
        raise ValueError("the weights do not fit the labels")
