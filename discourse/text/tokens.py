"""Words and marks as flat arrays: a whole partition of texts is cut at once.

Two things are cut. A *unit* is a maximal run of letters and digits (`\\w+`); lexicon entries are
matched on units, so hyphens, apostrophes, dots and line breaks never hide a hit. A *word* is what
is counted: the units that a hyphen, an apostrophe, a point or a comma holds together, so that
`so-called`, `don't`, `U.S.` and `3.5` are one word each, and the possessive `'s` is a word of its own,
so that `Russia's` counts as `russia`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from unicodedata import normalize

import numpy as np
import pyarrow as pa

from discourse.text.characters import INVISIBLE, SPACE, code_points, folded, kinds
from discourse.text.chunks import Chunks, cut_at_blanks, places_of
from discourse.text.held import Held, held_by
from discourse.text.units import units_of, words_of

Places = slice | np.ndarray
_ALL = slice(None)


@dataclass(frozen=True)
class Pieces:
    """The units or words of several texts, in order: the chunk that holds each, start and end in it, and its term."""

    chunks: Chunks
    place: np.ndarray
    number: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    term: np.ndarray

    def text(self, rows: Places = _ALL) -> np.ndarray:
        """Give the number of the text that each stands in."""
        return self.chunks.text[self.place[rows]]

    def begin(self, rows: Places = _ALL) -> np.ndarray:
        """Give where each begins, in code points, counted over all texts."""
        return self.chunks.start[self.place[rows]] + self.starts[self.number[rows]]

    def stop(self, rows: Places = _ALL) -> np.ndarray:
        """Give where each ends, counted likewise."""
        return self.chunks.start[self.place[rows]] + self.ends[self.number[rows]]

    def start(self, rows: Places = _ALL) -> np.ndarray:
        """Give where each begins, in code points from the start of its text."""
        return self.begin(rows) - self.chunks.begins[self.text(rows)]

    def end(self, rows: Places = _ALL) -> np.ndarray:
        """Give where each ends, in code points from the start of its text."""
        return self.stop(rows) - self.chunks.begins[self.text(rows)]


@dataclass(frozen=True)
class Tokens:
    """The units and words of several texts, in order.

    Places of words are wanted all, so they are columns; those of units only where something was found.
    """

    units: Pieces
    words: Pieces
    terms: np.ndarray
    known: "KnownTerms"

    @cached_property
    def words_of_texts(self) -> np.ndarray:
        """How many words each text has."""
        return np.diff(np.searchsorted(self.words.place, self.words.chunks.first))

    @cached_property
    def word_text(self) -> np.ndarray:
        """The number of the text that each word stands in."""
        return np.repeat(np.arange(len(self.words_of_texts)), self.words_of_texts)

    @cached_property
    def word_begin(self) -> np.ndarray:
        """Where each word begins, in code points, counted over all texts."""
        return self.words.begin()

    @cached_property
    def word_start(self) -> np.ndarray:
        """Where each word begins, in code points from the start of its text."""
        return self.word_begin - np.repeat(self.words.chunks.begins[:-1], self.words_of_texts)

    @cached_property
    def word_end(self) -> np.ndarray:
        """Where each word ends, in code points from the start of its text."""
        lengths = self.words.ends - self.words.starts
        return self.word_start + lengths[self.words.number]

    @property
    def word_term(self) -> np.ndarray:
        """The index of each word in `terms`."""
        return self.words.term

    def unit_following(self, rows: np.ndarray) -> np.ndarray:
        """Give the term of the unit behind each of some units in its text; where there is none, `len(terms)`."""
        behind = np.minimum(rows + 1, len(self.units.term) - 1)
        there = (behind > rows) & (self.units.text(behind) == self.units.text(rows))
        return np.where(there, self.units.term[behind], len(self.terms))


def tokenize(texts: Sequence[str]) -> Tokens:
    """Cut several texts into units and words.

    Examples
    --------
    >>> cut = tokenize(["Russia\\u2019s so-called peace.", "The U.S. said 3.5%"])
    >>> cut.terms[cut.word_term].tolist()
    ['russia', "'s", 'so-called', 'peace', 'the', 'u.s.', 'said', '3.5']
    >>> cut.terms[cut.units.term].tolist()
    ['russia', 's', 'so', 'called', 'peace', 'the', 'u', 's', 'said', '3', '5']
    >>> cut.word_text.tolist()
    [0, 0, 0, 0, 1, 1, 1, 1]
    """
    return tokens_in(cut_at_blanks(texts))


def tokens_in(chunks: Chunks) -> Tokens:
    """Find the units and words of texts that were cut into chunks."""
    return tokens_of_distinct(chunks).everywhere(chunks)


@dataclass(frozen=True)
class DistinctTokens:
    """The units and words that distinct chunks hold, each as the index of its term in `terms`.

    `begins` says of each unit whether a word begins with it; each word does with one.
    """

    units: Held
    begins: np.ndarray
    words: Held
    terms: np.ndarray
    known: "KnownTerms"

    def everywhere(self, chunks: Chunks) -> Tokens:
        """Give the tokens at all places where the chunks stand."""
        place, number = places_of(self.units.counts, chunks.code)
        at = np.flatnonzero(self.begins[number])
        word = np.cumsum(self.begins) - 1
        return Tokens(
            _pieces(chunks, place, number, self.units),
            _pieces(chunks, place[at], word[number[at]], self.words),
            self.terms,
            self.known,
        )


@dataclass(frozen=True)
class KnownTerms:
    """All terms that are remembered, in the order of their numbers, and the code of each (-1: not at hand).

    Terms that were met later may have `numbers` already.
    """

    numbers: Mapping[str, int]
    terms: np.ndarray
    codes: np.ndarray

    def codes_of(self, numbers: np.ndarray) -> np.ndarray:
        """Give the index in the terms at hand of those of some numbers; -1 where one does not occur."""
        codes = np.full(len(numbers), -1)
        known = np.flatnonzero(numbers < len(self.codes))
        codes[known] = self.codes[numbers[known]]
        return codes


def tokens_of_distinct(chunks: Chunks) -> DistinctTokens:
    """Find the units and words of the distinct chunks, each once."""
    found = chunks.memory.found(_tokens_of_chunks)
    units, begins, words, code, used = found.renumbered(chunks.number)
    known = KnownTerms(found.codes, found.terms, code)
    return DistinctTokens(units, begins, words, found.terms[used], known)


def _renumbered(numbers: np.ndarray, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Number those of `n` things that occur anew, in the order in which they do.

    Gives the new number of each of the `n` (-1: it does not occur), and the old ones in the new order.
    """
    places = np.arange(len(numbers))
    first = np.empty(n, dtype=np.int64)
    first[numbers[::-1]] = places[::-1]
    used = numbers[first[numbers] == places]
    new = np.full(n, -1)
    new[used] = np.arange(len(used))
    return new, used


