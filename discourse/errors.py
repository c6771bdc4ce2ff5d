"""What goes wrong, in whole sentences.

The tree of exceptions::

    DiscourseError            the root: catch this one to catch them all
    ├── UnknownNameError      a name that is not among the known ones
    ├── MissingColumnError    a table without a column that is needed
    ├── ReadError             a file or folder that cannot be read as asked
    ├── LexiconError          an entry of a lexicon that does not hold together
    ├── ParameterError        a parameter of a report that does not fit its notebook
    └── ReportError           a report that failed while it ran

A message says what is wrong, where, and what would be right: one line, lower case, no code.
Odd *text* raises nothing; it becomes a row of the import report or of the table `problems`.
"""

from collections.abc import Collection, Iterable
from difflib import get_close_matches


class DiscourseError(ValueError):
    """The root of all errors that a user can mend."""


class UnknownNameError(DiscourseError):
    """A name that is not among the known ones."""


class MissingColumnError(DiscourseError):
    """A table that lacks a column."""


class ReadError(DiscourseError):
    """A file or folder that cannot be read as asked."""


class LexiconError(DiscourseError):
    """A lexicon entry that does not hold together; names file, line and entry."""


class ParameterError(DiscourseError):
    """A report parameter that does not fit the notebook."""


class ReportError(DiscourseError):
    """A report that failed while it ran."""


def check_name(name: str, known: Collection[str], *, what: str) -> None:
    """Raise `UnknownNameError` unless `name` is one of `known`.

    Examples
    --------
    >>> check_name("Miror", ["Mirror", "Times"], what="outlet")
    Traceback (most recent call last):
    discourse.errors.UnknownNameError: outlet 'Miror' is unknown. Known: 'Mirror', 'Times'. \
Did you mean 'Mirror'?
    """
    if name in known:
        return
    known = list(known)
    shown = ", ".join(repr(k) for k in known[:20]) or "none"
    more = f" and {len(known) - 20:,} more" if len(known) > 20 else ""
    raise UnknownNameError(f"{what} {name!r} is unknown. Known: {shown}{more}.{nearest(name, known)}")


def nearest(name: str, known: Iterable[str]) -> str:
    """A sentence that offers the nearest known spelling, or nothing.

    Examples
    --------
    >>> nearest("corpsu", ["corpus", "actors"])
    " Did you mean 'corpus'?"
    """
    close = get_close_matches(str(name), [str(k) for k in known], n=1)
    return f" Did you mean {close[0]!r}?" if close else ""
