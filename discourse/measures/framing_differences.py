"""Whether two voices, outlets or years really choose differently."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from discourse.measures.comparing import TwoSides, difference_limits, p_of_no_difference, two_sides
from discourse.measures.families import benjamini_hochberg, holm
from discourse.measures.framing_shares import competing
from discourse.measures.groups import with_groups
from discourse.measures.uncertainty import MIN_DOCUMENTS, MIN_ITEMS
from discourse.measures.voices import select_framings
from discourse.tables import require

_TESTED = ["difference", "low", "high", "p"]


def framing_differences(
    framings: pd.DataFrame,
    *,
    contrast: Sequence[str],
    by: str = "voice",
    groups: Sequence[str] | None = None,
    voice: str = "all",
    use: str = "asserted",
    documents: pd.DataFrame | None = None,
    level: float = 0.95,
) -> pd.DataFrame:
    """Compare the choices of each two groups; a row is a frame of the contrast set for a pair of groups.

    Parameters
    ----------
    framings
        One row per framing, with `doc_id`, `frame`, `voice` and `use`.
    contrast
        The frames that compete for one referent.
    by
        What tells the groups apart: a column of `framings` (`voice`) or of `documents` (`outlet`, `year`).
    groups
        The groups to compare with each other; all, if none are given.
    voice, use
        Which framings, as in `framing_shares`.
    documents
        One row per document; needed where `by` is metadata. Its near-duplicates count as one.
    level
        Of the intervals.

    Returns
    -------
    One row per pair and frame: `group` and `other`; `frame`; `total` and `total_other` framings of the set,
    `share` and `share_other` (0-1), their `difference` with its interval `low` to `high`; `p` of a test by
    documents; `p_holm` and `p_bh`, adjusted for the `family` of all tests in this table. Where a group has
    fewer than 5 documents or 20 framings (`too_few`) there is no test.

    Raises
    ------
    MissingColumnError, UnknownNameError, DiscourseError
        If a column, group, frame, voice or use is not known, or there are not two groups.

    Examples
    --------
    >>> framings = pd.DataFrame({
    ...     "doc_id": [f"{voice}{i % 10}" for voice in "ab" for i in range(40)], "use": "asserted",
    ...     "voice": ["xi"] * 40 + ["outlet"] * 40,
    ...     "frame": ["crisis"] * 30 + ["war"] * 10 + ["crisis"] * 10 + ["war"] * 30})
    >>> found = framing_differences(framings, contrast=["war", "crisis"], groups=["outlet", "xi"])
    >>> found[["group", "other", "frame", "share", "share_other", "difference", "family"]]
        group other   frame  share  share_other  difference  family
    0  outlet    xi     war   0.75         0.25         0.5       2
    1  outlet    xi  crisis   0.25         0.75        -0.5       2
    """
    require(framings, "doc_id", "frame", "voice", of="framings")
    joined = with_groups(framings, by, documents, of="framings")
    chosen = select_framings(competing(joined, contrast), voice=voice, use=use)
    names = sorted(chosen[by].dropna().astype("str").unique()) if groups is None else list(groups)
    rows = [_pair(chosen, contrast, by, pair, documents, level) for pair in combinations(names, 2)]
    table = pd.concat(rows, ignore_index=True) if rows else _pair_of_none()
    return _adjusted(table)


def _pair(chosen, contrast, by, pair, documents, level) -> pd.DataFrame:
    sides = two_sides(
        chosen, "frame", by=by, target=pair[0], reference=pair[1], documents=documents, name="framings"
    )
    low, high = difference_limits(sides, level=level)
    counts, totals = sides.counts, sides.totals
    found = pd.DataFrame(
        {
            "share": counts[0] / totals[0],
            "share_other": counts[1] / totals[1],
            "difference": counts[0] / totals[0] - counts[1] / totals[1],
            "low": low,
            "high": high,
        },
        index=pd.Index(sides.items, dtype="str"),
    ).reindex(list(contrast), fill_value=0.0)
    p = pd.Series(p_of_no_difference(sides), index=sides.items).reindex(list(contrast), fill_value=1.0)
    found["p"] = p.to_numpy()
    few = _too_few(sides)
    if few:
        found[["share", "share_other", *_TESTED]] = np.nan
    about = {"group": pair[0], "other": pair[1], "frame": pd.Series(list(contrast), dtype="str")}
    sizes = {"total": int(totals[0]), "total_other": int(totals[1])}
    return pd.DataFrame({**about, **sizes}).join(found.reset_index(drop=True)).assign(too_few=few)


def _pair_of_none() -> pd.DataFrame:
    columns = ["group", "other", "frame", "total", "total_other", "share", "share_other", *_TESTED, "too_few"]
    return pd.DataFrame(columns=columns)


def _too_few(sides: TwoSides) -> bool:
    """Whether either side has too few framings or documents to be compared."""
    units = (sides.size > 0).sum(axis=1)
    return bool((units < MIN_DOCUMENTS).any() or (sides.totals < MIN_ITEMS).any())


def _adjusted(table: pd.DataFrame) -> pd.DataFrame:
    """Adjust the p values for all that were tested here."""
    tested = table["p"].notna().to_numpy()
    adjusted = {name: np.full(len(table), np.nan) for name in ("p_holm", "p_bh")}
    p = table["p"].to_numpy(dtype=float)[tested]
    adjusted["p_holm"][tested], adjusted["p_bh"][tested] = holm(p), benjamini_hochberg(p)
    few = table["too_few"]
    return table.drop(columns="too_few").assign(**adjusted, family=int(tested.sum()), too_few=few)
