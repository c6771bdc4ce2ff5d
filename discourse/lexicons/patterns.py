"""Patterns: what a lexicon asks for, in the flat form in which texts are searched."""

import re
from typing import NamedTuple

_UNIT = re.compile(r"\w+")


class Pattern(NamedTuple):
    """One wording of an actor or a frame.

    `words` are its units in lower case: the runs of letters and digits, so that hyphens, apostrophes,
    points and line breaks make no difference (`U.S.` is `u`, `s`). `text` is the wording as the lexicon
    has it, `owner` the id of the actor or frame, `route` how the words lead to it.

    With `exact_case` capitals must agree; with `prefix` the last unit may go on (`invade*`). An `exclude`
    pattern is a context that is something else: inside it the owner's other patterns do not count.
    It holds from `since` to `until` (ISO dates); with `needs_full_name` only in a text that also names
    the owner in full.
    """

    words: tuple[str, ...]
    text: str
    owner: str
    route: str
    exact_case: bool = False
    prefix: bool = False
    exclude: bool = False
    since: str | None = None
    until: str | None = None
    needs_full_name: bool = False


def pattern(text: str, owner: str, route: str, **rules) -> Pattern:
    """Make the pattern of a wording.

    Examples
    --------
    >>> pattern("special-military operation*", "smo", "term").words
    ('special', 'military', 'operation')
    >>> pattern("U.S.", "united-states", "alias", exact_case=True).words
    ('u', 's')
    """
    return Pattern(units(text), text, owner, route, prefix=text.endswith("*"), **rules)


def units(text: str) -> tuple[str, ...]:
    """Give the units of a wording in lower case."""
    return tuple(_UNIT.findall(text.lower()))
