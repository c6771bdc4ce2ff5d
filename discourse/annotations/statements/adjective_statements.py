"""Statements announced by an adjective: she is sure that …, they were critical of …, it is clear that …."""

from discourse.annotations.statements.clauses import clause_end
from discourse.annotations.statements.complements import complement
from discourse.annotations.statements.found import Found, Range
from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.speakers_words import subject_before
from discourse.annotations.statements.verb_groups import light_verb_start
from discourse.annotations.statements.words import BE, MODALS, is_adverb, is_auxiliary
from discourse.lexicons.cues import Cues

_COPULAS = BE | frozenset(
    """feel feels felt seem seems seemed remain remains remained become becomes became appear appears appeared
    sound sounds sounded get got""".split()
)
_IMPERSONAL = ("it", "it's", "there")


def adjective_statement(reading: Reading, adjective: int, unit: Range, cues: Cues) -> Found | None:
    """Give the statement whose cue is the adjective at token `adjective`, if it is one."""
    copula = adjective - 1
    while copula > unit[0] and is_adverb(reading.words[copula]):
        copula -= 1
    if copula < unit[0] or not _is_copula(reading.words[copula]):
        return None
    start = light_verb_start(reading, copula, unit[0])
    if any(word in MODALS for word in reading.words[start:copula]):
        return None
    subject = subject_before(reading, start, unit[0])
    if not subject:
        return None
    for cue in cues.adjectives[reading.words[adjective]].cues:
        right = complement(reading, cue, adjective + 1, unit[1])
        if right is None or right.take not in cue.takes:
            continue
        end = clause_end(reading, right.start, unit[1], cues)
        if end > right.start:
            negated = any(
                word in ("not", "never") or word.endswith("n't") for word in reading.words[start:adjective]
            )
            impersonal = reading.words[subject[0][0]] in _IMPERSONAL
            return Found(
                f"adjective-{right.take}",
                right.take,
                cue.lemma,
                cue.takes[right.take],
                [(start, right.cue_end)],
                [] if impersonal else subject,
                [(right.start, end)],
                negated,
            )
    return None


def _is_copula(word: str) -> bool:
    return word in _COPULAS or (is_auxiliary(word) and word.endswith(("'s", "'re", "'m")))
