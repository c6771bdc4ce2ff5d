"""Noun phrases: where the words that name somebody begin, seen from where they end."""

from discourse.annotations.statements.clauses import is_dash
from discourse.annotations.statements.found import Range
from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.words import (
    DASHES,
    DETERMINERS,
    INDEFINITES,
    POSSESSIVES,
    PREPOSITIONS,
    QUOTES,
    RELATIVES,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
    WITH_AUXILIARIES,
    is_adverb,
    is_auxiliary,
    looks_finite,
)

BREAKS = frozenset(",;:.!?()[]…") | QUOTES
CLAUSE_OPENERS = frozenset(
    "that because when while if although though whether unless until where but or so yet than as once".split()
)
LEADING = frozenset("and but then so yet also still now even nor or".split())
FARTHEST = 40

_SAYING = frozenset("said says say saying told tells added adds wrote writes noted".split())
_SUBORDINATING = frozenset("after before since until than because".split())
_QUANTIFIERS = frozenset("more most all both".split())
_GOES_ON = DETERMINERS | PREPOSITIONS
_NO_HEADS = BREAKS | LEADING | PREPOSITIONS | POSSESSIVES
_MAY_BREAK = BREAKS | CLAUSE_OPENERS | RELATIVES | WITH_AUXILIARIES | DASHES
_CLOSING_OF = {")": "(", "]": "["}


def noun_phrase_ending(reading: Reading, behind: int, floor: int) -> Range | None:
    """Give the noun phrase that ends before token `behind`."""
    first = _chunk_start(reading, behind, floor)
    first = _after_clause(reading, first, behind)
    while first < behind and (reading.words[first] in LEADING or _leads_adverbially(reading, first, behind)):
        first += 1
    if first < behind and reading.words[first] in _SUBORDINATING:
        first += 1
    elif first < behind and reading.words[first] in PREPOSITIONS:
        first = _short_phrase_start(reading, first, behind)
    if first < behind and reading.words[first] in TIME_WORDS and behind - first > 1:
        first += 1
    if first >= behind or not _can_speak(reading, behind):
        return None
    return first, behind


def _leads_adverbially(reading, i, behind) -> bool:
    return i + 1 < behind and is_adverb(reading.words[i]) and reading.words[i] not in _QUANTIFIERS


def _can_speak(reading, behind) -> bool:
    last = reading.words[behind - 1]
    if last in _NO_HEADS or is_auxiliary(last):
        return False
    return last not in DETERMINERS or last in INDEFINITES


def _chunk_start(reading, behind, floor) -> int:
    """Go left to the nearest break: punctuation, a quotation, a conjunction, an auxiliary."""
    words, inside = reading.words, reading.inside
    i, farthest = behind - 1, max(floor, behind - FARTHEST)
    while i >= farthest:
        if words[i] not in _MAY_BREAK and inside[i] < 0:
            i -= 1
            continue
        before_brackets = skip_brackets(reading, i, floor) if words[i] == ")" else i
        if before_brackets == i and _is_break(reading, i):
            break
        i = min(before_brackets, i - 1)
    return i + 1


def _is_break(reading, i) -> bool:
    """Whether the token `i`, which is quoted or among those that may break, does."""
    word = reading.words[i]
    if word == "'" and reading.inside[i] < 0 and reading.words[i - 1].endswith("s"):
        return False  # the apostrophe of "the workers' leader"
    return reading.inside[i] >= 0 or word not in DASHES or is_dash(reading, i)


def _after_clause(reading, first, behind) -> int:
    """Cut off what belongs to an earlier clause: everything up to its verb and a following `and`."""
    words = reading.words
    for i in range(behind - 2, first - 1, -1):
        word = words[i]
        if word in _SAYING and not reading.is_capital(i):
            return i + 1
        if word in SUBJECT_PRONOUNS:
            return i
        if word == "and" and any(_is_verb(reading, k) for k in range(first, i)):
            return i + 1
        if words[i + 1] in _GOES_ON and _is_verb(reading, i):
            return i + 1
    return first


def _is_verb(reading, i) -> bool:
    word = reading.words[i]
    if not looks_finite(word) or reading.is_capital(i):
        return False
    before = reading.words[i - 1] if i else ""
    return before not in DETERMINERS and before not in PREPOSITIONS


def _short_phrase_start(reading, first, behind) -> int:
    """Behind an opening preposition take the last name, or the last determiner with its noun."""
    words = reading.words
    if reading.is_capital(behind - 1):
        i = behind - 1
        while i > first and reading.is_capital(i - 1) and words[i - 1] not in TIME_WORDS:
            i -= 1
        return i if i > first else first + 1
    for i in range(behind - 1, first, -1):
        if words[i] in DETERMINERS or words[i].endswith("'s"):
            return i
    return behind - 1


def skip_brackets(reading: Reading, i: int, floor: int) -> int:
    """Give the token before the brackets that token `i` closes, or `i` where it closes none."""
    if i >= floor and reading.words[i] in _CLOSING_OF:
        opening = _CLOSING_OF[reading.words[i]]
        for j in range(i - 1, max(floor, i - FARTHEST) - 1, -1):
            if reading.words[j] == opening:
                return j - 1
    return i
