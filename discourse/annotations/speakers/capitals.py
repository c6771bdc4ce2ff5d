"""The words of a text with a capital: which of them name people, as far as its spelling tells.

A *run* is as many words with a capital as stand side by side. Names lie within runs, so the text is searched
for these alone, and what a run holds is read once for each wording.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from discourse.annotations.speakers.person_words import gender_of, has_first_name
from discourse.lexicons import stop_words

# What a word or a gap has matched is not given back (`*+`): what follows could not begin within it.
_RUN = re.compile(r"[A-Z][\w.’'-]*+(\s++[A-Z][\w.’'-]*+)*")
_NAME = re.compile(r"[A-Z][\w.’'-]*+\s++(?=([A-Z][\w’'-]+))")
_PAIR = re.compile(r"([A-Z](?<!\w.)[\w-]*+)\.?+[^\S\n]++(?:[A-Z]\.[^\S\n]+)?(?=([A-Z][\w’'-]*[^\W_]))")
_FULL_NAME = re.compile(r"[A-Z](?:[\w.’'-]*+[^\S\n]++[A-Z]){0,3}[\w’'-]*[^\W_]")
_INTRODUCES = re.compile(r",\s+(?:\d{2},|an?\s|the\s)")
_HONORIFICS = frozenset(
    """Mr Mrs Ms Miss Dr Sen Rep Gov Gen Col Adm Lt Sgt Rev President Minister Senator Governor Judge Justice Sheikh
    King Queen Prince Princess Sir Lord Lady Ambassador Mayor General Secretary Chancellor Sheriff Pastor""".split()
)
_DATES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)
NO_NAMES = frozenset(word.title() for word in stop_words() | _DATES)


class Name(NamedTuple):
    """A name in a text: its range and its words; whether a known first name stands in it before its last word."""

    start: int
    end: int
    words: str
    in_full: bool

    def moved(self, by: int) -> "Name":
        """Give the name so many places further on."""
        return Name(self.start + by, self.end + by, self.words, self.in_full)


def is_introduced(text: str, end: int) -> bool:
    """Whether the name that ends at `end` is followed by an age or by words that tell who it is.

    >>> is_introduced("Ana Ruiz, a mayor, was late", 8), is_introduced("Ana Ruiz, too", 8)
    (True, False)
    """
    return _INTRODUCES.match(text, end) is not None


class Capitals:
    """The runs of a text; which of their words are surnames, and which of these the text has as persons'.

    `surnames` are the words, in lower case, that follow another word with a capital; `persons` those that stand
    behind a first name, or behind Mr. and Ms. `begins` are the places where sentences begin.
    """

    def __init__(self, text: str, begins: Sequence[int]) -> None:
        self._text, self._begins = text, begins
        found = list(_RUN.finditer(text))
        self._runs = [run.span() for run in found]
        # The runs of several words; the character before one tells whether it begins within a word.
        several = "|".join([text[max(run.start() - 1, 0) : run.end()] for run in found if run.lastindex])
        self.surnames = set(map(str.lower, _NAME.findall(several)))
        pairs = _PAIR.findall(several)
        self.persons = {last for first, last in pairs if first in _HONORIFICS or gender_of(first)} - NO_NAMES

    @cached_property
    def people(self) -> dict[int, list[Name]]:
        """The names, by number of sentence, whose surname the text has with a first name or a title."""
        text, persons, people = self._text, self.persons, defaultdict(list)
        for sentence, start, end in self._within_sentences():
            words = text[start:end]
            if words.isalpha() and words not in persons:
                continue  # a single word, and no surname
            for surname, name in _names_in(words):
                if surname in persons or (name.in_full and is_introduced(text, start + name.end)):
                    people[sentence].append(name.moved(start))
        return people

    def _within_sentences(self) -> Iterator[tuple[int, int, int]]:
        """Give the runs, cut where a sentence begins, each with the number of its sentence."""
        begins = [*self._begins, len(self._text)]
        sentence = 0
        for start, end in self._runs:
            while begins[sentence] <= start:
                sentence += 1
            while begins[sentence] < end:
                yield sentence - 1, start, begins[sentence]
                start = begins[sentence]
                sentence += 1
            yield sentence - 1, start, end


@lru_cache(maxsize=10_000)
def _names_in(run: str) -> list[tuple[str, Name]]:
    """Give the names in a run, places counted from its beginning, each with its surname."""
    names = []
    for found in _FULL_NAME.finditer(run):
        words = found[0].split()
        if words[0] not in NO_NAMES:
            name = Name(*found.span(), found[0], has_first_name(words[:-1]))
            names.append((without_possessive(words[-1]), name))
    return names


def without_possessive(word: str) -> str:
    """Give a word without the 's behind it."""
    return word[:-2] if word.endswith(("'s", "’s")) else word
