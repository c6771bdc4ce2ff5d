"""A content in front of its cue: `“We left,” she said`, `It rained, said the mayor`."""

from discourse.annotations.statements.adverbials import skip_adverbials
from discourse.annotations.statements.clauses import clause_end
from discourse.annotations.statements.cue_use import CueUse
from discourse.annotations.statements.found import Found, Range
from discourse.annotations.statements.subjects_behind import begins_inverted_subject, subject_behind
from discourse.annotations.statements.words import DASHES, DETERMINERS, INDEFINITES, QUOTES, looks_finite

_SAID = frozenset("quote clause person".split())
_OPENS_SUBJECT = DETERMINERS | INDEFINITES
_SHORT = 3
_LOOK_BACK = 40
_LONG_QUOTATION = 12
_CLOSES_CLAUSE = frozenset(", . ; — in on at during to".split())
_NO_REST = frozenset("according who which as in when after".split())


def is_inverted(use: CueUse) -> bool:
    """Whether the subject follows the verb: a comma or a quotation in front, a noun phrase behind."""
    reading, group, i = use.reading, use.group, use.group.start - 1
    alone = group.start == group.verb and not group.infinitive and not group.ing
    if "person" in use.cue.takes or not alone or i <= max(use.unit[0], use.floor - 1):
        return False
    if not begins_inverted_subject(reading, use.behind, use.limit):
        return False
    if reading.inside[i] >= 0:
        return reading.quotation_end(i) == group.start
    return reading.words[i] == "," and _closes_with_subject(use, i)


def _closes_with_subject(use: CueUse, comma: int) -> bool:
    """Whether a clause stands before the comma and only a subject behind the cue: `It rained, said Lee`."""
    reading, behind = use.reading, use.behind
    if not reading.is_capital(behind) and reading.words[behind] not in _OPENS_SUBJECT:
        return False
    before = range(max(use.unit[0], comma - _LOOK_BACK), comma)
    return any(looks_finite(reading.words[j]) for j in before) and not _verb_before_comma(use)


def _verb_before_comma(use: CueUse) -> bool:
    """Whether a clause follows the cue: `X, the mayor, said the plan was dead`, not `…, said the mayor.`."""
    reading = use.reading
    for j in range(use.behind, use.limit):
        word = reading.words[j]
        if word in ("who", "which", "whose"):
            return False
        if word in (",", ";", ".", ":", "(", "—") or reading.inside[j] >= 0:
            return word in (",", ":") and j + 1 < use.limit and reading.opens_quotation(j + 1)
        if j > use.behind and looks_finite(word):
            return True
    return False


def may_have_content_before(use: CueUse) -> bool:
    """Whether there is what `content_before` cannot do without: a comma or a quotation in front of the cue."""
    ahead = slice(max(use.unit[0] - 1, 0), use.group.start)
    return "," in use.words[ahead] or max(use.reading.inside[ahead], default=-1) >= 0


def content_before(use: CueUse, subject: list[Range], *, inverted: bool) -> Range | None:
    """Give the content in front of `X said` or `said X`: a quotation, or a clause with a comma."""
    if use.group.infinitive or _SAID.isdisjoint(use.cue.takes):
        return None
    reading = use.reading
    i = (subject[0][0] if subject else use.group.start) - 1
    if i < use.unit[0]:
        return _question_before(use, i)
    comma = False
    if reading.words[i] in DASHES and reading.inside[i] < 0:
        i -= 1
    if i >= use.unit[0] and reading.words[i] == "," and reading.inside[i] < 0:
        i, comma = i - 1, True
    if i < use.unit[0]:
        return None
    if reading.inside[i] >= 0:
        return _quotation_before(use, i)
    return _clause_before(use, i + 1, subject) if comma and (subject or inverted) else None


def _last_word_or_mark(use: CueUse, i: int) -> str:
    """The last token of a quotation that is no quotation mark itself."""
    while i > 0 and use.words[i] in QUOTES:
        i -= 1
    return use.words[i]


def _question_before(use: CueUse, i: int) -> Range | None:
    """A question or an exclamation in front, cut off as a sentence of its own: `“Why?” Lee asked.`."""
    reading = use.reading
    if i < 0 or reading.inside[i] < 0 or reading.quotation_end(i) != i + 1:
        return None
    same_paragraph = "\n" not in reading.text[reading.ends[i] : reading.starts[i + 1]]
    if same_paragraph and _last_word_or_mark(use, i) in "?!…,":
        return reading.quotation_start(i), i + 1
    return None


