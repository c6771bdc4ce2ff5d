"""Formats: those that are read, and those that are named with a way to convert them."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

TEXTS = (".txt",)
TABLES = (".csv", ".tsv", ".jsonl", ".ndjson", ".json", ".parquet", ".xlsx")

_AS_TEXT = "save it as plain text (.txt, UTF-8)"
_AS_XLSX = "open it in Excel or LibreOffice and save it as .xlsx or .csv"
_PAGE = "copy the article's text into a .txt file, or extract it with a tool such as trafilatura"
_UNREAD = {
    ".docx": ("a Word document", f"in Word, {_AS_TEXT}"),
    ".doc": ("an old Word document", f"in Word, {_AS_TEXT}"),
    ".rtf": ("a rich-text document", f"in Word, {_AS_TEXT}"),
    ".odt": ("an OpenDocument text", f"in LibreOffice, {_AS_TEXT}"),
    ".pdf": ("a PDF", "extract its text with a tool such as pdftotext into a .txt file"),
    ".html": ("a web page", _PAGE),
    ".htm": ("a web page", _PAGE),
    ".mhtml": ("a saved web page", _PAGE),
    ".xml": ("an XML file", "convert it to a CSV file with one row per text"),
    ".xls": ("an old Excel workbook", _AS_XLSX),
    ".ods": ("an OpenDocument spreadsheet", _AS_XLSX),
    ".zip": ("a ZIP archive", "unpack it and read the folder"),
    ".gz": ("a compressed file", "unpack it and read what is inside"),
    ".md": ("a Markdown file", "rename it to .txt if its marks may count as text"),
    ".rds": ("an R object", "in R, write it with write.csv(x, 'texts.csv', row.names = FALSE)"),
    ".rda": ("an R workspace", "in R, write the table with write.csv(x, 'texts.csv', row.names = FALSE)"),
    ".sav": ("an SPSS file", "in SPSS, save it as .csv or .xlsx"),
    ".dta": ("a Stata file", "read it with pandas.read_stata and give the table to read_corpus"),
    ".eml": ("an e-mail", _AS_TEXT),
}

_MAGIC = (
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"\xd0\xcf\x11\xe0", ".xls"),
    (b"PK\x03\x04", ".zip"),
    (b"\x1f\x8b", ".gz"),
    (b"PAR1", ".parquet"),
)

_EXPORTS = (
    ("a LexisNexis export", r"^\s*(\d+ of \d+ DOCUMENTS|Dokument \d+ von \d+|Document \d+ de \d+)\s*$"),
    ("a Nexis Uni export", r"^(Load-Date|Length|Byline|Section):(?s:.*?)^\s*End of Document\s*$"),
    ("a Factiva export", r"^Document [A-Z]{3,}0{2,}\d{6,}[a-z0-9]*\s*$"),
    ("a ProQuest export", r"^_{50,}\s*$(?s:.*?)^(Full text|Volltext|Texte intégral) ?:"),
)
_EXPORT_WINDOW = 50_000


def unread(suffix: str) -> str:
    """Name the format of a file ending that is not read, and a way to convert it.

    Examples
    --------
    >>> unread(".zip")
    'a ZIP archive, which is not read yet; unpack it and read the folder'
    """
    if suffix in _UNREAD:
        name, conversion = _UNREAD[suffix]
        return f"{name}, which is not read yet; {conversion}"
    kinds = ", ".join(TEXTS + TABLES)
    return f"a file of the kind {suffix or 'without ending'!r}, which is not read; the kinds are {kinds}"


def disguised(start: bytes, suffix: str) -> str | None:
    """What a file is in truth whose first bytes do not go with its ending, or None."""
    real = next((kind for magic, kind in _MAGIC if start.startswith(magic)), None)
    if real is None or real == suffix or (real, suffix) == (".zip", ".xlsx"):
        return None
    if real == ".zip":
        return "in truth an Office document or a ZIP archive; give it the ending .xlsx, .docx or .zip it had"
    if real == ".xls":
        return "in truth an old or encrypted Office document; save it without a password as .xlsx or .txt"
    if real == ".parquet":
        return "in truth a Parquet file; give it the ending .parquet"
    return "in truth " + unread(real)


def vendor_export(text: str) -> str | None:
    """Name the database whose export of several articles this text is, or None."""
    for name, sign in _EXPORTS:
        if re.search(sign, text[:_EXPORT_WINDOW], re.MULTILINE):
            return (
                f"{name}, which is not read yet; export or convert it to a table (CSV or Excel) "
                "with one article per row, or to one .txt file per article"
            )
    return None


def kinds_found(files: Iterable[Path]) -> str:
    """Count the endings: `2 .docx, 1 .pdf`."""
    counts = Counter(file.suffix.lower() or "without ending" for file in files)
    return ", ".join(f"{n:,} {kind}" for kind, n in counts.most_common())
