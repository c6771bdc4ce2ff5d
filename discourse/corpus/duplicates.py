"""Near-duplicates: the same agency report in two papers, the same briefing posted twice.

Two documents are near-duplicates if at least 80 % of the five-word sequences (shingles) found in
either are found in both (Jaccard). Candidates share a band of four minima of a MinHash signature;
of the pairs at exactly 0.8, two in a million never do (Leskovec, Rajaraman & Ullman, *Mining of
Massive Datasets*, chapter 3). Every candidate is then checked on the shingles themselves.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from discourse.text.characters import WORD, code_points, kinds

THRESHOLD = 0.8
WORDS = 5
BANDS, ROWS = 25, 4

_GAP = re.compile(r"\W")
_AT_ONCE, _LONGEST = 200_000, 1_000_000
_BATCH = 5_000
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)


def duplicate_groups(texts: Sequence[str]) -> list[int | None]:
    """For each text the place of the first text of its group; None where it has no duplicate.

    Texts of fewer than five words are duplicates if their words are the same; texts without
    any word are nobody's duplicates. Upper and lower case do not differ.

    Examples
    --------
    >>> duplicate_groups(["The talks failed.", "A truce holds.", "the talks failed"])
    [0, None, 0]
    """
    first_with: dict[bytes, int] = {}
    first = []
    shingles: dict[int, np.ndarray] = {}
    for place, hashes in enumerate(_shingles_of_each(texts)):
        key = hashlib.blake2b(hashes.tobytes()).digest() if len(hashes) else str(place).encode()
        first.append(first_with.setdefault(key, place))
        if first[place] == place and len(hashes):
            shingles[place] = hashes
    group_of = dict(zip(shingles, _linked(list(shingles), list(shingles.values())), strict=True))
    groups = [group_of.get(place, place) for place in first]
    sizes = np.bincount(np.array(groups, dtype=int), minlength=len(groups))
    return [group if sizes[group] > 1 else None for group in groups]


def _shingles_of_each(texts: Sequence[str]) -> Iterator[np.ndarray]:
    """The distinct five-word sequences of each text as sorted hashes; of a shorter text, all its words."""
    for batch in _batches(texts):
        words, borders = _words(batch)
        runs = _runs(words, WORDS)
        for begin, end in pairwise(borders):
            short = end - begin < WORDS
            found = _runs(words[begin:end], end - begin) if short else runs[begin : end - WORDS + 1].copy()
            yield _distinct(found)


def _batches(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Some hundred texts at a time; a long one by itself."""
    begin = size = 0
    for end, text in enumerate(texts):
        if size and size + len(text) > _AT_ONCE:
            yield texts[begin:end]
            begin, size = end, 0
        size += len(text) + 1
    yield texts[begin:]


def _runs(words: np.ndarray, width: int) -> np.ndarray:
    """A hash of every `width` words in a row."""
    count = max(0, len(words) - width + 1) if width else 0
    hashes = np.full(count, width, dtype=np.uint64)
    for offset in range(width):
        hashes = _mixed(hashes * _GOLDEN + words[offset : offset + count])
    return hashes


def _distinct(hashes: np.ndarray) -> np.ndarray:
    """The hashes sorted, each once (`np.unique` takes ten times as long for millions)."""
    hashes.sort()
    return hashes[np.append(np.full(min(1, len(hashes)), True), hashes[1:] != hashes[:-1])]


def _words(texts: Sequence[str]) -> tuple[np.ndarray, list[int]]:
    """The words of texts as hashes, and where among them those of each text begin and the last one's end."""
    if len(texts) == 1:
        pieces = [_hashed(piece.lower())[0] for piece in _pieces(texts[0])]
        words = np.concatenate([np.zeros(0, np.uint64), *pieces])
        return words, [0, len(words)]
    lowered = [text.lower() for text in texts]
    words, begin = _hashed("\n".join(lowered))
    ends = np.cumsum([len(text) + 1 for text in lowered])
    return words, [0, *np.searchsorted(begin, ends).tolist()]


