"""The records of two runs side by side: what a report rests on, and what in it has changed."""

from collections.abc import Iterator, Mapping

Record = Mapping[str, object]
_EACH = {
    "texts": "text",
    "versions": "version of",
    "parameters": "parameter",
    "shipped_lists": "shipped list",
}


def changed_inputs(old: Record, new: Record) -> list[str]:
    """Say what a report rested on and rests on now, where that differs; one plain line for each thing.

    Parameters
    ----------
    old, new
        Two contents of `run.json`.

    Examples
    --------
    >>> changed_inputs({"texts": {"a": "1", "b": "2"}, "versions": {"matplotlib": "3.9"}},
    ...                {"texts": {"a": "1", "b": "3", "c": "4"}, "versions": {"matplotlib": "3.10"}})
    ["text 'b' changed", "text 'c' added", 'version of matplotlib: 3.9 before, 3.10 now']
    """
    lines = [line for kind, word in _EACH.items() for line in _changes(old, new, kind, word)]
    for name in dict.fromkeys([*_part(old, "lexicons"), *_part(new, "lexicons")]):
        lines += _changes(_part(old, "lexicons"), _part(new, "lexicons"), name, f"{name}: entry")
    lines += [] if lines else _changes(old, new, "inputs", "input")
    lines += [
        f"{key}: {old[key]} before, {new[key]} now" for key in ("platform", "seed") if _differ(old, new, key)
    ]
    if _differ(_part(old, "notebook"), _part(new, "notebook"), "hash"):
        lines.append("the notebook's cells changed")
    return lines


def _changes(old: Record, new: Record, kind: str, word: str) -> Iterator[str]:
    before, now = _part(old, kind), _part(new, kind)
    for name in dict.fromkeys([*before, *now]):
        if name not in now:
            yield f"{word} {_quoted(name, kind)} removed"
        elif name not in before:
            yield f"{word} {_quoted(name, kind)} added"
        elif before[name] != now[name]:
            shown = (
                f": {before[name]} before, {now[name]} now"
                if kind in ("versions", "parameters")
                else " changed"
            )
            yield f"{word} {_quoted(name, kind)}{shown}"


def _quoted(name: str, kind: str) -> str:
    return name if kind in ("versions", "parameters", "shipped_lists", "inputs") else repr(name)


def _part(record: Record, name: str) -> Record:
    part = record.get(name, {})
    return part if isinstance(part, Mapping) else {}


def _differ(old: Record, new: Record, key: str) -> bool:
    return key in old and key in new and old[key] != new[key]
