"""Contrasts that their intervals carry, and whether they survive other ways of counting."""

import numpy as np
import pandas as pd
import pytest

from discourse.errors import DiscourseError
from discourse.measures import framing_contrasts, framing_shares, specification_curve

DOCUMENTS = pd.DataFrame({"doc_id": [f"d{n}" for n in range(12)], "duplicate_group": None})


def framings(nato: int, xi: int) -> pd.DataFrame:
    """Twelve documents with ten words of each voice; so many of these ten are *war*, the rest *crisis*."""
    rows = [
        (doc, voice, "war" if n < wars else "crisis", "asserted", None, None)
        for doc in DOCUMENTS["doc_id"]
        for voice, wars in (("nato", nato), ("xi", xi))
        for n in range(10)
    ]
    return pd.DataFrame(rows, columns=["doc_id", "voice", "frame", "use", "distanced_by", "statement_id"])


def test_a_contrast_is_between_highest_and_lowest_where_intervals_are_apart():
    shares = framing_shares(framings(8, 2), contrast=["war", "crisis"])
    found = framing_contrasts(shares)
    assert found[["by", "frame", "more", "less"]].to_numpy().tolist() == [
        ["voice", "crisis", "xi", "nato"],
        ["voice", "war", "nato", "xi"],
    ]
    assert framing_contrasts(framing_shares(framings(5, 5), contrast=["war", "crisis"])).empty


def test_shares_by_two_columns_have_no_contrasts():
    shares = framing_shares(framings(8, 2), contrast=["war", "crisis"], by=["voice", "use"])
    with pytest.raises(DiscourseError) as error:
        framing_contrasts(shares)
    assert str(error.value) == (
        "contrasts are between the groups of one column; these shares are by ['voice', 'use']"
    )


def test_every_way_of_counting_has_a_row_and_tells_its_difference():
    claims = pd.DataFrame({"by": ["voice"], "frame": ["war"], "more": ["nato"], "less": ["xi"]})
    statements = pd.DataFrame({"statement_id": ["s"], "confidence": [0.5]})
    ways = {"as given": framings(8, 2), "decoys counted": framings(5, 5)}
    curve = specification_curve(
        ways, claims, contrast=["war", "crisis"], documents=DOCUMENTS, statements=statements
    )
    assert len(curve) == 2**5
    assert not curve.duplicated(["lexicon", "use", "distanced", "duplicates", "attribution"]).any()
    given = curve["lexicon"].eq("as given")
    assert np.allclose(curve.loc[given, "difference"], 0.6)
    assert curve.loc[given, "carried"].all()
    assert np.allclose(curve.loc[~given, "difference"], 0)
    assert not curve.loc[~given, "carried"].any()


def test_the_interval_of_a_difference_is_newcombes():
    """Shares of 0.8 and 0.2 whose limits are known: the distances are squared and added."""
    claims = pd.DataFrame({"by": ["voice"], "frame": ["war"], "more": ["nato"], "less": ["xi"]})
    shares = framing_shares(framings(8, 2), contrast=["war", "crisis"], documents=DOCUMENTS)
    a, b = (shares.set_index(["voice", "frame"]).loc[(v, "war")] for v in ("nato", "xi"))
    row = specification_curve(
        {"as given": framings(8, 2)}, claims, contrast=["war", "crisis"], documents=DOCUMENTS
    ).iloc[0]
    assert row["low"] == pytest.approx(0.6 - np.hypot(0.8 - a["low"], b["high"] - 0.2))
    assert row["high"] == pytest.approx(0.6 + np.hypot(a["high"] - 0.8, 0.2 - b["low"]))


def test_what_is_too_little_carries_nothing():
    claims = pd.DataFrame({"by": ["voice"], "frame": ["war"], "more": ["nato"], "less": ["nobody"]})
    curve = specification_curve(
        {"as given": framings(8, 2)}, claims, contrast=["war", "crisis"], documents=DOCUMENTS
    )
    assert curve["too_few"].all()
    assert not curve["carried"].any()
    none = specification_curve(
        {"as given": framings(8, 2)}, claims.head(0), contrast=["war", "crisis"], documents=DOCUMENTS
    )
    assert none.empty
    assert list(none) == list(curve)
    assert none[["carried", "too_few"]].dtypes.eq(bool).all()
