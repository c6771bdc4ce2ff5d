"""A verb of saying with its auxiliaries, and whether the word is a verb at all."""

from dataclasses import dataclass

from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.words import (
    AUXILIARIES,
    BE,
    DAYS,
    DETERMINERS,
    DO,
    INDEFINITES,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
    is_adverb,
    is_auxiliary,
    is_negation,
)
from discourse.lexicons.cues import BASE, ING, PAST, THIRD, Form

_LIGHT = frozenset(
    """continue continues continued continuing began begin begins started starts proceeded appeared appears seemed
    seems tended tends used rushed managed went goes going came come needs need has had have ought forced quick
    happened paused failed yet declined refused unable unwilling declines refuses able got supposed
    intended intends wanted trying tried tries sought scheduled set due bound expected""".split()
)
_PLURALS = frozenset(
    "% percent half thirds quarters ten police public people men women media children critics".split()
)
_ALSO_NOUNS = frozenset(
    """claim report comment answer reply promise pledge vow show project estimate forecast guess hope doubt wish
    fear worry figure suspect complain charge grant rule reason hint boast lie post text email tweet note""".split()
)
_NO_SUBJECTS = frozenset("to and or but let please can't help make makes made".split())
_TIME_OPENERS = frozenset("last this next past earlier later on late early that".split())
_REFUSING = frozenset(
    "yet declined refused declines refuses refusing declining failed unable unwilling".split()
)
_GERUND_OPENERS = frozenset("by for in after before without while from of when on about despite".split())


@dataclass(frozen=True)
class VerbGroup:
    """The group from `start` to the verb at `verb`; whether it is negated, passive, an infinitive or an -ing form."""

    start: int
    verb: int
    negated: bool
    passive: bool
    infinitive: bool
    ing: bool


def verb_group(reading: Reading, verb: int, form: Form, floor: int) -> VerbGroup | None:
    """Read the verb group that ends in token `verb`, or None where the word is no verb there."""
    start, negated, infinitive = _group_start(reading, verb, floor)
    ahead = reading.words[start:verb]
    if start > floor and is_auxiliary(reading.words[start - 1]):
        ahead = [reading.words[start - 1], *ahead]
    passive = bool({"participle"} & form.inflections) and _is_passive(ahead)
    group = VerbGroup(start, verb, negated, passive, infinitive, ING in form.inflections)
    return group if _is_verb(reading, group, form, floor) else None


def light_verb_start(reading: Reading, verb: int, floor: int) -> int:
    """Where the group of a verb that is no cue itself begins: over its auxiliaries and adverbs."""
    if is_auxiliary(reading.words[verb]) and "'" in reading.words[verb]:
        return verb + 1
    return _group_start(reading, verb, floor)[0]


def _group_start(reading, verb, floor) -> tuple[int, bool, bool]:
    """Go left over auxiliaries, adverbs, negations and light verbs with `to`."""
    words = reading.words
    i, negated, infinitive = verb, False, False
    while i > floor and reading.inside[i - 1] < 0:
        word = words[i - 1]
        if word == "to" and i - 1 > floor and (i == verb or infinitive is False):
            infinitive = True
            if words[i - 2] in _LIGHT or (
                words[i - 2] == "on" and words[i - 3 : i - 2] in (["went"], ["goes"])
            ):
                negated = negated or words[i - 2] in _REFUSING
                i -= 3 if words[i - 2] == "on" else 2
                infinitive = False
                continue
            i -= 1
            break
        if word in TIME_WORDS and (back := _time_before(words, i, floor)) < i:
            i = back
        elif is_negation(word) and word not in ("no", "neither", "nor"):
            negated = True
            i -= 1
        elif word in AUXILIARIES or is_adverb(word):
            i -= 1
        elif is_auxiliary(word):  # he's, they'll: subject and auxiliary in one word
            break
        else:
            break
    while i < verb and is_adverb(words[i]) and words[i] not in ("not", "never") and i == floor:
        i += 1
    return i, negated, infinitive


def _time_before(words, i, floor) -> int:
    """Step left over a time between subject and verb: `Trump [last year] proposed`."""
    first = i - 1
    while first > floor and words[first - 1] in _TIME_OPENERS:
        first -= 1
    if words[i - 1] in DAYS:
        return first
    return first if first < i - 1 else i


