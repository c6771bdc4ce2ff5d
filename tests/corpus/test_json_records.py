"""JSON in its many shapes."""

import pytest

from discourse.corpus.json_records import parse_json
from discourse.errors import ReadError

A, B = '{"id": 1, "text": "One."}', '{"id": 2, "text": "Two."}'


def parsed(text: str):
    return parse_json(text, file="x.json")


@pytest.mark.parametrize(
    "text",
    [
        f"{A}\n{B}\n",
        f"{A}\r\n\r\n{B}",
        f"[{A},\n{B}]",
        f'{{"status": "ok", "articles": [{A}, {B}]}}',
        f'{{"response": {{"status": "ok", "total": 2, "results": [{A}, {B}]}}}}',
        '{"id": [1, 2], "text": ["One.", "Two."]}',
        '{"id": {"0": 1, "1": 2}, "text": {"0": "One.", "1": "Two."}}',
        '{"columns": ["id", "text"], "index": [0, 1], "data": [[1, "One."], [2, "Two."]]}',
    ],
)
def test_lines_lists_and_lists_in_objects_are_records(text):
    assert parsed(text).frame.to_dict("list") == {"id": [1, 2], "text": ["One.", "Two."]}


def test_objects_by_their_ids_are_records():
    table = parsed(f'{{"x": {A}, "y": {B}}}')
    assert table.frame.to_dict("list") == {"doc_id": ["x", "y"], "id": [1, 2], "text": ["One.", "Two."]}


@pytest.mark.parametrize("inner", ['{"links": [{"to": 1}]}', '[{"to": 1}]'])
def test_a_short_text_with_lists_is_one_record(inner):
    assert parsed(f'{{"text": "No.", "meta": {inner}}}').frame["text"].tolist() == ["No."]


def test_one_object_is_one_record():
    table = parsed(A)
    assert (table.frame.to_dict("list"), list(table.rows)) == ({"id": [1], "text": ["One."]}, [1])


def test_an_article_with_a_list_of_comments_is_one_record():
    table = parsed(f'{{"text": "{"Long. " * 50}", "comments": [{{"by": "x"}}]}}')
    assert list(table.frame) == ["text", "comments"]


def test_objects_inside_a_record_become_columns():
    assert list(parsed('{"source": {"id": null, "name": "Times"}, "tags": []}').frame) == [
        "source.id",
        "source.name",
        "tags",
    ]


def test_bare_strings_are_texts():
    assert parsed('["One.", "Two."]').frame["text"].tolist() == ["One.", "Two."]


def test_a_broken_line_is_noted_and_the_others_are_read():
    table = parsed(f'{A}\n{{"id": 2, "text": \n[1]\n{B}\n7\n')
    assert list(table.rows) == [1, 4]
    assert [(note.row, note.detail) for note in table.notes] == [
        (2, "no valid JSON: Expecting value"),
        (3, "a list, not an object"),
        (5, "a number, not an object"),
    ]


def test_a_nest_that_is_too_deep_is_a_broken_line():
    assert parsed("[" * 100_000 + f"\n{A}").frame["id"].tolist() == [1]


@pytest.mark.parametrize(
    "text, message",
    [
        ("", "it has no JSON objects in it"),
        ("[]", "it has no JSON objects in it"),
        ("[1]", "it has no JSON objects in it (row 1: a number, not an object)"),
        ("once", "it has no JSON objects in it (row 1: no valid JSON: Expecting value)"),
    ],
)
def test_a_file_without_records_is_refused(text, message):
    with pytest.raises(ReadError) as error:
        parsed(text)
    assert str(error.value) == message
