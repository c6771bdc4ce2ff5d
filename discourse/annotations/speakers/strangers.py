"""Names of people in no registry, and how sentences begin: with a name, a pronoun, a noun phrase and its verb."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from discourse.annotations.speakers.person_words import TITLES, gender_of
from discourse.annotations.speakers.wording import wording
from discourse.lexicons import stop_words

_LETTER = re.compile(r"\w")
_JOINING = "’'-"
# What is read over whole texts gives nothing back (`*+`): what follows could not begin within it.
_NAME = re.compile(r"[A-Z][\w.’'-]*+\s++(?=([A-Z][\w’'-]+))")
_PAIR = re.compile(r"([A-Z](?<!\w.)[\w-]*+)\.?+[^\S\n]++(?:[A-Z]\.[^\S\n]+)?(?=([A-Z][\w’'-]*[^\W_]))")
_HONORIFICS = frozenset(
    """Mr Mrs Ms Miss Dr Sen Rep Gov Gen Col Adm Lt Sgt Rev President Minister Senator Governor Judge Justice Sheikh
    King Queen Prince Princess Sir Lord Lady Ambassador Mayor General Secretary Chancellor Sheriff Pastor""".split()
)
_VERB = (
    r"(?:,[^,.;:“”\"]{1,60},|,)?\s+(?:(?:also|then|later|never|still|now|once|himself|herself|itself|\w+ly)\s+)?"
    r"(?:is|was|are|were|has|had|have|will|would|can|could|may|might|must|should|does|did|do|says?|said|told|tells|"
    r"went|came|took|made|gave|got|spoke|wrote|began|met|won|lost|led|ran|rose|saw|left|kept|held|felt|thought|knew|"
    r"became|found|brought|put|stood|sent|set|fought|sought|drew|continues|wants|takes|makes|gives|gets|goes|"
    r"comes|keeps|holds|sees|thinks|knows|finds|puts|"
    r"stands|sends|sets|seeks|remains|believes|supports|expects|\w{2,}ed|"
    r"[a-z]{2,}s(?=\s(?:to|that|the|an?|its|his|her|it|them|no|all|our|their)\b))\b"
)
# A subject at the beginning of a sentence, behind a short phrase with a comma: "Last month, Ruiz ...".
_OPENING = (
    r"[\"“”‘’'\s(]*(?:[A-Z][^,.;:“”\"]{0,40},\s+(?:and\s+|but\s+)?|"
    r"(?:But|And|Yet|Still|While|When|As|If|Though)\s+)?"
)
_SUBJECT = re.compile(rf"{_OPENING}((?:[A-Z][\w.’'-]*\s+){{0,3}}[A-Z][\w’'-]*[^\W_])")
_NOUN_PHRASE = re.compile(
    rf"{_OPENING}((?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s"
    rf"(?:[a-z][\w-]*\s){{0,3}}?[a-z][\w-]*)(?!,\s[A-Z])(?={_VERB})"
)
_IS_SUBJECT = re.compile(_VERB)
_PRONOUN = re.compile(rf"{_OPENING}(he|she|He|She)(?:['’](?:s|d|ll))?\s")
_AGE_OR_WHO = re.compile(r",?\s+(?:\d{2},|who\b|an?\s|the\s)|,\s+(?:\d{2}|who|an?|the)\b")
_INTRODUCES = re.compile(r",\s+(?:\d{2},|an?\s|the\s)")
_FULL_NAME = re.compile(r"[A-Z](?:[\w.’'-]*+[^\S\n]++[A-Z]){0,3}[\w’'-]*[^\W_]")
_DATES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)
_NO_NAMES = frozenset(word.title() for word in stop_words() | _DATES)


class Names:
    """The names that a text has for people, as far as its spelling tells."""

    def __init__(self, text: str) -> None:
        self.text = text

    def subject(self, begin: int) -> re.Match | None:
        """The name of a person that begins the sentence at `begin`, as the match's first group."""
        found = _SUBJECT.match(self.text, begin, begin + 120)
        return found if found and self._is_person(found) else None

    def noun_phrase(self, begin: int) -> re.Match | None:
        """A subject without a name that begins the sentence at `begin`, as the match's first group."""
        return _NOUN_PHRASE.match(self.text, begin, begin + 160)

    def others(self, start: int, end: int) -> Iterator[re.Match]:
        """The names between two places whose surname the text has with a first name or a title."""
        persons = self.persons
        for found in _FULL_NAME.finditer(self.text, start, end):
            last, has_first_name = _ends(found[0])
            if last in persons or (has_first_name and is_introduced(self.text, found)):
                yield found

    def pronoun(self, begin: int) -> re.Match | None:
        """He or she, where it begins the sentence at `begin`, as the match's first group."""
        return _PRONOUN.match(self.text, begin, begin + 80)

    def _is_person(self, found: re.Match) -> bool:
        """Whether a name stands in the text as a person's: twice, or in full and with an age or a verb behind."""
        last, in_full = _as_person(found[1])
        if last is None:
            return False
        if self._is_repeated(last):
            return True
        end = found.end(1)
        return in_full and (_AGE_OR_WHO.match(self.text, end) is not None or is_subject(self.text, end))

    def _is_repeated(self, surname: str) -> bool:
        """Whether a surname stands in the text twice or more, and never in lower case."""
        lower = surname.lower()
        if lower not in self.surnames or surname in _NO_NAMES:
            return False
        return self._stands(surname, 2) and (lower == surname or not self._stands(lower, 1))

    def _stands(self, word: str, times: int) -> bool:
        """Whether a word stands in the text by itself so many times."""
        text, at = self.text, self.text.find(word)
        while at >= 0:
            times -= _is_alone(text, at, at + len(word))
            if not times:
                return True
            at = text.find(word, at + len(word))
        return False

    @cached_property
    def surnames(self) -> set[str]:
        """The words of the text that follow another word with a capital, as a surname follows a first name."""
        return set(map(str.lower, _NAME.findall(self.text)))

    @cached_property
    def persons(self) -> set[str]:
        """The surnames of the text that stand in it behind a first name, or behind Mr. and Ms."""
        pairs = _PAIR.findall(self.text)
        return {last for first, last in pairs if first in _HONORIFICS or gender_of(first)} - _NO_NAMES


