"""Quotations that no cue of the lexicon announces: they go on with a speaker already named."""

from bisect import bisect_right

from discourse.annotations.statements.clauses import strip_end
from discourse.annotations.statements.found import Found, Range
from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.speakers_words import main_subject, subject_before
from discourse.annotations.statements.subjects_behind import subject_behind
from discourse.annotations.statements.words import QUOTES, is_auxiliary, looks_finite

_WORDS_OF_SPEECH = 5
_WORDS_BEFORE_A_COMMA = 3
_NEAR = 14


def attach_quotations(reading: Reading, found: dict[int, list[Found]]) -> list[Found]:
    """Give all statements of the units in order, with quotations that stand alone joined to the one before.

    A unit that begins with a quotation and has no statement of its own goes on with the last one of its
    paragraph, or with that of the paragraph before if its quotation was left open there.
    """
    if not reading.quoted:
        return [one for of_unit in found.values() for one in of_unit]
    quoted = _by_unit(reading)
    result: list[Found] = []
    current: Found | None = None
    last = 0
    for number in sorted(found.keys() | quoted.keys()):
        if current and not _goes_on(reading, current, last, number):
            current = None
        last = number
        unit, here = reading.units[number], found.get(number, [])
        alone = not here and reading.opens_quotation(unit[0])
        if alone and _claimed(found, number + 1, unit[0]):
            continue
        if alone and current is not None:
            current.content.append((unit[0], strip_end(reading, unit[0], unit[1])))
            continue
        here = here + _unclaimed(reading, number, quoted.get(number, []), here)
        if here:
            result.extend(here)
            current = next((f for f in here if f.rule.startswith("quotation")), here[-1])
    return result


def _by_unit(reading: Reading) -> dict[int, list[Range]]:
    """Give the quotations that begin in each unit which has some."""
    starts = [first for first, _ in reading.units]
    found: dict[int, list[Range]] = {}
    for quotation in reading.quoted:
        number = bisect_right(starts, quotation[0]) - 1
        if number >= 0 and quotation[0] < reading.units[number][1]:
            found.setdefault(number, []).append(quotation)
    return found


def _begins_paragraph(reading: Reading, number: int) -> bool:
    return number == 0 or reading.paragraph_of[number] != reading.paragraph_of[number - 1]


def _goes_on(reading: Reading, current: Found, last: int, number: int) -> bool:
    """Whether a unit goes on with the paragraph of the `last` one that was read, or with its quotation."""
    if reading.paragraph_of[last] == reading.paragraph_of[number]:
        return True
    unread = last + 1 < number and reading.paragraph_of[number - 1] != reading.paragraph_of[last]
    return not unread and _runs_on(reading, current, reading.units[number])


def _claimed(found, number, quotation: int) -> bool:
    """Whether the next unit has the quotation from this token as its content: `“Why?” Lee asked.`."""
    return any(f.covers(quotation) for f in found.get(number, ()))


def _runs_on(reading, current, unit) -> bool:
    """Whether a paragraph goes on with the content of the one before."""
    return reading.inside[current.content[-1][1] - 1] >= 0 and reading.opens_quotation(unit[0])


def _unclaimed(reading, number, quoted, found) -> list[Found]:
    """Make statements of the longer quotations in a unit that belong to none yet."""
    unit = reading.units[number]
    result: list[Found] = []
    for first, behind in quoted:
        quotation = (first, min(behind, unit[1]))
        if any(f.covers(first) for f in found):
            continue
        one = None
        is_speech = _words_in(reading, quotation) >= _WORDS_OF_SPEECH  # or else a title or a label
        if is_speech or _opens_with_comma(reading, quotation, unit):
            one = _with_unknown_verb(reading, quotation, unit)
        if one is None and is_speech:
            one = _after_colon(reading, quotation, number)
        result += [one] if one else []
    return result


def _words_in(reading, quotation: Range) -> int:
    return sum([word[0].isalnum() for word in reading.words[slice(*quotation)]])


def _opens_with_comma(reading, quotation: Range, unit: Range) -> bool:
    """Whether a shorter quotation opens its sentence and ends in a comma, as a title does not."""
    if quotation[0] != unit[0] or "," not in reading.words[slice(*quotation)][-2:]:
        return False
    return _words_in(reading, quotation) >= _WORDS_BEFORE_A_COMMA


def _with_unknown_verb(reading, quotation: Range, unit: Range) -> Found | None:
    """`“Q,” Lee fumed`: behind a quotation with a comma any verb reports."""
    last = quotation[1] - 1
    while last > quotation[0] and reading.words[last] in QUOTES:
        last -= 1
    start = quotation[1] + (reading.words[quotation[1] : quotation[1] + 1] == [","])
    if reading.words[last] not in ",?!" and start == quotation[1]:
        return None
    for verb in range(start, min(unit[1], start + _NEAR)):
        if reading.inside[verb] >= 0:
            return None
        if is_auxiliary(reading.words[verb]):
            return None
        if looks_finite(reading.words[verb]) and not reading.is_capital(verb):
            speaker = (
                subject_before(reading, verb, start)
                if verb > start
                else subject_behind(reading, verb + 1, unit[1])
            )
            return (
                _found("quotation-unknown-verb", quotation, speaker, [(verb, verb + 1)]) if speaker else None
            )
    return None


def _after_colon(reading, quotation: Range, number: int) -> Found | None:
    """A quotation that opens its sentence, behind a sentence that ends in a colon or tells of its speaker."""
    unit = reading.units[number]
    if number == 0 or quotation[0] != unit[0]:
        return None
    before = reading.units[number - 1]
    if _begins_paragraph(reading, number) and reading.words[before[1] - 1] != ":":
        return None
    speaker = main_subject(reading, before[0], before[1])
    return _found("quotation-after-speaker", quotation, speaker, []) if speaker else None


def _found(rule, quotation, speaker, cue) -> Found:
    return Found(rule, "quote", "", "neutral", cue, speaker, [quotation])
