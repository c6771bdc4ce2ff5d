"""A statement: who says what, with which cue."""

from typing import NamedTuple

Span = tuple[int, int]


class Statement(NamedTuple):
    """Somebody says something: spans are half-open ranges of code points, sorted and apart.

    `via` is the index of the statement that this one is nested in, in the list that holds both.
    `rule` names the rule that found it and `cue_lemma` the entry of the lexicon: why it was found.
    `spoken` is whether the cue is one of saying (and not of thinking, wanting, judging); `notes` are what
    else bears on the confidence.
    """

    speaker_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    content_spans: tuple[Span, ...]
    cue_class: str
    cue_negated: bool
    kind: str
    via: int | None
    confidence: float
    rule: str
    cue_lemma: str
    spoken: bool
    notes: tuple[str, ...]
