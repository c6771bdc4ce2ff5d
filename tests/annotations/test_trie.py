"""The trie of a lexicon is kept from one partition to the next, and learns the terms that it meets."""

import pytest

from discourse.annotations import trie
from discourse.annotations.trie import walk
from discourse.lexicons.patterns import pattern
from discourse.text import memory, tokenize

PATTERNS = tuple(pattern(text, "war", "term") for text in ("invade*", "special operation", "war"))


@pytest.fixture(autouse=True)
def nothing_remembered():
    memory.forget()


def found(tokens):
    first, last, number = walk(tokens, PATTERNS)
    return sorted(zip(first.tolist(), last.tolist(), number.tolist(), strict=True))


def test_terms_that_are_met_later_are_found_from_then_on():
    assert found(tokenize(["They talk."])) == []
    assert found(tokenize(["They invade."])) == [(1, 1, 0)]
    assert found(tokenize(["The invaders of a special operation invade."])) == [
        (1, 1, 0),
        (4, 5, 1),
        (6, 6, 0),
    ]


def test_texts_that_were_cut_before_other_terms_were_met_have_the_same_patterns_afterwards():
    before = tokenize(["The invader goes to war."])
    assert found(tokenize(["No invasion: special invaders invaded in a special operation."])) == [
        (3, 3, 0),
        (4, 4, 0),
        (7, 8, 1),
    ]
    assert found(before) == [(1, 1, 0), (4, 4, 2)]


def test_another_memory_has_another_trie():
    assert found(tokenize(["A war."])) == [(1, 1, 2)]
    memory.forget()
    assert found(tokenize(["Now the invaders go to war."])) == [(2, 2, 0), (5, 5, 2)]


def test_more_lexicons_than_are_kept_are_found_one_after_the_other():
    tokens = tokenize(["one two three four five six seven eight nine ten"])
    words = tokens.terms[tokens.units.term].tolist()
    lexicons = [(pattern(word, "number", "term"),) for word in words]
    for _ in range(2):
        assert [walk(tokens, lexicon)[0].tolist() for lexicon in lexicons] == [[i] for i in range(10)]


def test_steps_that_share_a_slot_are_all_found(monkeypatch):
    phrases = [f"{first} {second}" for first in "abcdef" for second in "ghijkl"]
    tokens, patterns = tokenize([", ".join(phrases)]), [pattern(one, "letters", "term") for one in phrases]
    monkeypatch.setattr(trie, "_MOST_BITS", 2)
    assert sorted(walk(tokens, patterns)[2].tolist()) == list(range(36))
