"""What encloses the words of a text: quotations, paragraphs, units."""

from hypothesis import given
from hypothesis import strategies as st

from discourse.annotations.statements import quotations_in, read
from discourse.annotations.statements.cutting import cut
from discourse.text import sentences

MARKS = "“ ” \" ' ’ ‘ « » said, It rained. Lee We > \n \n\n".split(" ")


@given(st.lists(st.sampled_from(MARKS), max_size=20).map(" ".join))
def test_a_text_without_tags_has_the_quotations_that_were_read(text):
    assert read(text, sentences(text), cut(text)).quotations == quotations_in(text, sentences(text))


def test_marks_within_a_tag_are_not_read_but_stand_in_the_text():
    text = 'Lee wrote <post id="7"> that it rained.'
    assert read(text, sentences(text), cut(text)).quotations == []
    assert [text[q.start : q.end] for q in quotations_in(text, sentences(text))] == ['"7"']
