"""The subject behind its verb: `said Ann Lee, the minister of trade`."""

from discourse.annotations.statements.clauses import is_dash
from discourse.annotations.statements.found import Range
from discourse.annotations.statements.noun_phrases import BREAKS, CLAUSE_OPENERS
from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.words import (
    DASHES,
    DETERMINERS,
    INDEFINITES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
    is_adverb,
    is_auxiliary,
)

_OPENS_SUBJECT = DETERMINERS | INDEFINITES | SUBJECT_PRONOUNS
_LONGEST_APPOSITION = 30
_LONGEST_BRACKET = 12
_MODIFYING = frozenset("of for from at in on with".split())
_PLACING = frozenset("in on at".split())


def begins_inverted_subject(reading: Reading, i: int, limit: int) -> bool:
    """Whether a subject may stand at `i`, behind its verb: a name, `the minister`, `one of them`."""
    if i >= limit or reading.inside[i] >= 0:
        return False
    word = reading.words[i]
    if word in TIME_WORDS or word in ("that", "this", "it", "there"):
        return False
    if reading.is_capital(i) or word in _OPENS_SUBJECT:
        return True
    return word.isalpha() and word not in PREPOSITIONS and not is_adverb(word)


def subject_behind(reading: Reading, start: int, limit: int) -> list[Range]:
    """Give the subject of an inverted cue: `said Ann Lee, the minister of trade`."""
    words = reading.words
    i = start
    while i < limit and reading.inside[i] < 0 and not _ends_subject(reading, i, start):
        i += 1
    if i == start:
        return []
    end = i
    if end < limit and words[end] == "(":
        end = _behind_bracket(reading, end, limit)
    if end < limit and words[end] == ",":
        end = _behind_apposition(reading, end, limit)
    return [(start, end)]


def _ends_subject(reading, i, start) -> bool:
    word = reading.words[i]
    if word in BREAKS or (word in DASHES and is_dash(reading, i)):
        return True
    if i == start:
        return word in PREPOSITIONS or is_auxiliary(word)
    if word in PREPOSITIONS:
        return not _modifies(reading, i)
    return word in CLAUSE_OPENERS or word in TIME_WORDS or reading.words[start] in SUBJECT_PRONOUNS


def _modifies(reading, i) -> bool:
    """Whether a preposition goes on with the name: `the minister of trade`, `the mayor in Kiev`."""
    word = reading.words[i]
    if word not in _MODIFYING or reading.words[i + 1 : i + 2] == ["a"]:
        return False
    return word not in _PLACING or _continues_name(reading, i)


def _continues_name(reading, i) -> bool:
    """Whether a place follows the preposition: `the mayor in Kiev`, not `said Ann in an interview`."""
    return i + 1 < len(reading.words) and reading.is_capital(i + 1) and reading.words[i + 1] not in TIME_WORDS


def _behind_bracket(reading, i, limit) -> int:
    for j in range(i + 1, min(limit, i + _LONGEST_BRACKET)):
        if reading.words[j] == ")":
            return j + 1
    return i


def _behind_apposition(reading, comma, limit) -> int:
    """Take an apposition along, up to the next comma or the end."""
    first = comma + 1
    if first >= limit or not _opens_apposition(reading, first):
        return comma
    determined = reading.words[first] in DETERMINERS
    for j in range(first, min(limit, first + _LONGEST_APPOSITION)):
        word = reading.words[j]
        dash = word in DASHES and is_dash(reading, j)
        if word in (",", ".", ";", ":") or reading.inside[j] >= 0 or dash:
            return j if j > first else comma
        if word in ("and", "but", "as", "who") and not determined:
            return comma
    return limit


def _opens_apposition(reading, i) -> bool:
    word = reading.words[i]
    if reading.inside[i] >= 0 or word in PREPOSITIONS or word in SUBJECT_PRONOUNS or word.endswith("ing"):
        return False
    return word in DETERMINERS or word in INDEFINITES or not reading.is_capital(i)
