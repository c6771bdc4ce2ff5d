"""Statements announced by a verb: which side the content is on, and who is the subject."""

from discourse.annotations.statements.asides import may_be_chained, quoting, reported_aside
from discourse.annotations.statements.clauses import (
    clause_end,
    clause_within,
    opens_subordinate_clause,
    phrase_end,
)
from discourse.annotations.statements.clauses_ahead import begins_noun_phrase
from discourse.annotations.statements.complements import Complement, complement, complement_behind_insertion
from discourse.annotations.statements.contents_before import (
    content_before,
    is_inverted,
    may_have_content_before,
    statement_behind_content,
)
from discourse.annotations.statements.cue_use import CueUse
from discourse.annotations.statements.deeds import is_deed, leads_to_cue
from discourse.annotations.statements.found import Found, Range
from discourse.annotations.statements.opening_statements import opening_gerund, opening_participle
from discourse.annotations.statements.passive_statements import passive_statement
from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.speakers_words import main_subject, subject_before
from discourse.annotations.statements.verb_groups import verb_group
from discourse.lexicons.cues import ING, PARTICIPLE, Cue, Cues

_CLAUSES = frozenset("clause bare question quote colon person".split())
_EVEN_IF_MODAL = frozenset("quote to question colon".split())
_STRONGER_BEHIND = frozenset("clause question colon person-to person".split())
_DOCUMENTS = frozenset("statement letter tweet email memo message note speech op-ed release".split())


def verb_statement(
    reading: Reading, verb: int, unit: Range, floor: int, cues: Cues, previous: Found | None
) -> Found | None:
    """Give the statement whose cue is the verb at token `verb`, if it is one.

    `floor` is the token behind the last content in this unit; `previous` is the statement it belongs to.
    """
    form = cues.verbs[reading.words[verb]]
    group = verb_group(reading, verb, form, unit[0])
    if group is None:
        return None
    for cue in form.cues:
        behind = _behind_particles(reading, cue, verb + 1, unit[1]) if cue.particles else verb + 1
        if behind is None:
            continue
        use = CueUse(reading, cues, cue, group, behind, unit, floor, previous)
        leads = _only_negates(use) or leads_to_cue(use)
        found = None if leads else _statement(use, form.inflections)
        if found:
            return found
    return None


def _behind_particles(reading, cue: Cue, i, limit) -> int | None:
    """The token behind the cue, if its particles are there: `pointed [out]`."""
    for particle in cue.particles:
        if i >= limit or reading.words[i] != particle or reading.inside[i] >= 0:
            return None
        i += 1
    return i


def _only_negates(use: CueUse) -> bool:
    """`declined to say whether …`: the cue is *say*, and it is negated."""
    if use.cue.lemma not in ("decline", "refuse"):
        return False
    words = use.words[use.behind : use.behind + 2]
    return words[:1] == ["to"] and words[-1] in use.cues.reports


def _statement(use: CueUse, inflections: frozenset[str]) -> Found | None:
    opening = use.group.verb == use.unit[0]
    if opening and ING in inflections:
        return opening_gerund(use)
    if opening and PARTICIPLE in inflections:
        return opening_participle(use)
    found = passive_statement(use) if use.group.passive else _active(use)
    if found:
        found.notes = _notes(use, found)
    return found


def _notes(use: CueUse, found: Found) -> list[str]:
    """What about the verb group or the subject makes a statement more or less certain."""
    notes = ["ing"] if use.group.ing else []
    if use.group.modal:
        notes.append("modal")
    if use.group.negated:
        notes.append("negated")
    if not found.speaker:
        notes.append("no-speaker")
    elif found.speaker[0][0] > found.cue[0][0]:
        notes.append("inverted")
    return notes


def _active(use: CueUse) -> Found | None:
    """Weigh a content in front of the cue against one behind it."""
    right = complement(use.reading, use.cue, use.behind, use.limit)
    if not may_be_chained(use) and (use.group.infinitive or _has_no_content(use, right)):
        return None
    inverted = is_inverted(use)
    shares_subject = use.group.ing and _belongs_to_main_clause(use)
    subject = [] if inverted or shares_subject else subject_before(use.reading, use.group.start, use.unit[0])
    chained = quoting(use, subject) or reported_aside(use, subject)
    if chained:
        return chained
    left = content_before(use, subject, inverted=inverted)
    right = None if inverted and left else right
    if left and _is_on_the_left(use, left, right):
        return statement_behind_content(use, subject, left)
    right = right or _further_complement(use, subject, left)
    subject = subject or _shared_subject(use)
    if right is None or not _is_attribution(use, right, subject):
        return None
    return _with_content_behind(use, right, subject)


def _has_no_content(use: CueUse, right: Complement | None) -> bool:
    """Whether there is no content behind the cue, nor where one may stand in front of it or further on."""
    if right is not None or "object-of-survey" in use.cue.takes or may_have_content_before(use):
        return False
    return use.words[use.behind : use.behind + 1] != [","]


def _belongs_to_main_clause(use: CueUse) -> bool:
    """Whether an -ing form shares the main subject: `She left, saying …`, `issued a note saying …`."""
    before = use.words[use.group.start - 1] if use.group.start > use.unit[0] else ""
    return before == "," or before in _DOCUMENTS


def _is_on_the_left(use: CueUse, left: Range, right: Complement | None) -> bool:
    """A quotation in front outweighs a weak complement; a clause in front counts only without one."""
    if right is None:
        return True
    quoted = use.reading.inside[left[1] - 1] >= 0
    return quoted and (use.reading.opens_quotation(left[0]) or right.take not in _STRONGER_BEHIND)


def _further_complement(use: CueUse, subject: list[Range], left: Range | None) -> Complement | None:
    """A complement behind a remark between commas, or the numbers that a poll shows."""
    right = None if left else complement_behind_insertion(use.reading, use.cue, use.behind, use.limit)
    if right is None and "object-of-survey" in use.cue.takes and _is_survey(use, subject):
        shown = begins_noun_phrase(use.reading, use.behind)
        return Complement("object", use.behind, use.behind) if shown else None
    return right


def _is_survey(use: CueUse, subject: list[Range]) -> bool:
    """Whether the subject is a poll, a study, a record: what shows numbers rather than says words."""
    return any(word in use.cues.surveys for first, behind in subject for word in use.words[first:behind])


def _shared_subject(use: CueUse) -> list[Range]:
    """`… and said`, `…, saying`: the subject of the verb before."""
    previous = use.previous
    if previous is not None and previous.speaker and previous.cue and previous.cue[0][0] < use.group.start:
        return previous.speaker
    return main_subject(use.reading, use.unit[0], use.group.start)


def _is_attribution(use: CueUse, right: Complement, subject: list[Range]) -> bool:
    """Leave out what only may or should be said, and what nobody says."""
    if use.group.infinitive or not subject or is_deed(use, right, subject):
        return False
    return not use.group.modal or right.take in _EVEN_IF_MODAL or use.group.negated


def _with_content_behind(use: CueUse, right: Complement, subject: list[Range]) -> Found | None:
    limit = use.limit
    relative = len(subject) > 1
    first = subject[0][0]
    if relative or (first < use.group.start and opens_subordinate_clause(use.reading, first, use.unit[0])):
        limit = clause_within(use.reading, right.start, limit)
    find_end = clause_end if right.take in _CLAUSES else phrase_end
    end = find_end(use.reading, right.start, limit, use.cues)
    if end <= right.start:
        return None
    return use.found(f"verb-{right.take}", right.take, subject, [(right.start, end)], cue_end=right.cue_end)
