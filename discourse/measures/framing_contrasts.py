"""Which differences between voices their intervals carry, and whether they survive other ways of counting."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError
from discourse.measures.framing_shares import framing_shares
from discourse.tables import UNKNOWN, require

CONFIDENT = 0.8
CHOICES: Mapping[str, tuple[str, ...]] = {
    "use": ("asserted", "all"),
    "distanced": ("counted", "left out"),
    "duplicates": ("counted", "once"),
    "attribution": ("all", "confident"),
}
_CLAIM = ["by", "frame", "more", "less"]
_DIFFERENCE = ("total_more", "total_less", "difference", "low", "high", "carried", "too_few")


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


def specification_curve(
    framings: Mapping[str, pd.DataFrame],
    claims: pd.DataFrame,
    *,
    contrast: Sequence[str],
    documents: pd.DataFrame,
    statements: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Count each claim in every defensible way; a row is a claim under one specification.

    Parameters
    ----------
    framings
        Framings by the lexicon that found them: `{"as given": …, "decoys counted": …}`.
    claims
        One row per claim: `by`, the column that makes the groups; `frame`, and the groups that use it `more`
        and `less`; see `framing_contrasts`.
    contrast
        The frames that compete.
    documents
        One row per document, with `doc_id` and `duplicate_group`.
    statements
        One row per statement, with `statement_id` and `confidence`. Left out, every framing's voice is
        taken as certain.

    Returns
    -------
    The columns of the claim, then those of the specification: `lexicon`; `use` (asserted, or all: denied
    and refused words count too); `distanced` (words held at arm's length counted, or left out);
    `duplicates` (counted, or once); `attribution` (all, or confident: framings in statements whose
    confidence is below 0.8 are left out). Then `total_more` and `total_less`, the framings behind either
    share; the `difference` of the two shares in -1..1 with its 95 % interval `low` to `high`; `carried`,
    whether the interval lies above zero; `too_few`.

    Raises
    ------
    MissingColumnError, UnknownNameError
        If a column or a frame is not known.

    Notes
    -----
    The interval of a difference is Newcombe's (1998, method 10, Statistics in Medicine 17), from the
    intervals of the two shares; it takes the two voices as independent.

    Examples
    --------
    >>> framings = pd.DataFrame({"doc_id": list("abcdefghij") * 8, "voice": ["xi", "nato"] * 40,
    ...     "frame": ["war", "war", "crisis", "war"] * 20, "use": "asserted", "distanced_by": None})
    >>> claims = pd.DataFrame({"by": ["voice"], "frame": ["war"], "more": ["nato"], "less": ["xi"]})
    >>> documents = pd.DataFrame({"doc_id": list("abcdefghij"), "duplicate_group": None})
    >>> curve = specification_curve({"as given": framings}, claims, contrast=["war", "crisis"],
    ...                             documents=documents)
    >>> len(curve), curve["difference"].unique().tolist()
    (8, [0.5])
    """
    require(claims, *_CLAIM, of="claims")
    rows = []
    for choice, chosen, counted in _specifications(framings, documents, statements):
        for by, same in claims.groupby("by", sort=False):
            shares = framing_shares(chosen, contrast=contrast, by=by, use=choice["use"], documents=counted)
            cells = shares.set_index([by, "frame"])
            asked = same[_CLAIM].to_dict("records")
            rows += [{**claim, **choice, **_difference(cells, claim)} for claim in asked]
    columns = [*_CLAIM, "lexicon", *CHOICES, *_DIFFERENCE]
    found = pd.DataFrame(rows, columns=columns).astype({"carried": bool, "too_few": bool})
    found = found.astype(dict.fromkeys(("difference", "low", "high"), float))
    if statements is None:
        found = found.drop(columns="attribution")
    return found.sort_values(_CLAIM, kind="stable", ignore_index=True)


def _specifications(
    framings: Mapping[str, pd.DataFrame], documents: pd.DataFrame, statements: pd.DataFrame | None
) -> Iterator[tuple[dict[str, str], pd.DataFrame, pd.DataFrame]]:
    """Give each specification with the framings that it counts and the documents that it knows."""
    group = documents["duplicate_group"]
    copies = set(documents.loc[group.notna() & group.duplicated(), "doc_id"])
    single = documents.assign(duplicate_group=pd.Series(None, index=documents.index, dtype="str"))
    options, unsure = {**CHOICES}, set[str]()
    if statements is None:
        options["attribution"] = ("all",)
    else:
        unsure = set(statements.loc[statements["confidence"] < CONFIDENT, "statement_id"])
    for lexicon, *chosen in product(framings, *options.values()):
        choice = {"lexicon": lexicon, **dict(zip(options, chosen, strict=True))}
        kept = framings[lexicon]
        if choice["distanced"] == "left out":
            kept = kept[kept["distanced_by"].isna()]
        if choice["duplicates"] == "once":
            kept = kept[~kept["doc_id"].isin(copies)]
        if choice["attribution"] == "confident":
            kept = kept[~kept["statement_id"].isin(unsure)]
        yield choice, kept, single if choice["duplicates"] == "once" else documents


def _difference(shares: pd.DataFrame, claim: Mapping[str, str]) -> dict[str, object]:
    """Give the difference of two shares with Newcombe's interval; nothing where a group has too few."""
    cells = [(claim[side], claim["frame"]) for side in ("more", "less")]
    more, less = (shares.loc[cell] if cell in shares.index else None for cell in cells)
    totals = {
        "total_more": 0 if more is None else int(more["total"]),
        "total_less": 0 if less is None else int(less["total"]),
    }
    if more is None or less is None or more["too_few"] or less["too_few"]:
        nothing = dict.fromkeys(("difference", "low", "high"), np.nan)
        return {**totals, **nothing, "carried": False, "too_few": True}
    difference = more["share"] - less["share"]
    below = np.hypot(more["share"] - more["low"], less["high"] - less["share"])
    above = np.hypot(more["high"] - more["share"], less["share"] - less["low"])
    return {
        **totals,
        "difference": difference,
        "low": difference - below,
        "high": difference + above,
        "carried": bool(difference - below > 0),
        "too_few": False,
    }
