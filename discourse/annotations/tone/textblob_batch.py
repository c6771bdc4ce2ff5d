"""TextBlob's tone for a batch of texts: columns for the plain ones, the full rules for the doubtful."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from discourse.annotations.garbage import garbage_left
from discourse.annotations.tone.runs import Runs
from discourse.annotations.tone.textblob_chunks import WORD, ChunkEffects
from discourse.annotations.tone.textblob_columns import steps_of
from discourse.annotations.tone.textblob_rules import assessments, sentiment, tokens_of
from discourse.annotations.tone.textblob_scores import Scored, score, weights_of
from discourse.lexicons.tone_words import ToneWord


@dataclass(frozen=True)
class Batch:
    """What a batch of texts scores: `means` has a row of polarities and one of subjectivities.

    `evidence` holds the list of scored words of each text, if it was asked for.
    """

    means: np.ndarray
    evidence: np.ndarray


class Instrument:
    """A list of tone words, made ready."""

    def __init__(self, words: Mapping[str, ToneWord]):
        self.words = words
        self._weights = weights_of(words)
        self._effects = ChunkEffects(words)
        self._names = list(words)
        self._as_listed = np.array([told(word, w.polarity) for word, w in words.items()], dtype=object)

    def score(self, runs: Runs, *, evidence: bool) -> Batch:
        """Score texts; each scores the same whatever else is in the batch or was scored before."""
        found, doubtful = score(steps_of(runs, self._effects), self._weights)
        n = len(runs)
        batch = Batch(_means(found, n), self._evidence(found, n) if evidence else np.empty(0, dtype=object))
        for row, text in zip(doubtful.tolist(), runs.texts_of(doubtful), strict=True):
            batch.means[:, row], words = self.score_one(text)
            if evidence:
                batch.evidence[row] = words
        return batch

    def score_one(self, text: str) -> tuple[tuple[float, float], list[str]]:
        """Score one text by the full rules."""
        found = assessments(tokens_of(text), self.words)
        return sentiment(found), [told(a.word, a.value, _rule(a.negated, a.modified)) for a in found]

    def _evidence(self, found: Scored, n: int) -> np.ndarray:
        """Give the scored words of each text; most of them count what the list says."""
        words = self._as_listed[found.word]
        changed = (
            found.negated | found.modified | (found.polarity != self._weights.polarity[WORD:][found.word])
        )
        columns = (found.word, found.polarity, found.negated, found.modified)
        listed = (column[changed].tolist() for column in columns)
        words[changed] = [
            told(self._names[word], polarity, _rule(negated, modified))
            for word, polarity, negated, modified in zip(*listed, strict=True)
        ]
        ends = np.cumsum(np.bincount(found.row, minlength=n)).tolist()
        flat = words.tolist()
        with garbage_left():
            lists = [flat[begin:end] for begin, end in zip([0, *ends], ends, strict=False)]
        return np.fromiter(lists, object, n)


def told(word: str, weight: float, rule: str = "") -> str:
    """Give a scored word as evidence: the word, its weight, and the rule that changed it."""
    return f"{word} {weight:+.2f} {rule}".rstrip()


def _rule(negated: bool, modified: bool) -> str:
    return "negated" if negated else "modified" if modified else ""


def _means(found: Scored, n: int) -> np.ndarray:
    """Give mean polarity and subjectivity of each text, summed from left to right as TextBlob does."""
    counts = np.maximum(np.bincount(found.row, minlength=n), 1)
    sums = (np.bincount(found.row, weights=w, minlength=n) for w in (found.polarity, found.subjectivity))
    return np.array([total / counts for total in sums])
