"""Where a clause ends and where it begins."""

from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.words import (
    COORDINATORS,
    DASHES,
    DETERMINERS,
    INDEFINITES,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_auxiliary,
)
from discourse.lexicons.cues import ING, PAST, THIRD, Cues

_TRAILING = frozenset(".,;:—–-(")
_ADDED = frozenset("which where while compared although though according whereas".split())
_LONG_ENOUGH = 5
_SOON = 7


def clause_end(reading: Reading, start: int, limit: int, cues: Cues) -> int:
    """Give the token behind the clause that begins at `start`, without the punctuation that closes it.

    A quotation is passed over as a whole. The clause ends at a semicolon, where another attribution
    begins, at a relative clause of its own and at a dash that is not the first of a pair.
    """
    i = start
    while i < limit:
        if reading.inside[i] >= 0 and reading.quotation_end(i) > i:
            behind = reading.quotation_end(i)
            if i > start and reading.words[i - 1] == ":" and attribution_follows(reading, behind, limit, cues):
                break
            i = behind
        elif i > start and _ends_here(reading, i, start, limit, cues):
            break
        else:
            i += 1
    return strip_end(reading, start, min(i, limit))


def strip_end(reading: Reading, start: int, end: int) -> int:
    """Drop closing punctuation outside quotation marks."""
    while end > start and reading.words[end - 1] in _TRAILING and reading.inside[end - 1] < 0:
        end -= 1
    return end


def _ends_here(reading, i, start, limit, cues) -> bool:
    word = reading.words[i]
    if word == ";":
        return True
    if word == ",":
        return _ends_at_comma(reading, i, start, limit, cues)
    if word in DASHES and is_dash(reading, i):
        return _ends_at_dash(reading, i, limit)
    return word in ("and", "but") and _cue_form(reading, _past_adverbs(reading, i + 1, limit), limit, cues)


def _ends_at_comma(reading, i, start, limit, cues) -> bool:
    if i + 1 >= limit:
        return True
    following = reading.words[i + 1]
    if reading.words[start] in ("whether", "if") and reading.words[start - 1] == "asked":
        return True
    if following in _ADDED or attribution_follows(reading, i + 1, limit, cues):
        return True
    return following in ("a", "an") and i - start >= _LONG_ENOUGH


def attribution_follows(reading: Reading, i: int, limit: int, cues: Cues) -> bool:
    """Whether an attribution begins at `i`: `he said`, `and Ms. Merkel added`, `saying`, `according`."""
    words = reading.words
    if i < limit and words[i] in COORDINATORS:
        i += 1
    i = _past_adverbs(reading, i, limit)
    if i >= limit:
        return False
    if words[i] == "according":
        return True
    if _cue_form(reading, i, limit, cues):
        return True
    j = _past_short_subject(reading, i, limit)
    if j > i and _cue_form(reading, _past_adverbs(reading, j, limit), limit, cues):
        return True
    return _announces_quotation(reading, i, limit, cues)


def _announces_quotation(reading, i, limit, cues) -> bool:
    """Whether a cue with a quotation follows soon: `to which Lee replied: “…”`."""
    for j in range(i, min(limit - 2, i + _SOON)):
        if reading.words[j] in (",", ";", ":", "."):
            return False
        if reading.words[j + 1] in (",", ":") and reading.opens_quotation(j + 2):
            return _cue_form(reading, j, limit, cues)
    return False


def _past_adverbs(reading, i, limit) -> int:
    while i < limit and (is_adverb(reading.words[i]) or is_auxiliary(reading.words[i])):
        i += 1
    return i


def _past_short_subject(reading, i, limit) -> int:
    """Step over a pronoun, a name, or a determiner with up to three words."""
    words = reading.words
    if words[i] in SUBJECT_PRONOUNS or words[i] in INDEFINITES:
        return i + 1
    j = i + 1 if words[i] in DETERMINERS else i
    names = j
    while names < limit and names < j + 5 and reading.is_capital(names):
        names += 1
    return names if names > j else (j + 1 if j > i else i)


def _cue_form(reading, i, limit, cues) -> bool:
    """Whether token `i` is a verb of saying in a form that can lead a clause."""
    if i >= limit or reading.inside[i] >= 0:
        return False
    form = cues.verbs.get(reading.words[i])
    if form is None or not form.inflections & {PAST, THIRD, ING}:
        return False
    if ING in form.inflections:
        return True
    return any("quote" in cue.takes or "clause" in cue.takes or "person" in cue.takes for cue in form.cues)


def is_dash(reading: Reading, i: int) -> bool:
    """Whether a mark is a dash between words, not a hyphen within one."""
    if reading.words[i] != "-":
        return True
    at = reading.starts[i]
    return reading.text[at - 1 : at].isspace() or reading.text[at - 1 : at] == "-"


def _ends_at_dash(reading, i, limit) -> bool:
    """A dash ends a clause unless a second one follows, or what follows is no new thought."""
    closing = any(reading.words[j] in DASHES and is_dash(reading, j) for j in range(i + 2, min(limit, i + 40)))
    following = reading.words[i + 1] if i + 1 < limit else ""
    return not closing and following in ("and", "but", "a", "an", "the", "which", "-")
