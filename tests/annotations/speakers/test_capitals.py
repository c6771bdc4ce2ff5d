"""Words with a capital: which of them name people."""

import pytest

from discourse.annotations.speakers.capitals import Capitals


def people(*sentences: str) -> list[tuple[int, str]]:
    """The names of people in a text of these sentences: number of the sentence and words."""
    text, begins = "", []
    for sentence in sentences:
        begins.append(len(text))
        text += sentence
    found = Capitals(text, begins).people
    assert all(text[name.start : name.end] == name.words for names in found.values() for name in names)
    return [(number, name.words) for number, names in found.items() for name in names]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("We met Leo Ruiz.", {"Ruiz"}),
        ("We met Mr. Okonjo and Minister Haddou-Benali.", {"Okonjo", "Haddou-Benali"}),
        ("We met Leo T. Ruiz.", {"Ruiz"}),
        ("We met Leo\nRuiz.", set()),
        ("We met Leo.\tRuiz stayed.", {"Ruiz"}),
        ("We met Zork Ruiz.", set()),
        ("We met deLeo Ruiz.", set()),
        ("We met Leo Monday.", set()),
    ],
)
def test_a_surname_is_a_persons_behind_a_first_name_or_a_title(text, persons):
    assert Capitals(text, [0]).persons == persons


def test_surnames_are_the_words_that_follow_another_with_a_capital():
    text = "Zork Ruiz saw eBay Inc. Nobody else.\nThe Smiths (Ana, Bo) and St.\u00a0O’Hara left."
    assert Capitals(text, [0]).surnames == {"ruiz", "inc", "nobody", "smiths", "o’hara"}


def test_names_of_people_are_found_where_the_text_has_the_surname_with_a_first_name():
    assert people("Leo Ruiz met Zork. ", "Ruiz's aide and Zork left.") == [(0, "Leo Ruiz"), (1, "Ruiz's")]


def test_a_run_over_the_end_of_a_sentence_is_cut_there():
    assert people("We met Leo Ruiz. ", "Ruiz left.") == [(0, "Leo Ruiz"), (1, "Ruiz")]
    assert people("He saw Leo.", "Ruiz left. ", "Leo Ruiz did.") == [(1, "Ruiz"), (2, "Leo Ruiz")]


def test_a_full_name_is_introduced_by_an_age_or_by_words_that_tell_who_it_is():
    text = "We saw Leo Van Okonjo, 41, and Leo Van Mbeki, too, and Leo Van Haddou, a baker."
    assert people(text) == [(0, "Leo Van Okonjo"), (0, "Leo Van Haddou")]
