"""The tokens that the rules for statements read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.annotations.statements.cutting import cut, cut_all
from discourse.text import cut_at_blanks

PIECES = """Mr. Xi’s J. J.\xa0Smith Smith smith U.S. so-called 26%
3.5 A. B, “Why?” <b x="y"> </b> < 中 é İ \ud800 she'll""".split()
PIECES += [
    "\n",
    "\n\n",
    "\t",
    "'",
    "…",
    "\u2028A",
    '<b x="y">',
    "J.<b>",
    "so</b>",
    "<a\nb>",
    "Mr.<i><b>",
    "İ.<b>",
    "J.\u2028",
]
SOUGHT = {"a", "mr.", "smith"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mr. Lee’s plan", ["mr.", "lee's", "plan"]),
        ("J. Smith of plan B. it rained", ["j.", "smith", "of", "plan", "b", ".", "it", "rained"]),
        ("The U.S. said 3.5%", ["the", "u.s.", "said", "3.5", "%"]),
        ("a <b>c</b>", ["a", "c"]),
    ],
)
def test_titles_and_initials_keep_their_points_and_tags_are_no_words(text, words):
    assert cut(text).words == words


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join), max_size=4))
def test_tokens_of_several_texts_are_those_of_each(texts):
    ended = [text + " end" for text in texts]
    assert cut_all(ended, cut_at_blanks(ended), SOUGHT) == [cut(text, SOUGHT) for text in ended]


def test_a_part_of_a_text_has_its_tokens_counted_from_its_start():
    tokens = cut("It rained, he said.", {"it", "rained", "said"}).within(3, 9)
    assert tokens == (["rained"], [0], [6], [0])


def test_words_are_sought_only_where_somebody_says_which():
    assert cut("It rained, he said.").sought is None
    assert cut("It rained, he said.", {"said", "snowed"}).sought == [4]
