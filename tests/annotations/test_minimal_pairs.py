"""The minimal pairs: how many uses, voices and distances are right, and that the file is sound."""

import pytest

from tests.annotations.pairs import judged, sentences

HELD_TARGET = 0.90


def share_right(*, held: bool, column: str) -> float:
    table = judged()
    return table[(table["held"] == held) & (table["column"] == column)]["right"].mean()


def test_there_are_150_pairs_and_half_of_them_are_held_back():
    halves = sentences()
    assert len(halves) >= 300
    assert 0.4 <= sum(half.held for half in halves) / len(halves) <= 0.6


def test_every_word_in_brackets_is_found():
    table = judged()
    assert table[table["found"] == "not found"]["text"].tolist() == []


def test_both_halves_of_90_percent_of_the_held_pairs_have_the_right_use():
    uses = judged().query("held and column == 'use'")
    assert uses.groupby("pair")["right"].all().mean() >= HELD_TARGET


@pytest.mark.parametrize("column", ["voice", "distanced_by"])
def test_held_pairs_have_the_right_voice_and_distance_in_85_percent(column):
    assert share_right(held=True, column=column) >= 0.85


@pytest.mark.parametrize("column", ["use", "voice", "distanced_by"])
def test_the_pairs_that_the_rules_were_made_with_stay_right(column):
    table = judged()
    wrong = table[~table["held"] & (table["column"] == column) & ~table["right"]]
    assert wrong[["text", "wanted", "found"]].to_numpy().tolist() == []
