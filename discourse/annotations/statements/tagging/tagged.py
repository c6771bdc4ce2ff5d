"""Every statement of a text, by the rules and by what was learned."""

from collections.abc import Iterable, Sequence

from discourse.annotations.statements.confidence import bounded
from discourse.annotations.statements.cutting import cut
from discourse.annotations.statements.find import inner_statements, outer_statements
from discourse.annotations.statements.found import Range
from discourse.annotations.statements.reading import Reading, read
from discourse.annotations.statements.spans import kind_of, spans_of, without_possessive
from discourse.annotations.statements.statement import Span, Statement
from discourse.annotations.statements.tagging.candidates import candidates
from discourse.annotations.statements.tagging.layout import Text
from discourse.annotations.statements.tagging.proposing import Proposal, batches, propose
from discourse.annotations.statements.tagging.weights import StatementWeights
from discourse.annotations.statements.words import is_negation
from discourse.lexicons.cues import Cues

AT_LEAST = 0.4
"""Statements less sure are no statements: half of the F1 that can be had is where the gain turns to loss."""
RULE = "learned"


def tagged_statements(
    text: str, sentences: Sequence[Span], cues: Cues, weights: StatementWeights
) -> list[Statement]:
    """Find every statement that a text attributes to somebody, as `find_statements` does, with learned weights."""
    return tagged_in(read(text, sentences, cut(text)), cues, weights)


def tagged_in(reading: Reading, cues: Cues, weights: StatementWeights) -> list[Statement]:
    """Find every statement of a text that has been read, with learned weights."""
    by_rules = outer_statements(reading, cues)
    found = candidates(reading, by_rules, cues)
    laid = Text(reading, found, cues, weights.vocabulary)
    proposals: list[Proposal] = []
    for first, behind in batches(found):
        scores = weights.scores(laid.lay_out(first, behind))
        proposals += propose(found[first:behind], scores, weights.steps)
    statements = chosen(reading, proposals, weights.confidence, cues, by_rules)
    return statements + inner_statements(reading, statements, cues)


def chosen(
    reading: Reading,
    proposals: Iterable[Proposal],
    confidence: Sequence[float],
    cues: Cues,
    by_rules: Sequence[Statement],
) -> list[Statement]:
    """Give the statements that are sure enough, in order; of two that share words the surer one stays."""
    rated = [(proposal.confidence(confidence), proposal) for proposal in proposals]
    rated.sort(key=lambda pair: -pair[0])
    taken = bytearray(len(reading.words))
    kept: list[tuple[int | None, Statement]] = []
    for sure, proposal in rated:
        pieces = [*proposal.ranges["content"], *proposal.ranges["cue"]]
        if sure >= AT_LEAST and not any(any(taken[first:behind]) for first, behind in pieces):
            for first, behind in pieces:
                taken[first:behind] = b"\1" * (behind - first)
            kept.append((proposal.candidate.origin, _statement(reading, proposal, sure, cues)))
    seen = {proposal.candidate.origin for _, proposal in rated}
    kept += [(i, one) for i, one in enumerate(by_rules) if one.via is None and i not in seen]
    kept.sort(key=lambda pair: min(pair[1].content_spans))
    return _with_chained(kept, by_rules)


def _with_chained(
    kept: Sequence[tuple[int | None, Statement]], by_rules: Sequence[Statement]
) -> list[Statement]:
    """Put what an agency quotes somebody as saying behind the agency's statement, as the rules found it."""
    chained: dict[int | None, list[Statement]] = {}
    for one in by_rules:
        if one.via is not None:
            chained.setdefault(one.via, []).append(one)
    statements: list[Statement] = []
    for origin, one in kept:
        place = len(statements)
        statements.append(one)
        statements += [inner._replace(via=place) for inner in chained.get(origin, ())]
    return statements


def _statement(reading: Reading, proposal: Proposal, sure: float, cues: Cues) -> Statement:
    """The rules' statement with the words as proposed, or a new one."""
    ranges = proposal.ranges
    speaker = spans_of(reading, ranges["speaker"])
    statement = proposal.candidate.statement or _new(reading, ranges["cue"], cues)
    return statement._replace(
        speaker_spans=tuple(without_possessive(reading.text, span) for span in speaker),
        cue_spans=spans_of(reading, ranges["cue"]),
        content_spans=spans_of(reading, ranges["content"]),
        kind=kind_of(reading, ranges["content"]),
        confidence=bounded(sure),
    )


def _new(reading: Reading, cue: Sequence[Range], cues: Cues) -> Statement:
    """A statement of which no rule knows: what its cue tells of it."""
    lemma, cue_class = _known(reading, cue, cues)
    negated = any(is_negation(reading.words[i]) for first, behind in cue for i in range(first, behind))
    return Statement((), (), (), cue_class, negated, "", None, 0.0, RULE, lemma, spoken=True, notes=())


def _known(reading: Reading, cue: Sequence[Range], cues: Cues) -> tuple[str, str]:
    """The lemma and class of the first word of a cue that the lexicon knows."""
    for first, behind in cue:
        for word in reading.words[first:behind]:
            form = cues.verbs.get(word)
            if form:
                of = form.cues[-1]
                return of.lemma, next(iter(of.takes.values()))
    return "", "neutral"
