"""A sentence as the scorers of tone toward an actor read it: words, clauses, quotations, names."""

import re
from dataclasses import dataclass
from functools import lru_cache

from discourse.lexicons.role_words import role_words

_WORD = re.compile(r"\w+n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\w+(?:[-.&]\w+)*|[^\w\s]")
_MARKS = frozenset(',;:—–()“”"')
_OPENING, _CLOSING, _STRAIGHT = "“", "”", '"'
_BEFORE_A_CAPITAL = frozenset("“‘\"'.:!?—")


@dataclass(frozen=True)
class Sentence:
    """A sentence, word by word.

    `words` are in lower case, with straight apostrophes; `starts` are their places in the text, `clauses` the
    numbers of their clauses; `quoted`, `capital` and `named` say whether a word is in quotation marks, has a capital,
    and is in a name.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    clauses: tuple[int, ...]
    quoted: tuple[bool, ...]
    capital: tuple[bool, ...]
    named: tuple[bool, ...]


@dataclass(frozen=True)
class Reading:
    """A sentence and the actor in it: the words from `begin` up to `end`. About nobody, the two are equal."""

    sentence: Sentence
    begin: int
    end: int


def read(text: str, start: float, end: float) -> Reading:
    """Read a sentence about the actor named in `text[start:end]`; where both are missing, about nobody.

    Examples
    --------
    >>> reading = read("Critics say Ann’s plan failed.", 12, 15)
    >>> reading.sentence.words[reading.begin : reading.end + 1]
    ('ann', "'s")
    """
    sentence = read_sentence(text)
    places = enumerate(zip(sentence.starts, sentence.words, strict=True))
    inside = [n for n, (at, word) in places if at < end and at + len(word) > start]
    return Reading(sentence, inside[0], inside[-1] + 1) if inside else Reading(sentence, 0, 0)


@lru_cache(maxsize=64)
def read_sentence(text: str) -> Sentence:
    """Cut a sentence into words, and tell clauses, quotations and names apart.

    Examples
    --------
    >>> read_sentence("He met Grace, who “smiled”.").clauses
    (0, 0, 0, 1, 2, 3, 3, 4, 4)
    """
    found = list(_WORD.finditer(text))
    words = tuple(match[0].lower().replace("’", "'") for match in found)
    openers = role_words().grammar["clause-openers"]
    clauses, quoted, clause, inside = [], [], 0, False
    for word in words:
        clause += word in _MARKS or word in openers
        inside = not inside if word == _STRAIGHT else word == _OPENING or (inside and word != _CLOSING)
        clauses.append(clause)
        quoted.append(inside)
    starts = tuple(match.start() for match in found)
    capital = tuple(match[0][0].isupper() for match in found)
    return Sentence(words, starts, tuple(clauses), tuple(quoted), capital, _named(words, capital))


def _named(words: tuple[str, ...], capital: tuple[bool, ...]) -> tuple[bool, ...]:
    """Tell names by their capitals, unless most words have one, as in some headlines."""
    long = [has for has, word in zip(capital, words, strict=True) if len(word) > 3]
    if sum(long) > 0.6 * len(long):
        return (False,) * len(words)
    before = (".", *words[:-1])
    return tuple(has and last not in _BEFORE_A_CAPITAL for has, last in zip(capital, before, strict=True))
