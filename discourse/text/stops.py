"""Which full stops, question and exclamation marks end a sentence.

It depends on what stands before the stop (its `Ending`: an abbreviation? a number?) and on how the text goes on
behind it (its `Beginning`: a small letter? a word that begins sentences?). Both are asked once for each
distinct chunk of a partition, and a table says what follows from the two. The few places where more must be seen
than two chunks ("p. 3", ". . .", a lost blank) are read in the text itself, by the same table.
"""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum

import numpy as np

from discourse.text.characters import CLOSING, OPENING
from discourse.text.chunks import Chunks

# A stop and what closes with it, in front of white space (an ellipsis may be spaced: ". . ."); or with
# the blank behind it lost, as in "of policy.The president"; or the full stop of a script that puts no
# blank behind it. Each run of stops is tried once, from its first, so that a million full stops cost
# no more than their length.
_STOP = re.compile(
    rf"(?<![.!?…‽])[.!?…‽]++(?:[ \u00a0]\.(?!\w))*+[{CLOSING}]*+(?=\s)"
    rf"|(?<=[a-z]{{2}})[.!?][{CLOSING}]?(?=[A-Z][a-z]{{1,20}}\s)"
    rf"|(?<![。！？])[。！？]++[{CLOSING}]*+"
)
_ANY_STOP = re.compile("[.!?…‽。！？]")
_FOLLOWS = re.compile(rf"\s*[{OPENING}—–\-*•·…\s]*(\w?)")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"(?:\w\.)*\w*$")
_REACH, _REACH_BEFORE = 40, 20
_LIST_DIGITS = 2
_BLANKS = 4

# Abbreviations that stand before a name, written with a capital, and never end a sentence.
_TITLES = frozenset(
    """Mr Mrs Ms Mx Messrs Dr Prof Sr St Ste Mt Rev Fr Hon Pres Sen Rep Reps Sens Gov Govs Lt Gen Col Maj
    Capt Cmdr Adm Sgt Cpl Pvt Brig Supt Insp Det Amb Sec Min Dep Del Atty vs v cf al ca approx e.g i.e""".split()
)
# Abbreviations only in front of a number.
_NUMBERED = frozenset("no nos art para sect fig figs vol p pp nr ch eds ed".split())
# Abbreviations that may end a sentence: they do where the next word is one that begins sentences.
_MAYBE = frozenset(
    """Inc Ltd Co Corp Bros LLC Plc Jr Esq etc a.m p.m A.M P.M Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov
    Dec Ave Blvd Rd Est Dept Univ Assn Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ph.D Calif Fla Mass Pa Va
    Ariz Mich Tenn Wash Conn Ill Wis Minn Ala Ga Tex Colo Okla""".split()
)
_STARTERS = frozenset(
    """the a an this that these those there here he she it they we i you his her its their our my but and or so
    yet if when while after before since although though because as in on at by for from with without what
    who why how where not no nor one two some many most all both each every another other others more
    however meanwhile moreover still then now also even asked according despite during earlier later last
    under until once instead such to mr mrs ms""".split()
)


class Ending(IntEnum):
    """What a stop is, by the word before it."""

    NONE, FIRM, PLAIN, TITLE, NUMBERED, MAYBE, NUMBERED_MAYBE, LIST_NUMBER, CLOSER_LOOK = range(9)


class Beginning(IntEnum):
    """How the text goes on behind a stop."""

    NOTHING, SMALL, DIGIT, STARTER, OTHER, CLOSER_LOOK = range(6)


def _table() -> np.ndarray:
    """Whether a stop ends the sentence, by ending and beginning."""
    ends = np.ones((len(Ending), len(Beginning)), dtype=bool)
    ends[Ending.NONE] = False
    ends[Ending.TITLE, Beginning.SMALL :] = False
    ends[:, Beginning.SMALL] = False
    for maybe in (Ending.MAYBE, Ending.NUMBERED_MAYBE):
        ends[maybe, [Beginning.DIGIT, Beginning.OTHER]] = False
    ends[Ending.NUMBERED, Beginning.DIGIT] = False
    return ends


_ENDS = _table()
_MAYBES = (Ending.MAYBE, Ending.NUMBERED_MAYBE)


def full_stops(texts: Sequence[str], chunks: Chunks) -> tuple[np.ndarray, np.ndarray]:
    """Find the stops that end sentences.

    Gives the chunks with which the texts go on behind those that end a chunk; and the places behind the few others,
    counted over all texts.
    """
    ending = chunks.each(_chunk_ending, np.int8)
    at = np.flatnonzero(ending > Ending.NONE)
    ending, behind = ending[at], chunks.behind(at)
    beginning = _beginnings(chunks, at, behind)
    closer = (ending >= Ending.LIST_NUMBER) | (beginning == Beginning.CLOSER_LOOK)
    ends = ~closer & (behind >= 0) & _ENDS[ending, beginning]
    return behind[ends], np.fromiter(_read_closer(texts, chunks, at[closer]), np.int64)


