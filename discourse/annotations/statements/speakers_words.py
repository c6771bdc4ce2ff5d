"""The words that name the speaker: the subject in front of a cue, with what is inserted between them."""

from discourse.annotations.statements.clauses import is_dash
from discourse.annotations.statements.found import Range
from discourse.annotations.statements.noun_phrases import (
    BREAKS,
    CLAUSE_OPENERS,
    FARTHEST,
    LEADING,
    noun_phrase_ending,
    skip_brackets,
)
from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.words import (
    DASHES,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    is_pronoun,
    looks_finite,
)

_TELLS_WHEN = frozenset("asked when after before during in at on while speaking since despite as".split())
_DESCRIBES = frozenset("who which whose whom where including along like".split())
_ENDS_CLAUSE = (BREAKS | CLAUSE_OPENERS) - {"or"}
_NO_INSERTION = (SUBJECT_PRONOUNS | LEADING | CLAUSE_OPENERS) - {"once", "as"}
_NOT_FINITE = frozenset("used based united".split())
_LONGEST_NAME = 7


def subject_before(reading: Reading, verb: int, floor: int) -> list[Range]:
    """Give the subject of the verb group that begins at `verb`, looking no further left than `floor`.

    A relative pronoun is given with its antecedent. Nothing is given where no subject stands there.
    """
    words = reading.words
    i = skip_brackets(reading, verb - 1, floor)
    if i < floor or reading.inside[i] >= 0:
        return []
    if words[i] in RELATIVES:
        return _antecedent(reading, i, floor)
    if is_pronoun(words[i]):
        return [(i, i + 1)]
    if words[i] == "," or (words[i] in DASHES and is_dash(reading, i)):
        return _subject_with_insertion(reading, i, floor)
    found = noun_phrase_ending(reading, i + 1, floor)
    if found is None:
        return []
    if (outer := _outside_relative_clause(reading, found[0], floor)) is not None:
        return [(outer, verb)]
    return [(_list_start(reading, found, floor), verb)]


def _outside_relative_clause(reading, first, floor) -> int | None:
    """`[Supporters] who have heard from [the campaign] say`: the first of the two is the subject."""
    words = reading.words
    for i in range(first - 1, max(floor, first - FARTHEST), -1):
        word = words[i]
        if word in _ENDS_CLAUSE or reading.inside[i] >= 0:
            return None
        if word.startswith("who") and word.partition("'")[0] == "who":
            found = noun_phrase_ending(reading, i, floor)
            return found[0] if found else None
    return None


def _list_start(reading, found: Range, floor) -> int:
    """Take the earlier members of a list along: `[Carson, Fiorina] and Huckabee`."""
    first = found[0]
    if "and" not in reading.words[first : found[1]]:
        return first
    while first - 2 >= floor and reading.words[first - 1] == "," and reading.is_capital(first - 2):
        first -= 2
        while first - 1 >= floor and reading.is_capital(first - 1) and first - 1 > floor:
            first -= 1
    return first


def _antecedent(reading, relative, floor) -> list[Range]:
    """The noun phrase before `who`, `which` or `that`, and the pronoun itself."""
    i = relative - 1
    if i >= floor and reading.words[i] == ",":
        i -= 1
    i = skip_brackets(reading, i, floor)
    found = noun_phrase_ending(reading, i + 1, floor) if i >= floor else None
    if found is None:
        return [] if reading.words[relative] == "that" else [(relative, relative + 1)]
    return [_last_name_group(reading, found), (relative, relative + 1)]


def _last_name_group(reading, found: Range) -> Range:
    """Cut an antecedent to what follows the last preposition if a name ends it: `at Fox by [Carson]`."""
    first, behind = found
    if reading.is_capital(behind - 1):
        for i in range(behind - 1, first, -1):
            if reading.words[i - 1] in PREPOSITIONS and reading.words[i - 1] != "of":
                return i, behind
    return found


def _subject_with_insertion(reading, comma, floor) -> list[Range]:
    """`X, the minister, said`: find the noun phrase in front of what stands between the commas."""
    words = reading.words
    subject: list[Range] = []
    for j in range(comma - 1, max(floor, comma - FARTHEST) - 1, -1):
        if reading.inside[j] >= 0:
            continue
        if words[j] in (";", ":", "?", "!"):
            break
        if _is_same_mark(reading, j, comma):
            if not _is_insertion(reading, j + 1, comma):
                break
            found = noun_phrase_ending(reading, skip_brackets(reading, j - 1, floor) + 1, floor)
            if found and not _in_adverbial(reading, found[0], floor):
                subject = [(found[0], comma)]
    return subject


def _is_same_mark(reading, i, mark) -> bool:
    """Whether two marks may enclose an insertion: two commas, or two dashes."""
    if reading.words[i] == reading.words[mark]:
        return True
    return reading.words[mark] != "," and reading.words[i] in DASHES and is_dash(reading, i)


def _in_adverbial(reading, first, floor) -> bool:
    """Whether a noun phrase is only part of `during a meeting in [Columbus]`."""
    return first > floor and reading.words[first - 1] in PREPOSITIONS


def _is_insertion(reading, first, behind) -> bool:
    """Whether a stretch between commas describes the noun before it: an apposition or a relative clause."""
    words = reading.words[first:behind]
    if not words:
        return False
    if words[0] in _TELLS_WHEN or words[0].endswith("ing") or "by" in words[1:3] or words[0] in _DESCRIBES:
        return True
    if words[0] in _NO_INSERTION:
        return False
    if any(word in RELATIVES for word in words):
        return True
    return not any(looks_finite(word) and word not in _NOT_FINITE for word in words)


def main_subject(reading: Reading, start: int, limit: int) -> list[Range]:
    """Give the subject of the first clause of a unit, for cues that share it: `She left, saying …`."""
    words = reading.words
    for i in range(start, limit):
        if reading.inside[i] < 0 and looks_finite(words[i]) and i > start:
            if words[i - 1] in DETERMINERS or words[i - 1] in PREPOSITIONS:
                continue
            found = subject_before(reading, i, start)
            if found and words[found[0][0]] != "there":
                return found
    return _opening_name(reading, start, limit)


def _opening_name(reading, start, limit) -> list[Range]:
    """The pronoun or name that opens a unit, where no verb was recognised behind it."""
    if reading.words[start] in SUBJECT_PRONOUNS:
        return [(start, start + 1)]
    i = start
    while i < limit and _may_be_named(reading, i):
        i += 1
    return [(start, i)] if 1 < i - start < _LONGEST_NAME else []


def _may_be_named(reading, i) -> bool:
    return reading.is_capital(i) and reading.words[i] not in PREPOSITIONS and reading.inside[i] < 0
