"""The clause before a word, as words: what a rule about its use may look at."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from discourse.lexicons.use_words import Phrases, use_words

_TOKEN = re.compile(r"\b\w+(?:[-‐‑.]\w+)*|['’]\w+|[,;:!?—–()]|(?<=\s)-(?=\s)")
HARD = frozenset(";:!?—–()-")
LONGEST_INSERTION = 7
_MODIFIERS = 3
_IS = frozenset("it that there he she what this who here".split())


def read_words(text: str, start: int, end: int) -> list[str]:
    """Cut a stretch of text into words in lower case and marks; contractions are taken apart.

    Examples
    --------
    >>> read_words("It isn’t Russia's war, it cannot be.", 0, 36)
    ['it', 'is', 'not', 'russia', "'s", 'war', ',', 'it', 'can', 'not', 'be']
    """
    tokens = _tokens(text, start, end)
    if not ("'" in (cut := text[start:end]) or "’" in cut or "cannot" in tokens):
        return tokens
    words: list[str] = []
    for token in tokens:
        if token[0] in "'’":
            words.append(_contracted(words, token[1:]))
        elif token == "cannot":
            words += ["can", "not"]
        else:
            words.append(token)
    return words


def _tokens(text: str, start: int, end: int) -> list[str]:
    """Cut a stretch of text into words and marks. What stands between two blanks is cut once for all texts."""
    first, last = text.find(" ", start, end), text.rfind(" ", start, end)
    if first == last:
        return _lower(_TOKEN.findall(text, start, end))
    tokens = _lower(_TOKEN.findall(text, start, first + 1))
    for piece in text[first + 1 : last].split(" "):
        tokens += _cut(piece)
    return tokens + _lower(_TOKEN.findall(text, last + 1, end)) if last + 1 < end else tokens


@lru_cache(maxsize=20_000)
def _cut(piece: str) -> list[str]:
    """Cut what stands between two blanks."""
    return _lower(_TOKEN.findall(f" {piece} "))


def _lower(tokens: list[str]) -> list[str]:
    return [token.lower() for token in tokens]


def _contracted(words: list[str], tail: str) -> str:
    """What stands behind an apostrophe, as a word; the word before may lose its n."""
    before = words[-1] if words else ""
    if tail == "t" and before.endswith("n"):
        words[-1] = {"can": "can", "won": "will", "n": "n"}.get(before, before[:-1])
        return "not"
    if tail == "s":
        return "is" if before in _IS else "'s"
    return {"re": "are", "m": "am", "ve": "have"}.get(tail, tail)


class Stretch:
    """The words of a stretch of text. They, and where each begins in the text, are only looked for when asked."""

    def __init__(self, text: str, start: int, end: int):
        self._range = text, start, end
        self._words: list[str] | None = None

    @property
    def words(self) -> list[str]:
        """The words and marks, in lower case."""
        if self._words is None:
            self._words = read_words(*self._range)
        return self._words

    def start(self, place: int) -> int:
        """Where the word at a place begins in the text."""
        text, start, end = self._range
        starts: list[int] = []
        for token in _TOKEN.finditer(text, start, end):
            starts += [token.start()] * (2 if token.group().lower() == "cannot" else 1)
        return starts[place]


def phrase_at(words: Sequence[str], place: int, phrases: Phrases) -> int:
    """Give how many words long the longest of the phrases is that begins at a place; 0 if none does."""
    if place < len(words):
        for length in _lengths(phrases).get(words[place], ()):
            if place + length <= len(words) and " ".join(words[place : place + length]) in phrases:
                return length
    return 0


def first_words(phrases: Phrases) -> Phrases:
    """Give the words with which the phrases begin."""
    return frozenset(_lengths(phrases))


@cache
def _lengths(phrases: Phrases) -> dict[str, list[int]]:
    """How many words the phrases have that begin with each first word, the most first."""
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        words = phrase.split()
        lengths.setdefault(words[0], set()).add(len(words))
    return {first: sorted(found, reverse=True) for first, found in lengths.items()}


class Clause:
    """The words of a clause up to the word at issue.

    `words[begin:]` are the determiner and the modifiers of that word. It is `definite` where they say that
    the thing is known to be there ("the war", "its war", "Russia's war").
    """

    def __init__(self, stretch: Stretch, places: Sequence[int]):
        self._stretch, self._places = stretch, places
        self.words = list(map(stretch.words.__getitem__, places))
        self.begin, modifiers = _noun_phrase(self.words)
        self.definite = not _definite().isdisjoint(self.words[self.begin : modifiers])

    def start(self, place: int) -> int:
        """Where the word at a place begins in the text."""
        return self._stretch.start(self._places[place])

    def is_one(self, place: int, phrases: Phrases) -> bool:
        """Whether the single word at a place is one of the phrases."""
        return 0 <= place < len(self.words) and self.words[place] in phrases


def _noun_phrase(words: Sequence[str]) -> tuple[int, int]:
    """Where the noun phrase of the word behind these words begins, and where its modifiers do."""
    outside, determiners = _outside_noun_phrases(), _determiners()
    modifiers, first = len(words), max(0, len(words) - _MODIFIERS)
    while modifiers > first and words[modifiers - 1] not in outside and words[modifiers - 1][0].isalnum():
        modifiers -= 1
    begin = modifiers
    while begin and words[begin - 1] in determiners:
        begin -= 1
    return begin, modifiers


@cache
def _determiners() -> Phrases:
    return _definite() | use_words().indefinite


@cache
def _definite() -> Phrases:
    """Definite determiners, and the mark of a possessor."""
    return use_words().definite | {"'s"}


@cache
def _outside_noun_phrases() -> Phrases:
    lists = use_words()
    return (
        lists.function | lists.be | lists.definite | lists.indefinite | lists.negators | lists.naming
        | lists.uttering | lists.words | lists.refusing | lists.denying | lists.rejecting | lists.preventing
        | lists.saying | lists.attitude
    )  # fmt: skip


def clause_before(stretch: Stretch) -> Clause:
    """Cut the words before the word at issue at the last clause boundary.

    An insertion between two commas ("it is not, he said, a war") is left out. A boundary inside a listed
    phrase ("anything but") is none, nor is an "and" right before the noun phrase.

    Examples
    --------
    >>> clause = clause_before(Stretch("He spoke, but it is not, he said, a real war", 0, 40))
    >>> clause.words, clause.begin
    (['it', 'is', 'not', 'a', 'real'], 3)
    """
    words, boundaries = stretch.words, _boundaries()
    kept: list[int] = []
    place = len(words) - 1
    while place >= 0:
        if words[place] not in boundaries:
            kept.append(place)
        elif words[place] == ",":
            opening = _insertion(words, place)
            if opening is None:
                break
            place = opening
        elif words[place] in HARD or _is_break(words, place, kept):
            break
        else:
            kept.append(place)
        place -= 1
    return Clause(stretch, kept[::-1])


@cache
def _boundaries() -> Phrases:
    """The marks and words at which a clause may end."""
    return use_words().breaks | HARD | {","}


def _insertion(words: Sequence[str], comma: int) -> int | None:
    """Where the insertion begins that ends at this comma, if it does end one."""
    for place in range(comma - 1, max(-1, comma - LONGEST_INSERTION), -1):
        if words[place] == ",":
            inside = words[place + 1 : comma]
            told = not use_words().saying.isdisjoint(inside)
            return place if told or inside[:1] == ["as"] else None
    return None


def _is_break(words: Sequence[str], place: int, kept: Sequence[int]) -> bool:
    """Whether a word at which clauses break ends one here; `kept` are the places behind it, the last first."""
    lists = use_words()
    pair = " ".join(words[place - 1 : place + 1])
    if place and (pair in lists.negating or pair in lists.still_asserted):
        return False
    return words[place] != "and" or _noun_phrase([words[at] for at in kept[::-1]])[0] > 0
