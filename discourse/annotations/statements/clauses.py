"""Where a clause ends."""

from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.words import (
    COORDINATORS,
    DASHES,
    DAYS,
    DO,
    MONTHS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_auxiliary,
    looks_finite,
)
from discourse.lexicons.cues import ING, PAST, THIRD, Cues

_TRAILING = frozenset(".,;:—–-(")
_NEW_THOUGHTS = frozenset("which where while compared although though according whereas".split())
_INTRODUCTIONS = PREPOSITIONS | frozenset("if when while although though unless whether once".split())
_SUBORDINATORS = frozenset("while though although if when as because since after before even".split())
_AFTER_OBJECT = frozenset("and but which who while where when even so then as he she they a an the".split())
_WHEN = frozenset("during after when until despite while".split())
_MAY_END = DASHES | {";", ",", "and", "but"}
_MAY_END_PHRASE = _WHEN | {",", "in", "on"}
_LONG_ENOUGH = 5
_SOON = 7
_INTRODUCTION = 25


def clause_end(reading: Reading, start: int, limit: int, cues: Cues) -> int:
    """Give the token behind the clause that begins at `start`, without the punctuation that closes it.

    A quotation is passed over as a whole. The clause ends at a semicolon, where another attribution
    begins, at a relative clause of its own and at a dash that is not the first of a pair.
    """
    if start >= limit:
        return start
    guarded = _introduction_end(reading, start, limit)
    words, inside = reading.words, reading.inside
    i = start
    while i < limit:
        if inside[i] < 0:
            if words[i] in _MAY_END and i > guarded and _ends_here(reading, i, start, limit, cues):
                break
            i += 1
            continue
        behind = reading.quotation_end(i)
        if i > start and words[i - 1] == ":" and attribution_follows(reading, behind, limit, cues):
            break
        i = behind
    return strip_end(reading, start, min(i, limit))


def phrase_end(reading: Reading, start: int, limit: int, cues: Cues) -> int:
    """Give the token behind a content that is no clause but an object: `criticized [the plan] on Monday`.

    It ends where a clause would, and also at a comma with a new verb, and before when or why it was said.
    """
    end = clause_end(reading, start, limit, cues)
    i = start + 1
    while i < end:
        if reading.inside[i] >= 0:
            i = reading.quotation_end(i)
        elif reading.words[i] in _MAY_END_PHRASE and _ends_phrase(reading, i, end):
            return strip_end(reading, start, i)
        else:
            i += 1
    return end


def _ends_phrase(reading, i, limit) -> bool:
    word, following = reading.words[i], reading.words[i + 1 : i + 2]
    if word == "," and following:
        word = following[0]
        return word in _AFTER_OBJECT or word.endswith(("ing", "ed")) or is_auxiliary(word)
    if word in _WHEN:
        return True
    return word in ("in", "on") and i + 1 < limit and _is_time(following[0])


def _is_time(word: str) -> bool:
    return word in MONTHS or word in DAYS or (word.isdigit() and len(word) == 4)


def clause_within(reading: Reading, start: int, limit: int) -> int:
    """Give the token behind a clause that a subordinator holds: `While he said it rained, she left.`."""
    for i in range(start + 2, limit):
        if reading.words[i] == "," and reading.inside[i] < 0 and _introduction_end(reading, start, limit) < i:
            return i
    return limit


def opens_subordinate_clause(reading: Reading, subject: int, floor: int) -> bool:
    """Whether the clause with this subject opens the sentence and waits for another: `While he said …, …`."""
    i = subject - 1
    while i > floor and is_adverb(reading.words[i]):
        i -= 1
    return i >= floor and reading.words[i] in _SUBORDINATORS and i - floor <= 1


def strip_end(reading: Reading, start: int, end: int) -> int:
    """Drop closing punctuation outside quotation marks."""
    while end > start and reading.words[end - 1] in _TRAILING and reading.inside[end - 1] < 0:
        end -= 1
    return end


def _introduction_end(reading, start, limit) -> int:
    """The comma behind an opening phrase, `that, in Kiev, it rained`: nothing ends the clause before it."""
    words = reading.words
    i = start + (words[start] == "that")
    if i >= limit or words[i] == "to" or words[i : i + 2] == ["not", "to"] or _is_question(reading, i):
        return start
    if words[i] == ",":
        i += 1
    elif words[i] not in _INTRODUCTIONS and not is_adverb(words[i]):
        return start
    for j in range(i + 1, min(limit, i + _INTRODUCTION)):
        if words[j] == "," and reading.inside[j] < 0:
            return j
    return start


def _is_question(reading, i) -> bool:
    """Whether `whether` or `if` begins what is asked, and not a condition: `asked if it rained`."""
    word = reading.words[i]
    return word == "whether" or (word == "if" and reading.words[i - 1] == "asked")


