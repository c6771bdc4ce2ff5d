"""The folder of marked texts: two forms of a CSV file and brat's files say the same, and faults are named."""

import pytest

from discourse import ReadError
from discourse.training.brat import read_brat
from discourse.training.sheet import read_sheet
from tests.training.marked_corpus import write_brat, write_spans, write_words


def test_offsets_words_and_brat_give_the_same_marks(marked_texts, tmp_path):
    folders = [tmp_path / name for name in ("spans", "words", "brat")]
    for folder in folders:
        folder.mkdir()
    spans = read_sheet(write_spans(folders[0], marked_texts))
    assert sum(len(text.statements) for text in spans) == sum(len(rows) for _, rows in marked_texts.values())
    assert read_sheet(write_words(folders[1], marked_texts)) == spans
    assert read_brat(write_brat(folders[2], marked_texts)) == spans


@pytest.fixture
def one(tmp_path):
    """A folder with one text; give it a `statements.csv` or marks."""
    (tmp_path / "a.txt").write_text("Lee said it rained. Lee left.", encoding="utf-8")
    return tmp_path


HEAD = "doc_id,speaker,cue,content\n"
SPANS = "doc_id,speaker_spans,cue_spans,content_spans\n"


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("doc_id,speaker\n", "statements.csv, line 1: there is no column cue, content"),
        (HEAD + "b,Lee,said,it rained\n", "statements.csv, line 2: text 'b' is unknown. Known: 'a'."),
        (
            HEAD + "a,Lee,said,it snowed\n",
            "statements.csv, line 2: the content 'it snowed' does not stand in the text",
        ),
        (
            HEAD + "a,Lee,said,Lee\n",
            "statements.csv, line 2: the content 'Lee' stands 2 times in the text; give a 'start'",
        ),
        (HEAD + "a,Lee,said,\n", "statements.csv, line 2: a statement needs a content"),
        (
            SPANS + 'a,"[[0, 3]]","[[4, 8]]",9-18\n',
            "statements.csv, line 2: content_spans is '9-18'; write it as [[0, 12], [20, 31]]",
        ),
        (
            SPANS + 'a,"[[0, 3]]","[[4, 8]]","[[9, 99]]"\n',
            "statements.csv, line 2: 9 to 99 is no place in the text, which has 29 characters; "
            "a span begins before it ends, and ends in the text",
        ),
    ],
)
def test_a_fault_in_the_csv_file_is_named_with_its_line(one, rows, message):
    (one / "statements.csv").write_text(rows, encoding="utf-8")
    with pytest.raises(ReadError) as fault:
        read_sheet(one)
    assert str(fault.value) == message


@pytest.mark.parametrize(
    ("name", "lines", "message"),
    [
        ("b.ann", "", "b.ann marks no text: there is no b.txt in {folder}"),
        (
            "a.ann",
            "T1\tContent nine 18\tit rained",
            "a.ann, line 1: a marked span is written as 'T1', tab, 'Source 0 12', tab, its words",
        ),
        (
            "a.ann",
            "T1\tContent 9 18\tit rained\nE1\tContent:T1 Cue:T7",
            "a.ann, line 2: there is no span 'T7' in this file",
        ),
    ],
)
def test_a_fault_in_a_file_of_brat_is_named_with_its_line(one, name, lines, message):
    (one / name).write_text(lines, encoding="utf-8")
    with pytest.raises(ReadError) as fault:
        read_brat(one)
    assert str(fault.value) == message.format(folder=one)


def test_of_several_who_marked_a_text_the_middle_one_counts(one):
    span = "T1\tContent 9 18\tit rained\n"
    for who, n in (("x", 0), ("y", 1), ("z", 3)):
        events = "".join(f"E{i}\tContent:T1\n" for i in range(n))
        (one / f"a_{who}.ann").write_text(span + events, encoding="utf-8")
    [text] = read_brat(one)
    assert len(text.statements) == 1


def test_words_of_a_span_may_run_over_the_end_of_a_line(one):
    (one / "a.ann").write_text("T1\tContent 9 18\tit\nThat is\nE1\tContent:T1\n", encoding="utf-8")
    [text] = read_brat(one)
    assert [statement.content for statement in text.statements] == [((9, 18),)]
