"""What the weights make of each candidate: the labels of its tokens, and how sure they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from discourse.annotations.statements.tagging.candidates import Candidate
from discourse.annotations.statements.tagging.chain import best_paths, padded, path_score, probabilities
from discourse.annotations.statements.tagging.labels import Ranges, labels_of, ranges_of

_AT_ONCE = 64
_FORBIDDEN = -50.0
_CLEARLY = 2.0
"""By how much the logarithm of a path must be better than that of the rules' own, so that the rules yield."""
_FURTHEST = 6.0

EVIDENCE = ("there", "by-rule", "no-rule", "mended", "clear", "no-speaker", "constant")


@dataclass(frozen=True)
class Proposal:
    """A statement in ranges of tokens, and the evidence that it is right (numbers named by `EVIDENCE`)."""

    candidate: Candidate
    ranges: Ranges
    evidence: tuple[float, ...]

    def confidence(self, weights: Sequence[float]) -> float:
        """Give the share of such statements that are right."""
        return float(1 / (1 + np.exp(-np.dot(self.evidence, weights))))


def batches(found: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Give ranges of candidates that are worked on together."""
    for first in range(0, len(found), _AT_ONCE):
        yield first, min(first + _AT_ONCE, len(found))


def propose(found: Sequence[Candidate], scores: np.ndarray, transitions: np.ndarray) -> Iterator[Proposal]:
    """Give what is best for each candidate if it is a statement at all; `scores` lie end to end."""
    lengths = [end - start for start, end in (candidate.window for candidate in found)]
    windows = padded(scores, lengths)
    each, totals, _ = probabilities(windows, lengths, transitions)
    for number, candidate in enumerate(found):  # the cue has to be part of the statement
        first, behind = (i - candidate.window[0] for i in candidate.heart)
        windows[number, first:behind, 0] += _FORBIDDEN
    paths = best_paths(windows, lengths, transitions)
    for number, (candidate, path) in enumerate(zip(found, paths, strict=True)):
        there = 1 - each[number, candidate.heart[0] - candidate.window[0], 0]
        scored = windows[number, : lengths[number]]
        proposal = _proposal(candidate, path, scored, transitions, there, totals[number])
        if proposal.ranges["content"]:
            yield proposal


def _proposal(candidate, path, scores, transitions, there: float, total: float) -> Proposal:
    score = path_score(scores, path, transitions)
    ranges, mended = ranges_of(path.tolist(), candidate.window[0]), True
    if candidate.statement is not None:
        own = labels_of(candidate.ranges, candidate.window)
        lead = score - path_score(scores, own, transitions)
        if lead < _CLEARLY or not ranges["content"]:
            ranges, mended, score = dict(candidate.ranges), False, score - lead
        ranges = {part: found or candidate.ranges[part] for part, found in ranges.items()}
    statement = candidate.statement
    evidence = (
        _log_odds(there),
        _log_odds(statement.confidence) if statement else 0.0,
        float(statement is None),
        float(mended),
        max(score - total - np.log(max(there, 1e-9)), -_FURTHEST),
        float(not ranges["speaker"]),
        1.0,
    )
    return Proposal(candidate, ranges, evidence)


def _log_odds(share: float) -> float:
    share = min(max(share, 1e-9), 1 - 1e-9)
    return float(np.clip(np.log(share / (1 - share)), -_FURTHEST, _FURTHEST))