@lru_cache(maxsize=10_000)
def _as_person(name: str) -> tuple[str | None, bool]:
    """Give the surname in what may be a person's name, None where it is none, and whether it is surely in full."""
    first, *more = words = name.split()
    if first in _NO_NAMES or first.endswith("ly") or wording(name).thing:
        return None, False
    last = _without_possessive(words[-1])
    if not more or last in _NO_NAMES or last.lower() in TITLES:
        return last, False
    return last, _has_first_name(words)


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether what stands here is a word, and no part of one: hyphens and apostrophes join words."""
    if text[end - 1] in _JOINING:
        return False
    while start > 0 and text[start - 1] in _JOINING:
        start -= 1
    while end < len(text) and text[end] in _JOINING:
        end += 1
    return not (_LETTER.match(text, start - 1) if start else None) and not _LETTER.match(text, end)


@lru_cache(maxsize=10_000)
def _ends(name: str) -> tuple[str | None, bool]:
    """Give the last word of a name, None where its first is none, and whether a known first name stands before."""
    words = name.split()
    if words[0] in _NO_NAMES:
        return None, False
    return _without_possessive(words[-1]), _has_first_name(words)


def _without_possessive(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def is_introduced(text: str, name: re.Match) -> bool:
    """Whether a full name, its first name known, is followed by an age or by words that tell who it is."""
    return _INTRODUCES.match(text, name.end()) is not None and _has_first_name(name[0].split())


def _has_first_name(words: Sequence[str]) -> bool:
    """Whether a known first name stands before the last word of a name."""
    return any(map(gender_of, words[:-1]))


def is_subject(text: str, end: int) -> bool:
    """Whether a verb follows the name that ends at `end`, an apposition between them left aside.

    >>> is_subject("Ana Ruiz, the mayor, was late", 8), is_subject("Ruiz supporters", 4)
    (True, False)
    """
    return _IS_SUBJECT.match(text, end, end + 100) is not None