@dataclass(frozen=True)
class _TokensOfChunks:
    """The units and words of all chunks of a memory, and the distinct terms with their codes.

    `begins` says of each unit whether a word begins with it.
    """

    units: Held
    begins: np.ndarray
    words: Held
    terms: np.ndarray
    codes: dict[str, int]

    def of(self, numbers: np.ndarray) -> "_TokensOfChunks":
        """Give those of some of the chunks."""
        units, begins, words, _, used = self.renumbered(numbers)
        terms = self.terms[used]
        codes = {term: code for code, term in enumerate(terms.tolist())}
        return _TokensOfChunks(units, begins, words, terms, codes)

    def renumbered(self, numbers: np.ndarray) -> tuple[Held, np.ndarray, Held, np.ndarray, np.ndarray]:
        """Give the tokens of some chunks with new codes of terms: these too, and the old ones in their order."""
        pieces = self.units.pieces(numbers)
        units, words = self.units.taken(numbers, pieces), self.words.of(numbers)
        term = np.concatenate([units.what, words.what], dtype=np.int64)
        code, used = _renumbered(term, len(self.terms))
        of_units, of_words = np.split(code[term], [len(pieces)])
        units, words = replace(units, what=of_units), replace(words, what=of_words)
        return units, self.begins[pieces], words, code, used


