"""Statements announced by a verb."""

from discourse.annotations.statements.clauses import (
    clause_end,
    clause_within,
    opens_subordinate_clause,
    phrase_end,
    strip_end,
)
from discourse.annotations.statements.complements import (
    Complement,
    begins_noun_phrase,
    complement,
    complement_behind_insertion,
    skip_adverbials,
)
from discourse.annotations.statements.found import Found, Range
from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.speakers_words import (
    begins_inverted_subject,
    main_subject,
    subject_before,
    subject_behind,
)
from discourse.annotations.statements.verb_groups import VerbGroup, verb_group
from discourse.annotations.statements.words import (
    DASHES,
    DETERMINERS,
    INDEFINITES,
    MODALS,
    QUOTES,
    is_adverb,
    looks_finite,
)
from discourse.lexicons.cues import ING, Cue, Cues, Form

_CLAUSES = frozenset("clause bare question quote colon person".split())
_DOCUMENTS = frozenset("statement letter tweet email memo message note speech op-ed release".split())
_SHORT = 3
_LOOK_BACK = 40
_LONG_QUOTATION = 12


def verb_statement(
    reading: Reading, verb: int, unit: Range, floor: int, cues: Cues, before: Found | None
) -> Found | None:
    """Give the statement whose cue is the verb at token `verb`, if it is one.

    `floor` is the token behind the last content in this unit; `before` is the statement it belongs to.
    """
    form = cues.verbs[reading.words[verb]]
    group = verb_group(reading, verb, form, unit[0])
    if group is None:
        return None
    if verb == unit[0] and ING in form.inflections:
        return _opening_gerund(reading, group, form, unit, cues)
    if verb == unit[0] and "participle" in form.inflections:
        return _opening_participle(reading, group, form, unit, cues)
    for cue in form.cues:
        behind = _behind_particles(reading, cue, verb + 1, unit[1])
        if behind is None or _only_negates(reading, cue, behind, cues):
            continue
        found = (
            _passive(reading, group, cue, behind, unit, cues)
            if group.passive
            else _active(reading, group, cue, behind, unit, floor, cues, before)
        )
        if found:
            found.notes = _notes(reading, group, found)
            found.spoken = found.spoken or bool({"quote", "person"} & cue.takes.keys())
            return found
    return None


def _only_negates(reading, cue, behind, cues: Cues) -> bool:
    """`declined to say whether …`: the cue is *say*, and it is negated."""
    words = reading.words[behind : behind + 2]
    return cue.lemma in ("decline", "refuse") and words[:1] == ["to"] and words[-1] in cues.reports


def _notes(reading, group: VerbGroup, found: Found) -> list[str]:
    """What about the verb group or the subject makes a statement more or less certain."""
    ahead = reading.words[group.start : group.verb]
    notes = [name for name, holds in (("infinitive", group.infinitive), ("ing", group.ing)) if holds]
    if any(word in MODALS for word in ahead):
        notes.append("modal")
    if group.negated:
        notes.append("negated")
    if not found.speaker:
        notes.append("no-speaker")
    elif found.speaker[0][0] > found.cue[0][0]:
        notes.append("inverted")
    return notes


def _behind_particles(reading, cue, i, limit) -> int | None:
    for particle in cue.particles:
        if i >= limit or reading.words[i] != particle or reading.inside[i] >= 0:
            return None
        i += 1
    return i