def _read_closer(texts: Sequence[str], chunks: Chunks, look: np.ndarray) -> Iterator[int]:
    """Read some chunks in their texts: the place behind each stop that ends a sentence, counted over all texts."""
    text, start = chunks.text[look], chunks.start[look]
    end, begin = start + chunks.lengths[chunks.code[look]] - 1, chunks.begins[text]
    columns = (column.tolist() for column in (text, begin, start - begin, end - begin))
    read = 0
    for number, offset, first, last in zip(*columns, strict=True):
        for stop in _stops_within(texts[number], max(first, read - offset), last):
            read = offset + stop.end()
            if _ends_sentence(texts[number], stop):
                yield read


def _beginnings(chunks: Chunks, at: np.ndarray, behind: np.ndarray) -> np.ndarray:
    """Give how the texts go on behind some chunks, where the next ones that are filled are known."""
    beginning = chunks.each_of(behind, _chunk_beginning, np.int8)
    apart = np.flatnonzero(behind > at + 1)
    between = chunks.start[behind[apart]] - chunks.start[at[apart] + 1]
    beginning[apart[between >= _BLANKS]] = Beginning.CLOSER_LOOK
    beginning[behind < 0] = Beginning.NOTHING
    return beginning


def _stops_within(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Find the stops that begin between two places, as they stand in the text."""
    for mark in _ANY_STOP.finditer(text, start, end + 1):
        if mark.start() >= start and (stop := _STOP.match(text, mark.start())):
            start = stop.end()
            yield stop


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    """Whether the stop ends a sentence, by the word before it and the word behind it."""
    before = _word_before(text, stop.start())
    ending = _ending(stop.group(), before)
    follows, _ = _goes_on(text, stop.end(), stop.end() + _REACH)
    beginning = _beginning(text, follows)
    if ending == Ending.LIST_NUMBER and beginning > Beginning.SMALL:
        return not _numbers_a_list(before, text, follows)
    if ending in _MAYBES and beginning == Beginning.STARTER:
        return _word_at(text, follows) != before
    return bool(_ENDS[ending, beginning])


def _ending(stop: str, before: str) -> int:
    """Give the ending that a stop is behind the word `before`."""
    if stop[0] != "." or stop.startswith(".."):
        return Ending.FIRM
    if before in _TITLES:
        return Ending.TITLE
    initial = len(before) == 1 and before.isupper()
    dotted = "." in before and all(len(piece) == 1 for piece in before.split("."))
    numbered = before.lower() in _NUMBERED
    if initial or dotted or before in _MAYBE:
        return Ending.NUMBERED_MAYBE if numbered else Ending.MAYBE
    if numbered:
        return Ending.NUMBERED
    return Ending.LIST_NUMBER if before.isdigit() and len(before) <= _LIST_DIGITS else Ending.PLAIN


def _word_before(text: str, at: int) -> str:
    near = text[max(0, at - _REACH_BEFORE) : at]
    if near.isalnum():
        return near
    found = _WORD_BEFORE.search(near)
    return found.group() if found else ""


def _goes_on(text: str, start: int, limit: int) -> tuple[int, int]:
    """Give where the word begins that follows behind blanks and marks, or -1, and how far was looked."""
    found = _FOLLOWS.match(text, start, limit)
    return (found.start(1) if found[1] else -1, found.end()) if found else (-1, start)


def _beginning(text: str, at: int) -> int:
    """Give the beginning that stands at a place of the text; -1: nothing that could begin."""
    if at < 0:
        return Beginning.NOTHING
    if text[at].islower():
        return Beginning.SMALL
    if text[at].isdigit():
        return Beginning.DIGIT
    return Beginning.STARTER if _word_at(text, at).lower() in _STARTERS else Beginning.OTHER


def _word_at(text: str, at: int) -> str:
    found = _NEXT_WORD.match(text, at)
    return found.group() if found else ""


def _chunk_ending(chunk: str) -> int:
    """Give what the stop at the end of a chunk is; a closer look is due where one stands elsewhere."""
    if chunk[:-1].isalpha() or not _ANY_STOP.search(chunk):
        return int(Ending.NONE)
    stops = list(_STOP.finditer(chunk))
    if not stops:
        return int(Ending.NONE)
    if len(stops) > 1 or stops[0].end() < len(chunk) - 1 or chunk[0] == ".":
        return int(Ending.CLOSER_LOOK)
    before = _word_before(chunk, stops[0].start())
    ending = _ending(stops[0].group(), before)
    return int(Ending.CLOSER_LOOK if ending in _MAYBES and before.lower() in _STARTERS else ending)


def _chunk_beginning(chunk: str) -> int:
    """Give how a text goes on that goes on with this chunk; a closer look is due where it only holds marks."""
    if chunk[0].islower():
        return int(Beginning.SMALL)
    follows, seen = _goes_on(chunk, 0, _REACH - _BLANKS)
    if chunk[0] == "." or (follows < 0 and seen in (len(chunk), _REACH - _BLANKS)):
        return int(Beginning.CLOSER_LOOK)
    return int(_beginning(chunk, follows))


def _numbers_a_list(before, text, follows) -> bool:
    """Whether `before` is the number of a list item, as in `1. Ceasefire`."""
    near = text[max(0, follows - _REACH) : follows]
    return near[near.rfind("\n") + 1 :].strip(" .\t") == before
