"""Plain text files: one document each, with metadata from the file names."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pandas as pd

from discourse.corpus.encoding import decode
from discourse.corpus.files import Found
from discourse.corpus.formats import TEXTS, unread, vendor_export
from discourse.corpus.found import RawTable
from discourse.corpus.import_report import Note
from discourse.corpus.tabular import decoding_notes, read_bytes
from discourse.errors import ReadError

FILE_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


def read_texts(
    found: Found,
    *,
    pattern: str | None = None,
    encoding: str | None = None,
    progress: Callable[[Iterable[Path]], Iterable[Path]] | None = None,
) -> RawTable:
    """Read every `.txt` file as one document; a file that cannot be read becomes a note.

    The columns are `doc_id` (the file's stem where that is unique, else its path), `file`,
    `text`, and the named groups of `pattern`.
    """
    records, notes = [], []
    for path in progress(found.files) if progress else found.files:
        name = found.name(path)
        try:
            text, told = _read_text(path, name, encoding)
        except ReadError as error:
            kind = "unreadable" if path.suffix.lower() in TEXTS else "skipped"
            notes.append(Note(kind, str(error), file=name))
        else:
            notes += told
            records.append({"file": name, "text": text})
    names = [record["file"] for record in records]
    ids = _stems(names)
    meta, unmatched = _from_names(names, pattern)
    frame = pd.DataFrame(
        {"doc_id": ids, **meta, "file": names, "text": [r["text"] for r in records]}, dtype=object
    )
    notes += [Note("unmatched", "", file=name) for name in unmatched]
    return RawTable(frame, names, [None] * len(names), tuple(notes))


def _read_text(path: Path, name: str, encoding: str | None) -> tuple[str, tuple[Note, ...]]:
    if path.suffix.lower() not in TEXTS:
        raise ReadError(unread(path.suffix.lower()))
    try:
        decoded = decode(read_bytes(path, "it"), encoding=encoding)
    except ReadError as error:
        raise ReadError(str(error)) from None
    export = vendor_export(decoded.text)
    if export:
        raise ReadError(f"it looks like {export}")
    return decoded.text, decoding_notes(decoded, file=name)


def _stems(names: list[str]) -> list[str]:
    """The stem of each file where no other has it, else the path."""
    stems = [Path(name).stem for name in names]
    taken = pd.Series(stems, dtype=object).duplicated(keep=False)
    return [name if twice else stem for name, stem, twice in zip(names, stems, taken, strict=True)]


def _from_names(names: list[str], pattern: str | None) -> tuple[Mapping[str, list[str | None]], list[str]]:
    """The pattern's named groups for every file, and the files that it does not fit."""
    if pattern is None or not names:
        return _dates_in(names), []
    compiled = _compiled(pattern)
    matches = [_match(compiled, name) for name in names]
    unmatched = [name for name, match in zip(names, matches, strict=True) if match is None]
    if len(unmatched) == len(names):
        raise ReadError(f"the pattern {pattern!r} fits none of the file names, such as {names[0]!r}")
    columns = {group: [m and m[group] for m in matches] for group in compiled.groupindex}
    return columns, unmatched


def _compiled(pattern: str) -> re.Pattern:
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise ReadError(f"the pattern {pattern!r} is no regular expression: {error}") from None
    if not compiled.groupindex:
        example = r"(?P<outlet>[^_]+)_(?P<date>[^_]+)"
        raise ReadError(f"the pattern {pattern!r} has no named groups; name them as in {example!r}")
    return compiled


def _match(pattern: re.Pattern, name: str) -> re.Match | None:
    """Where the pattern fits the stem, the path without the ending, or the whole path."""
    path = Path(name)
    tries = (path.stem, path.with_suffix("").as_posix(), name)
    return next((match for match in map(pattern.search, tries) if match), None)


def _dates_in(names: list[str]) -> Mapping[str, list[str | None]]:
    """The dates in the file names, if nearly all names have exactly one."""
    dates = [FILE_DATE.findall(Path(name).stem) for name in names]
    clear = [found[0] if len(found) == 1 else None for found in dates]
    if not names or sum(map(bool, clear)) < 0.9 * len(names):
        return {}
    return {"date": [date and f"{date[0]}-{date[2]}-{date[3]}" for date in clear]}
