"""Sentences by rule, with code-point offsets.

A sentence ends behind a full stop, question or exclamation mark or an ellipsis (with the quotation
marks and brackets that close there), if what follows can begin one; and at the end of a paragraph,
a heading or a list item, whether or not a full stop stands there. A line break inside a hard-wrapped
paragraph ends nothing, nor does a page break that a sentence runs over, with its number or without.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from discourse.text.chunks import Chunks, cut_at_blanks
from discourse.text.line_breaks import paragraph_ends
from discourse.text.stops import full_stops

_FILLED = re.compile(r"\S")


def sentences(text: str) -> list[tuple[int, int]]:
    """Cut `text` into sentences, as half-open ranges of code points without the white space around them.

    Together the ranges cover each non-space character once, in order.

    Examples
    --------
    >>> text = "A headline\\n\\nMr. Xi met J. D. Vance in the U.S. on Monday. “Why?” he asked. It ended."
    >>> [text[start:end] for start, end in sentences(text)]
    ['A headline', 'Mr. Xi met J. D. Vance in the U.S. on Monday.', '“Why?” he asked.', 'It ended.']
    """
    return sentences_in([text], cut_at_blanks([text]))[0]


def sentences_in(texts: Sequence[str], chunks: Chunks) -> list[list[tuple[int, int]]]:
    """Cut texts, which were cut into `chunks`, into sentences."""
    text, start, end = sentence_places(texts, chunks)
    spans = list(zip(start.tolist(), end.tolist(), strict=True))
    first = np.searchsorted(text, np.arange(len(texts) + 1)).tolist()
    return [spans[begin:behind] for begin, behind in pairwise(first)]


def sentence_places(texts: Sequence[str], chunks: Chunks) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Cut texts, which were cut into `chunks`, into sentences: the number of the text, start and end of each.

    Most sentences begin with what is filled of a chunk, and end with what is filled of the last one before the next.
    """
    (by_lines, in_lines), (by_stops, in_chunks) = paragraph_ends(texts, chunks), full_stops(texts, chunks)
    begins = np.zeros(len(chunks.code) + 1, dtype=bool)
    begins[by_lines] = begins[by_stops] = begins[chunks.filled_from(chunks.first[:-1])] = True
    first = np.flatnonzero(begins[:-1])
    last = chunks.filled_before(np.append(first, len(chunks.code))[1:])
    within = np.concatenate([in_lines, in_chunks])
    ends, starts = np.array(list(_filled_around(texts, chunks, within)), dtype=np.int64).reshape(-1, 2).T
    start = _merged(chunks.opens(first), starts)
    end = _merged(chunks.closes(last), ends)
    text = np.searchsorted(chunks.begins, start, side="right") - 1
    return text, start - chunks.begins[text], end - chunks.begins[text]


def _merged(places: np.ndarray, more: np.ndarray) -> np.ndarray:
    """Give places in order and more places, each once."""
    both = np.sort(np.concatenate([places, more]), kind="stable")
    return both[np.diff(both, prepend=-1) > 0]


def _filled_around(texts: Sequence[str], chunks: Chunks, places: np.ndarray) -> Iterator[tuple[int, int]]:
    """Give where before and behind some places the texts are filled; not where this is so on one side only."""
    numbers = np.searchsorted(chunks.begins, places, side="right") - 1
    begins = chunks.begins[numbers]
    columns = (column.tolist() for column in (numbers, begins, places - begins))
    for number, begin, place in zip(*columns, strict=True):
        text, end = texts[number], place
        while text[max(0, end - 1) : end].isspace():
            end -= 1
        filled = _FILLED.search(text, place)
        if end and filled:
            yield begin + end, begin + filled.start()
