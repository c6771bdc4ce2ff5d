"""Statements announced by a passive: was asked whether …, is expected to …, was criticised by …."""

from discourse.annotations.statements.clauses import clause_end
from discourse.annotations.statements.complements import complement
from discourse.annotations.statements.cue_use import CueUse
from discourse.annotations.statements.found import Found, Range
from discourse.annotations.statements.speakers_words import subject_before
from discourse.annotations.statements.subjects_behind import subject_behind
from discourse.annotations.statements.words import is_adverb

_ASKED = ("question", "about", "to", "of")


def passive_statement(use: CueUse) -> Found | None:
    """Give the statement of a passive cue: its speaker stands behind `by`, or nowhere."""
    subject = subject_before(use.reading, use.group.start, use.unit[0])
    agent, i = _agent(use)
    if i >= use.limit:
        return _criticised(use, subject, agent)
    return (
        _quoted_as_saying(use, subject, i)
        or _reported(use, subject, agent, i)
        or _asked(use, agent, i)
        or _criticised(use, subject, agent)
    )


def _agent(use: CueUse) -> tuple[list[Range], int]:
    """The speaker behind `by`, and the token where the passive goes on."""
    i = use.behind
    while i < use.limit and is_adverb(use.words[i]):
        i += 1
    if i < use.limit and use.words[i] == "by":
        agent = subject_behind(use.reading, i + 1, use.limit)
        return agent, agent[-1][1] if agent else i + 1
    return [], i


def _quoted_as_saying(use: CueUse, subject: list[Range], i: int) -> Found | None:
    """Read `Lee was quoted by the agency as saying it rained`."""
    if use.words[i : i + 2] != ["as", "saying"]:
        return None
    return _up_to_clause_end(use, "quoted-as-saying", subject, i + 2, cue_end=i + 2)


def _reported(use: CueUse, subject: list[Range], agent: list[Range], i: int) -> Found | None:
    """Read `it was reported that it rained` and `rain is expected to fall`, which name no speaker."""
    word = use.words[i]
    if word == "that" and "clause" in use.cue.takes:
        impersonal = subject and use.words[subject[0][0]] == "it"
        return _up_to_clause_end(use, "passive-clause", agent if impersonal else [], i)
    if word == "to" and "passive-to" in use.cue.takes and subject:
        found = _up_to_clause_end(use, "passive-to", agent, i)
        if found:
            found.content.insert(0, subject[0])
        return found
    return None


def _asked(use: CueUse, agent: list[Range], i: int) -> Found | None:
    """Read `she was asked whether it rained`: who asks stands behind `by`, if anywhere."""
    right = complement(use.reading, use.cue, i, use.limit) if use.cue.lemma == "ask" else None
    if right is None or right.take not in _ASKED:
        return None
    return _up_to_clause_end(use, "asked", agent, right.start, cue_end=right.cue_end)


def _criticised(use: CueUse, subject: list[Range], agent: list[Range]) -> Found | None:
    """Read `the plan was criticised by Lee`: the subject is the content."""
    if not agent or not subject or "object" not in use.cue.takes:
        return None
    return use.found("passive-agent", "object", agent, [subject[0]])


def _up_to_clause_end(use: CueUse, rule, speaker, start, *, cue_end=None) -> Found | None:
    end = clause_end(use.reading, start, use.limit, use.cues)
    return use.found(rule, "clause", speaker, [(start, end)], cue_end=cue_end) if end > start else None
