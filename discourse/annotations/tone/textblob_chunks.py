"""What TextBlob's rules make of a chunk of text (what stands up to the next blank), found once and remembered.

A chunk comes down to steps, mostly one: a scored word, a negation, an exclamation mark, a long or
a short word (which end the reach of what stands before, or do not), or nothing. Only emoticons reach
across chunks: `opens` and `closes` are bit masks, one bit for each beginning of an
emoticon, that say with which beginning a chunk ends and which it may continue.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from discourse.annotations.tone.textblob_rules import (
    NEGATIONS,
    PARAGRAPH,
    emoticon,
    emoticon_scores,
    pieces_of,
)
from discourse.lexicons.tone_words import ToneWord, textblob_signs
from discourse.text import places_of
from discourse.text.memory import Memory

NOTHING, SHORT, LONG, NO, NOT, BANG, DOUBT, LOOK, WORD = range(9)
"""The steps. A scored word is `WORD` plus its number; `DOUBT` leaves the text to the full rules.

`LOOK` stands for a chunk of several steps, or one that may complete an emoticon: it is looked at once more.
"""

_BEFORE, _BEHIND = "“\"'", ",.;:?”\"’'"
_PLAIN = re.compile(rf"[{_BEFORE}]*([^\W\d_](?:[^\W\d_]|-)+[^\W\d_])(?:[’']s)?[{_BEHIND}]*")
ANYTHING = -1
"""What a chunk opens that is nothing but white space: any emoticon may reach over it."""

Effect = tuple[tuple[int, ...], int, int]


class ChunkEffects:
    """What a list of tone words makes of chunks: the effect of each is its steps, `opens`, and `closes`."""

    def __init__(self, words: Mapping[str, ToneWord]):
        self.words = words
        self._steps = {word: WORD + n for n, word in enumerate(words)}
        self._steps |= {word: NO if len(word) < 3 else NOT for word in NEGATIONS}
        self._steps |= {"!": BANG} | dict.fromkeys([*emoticon_scores(), PARAGRAPH.lower()], DOUBT)

    def of(self, memory: Memory) -> "Effects":
        """Give the effects of all chunks of a memory."""
        return memory.found(self._found)

    def _found(self, chunks: Sequence[str], before: "Effects | None") -> "Effects":
        found = _as_columns(self._effect(chunk.strip()) for chunk in chunks)
        return before.and_of(found) if before else found

    def _effect(self, chunk: str) -> Effect:
        return self._plain(chunk) or self._by_the_rules(chunk)

    def _plain(self, chunk: str) -> Effect | None:
        """Take the short way for most chunks: a word of letters, between quotation marks and stops."""
        word = chunk.lstrip(_BEFORE).rstrip(_BEHIND)
        if not word.isalpha():
            plain = _PLAIN.fullmatch(chunk)
            word = plain[1] if plain else ""
        step = self._steps.get(word.lower(), LONG)
        if len(word) > 2 and (step == LONG or "." not in chunk):
            return (step,), _opens(chunk), 0
        return None

    def _by_the_rules(self, chunk: str) -> Effect:
        pieces = [piece for piece in pieces_of(chunk) if piece != PARAGRAPH]
        if not pieces:
            return (), ANYTHING, ANYTHING if chunk else 0
        steps = _merged([self._step(piece.lower()) for piece in pieces])
        if _may_be_emoticon(" ".join(pieces)):
            steps = [DOUBT]
        return tuple(steps), _opens("".join(pieces)), _closes(" ".join(pieces))

    def _step(self, token: str) -> int:
        blank = LONG if len(token) > 2 else SHORT if len(token) > 1 else NOTHING
        return self._steps.get(token, blank)


class Effects(NamedTuple):
    """The effects of chunks as columns: `step` is the step of each, if it is one and no more, or else `LOOK`.

    `steps` are all steps, chunk behind chunk, and `counts` says how many of them each has.
    """

    step: np.ndarray
    opens: np.ndarray
    closes: np.ndarray
    counts: np.ndarray
    steps: np.ndarray

    def of(self, chunks: np.ndarray) -> "Effects":
        """Give those of some of the chunks, by their numbers."""
        _, at = places_of(self.counts, chunks)
        step, opens, closes, counts = (column[chunks] for column in self[:-1])
        return Effects(step, opens, closes, counts, self.steps[at])

    def and_of(self, more: "Effects") -> "Effects":
        """Give these and behind them those of more chunks."""
        return Effects(*map(np.concatenate, zip(self, more, strict=True)))


def _as_columns(effects: Iterable[Effect]) -> Effects:
    counts, listed, opened, closed = array("q"), array("h"), array("q"), array("q")
    for several, opening, closing in effects:
        counts.append(len(several))
        listed.extend(several)
        opened.append(opening)
        closed.append(closing)
    count, steps, opens, closes = map(np.array, (counts, listed, opened, closed))
    first = np.append(steps, NOTHING)[np.cumsum(count) - count]
    step = np.select([(count > 1) | (closes != 0), count == 1], [LOOK, first], NOTHING).astype(np.int16)
    return Effects(step, opens, closes, count, steps)


def _merged(steps: list[int]) -> list[int]:
    """Leave out what changes nothing: of words in a row that carry no tone one long one tells."""
    kept: list[int] = []
    for step in steps:
        if kept and step in (SHORT, LONG) and kept[-1] in (SHORT, LONG):
            kept[-1] = max(kept[-1], step)
        elif step != NOTHING:
            kept.append(step)
    return kept


def _may_be_emoticon(pieces: str) -> bool:
    return "! )" in pieces or emoticon().search(pieces) is not None


def _opens(solid: str) -> int:
    candidates = _beginnings().get(solid[-1])
    if not candidates:
        return 0
    return sum([bit for beginning, bit in candidates if solid.endswith(beginning)])


def _closes(pieces: str) -> int:
    return sum(bit for rest, bit in _rests().get(pieces[0], ()) if rest.match(pieces))


@cache
def _beginnings() -> dict[str, list[tuple[str, int]]]:
    """Give each beginning of an emoticon and its bit, by its last character."""
    found = defaultdict(list)
    for n, beginning in enumerate(_split_signs()):
        found[beginning[-1]].append((beginning, 1 << n))
    return dict(found)


@cache
def _rests() -> dict[str, list[tuple[re.Pattern[str], int]]]:
    """Give, by first character, what may follow a beginning: its rest, or a chunk that starts its rest."""
    found = defaultdict(list)
    for n, rests in enumerate(_split_signs().values()):
        for first in {rest[0] for rest in rests}:
            ways = [_from_start(rest) for rest in rests if rest[0] == first]
            found[first].append((re.compile("|".join(ways)), 1 << n))
    return dict(found)


def _from_start(rest: str) -> str:
    whole = " ?".join(map(re.escape, rest)) + "( |$)"
    parts = (" ?".join(map(re.escape, rest[:n])) + "$" for n in range(1, len(rest)))
    return "|".join([whole, *parts])


@cache
def _split_signs() -> dict[str, list[str]]:
    """Give for each proper beginning of an emoticon, and of the "(!)" of irony, what may complete it."""
    found = defaultdict(list)
    for sign in [*textblob_signs().emoticons, "(!)"]:
        for n in range(1, len(sign)):
            found[sign[:n]].append(sign[n:])
    return dict(found)
