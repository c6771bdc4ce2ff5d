"""Formats: those that are read, and those that are named with a way to convert them."""

import re

TEXTS = (".txt",)
TABLES = (".csv", ".tsv", ".jsonl", ".ndjson", ".json", ".parquet", ".xlsx")

_TO_TEXT = "save it as plain text, UTF-8,"
_TO_TABLE = "save it as .xlsx or .csv in Excel or LibreOffice"
_FROM_PAGE = "copy the article's text into a .txt file, or extract it with a tool such as trafilatura"
_UNREAD = {
    ".docx": ("Word document", f"{_TO_TEXT} in Word"),
    ".doc": ("old Word document", f"{_TO_TEXT} in Word"),
    ".rtf": ("rich-text document", f"{_TO_TEXT} in Word"),
    ".odt": ("OpenDocument text", f"{_TO_TEXT} in LibreOffice"),
    ".pdf": ("PDF", "extract its text into a .txt file with a tool such as pdftotext"),
    ".html": ("web page", _FROM_PAGE),
    ".htm": ("web page", _FROM_PAGE),
    ".mhtml": ("web page", _FROM_PAGE),
    ".xml": ("XML", "convert it to a table, .csv, with one row per text"),
    ".xls": ("old Excel workbook", _TO_TABLE),
    ".ods": ("OpenDocument spreadsheet", _TO_TABLE),
    ".zip": ("ZIP archive", "unpack it and read the folder"),
    ".gz": ("compressed file", "unpack it and read what is inside"),
    ".eml": ("e-mail", "save it as plain text, UTF-8"),
    ".md": ("Markdown", "rename it to .txt if its marks may be taken for text"),
    ".rds": ("R object", "write it as a table with write.csv in R"),
    ".sav": ("SPSS file", "read it with pandas.read_spss and give read_corpus the table"),
    ".dta": ("Stata file", "read it with pandas.read_stata and give read_corpus the table"),
}

_FIRST_BYTES = (
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"PAR1", ".parquet"),
    (b"\x1f\x8b", ".gz"),
    (b"PK\x03\x04", "Office document or ZIP archive (give it back its ending: .xlsx, .docx or .zip)"),
    (b"\xd0\xcf\x11\xe0", "old or encrypted Office document (save it without a password as .xlsx or .txt)"),
)

_EXPORTS = (
    ("LexisNexis", r"^\s*(\d+ of \d+ DOCUMENTS|Dokument \d+ von \d+|Document \d+ de \d+)\s*$"),
    ("Nexis Uni", r"^(Load-Date|Length|Byline|Section):(?s:.*?)^\s*End of Document\s*$"),
    ("Factiva", r"^Document [A-Z]{3,}0{2,}\d{6,}[a-z0-9]*\s*$"),
    ("ProQuest", r"^_{50,}\s*$(?s:.*?)^(Full text|Volltext|Texte intégral) ?:"),
)
_EXPORT_WINDOW = 50_000


def unread(suffix: str) -> str:
    """Name the format behind a file ending that is not read, and a way to convert it.

    Examples
    --------
    >>> unread(".zip")
    'ZIP archive (unpack it and read the folder)'
    >>> unread(".foo")
    '.foo (give it the ending .txt if it is plain text)'
    """
    if suffix in TABLES:
        return "table among texts (read it by its own name)"
    unknown = (suffix or "no ending", "give it the ending .txt if it is plain text")
    return "{} ({})".format(*_UNREAD.get(suffix, unknown))


def disguised(start: bytes, suffix: str) -> str | None:
    """What a file is in truth whose first bytes do not go with its ending, or None."""
    real = next((kind for magic, kind in _FIRST_BYTES if start.startswith(magic)), suffix)
    if real == suffix or (suffix == ".xlsx" and start.startswith(b"PK")):
        return None
    if real == ".parquet":
        return "Parquet table (give it back its ending: .parquet)"
    return unread(real) if real in _UNREAD else real


def vendor_export(text: str) -> str | None:
    """Name the database whose export of several articles this text is, or None."""
    start = text[:_EXPORT_WINDOW]
    name = next((name for name, sign in _EXPORTS if re.search(sign, start, re.MULTILINE)), None)
    return (
        name and f"{name} export (make it a table, .csv, with one article per row, or one .txt per article)"
    )
