"""Does a clause or a noun phrase begin here? Told by the words that follow, without a parser."""

from discourse.annotations.statements.clauses import is_dash
from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.words import (
    DASHES,
    DETERMINERS,
    INDEFINITES,
    PERSONAL_OBJECTS,
    PREPOSITIONS,
    QUESTION_WORDS,
    RELATIVES,
    is_auxiliary,
    is_pronoun,
    looks_finite,
)

_STOPS = frozenset(".;!?)")
_WINDOW = 30
_NEAR = 14
_NO_SUBJECT = PREPOSITIONS | _STOPS | frozenset(", : and or but".split())
_INTRODUCTIONS = frozenset("if when in at under".split())
_OBJECTS = DETERMINERS | frozenset("to that him her them it".split())
_NO_OBJECT = frozenset("and or but to not i he we".split())
_NO_CLAUSE = frozenset("so yes no".split())


def clause_ahead(reading: Reading, i: int, limit: int) -> bool:
    """Whether a subject with a finite verb begins at token `i`."""
    words = reading.words
    if is_pronoun(words[i]):
        return True
    if words[i] in _NO_SUBJECT:
        return words[i] in _INTRODUCTIONS and _clause_behind_comma(reading, i, limit)
    for j in range(i + 1, min(limit, i + _WINDOW)):
        if reading.inside[j] >= 0:
            if reading.inside[j - 1] < 0 and j + 1 < limit and looks_finite(words[j + 1]):
                return True
        elif words[j] in _STOPS or words[j] in RELATIVES or (words[j] in DASHES and is_dash(reading, j)):
            return False
        elif _is_its_verb(reading, j, limit):
            return True
    return False


def _clause_behind_comma(reading, i, limit) -> bool:
    for j in range(i + 1, min(limit, i + _NEAR)):
        if reading.words[j] == ",":
            return j + 1 < limit and clause_ahead(reading, j + 1, limit)
    return False


def _is_its_verb(reading, j, limit) -> bool:
    """Whether token `j` may be the verb of the subject before it."""
    before = reading.words[j - 1]
    if before in DETERMINERS or _is_participle(reading.words[j : j + 2]):
        return False
    if looks_finite(reading.words[j]) and before not in PREPOSITIONS:
        return True
    return _is_present(reading, j, limit)


def _is_participle(words: list[str]) -> bool:
    """`the courage required to win`, `the damage caused by it`: no verb of a subject."""
    return words[0].endswith("ed") and words[-1] in ("to", "by")


def _is_present(reading, j, limit) -> bool:
    """Whether a word in -s may be a verb: an object or `to` follows it."""
    word = reading.words[j]
    if not word.endswith("s") or j + 1 >= limit or reading.is_capital(j):
        return False
    return not word.endswith(("'s", "ss", "us", "is")) and reading.words[j + 1] in _OBJECTS


def is_said(reading: Reading, i: int, limit: int) -> bool:
    """Whether a clause may begin at `i` behind `say`, where nearly everything of some length is one."""
    word = reading.words[i]
    return word not in PREPOSITIONS and word[0].isalnum() and word not in _NO_CLAUSE and limit - i > 3


def begins_noun_phrase(reading: Reading, i: int) -> bool:
    """Whether a noun phrase, or quoted words in its place, may begin at token `i`."""
    if i >= len(reading.words):
        return False
    word = reading.words[i]
    if reading.inside[i] >= 0 or word == "that":
        return True
    if not (word[0].isalnum() or word == "$") or word in PREPOSITIONS or word in _NO_OBJECT:
        return False
    if is_auxiliary(word) or (looks_finite(word) and not reading.is_capital(i)):
        return False
    return word not in QUESTION_WORDS or word in ("what", "how")


def is_infinitive(reading: Reading, i: int) -> bool:
    """Whether a verb may stand at `i`, behind `to`: `to leave`, not `to the`, `to Kiev` or `to leaving`."""
    if i >= len(reading.words):
        return False
    word = reading.words[i]
    if reading.inside[i] >= 0:
        return True
    if word in DETERMINERS or word in PERSONAL_OBJECTS or word in INDEFINITES:
        return False
    return not word.endswith("ing") and not reading.is_capital(i)
