"""JSON: one object per line, a list of objects, one object, or a list inside an object."""

import json
from collections.abc import Iterator, Mapping

import pandas as pd

from discourse.corpus.found import RawTable
from discourse.corpus.import_report import Note
from discourse.errors import ReadError

_NO_RECORD = {list: "a list", bool: "a truth value", type(None): "null", int: "a number", float: "a number"}
_LONG = 200


def parse_json(text: str, *, file: str) -> RawTable:
    """Read the records of a JSON file, whichever of its four shapes it has.

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
    """The records of one JSON document: the list itself, or the one list of objects in an object."""
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping) and not any(isinstance(v, str) and len(v) > _LONG for v in value.values()):
        lists = [v for v in value.values() if isinstance(v, list) and v and isinstance(v[0], Mapping)]
        if len(lists) == 1:
            return lists[0]
    return [value]


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
