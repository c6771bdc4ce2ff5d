"""The time at which the choice of a word changed, and how sure that is."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourse.measures.framing_shares import competing
from discourse.measures.groups import column_names, find_cells, with_groups
from discourse.measures.uncertainty import MIN_DOCUMENTS, MIN_ITEMS, independent_units
from discourse.measures.voices import select_framings
from discourse.tables import require

_MISSING = {"since": None, "low": None, "high": None, "share_before": np.nan, "share_after": np.nan}


def change_points(
    framings: pd.DataFrame,
    *,
    frame: str,
    contrast: Sequence[str],
    documents: pd.DataFrame,
    period: str = "month",
    by: str | Sequence[str] | None = "voice",
    voice: str = "all",
    use: str = "asserted",
    n_resamples: int = 1000,
    seed: int = 0,
) -> pd.DataFrame:
    """Find the one time at which a frame's share changed most; a row is a group.

    Parameters
    ----------
    framings
        One row per framing, with `doc_id`, `frame`, `voice` and `use`.
    frame, contrast
        The frame, and the set of which it is a share.
    documents
        One row per document, with its `date`; near-duplicates count as one.
    period
        How finely time is cut: `day`, `week`, `month`, `quarter` or `year`.
    by, voice, use
        Groups and framings, as in `framing_shares`.
    n_resamples
        How often documents are shuffled (for `p`) and drawn again (for the interval).
    seed
        The same seed gives the same numbers.

    Returns
    -------
    One row per group: the columns `by`; `since`, the first period of the new share, with the 95 % interval
    `low` to `high` of that period; `share_before`, `share_after`; `p`, how often documents in random order
    show a change as strong; `n` framings, `n_documents`, `periods`. Where there are fewer than 5
    documents, 20 framings or 2 periods (`too_few`) the rest is missing. Look at `p` first: there is always a
    strongest change, also where there is none. Several changes, or a slow drift, are shown as one.

    Raises
    ------
    MissingColumnError, UnknownNameError, DiscourseError
        If a column, frame, period, voice or use is not known.

    Notes
    -----
    The change is the split of time where the shares before and after differ most for their sizes: the
    largest of the squares of (p1 - p2) / sqrt(p (1 - p) (1 / n1 + 1 / n2)), as in Hinkley & Hinkley (1970),
    Inference about the change-point in a sequence of binomial variables, Biometrika 57. Its p value comes from
    shuffling the dates among documents, its interval from documents drawn again within their periods.

    Examples
    --------
    >>> documents = pd.DataFrame({"doc_id": [f"d{i}" for i in range(24)],
    ...                           "date": [f"2022-{1 + i // 2:02}-01" for i in range(24)]})
    >>> framings = pd.DataFrame({"doc_id": [f"d{i}" for i in range(24) for _ in range(4)], "voice": "xi",
    ...                          "frame": ["crisis"] * 48 + ["war"] * 48, "use": "asserted"})
    >>> found = change_points(framings, frame="war", contrast=["war", "crisis"], documents=documents)
    >>> found[["voice", "since", "low", "high", "share_before", "share_after"]]
      voice    since      low     high  share_before  share_after
    0    xi  2022-07  2022-07  2022-07           0.0          1.0
    """
    require(framings, "doc_id", "frame", "voice", of="framings")
    columns = column_names(by)
    joined = with_groups(framings, [*columns, period], documents, of="framings")
    chosen = select_framings(competing(joined, contrast), voice=voice, use=use).dropna(subset=[period])
    cells = find_cells(chosen, columns)
    random = np.random.default_rng(seed)
    rows = [
        _change(chosen[cells.of_row == group], frame, period, documents, n_resamples, random)
        for group in range(len(cells.labels))
    ]
    return pd.concat([cells.labels, pd.DataFrame(rows, columns=_COLUMNS)], axis=1)


_COLUMNS = [*_MISSING, "p", "n", "n_documents", "periods", "too_few"]


def _change(chosen, frame, period, documents, n_resamples, random) -> dict:
    unit = independent_units(chosen, documents)
    n_units = int(unit.max(initial=-1)) + 1
    m = np.bincount(unit, minlength=n_units)
    x = np.bincount(unit, chosen["frame"].eq(frame), minlength=n_units)
    first = np.unique(unit, return_index=True)[1]
    when, names = pd.factorize(chosen[period].iloc[first], sort=True)
    size = {"n": len(chosen), "n_documents": chosen["doc_id"].nunique(), "periods": len(names)}
    if n_units < MIN_DOCUMENTS or len(chosen) < MIN_ITEMS or len(names) < 2:
        return {**_MISSING, "p": np.nan, **size, "too_few": True}
    at, strength = _strongest(when, x, m, len(names))
    shuffled = [_strongest(random.permutation(when), x, m, len(names))[1] for _ in range(n_resamples)]
    again = [_strongest(*_drawn(when, x, m, random), len(names))[0] for _ in range(n_resamples)]
    low, high = np.quantile(again, [0.025, 0.975], method="nearest").astype(int)
    before = when < at
    return {
        "since": names[at],
        "low": names[low],
        "high": names[high],
        "share_before": x[before].sum() / m[before].sum(),
        "share_after": x[~before].sum() / m[~before].sum(),
        "p": (1 + sum(s >= strength * (1 - 1e-9) for s in shuffled)) / (1 + n_resamples),
        **size,
        "too_few": False,
    }


def _strongest(when, x, m, n_periods: int) -> tuple[int, float]:
    """Give the period with which the strongest change begins, and its strength."""
    above, below = (np.cumsum(np.bincount(when, values, minlength=n_periods)) for values in (x, m))
    n1, n2 = below[:-1], below[-1] - below[:-1]
    share = above[-1] / below[-1]
    with np.errstate(divide="ignore", invalid="ignore"):
        difference = above[:-1] / n1 - (above[-1] - above[:-1]) / n2
        strength = difference**2 / (share * (1 - share) * (1 / n1 + 1 / n2))
    strength = np.where(np.isfinite(strength), strength, 0.0)
    return int(np.argmax(strength)) + 1, float(strength.max())


def _drawn(when, x, m, random) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Draw documents again, each period its own, so that no period is lost."""
    order = np.argsort(when, kind="stable")
    size = np.bincount(when)
    begin = np.repeat(np.cumsum(size) - size, size)
    drawn = order[begin + (random.random(len(when)) * size[when[order]]).astype(int)]
    return when[drawn], x[drawn], m[drawn]
