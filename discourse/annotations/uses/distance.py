"""Held at arm's length: "so-called", a label in quotation marks, "what Moscow calls a …", "the term …"."""

import re
from functools import cache
from typing import NamedTuple

from discourse.annotations.uses.clause import Clause, Stretch, phrase_at
from discourse.lexicons.use_words import use_words

OPENING, CLOSING = "\"'“‘«„‹”`「", "\"'”’»“›´」"
LABEL = 45
_LAST_OPENS = re.compile(f".*[{re.escape(OPENING)}]", re.DOTALL)
_CLOSES = re.compile(f"[{re.escape(CLOSING)}]")
LABEL_WORDS = 4
_NAMER = 8
_TO_MARKED = 2
AS_BEHIND, CALLED_BEHIND = 6, 6
# So many words the pattern below spans at most.
IN_WORDS = 8
_SIC = re.compile(r"['\"”’»]?\s*[(\[]sic[)\]]", re.IGNORECASE)
# ", in its words,", but not where the words themselves follow in quotation marks.
_IN_WORDS = re.compile(
    r"['\"”’»]?(?:\s+[\w-]+){0,4}?,?\s+in (?:(?:its|his|her|their|[\w-]+['’]s) (?:own )?|the )"
    r"(?:words|telling|language|parlance|jargon)\b(?!,?\s*['\"“‘«])",
    re.IGNORECASE,
)


class Distance(NamedTuple):
    """Where the words that distance begin, and the verb of whoever's word it is said to be, if there is one."""

    at: int
    named_at: int | None = None


@cache
def marking_reach() -> int:
    """How many words before the word a phrase that marks it begins at most."""
    return _TO_MARKED + max(len(phrase.split()) for phrase in use_words().marking)


def distanced_before(before: Stretch, clause: Clause) -> Distance | None:
    """Find the phrase that distances the word behind the stretch."""
    lists, words = use_words(), before.words
    begin = len(words) - (len(clause.words) - clause.begin)
    for place in range(max(0, begin - 3), len(words)):
        length = phrase_at(words, place, lists.marking)
        if length and place + length <= len(words) <= place + length + _TO_MARKED:
            return Distance(before.start(place))
    if begin and phrase_at(words, begin - 1, lists.as_a_word):
        return Distance(before.start(begin - 1))
    for length in (2, 1):
        if begin >= length and phrase_at(words, begin - length, lists.dubbing) == length:
            return Distance(before.start(begin - length))
    return _what_is_called(before, begin)


def _what_is_called(before: Stretch, begin: int) -> Distance | None:
    """What Moscow calls a, what it refers to as the."""
    last, words = begin - 1, before.words
    while last >= 0 and words[last] in ("as", "to", "be"):
        last -= 1
    if last < 1 or words[last] not in use_words().calling:
        return None
    for place in range(last - 1, max(-1, last - 1 - _NAMER), -1):
        if words[place] == "what":
            return Distance(before.start(place), before.start(last))
        if not words[place][0].isalnum():
            return None
    return None


def distanced_behind(text: str, end: int, sentence_end: int, behind: Stretch) -> Distance | None:
    """Find the phrase behind the word that distances it: ", as Moscow calls it", ", in its words", "(sic)"."""
    for phrase in (_SIC, _IN_WORDS):
        if phrase.match(text, end, sentence_end):
            return Distance(end)
    for place, word in enumerate(behind.words[:AS_BEHIND]):
        if word == "as" and place and behind.words[place - 1] == ",":
            return _as_called(behind, place)
    return None


def _as_called(behind: Stretch, place: int) -> Distance | None:
    """As Moscow calls it; as it is called in Moscow."""
    words = behind.words[place + 1 : place + 9]
    called = next(
        (i for i, word in enumerate(words[:CALLED_BEHIND]) if word in use_words().called_behind), None
    )
    if called is None or {"it", "them", "this"}.isdisjoint(words):
        return None
    return Distance(behind.start(place), behind.start(place + 1 + called))


def tight_quotation(text: str, sentence: tuple[int, int], start: int, end: int) -> tuple[int, int] | None:
    """Give the range inside quotation marks that hold the word and little else, if there are such."""
    closing = _CLOSES.search(text, end, end + LABEL)
    opening = _LAST_OPENS.match(text, max(sentence[0], start - LABEL), start) if closing else None
    begin = opening.end() if opening else 0
    if not closing or not opening or text[begin].isspace() or text[max(begin - 2, 0) : begin - 1].isalnum():
        return None
    inside = text[begin : closing.start()]
    if any(mark in inside for mark in ".;:!?") or inside.rstrip().endswith(","):
        return None
    return (begin, closing.start()) if len(inside.split()) <= LABEL_WORDS else None
