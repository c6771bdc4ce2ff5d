"""Labels of tokens: which part of one statement a token is, with a label of its own for the first of a piece."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from discourse.annotations.statements.found import Range
from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.statement import Span

PARTS = ("cue", "speaker", "content")
LABELS = ("none", *(f"{place}-{part}" for part in PARTS for place in ("begin", "inside")))
_STRONGEST_FIRST = ("content", "cue", "speaker")

Ranges = Mapping[str, Sequence[Range]]
"""The ranges of tokens of each part."""


def labels_of(ranges: Ranges, window: Range) -> np.ndarray:
    """Give the labels of the tokens in a window; where parts overlap, content goes before cue, cue before speaker.

    Examples
    --------
    >>> labels_of({"speaker": [(0, 2)], "cue": [(2, 3)], "content": [(3, 9)]}, (0, 5)).tolist()
    [3, 4, 1, 5, 6]
    """
    start, end = window
    labels = np.zeros(end - start, dtype=np.int64)
    for part in _STRONGEST_FIRST:
        begin = 1 + 2 * PARTS.index(part)
        for first, behind in ranges[part]:
            first, behind = max(first, start) - start, min(behind, end) - start
            if behind > first and not labels[first:behind].any():
                labels[first:behind] = begin + 1
                labels[first] = begin
    return labels


def ranges_of(labels: Iterable[int], start: int) -> dict[str, list[Range]]:
    """Give the ranges that labels mark in a window that starts at a token.

    Examples
    --------
    >>> ranges_of([3, 4, 1, 5, 6], 10)
    {'cue': [(12, 13)], 'speaker': [(10, 12)], 'content': [(13, 15)]}
    """
    ranges: dict[str, list[Range]] = {part: [] for part in PARTS}
    before = ""
    for i, label in enumerate(labels, start):
        part = PARTS[(label - 1) // 2] if label else ""
        if part and part == before and label % 2 == 0:
            ranges[part][-1] = (ranges[part][-1][0], i + 1)
        elif part:
            ranges[part].append((i, i + 1))
        before = part
    return ranges


def tokens_of(reading: Reading, spans: Iterable[Span]) -> list[Range]:
    """Give the tokens that spans touch."""
    ranges = (
        (bisect_left(reading.ends, start + 1), bisect_left(reading.starts, end)) for start, end in spans
    )
    return [(first, behind) for first, behind in ranges if behind > first]