def _is_passive(ahead: list[str]) -> bool:
    auxiliaries = [word for word in ahead if is_auxiliary(word)]
    return bool(auxiliaries) and (auxiliaries[-1] in BE or auxiliaries[-1].endswith(("'re", "'m")))


def _is_verb(reading, group, form, floor) -> bool:
    """Tell verbs from nouns and adjectives of the same spelling by the word before."""
    words, i = reading.words, group.start
    before = words[i - 1] if i > floor else ""
    ahead = words[i : group.verb]
    if is_auxiliary(before):
        ahead = [before, *ahead]
    has_auxiliary = any(is_auxiliary(word) for word in ahead)
    if group.infinitive:
        return BASE in form.inflections
    if "to" in ahead:  # went on to say, has yet to say
        return BASE in form.inflections
    if has_auxiliary:
        return _fits_auxiliary(ahead, form)
    if words[group.verb - 1 : group.verb] and group.verb > floor and words[group.verb - 1] in POSSESSIVES:
        return False
    if form.inflections & {PAST}:
        return _is_past_verb(reading, before, i, floor)
    if ING in form.inflections:
        return _is_gerund(reading, before, group, floor)
    if _is_subject_itself(reading, group, form):
        return False
    if THIRD in form.inflections:
        return _is_third_person(reading, before, i, floor)
    return _is_base(reading, before, i, floor) or _is_plain_verb(reading, before, form, i)


def _is_subject_itself(reading, group, form) -> bool:
    """Whether an auxiliary follows at once, so that the word is the subject: `security guarantees were given`."""
    behind = reading.words[group.verb + 1 : group.verb + 2]
    return behind != [] and is_auxiliary(behind[0]) and not any(cue.lemma == "say" for cue in form.cues)


def _is_plain_verb(reading, before, form, i) -> bool:
    """Verbs that are no nouns need no plural before them: `those who left say`."""
    if (
        not any("clause" in cue.takes and "bare" in cue.takes for cue in form.cues)
        or reading.words[i] in _ALSO_NOUNS
    ):
        return False
    if before in PREPOSITIONS or before in DETERMINERS or before in _NO_SUBJECTS or not before[:1].isalnum():
        return False
    return not before.endswith(("'s", "s'")) and not is_adverb(before)


def _fits_auxiliary(ahead, form) -> bool:
    last = next(word for word in reversed(ahead) if is_auxiliary(word))
    if last in MODALS | DO or last.endswith(("'ll", "'d")):
        return bool({BASE, PAST} & form.inflections) if last.endswith("'d") else BASE in form.inflections
    if last in BE or last.endswith(("'s", "'re", "'m")):
        return bool({ING, "participle"} & form.inflections)
    return "participle" in form.inflections


def _is_past_verb(reading, before, i, floor) -> bool:
    if before in (
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "this",
        "these",
        "no",
        "any",
        "of",
        "with",
        "in",
    ):
        return False
    return not before.endswith("'s") or before in ("it's", "he's", "she's", "that's")


def _is_gerund(reading, before, group, floor) -> bool:
    if before in DETERMINERS or before.endswith("'s"):
        return False
    return True


def _is_third_person(reading, before, i, floor) -> bool:
    if (
        not before
        or before in DETERMINERS - INDEFINITES
        or before in PREPOSITIONS
        or before.endswith(("'s", "s'"))
    ):
        return False
    if before in SUBJECT_PRONOUNS or before in ("that", "which", ","):
        return before not in ("i", "you", "we", "they")
    return before not in ("and", "or", "their", "his") or before == "and"


def _is_base(reading, before, i, floor) -> bool:
    if before in ("i", "you", "we", "they", "who", "that", "which", "to", "people", "both", "and"):
        return before != "to" or True
    if before in INDEFINITES - {"this", "that", "another", "each", "no"}:
        return True
    if before in _PLURALS or before.isdigit():
        return True
    if before in DETERMINERS or before in PREPOSITIONS or not before:
        return False
    return before.endswith("s") and not before.endswith(("'s", "ss", "us", "is"))
