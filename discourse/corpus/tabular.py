"""Tables with one row per text: CSV, TSV, JSON, Parquet, Excel, a DataFrame."""

import io
from dataclasses import replace
from pathlib import Path
from zipfile import BadZipFile

import pandas as pd

from discourse.corpus.delimited import parse_delimited
from discourse.corpus.encoding import Decoded, decode
from discourse.corpus.files import Found
from discourse.corpus.formats import disguised
from discourse.corpus.found import Progress, RawTable, stacked
from discourse.corpus.import_report import Note
from discourse.corpus.json_records import parse_json
from discourse.errors import ReadError


def read_tables(found: Found, *, encoding: str | None = None, progress: Progress | None = None) -> RawTable:
    """Read every file as a part of one table; of several, one that cannot be read becomes a note.

    Raises
    ------
    ReadError
        If the only file, or every file, cannot be read.
    """
    if len(found.files) == 1:
        return read_table(found.files[0], file=found.name(found.files[0]), encoding=encoding)
    tables, notes = [], []
    for path in progress(found.files) if progress else found.files:
        try:
            tables.append(read_table(path, file=found.name(path), encoding=encoding))
        except ReadError as error:
            notes.append(Note("unreadable", str(error), file=found.name(path)))
    if not tables:
        raise ReadError(f"none of {len(notes):,} files can be read: {notes[0].detail}")
    table = stacked(tables)
    return replace(table, notes=(*notes, *table.notes))


def read_table(path: Path, *, file: str, encoding: str | None = None) -> RawTable:
    """Read one file of rows, which the report calls `file`.

    Raises
    ------
    ReadError
        If the file cannot be opened, is not what its ending says, or has no rows.
    """
    suffix = path.suffix.lower()
    try:
        raw = read_bytes(path)
        if suffix == ".parquet":
            return _parquet(raw, file)
        if suffix == ".xlsx":
            return _excel(raw, file)
        decoded = decode(raw, encoding=encoding)
    except ReadError as error:
        raise ReadError(f"{file} cannot be read: {error}") from None
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
        raise ReadError(f"it is in truth of another kind: {truth}")
    return raw


def decoding_notes(decoded: Decoded, file: str) -> list[Note]:
    """What there is to say about how a file was decoded."""
    notes = []
    if decoded.encoding != "utf-8":
        notes.append(Note("encoding", decoded.encoding, file=file))
    if decoded.n_broken:
        notes.append(Note("broken", f"{decoded.n_broken:,} of them", file=file))
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
    frame = frame.reset_index(drop=frame.index.name is None)
    frame.columns = [str(column) for column in frame.columns]
    return RawTable(frame, [file] * len(frame), range(first_row, first_row + len(frame)))


def _parsed(text: str, suffix: str, file: str) -> RawTable:
    if suffix in (".csv", ".tsv"):
        return parse_delimited(text, file=file, separator="\t" if suffix == ".tsv" else None)
    return parse_json(text, file=file)


def _parquet(raw: bytes, file: str) -> RawTable:
    try:
        frame = pd.read_parquet(io.BytesIO(raw))
    except (ValueError, OSError) as error:
        raise ReadError(f"it is no sound Parquet file ({str(error).splitlines()[0]})") from None
    return table_of(frame, file=file)


def _excel(raw: bytes, file: str) -> RawTable:
    try:
        book = pd.read_excel(
            io.BytesIO(raw), sheet_name=None, dtype=object, keep_default_na=False, na_values=[""]
        )
    except (ValueError, OSError, KeyError, BadZipFile) as error:
        raise ReadError(f"it is no sound Excel workbook ({error})") from None
    sheets = {name: frame for name, frame in book.items() if len(frame)}
    if not sheets:
        raise ReadError("it has no rows below a header in any of its sheets")
    first, *others = sheets
    table = table_of(sheets[first], file=file, first_row=2)
    if not others:
        return table
    left = ", ".join(map(repr, others))
    detail = f"Of {file} the sheet {first!r} was read, but not {left}; save those as files of their own."
    return replace(table, notes=(Note("sheets", detail, file=file),))
