"""A folder of marked texts: plain texts, and who says what in them, marked by a person."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from discourse.annotations.statements.statement import Span
from discourse.errors import ReadError

PARTS = ("speaker", "cue", "content")


@dataclass(frozen=True)
class MarkedStatement:
    """A statement as somebody marked it: the spans of the speaker's words, of the cue and of the content."""

    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True)
class MarkedText:
    """A text, by its name, with every statement that was marked in it."""

    name: str
    text: str
    statements: tuple[MarkedStatement, ...]


def texts_in(folder: Path, *, encoding: str = "utf-8-sig") -> dict[str, str]:
    """Give the text of every `.txt` file in a folder and the folders in it, by the name without `.txt`."""
    texts: dict[str, str] = {}
    for file in sorted(folder.rglob("*.txt")):
        if file.stem in texts:
            raise ReadError(f"{folder} holds two texts of the name {file.stem}; names must differ")
        texts[file.stem] = text_of(file, encoding=encoding)
    return texts


def text_of(file: Path, *, encoding: str = "utf-8-sig") -> str:
    """Read a file as UTF-8, its line ends as they are, so that offsets hold."""
    try:
        return file.read_bytes().decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(f"{file.name} is not UTF-8 text; save it as UTF-8") from error
    except OSError as error:
        raise ReadError(f"{file} cannot be read: {error.strerror}") from error


def check_spans(spans: Iterable[Span], text: str, place: str) -> tuple[Span, ...]:
    """Give spans in order; complain about one that is empty or outside the text."""
    ordered = tuple(sorted(set(spans)))
    for start, end in ordered:
        if not 0 <= start < end <= len(text):
            raise ReadError(
                f"{place}: {start} to {end} is no place in the text, which has {len(text):,} characters; "
                "a span begins before it ends, and ends in the text"
            )
    return ordered
