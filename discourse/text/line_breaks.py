"""Which line breaks end a paragraph, a heading or a list item, and which only wrap a line."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from discourse.text.characters import CLOSING

_OUR_END = "\u2028"
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


def paragraph_ends(text: str) -> Iterator[int]:
    """Find the line breaks that end a paragraph, a heading or a list item."""
    breaks = list(_breaks(text))
    if all(found.empty for found in breaks):
        yield from (found.end for found in breaks)
        return
    width = _wrap_width(text, breaks)
    filled = _FILLED * width if width and _flows(text, breaks) else None
    begin, in_number = 0, False
    for number, found in enumerate(breaks):
        behind = _behind_page_number(text, breaks, number) if width else found.end
        line, first = text[begin : found.start], text[behind : behind + 1]
        crosses = first.islower() and bool(width) and _goes_on_overleaf(line, width)
        ends = found.empty or not _is_wrapped(text, begin, found, width, filled)
        if not crosses and not in_number and ends:
            yield found.end
        begin, in_number = found.end, crosses and behind > found.end


def _breaks(text: str) -> Iterator[Break]:
    """Find the line breaks; those with only white space between them are one."""
    at = start = breaks = 0
    for line in (text + _OUR_END).splitlines(keepends=True):
        filled = line.lstrip()
        if breaks and filled:
            yield Break(start, at + len(line) - len(filled), breaks > 1)
            breaks = 0
        at += len(line)
        if not breaks:
            start = at - (2 if line.endswith("\r\n") else 1)
        breaks += 1
    if breaks > 1:  # the last one is our own
        yield Break(start, len(text), breaks > 2)


def _behind_page_number(text, breaks: Sequence[Break], number: int) -> int:
    """Where the text goes on behind a break, and behind a page number that is the whole next line."""
    begin = breaks[number].end
    following = breaks[number + 1] if number + 1 < len(breaks) else None
    return following.end if following and _PAGE_NUMBER.fullmatch(text, begin, following.start) else begin


def _goes_on_overleaf(line: str, width: int) -> bool:
    """Whether a well filled line ends in the middle of a sentence, so that small letters overleaf go on with it."""
    line = line.rstrip()
    return len(line) >= _FILLED * width and (line[-1:].islower() or line.endswith(","))


def _wrap_width(text, breaks) -> int:
    """The width that the text is wrapped to (nearly all lines keep to it); 0 if lines are whole paragraphs."""
    ends = [*(b.start for b in breaks), len(text)]
    begins = [0, *(b.end for b in breaks)]
    lengths = sorted(end - begin for begin, end in zip(begins, ends, strict=True))
    longest = lengths[int(0.95 * len(lengths))]
    return longest if _SHORTEST_WRAP <= longest <= _LONGEST_WRAP else 0


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
    if not width or not first:
        return False
    line = text[begin : found.start]
    if filled is not None and len(line) >= filled and not _ENDED.search(line):
        return True
    word = re.split(r"\s", text[found.end : found.end + width], maxsplit=1)[0]
    return found.start - begin + 1 + len(word) > width
