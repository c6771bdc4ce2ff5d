"""Tables with one row per text."""

import datetime as dt

import pandas as pd
import pytest

from discourse.corpus import read_corpus
from discourse.errors import ReadError

ARTICLE = (
    "The minister said on Monday that the talks would go on for as long as it takes to end the war. " * 3
)
OTHER = "Nobody in the capital believed that the negotiations would bring peace before the winter came. " * 3


@pytest.fixture
def table() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "doc_id": ["a", "b"],
            "outlet": ["Times", "Mirror"],
            "date": ["2022-03-05", "2022-04"],
            "text": [ARTICLE, OTHER],
            "words": [57, 42],
            "share": [0.5, None],
            "excerpt": [True, False],
        }
    )


WRITERS = {
    "csv": lambda table, path: table.to_csv(path, index=False),
    "tsv": lambda table, path: table.to_csv(path, index=False, sep="\t"),
    "jsonl": lambda table, path: table.to_json(path, orient="records", lines=True),
    "json": lambda table, path: table.to_json(path, orient="records"),
    "parquet": lambda table, path: table.to_parquet(path),
    "xlsx": lambda table, path: table.to_excel(path, index=False),
}


@pytest.mark.parametrize("ending", WRITERS)
def test_every_format_gives_the_same_corpus(table, tmp_path, ending):
    path = tmp_path / f"articles.{ending}"
    WRITERS[ending](table, path)
    corpus = read_corpus(path)
    assert corpus == read_corpus(table)
    assert str(corpus.import_report) == f"Read 2 texts with 570 characters from {str(path)!r}."
    assert corpus.documents.dtypes[["words", "share", "excerpt"]].astype(str).tolist() == [
        "int64",
        "float64",
        "bool",
    ]


def test_a_table_that_was_read_comes_back_as_it_was(table, tmp_path):
    """The documents of a corpus, saved and read again, are the same corpus."""
    corpus = read_corpus(table)
    corpus.documents.to_parquet(tmp_path / "corpus.parquet")
    again = read_corpus(tmp_path / "corpus.parquet")
    assert again == corpus
    assert len(again.import_report.notes) == 1


def test_excel_dates_are_days(table, tmp_path):
    table["date"] = [dt.datetime(2022, 3, 5), dt.datetime(2022, 4, 1, 10, 30)]
    table.to_excel(tmp_path / "a.xlsx", index=False)
    documents = read_corpus(tmp_path / "a.xlsx").documents
    assert documents["date"].tolist() == ["2022-03-05", "2022-04-01"]
    assert documents["meta_date"].tolist() == [pd.Timestamp("2022-03-05"), pd.Timestamp("2022-04-01 10:30")]


def test_further_sheets_are_told(table, tmp_path):
    with pd.ExcelWriter(tmp_path / "a.xlsx") as book:
        pd.DataFrame({"empty": []}).to_excel(book, sheet_name="Notes", index=False)
        table.to_excel(book, sheet_name="March", index=False)
        table.to_excel(book, sheet_name="April", index=False)
    assert read_corpus(tmp_path / "a.xlsx").import_report.sentences[1] == (
        "Warning: Of a.xlsx the sheet 'March' was read, but not 'April'; save those as files of their own."
    )


def test_of_several_sheets_the_one_with_the_texts_is_read(table, tmp_path):
    with pd.ExcelWriter(tmp_path / "a.xlsx") as book:
        pd.DataFrame({"about": ["exported on Monday"]}).to_excel(book, sheet_name="Read me", index=False)
        table.to_excel(book, sheet_name="Articles", index=False)
    corpus = read_corpus(tmp_path / "a.xlsx")
    assert corpus.documents["doc_id"].tolist() == ["a", "b"]
    assert "the sheet 'Articles' was read, but not 'Read me'" in str(corpus.import_report)


def test_bytes_in_parquet_are_text(table, tmp_path):
    table.assign(text=[ARTICLE.encode(), OTHER.encode("cp1252")]).to_parquet(tmp_path / "a.parquet")
    assert read_corpus(tmp_path / "a.parquet").documents["text"].tolist() == [ARTICLE, OTHER]


def test_an_index_with_a_name_is_a_column(table):
    assert read_corpus(table.set_index("doc_id")).documents["doc_id"].tolist() == ["a", "b"]


def test_several_tables_are_read_as_one(table, tmp_path):
    table.head(1).to_csv(tmp_path / "1.csv", index=False)
    table.tail(1).assign(extra="x").to_csv(tmp_path / "2.csv", index=False)
    (tmp_path / "3.csv").write_text("")
    corpus = read_corpus(tmp_path / "*.csv")
    assert corpus.documents["doc_id"].tolist() == ["a", "b"]
    assert corpus.documents["file"].tolist() == ["1.csv", "2.csv"]
    assert corpus.documents["extra"].isna().tolist() == [True, False]
    assert (
        corpus.import_report.sentences[1]
        == "Not in the corpus: 1 text could not be read: 3.csv (it is empty)."
    )


def test_a_csv_from_excel_with_semicolons_and_umlauts(tmp_path):
    path = tmp_path / "artikel.csv"
    path.write_bytes(f"Zeitung;Datum;Text\r\nBörse;24.02.2022;{ARTICLE}\r\n".encode("cp1252"))
    corpus = read_corpus(path, columns={"outlet": "Zeitung", "date": "Datum"})
    assert repr(corpus) == "Corpus(1 document, 1 outlet, 2022-02-24)"
    assert corpus.documents["outlet"].tolist() == ["Börse"]
    assert corpus.import_report.sentences[2] == (
        "1 file is not in UTF-8 (1 × cp1252): artikel.csv. "
        "If letters look wrong, name the right encoding with encoding='…'."
    )


@pytest.mark.parametrize(
    "name, content, message",
    [
        ("a.csv", b"", "it is empty"),
        ("a.csv", b"id,text\n1,a\0b\n", "it is binary data (a NUL character in line 2)"),
        (
            "a.csv",
            b"PK\x03\x04",
            "it is in truth a file of another kind: "
            "Office document or ZIP archive (give it back its ending: .xlsx, .docx or .zip)",
        ),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0",
            "it is in truth a file of another kind: "
            "old or encrypted Office document (save it without a password as .xlsx or .txt)",
        ),
        ("a.xlsx", b"PK\x03\x04", "it is no sound Excel workbook; open it in Excel and save it again"),
        ("a.xlsx", b"", "it is no sound Excel workbook; open it in Excel and save it again"),
        ("a.parquet", b"PAR1", "it is no sound Parquet file"),
        ("a.json", b"{}, {}", "it has no JSON objects in it (row 1: no valid JSON: Extra data)"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused(tmp_path, monkeypatch, name, content, message):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ReadError) as error:
        read_corpus(name)
    assert str(error.value) == f"no text could be read from {name!r}: {message}"
