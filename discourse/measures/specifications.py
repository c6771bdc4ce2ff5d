"""Whether a claim survives other ways of counting: the specification curve."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError
from discourse.measures.framing_shares import competing
from discourse.measures.groups import with_groups
from discourse.measures.shares import share_table
from discourse.measures.voices import ALL, QUOTED, select_framings
from discourse.tables import OUTLET, require

CONFIDENT = 0.8
_CLAIM = ["by", "frame", "more", "less"]
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "voice": (ALL, OUTLET, QUOTED),
    "use": ("asserted", "all"),
    "distanced": ("counted", "left out"),
    "duplicates": ("counted", "once"),
    "attribution": ("all", "confident"),
}
_DIFFERENCE = ("total_more", "total_less", "difference", "low", "high", "carried", "too_few")


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
        Framings by the lexicon that found them: `{"as given": …, "decoys counted": …}`; see also
        `leave_one_term_out`.
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
    The columns of the claim, then those of the specification: `lexicon`; `voice` (all words, those in the
    outlet's own voice, or those it quotes; always all where the groups are voices, or where there are none
    of either); `use` (asserted, or all: denied and refused words count too); `distanced` (words held at
    arm's length counted, or left out); `duplicates` (counted, or once); `attribution` (all, or confident:
    framings in statements whose confidence is below 0.8 are left out). Then `total_more` and `total_less`,
    the framings behind either share; the `difference` of the two shares in -1..1 with its 95 % interval
    `low` to `high`; `carried`, whether the interval lies above zero; `too_few`.

    Raises
    ------
    MissingColumnError, UnknownNameError
        If a column or a frame is not known.

    Notes
    -----
    The form is that of Simonsohn, Simmons & Nelson (2020, Nature Human Behaviour 4). The interval of a
    difference is Newcombe's (1998, method 10, Statistics in Medicine 17), from the intervals of the two
    shares; it takes the two groups as independent. The specifications share their texts: how many of them
    carry a claim is a description, not a test.

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
    counting = _Counting(contrast, documents, statements)
    rows = []
    for by, same in claims.groupby("by", sort=False):
        asked = same[_CLAIM].to_dict("records")
        for lexicon, table in framings.items():
            joined = with_groups(table, [str(by)], documents, of="framings")
            joined = competing(joined, contrast, what=f"in the framings {lexicon!r}, frame")
            for choice, cells in counting.each_way(joined, str(by)):
                rows += [
                    {**claim, "lexicon": lexicon, **choice, **_difference(cells, claim)} for claim in asked
                ]
    columns = [*_CLAIM, "lexicon", *_CHOICES, *_DIFFERENCE]
    found = pd.DataFrame(rows, columns=columns).astype({"carried": bool, "too_few": bool})
    found = found.astype(dict.fromkeys(("difference", "low", "high"), float))
    if statements is None:
        found = found.drop(columns="attribution")
    return found.sort_values(_CLAIM, kind="stable", ignore_index=True)


def leave_one_term_out(
    framings: pd.DataFrame, *, contrast: Sequence[str], most: int = 3
) -> dict[str, pd.DataFrame]:
    """Give the framings without one term of the lexicon at a time, to see what hangs on a single word.

    Parameters
    ----------
    framings
        One row per framing, with `frame` and `term`.
    contrast
        The frames that compete.
    most
        How many terms, the most frequent first.

    Returns
    -------
    Framings by what was left out. A frame keeps its most frequent term, without which it would be another
    frame. A place that a left-out term covered counts for nothing; it is not given to a shorter term in it.

    Raises
    ------
    MissingColumnError, DiscourseError
        If a column is missing, or `most` is negative.

    Examples
    --------
    >>> framings = pd.DataFrame({"frame": ["war"] * 5 + ["crisis"] * 2,
    ...                          "term": ["war"] * 3 + ["at war"] * 2 + ["crisis"] * 2})
    >>> {name: len(table) for name, table in leave_one_term_out(framings, contrast=["war", "crisis"]).items()}
    {'without “at war”': 5}
    """
    require(framings, "frame", "term", of="framings")
    if most < 0:
        raise DiscourseError(f"most is {most}; it must be 0 or more")
    rivals = framings[framings["frame"].isin(list(contrast))].astype({"frame": "str", "term": "str"})
    counts = rivals.groupby(["frame", "term"]).size().rename("n").reset_index()
    counts = counts.sort_values(["n", "frame", "term"], ascending=[False, True, True])
    others = counts[counts.duplicated("frame")].head(most)
    left_out = zip(others["frame"], others["term"], strict=True)
    return {
        f"without “{term}”": framings[~(framings["frame"].eq(frame) & framings["term"].eq(term))]
        for frame, term in left_out
    }


@dataclass(frozen=True)
class _Counting:
    """What all ways of counting have in common."""

    contrast: Sequence[str]
    documents: pd.DataFrame
    statements: pd.DataFrame | None

    def each_way(self, framings: pd.DataFrame, by: str) -> Iterator[tuple[dict[str, str], pd.DataFrame]]:
        """Give each choice with the shares that it leads to, by group and frame."""
        group = self.documents["duplicate_group"]
        copies = framings["doc_id"].isin(self.documents.loc[group.notna() & group.duplicated(), "doc_id"])
        single = self.documents.assign(duplicate_group=pd.Series(None, index=group.index, dtype="str"))
        unsure, distanced = self._unsure(framings), framings["distanced_by"].notna()
        options = self._options(framings, by)
        for chosen in product(*options.values()):
            choice = dict(zip(options, chosen, strict=True))
            once = choice["duplicates"] == "once"
            out = copies if once else pd.Series(False, index=framings.index)
            out = out | distanced if choice["distanced"] == "left out" else out
            out = out | unsure if choice["attribution"] == "confident" else out
            kept = select_framings(framings[~out], voice=choice["voice"], use=choice["use"])
            documents = single if once else self.documents
            shares = share_table(kept, "frame", within=[by], values=list(self.contrast), documents=documents)
            yield choice, shares.set_index([by, "frame"])

    def _unsure(self, framings: pd.DataFrame) -> pd.Series:
        if self.statements is None:
            return pd.Series(False, index=framings.index)
        unsure = self.statements.loc[self.statements["confidence"] < CONFIDENT, "statement_id"]
        return framings["statement_id"].isin(unsure)

    def _options(self, framings: pd.DataFrame, by: str) -> dict[str, tuple[str, ...]]:
        """Give the choices that there are: none of attribution without statements, of voice without several."""
        own = framings["voice"].eq(OUTLET)
        several = by != "voice" and own.any() and not own.all()
        options = {**_CHOICES, "voice": _CHOICES["voice"] if several else (ALL,)}
        return options if self.statements is not None else {**options, "attribution": ("all",)}


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