def _ends_here(reading, i, start, limit, cues) -> bool:
    word = reading.words[i]
    if word == ";":
        return True
    if word == ",":
        return _ends_at_comma(reading, i, start, limit, cues)
    if word in DASHES and is_dash(reading, i):
        return _ends_at_dash(reading, i, limit)
    return word in ("and", "but") and attribution_follows(reading, i + 1, limit, cues)


def _ends_at_comma(reading, i, start, limit, cues) -> bool:
    if i + 1 >= limit:
        return True
    following = reading.words[i + 1]
    if _is_question(reading, start) and reading.words[start - 1] == "asked":
        return True
    if following in _NEW_THOUGHTS and _has_no_verb_yet(reading, start, i):
        return False
    if following in _NEW_THOUGHTS or attribution_follows(reading, i + 1, limit, cues):
        return True
    return following in ("a", "an") and i - start >= _LONG_ENOUGH


def _has_no_verb_yet(reading: Reading, start: int, i: int) -> bool:
    """`that its fifty years, which …, have shown it`: the clause is still without its verb at token `i`."""
    words = reading.words[start + 1 : i]
    verbs = (is_auxiliary(word) or looks_finite(word) for word in words)
    return reading.words[start] == "that" and not any(verbs)


def attribution_follows(reading: Reading, i: int, limit: int, cues: Cues) -> bool:
    """Whether an attribution begins at `i`: `he said`, `and Ms. Merkel added`, `saying`, `according`."""
    words = reading.words
    if i < limit and words[i] in COORDINATORS:
        i += 1
    if i < limit and words[i] == "that":
        return False
    i = _past_adverbs(reading, i, limit)
    if i >= limit:
        return False
    if words[i] == "according":
        return True
    if cues.verbs.keys().isdisjoint(words[i : i + _SOON]):
        return False
    if _cue_form(reading, i, cues) and not _is_base(cues, words[i]):
        return True
    return _cue_behind_subject(reading, i, limit, cues) or _announces_quotation(reading, i, limit, cues)


def _is_base(cues, word: str) -> bool:
    return not cues.verbs[word].inflections & {PAST, THIRD, ING}


def _past_adverbs(reading, i, limit) -> int:
    while i < limit and (is_adverb(reading.words[i]) or is_auxiliary(reading.words[i])):
        i += 1
    return i


def _cue_behind_subject(reading, i, limit, cues) -> bool:
    """Whether a verb of saying is the first verb behind a short subject."""
    words = reading.words
    pronoun = words[i] in SUBJECT_PRONOUNS
    for j in range(i + 1, min(limit, i + _SOON)):
        if (
            (words[j] in PREPOSITIONS and words[j] not in ("of", "for"))
            or reading.inside[j] >= 0
            or words[j] in _TRAILING
        ):
            return False
        form = cues.verbs.get(words[j])
        leads = form is not None and _leads(form, words[j - 1])
        if leads and not reading.is_capital(j) and _cue_form(reading, j, cues, any_object=pronoun):
            return True
        if looks_finite(words[j]) and not is_auxiliary(words[j]):
            return False
    return False


def _leads(form, before: str) -> bool:
    """Whether a cue form behind the word `before` is the verb of its clause: `said`, `did not say`."""
    if is_auxiliary(before) or before == "not":
        return before in DO or before == "not"
    return bool(form.inflections & {PAST, THIRD})


def _announces_quotation(reading, i, limit, cues) -> bool:
    """Whether a cue with a quotation follows soon: `to which Lee replied: “…”`."""
    for j in range(i, min(limit - 2, i + _SOON)):
        if reading.words[j] in (",", ";", ":", "."):
            return False
        if reading.words[j + 1] in (",", ":") and reading.opens_quotation(j + 2):
            return _cue_form(reading, j, cues)
    return False


def _cue_form(reading, i, cues, any_object=False) -> bool:
    """Whether token `i` is a verb of saying in a form that can lead a clause."""
    if reading.inside[i] >= 0:
        return False
    form = cues.verbs.get(reading.words[i])
    if form is None:
        return False
    if ING in form.inflections or (any_object and PAST in form.inflections):
        return True
    if PAST in form.inflections and reading.words[i - 1] in ("and", "but"):
        return True
    return reading.words[i] in cues.reports


def is_dash(reading: Reading, i: int) -> bool:
    """Whether a mark is a dash between words, not a hyphen within one."""
    if reading.words[i] != "-":
        return True
    at = reading.starts[i]
    return reading.text[at - 1 : at].isspace() or reading.text[at - 1 : at] == "-"


def _ends_at_dash(reading, i, limit) -> bool:
    """A dash ends a clause unless a second one follows, or what follows is no new thought."""
    closing = any(
        reading.words[j] in DASHES and is_dash(reading, j) for j in range(i + 2, min(limit, i + 40))
    )
    following = reading.words[i + 1] if i + 1 < limit else ""
    return not closing and following in ("and", "but", "a", "an", "the", "which", "-")
