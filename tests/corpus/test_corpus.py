"""The corpus: documents that do not change."""

import copy
import pickle

import numpy as np
import pandas as pd
import pytest

from discourse.corpus import Corpus, ImportReport
from discourse.corpus.import_report import Note
from discourse.errors import DiscourseError, MissingColumnError

FINGERPRINT = "617c831a0d481e0a8e93c5198a1a4fff9d82e45208036ba5248ed58022fc8b23"


def frame(**columns) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "doc_id": ["a", "b", "c"],
            "outlet": ["Times", "Mirror", None],
            "date": ["2022-03-05", "2022-03", None],
            "text": ["A war.", "A crisis.", ""],
            "words": [2, 2, 0],
            "tags": [["x"], [], ["y", "z"]],
            **columns,
        }
    )


def test_it_prints_itself_in_one_line():
    assert repr(Corpus(frame())) == "Corpus(3 documents, 2 outlets, 2022-03 to 2022-03-05)"
    assert repr(Corpus(frame().head(1))) == "Corpus(1 document, 1 outlet, 2022-03-05)"
    assert repr(Corpus(frame()[["doc_id", "text"]])) == "Corpus(3 documents)"


def test_a_guessed_text_column_and_warnings_are_in_that_line():
    report = ImportReport(
        (Note("guess", "outlet from 'source'"), Note("guess", "text from 'body'"), Note("empty"))
    )
    assert repr(Corpus(frame().head(1), report)) == (
        "Corpus(1 document, 1 outlet, 2022-03-05; text from 'body'; 1 warning in import_report)"
    )


def test_in_a_notebook_it_is_a_table_in_which_nothing_runs():
    evil = "<script>alert(1)</script>"
    report = ImportReport((Note("read", f"Read {evil}."),))
    shown = Corpus(frame(title=[evil] * 3, text=[evil] * 3, outlet=[evil] * 3), report)._repr_html_()
    assert "<table" in shown
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown


def test_the_table_in_a_notebook_shows_the_first_documents_and_shortens_texts():
    many = Corpus(pd.DataFrame({"doc_id": [f"d{i}" for i in range(9)], "text": ["word " * 500] * 9}))
    shown = many._repr_html_()
    assert "d4" in shown
    assert "d5" not in shown
    assert len(shown) < 3_000
    assert ">500<" in shown
    assert "outlet" not in shown


def test_nothing_done_to_the_documents_reaches_the_corpus():
    corpus = Corpus(frame())
    before = corpus.fingerprint
    documents = corpus.documents
    documents.loc[0, "text"] = "Changed."
    documents["words"] += 1
    del documents["outlet"]
    documents.attrs["schema_version"] = 99
    fresh = Corpus(corpus.documents)
    assert fresh.fingerprint == before
    assert corpus.documents.attrs["schema_version"] != 99
    with pytest.raises(ValueError, match="read-only"):
        corpus.documents["words"].to_numpy()[0] = 7


def test_nothing_done_to_the_table_it_was_made_of_reaches_the_corpus():
    table = frame()
    corpus = Corpus(table)
    table.loc[0, "text"] = "Changed."
    assert corpus.documents["text"][0] == "A war."


def test_its_parts_cannot_be_replaced():
    with pytest.raises(AttributeError):
        Corpus(frame()).import_report = ImportReport()


def test_the_columns_are_those_of_the_table_and_then_the_users():
    assert list(Corpus(frame()).documents) == [
        *["doc_id", "title", "date", "date_precision", "outlet", "author", "speaker", "actor", "text"],
        *["duplicate_group", "words", "tags"],
    ]


def test_a_missing_text_is_an_empty_one():
    assert Corpus(frame(text=["A war.", None, np.nan])).documents["text"].tolist() == ["A war.", "", ""]


def test_where_takes_a_question_or_one_answer_per_document():
    corpus = Corpus(frame(), ImportReport((Note("read", "Read."),)))
    assert corpus.where("outlet == 'Times'").documents["doc_id"].tolist() == ["a"]
    assert corpus.where("words > 0 and outlet != 'Times'").documents["doc_id"].tolist() == ["b"]
    assert corpus.where(corpus.documents["date"].notna()).documents["doc_id"].tolist() == ["a", "b"]
    assert corpus.where([False, False, True]).documents.index.tolist() == [0]
    assert corpus.where("words > 0").import_report is corpus.import_report


@pytest.mark.parametrize(
    "condition, message",
    [
        ("outlt == 'Times'", "cannot answer \"outlt == 'Times'\": name 'outlt' is not defined."),
        ("outlet ==", "cannot answer 'outlet ==': invalid syntax"),
        ("words", "a condition must be true or false for each of the 3 documents"),
        ([True, False], "a condition must be true or false for each of the 3 documents"),
        (True, "a condition must be true or false for each of the 3 documents"),
    ],
)
def test_a_question_that_has_no_answer_is_refused(condition, message):
    with pytest.raises(DiscourseError) as error:
        Corpus(frame()).where(condition)
    assert str(error.value).startswith(message)


def test_head_gives_the_first_documents():
    assert Corpus(frame()).head(2).documents["doc_id"].tolist() == ["a", "b"]


def test_without_duplicates_keeps_the_first_of_each_group():
    corpus = Corpus(frame(duplicate_group=["a", None, "a"]))
    assert corpus.without_duplicates().documents["doc_id"].tolist() == ["a", "b"]


def test_the_same_documents_have_the_same_fingerprint():
    corpus = Corpus(frame())
    assert corpus == Corpus(frame()) == copy.deepcopy(corpus) == pickle.loads(pickle.dumps(corpus))
    assert hash(corpus) == hash(Corpus(frame()))
    assert corpus != frame
    assert Corpus(frame()[["text", "doc_id"]]) == Corpus(frame()[["doc_id", "text"]])


def test_the_fingerprint_is_the_same_on_every_machine():
    assert Corpus(frame()).fingerprint == FINGERPRINT


@pytest.mark.parametrize(
    "change",
    [
        {"text": ["A war.", "A crisis. ", ""]},
        {"doc_id": ["a", "b", "d"]},
        {"words": [2, 2, 1]},
        {"tags": [["x"], [], ["y"]]},
        {"outlet": ["Times", "Mirror", ""]},
        {"more": [1, 2, 3]},
    ],
)
def test_any_change_changes_the_fingerprint(change):
    assert Corpus(frame(**change)) != Corpus(frame())


def test_doc_ids_must_differ():
    with pytest.raises(DiscourseError) as error:
        Corpus(frame(doc_id=["a", "b", "a"]))
    assert str(error.value) == "two documents have the doc_id 'a'; doc_ids must differ"


def test_a_table_without_texts_is_refused():
    with pytest.raises(MissingColumnError) as error:
        Corpus(pd.DataFrame({"doc_id": ["a"], "body": ["x"]}))
    assert str(error.value) == "the documents table lacks 'text'; it has 'doc_id', 'body'"
