"""Tables: CSV, TSV, JSON, Parquet, Excel."""

import io
from pathlib import Path

import pandas as pd

from discourse.corpus.delimited import parse_delimited
from discourse.corpus.encoding import Decoded, decode
from discourse.corpus.formats import disguised
from discourse.corpus.found import RawTable
from discourse.corpus.import_report import Note
from discourse.corpus.json_records import parse_json
from discourse.errors import ReadError


def read_table(path: Path, *, name: str, encoding: str | None = None) -> RawTable:
    """Read one file of rows; `name` is what the file is called in the report.

    Raises
    ------
    ReadError
        If the file cannot be opened, is not what its ending says, or has no rows.
    """
    raw = read_bytes(path, name)
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        return _parquet(raw, name)
    if suffix == ".xlsx":
        return _excel(raw, name)
    try:
        decoded = decode(raw, encoding=encoding)
    except ReadError as error:
        raise ReadError(f"{name} cannot be read: {error}") from None
    table = _parsed(decoded.text, suffix, name)
    return RawTable(table.frame, table.files, table.rows, table.notes + decoding_notes(decoded, file=name))


def _parsed(text: str, suffix: str, name: str) -> RawTable:
    if suffix in (".csv", ".tsv"):
        return parse_delimited(text, file=name, separator="\t" if suffix == ".tsv" else None)
    return parse_json(text, file=name)


def read_bytes(path: Path, name: str) -> bytes:
    """The bytes of a file that is what its ending says."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ReadError(f"{name} cannot be opened: {error.strerror}") from None
    truth = disguised(raw[:8], path.suffix.lower())
    if truth:
        raise ReadError(f"{name} is {truth}")
    return raw


def decoding_notes(decoded: Decoded, *, file: str, doc_id: str | None = None) -> tuple[Note, ...]:
    """What there is to say about how a file was decoded."""
    notes = []
    if decoded.encoding not in ("utf-8", "ascii"):
        notes.append(Note("encoding", decoded.encoding, doc_id, file))
    if decoded.n_replaced:
        notes.append(Note("broken", f"{decoded.n_replaced:,} of them", doc_id, file))
    return tuple(notes)


def _parquet(raw: bytes, name: str) -> RawTable:
    try:
        frame = pd.read_parquet(io.BytesIO(raw))
    except Exception as error:
        raise ReadError(f"{name} is no Parquet file that can be read: {_first_line(error)}") from None
    return table_of(frame, name)


def _excel(raw: bytes, name: str) -> RawTable:
    try:
        sheets = pd.read_excel(
            io.BytesIO(raw), sheet_name=None, dtype=object, keep_default_na=False, na_values=[""]
        )
    except Exception as error:
        raise ReadError(f"{name} is no Excel workbook that can be read: {_first_line(error)}") from None
    filled = {sheet: frame for sheet, frame in sheets.items() if len(frame)}
    if not filled:
        raise ReadError(f"{name} has no rows below a header in any sheet")
    first, *others = filled
    table = table_of(filled[first], name, first_row=2)
    if not others:
        return table
    left = ", ".join(repr(sheet) for sheet in others)
    detail = f"Of {name} the sheet {first!r} was read; save {left} as files of their own to read them."
    return RawTable(table.frame, table.files, table.rows, (Note("guess", detail, file=name),))


def table_of(frame: pd.DataFrame, name: str, *, first_row: int = 1) -> RawTable:
    """A data frame as a table that came from the file `name`."""
    if frame.empty:
        raise ReadError(f"{name} has no rows")
    if not isinstance(frame.index, pd.RangeIndex) and frame.index.name is not None:
        frame = frame.reset_index()
    frame = frame.reset_index(drop=True).set_axis([str(column) for column in frame.columns], axis="columns")
    return RawTable(frame, [name] * len(frame), list(range(first_row, first_row + len(frame))))


def _first_line(error: Exception) -> str:
    return str(error).split("\n")[0]
