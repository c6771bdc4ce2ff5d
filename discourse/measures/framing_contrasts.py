"""Which differences between voices, or between outlets, their intervals carry."""

import pandas as pd

from discourse.errors import DiscourseError
from discourse.tables import UNKNOWN, require

_CLAIM = ["by", "frame", "more", "less"]


def framing_contrasts(shares: pd.DataFrame) -> pd.DataFrame:
    """Give the pairs of groups that differ most in a frame; a row is a frame, the widest gap first.

    Parameters
    ----------
    shares
        What `framing_shares` gave, by voice or by one other column.

    Returns
    -------
    The columns `by`, the column that makes the groups; `frame`; `more` and `less`, the groups with its
    highest and its lowest share, unknown ones left aside; `gap`, what lies between their intervals, in 0-1.
    Frames where the two intervals overlap have no row.

    Raises
    ------
    MissingColumnError
        If a column is missing.
    DiscourseError
        If the shares are by no column or by several.

    Examples
    --------
    >>> shares = pd.DataFrame({"voice": ["xi", "nato"], "frame": "war", "share": [0.1, 0.8],
    ...                        "low": [0.05, 0.6], "high": [0.2, 0.9], "too_few": False})
    >>> framing_contrasts(shares)
          by frame  more less  gap
    0  voice   war  nato   xi  0.4
    """
    require(shares, "frame", "share", "low", "high", "too_few", of="framing_shares")
    groups = list(shares.columns[: list(shares.columns).index("frame")])
    if len(groups) != 1:
        raise DiscourseError(
            f"contrasts are between the groups of one column; these shares are by {groups!r}"
        )
    by = groups[0]
    known = shares[~shares["too_few"] & shares[by].ne(UNKNOWN)].reset_index(drop=True)
    rows = [
        (str(by), str(frame), str(top[by]), str(bottom[by]), top["low"] - bottom["high"])
        for frame, group in known.groupby("frame", observed=True)
        for top, bottom in [(group.loc[group["share"].idxmax()], group.loc[group["share"].idxmin()])]
    ]
    found = pd.DataFrame(rows, columns=[*_CLAIM, "gap"]).astype(dict.fromkeys(_CLAIM, "str") | {"gap": float})
    found = found[found["gap"] > 0]
    return found.sort_values(["gap", "frame"], ascending=[False, True], ignore_index=True)
