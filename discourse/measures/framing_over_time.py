"""How the choice among competing frames moves over time."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError, check_name
from discourse.measures.framing_shares import competing
from discourse.measures.groups import PERIODS, column_names, periods, with_groups, with_metadata
from discourse.measures.shares import share_table
from discourse.measures.voices import select_framings
from discourse.tables import require

_FREQUENCY = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q", "year": "Y"}
_LENGTH = {"day": 10, "week": 10, "month": 7, "quarter": 7, "year": 4}


def framing_over_time(
    framings: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    contrast: Sequence[str],
    period: str = "month",
    window: int | Sequence[float] = 1,
    by: str | Sequence[str] | None = None,
    voice: str = "all",
    use: str = "asserted",
) -> pd.DataFrame:
    """Give the share of each frame among its alternatives, period by period or in a moving window.

    Parameters
    ----------
    framings
        One row per framing, with `doc_id`, `frame`, `voice` and `use`.
    documents
        One row per document, with `doc_id` and `date`. Its near-duplicates count as one in the intervals.
    contrast
        The frames that compete for one referent.
    period
        day, week, month, quarter or year.
    window
        How many periods to take together, an odd number: with 3, each period is judged with the one before
        and the one after it. Or a moving kernel: the weights of the periods in the window, such as
        `[0.5, 1, 0.5]`, of which the largest counts in full.
    by
        Shares apart for each value of these columns, of `framings` (`voice`) or of `documents` (`outlet`).
    voice, use
        Whose framings, and which: as in `framing_shares`.

    Returns
    -------
    The columns `by`, then `period`, `frame`, `n`, `n_documents`, `total`, `total_documents`, `share` in 0-1,
    its 95 % interval `low` to `high`, and `too_few`, as in `framing_shares`. Between the first and last
    period of each group none is left out. Framings whose date is missing or less precise than the period
    stand last, with `period` missing.

    Raises
    ------
    MissingColumnError, UnknownNameError, DiscourseError
        If a column, a frame, a voice, a use or a period is not known, or `window` is not an odd number of periods or
        positive weights.

    Notes
    -----
    Windows overlap, so neighbouring values are not independent: read the line, do not test its points.

    Examples
    --------
    >>> documents = pd.DataFrame({"doc_id": [f"d{i}" for i in range(20)], "date": ["2022-03"] * 10 + ["2022-05"] * 10})
    >>> framings = pd.DataFrame({"doc_id": [f"d{i}" for i in range(20)] * 2, "voice": "xi",
    ...                          "frame": (["war"] * 10 + ["crisis"] * 10) * 2})
    >>> moved = framing_over_time(framings, documents, contrast=["war", "crisis"])
    >>> moved.loc[moved.frame == "war", ["period", "n", "total", "share", "too_few"]]
        period   n  total  share  too_few
    0  2022-03  20     20    1.0    False
    2  2022-04   0      0    NaN     True
    4  2022-05   0     20    0.0    False
    """
    require(framings, "doc_id", "frame", "voice", of="framings")
    check_name(period, PERIODS, what="period")
    weights = _weights(window)
    columns = [column for column in column_names(by) if column not in ("frame", "period")]
    joined = with_groups(framings, columns, documents, of="framings")
    chosen = select_framings(competing(joined, contrast), voice=voice, use=use)
    number, names = _numbered(with_metadata(chosen[["doc_id"]], documents, "date")["date"], period)
    rows, at, weight = _in_windows(number, weights)
    moved = chosen.iloc[rows].assign(period=at)
    shares = share_table(
        moved, "frame", within=[*columns, "period"], values=list(contrast), documents=documents, weight=weight
    )
    return _every_period(shares, columns, list(contrast), names)


def _weights(window: int | Sequence[float]) -> list[float]:
    """The weights of the periods of a window, at most 1."""
    weights = [1.0] * window if isinstance(window, int) else [float(weight) for weight in window]
    if len(weights) % 2 == 0 or min(weights) <= 0:
        raise DiscourseError(
            f"window must be an odd number of periods, such as 3, or of positive weights; it is {window!r}"
        )
    return [weight / max(weights) for weight in weights]


def _numbered(dates: pd.Series, period: str) -> tuple[np.ndarray, pd.Series]:
    """Number the period of each date, from 0 (missing: -1), and name all periods from the first to the last."""
    dates = dates.astype("str").str[: _LENGTH[period]]
    known = dates.str.len() == _LENGTH[period]
    found = pd.PeriodIndex(pd.to_datetime(dates[known], format="ISO8601"), freq=_FREQUENCY[period])
    number = np.full(len(dates), -1)
    if not len(found):
        return number, pd.Series(dtype="str")
    every = pd.period_range(found.min(), found.max())
    number[known.to_numpy()] = every.get_indexer(found)
    return number, periods(pd.Series(every.start_time.strftime("%Y-%m-%d")), period)


def _in_windows(number: np.ndarray, weights: list[float]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Put each row into the windows of all periods near its own: rows, the periods, and the weights."""
    last = number.max(initial=-1)
    rows, at, counts = [], [], []
    for place, weight in enumerate(weights):
        moved = number + len(weights) // 2 - place
        kept = np.flatnonzero((number >= 0) & (moved >= 0) & (moved <= last))
        rows.append(kept)
        at.append(moved[kept])
        counts.append(np.full(len(kept), weight))
    undated = np.flatnonzero(number < 0)
    return (
        np.concatenate([*rows, undated]),
        np.concatenate([*at, number[undated]]),
        np.concatenate([*counts, np.ones(len(undated))]),
    )


def _every_period(
    shares: pd.DataFrame, columns: list[str], contrast: list[str], names: pd.Series
) -> pd.DataFrame:
    """Add the periods without a framing, from each group's first to its last, and name all periods."""
    groups = shares.groupby(columns, dropna=False, sort=True) if columns else [((), shares)]
    filled = [_filled(group, columns, contrast) for _, group in groups]
    table = pd.concat(filled, ignore_index=True) if filled else shares
    name = table["period"].map(dict(enumerate(names)))
    return table.assign(period=name.astype("str").where(name.notna()))


def _filled(group: pd.DataFrame, columns: list[str], contrast: list[str]) -> pd.DataFrame:
    dated = group[group["period"] >= 0]
    numbers = range(int(dated["period"].min()), int(dated["period"].max()) + 1) if len(dated) else range(0)
    every = pd.MultiIndex.from_product([numbers, contrast], names=["period", "frame"])
    full = dated.set_index(["period", "frame"]).reindex(every).reset_index()
    counts = ["n", "n_documents", "total", "total_documents"]
    full = full.assign(
        **{c: full[c].fillna(0).astype(int) for c in counts},
        too_few=full["total"].isna() | full["too_few"].eq(True),
    )
    full = full.assign(**{column: group[column].iloc[0] for column in columns})
    return pd.concat([full, group[group["period"] < 0]])[group.columns]
