"""What holds for every string."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discourse.annotations.statements import find_statements
from discourse.lexicons.cues import read_cues
from discourse.text import sentences
from tests.growth import grows_in_proportion

CUES = read_cues()
PIECES = """said says told me that who according to in the view of as Lee put it Mr. Ruiz she claim's claims
's not has yet to declined was quoted by saying and but promised called for support “ ” " ' ‘ ’ '' `` « »
„ , . ; : — - ( ) ? ! … whether He Will denied 26% U.S. <b x="y"> 中 é İ""".split()
PIECES += ["\n", "\n\n", "\u00ad", "\u200b", "\ud800", "\xa0"]


def check(text: str) -> None:
    found = find_statements(text, sentences(text), CUES)
    for number, statement in enumerate(found):
        assert statement.content_spans
        assert 0 < statement.confidence < 1
        assert statement.via is None or (0 <= statement.via < len(found) and statement.via != number)
        for spans in (statement.speaker_spans, statement.cue_spans, statement.content_spans):
            edges = [edge for span in spans for edge in span]
            assert edges == sorted(edges)
            assert all(0 <= start < end <= len(text) for start, end in spans)


@given(st.text(max_size=300))
def test_any_text_is_read_with_spans_inside_it(text):
    check(text)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
def test_text_rich_in_cues_and_marks_is_read(text):
    check(text)


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_text_without_blanks_is_read(text):
    check(text)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_the_same_text_gives_the_same_statements(text):
    assert find_statements(text, sentences(text), CUES) == find_statements(text, sentences(text), CUES)


@pytest.mark.parametrize(
    "piece", ["“open ", "said that ", "“A,” he said. ", "and Lee, ", "who said ", "'a ", "it: "]
)
def test_time_grows_with_the_length_only(piece):
    assert grows_in_proportion(lambda text: find_statements(text, sentences(text), CUES), piece, 1_000, 8_000)
