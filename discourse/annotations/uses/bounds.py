"""How far the rules can look around a word, told for all places of a partition at once.

An outer bound of what `clause_before` and `read_words` give: what lies beyond it is certainly out of reach.
Places are code points, counted over all texts.
"""

from collections.abc import Sequence
from functools import cache, cached_property
from operator import itemgetter

import numpy as np

from discourse.annotations.uses.clause import HARD, LONGEST_INSERTION
from discourse.annotations.uses.distance import CLOSING, OPENING
from discourse.annotations.uses.find import REACH
from discourse.text import Chunks, places_of
from discourse.text.characters import WORD, code_points, kinds
from discourse.text.held import Held, held_by

_COMMA, _ENDS, _OPENS, _CLOSES = 1, 2, 4, 8
_NOWHERE = np.iinfo(np.int64).max


class Bounds:
    """Where in a partition clauses end, quotation marks stand and words begin, each as sorted places.

    `breaks` are the places of words at which every clause ends; `told` those of words that say that what
    stands between two commas may be an insertion, over which a clause goes on.
    """

    def __init__(self, chunks: Chunks, breaks: np.ndarray, told: np.ndarray):
        # At least one word begins where a chunk does that begins with a letter or digit. The last one is beyond all.
        begin = np.append(chunks.memory.found(_begin_with_words)[chunks.number][chunks.code], True)
        self.words = chunks.edges[begin]
        marks, kind = _marks(chunks)
        self.opening, self.closing = marks[kind & _OPENS > 0], marks[kind & _CLOSES > 0]
        commas = marks[kind & _COMMA > 0]
        inserted = self._may_insert(commas, told)
        self.inserted = commas[inserted]
        self.ends = np.sort(np.concatenate([marks[kind & _ENDS > 0], commas[~inserted], breaks]))

    def _may_insert(self, commas: np.ndarray, told: np.ndarray) -> np.ndarray:
        """Say for each comma whether an insertion may begin or end at it: a told word is near behind or before."""
        inserted = np.zeros(len(commas), dtype=bool)
        behind = np.searchsorted(commas, told)
        behind = behind[(behind > 0) & (behind < len(commas))]
        behind = behind[commas[behind] - commas[behind - 1] < REACH]
        first, last = (np.searchsorted(self.words, commas[at]) for at in (behind - 1, behind))
        behind = behind[last - first <= LONGEST_INSERTION - 2]
        inserted[behind] = inserted[behind - 1] = True
        return inserted


class Reach:
    """What the rules can reach from each of some framings: rows of `words` (start, end) and of the like `sentence`."""

    def __init__(self, bounds: Bounds, sentence: np.ndarray, words: np.ndarray):
        self.start, self.end = words.T
        self.earliest = np.maximum(sentence[:, 0], self.start - REACH)
        self._bounds, self._latest = bounds, sentence[:, 1]

    def back(self, count: int) -> np.ndarray:
        """Give places that none of the last `count` words before the framings begins before."""
        at = self._words_before - count
        nearest = np.where(at >= 0, self._bounds.words[np.maximum(at, 0)], 0)
        return np.maximum(self.earliest, nearest)

    def clause(self, count: int | None = None) -> np.ndarray:
        """Give places that the clauses before the framings, or the last `count` words of these, do not begin before."""
        begin = np.maximum(self.earliest, self._ends)
        if count is not None:
            begin = np.maximum(begin, self.back(count))
        return np.where(self._inserted >= begin, self.earliest, begin)

    def on(self, count: int) -> np.ndarray:
        """Give places before which all of the next `count` words behind the framings begin."""
        at = np.minimum(self._words_until + count, len(self._bounds.words)) - 1
        return np.minimum(self._latest, self._bounds.words[at] + 1)

    @cached_property
    def _words_before(self) -> np.ndarray:
        return np.searchsorted(self._bounds.words, self.start)

    @cached_property
    def _words_until(self) -> np.ndarray:
        return np.searchsorted(self._bounds.words, self.end)

    @cached_property
    def _ends(self) -> np.ndarray:
        return last_before(self._bounds.ends, self.start)

    @cached_property
    def _inserted(self) -> np.ndarray:
        return last_before(self._bounds.inserted, self.start)


def last_before(places: np.ndarray, place: np.ndarray) -> np.ndarray:
    """Give the last of some sorted places before each place; -1 where there is none."""
    return np.append(places, -1)[np.searchsorted(places, place) - 1]


def first_from(places: np.ndarray, place: np.ndarray) -> np.ndarray:
    """Give the first of some sorted places at or behind each place; where there is none, one beyond all."""
    return np.append(places, _NOWHERE)[np.searchsorted(places, place)]


def _begin_with_words(chunks: Sequence[str], before: np.ndarray | None) -> np.ndarray:
    """Say of more chunks whether they begin with a letter or digit."""
    letters = "".join(map(itemgetter(0), chunks))
    begin = kinds(code_points(letters)) == WORD
    return begin if before is None else np.append(before, begin)


def _marks(chunks: Chunks) -> tuple[np.ndarray, np.ndarray]:
    """Find the marks that matter: where they stand and of what kinds each is."""
    found = chunks.memory.found(_marks_of_chunks)
    at = np.flatnonzero((found.counts > 0)[chunks.number][chunks.code])
    place, mark = places_of(found.counts, chunks.number[chunks.code[at]])
    return chunks.start[at[place]] + found.start[mark], found.what[mark]


def _marks_of_chunks(chunks: Sequence[str], before: Held | None) -> Held:
    """Find the marks of more chunks."""
    kind = np.take(_mark_table(), code_points("".join(chunks)), mode="clip")
    found = np.flatnonzero(kind)
    marks = held_by(chunks, found, found + 1, kind[found])
    return before.and_of(marks) if before else marks


@cache
def _mark_table() -> np.ndarray:
    """What each code point is as a mark; those at and beyond the end of the table are none."""
    table = np.zeros(0x4000, dtype=np.uint8)
    for marks, kind in ((",", _COMMA), (HARD - {"-"}, _ENDS), (OPENING, _OPENS), (CLOSING, _CLOSES)):
        table[[ord(mark) for mark in marks]] |= kind
    return table