def _active(reading, group, cue, behind, unit, floor, cues, before) -> Found | None:
    inverted = "person" not in cue.takes and _is_inverted(reading, group, behind, unit, floor)
    shared = group.ing and _belongs_to_main_clause(reading, group, unit)
    subject = [] if inverted or shared else subject_before(reading, group.start, unit[0])
    left = _content_before(reading, group, cue, subject, unit, floor)
    if "person-as-saying" in cue.takes and (
        quoted := _quoting(reading, group, cue, behind, subject, unit, cues)
    ):
        return quoted
    right = None if inverted and left else complement(reading, cue, behind, unit[1])
    if subject and (aside := _aside(reading, group, cue, behind, subject, unit, floor, cues)):
        return aside
    if left is not None and not subject and not inverted and reading.inside[left[1] - 1] < 0:
        left = None
    if left is not None and _prefers_left(reading, right, left):
        return _with_content_before(reading, group, cue, behind, subject, left, unit, cues)
    if right is None and left is None:
        right = complement_behind_insertion(reading, cue, behind, unit[1])
    if right is None and "object-of-survey" in cue.takes and _is_survey(reading, subject, cues):
        right = Complement("object", behind, behind) if begins_noun_phrase(reading, behind) else None
    if right is None:
        return None
    if not subject:
        subject = _shared_subject(reading, group, unit, before)
    if not _is_attribution(reading, group, right, subject):
        return None
    return _with_content_behind(reading, group, cue, right, subject, unit, cues)


def _is_inverted(reading, group, behind, unit, floor) -> bool:
    """Whether the subject follows the verb: a comma or a quotation in front, a noun phrase behind."""
    i = group.start - 1
    if group.start != group.verb or group.infinitive or group.ing or i <= max(unit[0], floor - 1):
        return False
    if not (reading.words[i] == "," or (reading.inside[i] >= 0 and reading.quotation_end(i) == group.start)):
        return False
    if not begins_inverted_subject(reading, behind, unit[1]):
        return False
    if reading.words[i] != ",":
        return True
    if not reading.is_capital(behind) and reading.words[behind] not in DETERMINERS | INDEFINITES:
        return False
    clause = any(looks_finite(reading.words[j]) for j in range(max(unit[0], i - _LOOK_BACK), i))
    return clause and not _verb_before_comma(reading, behind, unit[1])


def _verb_before_comma(reading, i, limit) -> bool:
    """Whether a clause begins at `i`: `X, the mayor, said the plan was dead`, not `…, said the mayor.`"""
    for j in range(i, limit):
        if reading.words[j] in ("who", "which", "whose"):
            return False
        if reading.words[j] in (",", ";", ".", ":", "(", "—") or reading.inside[j] >= 0:
            return j + 1 < limit and reading.words[j] in (",", ":") and reading.opens_quotation(j + 1)
        if j > i and looks_finite(reading.words[j]):
            return True
    return False


def _quoting(reading, group, cue, behind, subject, unit, cues) -> Found | None:
    """`The agency quoted Lee as saying it rained`: Lee says it, by way of the agency."""
    words = reading.words
    for i in range(behind + 1, min(unit[1] - 2, behind + _LONG_QUOTATION)):
        if words[i] == "as" and words[i + 1] == "saying":
            end = clause_end(reading, i + 2, unit[1], cues)
            if not subject or end <= i + 2:
                return None
            said = [(i + 2, end)]
            agency = Found(
                "quoting",
                "clause",
                cue.lemma,
                "neutral",
                [(group.start, behind)],
                subject,
                [(behind, end)],
                group.negated,
                spoken=True,
            )
            return Found(
                "quoted-as-saying",
                "clause",
                "say",
                "neutral",
                [(i, i + 2)],
                [(behind, i)],
                said,
                spoken=True,
                via=agency,
            )
    return None


def _is_survey(reading, subject, cues: Cues) -> bool:
    """Whether the subject is a poll, a study, a record: what shows numbers rather than says words."""
    return any(word in cues.surveys for first, behind in subject for word in reading.words[first:behind])


def _belongs_to_main_clause(reading, group, unit) -> bool:
    """Whether the subject of an -ing form is that of the main clause: `She left, saying …`, `issued a note saying …`."""
    before = reading.words[group.start - 1] if group.start > unit[0] else ""
    return before == "," or before in _DOCUMENTS


def _is_attribution(reading, group, right: Complement, subject: list[Range]) -> bool:
    """Leave out what only may or should be said, and what nobody says."""
    if group.infinitive or not subject:
        return False
    modal = any(word in MODALS for word in reading.words[group.start : group.verb])
    return not modal or right.take in ("quote", "to", "question", "colon") or group.negated


