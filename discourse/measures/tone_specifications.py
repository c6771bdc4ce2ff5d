"""Whether a difference in tone survives other scorers and other ways of counting."""

from collections.abc import Iterator
from itertools import product

import numpy as np
import pandas as pd

from discourse.measures.tone import mean_tone
from discourse.measures.tone_differences import tone_differences
from discourse.measures.voices import ALL, QUOTED
from discourse.tables import OUTLET, require

_CLAIM = ["by", "frame", "more", "less"]
_CHOICES = ["scorer", "voice", "duplicates"]
_DIFFERENCE = ["total_more", "total_less", "difference", "low", "high", "carried", "too_few"]


def tone_specification_curve(
    tone: pd.DataFrame, claims: pd.DataFrame, *, documents: pd.DataFrame
) -> pd.DataFrame:
    """Count each difference in tone toward two actors in every defensible way; a row is a claim in one way.

    Parameters
    ----------
    tone
        One row per scored span toward an actor, of as many scorers as are to be compared.
    claims
        Rows of `tone_differences`: `first`, `second` and the `difference` that is claimed.
    documents
        One row per document, with `doc_id` and `duplicate_group`.

    Returns
    -------
    The columns that `specification_curve` gives too, so that both can be drawn and told alike: `by` (always
    `toward`), `frame` (always `tone`), the actors spoken of `more` and `less` warmly; then `scorer`; `voice`
    (all words, those of the outlet's own voice, or those that it quotes; all, where there is but one of the
    two); `duplicates` (counted, or once); `total_more` and `total_less`, the spans toward either;
    `difference` of their tone (-2 to 2) with its 95 % interval `low` to `high`, in which the scorer's error
    is reckoned; `carried`, whether the interval lies above zero; `too_few`, also where a scorer has no
    measured error.

    Raises
    ------
    MissingColumnError
        If a column is missing.

    Examples
    --------
    >>> tone = pd.DataFrame({"doc_id": [f"d{n % 40}" for n in range(400)], "toward": ["ann", "bob"] * 200,
    ...     "polarity": [0.9, -0.9] * 200, "subjectivity": 0.0, "scorer": "target", "of": "outlet"})
    >>> claims = pd.DataFrame({"first": ["bob"], "second": ["ann"], "difference": [-1.2]})
    >>> documents = pd.DataFrame({"doc_id": [f"d{n}" for n in range(40)], "duplicate_group": None})
    >>> curve = tone_specification_curve(tone, claims, documents=documents)
    >>> curve[["more", "less", "scorer", "duplicates", "carried"]]
      more less  scorer duplicates  carried
    0  ann  bob  target    counted     True
    1  ann  bob  target       once     True
    """
    require(claims, "first", "second", "difference", of="tone_differences")
    require(tone, "doc_id", "toward", "polarity", "scorer", "of", of="tone")
    asked = [_oriented(row) for row in claims.to_dict("records")]
    rows = [
        {**claim, **choice, **_difference(means, claim)}
        for choice, means in _each_way(tone[tone["toward"].notna()], documents)
        for claim in asked
    ]
    found = pd.DataFrame(rows, columns=[*_CLAIM, *_CHOICES, *_DIFFERENCE])
    found = found.astype({"carried": bool, "too_few": bool})
    found = found.astype(dict.fromkeys(("difference", "low", "high"), float))
    return found.sort_values(_CLAIM, kind="stable", ignore_index=True)


def _oriented(claim: dict) -> dict[str, str]:
    """Give a claim with the actor first who is spoken of more warmly."""
    more, less = claim["first"], claim["second"]
    if claim["difference"] < 0:
        more, less = less, more
    return {"by": "toward", "frame": "tone", "more": str(more), "less": str(less)}


def _each_way(tone: pd.DataFrame, documents: pd.DataFrame) -> Iterator[tuple[dict[str, str], pd.DataFrame]]:
    """Give each choice with the mean tone toward every actor that it leads to."""
    group = documents["duplicate_group"]
    copies = set(documents.loc[group.notna() & group.duplicated(), "doc_id"])
    single = documents.assign(duplicate_group=pd.Series(None, index=documents.index, dtype="str"))
    own = tone["of"].eq(OUTLET)
    voices = {ALL: pd.Series(True, index=tone.index), OUTLET: own, QUOTED: ~own}
    scorers = sorted(tone["scorer"].astype("str").unique())
    heard = voices if own.any() and not own.all() else [ALL]
    for scorer, voice, duplicates in product(scorers, heard, ("counted", "once")):
        once = duplicates == "once"
        kept = tone[tone["scorer"].eq(scorer) & voices[voice]]
        kept = kept[~kept["doc_id"].isin(copies)] if once else kept
        means = mean_tone(kept, by="toward", documents=single if once else documents)
        yield {"scorer": scorer, "voice": voice, "duplicates": duplicates}, means


def _difference(means: pd.DataFrame, claim: dict[str, str]) -> dict[str, object]:
    """Give the difference of the two with its interval; nothing where one has too few."""
    sides = means[means["toward"].isin([claim["more"], claim["less"]])]
    spans = sides.set_index("toward")["n"].to_dict()
    totals = {f"total_{side}": int(spans.get(claim[side], 0)) for side in ("more", "less")}
    pairs = tone_differences(sides)
    if pairs.empty or pairs["difference"].isna().any():
        nothing = dict.fromkeys(("difference", "low", "high"), np.nan)
        return {**totals, **nothing, "carried": False, "too_few": True}
    pair = pairs.iloc[0]
    limits = (pair["low"], pair["high"])
    if pair["first"] != claim["more"]:
        limits = (-pair["high"], -pair["low"])
    difference = pair["difference"] if pair["first"] == claim["more"] else -pair["difference"]
    return {
        **totals,
        "difference": difference,
        "low": limits[0],
        "high": limits[1],
        "carried": bool(limits[0] > 0),
        "too_few": False,
    }
