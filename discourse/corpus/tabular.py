"""Tables with one row per text: CSV, TSV, JSON, Parquet, Excel, a DataFrame."""

import io
from dataclasses import replace
from pathlib import Path
from zipfile import BadZipFile

import pandas as pd

from discourse.corpus.delimited import distinct_names, parse_delimited
from discourse.corpus.encoding import Decoded, decode
from discourse.corpus.files import Found
from discourse.corpus.formats import disguised
from discourse.corpus.found import EMPTY, Progress, RawTable, stacked
from discourse.corpus.import_report import Note
from discourse.corpus.json_records import parse_json
from discourse.corpus.wording import counted
from discourse.errors import ReadError


def read_tables(found: Found, *, encoding: str | None, progress: Progress) -> RawTable:
    """Read every file as a part of one table; one that cannot be read becomes a note."""
    tables, notes = [], []
    for path in found.files:
        try:
            tables.append(read_table(path, file=found.name(path), encoding=encoding))
        except ReadError as error:
            notes.append(Note("unreadable", str(error), file=found.name(path)))
        progress(1)
    table = stacked(tables) if len(tables) > 1 else next(iter(tables), EMPTY)
    return replace(table, notes=(*notes, *table.notes))


def read_table(path: Path, *, file: str, encoding: str | None = None) -> RawTable:
    """Read one file of rows, which the report calls `file`.

    Raises
    ------
    ReadError
        If the file cannot be opened, is not what its ending says, or has no rows.
    """
    suffix = path.suffix.lower()
    raw = read_bytes(path)
    if suffix == ".parquet":
        return _parquet(raw, file)
    if suffix == ".xlsx":
        return _excel(raw, file)
    decoded = decode(raw, encoding=encoding)
    table = _parsed(decoded.text, suffix, file)
    return replace(table, notes=(*decoding_notes(decoded, file), *table.notes))


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that is what its ending says.

    Raises
    ------
    ReadError
        If it cannot be opened, or its first bytes are those of another format.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ReadError(f"it cannot be opened ({error.strerror})") from None
    truth = disguised(raw[:8], path.suffix.lower())
    if truth:
        raise ReadError(f"it is in truth a file of another kind: {truth}")
    return raw


def decoding_notes(decoded: Decoded, file: str) -> list[Note]:
    """What there is to say about how a file was decoded."""
    notes = []
    if decoded.encoding != "utf-8":
        notes.append(Note("encoding", decoded.encoding, file=file))
    if decoded.n_broken:
        notes.append(Note("broken", counted(decoded.n_broken, "character"), file=file))
    return notes


def table_of(frame: pd.DataFrame, *, file: str, first_row: int = 1) -> RawTable:
    """A data frame as a table found in `file`; an index with a name counts as a column.

    Raises
    ------
    ReadError
        If it has no rows.
    """
    if frame.empty:
        raise ReadError("it has no rows")
    named = [name for name in frame.index.names if name is not None and name not in frame.columns]
    frame = frame.reset_index(level=named).reset_index(drop=True) if named else frame.reset_index(drop=True)
    frame.columns = distinct_names([str(column) for column in frame.columns])
    frame = frame.apply(_as_text)
    return RawTable(frame, [file] * len(frame), range(first_row, first_row + len(frame)))


def _as_text(column: pd.Series) -> pd.Series:
    """The column with its bytes, which Parquet may hold, as text."""
    if column.dtype != object or not any(isinstance(cell, bytes) for cell in column):
        return column
    cells = [decode(cell).text if isinstance(cell, bytes) else cell for cell in column]
    return pd.Series(cells, dtype=object)


def _parsed(text: str, suffix: str, file: str) -> RawTable:
    if suffix in (".csv", ".tsv"):
        return parse_delimited(text, file=file, separator="\t" if suffix == ".tsv" else None)
    return parse_json(text, file=file)


def _parquet(raw: bytes, file: str) -> RawTable:
    try:
        frame = pd.read_parquet(io.BytesIO(raw))
    except (ValueError, OSError):
        raise ReadError("it is no sound Parquet file") from None
    return table_of(frame, file=file)


def _excel(raw: bytes, file: str) -> RawTable:
    try:
        book = pd.read_excel(
            io.BytesIO(raw), sheet_name=None, dtype=object, keep_default_na=False, na_values=[""]
        )
    except (ValueError, OSError, KeyError, BadZipFile):
        raise ReadError("it is no sound Excel workbook; open it in Excel and save it again") from None
    sheets = {name: frame for name, frame in book.items() if len(frame)}
    if not sheets:
        raise ReadError("it has no rows below a header in any of its sheets")
    first = max(sheets, key=lambda name: _n_characters(sheets[name]))
    table = table_of(sheets[first], file=file, first_row=2)
    if len(sheets) == 1:
        return table
    left = ", ".join(repr(name) for name in sheets if name != first)
    detail = f"Of {file} the sheet {first!r} was read, but not {left}; save those as files of their own."
    return replace(table, notes=(Note("sheets", detail, file=file),))


def _n_characters(sheet: pd.DataFrame) -> int:
    """How much text stands in a sheet: the one with the texts has most."""
    return sum(len(cell) for name in sheet for cell in sheet[name] if isinstance(cell, str))