def _pieces(text: str) -> Iterator[str]:
    """A text in pieces that end between words, so that one of any length needs little memory.

    What looks like a word of a million letters, an image in the text say, may be cut.
    """
    start = 0
    while start < len(text):
        enough = start + _AT_ONCE
        gap = _GAP.search(text, enough, enough + _LONGEST)
        stop = gap.start() if gap else enough + _LONGEST
        yield text[start:stop]
        start = stop


def _hashed(text: str) -> tuple[np.ndarray, np.ndarray]:
    """A hash of each word (what `\\w+` finds), and where it begins.

    It is the sum of the word's code points, each times a number that belongs to its place in the word.
    """
    codes = code_points(text)
    is_word = kinds(codes) == WORD
    edges = np.flatnonzero(np.diff(is_word, prepend=False, append=False))
    begin, lengths = edges[::2], edges[1::2] - edges[::2]
    if not len(begin):
        return np.zeros(0, np.uint64), begin
    first = np.cumsum(lengths) - lengths
    place = np.arange(lengths.sum()) - np.repeat(first, lengths)
    return np.add.reduceat(codes[is_word] * _numbers(lengths.max())[place], first), begin


def _numbers(count: int) -> np.ndarray:
    """Odd numbers without a pattern."""
    return _mixed(np.arange(1, count + 1, dtype=np.uint64) * _GOLDEN) | np.uint64(1)


def _mixed(x: np.ndarray) -> np.ndarray:
    """Spread the bits (the finaliser of SplitMix64)."""
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


_FACTORS = _numbers(BANDS * ROWS).astype(np.uint32)


def _linked(places: Sequence[int], shingles: Sequence[np.ndarray]) -> list[int]:
    """For every text the first text that it is linked to, by one step or by many."""
    labels = np.arange(len(places))
    for bucket in _buckets(np.array([_signature(hashes) for hashes in shingles])):
        if (labels[bucket] != labels[bucket[0]]).any():
            _link(bucket, shingles, labels)
    return [places[label] for label in labels.tolist()]


def _signature(hashes: np.ndarray) -> np.ndarray:
    """The minima of the hashes' lower halves in 100 different orders."""
    minima = np.full(len(_FACTORS), np.iinfo(np.uint32).max, dtype=np.uint32)
    for start in range(0, len(hashes), _BATCH):
        batch = _FACTORS[:, None] * hashes[start : start + _BATCH].astype(np.uint32)
        np.minimum(minima, batch.min(axis=1), out=minima)
    return minima


def _buckets(signatures: np.ndarray) -> Iterator[np.ndarray]:
    """The sets of two or more texts, in order, that agree in all four minima of a band."""
    if not len(signatures):
        return
    for band in np.split(signatures, BANDS, axis=1):
        keys = np.zeros(len(band), dtype=np.uint64)
        for minima in band.T:
            keys = _mixed(keys * _GOLDEN + minima)
        order = np.argsort(keys, kind="stable")
        like_next = np.diff(keys[order]) == 0
        order = order[np.append(like_next, False) | np.append(False, like_next)]
        if len(order):
            yield from np.split(order, np.flatnonzero(np.diff(keys[order])) + 1)


def _link(bucket: np.ndarray, shingles: Sequence[np.ndarray], labels: np.ndarray) -> None:
    """Give near-duplicates in the bucket, and all that is linked to them, one label: the lowest."""
    sizes = np.array([len(shingles[i]) for i in bucket])
    starts = np.cumsum(sizes) - sizes
    known, flat = np.unique(np.concatenate([shingles[i] for i in bucket]), return_inverse=True)
    for k, size in enumerate(sizes):
        later = bucket[k:]
        if (labels[later] == labels[bucket[k]]).all():
            continue
        marked = np.zeros(len(known), dtype=bool)
        marked[flat[starts[k] : starts[k] + size]] = True
        shared = np.add.reduceat(marked[flat[starts[k] :]], starts[k:] - starts[k], dtype=int)
        near = later[shared >= THRESHOLD * (sizes[k:] + size - shared)]
        joined = np.unique(labels[near])
        labels[np.isin(labels, joined)] = joined[0]
