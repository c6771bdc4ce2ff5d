"""From steps to scores: what each scored word counts, given what stands before it.

A negation right before a word turns it round. A modifier with only short words between takes the
word in: the two count as one. A negation behind a modifier in -ly turns that round ("really not good").
Where a text asks for more than that, it is `doubtful`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from discourse.annotations.tone.textblob_chunks import BANG, NO, NOT, SHORT, WORD
from discourse.annotations.tone.textblob_columns import Steps
from discourse.lexicons.tone_words import ToneWord


@dataclass(frozen=True)
class Weights:
    """A list of tone words as arrays, by the number of a step."""

    polarity: np.ndarray
    subjectivity: np.ndarray
    intensity: np.ndarray
    modifier: np.ndarray
    turns: np.ndarray
    """Modifiers in -ly, which a negation behind them turns round ("really not")."""


def weights_of(words: Mapping[str, ToneWord]) -> Weights:
    """Give the weights of a list of words."""
    known = words.values()
    return Weights(
        polarity=_by_step(w.polarity for w in known),
        subjectivity=_by_step(w.subjectivity for w in known),
        intensity=_by_step(w.intensity for w in known),
        modifier=_by_step(w.modifier for w in known) != 0,
        turns=_by_step(w.modifier and word.endswith("ly") for word, w in words.items()) != 0,
    )


def _by_step(values: Iterable[float]) -> np.ndarray:
    return np.array([0.0] * WORD + [float(value) for value in values])


@dataclass(frozen=True)
class Scored:
    """The scored words of a batch of texts, those of a text in order: `row` is the text.

    `word` is the number of the word among the listed ones; a `modified` one took in the word before it.
    """

    row: np.ndarray
    word: np.ndarray
    modified: np.ndarray
    negated: np.ndarray
    polarity: np.ndarray
    subjectivity: np.ndarray


def score(steps: Steps, weights: Weights) -> tuple[Scored, np.ndarray]:
    """Give the scored words of a batch, and the rows that must be left to the full rules."""
    step, turned, doubtful = _turned(steps, weights)
    at = np.flatnonzero(step >= WORD)
    negated = (step[at - 1] == NO) | (step[at - 1] == NOT)
    joined = weights.modifier[step[_anchors(step)[at - 1]]]

    polarity, subjectivity, intensity = (
        weights.polarity[step[at]],
        weights.subjectivity[step[at]],
        weights.intensity[step[at]],
    )
    intensity[negated] = 1.0 / intensity[negated]
    later = np.flatnonzero(joined)
    for scores in (polarity, subjectivity):
        scores[later] = np.clip(scores[later] * intensity[later - 1], -1.0, 1.0)

    group = np.cumsum(~joined) - 1
    negated[np.searchsorted(at, turned)] = True
    negations = np.bincount(group, weights=negated)
    last = np.append(~joined[1:], True)[: len(at)]
    bangs = _bangs(steps, at)
    _raise(polarity, bangs)
    polarity = polarity[last]
    found = Scored(
        row=steps.row[at][last],
        word=step[at][last] - WORD,
        modified=joined[last],
        negated=negations > 0,
        polarity=np.where(negations > 0, polarity * -0.5, polarity),
        subjectivity=subjectivity[last],
    )
    return found, np.unique(np.append(steps.doubtful, doubtful))


def _anchors(step: np.ndarray) -> np.ndarray:
    """Give for each place the last step up to it that ends the reach of a modifier."""
    places = np.arange(len(step), dtype=np.int32)
    return np.maximum.accumulate(np.where((step == SHORT) | (step == BANG), 0, places))


def _bangs(steps: Steps, at: np.ndarray) -> np.ndarray:
    """Count the exclamation marks that raise each of the words at the places `at`."""
    bang = np.flatnonzero(steps.step == BANG)
    before = np.searchsorted(at, bang) - 1
    raises = (before >= 0) & (steps.row[at[before]] == steps.row[bang]) if len(at) else before >= 0
    return np.bincount(before[raises], minlength=len(at))


def _raise(polarity: np.ndarray, times: np.ndarray) -> None:
    """Raise polarities as many times as is told, one time after the other, up to where they are at their most."""
    at, n = np.flatnonzero(times), 0
    while len(at):
        before = polarity[at]
        polarity[at] = np.clip(before * 1.25, -1.0, 1.0)
        n += 1
        at = at[(times[at] > n) & (polarity[at] != before)]


def _turned(steps: Steps, weights: Weights) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Let negations turn round a modifier in -ly before them; then they are no more than short words.

    Gives the steps that are left, the places of the modifiers, and the doubtful rows: in these a negation may turn
    round one more, stands as a short word behind another modifier, or reaches over a "!".
    """
    step = steps.step.copy()
    negation = np.flatnonzero((step == NO) | (step == NOT))
    modifier = _anchors(step)[negation - 1]
    turns = weights.turns[step[modifier]]
    step[negation[turns]] = SHORT

    left = negation[~turns]
    before = step[_anchors(step)[left - 1]]
    again = weights.turns[before] | (weights.modifier[before] & (step[left] == NO))
    shouted = np.append(step, BANG)[left + 1] == BANG
    return step, modifier[turns], steps.row[left[again | shouted]]
