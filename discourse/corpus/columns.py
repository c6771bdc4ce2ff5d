"""Which column is the text, which the outlet, and what becomes of the others."""

import re
from collections.abc import Collection, Mapping

import pandas as pd

from discourse.corpus.column_names import NAMES, NESTED, RESERVED
from discourse.corpus.import_report import Note
from discourse.errors import ReadError, check_name

_COUNTER = re.compile(r"Unnamed: \d+|index|level_0|__index_level_0__")
_TEXT_LENGTH = 100
_SHOWN = 40


def arrange_columns(
    frame: pd.DataFrame, *, given: Mapping[str, str | None]
) -> tuple[pd.DataFrame, list[Note]]:
    """Give the columns the names of the table `documents`, by `given` or else by what they are called.

    `given` maps our name to the user's column, or to None for "there is none". A user's column
    with a name that the tables use for something else becomes `meta_<name>`, one that only counts
    the rows is left out, and a `year` that serves as the date stays beside it. All is noted, but
    that a column of ours without any value is not taken over.

    Raises
    ------
    UnknownNameError
        If `given` names a column that is not there, or something that documents have not.
    ReadError
        If no column looks like the text.

    Examples
    --------
    >>> frame, notes = arrange_columns(pd.DataFrame({"body": ["War."], "actor": ["Fiji"]}), given={})
    >>> list(frame)
    ['text', 'meta_actor']
    >>> notes[0].detail
    "text from 'body'"
    """
    _check(frame, given)
    counters = [name for name in frame.columns if name not in given.values() and _only_counts(frame[name])]
    frame = frame.drop(columns=counters)
    roles = _roles(frame, given)
    others = [name for name in frame.columns if name not in roles.values() or name == "year"]
    others = [name for name in others if name not in RESERVED or frame[name].notna().any()]
    aside = {name: free_name(name, others) for name in others if name in RESERVED}
    columns = {role: frame[name] for role, name in roles.items()}
    columns |= {aside.get(name, name): frame[name] for name in others}
    notes = [
        _guess(frame, role, name)
        for role, name in roles.items()
        if role not in given and (_plain(name) != role or _rivals(frame, role, name))
    ]
    notes += [
        Note("column", f"The column {name!r} only counts the rows; it is left out.") for name in counters
    ]
    notes += [
        Note("column", f"The column {name!r} is kept as {new!r}: the tables use its name for something else.")
        for name, new in aside.items()
    ]
    return pd.DataFrame(columns), notes


def _check(frame: pd.DataFrame, given: Mapping[str, str | None]) -> None:
    for role, name in given.items():
        check_name(role, NAMES, what="column of documents")
        if name is not None:
            check_name(name, frame.columns, what=f"{role} column")


def _only_counts(column: pd.Series) -> bool:
    """Whether this is a row index that was saved along: 0, 1, 2 and so on."""
    return (
        bool(_COUNTER.fullmatch(str(column.name)))
        and pd.api.types.is_integer_dtype(column)
        and column.is_monotonic_increasing
        and column.is_unique
    )


def _roles(frame: pd.DataFrame, given: Mapping[str, str | None]) -> dict[str, str]:
    """Our name → the user's column."""
    roles = {role: name for role, name in given.items() if name is not None}
    for role in NAMES:
        free = [name for name in _called(frame, role) if name not in roles.values()]
        if free and role not in given and (role != "date_precision" or _are_precisions(frame[free[0]])):
            roles[role] = free[0]
    if "text" not in roles:
        roles["text"] = _longest(frame, list(roles.values()))
    return roles


def _are_precisions(column: pd.Series) -> bool:
    """Whether a column says of dates how precise they are, in our words."""
    return bool(column.dropna().isin(["day", "month", "year"]).all())


def _called(frame: pd.DataFrame, role: str) -> list[str]:
    """The columns with a name that fits the role, the surest first."""
    order = NAMES[role]
    ranks = {name: order.index(_plain(name)) for name in frame.columns if _plain(name) in order}
    if role in NESTED:
        inner = {name: _plain(name.rsplit(".")[-1]) for name in frame.columns if name not in ranks}
        ranks |= {name: len(order) + order.index(last) for name, last in inner.items() if last in order}
    return sorted(ranks, key=ranks.__getitem__)


def _plain(name: str) -> str:
    return re.sub(r"\W+", "_", name.strip().lower()).strip("_")


def _longest(frame: pd.DataFrame, taken: list[str]) -> str:
    """The column with the longest texts, if they are long enough to be any."""
    lengths = {
        name: frame[name].map(lambda cell: len(cell) if isinstance(cell, str) else 0).mean()
        for name in frame.columns
        if name not in taken
    }
    best = max(lengths, key=lengths.__getitem__, default=None)
    if best is None or lengths[best] < _TEXT_LENGTH:
        names = ", ".join(repr(name[:_SHOWN]) for name in frame.columns)
        raise ReadError(
            f"no column looks like the text; name the right one 'text', or say text='…' with one of {names}"
        )
    return best


def _guess(frame: pd.DataFrame, role: str, name: str) -> Note:
    """Say aloud what a column was taken for, and what else it might have been."""
    if name not in _called(frame, role):
        return Note("guess", f"{role} from {name!r}, which has the longest texts")
    rivals = _rivals(frame, role, name)
    instead = f" (not {' or '.join(map(repr, rivals))})" if rivals else ""
    return Note("guess", f"{role} from {name!r}{instead}")


def _rivals(frame: pd.DataFrame, role: str, name: str) -> list[str]:
    """The other columns that might have been the text by their names."""
    return [other for other in _called(frame, role) if other != name] if role == "text" else []


def free_name(name: str, taken: Collection[str]) -> str:
    """`meta_<name>`, with as many `meta_` as it takes."""
    new = f"meta_{name}"
    return free_name(new, taken) if new in taken else new
