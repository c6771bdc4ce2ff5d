"""Whether an outlet reports some speakers with other verbs than the rest: said, claimed, admitted."""

from collections.abc import Sequence
from statistics import NormalDist

import numpy as np
import pandas as pd

from discourse.errors import check_name
from discourse.measures.groups import column_names, find_cells, with_groups
from discourse.measures.uncertainty import MIN_DOCUMENTS, MIN_ITEMS, independent_units
from discourse.tables import CUE_CLASSES, UNKNOWN, require

_HALF = 0.5


def cue_stance(
    statements: pd.DataFrame,
    documents: pd.DataFrame | None = None,
    *,
    cue_class: str = "claim",
    by: str | Sequence[str] | None = "outlet",
    least: float = 0.0,
    level: float = 0.95,
) -> pd.DataFrame:
    """Compare how often each actor is reported with a class of verbs, with all other speakers there.

    Parameters
    ----------
    statements
        One row per statement, with `doc_id`, `actor`, `cue_class` and `cue_negated`.
    documents
        One row per document; needed where `by` names metadata. Its near-duplicates count as one.
    cue_class
        The class of reporting verbs: neutral, assert, claim (doubt), concede, warn, deny, praise or accuse.
        The verbs of each class, and their sources, stand in the cue lexicon.
    by
        Compare within each value of these columns: `outlet`, `["outlet", "year"]`, or None for all together.
    least
        Leave out statements of lower `confidence`.
    level
        Of the intervals.

    Returns
    -------
    One row per group and actor (*unknown* is one): `by`, `actor`; `n` statements of the actor with a verb
    of the class, of `total` with any verb, in `n_documents`; `share` = n / total; `share_others`, of all other
    speakers in the same group; `odds_ratio` of the two with its interval `low` to `high`. Above 1 the
    actor is reported with such verbs more often than the others. `too_few` marks fewer than 5 documents or
    20 statements on either side; shares, ratio and interval are then missing. Statements without a verb
    (a quotation whose speaker is only clear) and denied ones ("did not claim") are left out.

    Raises
    ------
    MissingColumnError, UnknownNameError, DiscourseError
        If a column or the class is not known.

    Notes
    -----
    The ratio is of (n + ½) / (total - n + ½), so that it is finite (Haldane 1956, Annals of Human Genetics 20).
    The error of its logarithm sums, over documents, the square of each document's influence on both
    sides: statements of one article are not independent. See docs/methods.md.

    Examples
    --------
    >>> rows = [(f"d{i}", actor, "claim" if i % 10 < often else "neutral")
    ...         for i in range(50) for actor, often in (("russia", 6), ("ukraine", 2))]
    >>> statements = pd.DataFrame(rows, columns=["doc_id", "actor", "cue_class"]).assign(cue_negated=False)
    >>> found = cue_stance(statements, by=None)
    >>> found[["actor", "n", "total", "share", "share_others", "odds_ratio"]].round(2)
         actor   n  total  share  share_others  odds_ratio
    0   russia  30     50    0.6           0.2        5.74
    1  ukraine  10     50    0.2           0.6        0.17
    """
    require(statements, "doc_id", "actor", "cue_class", "cue_negated", of="statements")
    check_name(cue_class, CUE_CLASSES, what="cue class")
    columns = [column for column in column_names(by) if column != "actor"]
    told = statements[statements["cue_class"].notna() & ~statements["cue_negated"].astype(bool)]
    if least > 0:
        require(statements, "confidence", of="statements")
        told = told[told["confidence"] >= least]
    named = told.assign(actor=told["actor"].astype("str").fillna(UNKNOWN))
    joined = with_groups(named, columns, documents, of="statements")
    groups, cells = find_cells(joined, columns), find_cells(joined, [*columns, "actor"])
    marked = (joined["cue_class"] == cue_class).to_numpy(dtype=float)
    unit = independent_units(joined, documents)
    found = [
        _compared(marked, unit, cells.of_row == cell, groups.of_row, level=level)
        for cell in range(len(cells.labels))
    ]
    return pd.concat([cells.labels, pd.DataFrame(found, columns=list(_COLUMNS))], axis=1)


_COLUMNS = (
    "n", "total", "n_documents", "share", "share_others", "odds_ratio", "low", "high", "too_few"
)  # fmt: skip


def _compared(
    marked: np.ndarray, unit: np.ndarray, own: np.ndarray, group: np.ndarray, *, level: float
) -> tuple[float, ...]:
    """One actor against all others of the same group."""
    others = (group == group[own][0]) & ~own
    n, total, n_documents = int(marked[own].sum()), int(own.sum()), len(np.unique(unit[own]))
    enough = all(
        side.sum() >= MIN_ITEMS and len(np.unique(unit[side])) >= MIN_DOCUMENTS for side in (own, others)
    )
    if not enough:
        return n, total, n_documents, np.nan, np.nan, np.nan, np.nan, np.nan, True
    (logit, influence, even), (other_logit, other_influence, other_even) = (
        _logit(marked[side], unit[side], int(unit.max()) + 1) for side in (own, others)
    )
    effect = influence - other_influence
    k = len(np.unique(unit[own | others]))
    error = np.sqrt(k / (k - 1) * (effect**2).sum() + even + other_even)
    reach = NormalDist().inv_cdf((1 + level) / 2) * error
    ratio = logit - other_logit
    return (
        n,
        total,
        n_documents,
        n / total,
        marked[others].mean(),
        *np.exp([ratio, ratio - reach, ratio + reach]).tolist(),
        False,
    )


def _logit(marked: np.ndarray, unit: np.ndarray, n_units: int) -> tuple[float, np.ndarray, float]:
    """The log odds of a share, how much each unit moves it, and its variance where all items agree.

    Where none or all are marked no unit moves the share; its variance is then that of independent items.
    """
    n, size = marked.sum() + _HALF, len(marked) + 2 * _HALF
    off = np.bincount(unit, marked - marked.mean(), minlength=n_units)
    even = 0.0 if 0 < marked.mean() < 1 else 1 / n + 1 / (size - n)
    return float(np.log(n / (size - n))), off * size / (len(marked) * n * (1 - n / size)), even
