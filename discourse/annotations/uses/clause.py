"""The clause before a word, as words: what a rule about its use may look at."""

import re
from collections.abc import Sequence
from functools import cache, cached_property
from typing import NamedTuple

from discourse.lexicons.use_words import Phrases, use_words

_TOKEN = re.compile(r"\b\w+(?:[-‐‑.]\w+)*|['’]\w+|[,;:!?—–()]|(?<=\s)-(?=\s)")
_HARD = frozenset(";:!?—–()-")
_LONGEST_PHRASE = 4
_LONGEST_INSERTION = 7
_MODIFIERS = 3
_IS = frozenset("it that there he she what this who here".split())


class Word(NamedTuple):
    """A word in lower case, or a mark, and where it begins in the text."""

    text: str
    start: int


def read_words(text: str, start: int, end: int) -> list[Word]:
    """Cut a stretch of text into words and marks; contractions are taken apart.

    Examples
    --------
    >>> [word.text for word in read_words("It isn’t Russia's war, it cannot be.", 0, 36)]
    ['it', 'is', 'not', 'russia', "'s", 'war', ',', 'it', 'can', 'not', 'be']
    """
    tokens = [(token.group().lower(), token.start()) for token in _TOKEN.finditer(text, start, end)]
    if not any(token[0] in "'’" or token == "cannot" for token, _ in tokens):
        return list(map(Word._make, tokens))
    words: list[Word] = []
    for token, at in tokens:
        if token[0] in "'’":
            words += _contracted(words, token[1:], at)
        elif token == "cannot":
            words += [Word("can", at), Word("not", at)]
        else:
            words.append(Word(token, at))
    return words


def _contracted(words: list[Word], tail: str, start: int) -> list[Word]:
    """What stands behind an apostrophe, as words; the word before may lose its n."""
    before = words[-1].text if words else ""
    if tail == "t" and before.endswith("n"):
        words[-1] = words[-1]._replace(text={"can": "can", "wo": "will"}.get(before, before[:-1]))
        return [Word("not", start)]
    if tail == "s":
        return [Word("is" if before in _IS else "'s", start)]
    return [Word({"re": "are", "m": "am", "ve": "have"}.get(tail, tail), start)]


def phrase_at(words: Sequence[Word], place: int, phrases: Phrases) -> int:
    """Give how many words long the longest of the phrases is that begins at a place; 0 if none does."""
    if place >= len(words) or words[place].text not in _first_words(phrases):
        return 0
    for length in range(min(_LONGEST_PHRASE, len(words) - place), 0, -1):
        if tuple(word.text for word in words[place : place + length]) in phrases:
            return length
    return 0


@cache
def _first_words(phrases: Phrases) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in phrases)


class Clause:
    """The words of a clause up to the word at issue.

    `words[begin:]` are the determiner and the modifiers of that word. It is `definite` where they say that
    the thing is known to be there ("the war", "its war", "Russia's war").
    """

    def __init__(self, words: Sequence[Word]):
        self.words = list(words)

    def is_one(self, place: int, phrases: Phrases) -> bool:
        """Whether the single word at a place is one of the phrases."""
        return 0 <= place < len(self.words) and (self.words[place].text,) in phrases

    @cached_property
    def begin(self) -> int:
        """Where the noun phrase of the word at issue begins."""
        place = self._modifiers_begin
        while place and self._determines(place - 1):
            place -= 1
        return place

    @cached_property
    def definite(self) -> bool:
        """Whether the noun phrase has a definite determiner or a possessor."""
        lists = use_words()
        determiners = self.words[self.begin : self._modifiers_begin]
        return any(word.text == "'s" or (word.text,) in lists.definite for word in determiners)

    @cached_property
    def _modifiers_begin(self) -> int:
        place = len(self.words)
        while place > max(0, len(self.words) - _MODIFIERS) and not self._ends_phrase(place - 1):
            place -= 1
        return place

    def _determines(self, place: int) -> bool:
        lists = use_words()
        word = self.words[place].text
        return word == "'s" or (word,) in lists.definite or (word,) in lists.indefinite

    def _ends_phrase(self, place: int) -> bool:
        word = self.words[place].text
        return word == "'s" or (word,) in _outside_noun_phrases() or not word[0].isalnum()


@cache
def _outside_noun_phrases() -> Phrases:
    lists = use_words()
    return (
        lists.function | lists.be | lists.definite | lists.indefinite | lists.negators | lists.naming
        | lists.uttering | lists.words | lists.refusing | lists.denying | lists.rejecting | lists.preventing
        | lists.saying | lists.attitude
    )  # fmt: skip


def clause_before(words: Sequence[Word]) -> Clause:
    """Cut the words before the word at issue at the last clause boundary.

    An insertion between two commas ("it is not, he said, a war") is left out. A boundary inside a listed
    phrase ("anything but") is none, nor is an "and" right before the noun phrase.

    Examples
    --------
    >>> clause = clause_before(read_words("He spoke, but it is not, he said, a real war", 0, 40))
    >>> [word.text for word in clause.words], clause.begin
    (['it', 'is', 'not', 'a', 'real'], 3)
    """
    kept: list[Word] = []
    place = len(words) - 1
    while place >= 0:
        word = words[place].text
        if word == ",":
            opening = _insertion(words, place)
            if opening is None:
                break
            place = opening
        elif word in _HARD or _is_break(words, place, kept):
            break
        else:
            kept.append(words[place])
        place -= 1
    return Clause(kept[::-1])


def _insertion(words: Sequence[Word], comma: int) -> int | None:
    """Where the insertion begins that ends at this comma, if it does end one."""
    lists = use_words()
    for place in range(comma - 1, max(-1, comma - _LONGEST_INSERTION), -1):
        if words[place].text == ",":
            inside = words[place + 1 : comma]
            told = any((word.text,) in lists.saying for word in inside)
            return place if told or (inside and inside[0].text == "as") else None
    return None


def _is_break(words: Sequence[Word], place: int, kept: list[Word]) -> bool:
    lists = use_words()
    if (words[place].text,) not in lists.breaks:
        return False
    listed = lists.negating | lists.still_asserted
    if place and tuple(word.text for word in words[place - 1 : place + 1]) in listed:
        return False
    return words[place].text != "and" or Clause(kept[::-1]).begin > 0
