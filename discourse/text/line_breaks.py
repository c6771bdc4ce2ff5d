"""Which line breaks end a paragraph, a heading or a list item, and which only wrap a line.

Line breaks are found once in each distinct chunk. In texts whose line breaks are all empty lines each ends a
paragraph; the others are read line by line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from discourse.text.characters import CLOSING
from discourse.text.chunks import Chunks
from discourse.text.held import Held, held_by

# Line breaks with the white space behind them, as far as they stand in one chunk.
_BREAKS = re.compile(r"[\r\v\f\x1c-\x1e\x85\u2028\u2029](?:(?![ \n])\s)*[ \n]?|\n")
_FILLED_UP = "x"
_SHORTEST_WRAP = 40
_LONGEST_WRAP = 120
# In a text whose lines mostly go on in lower case, a line of more than half the width that no mark ends goes on too.
_FLOWING, _FILLED = 0.4, 0.6
_PAGE_NUMBER = re.compile(r"[^\S\n]*\d{1,3}[^\S\n]*")
_ENDED = re.compile(rf"[.!?…‽:;。！？][{CLOSING}]*\s*$")


class Break(NamedTuple):
    """A line break with the white space behind it: where it begins and ends, and whether it holds an empty line."""

    start: int
    end: int
    empty: bool


@dataclass(frozen=True)
class _Breaks:
    """The line breaks of several texts as columns, with the white space behind them, in order.

    Places are counted over all texts. `goes_on` is the chunk with which the text goes on; -1 where it ends, or goes
    on within the same chunk.
    """

    text: np.ndarray
    start: np.ndarray
    end: np.ndarray
    goes_on: np.ndarray
    empty: np.ndarray


def paragraph_ends(texts: Sequence[str], chunks: Chunks) -> tuple[np.ndarray, np.ndarray]:
    """Find the line breaks that end a paragraph, a heading or a list item.

    Gives the chunks with which the texts go on behind them; and where they go on within a chunk, the places, counted
    over all texts.
    """
    breaks = _breaks_in(texts, chunks)
    ends, width = _end_lines(texts, breaks, chunks.begins), _wrap_widths(breaks, chunks.begins)
    wrapped = (width > 0) & (np.bincount(breaks.text[~breaks.empty], minlength=len(texts)) > 0)
    for text in np.flatnonzero(wrapped).tolist():
        rows, begin = slice(*np.searchsorted(breaks.text, [text, text + 1])), chunks.begins[text]
        columns = (breaks.start[rows] - begin, breaks.end[rows] - begin, breaks.empty[rows])
        of_text = list(map(Break, *(column.tolist() for column in columns)))
        ends[rows] = list(_end_paragraphs(texts[text], of_text, int(width[text])))
    on_chunk = breaks.goes_on >= 0
    return breaks.goes_on[ends & on_chunk], breaks.end[ends & ~on_chunk]


def _end_lines(texts: Sequence[str], breaks: _Breaks, begins: np.ndarray) -> np.ndarray:
    """Say which line breaks end a paragraph where lines are whole paragraphs: the next one does not begin small."""
    ends = breaks.empty.copy()
    rows = np.flatnonzero(~ends)
    text = breaks.text[rows]
    places = zip(text.tolist(), (breaks.end[rows] - begins[text]).tolist(), strict=True)
    ends[rows] = [not texts[number][place : place + 1].islower() for number, place in places]
    return ends


def _wrap_widths(breaks: _Breaks, begins: np.ndarray) -> np.ndarray:
    """The width that each text is wrapped to (nearly all lines keep to it); 0 if lines are whole paragraphs."""
    counts = np.bincount(breaks.text, minlength=len(begins) - 1) + 1
    starts = np.sort(np.concatenate([begins[:-1], breaks.end]), kind="stable")
    lengths = np.sort(np.concatenate([begins[1:] - 1, breaks.start]), kind="stable") - starts
    text = np.repeat(np.arange(len(counts)) * (lengths.max(initial=0) + 1), counts)
    lengths = np.sort(text + lengths) - text
    longest = lengths[np.cumsum(counts) - counts + (0.95 * counts).astype(np.int64)]
    return np.where((longest >= _SHORTEST_WRAP) & (longest <= _LONGEST_WRAP), longest, 0)


def _breaks_in(texts: Sequence[str], chunks: Chunks) -> _Breaks:
    """Find the line breaks; those with only white space between them are one."""
    found = chunks.memory.found(_breaks_of_chunks)
    chunk, number = found.found_in(chunks)
    text, within = chunks.text[chunk], found.end[number] < chunks.lengths[chunks.code[chunk]]
    goes_on = np.where(within, -1, chunks.behind(chunk))
    ends = chunks.begins[1:] - 1
    start, end = (chunks.start[chunk] + edge[number] for edge in (found.start, found.end))
    end = np.where(within, end, ends[text])
    end = np.where(goes_on >= 0, chunks.opens(goes_on), end)
    first = np.flatnonzero(np.diff(end, prepend=-1))
    lines = np.add.reduceat(found.what[number], first)
    # Behind each text stands a line feed of our own, which is one with a carriage return.
    own = np.array([not text.endswith("\r") for text in texts], dtype=np.int64)
    lines -= np.where(end[first] == ends[text[first]], own[text[first]], 0)
    kept = np.flatnonzero(lines)
    at = first[kept]
    return _Breaks(text[at], start[at], end[at], goes_on[at], lines[kept] > 1)


def _breaks_of_chunks(chunks: Sequence[str], before: Held | None) -> Held:
    """Find the line breaks in more chunks; what stands there is how many they are."""
    found = _BREAKS.finditer("".join(chunks))
    columns = [(*one.span(), len((one.group() + _FILLED_UP).splitlines()) - 1) for one in found]
    held = held_by(chunks, *np.array(columns, dtype=np.int64).reshape(-1, 3).T)
    return before.and_of(held) if before else held


def _end_paragraphs(text: str, breaks: Sequence[Break], width: int) -> Iterator[bool]:
    """Say for each line break of a text wrapped to `width` whether it ends a paragraph, a heading or a list item."""
    filled = _FILLED * width if _flows(text, breaks) else None
    begin, in_number = 0, False
    for number, found in enumerate(breaks):
        behind = _behind_page_number(text, breaks, number)
        line, first = text[begin : found.start], text[behind : behind + 1]
        crosses = first.islower() and _goes_on_overleaf(line, width)
        ends = found.empty or not _is_wrapped(text, begin, found, width, filled)
        yield not crosses and not in_number and ends
        begin, in_number = found.end, crosses and behind > found.end


def _behind_page_number(text, breaks: Sequence[Break], number: int) -> int:
    """Where the text goes on behind a break, and behind a page number that is the whole next line."""
    begin = breaks[number].end
    following = breaks[number + 1] if number + 1 < len(breaks) else None
    return following.end if following and _PAGE_NUMBER.fullmatch(text, begin, following.start) else begin


def _goes_on_overleaf(line: str, width: int) -> bool:
    """Whether a well filled line ends in the middle of a sentence, so that small letters overleaf go on with it."""
    line = line.rstrip()
    return len(line) >= _FILLED * width and (line[-1:].islower() or line.endswith(","))


def _flows(text, breaks) -> bool:
    """Whether most lines go on in lower case below, as those of a paragraph do and a list's do not."""
    small = sum(text[found.end : found.end + 1].islower() for found in breaks)
    return small >= _FLOWING * len(breaks)


def _is_wrapped(text, begin, found, width, filled) -> bool:
    """Whether the line goes on below: the next word begins small, or would not have fitted.

    In a flowing text that is ragged or justified, a well `filled` line without an end goes on as well.
    """
    first = text[found.end : found.end + 1]
    if first.islower():
        return True
    if not first:
        return False
    line = text[begin : found.start]
    if filled is not None and len(line) >= filled and not _ENDED.search(line):
        return True
    word = re.split(r"\s", text[found.end : found.end + width], maxsplit=1)[0]
    return found.start - begin + 1 + len(word) > width