def _shared_subject(reading, group, unit, before) -> list[Range]:
    """`… and said`, `…, saying`: the subject of the verb before."""
    if before is not None and before.speaker and before.cue and before.cue[0][0] < group.start:
        return before.speaker
    return main_subject(reading, unit[0], group.start)


def _aside(reading, group, cue, behind, subject, unit, floor, cues) -> Found | None:
    """`As the paper reported, it rained`, `It rained, as the paper reported`: the clause beside is the content."""
    first = subject[0][0]
    if first <= unit[0] or reading.words[first - 1] != "as" or not _reports(cue):
        return None
    if first - 1 > unit[0] and reading.words[first - 2] not in (",", "—", "–", "-", "("):
        return None
    start = max(unit[0], floor)
    before = strip_end(reading, start, first - 1)
    i = skip_adverbials(reading, behind, unit[1])
    if i < unit[1] and reading.words[i] not in (",", ".", "in", "on", "at", "to", "—", "–", ")"):
        return None
    if before - start >= _SHORT:
        content = (start, before)
    elif i < unit[1] and "," in reading.words[i : i + _LONG_QUOTATION]:
        comma = reading.words.index(",", i)
        content = (comma + 1, clause_end(reading, comma + 1, unit[1], cues))
    else:
        return None
    if content[1] - content[0] < _SHORT:
        return None
    return Found(
        "as-reported",
        "as",
        cue.lemma,
        _class_of(cue, "clause"),
        [(group.start, behind)],
        subject,
        [content],
        group.negated,
    )


def _content_before(reading, group, cue, subject, unit, floor) -> Range | None:
    """The content in front of `X said` or `said X`: a quotation, or a clause with a comma."""
    if not ({"quote", "clause", "person"} & cue.takes.keys()) or group.infinitive:
        return None
    edge = subject[0][0] if subject else group.start
    i = edge - 1
    if i < unit[0]:
        return _question_before(reading, i, floor)
    if reading.words[i] in DASHES and reading.inside[i] < 0:
        i -= 1
    if i >= unit[0] and reading.words[i] == "," and reading.inside[i] < 0:
        i -= 1
        if i >= unit[0] and reading.inside[i] < 0:
            return _clause_before(reading, i + 1, subject, group, unit, floor)
    if i >= unit[0] and reading.inside[i] >= 0 and reading.quotation_end(i) == i + 1:
        return _quotation_before(reading, i, unit, floor) if _is_rounded_off(reading, i) else None
    return None


def _is_rounded_off(reading, i) -> bool:
    """Whether the quotation that ends in token `i` ends like a sentence, unlike the `“Never Trump” movement`."""
    last = i
    while last > 0 and reading.words[last] in QUOTES:
        last -= 1
    whole_sentence = reading.words[last] in ",.?!—–-…:" or reading.words[i + 1] in (",", "—", "–", "-")
    return whole_sentence or i - reading.quotation_start(i) > _LONG_QUOTATION


def _question_before(reading, i, floor) -> Range | None:
    """A question or an exclamation in front, cut off as a sentence of its own: `“Why?” Lee asked.`"""
    if i < 0 or reading.inside[i] < 0 or reading.quotation_end(i) != i + 1:
        return None
    last = i
    while last > 0 and reading.words[last] in QUOTES:
        last -= 1
    same_paragraph = "\n" not in reading.text[reading.ends[i] : reading.starts[i + 1]]
    return (reading.quotation_start(i), i + 1) if same_paragraph and reading.words[last] in "?!…," else None


def _quotation_before(reading, i, unit, floor) -> Range | None:
    """The quotation that ends in token `i`, with the words of its sentence in front of it."""
    first = reading.quotation_start(i)
    start = max(unit[0], floor)
    if first <= start or any(word in (";", ":") for word in reading.words[start:first]):
        return (first, i + 1)
    return (start, i + 1) if first - start > 2 else (first, i + 1)


