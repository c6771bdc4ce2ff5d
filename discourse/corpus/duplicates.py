"""Near-duplicates: the same agency report in two papers, the same briefing posted twice.

Two documents are near-duplicates if at least 80 % of the five-word sequences (shingles) found in
either are found in both (Jaccard). Candidates share a band of four minima of a MinHash signature;
of the pairs at exactly 0.8, two in a million never do (Leskovec, Rajaraman & Ullman, *Mining of
Massive Datasets*, chapter 3). Every candidate is then checked on the shingles themselves.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence

import numpy as np

THRESHOLD = 0.8
WORDS = 5
BANDS, ROWS = 25, 4

_WORD = re.compile(r"\w+")
_GAP = re.compile(r"\W")
_PIECE = 1_000_000
_BATCH = 5_000
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)


class _Vocabulary(dict[str, int]):
    """Numbers for words, from 1 in the order they come."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self) + 1
        return number


def duplicate_groups(texts: Sequence[str]) -> list[int | None]:
    """For each text the place of the first text of its group; None where it has no duplicate.

    Texts of fewer than five words are duplicates if their words are the same; texts without
    any word are nobody's duplicates. Upper and lower case do not differ.

    Examples
    --------
    >>> duplicate_groups(["The talks failed.", "A truce holds.", "the talks failed"])
    [0, None, 0]
    """
    vocabulary = _Vocabulary()
    first_with: dict[bytes, int] = {}
    first = []
    shingles: dict[int, np.ndarray] = {}
    for place, text in enumerate(texts):
        hashes = _shingles(text, vocabulary)
        key = hashlib.blake2b(hashes.tobytes()).digest() if len(hashes) else str(place).encode()
        first.append(first_with.setdefault(key, place))
        if first[place] == place and len(hashes):
            shingles[place] = hashes
    group_of = dict(zip(shingles, _linked(list(shingles), list(shingles.values())), strict=True))
    groups = [group_of.get(place, place) for place in first]
    sizes = np.bincount(np.array(groups, dtype=int), minlength=len(groups))
    return [group if sizes[group] > 1 else None for group in groups]


def _shingles(text: str, vocabulary: _Vocabulary) -> np.ndarray:
    """The distinct five-word sequences as sorted 64-bit hashes; of a shorter text, all its words."""
    words = np.concatenate([np.zeros(0, np.uint64), *_numbered(text, vocabulary)])
    width = min(WORDS, len(words))
    count = len(words) - width + 1 if width else 0
    hashes = np.full(count, width, dtype=np.uint64)
    for offset in range(width):
        hashes = _mixed(hashes * _GOLDEN + words[offset : offset + count])
    return _distinct(hashes)


def _distinct(hashes: np.ndarray) -> np.ndarray:
    """The hashes sorted, each once (`np.unique` takes ten times as long for millions)."""
    hashes.sort()
    return hashes[np.append(np.full(min(1, len(hashes)), True), hashes[1:] != hashes[:-1])]


def _numbered(text: str, vocabulary: _Vocabulary) -> Iterator[np.ndarray]:
    """The words as numbers, in pieces, so that a text of any length needs little memory."""
    start = 0
    while start < len(text):
        gap = _GAP.search(text, start + _PIECE)
        stop = gap.start() if gap else len(text)
        words = _WORD.findall(text[start:stop].lower())
        yield np.fromiter(map(vocabulary.__getitem__, words), dtype=np.uint64, count=len(words))
        start = stop


def _mixed(x: np.ndarray) -> np.ndarray:
    """Spread the bits (the finaliser of SplitMix64)."""
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


_FACTORS = _mixed(np.arange(1, BANDS * ROWS + 1, dtype=np.uint64) * _GOLDEN) | np.uint64(1)


def _linked(places: Sequence[int], shingles: Sequence[np.ndarray]) -> list[int]:
    """For every text the first text that it is linked to, by one step or by many."""
    labels = np.arange(len(places))
    for bucket in _buckets(np.array([_signature(hashes) for hashes in shingles])):
        if (labels[bucket] != labels[bucket[0]]).any():
            _link(bucket, shingles, labels)
    return [places[label] for label in labels.tolist()]


def _signature(hashes: np.ndarray) -> np.ndarray:
    """The minima of the hashes in 100 different orders."""
    minima = np.full(len(_FACTORS), np.iinfo(np.uint64).max)
    for start in range(0, len(hashes), _BATCH):
        batch = _FACTORS[:, None] * hashes[start : start + _BATCH]
        np.minimum(minima, batch.min(axis=1), out=minima)
    return minima


def _buckets(signatures: np.ndarray) -> Iterator[np.ndarray]:
    """The sets of two or more texts, in order, that agree in all four minima of a band."""
    if not len(signatures):
        return
    for band in np.split(signatures, BANDS, axis=1):
        _, bucket_of = np.unique(band, axis=0, return_inverse=True)
        order = np.argsort(bucket_of, kind="stable")
        borders = np.flatnonzero(np.diff(bucket_of[order])) + 1
        yield from (bucket for bucket in np.split(order, borders) if len(bucket) > 1)


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
