"""A name for every document, and never the same name twice."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from discourse.corpus.import_report import Note


def make_doc_ids(
    given: Sequence[str | None] | None, files: Sequence[str], rows: Sequence[int | None]
) -> tuple[list[str], list[Note]]:
    """The doc_ids as given; made of file and row where there is none; `#2` behind a second use.

    Examples
    --------
    >>> make_doc_ids(["a", "a", None], ["x.csv"] * 3, [2, 3, 4])[0]
    ['a', 'a#2', 'x-4']
    """
    width = len(str(max((row for row in rows if row is not None), default=0)))
    places = zip(files, rows, strict=True)
    made = [file if row is None else f"{PurePosixPath(file).stem}-{row:0{width}}" for file, row in places]
    if given is None:
        return _distinct(made), []
    names = _distinct([name or _free(new, given) for name, new in zip(given, made, strict=True)])
    notes = [
        Note("renamed", "it had none" if old is None else f"{old!r} was taken", new)
        for old, new in zip(given, names, strict=True)
        if old != new
    ]
    return names, notes


def _free(name: str, given: Sequence[str | None]) -> str:
    """A name that no document was given."""
    return _free(f"{name}#", given) if name in given else name


def _distinct(wanted: Sequence[str]) -> list[str]:
    """Each name once: the later uses of a name get a number behind it."""
    taken = set(wanted)
    uses: dict[str, int] = {}
    names = []
    for name in wanted:
        new, uses[name] = name, uses.get(name, 0) + 1
        while uses[name] > 1 and new in taken:
            new = f"{name}#{uses[name]}"
            uses[name] += new in taken
        taken.add(new)
        names.append(new)
    return names
