"""From ranges of tokens to spans of the text."""

from collections.abc import Sequence

from discourse.annotations.statements.found import Range
from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.statement import Span


def spans_of(reading: Reading, ranges: Sequence[Range]) -> tuple[Span, ...]:
    """Turn token ranges to sorted spans that do not overlap."""
    if len(ranges) == 1:
        first, behind = ranges[0]
        return ((reading.starts[first], reading.ends[behind - 1]),) if first < behind else ()
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


def without_possessive(text: str, span: Span) -> Span:
    """Leave the 's of `the minister's claim` out of the speaker's words."""
    start, end = span
    if text[end - 2 : end] in ("'s", "’s") and end - start > 2:
        return start, end - 2
    return (start, end - 1) if text[end - 1] in "'’" and end - start > 1 else span


def kind_of(reading: Reading, content: Sequence[Range]) -> str:
    """Direct if every word stands in quotation marks, mixed if some do."""
    pieces = [(reading.words[first:behind], reading.inside[first:behind]) for first, behind in content]
    in_marks = {holds for words, inside in pieces for holds in _in_marks(words, inside)}
    if True not in in_marks:
        return "indirect"
    return "mixed" if False in in_marks else "direct"


def _in_marks(words: list[str], inside: list[int]) -> set[bool]:
    """Whether the words, and no marks, stand in quotations: one answer for those that do, one for the others."""
    if -1 in inside and max(inside) >= 0:
        return {q >= 0 for word, q in zip(words, inside, strict=True) if word[0].isalnum()}
    return {inside[0] >= 0} if any(word[0].isalnum() for word in words) else set()
