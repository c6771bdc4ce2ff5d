"""Metadata in file names: `Mirror_2022-03-05_talks-fail.txt`."""

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from discourse.corpus.import_report import Note
from discourse.errors import ReadError

_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_NEARLY_ALL = 0.9
EXAMPLE = "(?P<outlet>[^_]+)_(?P<date>[^_]+)"


def names_metadata(names: Sequence[str], pattern: str | None) -> tuple[Mapping[str, list], list[Note]]:
    """The columns that the file names give, and what there is to say about them.

    The groups of `pattern` are searched in the name without its ending, or else in the path.
    Without a pattern, a date is taken where nearly every name has exactly one.

    Raises
    ------
    ReadError
        If `pattern` is no regular expression with named groups, or fits no name.

    Examples
    --------
    >>> names_metadata(["Mirror_2022.txt"], "(?P<outlet>.+)_(?P<date>.+)")[0]
    {'outlet': ['Mirror'], 'date': ['2022']}
    """
    if not names:
        return {}, []
    if pattern is None:
        return _dates(names)
    compiled = _compiled(pattern)
    matches = [_match(compiled, name) for name in names]
    fitting = [(name, match) for name, match in zip(names, matches, strict=True) if match]
    if not fitting:
        raise ReadError(f"the pattern {pattern!r} fits no file name, such as {names[0]!r}")
    unmatched = [Note("unmatched", file=name) for name, m in zip(names, matches, strict=True) if m is None]
    columns = {group: [match and match[group] for match in matches] for group in compiled.groupindex}
    return columns, [_preview(*fitting[0]), *unmatched]


def _compiled(pattern: str) -> re.Pattern:
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise ReadError(f"the pattern {pattern!r} is no regular expression: {error}") from None
    if not compiled.groupindex:
        raise ReadError(f"the pattern {pattern!r} has no named groups, as {EXAMPLE!r} has")
    if taken := {"file", "text"} & set(compiled.groupindex):
        raise ReadError(f"the pattern {pattern!r} has a group {taken.pop()!r}, which is no metadata")
    return compiled


def _match(pattern: re.Pattern, name: str) -> re.Match | None:
    path = PurePosixPath(name)
    places = (path.stem, str(path.with_suffix("")), name)
    return next((match for match in map(pattern.search, places) if match), None)


def _preview(name: str, match: re.Match) -> Note:
    read = ", ".join(f"{group} {value!r}" for group, value in match.groupdict().items())
    return Note("file-names", f"The pattern takes from {name!r}: {read}.")


def _dates(names: Sequence[str]) -> tuple[Mapping[str, list], list[Note]]:
    """Dates such as 2022-03-05 or 20220305, if nearly all names have exactly one."""
    found = [_DATE.findall(PurePosixPath(name).stem) for name in names]
    single = [dates[0] if len(dates) == 1 else None for dates in found]
    if sum(map(bool, single)) < _NEARLY_ALL * len(names):
        told = f"Nothing was taken from file names such as {names[0]!r}; pattern='{EXAMPLE}' would."
        return {}, [Note("file-names", told)] if len(names) > 1 else []
    told = (
        f"The dates are those in the file names, such as {names[0]!r}; pattern='{EXAMPLE}' would take more."
    )
    return {"date": [date and f"{date[0]}-{date[2]}-{date[3]}" for date in single]}, [
        Note("file-names", told)
    ]
