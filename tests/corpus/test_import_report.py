"""What was read and what was not, in rows and in sentences."""

import pandas as pd
import pytest

from discourse.corpus.import_report import ImportReport, Note
from discourse.corpus.kinds import KINDS
from discourse.tables import TABLES

NOTES = (
    Note("empty", doc_id="b", file="x.csv", row=3),
    Note("read", "Read 3 texts."),
    Note("unreadable", "no valid JSON", file="x.jsonl", row=7),
    Note("language", "German", doc_id="a"),
    Note("language", "German", doc_id="c"),
    Note("language", "Russian", doc_id="d"),
    Note("language", "German", doc_id="e"),
    Note("junk", "._*", file="._a.txt"),
)


def test_the_summary_tells_each_kind_once_in_a_fixed_order():
    assert str(ImportReport(NOTES)).split("\n") == [
        "Read 3 texts.",
        "Not in the corpus: 1 text could not be read: x.jsonl, row 7 (no valid JSON).",
        "1 system file was left out: 1 × ._*.",
        "Warning: 1 document has no text: b. It stays in the corpus.",
        "Warning: 4 documents seem not to be in English (3 × German, 1 × Russian): a, c, d and 1 more. "
        "The word lists are made for English only.",
    ]


def test_the_rows_hold_every_finding_with_its_place():
    rows = ImportReport(NOTES).rows
    assert list(rows) == ["severity", "kind", "detail", "doc_id", "file", "row"]
    assert rows["severity"].value_counts().to_dict() == {"warning": 5, "note": 2, "error": 1}
    assert rows.iloc[0].to_dict() == {
        "severity": "warning",
        "kind": "empty",
        "detail": "",
        "doc_id": "b",
        "file": "x.csv",
        "row": 3.0,
    }


def test_the_rows_of_an_empty_report_have_their_types():
    pd.testing.assert_series_equal(ImportReport().rows.dtypes, ImportReport(NOTES).rows.dtypes)
    assert str(ImportReport()) == "Nothing to report."


def test_warnings_and_errors_are_problems():
    problems = ImportReport(NOTES).problems()
    assert list(problems) == list(TABLES["problems"].columns)
    assert set(problems["stage"]) == {"reading"}
    assert problems["reason"].tolist()[:3] == [
        "document has no text",
        "text could not be read: no valid JSON",
        "document seems not to be in English: German",
    ]
    assert problems["row"].tolist()[:2] == [3.0, 7.0]
    assert len(ImportReport().problems()) == 0


def test_kinds_of_warnings_are_counted_not_their_rows():
    assert ImportReport(NOTES).n_warnings == 3


def test_html_escapes_what_texts_and_names_bring():
    shown = ImportReport((Note("markup", "'<script>'", doc_id="<b>x</b>"),))._repr_html_()
    assert "<script>" not in shown
    assert "<b>" not in shown
    assert "&lt;script&gt;" in shown


def test_a_report_does_not_change():
    with pytest.raises(AttributeError):
        ImportReport(NOTES).notes = ()


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("n", [1, 2])
def test_every_kind_makes_a_sentence(name, n):
    kind = KINDS[name]
    notes = tuple(Note(name, "A detail.", doc_id=f"d{i}") for i in range(n))
    (sentence,) = ImportReport(notes).sentences
    assert sentence.endswith(".")
    assert kind.severity in ("note", "warning", "error")
    assert kind.shows in ("places", "both", "details", "counts", "tally")
    if kind.one:
        assert (kind.one if n == 1 else kind.many) in sentence
