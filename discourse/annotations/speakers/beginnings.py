"""How sentences begin: with the name of a person, a pronoun, a noun phrase and its verb."""

import re
from collections import Counter
from collections.abc import Set
from functools import cached_property, lru_cache

from discourse.annotations.speakers.capitals import NO_NAMES, without_possessive
from discourse.annotations.speakers.person_words import TITLES, has_first_name
from discourse.annotations.speakers.wording import is_thing

_WORD = re.compile(r"\w[\w’'-]*\w")
_LETTER = re.compile(r"\w")
_JOINING = "’'-"
_VERB = (
    r"(?:,[^,.;:“”\"]{1,60}+,|,)?\s++(?:(?:also|then|later|never|still|now|once|himself|herself|itself|\w+ly)\s+)?"
    r"(?:is|was|are|were|has|had|have|will|would|can|could|may|might|must|should|does|did|do|says?|said|told|tells|"
    r"went|came|took|made|gave|got|spoke|wrote|began|met|won|lost|led|ran|rose|saw|left|kept|held|felt|thought|knew|"
    r"became|found|brought|put|stood|sent|set|fought|sought|drew|continues|wants|takes|makes|gives|gets|goes|"
    r"comes|keeps|holds|sees|thinks|knows|finds|puts|"
    r"stands|sends|sets|seeks|remains|believes|supports|expects|\w{2,}ed|"
    r"[a-z]{2,}s(?=\s(?:to|that|the|an?|its|his|her|it|them|no|all|our|their)\b))\b"
)
# A subject at the beginning of a sentence, behind a short phrase with a comma: "Last month, Ruiz ...".
_OPENING = (
    r"[\"“”‘’'\s(]*+(?:[A-Z][^,.;:“”\"]{0,40}+,\s++(?:and\s+|but\s+)?|"
    r"(?:But|And|Yet|Still|While|When|As|If|Though)\s+)?"
)
_SUBJECT = re.compile(rf"{_OPENING}((?:[A-Z][\w.’'-]*+\s++){{0,3}}[A-Z][\w’'-]*[^\W_])")
_NOUN_PHRASE = re.compile(
    rf"{_OPENING}((?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s"
    rf"(?:[a-z][\w-]*+\s){{0,3}}?[a-z][\w-]*+)(?!,\s[A-Z])(?={_VERB})"
)
_IS_SUBJECT = re.compile(_VERB)
_PRONOUN = re.compile(rf"{_OPENING}(he|she|He|She)(?:['’](?:s|d|ll))?\s")
_AGE_OR_WHO = re.compile(r",?\s+(?:\d{2},|who\b|an?\s|the\s)|,\s+(?:\d{2}|who|an?|the)\b")
_LONG = 100_000
"""In a text of more characters words are counted once for all; in a shorter one looking for each takes less time."""


class Beginnings:
    """What the sentences of a text begin with; `surnames` are those that the text has (see `Capitals`)."""

    def __init__(self, text: str, surnames: Set[str]) -> None:
        self._text, self._surnames = text, surnames
        self._repeated: dict[str, bool] = {}

    def subject(self, begin: int) -> re.Match | None:
        """The name of a person that begins the sentence at `begin`, as the match's first group."""
        found = _SUBJECT.match(self._text, begin, begin + 120)
        return found if found and self._is_person(found) else None

    def noun_phrase(self, begin: int) -> re.Match | None:
        """A subject without a name that begins the sentence at `begin`, as the match's first group."""
        return _NOUN_PHRASE.match(self._text, begin, begin + 160)

    def pronoun(self, begin: int) -> re.Match | None:
        """He or she, where it begins the sentence at `begin`, as the match's first group."""
        return _PRONOUN.match(self._text, begin, begin + 80)

    def _is_person(self, found: re.Match) -> bool:
        """Whether a name stands in the text as a person's: twice, or in full and with an age or a verb behind."""
        last, in_full = _as_person(found[1])
        if last is None:
            return False
        if self._is_repeated(last):
            return True
        end = found.end(1)
        return in_full and (_AGE_OR_WHO.match(self._text, end) is not None or is_subject(self._text, end))

    def _is_repeated(self, surname: str) -> bool:
        """Whether a surname stands in the text twice or more, and never in lower case."""
        known = self._repeated.get(surname)
        if known is None:
            lower = surname.lower()
            may_be = lower in self._surnames and surname not in NO_NAMES
            known = may_be and self._stands(surname, times=2) and not self._stands(lower, times=1)
            self._repeated[surname] = known
        return known

    def _stands(self, word: str, *, times: int) -> bool:
        """Whether a word stands in the text so many times; hyphens and apostrophes join words to one."""
        if len(self._text) > _LONG:
            return self._words[word] >= times
        at = self._text.find(word)
        while at >= 0:
            times -= _is_word(self._text, at, word)
            if not times:
                return True
            at = self._text.find(word, at + len(word))
        return False

    @cached_property
    def _words(self) -> Counter[str]:
        return Counter(_WORD.findall(self._text))


@lru_cache(maxsize=10_000)
def _as_person(name: str) -> tuple[str | None, bool]:
    """Give the surname in what may be a person's name, None where it is none, and whether it is surely in full."""
    first, *more = words = name.split()
    if first in NO_NAMES or first.endswith("ly") or is_thing(name):
        return None, False
    last = without_possessive(words[-1])
    if not more or last in NO_NAMES or last.lower() in TITLES:
        return last, False
    return last, has_first_name(words[:-1])


def _is_word(text: str, at: int, word: str) -> bool:
    """Whether the letters that stand at a place are a word of the text, and no part of one."""
    found = _WORD.match(text, at)
    if found is None or found[0] != word:
        return False
    while at > 0 and text[at - 1] in _JOINING:
        at -= 1
    return at == 0 or _LETTER.match(text, at - 1) is None


def is_subject(text: str, end: int) -> bool:
    """Whether a verb follows the name that ends at `end`, an apposition between them left aside.

    >>> is_subject("Ana Ruiz, the mayor, was late", 8), is_subject("Ruiz supporters", 4)
    (True, False)
    """
    return _IS_SUBJECT.match(text, end, end + 100) is not None
