"""Statements announced by a fixed phrase: according to X, in X's words, as X put it."""

from functools import lru_cache

from discourse.annotations.statements.clauses import clause_end, strip_end
from discourse.annotations.statements.found import Found, Range
from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.words import POSSESSIVES, RELATIVES, looks_finite
from discourse.lexicons.cues import Cues, Phrase

_POLLS = frozenset("poll polls survey surveys".split())
_NEAR = 14


def phrase_statement(reading: Reading, i: int, unit: Range, floor: int, cues: Cues) -> Found | None:
    """Give the statement of the phrase that begins at token `i`, if one does."""
    words = reading.words
    if _companions(cues, words[i]).isdisjoint(words[i + 1 : i + 1 + _NEAR]):
        return None
    ahead = words[i : i + _NEAR]
    for phrase in cues.openers[words[i]]:
        if tuple(ahead[: len(phrase.before)]) != phrase.before or (
            phrase.after and phrase.after[0] not in ahead
        ):
            continue
        placed = _speaker(reading, phrase, i + len(phrase.before), unit[1])
        if placed and _is_fitting(reading, phrase, placed[0]):
            return _statement(reading, phrase, i, placed, unit, floor, cues)
    return None


@lru_cache(maxsize=100)
def _companions(cues: Cues, opener: str) -> frozenset[str]:
    """Words of which one must stand near behind the word that opens a phrase."""
    needed: set[str] = set()
    for phrase in cues.openers[opener]:
        further = phrase.before[1:] or phrase.after[:1]
        needed |= {max(further, key=len)} if further else _POLLS
    return frozenset(needed)


def _is_fitting(reading, phrase: Phrase, speaker: Range) -> bool:
    """`In a poll` attributes, `in a house` does not."""
    if not phrase.survey:
        return True
    return speaker[1] - speaker[0] <= _NEAR and reading.words[speaker[1] - 1] in _POLLS


def _speaker(reading, phrase: Phrase, i, limit) -> tuple[Range, int] | None:
    """The speaker's range and the token behind the whole phrase."""
    if not phrase.after:
        found = _plain_speaker(reading, i, limit)
        return (found, found[1]) if found else None
    for j in range(i + 1, min(limit, i + _NEAR)):
        if phrase.possessive and not _is_possessive(reading.words[j - 1]):
            continue
        if tuple(reading.words[j : j + len(phrase.after)]) == phrase.after:
            return (i, j), j + len(phrase.after)
        if reading.words[j] in (",", ".", ";"):
            return None
    return None


def _is_possessive(word: str) -> bool:
    return word in POSSESSIVES or word.endswith(("'s", "s'"))


def _plain_speaker(reading, i, limit) -> Range | None:
    """Everything up to the next comma outside brackets, stop or quotation."""
    j = i
    while j < limit:
        if reading.words[j] in (",", ".", ";", ":", "—", "–") or reading.inside[j] >= 0:
            break
        j += 1
    return (i, j) if j > i else None


def _statement(reading, phrase, i, placed, unit, floor, cues) -> Found | None:
    speaker, behind = placed
    content = _content(reading, i, behind, unit, floor, cues)
    if not content:
        return None
    cue = [(i, speaker[0])] if not phrase.after else [(i, speaker[0]), (speaker[1], behind)]
    lemma = " ".join((*phrase.before, "X", *phrase.after))
    return Found("phrase", "phrase", lemma, phrase.cue_class, cue, [speaker], content, spoken=True)


def _content(reading, i, behind, unit, floor, cues) -> list[Range]:
    """Content behind a phrase that opens its clause, else before it."""
    closes = behind >= unit[1] or reading.words[behind] == "."
    start = _behind_colon(reading, unit[0] if closes else max(unit[0], floor), i)
    before = strip_end(reading, start, i)
    if before - start > 2 and _is_clause(reading, start, before):
        following = []
        goes_on = reading.words[behind : behind + 1] == [","] and reading.words[i - 1] == ","
        if goes_on and not set(reading.words[behind + 1 : behind + 2]) & RELATIVES:
            end = clause_end(reading, behind + 1, unit[1], cues)
            following = [(behind + 1, end)] if end > behind + 2 else []
        return [(start, before), *following]
    if reading.words[behind : behind + 1] in ([","], [":"]):
        behind += 1
    end = clause_end(reading, behind, unit[1], cues)
    return [(behind, end)] if end > behind + 1 else []


def _behind_colon(reading, start, i) -> int:
    """The clause that holds the phrase begins behind the last colon or semicolon."""
    for j in range(i - 1, start, -1):
        if reading.words[j] in (":", ";") and reading.inside[j] < 0:
            return j + 1
    return start


def _is_clause(reading, first, behind) -> bool:
    return any(looks_finite(reading.words[i]) or reading.inside[i] >= 0 for i in range(first, behind))
