"""CSV and its kin."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.corpus.delimited import parse_delimited
from discourse.errors import ReadError

CELLS = st.text(alphabet=st.sampled_from("ab1 ,;\t|\"'\n\r“é"), max_size=8)


def parsed(text: str):
    return parse_delimited(text, file="x.csv")


def told(table) -> list[tuple]:
    return [(note.kind, note.detail, note.row) for note in table.notes]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(separator):
    rows = [["id", "outlet", "text"], ["1", "Times", "War, they said; or crisis."], ["2", "Mirror", "a | b"]]
    text = "\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)
    assert parsed(text).frame.to_dict("list") == {
        "id": [1, 2],
        "outlet": ["Times", "Mirror"],
        "text": ["War, they said; or crisis.", "a | b"],
    }


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=6))
def test_every_quoted_cell_comes_back_to_the_character(rows):
    """Separators, quotes and line ends inside a cell are text."""
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([["k", "text"], *[[f"k{first}", f"t{second}"] for first, second in rows]])
    table = parsed(written.getvalue())
    assert table.frame["text"].tolist() == [f"t{second}" for _, second in rows]
    assert table.notes == ()


def test_rows_have_the_line_where_they_begin():
    table = parsed('id,text\r\n1,"two\r\nlines"\r\n\r\n2,one\r\n')
    assert list(table.rows) == [2, 5]
    assert table.frame["text"].tolist() == ["two\r\nlines", "one"]


def test_surplus_fields_belong_to_the_last_column():
    table = parsed("id,text\n1,War, they said, or crisis.\n2,One.\n")
    assert table.frame["text"].tolist() == ["War, they said, or crisis.", "One."]
    assert told(table) == [("ragged", "4 fields under 2 columns", 2)]


def test_a_row_that_is_too_short_lacks_the_last_fields():
    table = parsed("id,title,text\n1,Head,Body\n2,Head\n")
    assert table.frame["text"].tolist() == ["Body", None]
    assert told(table) == [("ragged", "2 fields under 3 columns", 3)]


def test_a_quotation_mark_that_is_never_closed_is_told():
    table = parsed('id,text\n1,"One."\n2,"Two.\n3,Three.\n')
    assert table.frame["text"].tolist() == ["One.", "Two.\n3,Three."]
    assert told(table) == [("open-quote", "lines 3 to 4 became one text", 3)]


def test_a_single_column_needs_no_separator():
    assert parsed("text\nOne, two.\nThree.\n").frame["text"].tolist() == ["One, two.", "Three."]


def test_types_are_kept_where_every_cell_agrees():
    frame = parsed("n,share,flag,code,mixed\n1,0.5,True,007,1\n2,1,False,010,x\n").frame
    assert frame.to_dict("list") == {
        "n": [1, 2],
        "share": [0.5, 1.0],
        "flag": [True, False],
        "code": ["007", "010"],
        "mixed": ["1", "x"],
    }


def test_words_such_as_na_are_words():
    frame = parsed("iso,text\nNA,None\nnull,\n").frame
    assert frame.to_dict("list") == {"iso": ["NA", "null"], "text": ["None", None]}


def test_columns_without_a_name_or_with_the_same_name_are_kept_apart():
    assert list(parsed(",text,text\n0,a,b\n").frame) == ["Unnamed: 0", "text", "text.2"]


def test_the_line_in_which_excel_names_the_separator_is_no_row():
    assert parsed("sep=;\r\nid;text\r\n1;Talks, again.\r\n").frame["text"].tolist() == ["Talks, again."]


def test_a_first_row_with_a_text_is_no_header():
    text = "The minister said that the talks would go on. " * 5
    table = parsed(f'1,"{text}"\n2,"{text}"\n')
    assert table.frame.to_dict("list") == {"column 1": [1, 2], "column 2": [text, text]}
    assert told(table) == [
        (
            "column",
            "The first row of x.csv is a text and no header; its columns are called column 1, column 2.",
            1,
        )
    ]


def test_a_long_cell_is_read_and_the_limit_of_the_csv_module_is_left_alone():
    before = csv.field_size_limit()
    assert len(parsed(f'id,text\n1,"{"word " * 50_000}"\n').frame["text"][0]) == 250_000
    assert csv.field_size_limit() == before


@pytest.mark.parametrize(
    "text, message",
    [("", "it is empty"), ("id,text\n", "it has a header but no rows below it")],
)
def test_a_table_without_rows_is_refused(text, message):
    with pytest.raises(ReadError) as error:
        parsed(text)
    assert str(error.value) == message
