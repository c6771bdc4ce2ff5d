"""The table that a scorer takes and the table that it gives.

A scorer takes a table with one row per span and gives a table with the same index.

Taken: `text`, the words to be scored in their sentence; and, where tone *toward* somebody is asked
for, `start` and `end`, the place of that actor inside `text` in code points (missing: tone *of* the
words), and `own`, whether that actor is the one who says these words.

Given: `polarity` (-1 to 1), `subjectivity` (0 to 1 or missing), `label` (negative, neutral, positive
or missing), `probability` of that label (0 to 1 or missing), and `evidence`, a list of
"word weight rule". A row that cannot be scored has missing values; it is never left out.
"""

from collections.abc import Iterable, Sequence
from itertools import repeat

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError
from discourse.tables import require

COLUMNS = ("polarity", "subjectivity", "label", "probability", "evidence")
LABELS = ("negative", "neutral", "positive")
_LABELLED = pd.CategoricalDtype(LABELS)


def scores(
    index: pd.Index,
    polarity: Sequence[float] | np.ndarray,
    *,
    subjectivity: Sequence[float] | None = None,
    label: Sequence[str | None] | pd.Categorical | None = None,
    probability: Sequence[float] | np.ndarray | None = None,
    evidence: Iterable[list[str]] | None = None,
) -> pd.DataFrame:
    """Make the table that a scorer gives; what is not handed over is missing.

    Examples
    --------
    >>> scores(pd.Index([7]), [0.5], evidence=[["good 0.50"]])
       polarity  subjectivity label  probability     evidence
    7       0.5           NaN   NaN          NaN  [good 0.50]
    """
    missing = np.full(len(index), np.nan)
    labels = pd.Categorical([None] * len(index) if label is None else label, categories=LABELS)
    lists = repeat([], len(index)) if evidence is None else evidence
    return pd.DataFrame(
        {
            "polarity": np.asarray(polarity, dtype=float),
            "subjectivity": missing if subjectivity is None else np.asarray(subjectivity, dtype=float),
            "label": labels,
            "probability": missing if probability is None else np.asarray(probability, dtype=float),
            "evidence": np.fromiter(lists, object),
        },
        index=index,
    )


def checked(result: pd.DataFrame, spans: pd.DataFrame) -> pd.DataFrame:
    """Give a scorer's result with all columns, or say in one line what is wrong with it.

    Only `polarity` must be there: a scorer of the user's own may leave the rest out.
    """
    require(result, "polarity", of="scorer's")
    if not result.index.equals(spans.index):
        raise DiscourseError(
            f"the scorer gave {len(result):,} rows for {len(spans):,} spans; "
            "it must give one row for each span, with the same index"
        )
    beyond = result["polarity"].abs() > 1
    if beyond.any():
        worst = result.loc[beyond, "polarity"].iloc[0]
        raise DiscourseError(f"the scorer gave the polarity {worst:g}; it must lie between -1 and 1")
    if tuple(result.columns) == COLUMNS and result["label"].dtype == _LABELLED:
        return result
    given = {column: result[column].tolist() for column in COLUMNS if column in result}
    return scores(result.index, **given)
