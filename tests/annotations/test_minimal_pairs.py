"""The minimal pairs: how many uses, voices and distances are right, and that the file is sound."""

import re
from pathlib import Path

import pytest
import yaml

from discourse.annotations.uses import find_use
from discourse.text import sentences as split
from tests.annotations.pairs import judged, sentences

SINGLE = yaml.safe_load(Path(__file__).with_name("use-sentences.yml").read_text(encoding="utf-8"))

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


def use_of(marked: str) -> str:
    """The use of the word in brackets."""
    word = re.search(r"\[(.+?)\]", marked)
    text, start = marked.replace("[", "").replace("]", ""), word.start()
    sentence = next((begin, end) for begin, end in split(text) if begin <= start < end)
    return find_use(text, sentence, start, start + len(word[1])).use


def test_the_use_is_right_in_94_percent_of_single_sentences():
    cases = [(use, marked) for use, listed in SINGLE.items() for marked in listed]
    wrong = [(use, marked) for use, marked in cases if use_of(marked) != use]
    assert len(wrong) / len(cases) <= 0.06, wrong
