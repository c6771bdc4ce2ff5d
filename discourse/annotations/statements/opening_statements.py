"""Cues that open a sentence: `Noting that it rained, Lee left`, `Asked whether it rained, she nodded`."""

from discourse.annotations.statements.clauses import clause_end, clause_within
from discourse.annotations.statements.complements import complement
from discourse.annotations.statements.cue_use import CueUse
from discourse.annotations.statements.found import Found, Range
from discourse.annotations.statements.passive_statements import passive_statement
from discourse.annotations.statements.speakers_words import subject_before
from discourse.annotations.statements.words import looks_finite


def opening_gerund(use: CueUse) -> Found | None:
    """Read `Noting that it rained, Lee left`: the subject follows behind the comma."""
    right = complement(use.reading, use.cue, use.behind, use.limit)
    if right is None:
        return None
    comma = clause_within(use.reading, right.start, use.limit)
    speaker = _subject_of_next_verb(use, comma + 1)
    end = clause_end(use.reading, right.start, comma, use.cues)
    if not speaker or end <= right.start:
        return None
    return use.found(f"verb-{right.take}", right.take, speaker, [(right.start, end)], cue_end=right.cue_end)


def _subject_of_next_verb(use: CueUse, start: int) -> list[Range]:
    for i in range(start + 1, use.limit):
        if looks_finite(use.words[i]) and use.reading.inside[i] < 0:
            return subject_before(use.reading, i, start)
    return []


def opening_participle(use: CueUse) -> Found | None:
    """Read `Asked whether it rained, she nodded`: who asks stands behind `by`, if anywhere."""
    return passive_statement(use) if use.cue.lemma == "ask" else None
