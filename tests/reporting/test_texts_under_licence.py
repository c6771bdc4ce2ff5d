"""A report of texts under licence: nothing that is published holds more than ten words of a text in a row."""

import json

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from discourse import read_corpus
from discourse.reporting import render_report
from discourse.reporting.quoted_runs import QuotedRuns
from discourse.reporting.study import shipped_notebook

MOST = 10


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    page = tmp_path_factory.mktemp("licensed") / "report.html"
    return render_report(shipped_notebook(), page, {"full_text": False, "specifications": False})


@pytest.fixture(scope="module")
def runs():
    documents = read_corpus("sample").documents
    return QuotedRuns([*documents["text"], *documents["title"].dropna()], n=MOST)


def notebook_text(report) -> str:
    """All that stands in the notebook, its outputs too, as a reader would see it."""
    cells = json.loads(report.with_suffix(".ipynb").read_text(encoding="utf-8"))["cells"]
    outputs = [output.get("data", output) for cell in cells for output in cell.get("outputs", [])]
    shown = ["".join(text) for output in outputs for text in output.values() if isinstance(text, list | str)]
    return " | ".join(BeautifulSoup(text, "html.parser").get_text(" ") for text in shown)


def test_neither_page_nor_notebook_quotes_at_length(report, runs):
    page = BeautifulSoup(report.read_text(encoding="utf-8"), "html.parser")
    assert len(page.select(".evidence li")) > 300
    said = [str(value) for element in page.find_all(True) for value in element.attrs.values()]
    assert runs.first_in(" | ".join([page.get_text(" "), *said])) is None
    assert len(notebook_text(report)) > 100_000
    assert runs.first_in(notebook_text(report)) is None


def test_no_file_beside_the_page_quotes_at_length(report, runs):
    beside = sorted((report.parent / "report_files").iterdir())
    assert {file.suffix for file in beside} == {".csv", ".json", ".parquet", ".svg"}
    for file in beside:
        if file.suffix == ".parquet":
            content = pd.read_parquet(file).to_csv(sep="|")
        else:
            content = file.read_text(encoding="utf-8")
        assert runs.first_in(content) is None, file.name


def test_the_same_report_with_whole_sentences_would_be_found_out(runs):
    """The control: a sentence of the texts is a run, however it is set."""
    sentence = read_corpus("sample").documents["text"].iloc[0][:300]
    assert runs.first_in(sentence.replace(" ", "\n").upper()) is not None
