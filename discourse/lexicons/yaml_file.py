"""Reading a lexicon file so that every complaint can name the line.

All plain values are text: `NO` is a word and not *false*, `2022-02-24` is text and not a date, `1e3` is
not a number. So nobody who writes a lexicon has to know what YAML makes of words.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

from discourse.errors import LexiconError, ReadError, nearest

_SHOWN = 5
_IN_C = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NO_YAML = "this is not YAML; look at the indentation, colons and quotation marks here and just above"


class Text(str):
    """A text from the file, with the `line` it stands in."""

    line: int


class Items(list):
    """A list from the file, with the `line` it begins in."""

    line: int


class Entry(dict):
    """A mapping from the file, with the `line` it begins in."""

    line: int


class Complaints:
    """All that is wrong with one file, raised together so that it can be mended at once."""

    def __init__(self, path: Path):
        self.path = path
        self.found: list[tuple[int, str]] = []

    def add(self, line: int, message: str) -> None:
        """Note what is wrong in a line."""
        self.found.append((line, message))

    def raise_any(self) -> None:
        """Raise `LexiconError` with the first few complaints, if there are any."""
        if not self.found:
            return
        found = [f"{self.path.name}, line {line}: {message}" for line, message in sorted(self.found)]
        more = [f"and {len(found) - _SHOWN:,} more"] if len(found) > _SHOWN else []
        raise LexiconError("; ".join(found[:_SHOWN] + more))


def parsed(text: str, parse: Callable) -> Any:
    """Parse a text by `yaml.load` or `yaml.compose`, in C where PyYAML has that.

    The parser in C is several times as fast, but lets tabs pass and complains in other words. So the one in
    Python has the last word on a text with tabs, or with faults.
    """
    if "\t" not in text:
        with suppress(yaml.YAMLError):
            return parse(text, Loader=_IN_C)
    return parse(text, Loader=yaml.SafeLoader)


def read_yaml(path: Path) -> Entry:
    """Read a lexicon file: a mapping of text, lists and mappings that know their lines.

    Raises
    ------
    ReadError
        If there is no such file, or it cannot be read as UTF-8 text.
    LexiconError
        If it is not YAML, or not a mapping, or a key stands twice in the same entry.
    """
    try:
        node = parsed(_text_of(path), yaml.compose)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise LexiconError(f"{path.name}, line {line}: {_NO_YAML} ({error.problem})") from error
    except yaml.YAMLError as error:
        raise LexiconError(f"{path.name}: {_NO_YAML} ({' '.join(str(error).split())})") from error
    if not isinstance(node, yaml.MappingNode):
        what = "is empty" if node is None else "holds no entries"
        raise LexiconError(f"{path.name} {what}; a lexicon begins with 'actors:' or 'frames:'")
    return _built(node, path)


def check_keys(entry: Entry, known: Iterable[str], what: str, complaints: Complaints) -> None:
    """Note each key of `entry` that is not among the known ones."""
    known = list(known)
    for key in entry:
        if key not in known:
            message = (
                f"{what}: {str(key)!r} is not a known key. Known: {', '.join(known)}.{nearest(key, known)}"
            )
            complaints.add(key.line, message)


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise ReadError(f"there is no lexicon file {path}") from error
    except UnicodeDecodeError as error:
        raise ReadError(f"{path.name} is not UTF-8 text; save it as UTF-8") from error
    except OSError as error:
        raise ReadError(f"{path.name} cannot be read: {error.strerror}") from error


def _built(node, path):
    """Make text, list or entry of a YAML node."""
    line = node.start_mark.line + 1
    built: Text | Items | Entry
    if isinstance(node, yaml.ScalarNode):
        built = Text("" if node.tag.endswith(":null") else node.value)
    elif isinstance(node, yaml.SequenceNode):
        built = Items(_built(item, path) for item in node.value)
    else:
        built = _entry(node, path)
    built.line = line
    return built


def _entry(node, path) -> Entry:
    entry = Entry()
    for key_node, value in node.value:
        key = _built(key_node, path)
        if key in entry:
            message = f"{path.name}, line {key.line}: the key {str(key)!r} stands twice in one entry"
            raise LexiconError(message)
        entry[key] = _built(value, path)
    return entry
