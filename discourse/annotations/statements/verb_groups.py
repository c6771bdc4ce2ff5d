"""A verb with its auxiliaries, adverbs and negation: `did not say`, `went on to say`, `has yet to say`."""

from dataclasses import dataclass
from functools import lru_cache

from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.verb_or_noun import fits_auxiliary, fits_word_before
from discourse.annotations.statements.words import (
    AUXILIARIES,
    BE,
    DAYS,
    MODALS,
    POSSESSIVES,
    REMEMBERED,
    TIME_WORDS,
    WITH_AUXILIARIES,
    is_adverb,
    is_auxiliary,
    is_negation,
)
from discourse.lexicons.cues import BASE, ING, PARTICIPLE, Form

_LIGHT = frozenset(
    """continue continues continued continuing began begin begins started starts proceeded appeared appears
    seemed seems tended tends used rushed managed went goes going came come needs need has had have
    ought forced quick happened paused failed yet declined refused unable unwilling declines refuses
    able got supposed intended intends wanted trying tried tries sought scheduled set due
    bound expected wish wishes wished wishing like""".split()
)
_REFUSING = frozenset(
    "yet declined refused declines refuses refusing declining failed unable unwilling".split()
)
_TIME_OPENERS = frozenset("last this next past earlier later on late early that".split())
_NEGATES_NOUNS = frozenset("no neither nor".split())
_BELONGING = WITH_AUXILIARIES | TIME_WORDS | {"to", "far"}


@dataclass(slots=True)
class VerbGroup:
    """The group from token `start` to its verb, and what its other words make of it."""

    start: int
    verb: int
    negated: bool
    passive: bool
    modal: bool
    infinitive: bool
    ing: bool


def verb_group(reading: Reading, verb: int, form: Form, floor: int) -> VerbGroup | None:
    """Read the verb group that ends in token `verb`, or None where the word is no verb there."""
    before = reading.words[verb - 1] if verb > floor else ""
    ing = ING in form.inflections
    if not _may_belong(before):
        fits = before not in POSSESSIVES and fits_word_before(reading, before, verb, form)
        return VerbGroup(verb, verb, False, False, False, False, ing) if fits else None
    start, negated, infinitive = _group_start(reading, verb, floor)
    before = reading.words[start - 1] if start > floor else ""
    ahead = reading.words[start:verb]
    if before in WITH_AUXILIARIES:  # he's, they'll
        ahead = [before, *ahead]
    auxiliaries = [word for word in ahead if word in WITH_AUXILIARIES]
    if infinitive or "to" in ahead:
        fits = BASE in form.inflections
    elif auxiliaries:
        fits = fits_auxiliary(auxiliaries[-1], form)
    else:
        fits = fits_word_before(reading, before, verb, form)
    if not fits:
        return None
    passive = auxiliaries != [] and PARTICIPLE in form.inflections and _is_passive(auxiliaries[-1])
    modal = auxiliaries != [] and _is_modal(reading.words[start:verb])
    return VerbGroup(start, verb, negated, passive, modal, infinitive, ing)


def light_verb_start(reading: Reading, verb: int, floor: int) -> int:
    """Where the group of a verb that is no cue itself begins: over its auxiliaries and adverbs."""
    if is_auxiliary(reading.words[verb]) and "'" in reading.words[verb]:
        return verb + 1
    return _group_start(reading, verb, floor)[0]


def _group_start(reading, verb: int, floor: int) -> tuple[int, bool, bool]:
    """Go left over auxiliaries, adverbs, negations and light verbs with `to`."""
    words = reading.words
    i, negated = verb, False
    while i > floor and reading.inside[i - 1] < 0 and _may_belong(words[i - 1]):
        if words[i - 1] == "to" and i - 1 > floor:
            light = _light_verb(words, i - 2)
            if light is None:
                return i - 1, negated, True
            negated = negated or words[i - 2] in _REFUSING
            i = light
            continue
        negated = negated or (is_negation(words[i - 1]) and words[i - 1] not in _NEGATES_NOUNS)
        step = _step_left(words, i, floor)
        if step == i:
            break
        i = step
    return _behind_opening_adverbs(words, i, verb, floor), negated, False


@lru_cache(maxsize=REMEMBERED)
def _may_belong(word: str) -> bool:
    """Whether a word in front of a verb may belong to its group."""
    return word in _BELONGING or is_negation(word) or is_adverb(word)


def _light_verb(words: list[str], i: int) -> int | None:
    """The start of the light verb in front of `to`: `[went on] to say`, `has [yet] to say`."""
    if words[i] in _LIGHT:
        return i
    return i - 1 if words[i] == "on" and i > 0 and words[i - 1] in ("went", "goes") else None


def _step_left(words: list[str], i: int, floor: int) -> int:
    """Step over one word or one time that belongs to the group; stay where none does."""
    word = words[i - 1]
    if word in TIME_WORDS and (back := _time_before(words, i, floor)) < i:
        return back
    if word == "far" and i - 2 >= floor and words[i - 2] in ("so", "thus"):
        return i - 2
    negation = is_negation(word) and word not in _NEGATES_NOUNS
    return i - 1 if negation or word in AUXILIARIES or is_adverb(word) else i


def _time_before(words: list[str], i: int, floor: int) -> int:
    """Step left over a time between subject and verb: `Lee [last year] proposed`."""
    first = i - 1
    while first > floor and words[first - 1] in _TIME_OPENERS:
        first -= 1
    return first if words[i - 1] in DAYS or first < i - 1 else i


def _behind_opening_adverbs(words: list[str], i: int, verb: int, floor: int) -> int:
    """An adverb that opens the sentence belongs to no verb group."""
    opens = i == floor and i < verb and is_adverb(words[i]) and words[i] not in ("not", "never")
    return i + 1 if opens else i


def _is_modal(ahead: list[str]) -> bool:
    return not MODALS.isdisjoint(ahead) and "like" not in ahead


def _is_passive(auxiliary: str) -> bool:
    return auxiliary in BE or auxiliary.endswith(("'re", "'m"))
