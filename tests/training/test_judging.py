"""When a statement is right, by hand."""

import pytest

from discourse.annotations.statements.cutting import cut
from discourse.annotations.statements.reading import read
from discourse.training.judging import right

READING = read("Lee said that it rained hard today. ", [(0, 35)], cut("Lee said that it rained hard today. "))
"""Tokens: Lee 0, said 1, that 2, it 3, rained 4, hard 5, today 6, full stop 7."""


def ranges(speaker, content):
    return {"speaker": speaker, "cue": [(1, 2)], "content": content}


@pytest.mark.parametrize(
    ("found", "marked", "is_right"),
    [
        (ranges([(0, 1)], [(2, 7)]), ranges([(0, 1)], [(2, 7)]), True),
        (ranges([(0, 1)], [(2, 4)]), ranges([(0, 1)], [(2, 6)]), True),  # 2 of 4 words
        (ranges([(0, 1)], [(2, 4)]), ranges([(0, 1)], [(2, 7)]), False),  # 2 of 5
        (ranges([(1, 2)], [(2, 7)]), ranges([(0, 1)], [(2, 7)]), False),
        (ranges([], [(2, 7)]), ranges([(0, 1)], [(2, 7)]), False),
        (ranges([], [(2, 7)]), ranges([], [(2, 7)]), True),
        (ranges([(0, 1)], [(2, 8)]), ranges([(0, 1)], [(2, 7)]), True),  # a mark is no word
    ],
)
def test_half_of_the_words_and_a_word_of_the_speaker_make_a_statement_right(found, marked, is_right):
    assert right(READING, [found], [marked]) == ([0] if is_right else [None])


def test_a_marked_statement_is_found_once_by_the_one_that_overlaps_most():
    short, whole = ranges([(0, 1)], [(2, 5)]), ranges([(0, 1)], [(2, 7)])
    assert right(READING, [short, whole], [whole]) == [None, 0]
