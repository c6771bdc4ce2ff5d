"""Every statement of a text, by rules: the words that name the speaker, the cue, the content."""

from collections.abc import Sequence

from discourse.annotations.statements.adjective_statements import adjective_statement
from discourse.annotations.statements.colon_statements import colon_statement
from discourse.annotations.statements.found import Found, Range
from discourse.annotations.statements.noun_statements import noun_statement
from discourse.annotations.statements.phrase_statements import phrase_statement
from discourse.annotations.statements.quoted import attach_quotations
from discourse.annotations.statements.reading import Reading, read
from discourse.annotations.statements.statement import Span, Statement
from discourse.annotations.statements.verb_statements import verb_statement
from discourse.lexicons.cues import Cues


def find_statements(text: str, sentences: Sequence[tuple[int, int]], cues: Cues) -> list[Statement]:
    """Find every statement that a text attributes to somebody.

    Examples
    --------
    >>> from discourse.lexicons.cues import read_cues
    >>> text = "The minister said that it was late."
    >>> [found] = find_statements(text, [(0, len(text))], read_cues())
    >>> [text[a:b] for spans in (found.speaker_spans, found.cue_spans, found.content_spans) for a, b in spans]
    ['The minister', 'said', 'that it was late']
    """
    reading = read(text, sentences)
    openers = frozenset(phrase.before[0] for phrase in cues.phrases)
    found: list[list[Found]] = [_in_unit(reading, unit, cues, openers) for unit in reading.units]
    chosen = attach_quotations(reading, found)
    return [_statement(reading, one) for one in chosen]


def _in_unit(reading: Reading, unit: Range, cues: Cues, openers: frozenset[str]) -> list[Found]:
    """Read a unit from left to right; what lies inside a content already found belongs to that content."""
    found: list[Found] = []
    floor, i = unit[0], unit[0]
    words, inside = reading.words, reading.inside
    while i < unit[1]:
        one = None
        if inside[i] < 0:
            if words[i] in cues.verbs:
                one = verb_statement(reading, i, unit, floor, cues, found[-1] if found else None)
            if one is None and words[i] in cues.nouns:
                one = noun_statement(reading, i, unit, floor, cues)
            if one is None and words[i] in cues.adjectives:
                one = adjective_statement(reading, i, unit, cues)
            if one is None and words[i] == ":":
                one = colon_statement(reading, i, unit, floor, unit[0] == 0)
            if one is None and words[i] in openers:
                one = phrase_statement(reading, i, unit, floor, cues)
        if one:
            found = [f for f in found if not _within(f, one)]
            found.append(one)
            floor = max(one.content[-1][1], one.cue[-1][1])
            i = max(i + 1, floor)
        else:
            i += 1
    return found


def _within(inner: Found, outer: Found) -> bool:
    return any(outer.covers(first) for first, _ in inner.content)


def _statement(reading: Reading, found: Found) -> Statement:
    content = _spans(reading, found.content)
    return Statement(
        speaker_spans=_spans(reading, found.speaker),
        cue_spans=_spans(reading, found.cue),
        content_spans=content,
        cue_class=found.cue_class,
        cue_negated=found.negated,
        kind=_kind(reading, found.content),
        via=None,
        confidence=0.5,
        rule=found.rule,
        cue_lemma=found.lemma,
        notes=tuple(found.notes),
    )


def _spans(reading: Reading, ranges: list[Range]) -> tuple[Span, ...]:
    """Turn token ranges to sorted spans that do not overlap."""
    spans: list[Span] = []
    for first, behind in sorted(ranges):
        if behind <= first:
            continue
        start, end = reading.span(first, behind)
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(spans)


def _kind(reading: Reading, content: list[Range]) -> str:
    """Direct if every word stands in quotation marks, mixed if some do."""
    quoted = [
        reading.inside[i] >= 0
        for first, behind in content
        for i in range(first, behind)
        if reading.words[i][0].isalnum()
    ]
    if quoted and all(quoted):
        return "direct"
    return "mixed" if any(quoted) else "indirect"