def _tokens_of_chunks(chunks: Sequence[str], before: _TokensOfChunks | None) -> _TokensOfChunks:
    """Find the units and words of more chunks."""
    codes = code_points("".join(chunks))
    kind, fold = kinds(codes), folded(codes)
    spans = units_of(kind)
    word_start, word_end, begins = words_of(fold, codes, *spans)
    longer = np.flatnonzero((word_start < spans[0][begins]) | (word_end > spans[1][begins]))
    both = (np.append(*pair) for pair in zip(spans, (word_start[longer], word_end[longer]), strict=True))
    term, terms = _terms(fold, kind == INVISIBLE, *both)
    numbering = before.codes if before else {}
    term = np.array([numbering.setdefault(text, len(numbering)) for text in terms], dtype=np.int32)[term]
    unit_term, word_term = term[: len(begins)], term[: len(begins)][begins]
    word_term[longer] = term[len(begins) :]
    units = held_by(chunks, spans[0], spans[1], unit_term)
    words = held_by(chunks, word_start, word_end, word_term)
    if before:
        units, words = before.units.and_of(units), before.words.and_of(words)
        begins = np.append(before.begins, begins)
    known = before.terms if before else np.empty(0, dtype=object)
    new = np.array(list(islice(numbering, len(known), None)), dtype=object)
    return _TokensOfChunks(units, begins, words, np.append(known, new), numbering)


def _pieces(chunks: Chunks, place: np.ndarray, number: np.ndarray, held: Held) -> Pieces:
    """Give what stands at some places, by its number among all that the distinct chunks hold."""
    return Pieces(chunks, place, number, held.start, held.end, held.what[number])


def tokens(text: str) -> list[tuple[int, int]]:
    """Cut `text` into words and single marks; together they cover each non-space character once, in order.

    Examples
    --------
    >>> [("Mr. Xi\\u2019s so-called plan"[s:e]) for s, e in tokens("Mr. Xi\\u2019s so-called plan")]
    ['Mr', '.', 'Xi', '’s', 'so-called', 'plan']
    """
    codes = code_points(text)
    kind = kinds(codes)
    start, end, _ = words_of(folded(codes), codes, *units_of(kind))
    covered = np.zeros(len(codes) + 1, dtype=np.int8)
    np.add.at(covered, start, 1)
    np.subtract.at(covered, end, 1)
    single = np.flatnonzero((kind != SPACE) & (np.cumsum(covered)[:-1] == 0))
    spans = np.stack([np.concatenate([start, single]), np.concatenate([end, single + 1])], axis=1)
    return [(int(s), int(e)) for s, e in spans[np.argsort(spans[:, 0], kind="stable")]]


def _terms(fold, invisible, start, end):
    """Give each span the index of its folded text, and these texts.

    The characters of all spans are laid end to end as one Arrow column, whose dictionary
    encoding does the counting. What is not seen is left out, and accents are composed (NFC).
    """
    lengths = end - start
    offsets = np.concatenate([[0], np.cumsum(lengths)])
    places = np.arange(offsets[-1]) - np.repeat(offsets[:-1], lengths) + np.repeat(start, lengths)
    letters, keep = fold[places], ~invisible[places]
    width = (1 + (letters >= 0x80) + (letters >= 0x800) + (letters >= 0x10000)) * keep
    ends = np.concatenate([[0], np.cumsum(width, dtype=np.int64)])[offsets]
    data = letters[keep].astype("<u4").tobytes().decode("utf-32-le").encode()
    column = pa.LargeStringArray.from_buffers(len(lengths), pa.py_buffer(ends), pa.py_buffer(data))
    encoded = column.dictionary_encode()
    texts = encoded.dictionary.to_pylist()
    return encoded.indices.to_numpy(), [t if t.isascii() else normalize("NFC", t) for t in texts]
