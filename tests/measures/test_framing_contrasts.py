"""Contrasts that their intervals carry."""

import pandas as pd
import pytest

from discourse.errors import DiscourseError
from discourse.measures import framing_contrasts, framing_shares

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
