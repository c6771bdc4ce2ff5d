"""A name for every document, and never the same name twice."""

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from discourse.corpus.import_report import Note


def make_doc_ids(given: Sequence[str | None] | None, files: Sequence[str]) -> tuple[list[str], list[Note]]:
    """The doc_ids as given; made where there is none; `#2` behind a second use.

    One is made of the file's stem and, where the file has several texts, the number of the text.

    Examples
    --------
    >>> make_doc_ids(["a", "a", None], ["x.csv"] * 3)[0]
    ['a', 'a#2', 'x-3']
    """
    made = _numbered(files)
    if given is None:
        return _distinct(made), []
    names = _distinct([name or _free(new, given) for name, new in zip(given, made, strict=True)])
    notes = [
        Note("renamed", "it had none" if old is None else f"{old!r} was taken", new)
        for old, new in zip(given, names, strict=True)
        if old != new
    ]
    return names, notes


def _numbered(files: Sequence[str]) -> list[str]:
    """The stem of each text's file, with the text's number in it where there are several."""
    totals = Counter(files)
    so_far: Counter[str] = Counter()
    names = []
    for file in files:
        so_far[file] += 1
        number = f"-{so_far[file]:0{len(str(totals[file]))}}" if totals[file] > 1 else ""
        names.append(PurePosixPath(file).stem + number)
    return names


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
