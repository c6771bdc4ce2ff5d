"""Plain text files: one document each, with metadata from the file names."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import pandas as pd

from discourse.corpus.encoding import decode
from discourse.corpus.file_names import names_metadata
from discourse.corpus.files import Found
from discourse.corpus.formats import vendor_export
from discourse.corpus.found import Progress, RawTable
from discourse.corpus.import_report import Note
from discourse.corpus.tabular import decoding_notes, read_bytes
from discourse.errors import ReadError


def read_texts(found: Found, *, pattern: str | None, encoding: str | None, progress: Progress) -> RawTable:
    """Read every `.txt` file as one document; a file that cannot be read becomes a note.

    The columns are `doc_id` (the file's stem where that is unique, else its path), the named
    groups of `pattern`, `file`, and `text`.

    Raises
    ------
    ReadError
        If `pattern` is no regular expression with named groups, or fits no file name.
    """
    texts: dict[str, str] = {}
    notes: list[Note] = []
    for path in found.files:
        name = found.name(path)
        try:
            texts[name], told = _read(path, name, encoding)
            notes += told
        except ReadError as error:
            notes.append(Note("unreadable", str(error), file=name))
        progress(1)
    metadata, told = names_metadata(list(texts), pattern)
    columns = {"doc_id": _stems(texts), **metadata, "file": list(texts), "text": list(texts.values())}
    frame = pd.DataFrame(columns, dtype=object)
    return RawTable(frame, list(texts), [None] * len(texts), (*notes, *told))


def _read(path: Path, name: str, encoding: str | None) -> tuple[str, list[Note]]:
    decoded = decode(read_bytes(path), encoding=encoding)
    export = vendor_export(decoded.text)
    if export:
        raise ReadError(f"it looks like a {export}")
    return decoded.text, decoding_notes(decoded, name)


def _stems(names: Iterable[str]) -> list[str]:
    """The stem of each file where no other file has it, else the path."""
    paths = [PurePosixPath(name) for name in names]
    stems = pd.Series([path.stem for path in paths], dtype=object)
    return [
        str(path) if twice else path.stem
        for path, twice in zip(paths, stems.duplicated(keep=False), strict=True)
    ]
