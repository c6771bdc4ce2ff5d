"""Statements within statements: “Lee told me that it rained,” Ruiz said.

The content of a statement is read again as a text of its own. Inside it only plain reports count:
a verb of saying with its own speaker and a clause or quoted words.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from discourse.annotations.statements.cutting import Cut
from discourse.annotations.statements.reading import Reading, read, trigger_places
from discourse.annotations.statements.statement import Span, Statement
from discourse.lexicons.cues import Cues

_PLAIN = frozenset(
    "verb-clause verb-bare verb-person verb-quote verb-colon quotation-before phrase quoted-as-saying".split()
)
_MARKS = "\"“”„«»‹›‘’'"
_FIRST_PERSONS = ("i", "we", "you")
_SHORTEST = 25


def nested_statements(
    reading: Reading,
    outer: Sequence[Statement],
    cues: Cues,
    find: Callable[[Reading, Cues], list[Statement]],
) -> list[Statement]:
    """Give the statements inside the contents of `outer`; `via` is the index of the one that holds it."""
    text, sentences = reading.text, reading.sentences
    tokens = Cut(reading.words, reading.starts, reading.ends, reading.sought)
    words, told_words = reading.words, cues.told
    told = [reading.starts[i] for i in trigger_places(reading, cues) if words[i] in told_words]
    inner: list[Statement] = []
    starts = [start for start, _ in sentences]
    for number, statement in enumerate(outer):
        if statement.rule == "quoting":
            continue
        for start, end in statement.content_spans:
            start, end = _without_marks(text, start, end)
            if end - start < _SHORTEST or bisect_left(told, start) == bisect_left(told, end):
                continue
            held = text[start:end]
            clipped = _clipped(sentences, starts, start, end)
            found = find(read(held, clipped, tokens.within(start, end)), cues)
            inner += [_moved(one, start, number) for one in found if _is_report(held, one)]
    return inner


def _without_marks(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return start, end


def _clipped(sentences: Sequence[Span], starts: list[int], start: int, end: int) -> list[Span]:
    """The sentences of a part of the text, counted from its start."""
    near = sentences[max(0, bisect_right(starts, start) - 1) : bisect_right(starts, end)]
    return [(max(s, start) - start, min(e, end) - start) for s, e in near if s < end and e > start]


def _is_report(text: str, one: Statement) -> bool:
    if one.rule not in _PLAIN or not one.speaker_spans or not one.spoken:
        return False
    start, end = one.speaker_spans[0]
    return text[start:end].lower() not in _FIRST_PERSONS


def _moved(one: Statement, by: int, via: int) -> Statement:
    def move(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple((start + by, end + by) for start, end in spans)

    return one._replace(
        speaker_spans=move(one.speaker_spans),
        cue_spans=move(one.cue_spans),
        content_spans=move(one.content_spans),
        via=via,
    )
