"""Quotations that no cue of their own announces: they go on with a speaker already named."""

from discourse.annotations.statements.found import Found, Range
from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.speakers_words import main_subject

_LONG = 5


def attach_quotations(reading: Reading, found: list[list[Found]]) -> list[Found]:
    """Give all statements in order, with quotations that stand alone joined to the one before.

    A unit that is one quotation goes on with the last quotation of its paragraph, or of the paragraph
    before if that one announced it with a colon or was left open.
    """
    result: list[Found] = []
    current: Found | None = None
    paragraph = -1
    for number, unit in enumerate(reading.units):
        new_paragraph = reading.paragraph_of[number] != paragraph
        paragraph = reading.paragraph_of[number]
        if new_paragraph and not (current and _runs_on(reading, current, unit)):
            current = None
        whole = _whole_quotation(reading, unit)
        if whole and _claimed(found, number + 1, whole):
            continue
        if whole and not found[number]:
            if current is not None and _is_spoken(reading, current):
                current.content.append(whole)
                continue
            current = _unannounced(reading, whole, number, new_paragraph)
            if current:
                result.append(current)
            continue
        result.extend(found[number])
        result.extend(_stray(reading, unit, found[number]))
        if found[number]:
            current = found[number][-1]
    return result


def _claimed(found, number, whole) -> bool:
    """Whether the next unit has the quotation as its content: `“Why?” Lee asked.`"""
    return number < len(found) and any(f.covers(whole[0]) for f in found[number])


def _is_spoken(reading, found) -> bool:
    return True


def _runs_on(reading, current, unit) -> bool:
    """Whether a paragraph goes on with the content of the one before."""
    last = current.content[-1][1] - 1
    q = reading.inside[last]
    left_open = q >= 0 and not reading.quotations[q].closed
    return left_open and reading.opens_quotation(unit[0])


def _whole_quotation(reading: Reading, unit: Range) -> Range | None:
    """The quotation that makes up the unit, but for closing punctuation."""
    if not reading.opens_quotation(unit[0]):
        return None
    end = reading.quotation_end(unit[0])
    if any(reading.words[i][0].isalnum() for i in range(end, unit[1])):
        return None
    return unit[0], min(end, unit[1])


def _unannounced(reading, whole, number, new_paragraph) -> Found | None:
    """A quotation behind a sentence without a cue: its subject is taken to speak."""
    if number == 0 or whole[1] - whole[0] < _LONG:
        return None
    before = reading.units[number - 1]
    colon = reading.words[before[1] - 1] == ":"
    if new_paragraph and not colon:
        return None
    speaker = main_subject(reading, before[0], before[1])
    return Found("quotation-alone", "quote", "", "neutral", [], speaker, [whole])


def _stray(reading, unit, found) -> list[Found]:
    """Longer quoted words in a sentence whose verb is no cue are laid in its subject's mouth."""
    result = []
    i = unit[0]
    while i < unit[1]:
        if reading.opens_quotation(i):
            end = min(reading.quotation_end(i), unit[1])
            if end - i >= _LONG + 2 and not any(f.covers(i) for f in found):
                speaker = main_subject(reading, unit[0], i)
                result.append(Found("quotation-in-passing", "quote", "", "neutral", [], speaker, [(i, end)]))
            i = end
        else:
            i += 1
    return result