def _clause_before(reading, behind, subject, group, unit, floor) -> Range | None:
    """A clause without quotation marks counts only where the cue closes it: `It rained, she said.`"""
    start = max(unit[0], floor)
    if start >= behind or _ends_unit(reading, subject[-1][1] if subject else group.verb, group.verb, unit):
        start = _clause_start(reading, unit[0], behind)
    while start < behind and reading.words[start] in (",", ";", "—", "–", "-"):
        start += 1
    return (start, behind) if start < behind else None


def _ends_unit(reading, subject_end, verb, unit) -> bool:
    """Whether the attribution closes the sentence, so that all of it is its content: `X wants it, Y says.`"""
    i = skip_adverbials(reading, max(subject_end, verb + 1), unit[1])
    return i >= unit[1] or reading.words[i] == "."


def _clause_start(reading, start, behind) -> int:
    """The sentence, or its part behind the last colon or semicolon."""
    for i in range(behind - 1, start, -1):
        if reading.words[i] in (":", ";") and reading.inside[i] < 0:
            return i + 1
    return start


def _prefers_left(reading, right: Complement | None, left: Range) -> bool:
    if right is None:
        return True
    if reading.inside[left[1] - 1] < 0:
        return False
    if not reading.opens_quotation(left[0]) and right.take in (
        "clause",
        "question",
        "colon",
        "person-to",
        "person",
    ):
        return False
    return True


def _with_content_before(reading, group, cue, behind, subject, left, unit, cues) -> Found | None:
    speaker = subject
    after = behind
    if not subject:
        speaker = subject_behind(reading, behind, unit[1])
        if not speaker:
            return None
        after = speaker[-1][1]
    quoted = reading.inside[left[1] - 1] >= 0
    if not quoted and not (_closes_clause(reading, after, unit) and _reports(cue)):
        return None
    content = [left, *_continued(reading, after, unit, cues, quoted)]
    if not quoted and left[1] - left[0] < _SHORT and len(content) == 1:
        return None
    return Found(
        rule="quotation-before" if quoted else "clause-before",
        take="quote",
        lemma=cue.lemma,
        cue_class=_class_of(cue, "quote"),
        cue=[(group.start, behind)],
        speaker=speaker,
        content=content,
        negated=group.negated,
    )


def _reports(cue: Cue) -> bool:
    """Whether a verb can close a clause without quotation marks: `It rained, she said`, not `…, she continued`."""
    return "clause" in cue.takes and "quote" in cue.takes


def _closes_clause(reading, after, unit) -> bool:
    """Whether nothing but a comma, the end or an adverbial follows the attribution."""
    i = skip_adverbials(reading, after, unit[1])
    return i >= unit[1] or reading.words[i] in (",", ".", ";", "in", "on", "at", "during", "to", "—")


def _continued(reading, after, unit, cues, quoted) -> list[Range]:
    """The second half of an interrupted content: `“A,” she said, “B.”`"""
    words = reading.words
    for j in range(after, unit[1]):
        if reading.opens_quotation(j) and j > after:
            if words[j - 1] in (",", ":", "—", "–", "-", "that"):
                return [(j, clause_end(reading, j, unit[1], cues))]
            return []
        if (
            words[j] == ","
            and j == after
            and not quoted
            and j + 1 < unit[1]
            and not reading.opens_quotation(j + 1)
        ):
            return _rest_of_clause(reading, j + 1, unit, cues)
        if words[j] in (";", ".") and reading.inside[j] < 0:
            return []
    return []


def _rest_of_clause(reading, start, unit, cues) -> list[Range]:
    """The plan, he said, [is good]: only where a verb goes on at once."""
    words = reading.words
    if words[start].endswith("ing") or words[start] in (
        "according",
        "who",
        "which",
        "as",
        "in",
        "when",
        "after",
    ):
        return []
    if start < unit[1] and (words[start] in ("and", "but")):
        end = clause_end(reading, start, unit[1], cues)
        return [(start, end)] if end - start > 1 else []
    end = clause_end(reading, start, unit[1], cues)
    return [(start, end)] if end - start > 1 else []


