"""CSV and its kin: separators guessed, quoted line breaks kept, no row lost."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

import pandas as pd

from discourse.corpus.found import RawTable
from discourse.corpus.import_report import Note
from discourse.errors import ReadError

_SEPARATORS = (",", ";", "\t", "|")
_PROBED = 50
_PROBED_CHARACTERS = 200_000
_LONGEST_FIELD = 2**31 - 1
# A record of its own behind the last one; where it has become part of a text, a quote was left open.
_END = "\ue000end\ue000"

_LONGEST_NAME = 200
# Excel's own first line, which says what separates the fields.
_SAID = re.compile(r"sep=(.)[\r\n]", re.IGNORECASE)

_INTEGER = re.compile(r"-?(0|[1-9]\d{0,17})")
_NUMBER = re.compile(r"-?(0|[1-9]\d{0,17})(\.\d+)?([eE][+-]?\d{1,3})?")
_TRUTH = {"true": True, "false": False}


@dataclass(frozen=True)
class _Record:
    """A row of the file: its fields, and the lines where it begins and ends."""

    fields: list[str]
    first_line: int
    last_line: int
    left_open: bool = False


def parse_delimited(text: str, *, file: str, separator: str | None = None) -> RawTable:
    """Read a table whose first row names the columns.

    A row with too few fields lacks the last ones; in a row with too many, the surplus belongs to
    the last column, separators and all. Both are noted. Where the first row is a text, there is no
    header. Empty fields are missing; no word (`NA`, `None`) is taken for a missing value.

    Raises
    ------
    ReadError
        If there is no header, or nothing below it.
    """
    said = _SAID.match(text)
    with _long_fields():
        separator = said[1] if said else separator or _separator(text)
        records = _records(text, separator)[1 if said else 0 :]
    names, told = _header(records, file)
    cells = [_fitted(record.fields, len(names), separator) for record in records]
    columns = {name: _typed(column) for name, column in zip(names, zip(*cells, strict=True), strict=True)}
    notes = [*told] + [note for record in records if (note := _note(record, names, file))]
    lines = [record.first_line for record in records]
    return RawTable(pd.DataFrame(columns), [file] * len(lines), lines, tuple(notes))


def _header(records: list[_Record], file: str) -> tuple[list[str], list[Note]]:
    """Take the names of the columns off the records; a first row with a text in it is none."""
    if records and any(len(field) > _LONGEST_NAME for field in records[0].fields):
        names = [f"column {place}" for place, _ in enumerate(records[0].fields, start=1)]
        told = f"The first row of {file} is a text and no header; its columns are called {', '.join(names)}."
        return names, [Note("column", told, file=file, row=records[0].first_line)]
    if len(records) < 2:
        raise ReadError("it has a header but no rows below it" if records else "it is empty")
    return distinct_names(records.pop(0).fields), []


@contextmanager
def _long_fields() -> Iterator[None]:
    """Let the csv module read long texts, and put its limit back afterwards."""
    before = csv.field_size_limit(_LONGEST_FIELD)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _records(text: str, separator: str) -> list[_Record]:
    """All records, the header first; empty lines are none."""
    body = text.rstrip("\r\n")
    records = list(_parsed(f"{body}\n{_END}", separator))
    last = records.pop()
    if last.fields != [_END]:
        left_open = last.fields[-1].removesuffix(_END).removesuffix("\n")
        records.append(_Record([*last.fields[:-1], left_open], last.first_line, last.last_line - 1, True))
    return records


def _parsed(text: str, separator: str) -> Iterator[_Record]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    line = 1
    for fields in reader:
        if fields:
            yield _Record(fields, line, reader.line_num)
        line = reader.line_num + 1


def _separator(text: str) -> str:
    """The separator that splits the first rows most nearly as it splits the header."""
    return max(_SEPARATORS, key=lambda separator: _agreement(text[:_PROBED_CHARACTERS], separator))


def _agreement(text: str, separator: str) -> tuple[float, int]:
    widths = [len(record.fields) for record in islice(_parsed(text, separator), _PROBED)]
    if not widths or widths[0] == 1:
        return 0.0, 0
    return sum(width == widths[0] for width in widths) / len(widths), widths[0]


def distinct_names(header: Sequence[str]) -> list[str]:
    """The names of the columns: stripped, never empty, never twice.

    Examples
    --------
    >>> distinct_names(["", "text", "text "])
    ['Unnamed: 0', 'text', 'text.2']
    """
    seen: Counter[str] = Counter()
    names = []
    for place, name in enumerate(header):
        name = name.strip() or f"Unnamed: {place}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}.{seen[name]}")
    return names


def _fitted(fields: list[str], width: int, separator: str) -> list[str | None]:
    """As many cells as there are columns."""
    cells = [*fields[: width - 1], separator.join(fields[width - 1 :])] if len(fields) > width else fields
    return [cell or None for cell in cells] + [None] * (width - len(cells))


def _note(record: _Record, names: Sequence[str], file: str) -> Note | None:
    if record.left_open:
        lines = f"lines {record.first_line:,} to {record.last_line:,} became one text"
        return Note("open-quote", lines, file=file, row=record.first_line)
    if len(record.fields) != len(names):
        detail = f"{len(record.fields)} fields under {len(names)} columns"
        return Note("ragged", detail, file=file, row=record.first_line)
    return None


def _typed(column: Sequence[str | None]) -> pd.Series:
    """Whole numbers, numbers or truth values where every field is one, else the text as it is."""
    present = [field for field in column if field is not None]
    if not present:
        return pd.Series(column, dtype=object)
    if all(field.lower() in _TRUTH for field in present):
        return pd.Series([field and _TRUTH[field.lower()] for field in column])
    for form, make in ((_INTEGER, int), (_NUMBER, float)):
        if all(form.fullmatch(field) for field in present):
            return pd.Series([field and make(field) for field in column])
    return pd.Series(column, dtype=object)
