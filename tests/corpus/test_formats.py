"""Formats that are not read are named, with a way to convert them."""

import pytest

from discourse.corpus.formats import TABLES, TEXTS, disguised, unread, vendor_export


@pytest.mark.parametrize(
    "suffix, message",
    [
        (".docx", "Word document (save it as plain text, UTF-8, in Word)"),
        (".pdf", "PDF (extract its text into a .txt file with a tool such as pdftotext)"),
        (".xls", "old Excel workbook (save it as .xlsx or .csv in Excel or LibreOffice)"),
        ("", "no ending (give it the ending .txt if it is plain text)"),
    ],
)
def test_a_format_is_named_with_a_conversion(suffix, message):
    assert unread(suffix) == message


@pytest.mark.parametrize(
    "start, suffix",
    [
        (b"PK\x03\x04", ".csv"),
        (b"%PDF-1.7", ".txt"),
        (b"{\\rtf1", ".txt"),
        (b"\xd0\xcf\x11\xe0", ".xlsx"),
        (b"PAR1", ".csv"),
    ],
)
def test_a_file_of_another_kind_is_found_out(start, suffix):
    assert disguised(start, suffix) is not None


@pytest.mark.parametrize(
    "start, suffix",
    [(b"PK\x03\x04", ".xlsx"), (b"PAR1", ".parquet"), *[(b"Text", s) for s in TEXTS + TABLES], (b"", ".txt")],
)
def test_a_file_of_its_kind_is_not(start, suffix):
    assert disguised(start, suffix) is None


@pytest.mark.parametrize(
    "text, name",
    [
        ("\r\n                   1 of 10 DOCUMENTS\r\n\r\nThe Examiner\r\n", "LexisNexis"),
        (
            "Talks fail\nThe Examiner\nLength:\u00a0355 words\nBody\nThey failed.\nEnd of Document\n",
            "Nexis Uni",
        ),
        ("They failed.\n\nDocument EXAMNR0020220301ei3100001\n", "Factiva"),
        (f"{'_' * 60}\n\nTalks fail\n\nFull text: They failed.\n", "ProQuest"),
    ],
)
def test_exports_of_databases_are_recognised(text, name):
    assert vendor_export(text) == (
        f"{name} export (make it a table, .csv, with one article per row, or one .txt per article)"
    )


def test_an_article_is_no_export():
    lines = [
        "He came to the End of Document.",
        "Length: a problem.",
        "1 of 10 documents was lost.",
        "Document A",
    ]
    assert vendor_export("\n".join(lines)) is None