def _quotation_before(use: CueUse, i: int) -> Range | None:
    """The quotation that ends in token `i`, with the words of its sentence in front of it."""
    reading = use.reading
    if reading.quotation_end(i) != i + 1 or not _is_rounded_off(use, i):
        return None
    first = reading.quotation_start(i)
    ahead = reading.words[use.start : first]
    with_ahead = len(ahead) > 2 and ";" not in ahead and ":" not in ahead
    return (use.start if with_ahead else first), i + 1


def _is_rounded_off(use: CueUse, i: int) -> bool:
    """Whether the quotation that ends in token `i` ends like a sentence, unlike `the “Yes” movement`."""
    if _last_word_or_mark(use, i) in ",.?!—–-…:" or use.words[i + 1] in (",", "—", "–", "-"):
        return True
    return i - use.reading.quotation_start(i) > _LONG_QUOTATION


def _clause_before(use: CueUse, behind: int, subject: list[Range]) -> Range | None:
    """A clause without quotation marks; if the attribution closes the sentence, all of it up to there."""
    start = use.start
    if start >= behind or _ends_unit(use, subject):
        start = _clause_start(use, behind)
    while start < behind and use.words[start] in (",", ";", "—", "–", "-"):
        start += 1
    return (start, behind) if start < behind else None


def _ends_unit(use: CueUse, subject: list[Range]) -> bool:
    """Whether the attribution closes the sentence, so that all of it is its content: `X wants it, Y says`."""
    subject_end = subject[-1][1] if subject else use.group.verb
    i = skip_adverbials(use.reading, max(subject_end, use.group.verb + 1), use.limit)
    return i >= use.limit or use.words[i] == "."


def _clause_start(use: CueUse, behind: int) -> int:
    """The sentence, or its part behind the last colon or semicolon."""
    for i in range(behind - 1, use.unit[0], -1):
        if use.words[i] in (":", ";") and use.reading.inside[i] < 0:
            return i + 1
    return use.unit[0]


def statement_behind_content(use: CueUse, subject: list[Range], left: Range) -> Found | None:
    """Make a statement of a content in front, and of its second half if the attribution interrupts it."""
    speaker = subject or subject_behind(use.reading, use.behind, use.limit)
    if not speaker:
        return None
    after = use.behind if subject else speaker[-1][1]
    if use.reading.inside[left[1] - 1] >= 0:
        return use.found("quotation-before", "quote", speaker, [left, *_next_quotation(use, after)])
    if not use.reports or not _closes_clause(use, after):
        return None
    rest = _rest_of_clause(use, after)
    if left[1] - left[0] < _SHORT and not rest:
        return None
    return use.found("clause-before", "quote", speaker, [left, *rest])


def _closes_clause(use: CueUse, after: int) -> bool:
    """Whether nothing but a comma, the end or an adverbial follows the attribution."""
    i = skip_adverbials(use.reading, after, use.limit)
    return i >= use.limit or use.words[i] in _CLOSES_CLAUSE


def _next_quotation(use: CueUse, after: int) -> list[Range]:
    """The second half of an interrupted content: `“A,” she said, [“B.”]`."""
    for j in range(after, use.limit):
        if use.reading.inside[j] < 0:
            if use.words[j] in (";", "."):
                return []
        elif j > after and use.reading.opens_quotation(j):
            announced = use.words[j - 1] in (",", ":", "—", "–", "-", "that")
            return [(j, clause_end(use.reading, j, use.limit, use.cues))] if announced else []
    return []


def _rest_of_clause(use: CueUse, after: int) -> list[Range]:
    """`The plan, he said, [is good]`: what goes on behind the comma that closes the attribution."""
    start = after + 1
    if start >= use.limit or use.words[after] != "," or use.reading.opens_quotation(start):
        return _next_quotation(use, after)
    if use.words[start].endswith("ing") or use.words[start] in _NO_REST:
        return []
    end = clause_end(use.reading, start, use.limit, use.cues)
    return [(start, end)] if end - start > 1 else []
