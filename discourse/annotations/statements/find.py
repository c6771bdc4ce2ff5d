"""Every statement of a text, by rules: the words that name the speaker, the cue, the content."""

from bisect import bisect_left
from collections.abc import Sequence

from discourse.annotations.statements.adjective_statements import adjective_statement
from discourse.annotations.statements.colon_statements import colon_statement
from discourse.annotations.statements.confidence import confidence
from discourse.annotations.statements.cutting import Cut, cut
from discourse.annotations.statements.found import Found, Range
from discourse.annotations.statements.nested import nested_statements
from discourse.annotations.statements.noun_statements import noun_statement
from discourse.annotations.statements.phrase_statements import phrase_statement
from discourse.annotations.statements.quoted import attach_quotations
from discourse.annotations.statements.reading import Reading, read, trigger_places
from discourse.annotations.statements.spans import kind_of, spans_of, without_possessive
from discourse.annotations.statements.statement import Statement
from discourse.annotations.statements.verb_statements import verb_statement
from discourse.lexicons.cues import Cues


def find_statements(
    text: str, sentences: Sequence[tuple[int, int]], cues: Cues, tokens: Cut | None = None
) -> list[Statement]:
    """Find every statement that a text attributes to somebody.

    `tokens` are those of the text, where they are known.

    Examples
    --------
    >>> from discourse.lexicons.cues import read_cues
    >>> text = "The minister said that it was late."
    >>> [found] = find_statements(text, [(0, len(text))], read_cues())
    >>> [text[a:b] for spans in (found.speaker_spans, found.cue_spans, found.content_spans) for a, b in spans]
    ['The minister', 'said', 'that it was late']
    """
    return statements_in(read(text, sentences, tokens or cut(text, cues.triggers)), cues)


def statements_in(reading: Reading, cues: Cues) -> list[Statement]:
    """Find every statement of a text that has been read."""
    outer = outer_statements(reading, cues)
    return outer + inner_statements(reading, outer, cues)


def inner_statements(reading: Reading, outer: Sequence[Statement], cues: Cues) -> list[Statement]:
    """Find the statements within the contents of others, which stand before them in the list of both."""
    return nested_statements(reading, outer, cues, outer_statements)


def outer_statements(reading: Reading, cues: Cues) -> list[Statement]:
    """Find the statements that lie in no other."""
    chosen = attach_quotations(reading, _in_units(reading, cues))
    statements: list[Statement] = []
    for one in chosen:
        if one.via is not None:
            statements.append(_statement(reading, one.via, None))
        statements.append(_statement(reading, one, len(statements) - 1 if one.via is not None else None))
    return statements


def _in_units(reading: Reading, cues: Cues) -> dict[int, list[Found]]:
    """Find the statements of each unit that has some."""
    inside = reading.inside
    candidates = [i for i in trigger_places(reading, cues) if inside[i] < 0]
    found: dict[int, list[Found]] = {}
    behind = 0
    for number, unit in enumerate(reading.units):
        first = bisect_left(candidates, unit[0], behind)
        if first == len(candidates):
            break
        behind = bisect_left(candidates, unit[1], first)
        here = _in_unit(reading, unit, cues, candidates[first:behind]) if first < behind else []
        if here:
            found[number] = here
    return found


def _in_unit(reading: Reading, unit: Range, cues: Cues, candidates: list[int]) -> list[Found]:
    """Read a unit from left to right; what lies inside a content already found belongs to that content."""
    found: list[Found] = []
    floor = unit[0]
    for i in candidates:
        if i < floor:
            continue
        one = _at(reading, i, unit, floor, cues, found[-1] if found else None)
        if one:
            found = [f for f in found if not _within(f, one)]
            found.append(one)
            floor = max(one.content[-1][1], one.cue[-1][1])
    return found


def _at(reading: Reading, i: int, unit: Range, floor: int, cues: Cues, before: Found | None) -> Found | None:
    """The statement whose cue begins at token `i`: a verb, a noun, an adjective, a colon or a phrase."""
    word = reading.words[i]
    one = None
    if word in cues.verbs:
        one = verb_statement(reading, i, unit, floor, cues, before)
    if one is None and word in cues.nouns:
        one = noun_statement(reading, i, unit, cues)
    if one is None and word in cues.adjectives:
        one = adjective_statement(reading, i, unit, cues)
    if one is None and word == ":":
        one = colon_statement(reading, i, unit, floor, unit[0] == 0)
    if one is None and word in cues.openers:
        one = phrase_statement(reading, i, unit, floor, cues)
    return one


def _within(inner: Found, outer: Found) -> bool:
    return any(outer.covers(first) for first, _ in inner.content)


def _statement(reading: Reading, found: Found, via: int | None) -> Statement:
    kind = kind_of(reading, found.content)
    return Statement(
        speaker_spans=tuple(
            [
                without_possessive(reading.text, span)
                for span in spans_of(reading, _without_let(reading, found))
            ]
        ),
        cue_spans=spans_of(reading, found.cue),
        content_spans=spans_of(reading, found.content),
        cue_class=found.cue_class,
        cue_negated=found.negated,
        kind=kind,
        via=via,
        confidence=confidence(reading, found, kind),
        rule=found.rule,
        cue_lemma=found.lemma,
        spoken=found.spoken,
        notes=tuple(found.notes),
    )


def _without_let(reading: Reading, found: Found) -> list[Range]:
    """Leave the *let* of `let me say` out of the speaker's words."""
    return [
        (first + 1, behind) if behind - first > 1 and reading.words[first] == "let" else (first, behind)
        for first, behind in found.speaker
    ]
