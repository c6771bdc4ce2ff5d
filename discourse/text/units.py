"""Where units begin and end, and which of them one character joins into a word.

Everything here is told of all characters of many texts at once (see `characters`): `codes` are their code points,
`fold` the same folded, and `kind` what each is; `start` and `end` are where the units begin and end.
"""

import numpy as np

from discourse.text.characters import APOSTROPHES, HYPHENS, WORD

_APOSTROPHES = np.array([ord(c) for c in APOSTROPHES], dtype=np.uint32)
_HYPHENS = np.array([ord(c) for c in HYPHENS], dtype=np.uint32)
_POINT, _COMMA, _AND, _S = (np.uint32(ord(c)) for c in ".,&s")


def units_of(kind):
    """Find the maximal runs of word characters with what extends them; each begins at a word character."""
    inside = kind >= WORD
    edges = np.flatnonzero(np.diff(inside, prepend=False, append=False))
    start, end = edges[::2], edges[1::2]
    letters = np.flatnonzero(kind == WORD)
    place = np.searchsorted(letters, start)
    begins = np.append(letters, len(kind))[place]
    real = begins < end
    return begins[real], end[real]


def words_of(fold, codes, start, end):
    """Hold units together where one character joins them; say of each unit too whether a word begins with it."""
    if not len(start):
        return start, end, np.zeros(0, dtype=bool)
    joined = _joined(fold, codes, start, end)
    begins, ends = ~np.append(False, joined), ~np.append(joined, False)
    possessive = (_possessive(fold, codes, start, end) & ends)[begins]
    word_start, word_end = start[begins] - possessive, end[ends]
    return word_start, word_end + _closing_point(codes, start, end, word_start, word_end), begins


def _joined(fold, codes, start, end):
    """Say for each unit but the last whether the next one belongs to the same word."""
    gap, touching = codes[end[:-1]], start[1:] == end[:-1] + 1
    left, right = codes[end[:-1] - 1], fold[start[1:]]
    short = (end - start) == 1
    digits = _is_digit(left) & _is_digit(right)
    dotted = short[:-1] & short[1:] & ~digits
    alone_s = (right == _S) & short[1:]
    apostrophe = np.isin(gap, _APOSTROPHES) & ~alone_s
    hyphen = np.isin(gap, _HYPHENS) | (gap == _AND)
    point = (gap == _POINT) & (dotted | digits) | (gap == _COMMA) & digits
    return touching & (apostrophe | hyphen | point)


def _possessive(fold, codes, start, end):
    """Say for each unit whether it is the s of a possessive, which takes its apostrophe along."""
    before = codes[np.maximum(start - 1, 0)]
    follows = np.append(False, start[1:] == end[:-1] + 1)
    return (fold[start] == _S) & (end - start == 1) & np.isin(before, _APOSTROPHES) & follows


def _closing_point(codes, start, end, word_start, word_end):
    """Give 1 where a dotted abbreviation ends in its last point (`U.S.`), else 0."""
    last = np.searchsorted(end, word_end)
    dotted = (word_end - word_start >= 3) & (end[last] - start[last] == 1)
    behind = np.append(codes, 0)[word_end]
    between = codes[np.maximum(word_end - 2, 0)]
    return (dotted & (between == _POINT) & (behind == _POINT) & ~_is_digit(codes[word_end - 1])).astype(
        np.int64
    )


def _is_digit(codes):
    return (codes >= ord("0")) & (codes <= ord("9"))
