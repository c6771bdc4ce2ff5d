"""JSON: objects one per line or in a list, one object, objects by their ids, or columns."""

import json
from collections.abc import Iterator, Mapping

import pandas as pd

from discourse.corpus.found import RawTable
from discourse.corpus.import_report import Note
from discourse.errors import ReadError

_NO_RECORD = {list: "a list", bool: "a truth value", type(None): "null", int: "a number", float: "a number"}
_LONG = 200
_TEXT = ("text", "body", "content")


def parse_json(text: str, *, file: str) -> RawTable:
    """Read the records of a JSON file, whichever of its shapes it has.

    A line or item that is no record is noted and left out; a bare string is a text. Objects
    inside a record become columns such as `source.name`.

    Raises
    ------
    ReadError
        If nothing in it is a record.
    """
    items, notes = _items(text, file)
    records, rows = [], []
    for row, item in items:
        record = {"text": item} if isinstance(item, str) else item
        if isinstance(record, Mapping):
            records.append(dict(_flat(record)))
            rows.append(row)
        else:
            notes.append(Note("unreadable", f"{_NO_RECORD[type(item)]}, not an object", file=file, row=row))
    if not records:
        why = f" (row {notes[0].row}: {notes[0].detail})" if notes else ""
        raise ReadError(f"it has no JSON objects in it{why}")
    return RawTable(pd.DataFrame(records, dtype=object), [file] * len(rows), rows, tuple(notes))


def _items(text: str, file: str) -> tuple[list[tuple[int, object]], list[Note]]:
    """The items with their numbers, of one document or else one per line."""
    try:
        return list(enumerate(_inside(json.loads(text)), start=1)), []
    except (json.JSONDecodeError, RecursionError):
        return _lines(text, file)


def _inside(value: object) -> list:
    """The records of one JSON document."""
    if isinstance(value, list):
        return value
    if not isinstance(value, Mapping) or _has_text(value):
        return [value]
    lists = list(_lists(value))
    return lists[0] if len(lists) == 1 else _columns(value) or _by_id(value) or [value]


def _has_text(value: Mapping) -> bool:
    """Whether an object is a record itself, by a string that is long or is called a text."""
    return any(isinstance(v, str) and (len(v) > _LONG or name in _TEXT) for name, v in value.items())


def _lists(value: Mapping) -> Iterator[list]:
    """The lists of objects in an object, however deep."""
    for inner in value.values():
        if isinstance(inner, Mapping) and not _has_text(inner):
            yield from _lists(inner)
        elif isinstance(inner, list) and inner and isinstance(inner[0], Mapping):
            yield inner


def _columns(value: Mapping) -> list[Mapping] | None:
    """The records of an object of columns, as pandas writes them: lists, or cells by row, all the same rows."""
    columns = list(value.values())
    if value.keys() >= {"columns", "data"} and all(isinstance(row, list) for row in value["data"]):
        return [dict(zip(value["columns"], row, strict=False)) for row in value["data"]]
    if all(isinstance(column, Mapping) for column in columns):
        rows = list(columns[0]) if columns else []
        if rows != [str(n) for n in range(len(rows))] or any(list(column) != rows for column in columns):
            return None
        columns = [list(column.values()) for column in columns]
    if len(columns) < 2 or not all(isinstance(column, list) for column in columns):
        return None
    if len({len(column) for column in columns}) != 1:
        return None
    return [dict(zip(value, cells, strict=True)) for cells in zip(*columns, strict=True)]


def _by_id(value: Mapping) -> list[Mapping] | None:
    """The records of an object of objects: `{"a": {"text": …}, "b": {"text": …}}`."""
    records = list(value.values())
    if len(records) < 2 or not all(isinstance(record, Mapping) for record in records):
        return None
    if not set(records[0]).intersection(*records[1:]):
        return None
    return [{"doc_id": name, **record} for name, record in value.items()]


def _lines(text: str, file: str) -> tuple[list[tuple[int, object]], list[Note]]:
    """One item per line; a line that is no JSON is noted."""
    items, notes = [], []
    for row, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                items.append((row, json.loads(line)))
            except json.JSONDecodeError as error:
                notes.append(Note("unreadable", f"no valid JSON: {error.msg}", file=file, row=row))
            except RecursionError:
                notes.append(Note("unreadable", "no valid JSON: nested too deeply", file=file, row=row))
    return items, notes


def _flat(record: Mapping, above: str = "") -> Iterator[tuple[str, object]]:
    for name, value in record.items():
        if isinstance(value, Mapping) and value:
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value
