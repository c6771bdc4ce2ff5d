"""What is said by way of somebody: `as the paper reported`, `the agency quoted Lee as saying`."""

from dataclasses import replace

from discourse.annotations.statements.adverbials import skip_adverbials
from discourse.annotations.statements.clauses import clause_end, strip_end
from discourse.annotations.statements.cue_use import CueUse
from discourse.annotations.statements.found import Found, Range

_SHORT = 3
_NEAR = 12
_OPENS_ASIDE = frozenset(", — – - (".split())
_CLOSES_ASIDE = frozenset(", . in on at to — – )".split())


def may_be_chained(use: CueUse) -> bool:
    """Whether there is what `quoting` and `reported_aside` cannot do without."""
    if "person-as-saying" in use.cue.takes:
        return True
    return use.reports and "as" in use.words[use.unit[0] : use.group.start]


def quoting(use: CueUse, subject: list[Range]) -> Found | None:
    """Read `The agency quoted Lee as saying it rained`: Lee says it, by way of the agency."""
    if "person-as-saying" not in use.cue.takes or not subject:
        return None
    for i in range(use.behind + 1, min(use.limit - 2, use.behind + _NEAR)):
        if use.words[i] == "as" and use.words[i + 1] == "saying":
            return _chain(use, subject, i)
    return None


def _chain(use: CueUse, subject: list[Range], as_saying: int) -> Found | None:
    start = as_saying + 2
    end = clause_end(use.reading, start, use.limit, use.cues)
    if end <= start:
        return None
    agency = replace(use.found("quoting", "clause", subject, [(use.behind, end)]), spoken=True)
    return Found(
        rule="quoted-as-saying",
        take="clause",
        lemma="say",
        cue_class="neutral",
        cue=[(as_saying, start)],
        speaker=[(use.behind, as_saying)],
        content=[(start, end)],
        spoken=True,
        via=agency,
    )


def reported_aside(use: CueUse, subject: list[Range]) -> Found | None:
    """Read `As the paper reported, it rained`: the clause beside, on either side, is the content."""
    if not subject or not use.reports or not _is_aside(use, subject[0][0]):
        return None
    i = skip_adverbials(use.reading, use.behind, use.limit)
    if i < use.limit and use.words[i] not in _CLOSES_ASIDE:
        return None
    content = _clause_beside(use, subject[0][0] - 1, i)
    if content is None or content[1] - content[0] < _SHORT:
        return None
    return use.found("as-reported", "clause", subject, [content])


def _is_aside(use: CueUse, first: int) -> bool:
    """Whether `as` opens the clause, at the start of the sentence or behind a comma."""
    if first <= use.unit[0] or use.words[first - 1] != "as":
        return False
    return first - 1 == use.unit[0] or use.words[first - 2] in _OPENS_ASIDE


def _clause_beside(use: CueUse, opening: int, closing: int) -> Range | None:
    before = strip_end(use.reading, use.start, opening)
    if before - use.start >= _SHORT:
        return use.start, before
    if closing < use.limit and "," in use.words[closing : min(use.limit, closing + _NEAR)]:
        start = use.words.index(",", closing) + 1
        return start, clause_end(use.reading, start, use.limit, use.cues)
    return None
