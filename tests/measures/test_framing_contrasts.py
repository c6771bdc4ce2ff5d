"""Contrasts that their intervals carry."""

import pytest

from discourse.errors import DiscourseError
from discourse.measures import framing_contrasts, framing_shares
from tests.measures.two_voices import framings


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
