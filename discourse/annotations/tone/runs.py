"""Texts to be scored, as runs of chunks: cut for the purpose, or places in texts that are cut already."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from discourse.text import Chunks, cut_at_blanks
from discourse.text.memory import Memory


@dataclass(frozen=True)
class Runs:
    """Some texts: the numbers in `memory` of their chunks, in order, and where among these each text begins.

    `text_of` gives the words of a text by its number.
    """

    memory: Memory
    number: np.ndarray
    start: np.ndarray
    text_of: Callable[[int], str]

    def __len__(self) -> int:
        return len(self.start) - 1


def runs_of(texts: Sequence[str]) -> Runs:
    """Cut texts into runs of chunks."""
    chunks = cut_at_blanks(texts)
    return Runs(chunks.memory, chunks.number[chunks.code], chunks.first, texts.__getitem__)


def runs_at(chunks: Chunks, begin: np.ndarray, end: np.ndarray, text_of: Callable[[int], str]) -> Runs:
    """Take runs from texts that are cut already: spans, whose places are counted over all texts.

    Where a span begins or ends among the letters of a chunk, it holds a part of it, which is a chunk of its own.
    """
    first, last = chunks.around(begin, end)
    n = last - first + 1
    start = np.append(0, np.cumsum(n))
    place = np.arange(start[-1]) + np.repeat(first - start[:-1], n)
    number = chunks.number[chunks.code[place]]
    parted = np.flatnonzero((chunks.opens(first) < begin) | (chunks.closes(last) > end))
    head = (chunks.start[first] + chunks.lengths[chunks.code[first]] - begin)[parted].tolist()
    tail, several = (chunks.start[last] - end)[parted].tolist(), (n > 1)[parted].tolist()
    pieces = []
    for row, to, from_, parts in zip(parted.tolist(), head, tail, several, strict=True):
        text = text_of(row)
        pieces += [text[:to], text[from_:]] if parts else [text]
    at = np.unique(np.concatenate([start[parted], start[parted + 1] - 1]))
    number[at] = chunks.memory.numbers_of([piece.strip() + " " for piece in pieces])
    return Runs(chunks.memory, number, start, text_of)
