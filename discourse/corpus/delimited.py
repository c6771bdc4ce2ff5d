"""CSV and its kin: separators guessed, quoted line breaks kept, no row lost."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pandas as pd

from discourse.corpus.found import RawTable
from discourse.corpus.import_report import Note
from discourse.errors import ReadError

SEPARATORS = (",", ";", "\t", "|")
_PROBE_ROWS = 50
_PROBE_CHARACTERS = 500_000
_LONGEST_FIELD = 2**31 - 1
_INTEGER = re.compile(r"-?(0|[1-9]\d{0,17})")
_NUMBER = re.compile(r"-?(0|[1-9]\d*)\.\d+([eE][+-]?\d+)?")
_TRUTH = {"True": True, "False": False, "TRUE": True, "FALSE": False, "true": True, "false": False}


def parse_delimited(text: str, *, file: str, separator: str | None = None) -> RawTable:
    """Read a table whose first row names the columns.

    A row with too few fields lacks the last ones. In a row with too many the surplus belongs
    to the last column, separators and all; both are noted. Empty fields are missing, and no
    word (`NA`, `None`) is taken for a missing one.

    Raises
    ------
    ReadError
        If there is no header, or nothing below it.
    """
    with _long_fields():
        separator = separator or _separator(text)
        records = list(_records(text, separator))
    if len(records) < 2:
        raise ReadError(f"{file} has " + ("a header but no rows below it" if records else "nothing in it"))
    names = _distinct(records[0][1])
    notes = tuple(_ragged(records[1:], names, file))
    cells = [_fitted(fields, len(names), separator) for _, fields in records[1:]]
    frame = pd.DataFrame(
        {name: _typed(column) for name, column in zip(names, zip(*cells, strict=True), strict=True)}
    )
    return RawTable(frame, [file] * len(cells), [line for line, _ in records[1:]], notes)


@contextmanager
def _long_fields() -> Iterator[None]:
    """Let the csv module read long texts, and put its limit back afterwards."""
    before = csv.field_size_limit(_LONGEST_FIELD)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _records(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """The line where each record begins, and its fields; empty lines are no records."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    line = 1
    for fields in reader:
        if fields:
            yield line, fields
        line = reader.line_num + 1


def _separator(text: str) -> str:
    """The separator that splits most of the first rows as it splits the header."""
    return max(SEPARATORS, key=lambda separator: _agreement(text[:_PROBE_CHARACTERS], separator))


def _agreement(text: str, separator: str) -> tuple[float, int]:
    rows = [
        fields
        for _, fields in zip(range(_PROBE_ROWS), (f for _, f in _records(text, separator)), strict=False)
    ]
    width = len(rows[0]) if rows else 0
    if width < 2:
        return 0.0, 0
    return sum(len(fields) == width for fields in rows) / len(rows), width


def _distinct(header: Sequence[str]) -> list[str]:
    """The names of the columns: stripped, never empty, never twice."""
    seen: Counter[str] = Counter()
    names = []
    for place, name in enumerate(header):
        name = name.strip() or f"Unnamed: {place}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}.{seen[name]}")
    return names


def _fitted(fields: list[str], width: int, separator: str) -> list[str | None]:
    kept = [*fields[: width - 1], separator.join(fields[width - 1 :])] if len(fields) > width else fields
    return [field or None for field in kept] + [None] * (width - len(kept))


def _ragged(records: list[tuple[int, list[str]]], names: list[str], file: str) -> Iterator[Note]:
    for line, fields in records:
        if len(fields) != len(names):
            yield Note("ragged", f"{len(fields)} fields, {len(names)} columns", file=file, row=line)


def _typed(column: Sequence[str | None]) -> pd.Series:
    """Whole numbers, numbers or truth values where every field is one, else text."""
    present = [field for field in column if field is not None]
    if present and all(field in _TRUTH for field in present):
        return pd.Series([_TRUTH.get(field) for field in column])
    if present and all(_INTEGER.fullmatch(field) for field in present):
        return pd.Series([None if field is None else int(field) for field in column])
    if present and all(_NUMBER.fullmatch(field) or _INTEGER.fullmatch(field) for field in present):
        return pd.Series([None if field is None else float(field) for field in column])
    return pd.Series(column, dtype=object)
