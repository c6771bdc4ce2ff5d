"""Finding the patterns of a lexicon in a partition of texts.

Only where all units of a pattern stand (see `trie`) is the text itself looked at, place by place: the case of
the words, and the gaps between them.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import NamedTuple

import numpy as np
import pandas as pd

from discourse.annotations.columns import Coded, coded
from discourse.annotations.trie import walk
from discourse.lexicons import Pattern
from discourse.text import Tokens
from discourse.text.tokens import Pieces

# What may stand between two units of a phrase: white space with one joining mark, and one line break.
_GAP = re.compile(r"(?!.*\n[^\n]*\n)\s*[-‐‑–—'’ʼ&/.]?\s*", re.DOTALL)
_SENTENCE_GAP = re.compile(r"\.\s")
_WORDS = re.compile(r"[\w\u00ad\u200b-\u200d]+")
_UNIT = re.compile(r"\w+")
_SHOUTED = 4


class Hit(NamedTuple):
    """A place where a pattern stands: text number, half-open range of code points, pattern."""

    text: int
    start: int
    end: int
    pattern: Pattern


@dataclass(frozen=True)
class Hits:
    """Places where patterns stand, as columns: text number, half-open range of code points, number of the pattern.

    `wording` is a number of the words there: hits of one pattern that agree in it have the same words.
    """

    text: np.ndarray
    start: np.ndarray
    end: np.ndarray
    number: np.ndarray
    wording: np.ndarray
    patterns: Sequence[Pattern]

    def __len__(self) -> int:
        return len(self.text)

    def __iter__(self) -> Iterator[Hit]:
        """Give the hits one by one."""
        columns = (column.tolist() for column in (self.text, self.start, self.end, self.number))
        for text, start, end, number in zip(*columns, strict=True):
            yield Hit(text, start, end, self.patterns[number])

    def of_pattern(self, told: Callable[[Pattern], object]) -> np.ndarray:
        """Give for each hit what is told of its pattern."""
        return np.array([*map(told, self.patterns), None], dtype=object)[self.number]

    def category(self, told: Callable[[Pattern], str]) -> Coded:
        """Give for each hit what is told of its pattern, as a column of categories."""
        names, codes = np.unique(list(map(told, self.patterns)), return_inverse=True)
        return coded(codes[self.number], names)

    def shared(self, *columns: str) -> np.ndarray:
        """Say which hits agree with the one before or behind them in some columns; hits are in order."""
        values = np.stack([getattr(self, column) for column in columns])
        same = (np.diff(values, axis=1) == 0).all(axis=0)
        return np.append(False, same)[: len(self)] | np.append(same, False)[: len(self)]

    def take(self, rows: np.ndarray) -> "Hits":
        """Give some of the hits."""
        text, start, end, number, wording = (
            column[rows] for column in (self.text, self.start, self.end, self.number, self.wording)
        )
        return Hits(text, start, end, number, wording, self.patterns)

    def of_words(self, texts: Sequence[str], told: Callable[[str, Pattern], object]) -> np.ndarray:
        """Give for each hit what is told of its words and its pattern; asked once for all that have the same."""
        which, distinct = pd.factorize(self.wording * len(self.patterns) + self.number)
        one = np.zeros(len(distinct), dtype=np.int64)
        one[which] = np.arange(len(which))
        columns = (column[one].tolist() for column in (self.text, self.start, self.end, self.number))
        answers = [
            told(texts[text][start:end], self.patterns[number])
            for text, start, end, number in zip(*columns, strict=True)
        ]
        return np.array([*answers, None], dtype=object)[which]


def find_patterns(tokens: Tokens, texts: Sequence[str], patterns: Iterable[Pattern]) -> Hits:
    """Find the places of `patterns` in `texts`, which were cut into `tokens`; in order.

    The longest match wins, and of two that overlap the one that begins first. Patterns of several owners
    on the same place are all given. An excluding pattern hides its own owner's matches inside it and is
    not given itself.
    """
    listed = tuple(patterns)
    first, last, number = walk(tokens, listed)
    units, text, wording = tokens.units, tokens.units.text(first), _wordings(tokens.units, first, last)
    begins = units.chunks.begins[text]
    found = Hits(text, units.begin(first) - begins, units.stop(last) - begins, number, wording, listed)
    return _settled(found.take(np.flatnonzero(_fitting(found, texts))))


def _wordings(units: Pieces, first: np.ndarray, last: np.ndarray) -> np.ndarray:
    """Give what runs from a first to a last unit a number: where it is the same, the same words stand there.

    Over more than two chunks there may be anything between the two, so each of these has a number of its own.
    """
    near = units.place[last] - units.place[first] <= 1
    known = units.number[first] * len(units.starts) + units.number[last]
    return np.where(near, known, -1 - np.arange(len(first)))


def _fitting(found: Hits, texts: Sequence[str]) -> np.ndarray:
    """Say which hits fit the words as they stand."""
    fits = ~found.of_pattern(_is_particular).astype(bool)
    doubtful = np.flatnonzero(~fits)
    fits[doubtful] = found.take(doubtful).of_words(texts, _fits).astype(bool)
    return fits


def _settled(found: Hits) -> Hits:
    """Put hits in order and settle which of those that overlap count.

    Where the first of them reaches over all others it counts, with those on the same place; else they are read.
    """
    at = found.text * (found.end.max(initial=0) + 1)
    length = found.end - found.start
    order = np.argsort((at + found.start) * (length.max(initial=0) + 1) - length, kind="stable")
    found, start, end = found.take(order), (at + found.start)[order], (at + found.end)[order]
    leads = start >= np.append(-1, np.maximum.accumulate(end))[:-1]
    lead = np.flatnonzero(leads)[np.cumsum(leads) - 1]
    excludes = found.of_pattern(attrgetter("exclude")).astype(bool)
    unsettled = np.zeros(len(lead), dtype=bool)
    unsettled[lead[(end > end[lead]) | excludes]] = True
    kept = ~unsettled[lead] & (start == start[lead]) & (end == end[lead])
    ends = found.end.copy()
    several = np.flatnonzero(unsettled[lead])
    numbered = zip(lead[several].tolist(), several.tolist(), found.take(several), strict=True)
    for _, hits in groupby(numbered, key=itemgetter(0)):
        for row, hit in _longest(_not_excluded([(row, hit) for _, row, hit in hits])):
            kept[row], ends[row] = True, hit.end
    longer, wording = np.flatnonzero(ends != found.end), found.wording.copy()
    wording[longer] = wording.min(initial=0) - 1 - longer
    return replace(found, end=ends, wording=wording).take(np.flatnonzero(kept))


def _is_particular(pattern: Pattern) -> bool:
    """Whether it matters how the words of a pattern are written, or what stands between them."""
    return len(pattern.words) > 1 or pattern.exact_case


def _fits(found: str, pattern: Pattern) -> bool:
    """Whether the words as they stand agree with the pattern in case and in what separates them."""
    if len(pattern.words) > 1 and found.lower() != " ".join(pattern.words) and not _gaps_join(found, pattern):
        return False
    if not pattern.exact_case or found == pattern.text:
        return True
    written = _UNIT.findall(found.replace("\u00ad", ""))
    return written == _UNIT.findall(pattern.text) or (len(found) >= _SHOUTED and found.isupper())


def _gaps_join(found, pattern):
    """A phrase runs over a full stop or a comma only where its own text has one (`Mr. Xi`, `Moscow, Idaho`)."""
    gaps = _WORDS.split(found)[1:-1]
    if "," in pattern.text:
        gaps = [gap.removeprefix(",") for gap in gaps]
    pointed = "." in pattern.text
    return all(_GAP.fullmatch(gap) and (pointed or not _SENTENCE_GAP.match(gap)) for gap in gaps)


Numbered = tuple[int, Hit]


def _not_excluded(hits: Sequence[Numbered]) -> list[Numbered]:
    """Leave out the excluding patterns, and each owner's hits that lie within one of his own."""
    excluded: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for _, hit in hits:
        if hit.pattern.exclude:
            places = excluded[hit.pattern.owner]
            places.append((hit.start, max(hit.end, places[-1][1] if places else 0)))
    if not excluded:
        return list(hits)
    return [
        (row, hit)
        for row, hit in hits
        if not hit.pattern.exclude and not _within(hit, excluded[hit.pattern.owner])
    ]


def _within(hit: Hit, places: Sequence[tuple[int, int]]) -> bool:
    """Whether one of `places`, sorted by start and with the furthest end so far, holds the hit."""
    before = bisect_right(places, hit.start, key=itemgetter(0))
    return bool(before) and hit.end <= places[before - 1][1]


def _longest(hits: Sequence[Numbered]) -> list[Numbered]:
    """Keep the longest of those that begin first, with all that stand on the very same place.

    What overlaps another wording of the same owner lengthens it: "Professor Liang" and "Liang Shuwen" are
    one place where the text has "Professor Liang Shuwen".
    """
    kept: list[Numbered] = []
    for row, hit in hits:
        last = kept[-1][1] if kept else None
        if last and _goes_on(last, hit):
            kept[-1] = kept[-1][0], last._replace(end=hit.end)
        elif not last or hit.start >= last.end or (hit.start, hit.end) == (last.start, last.end):
            kept.append((row, hit))
    return kept


def _goes_on(kept: Hit, hit: Hit) -> bool:
    return kept.start < hit.start < kept.end < hit.end and kept.pattern.owner == hit.pattern.owner
