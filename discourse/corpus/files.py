"""Which files a path means: one file, a folder, or a pattern such as `texts/*.txt`."""

import os
from collections import Counter
from dataclasses import dataclass
from fnmatch import fnmatch
from glob import glob, has_magic
from pathlib import Path

from discourse.corpus.import_report import Note
from discourse.errors import ReadError, nearest

JUNK = ("._*", "~$*", ".DS_Store", "Thumbs.db", "desktop.ini", "__MACOSX", ".*")


@dataclass(frozen=True)
class Found:
    """Files below `root`, sorted by name; `notes` tell of the junk beside them."""

    root: Path
    files: tuple[Path, ...]
    notes: tuple[Note, ...] = ()

    def name(self, file: Path) -> str:
        """The file's path below the root, with forward slashes on every system."""
        return file.relative_to(self.root).as_posix()


def find_files(path: str | os.PathLike) -> Found:
    """The files that `path` means.

    Raises
    ------
    ReadError
        If there is no such file, nothing fits the pattern, or the folder is empty.
    """
    place = Path(path).expanduser()
    if place.is_dir():
        return _sorted_out(place, _walk(place), f"the folder {str(place)!r}")
    if place.exists():
        return Found(place.parent, (place,))
    if has_magic(str(place)):
        return _matching(str(place))
    raise ReadError(f"there is no file or folder {str(path)!r}.{_near(place)}")


def _walk(folder: Path) -> list[Path]:
    def refuse(error: OSError) -> None:
        raise ReadError(f"the folder {error.filename!r} cannot be opened: {error.strerror}")

    return [Path(at, name) for at, _, names in os.walk(folder, onerror=refuse) for name in names]


def _matching(pattern: str) -> Found:
    found = [Path(name) for name in glob(pattern, recursive=True, include_hidden=True)]
    fixed = []
    for part in Path(pattern).parts[:-1]:
        if has_magic(part):
            break
        fixed.append(part)
    return _sorted_out(Path(*fixed), [file for file in found if file.is_file()], f"the pattern {pattern!r}")


def _sorted_out(root: Path, files: list[Path], what: str) -> Found:
    """The files without the junk, sorted; ReadError where nothing is left."""
    junk = {file: _junk(file.relative_to(root)) for file in files}
    kept = sorted((file for file in files if not junk[file]), key=lambda f: f.relative_to(root).as_posix())
    if not kept:
        litter = Counter(kind for kind in junk.values())
        but = ", ".join(f"{n:,} {kind}" for kind, n in litter.most_common())
        raise ReadError(f"{what} holds no files" + (f" but system files ({but})" if but else ""))
    found = Found(root, tuple(kept))
    notes = tuple(Note("junk", junk[file], file=found.name(file)) for file in sorted(files) if junk[file])
    return Found(root, found.files, notes)


def _junk(file: Path) -> str | None:
    """The kind of junk that a file is, or None for what a user may have put there."""
    return next((kind for kind in JUNK for part in file.parts if fnmatch(part, kind)), None)


def _near(place: Path) -> str:
    """The nearest names in the folder, or the part of the path that does exist."""
    folder = place.parent
    if folder.is_dir():
        return nearest(place.name, [entry.name for entry in folder.iterdir()])
    known = next((parent for parent in folder.parents if parent.is_dir()), None)
    return f" The folder {str(folder)!r} does not exist; {str(known)!r} does."
