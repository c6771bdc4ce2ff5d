"""Which of the competing frames each voice chooses."""

from collections.abc import Sequence

import pandas as pd

from discourse.errors import DiscourseError, check_name
from discourse.measures.groups import column_names, with_groups
from discourse.measures.shares import share_table
from discourse.measures.voices import ALL, QUOTED, select_framings
from discourse.tables import OUTLET, UNKNOWN, require


def framing_shares(
    framings: pd.DataFrame,
    *,
    contrast: Sequence[str],
    by: str | Sequence[str] | None = "voice",
    voice: str = "all",
    use: str = "asserted",
    documents: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Give the share of each frame among its alternatives; a row is a frame of the contrast set in a group.

    Parameters
    ----------
    framings
        One row per framing, with `doc_id`, `frame`, `voice` and `use`.
    contrast
        The frames that compete for one referent, such as `["war", "invasion", "crisis"]`.
    by
        The groups whose choices are told apart: columns of `framings` (`voice`) or of `documents`
        (`outlet`, `year`). An unknown voice is a group like others.
    voice
        Whose framings: all, outlet, quoted (anybody but the outlet), unknown, or an actor's id.
    use
        Which framings: asserted, negated, refused or all.
    documents
        One row per document; needed where `by` names metadata. Its near-duplicates count as one in the
        intervals.

    Returns
    -------
    The columns `by`, then `frame`; `n` and `n_documents` of that frame; `total` and `total_documents` of
    the whole contrast set in the group; `share` in 0-1 with its 95 % interval `low` to `high`, by
    documents. The shares of a group add up to one. Where `too_few` is true (fewer than 5 documents or 20
    framings in the group) they are missing. `lowest` and `highest` are what the share could be if framings
    of unknown voice, in the same group otherwise, were in truth this actor's: all those of the other frames,
    or all those of this one. For groups that are not one actor's they are the share itself.

    Raises
    ------
    MissingColumnError, UnknownNameError, DiscourseError
        If a column, a frame, a voice or a use is not known, or the contrast has fewer than two frames.

    Notes
    -----
    A share does not change with the amount of coverage, only with the choice of words.

    Examples
    --------
    >>> framings = pd.DataFrame({"doc_id": list("abcdefgh") * 5, "voice": "outlet",
    ...                          "frame": ["war", "war", "war", "crisis"] * 10})
    >>> framing_shares(framings, contrast=["war", "crisis"])[["voice", "frame", "n", "total", "share"]]
        voice   frame   n  total  share
    0  outlet     war  30     40   0.75
    1  outlet  crisis  10     40   0.25
    """
    require(framings, "doc_id", "frame", "voice", of="framings")
    columns = [column for column in column_names(by) if column != "frame"]
    joined = with_groups(framings, columns, documents, of="framings")
    rivals = competing(joined, contrast)
    chosen = select_framings(rivals, voice=voice, use=use)
    shares = share_table(chosen, "frame", within=columns, values=list(contrast), documents=documents)
    unknown = select_framings(rivals, voice=ALL, use=use).query("voice == @UNKNOWN")
    return shares.assign(**_bounds(shares, unknown, columns, voice))


def _bounds(
    shares: pd.DataFrame, unknown: pd.DataFrame, columns: list[str], voice: str
) -> dict[str, pd.Series]:
    """The lowest and highest share of each actor, by whose the framings of unknown voice may be."""
    others = [column for column in columns if column != "voice"]
    counted = unknown.astype({"frame": "str"}).groupby([*others, "frame"], observed=True, dropna=False).size()
    keys = [*others, "frame"]
    same = (
        shares[keys]
        .astype({"frame": "str"})
        .merge(counted.rename("same").reset_index().astype({"frame": "str"}), how="left", on=keys)["same"]
        .fillna(0)
    )
    every = (
        same.groupby([shares[c] for c in columns], dropna=False).transform("sum") if columns else same.sum()
    )
    voices = shares["voice"] if "voice" in columns else pd.Series(voice, index=shares.index)
    actors = ~voices.isin([ALL, QUOTED, OUTLET, UNKNOWN]) & ~shares["too_few"]
    rest = every - same
    lowest = (shares["n"] / (shares["total"] + rest)).where(actors, shares["share"])
    highest = ((shares["n"] + same) / (shares["total"] + same)).where(actors, shares["share"])
    return {"lowest": lowest, "highest": highest}


def competing(framings: pd.DataFrame, contrast: Sequence[str], *, what: str = "frame") -> pd.DataFrame:
    """Give the framings of a contrast set; `what` is how an error calls a frame.

    Raises
    ------
    UnknownNameError
        If a frame of the set is not among those of the table.
    DiscourseError
        If the set has fewer than two frames, or one of them twice.
    """
    if isinstance(contrast, str) or len(set(contrast)) < 2 or len(set(contrast)) < len(contrast):
        raise DiscourseError(f"a contrast set needs two different frames or more; this one is {contrast!r}")
    frames = framings["frame"]
    known = frames.cat.categories if frames.dtype == "category" else frames.unique()
    for frame in contrast:
        check_name(frame, sorted(known), what=what)
    return framings[frames.isin(list(contrast))]
