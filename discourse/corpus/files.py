"""Which files a path means: one file, a folder, or a pattern such as `texts/*.txt`."""

import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path

from discourse.corpus.import_report import Note
from discourse.errors import ReadError, nearest

_JUNK = ("._*", "~$*", ".DS_Store", "Thumbs.db", "desktop.ini", "__MACOSX", ".*")


@dataclass(frozen=True)
class Found:
    """Files below `root`, sorted by name, and notes on what was left out."""

    root: Path
    files: tuple[Path, ...]
    notes: tuple[Note, ...] = ()
    is_folder: bool = False

    def name(self, file: Path) -> str:
        """The file's path below the root, with forward slashes on every system."""
        return file.relative_to(self.root).as_posix()


def find_files(path: str | os.PathLike) -> Found:
    """The files that `path` means, without the litter that systems leave.

    Raises
    ------
    ReadError
        If there is no such file, no file fits the pattern, or the folder is empty.
    """
    place = _place(path)
    if place.is_dir():
        return _folder(place)
    if place.exists():
        return Found(place.parent, (place,))
    if _has_wildcards(place):
        return _pattern(place)
    raise ReadError(f"there is no file or folder {str(path)!r}.{_near(place)}")


def _place(path: str | os.PathLike) -> Path:
    """The path, if it can be one."""
    if str(path).startswith(("http://", "https://")):
        raise ReadError(f"{str(path)!r} is a web address; download it first and read the file")
    try:
        place = Path(path).expanduser()
        place.exists()
    except (OSError, ValueError, TypeError, RuntimeError):
        raise ReadError(
            f"{str(path)[:80]!r} is no path; give a folder, a file, a pattern or a DataFrame"
        ) from None
    return place


def _folder(folder: Path) -> Found:
    refused: list[OSError] = []
    files = [Path(at, name) for at, _, names in os.walk(folder, onerror=refused.append) for name in names]
    notes = [Note("unreadable", _why(error), file=_below(Path(error.filename), folder)) for error in refused]
    return replace(_without_junk(folder, files, notes, f"the folder {str(folder)!r}"), is_folder=True)


def _pattern(pattern: Path) -> Found:
    root = next(parent for parent in pattern.parents if not _has_wildcards(parent))
    files = [file for file in root.glob(str(pattern.relative_to(root))) if file.is_file()]
    return _without_junk(root, files, [], f"the pattern {str(pattern)!r}")


def _has_wildcards(path: Path) -> bool:
    return any(sign in str(path) for sign in "*?[")


def _without_junk(root: Path, files: Iterable[Path], notes: list[Note], what: str) -> Found:
    kept = []
    for file in sorted(files, key=lambda file: _below(file, root)):
        name = _below(file, root)
        junk = next((kind for kind in _JUNK for part in name.split("/") if fnmatch(part, kind)), None)
        if junk:
            notes.append(Note("junk", junk, file=name))
        else:
            kept.append(file)
    if not kept:
        litter = Counter(note.detail for note in notes).most_common()
        but = ", ".join(f"{n:,} {detail}" for detail, n in litter)
        raise ReadError(f"{what} holds no files" + (f" that are texts, only: {but}" if but else ""))
    return Found(root, tuple(kept), tuple(notes))


def _below(file: Path, root: Path) -> str:
    return file.relative_to(root).as_posix()


def _why(error: OSError) -> str:
    return f"the folder cannot be opened ({error.strerror})"


def _near(place: Path) -> str:
    """The nearest names in the folder, or the part of the path that does exist."""
    if place.parent.is_dir():
        return nearest(place.name, [entry.name for entry in place.parent.iterdir()])
    known = next(parent for parent in place.absolute().parents if parent.is_dir())
    return f" There is no folder {str(place.parent)!r} either, only {str(known)!r}"
