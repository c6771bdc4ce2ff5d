"""A name for every document, and never the same name twice."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from discourse.corpus.import_report import Note


def make_doc_ids(
    given: Sequence[str | None] | None, files: Sequence[str], rows: Sequence[int | None]
) -> tuple[list[str], list[Note]]:
    """The doc_ids as given; one made of file and row where there is none; `#2` behind a second use.

    Examples
    --------
    >>> make_doc_ids(["a", "a", None], ["x.csv"] * 3, [2, 3, 4])[0]
    ['a', 'a#2', 'x-4']
    """
    width = len(str(max((row for row in rows if row is not None), default=0)))
    made = [
        f"{PurePosixPath(file).stem}-{row:0{width}}" if row else file
        for file, row in zip(files, rows, strict=True)
    ]
    wanted = made if given is None else [name or new for name, new in zip(given, made, strict=True)]
    names = _distinct(wanted)
    notes = []
    for place, name in enumerate(names):
        before = None if given is None else given[place]
        if given is not None and name != before:
            told = "had none" if before is None else f"{before!r} was taken"
            notes.append(Note("renamed", told, name, files[place], rows[place]))
    return names, notes


def _distinct(wanted: Sequence[str]) -> list[str]:
    """Each name once: the later uses of a name get a number behind it."""
    taken, uses, names = set(wanted), {}, []
    for name in wanted:
        uses[name] = uses.get(name, 0) + 1
        new = name
        while uses[name] > 1 and new in taken:
            new = f"{name}#{uses[name]}"
            uses[name] += new in taken
        taken.add(new)
        names.append(new)
    return names
