"""What the words for somebody in no registry tell of him, whatever the text."""

from functools import lru_cache
from typing import NamedTuple

from discourse.annotations.speakers.offices import TITLES_AND_OFFICES, words_of
from discourse.annotations.speakers.person_words import gender_of, is_person_noun
from discourse.annotations.speakers.wording import Wording, wording

_BEFORE_SURNAMES = frozenset("mr mrs ms dr".split())
_HONORIFICS = _BEFORE_SURNAMES | {"miss"}


class Unknown(NamedTuple):
    """Somebody known by his words alone.

    By `key` a text knows him again: a `surname` alone (`is_short`) is that of somebody named `in_full` before.
    `person` is None where the words do not tell; a `single` name is a person's if the text has a first name with
    it. The rest is as in `Entity`.
    """

    key: str
    surname: str | None
    is_short: bool
    in_full: bool
    person: bool | None
    single: bool
    gender: str | None
    named: bool
    definite: bool
    plural: bool
    nouns: frozenset[str]
    about: frozenset[str]


@lru_cache(maxsize=10_000)
def unknown(words: str) -> Unknown:
    """Read the words for somebody in no registry.

    Examples
    --------
    >>> ruiz = unknown("Ms. Ruiz")
    >>> ruiz.surname, ruiz.is_short, ruiz.gender
    ('ruiz', True, 'f')
    >>> unknown("the senator").person, unknown("Several farmers").plural
    (True, True)
    """
    said = wording(words)
    full = [word for word in said.words if word not in _HONORIFICS]
    about = frozenset(words_of([words]))
    first_names = full[:-1] if said.named else ()
    return Unknown(
        key=" ".join(said.words),
        surname=said.head if said.named else None,
        is_short=len(full) < 2 or said.words[0] in _BEFORE_SURNAMES,
        in_full=len(full) > 1,
        person=_is_person(said),
        single=said.named and len(said.words) == 1 and not said.thing,
        gender=said.gender or next(filter(None, map(gender_of, first_names)), None),
        named=said.named,
        definite=said.definite,
        plural=not said.named and _is_plural(said.head),
        nouns=about & TITLES_AND_OFFICES | {said.head},
        about=about,
    )


def _is_person(said: Wording) -> bool | None:
    """False for what he and she cannot mean: things, or several of no persons' kind."""
    if said.thing:
        return False
    if said.named:
        return None
    return is_person_noun(said.head) or is_person_noun(said.head.removesuffix("s"))


def _is_plural(noun: str) -> bool:
    return noun in ("people", "police", "men", "women", "both", "two", "others") or (
        noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    )
