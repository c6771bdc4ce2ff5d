"""Where one sentence ends and the next begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.text import sentences
from tests.growth import grows_in_proportion

PROSE = st.text(alphabet=st.sampled_from(list("aB1. !?…\"'“”‘’()\n\r\t—-,\u00a0\u2028\u00ad。")), max_size=60)


def cut(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Mr. Xi met Gen. Keith Kellogg.", "They spoke."],
        ["He moved to the U.S. in May.", "It rained."],
        ["He left the U.S.", "The war went on."],
        ["The U.S. Senate voted."],
        ["J. D. Vance spoke.", "So did Volodymyr O. Zelensky."],
        ["“We are done.”", "He left."],
        ["“Why?” he asked.", "Nobody knew."],
        ["She paused … and went on.", "Then she left."],
        ["She paused . . . and went on.", "Then. . . .", "Nothing."],
        ["It closed at 5 p.m. on Monday.", "Nobody came."],
        ["It closed at 5 p.m.", "The doors shut."],
        ["Resolution No. 2202 stands.", "No.", "It does not."],
        ["The site example.com and Node.js are named.", "Fine."],
        ["Growth was 3.5 percent.", "In 2022.", "Yes!"],
        ["Acme Inc. said it would sell.", "Shares fell."],
        ["(He was late.)", "We began."],
        ["It was over.", "—The end, they said."],
        ["“You lie!”", "They left."],
        ["Talks failed …", "“Never again.”"],
        ["A phase of policy.", "The president spoke."],
    ],
)
def test_a_line_of_prose_is_cut_where_a_reader_would(expected):
    assert cut(" ".join(expected)) == expected


def test_a_lost_blank_behind_the_full_stop_is_made_up_for():
    assert cut("It was a matter of policy.The president spoke.") == [
        "It was a matter of policy.",
        "The president spoke.",
    ]


def test_headings_and_paragraphs_end_without_a_full_stop():
    assert cut("War in Europe\n\nThe talks\r\n\r\nshe said") == ["War in Europe", "The talks", "she said"]


def test_list_numbers_stay_with_their_item():
    assert cut("1. Ceasefire\n2. Withdrawal\n") == ["1. Ceasefire", "2. Withdrawal"]


def test_a_hard_wrapped_paragraph_is_one_sentence():
    text = (
        "The Security Council met on Monday to consider the report of the\n"
        "Secretary-General on the situation in the region, and heard a statement by\n"
        "Ukraine before it rose for the day and went on with its business elsewhere.\n"
    )
    assert len(sentences(text)) == 1


def test_a_short_line_above_wrapped_text_is_a_heading():
    text = (
        "Agenda item 8\n"
        "The Security Council met on Monday to consider the report of the long\n"
        "awaited mission, and heard a statement before it rose for the whole day.\n"
    )
    assert cut(text)[0] == "Agenda item 8"


@pytest.mark.parametrize(
    "line_break", ["\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x85", "\u2028", "\n\t", " \r  "]
)
@pytest.mark.parametrize("end", ["", " ", "\n", "\r"])
def test_every_character_that_breaks_lines_does(line_break, end):
    lines = ["A headline", "and what goes on small.", "The next", "Again a headline", "The last"]
    text = line_break.join([*lines[:3], "", lines[3], "", "", lines[4]]) + end
    assert cut(text) == [lines[0] + line_break + lines[1], *lines[2:]]


def test_each_line_is_a_paragraph_where_lines_are_long():
    long = "word " * 60
    assert len(sentences(f"{long}\nThe next {long}\nThe last {long}")) == 3


@given(st.one_of(st.text(max_size=80), PROSE))
def test_the_spans_cover_every_non_space_character_once_in_order(text):
    spans = sentences(text)
    covered = [i for start, end in spans for i in range(start, end)]
    assert covered == sorted(set(covered))
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(covered)
    assert all(not text[s].isspace() and not text[e - 1].isspace() for s, e in spans)


@pytest.mark.parametrize("unit", [".", " ", "\n", '"', "a.B", "“", ". ", "U.S. ", "\r\n ", '."'])
def test_time_grows_in_proportion_to_length(unit):
    assert grows_in_proportion(sentences, unit, 20_000, 200_000)


RAGGED = """The delegation told the General Assembly of the United
Nations that it would vote for the text, as it had voted
for the one before, and that it expected others to do
the same. It asked the
President of the Council to put the matter to its
members before the end of the month, and thanked the
Secretary-General for the patience he had shown."""


def test_a_ragged_line_goes_on_before_a_capital_too():
    found = [" ".join(RAGGED[start:end].split()) for start, end in sentences(RAGGED)]
    assert [sentence[:14] for sentence in found] == ["The delegation", "It asked the", "President of t"]


def test_a_list_of_headlines_is_no_flowing_text():
    headlines = [
        "Envoy says that no date has been set",
        "Prices fall after a week of quiet on the northern border",
        "Harbours open again",
        "Ministers meet in Geneva to talk about grain and the long shipping lanes",
    ]
    assert len(sentences("\n".join(headlines))) == 4


WRAPPED = """The council met in the old mill by the river, and nobody who
had come that morning could say how long the meeting would be
"""


@pytest.mark.parametrize("page_break", ["6\n\n\n", "\n", "\n\n 12\n\n"])
def test_a_page_break_ends_no_sentence_that_goes_on_in_small_letters(page_break):
    text = f"{WRAPPED}{page_break}held, or what it would cost the town in the end to say nothing.\nThey went home.\n"
    assert len(cut(text)) == 2


def test_a_number_between_two_sentences_and_a_short_line_end_them():
    text = f"{WRAPPED}held.\n7\n\nnobody spoke.\n\na list\n\nof short lines\n"
    assert [sentence.split()[0] for sentence in cut(text)] == ["The", "7", "nobody", "a", "of"]