def _with_content_behind(reading, group, cue, right, subject, unit, cues) -> Found | None:
    limit = unit[1]
    if (
        len(subject) > 1
        or subject[0][0] < group.start
        and opens_subordinate_clause(reading, subject[0][0], unit[0])
    ):
        limit = clause_within(reading, right.start, limit)
    find_end = clause_end if right.take in _CLAUSES else phrase_end
    end = find_end(reading, right.start, limit, cues)
    if end <= right.start:
        return None
    return Found(
        rule=f"verb-{right.take}",
        take=right.take,
        lemma=cue.lemma,
        cue_class=_class_of(cue, right.take),
        cue=[(group.start, right.cue_end)],
        speaker=subject,
        content=[(right.start, end)],
        negated=group.negated,
    )


def _class_of(cue: Cue, take: str) -> str:
    return cue.takes.get(take) or cue.takes.get("clause") or next(iter(cue.takes.values()))


def _passive(reading, group, cue, behind, unit, cues) -> Found | None:
    words = reading.words
    subject = subject_before(reading, group.start, unit[0])
    i = behind
    while i < unit[1] and is_adverb(words[i]):
        i += 1
    if i >= unit[1]:
        return None
    agent: list[Range] = []
    if words[i] == "by":
        agent = subject_behind(reading, i + 1, unit[1])
        i = agent[-1][1] if agent else i + 1
    if words[i : i + 2] == ["as", "saying"]:
        return _made(
            reading, "quoted-as-saying", cue, group, (group.start, i + 2), subject, i + 2, unit, cues
        )
    if words[i : i + 1] == ["that"] and "clause" in cue.takes:
        it = subject and words[subject[0][0]] == "it"
        return _made(
            reading, "passive-clause", cue, group, (group.start, behind), agent if it else [], i, unit, cues
        )
    if words[i : i + 1] == ["to"] and "passive-to" in cue.takes and subject:
        found = _made(reading, "passive-to", cue, group, (group.start, behind), agent, i, unit, cues)
        if found:
            found.content.insert(0, subject[0])
        return found
    if cue.lemma == "ask" and (asked := complement(reading, cue, i, unit[1])):
        if asked.take in ("question", "about", "to", "of"):
            return _made(
                reading, "asked", cue, group, (group.start, asked.cue_end), agent, asked.start, unit, cues
            )
    if agent and "object" in cue.takes and subject:
        return Found(
            "passive-agent",
            "object",
            cue.lemma,
            _class_of(cue, "object"),
            [(group.start, behind)],
            agent,
            [subject[0]],
            group.negated,
        )
    return None


def _opening_gerund(reading, group, form, unit, cues) -> Found | None:
    """`Noting that it rained, Lee left`: the subject follows behind the comma."""
    for cue in form.cues:
        behind = _behind_particles(reading, cue, group.verb + 1, unit[1])
        right = complement(reading, cue, behind, unit[1]) if behind else None
        if right is None:
            continue
        comma = clause_within(reading, right.start, unit[1])
        speaker = _main_subject_behind(reading, comma + 1, unit[1])
        end = clause_end(reading, right.start, comma, cues)
        if speaker and end > right.start:
            return Found(f"verb-{right.take}", right.take, cue.lemma, _class_of(cue, right.take),
                         [(group.start, right.cue_end)], speaker, [(right.start, end)])
    return None


def _main_subject_behind(reading, start, limit) -> list[Range]:
    for i in range(start + 1, limit):
        if looks_finite(reading.words[i]) and reading.inside[i] < 0:
            return subject_before(reading, i, start)
    return []


def _opening_participle(reading, group, form, unit, cues) -> Found | None:
    """`Asked whether it rained, she nodded`: the asking has no speaker of its own, or one behind `by`."""
    cue = next((cue for cue in form.cues if cue.lemma == "ask"), None)
    return _passive(reading, group, cue, group.verb + 1, unit, cues) if cue else None


def _made(reading, rule, cue, group, words, speaker, start, unit, cues) -> Found | None:
    end = clause_end(reading, start, unit[1], cues)
    if end <= start:
        return None
    return Found(
        rule, "clause", cue.lemma, _class_of(cue, "clause"), [words], speaker, [(start, end)], group.negated
    )
