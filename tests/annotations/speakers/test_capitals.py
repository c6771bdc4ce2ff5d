"""Words with a capital: which of them name people."""

import pytest

from discourse.annotations.speakers.capitals import Capitals


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
    assert Capitals(text).persons == persons


def test_surnames_are_the_words_that_follow_another_with_a_capital():
    text = "Zork Ruiz saw eBay Inc. Nobody else.\nThe Smiths (Ana, Bo) and St.\u00a0O’Hara left."
    assert Capitals(text).surnames == {"ruiz", "inc", "nobody", "smiths", "o’hara"}


def test_names_of_persons_are_found_where_the_text_has_the_surname_with_a_first_name():
    text = "Leo Ruiz met Zork. Ruiz's aide and Zork left."
    begin = text.index("Ruiz's")
    found = Capitals(text).persons_between(begin, len(text))
    assert [(name.words, name.start) for name in found] == [("Ruiz's", begin)]


def test_a_run_over_the_end_of_a_sentence_is_cut_there():
    text = "It rained on Leo. Ruiz, a baker, left with Leo Ruiz."
    begin = text.index("Ruiz")
    assert [name.words for name in Capitals(text).persons_between(0, begin)] == []
    assert [name.words for name in Capitals(text).persons_between(begin, len(text))] == ["Ruiz", "Leo Ruiz"]


def test_a_full_name_is_introduced_by_an_age_or_by_words_that_tell_who_it_is():
    text = "We saw Leo Van Okonjo, 41, and Leo Van Mbeki, too."
    assert [name.words for name in Capitals(text).persons_between(0, len(text))] == ["Leo Van Okonjo"]
