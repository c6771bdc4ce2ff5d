"""JSON: one object per line, a list of objects, one object, or a list inside an object."""

import json
from collections.abc import Iterator, Mapping

import pandas as pd

from discourse.corpus.found import RawTable
from discourse.corpus.import_report import Note
from discourse.errors import ReadError


def parse_json(text: str, *, file: str) -> RawTable:
    """Read the records of a JSON file, whichever of its four shapes it has.

    A line or an item that is no object with fields is noted and left out; a bare string is
    a text. Objects inside a record become columns such as `source.name`.

    Raises
    ------
    ReadError
        If nothing in it is a record.
    """
    try:
        items = enumerate(_items(json.loads(text)), start=1)
        parsed, notes = list(items), []
    except (json.JSONDecodeError, RecursionError):
        parsed, notes = _lines(text, file)
    records, rows = [], []
    for row, item in parsed:
        if isinstance(item, str):
            item = {"text": item}
        if isinstance(item, Mapping):
            records.append(dict(_flat(item)))
            rows.append(row)
        else:
            notes.append(Note("unreadable", f"it is {_kind(item)}, not an object", file=file, row=row))
    if not records:
        why = f": {notes[0].where}: {notes[0].detail}" if notes else ""
        raise ReadError(f"{file} has no JSON object in it{why}")
    return RawTable(pd.DataFrame(records, dtype=object), [file] * len(rows), rows, tuple(notes))


def _items(value: object) -> list:
    """The records in a whole JSON document."""
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping):
        lists = [
            v for v in value.values() if isinstance(v, list) and v and all(isinstance(x, Mapping) for x in v)
        ]
        holds_text = any(isinstance(v, str) and len(v) > 200 for v in value.values())
        if len(lists) == 1 and not holds_text:
            return lists[0]
    return [value]


def _lines(text: str, file: str) -> tuple[list[tuple[int, object]], list[Note]]:
    """One record per line; what does not parse is noted with its line."""
    parsed, notes = [], []
    for row, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            parsed.append((row, json.loads(line)))
        except (json.JSONDecodeError, RecursionError) as error:
            reason = getattr(error, "msg", "nested too deeply")
            notes.append(Note("unreadable", f"it is no valid JSON: {reason}", file=file, row=row))
    return parsed, notes


def _flat(record: Mapping, above: str = "") -> Iterator[tuple[str, object]]:
    for name, value in record.items():
        if isinstance(value, Mapping) and value:
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value


def _kind(item: object) -> str:
    names = {list: "a list", bool: "a truth value", type(None): "null"}
    return names.get(type(item), "a number")
