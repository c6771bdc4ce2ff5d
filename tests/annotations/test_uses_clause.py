"""The words of a stretch of text, and where they begin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.annotations.uses import find_use
from discourse.annotations.uses.clause import Stretch, phrase_at, read_words

TEXT = "They cannot, he’s sure, call it a so-called war - Russia's isn't one."


def test_each_word_begins_where_it_stands():
    stretch = Stretch(TEXT, 0, len(TEXT))
    begins = {word: stretch.start(place) for place, word in enumerate(stretch.words)}
    assert begins["they"] == 0
    assert begins["can"] == TEXT.index("cannot")
    assert {TEXT[begins[word] :][: len(word)] for word in ("war", "so-called", "-")} == {
        "war",
        "so-called",
        "-",
    }


def test_both_words_of_cannot_begin_at_its_first_letter():
    stretch = Stretch(TEXT, 0, len(TEXT))
    place = stretch.words.index("can")
    assert stretch.words[place + 1] == "not"
    assert stretch.start(place) == stretch.start(place + 1) == TEXT.index("cannot")


def test_a_stretch_begins_with_its_first_whole_word():
    assert Stretch("Moscow says no", 3, 14).words == ["says", "no"]


@given(st.text(alphabet="aN.'’-‐, \t\n", max_size=25), st.integers(0, 25), st.integers(0, 25))
def test_blanks_are_to_words_what_other_white_space_is(text, start, end):
    assert read_words(text, start, end) == read_words(text.replace(" ", "\u2003"), start, end)


def test_a_contraction_that_stands_apart_is_read():
    text = "They did n't portray a war"
    assert Stretch(text, 0, len(text)).words == ["they", "did", "n", "not", "portray", "a", "war"]
    assert find_use(text, (0, len(text)), 23, 26).use == "negated"


@pytest.mark.parametrize(
    ("contracted", "words"),
    [
        ("won’t", ["will", "not"]),
        ("can't", ["can", "not"]),
        ("isn’t", ["is", "not"]),
        ("they're", ["they", "are"]),
    ],
)
def test_a_contraction_is_two_words(contracted, words):
    assert Stretch(contracted, 0, len(contracted)).words == words


@pytest.mark.parametrize(("words", "length"), [("rather than a war", 2), ("rather a war", 0), ("rather", 0)])
def test_a_phrase_is_found_in_full_or_not_at_all(words, length):
    assert phrase_at(words.split(), 0, frozenset({"rather than", "rather than not"})) == length
