"""How sentences begin: with the name of a person, a pronoun, a noun phrase and its verb."""

import pytest

from discourse.annotations.speakers.beginnings import Beginnings
from discourse.annotations.speakers.capitals import Capitals


def beginnings(text: str) -> Beginnings:
    return Beginnings(text, Capitals(text, [0]).surnames)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Zork left. We met Mayor Zork.", "Zork"),
        ("Zork’s aide left. We met Mayor Zork, and Zork slept.", "Zork’s"),
        ("Zork’s aide left. We met Mayor Zork.", None),
        ("Last week, Zork left. We met Mayor Zork.", "Zork"),
        ("Zork left. We met Mayor Quill.", None),
        ("Zork left. We met Mayor Zork, a zork.", None),
        ("Zork left. We met Mayor Zork-Quill.", None),
        ("Zork left. We met Mayor Zorky.", None),
        ("Zork left. We met Mayor ’Zork’.", None),
        ("Leo Zork, 41, left.", "Leo Zork"),
        ("Leo Zork and Bo.", None),
        ("Leo Zork was late.", "Leo Zork"),
        ("Monday came. We met Mayor Monday.", None),
    ],
)
def test_a_name_is_a_persons_where_it_stands_twice_or_in_full(text, subject):
    found = beginnings(text).subject(0)
    assert (found and found[1]) == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Zork left. We met Mayor Zork.", "Zork"),
        ("Zork left. We met Mayor Zork-Quill.", None),
        ("Zork left. We met Mayor Zork, a zork.", None),
        ("Zork left. We met Mayor Zork, a--zork.", "Zork"),
    ],
)
def test_in_a_long_text_words_are_counted_alike(text, subject):
    for end in ("", " left" * 30_000):
        found = beginnings(text + end).subject(0)
        assert (found and found[1]) == subject


@pytest.mark.parametrize("text", ["He left.", "“She’d left.", "But he left.", "At noon, she left."])
def test_he_and_she_begin_a_sentence_behind_marks_and_a_short_phrase_too(text):
    assert beginnings(text).pronoun(0)[1].lower() in ("he", "she")


@pytest.mark.parametrize("text", ["Here he is.", "Heather left.", "Zork met him.", "The one he knew left."])
def test_he_further_on_begins_no_sentence(text):
    assert beginnings(text).pronoun(0) is None


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The old baker, who slept, was late.", "The old baker"),
        ("A clerk quickly left.", "A clerk"),
        ("The baker of the town was late.", "The baker of the town"),
        ("The baker of the old town was late.", None),
        ("The baker, Leo Zork, was late.", None),
    ],
)
def test_a_noun_phrase_is_a_subject_before_its_verb(text, phrase):
    found = beginnings(text).noun_phrase(0)
    assert (found and found[1]) == phrase
