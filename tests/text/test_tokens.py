"""Words, units and marks."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.text import normal, tokenize, tokens

TRICKY = st.text(alphabet=st.sampled_from(list("aSs1.,'’-&\u00ad\u0301 \n\u200bİ𝐀😀_ß")), max_size=40)
ANY = st.one_of(st.text(max_size=60), TRICKY)


def words(text):
    cut = tokenize([text])
    return cut.terms[cut.word_term].tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia’s war", ["russia", "'s", "war"]),
        ("don't, won’t", ["don't", "won't"]),
        ("the U.S. and the U.N.", ["the", "u.s.", "and", "the", "u.n."]),
        ("1,204 or 3.5 of 5.", ["1,204", "or", "3.5", "of", "5"]),
        ("so-called AT&T", ["so-called", "at&t"]),
        ("Zel\u00adensky", ["zelensky"]),
        ("e\u0301tat \u00e9tat", ["\u00e9tat", "\u00e9tat"]),
        ("'quoted' dogs' owners'", ["quoted", "dogs", "owners"]),
        ("O'Brien's", ["o'brien", "'s"]),
        ("", []),
        ("…—!", []),
        ("S's 's", ["s", "'s", "s"]),
    ],
)
def test_words_are_what_a_reader_counts(text, expected):
    assert words(text) == expected


@given(ANY)
def test_tokens_cover_every_non_space_character_once_in_order(text):
    covered = [i for start, end in tokens(text) for i in range(start, end)]
    assert covered == [i for i, character in enumerate(text) if not character.isspace()]


@given(
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Mn", "Mc", "Me", "Cf")), max_size=60)
)
def test_units_are_the_word_characters_of_the_re_module(text):
    """Apart from accents and invisible characters, which `\\w` would cut at."""
    cut = tokenize([text])
    found = [(s, e) for s, e in zip(cut.units.start(), cut.units.end(), strict=True)]
    assert found == [match.span() for match in re.finditer(r"\w+", text)]


@given(st.lists(ANY, max_size=5))
def test_several_texts_are_cut_as_each_alone(texts):
    together = tokenize(texts)
    for i, text in enumerate(texts):
        alone = tokenize([text])
        mine = together.word_text == i
        assert together.word_start[mine].tolist() == alone.word_start.tolist()
        assert together.word_end[mine].tolist() == alone.word_end.tolist()
        assert together.terms[together.word_term[mine]].tolist() == alone.terms[alone.word_term].tolist()


def test_counts_equal_those_of_the_re_module_on_plain_prose():
    text = "War is war, and the war went on: a war of words. " * 3
    cut = tokenize([text])
    assert Counter(cut.terms[cut.units.term].tolist()) == Counter(re.findall(r"\w+", text.lower()))


@given(st.text(max_size=60))
def test_the_view_for_matching_has_the_same_length(text):
    assert len(normal(text)) == len(text)
