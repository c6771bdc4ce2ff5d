"""The scorer `linear`: tone toward an actor by a small model that also says how sure it is."""

from functools import cache

import numpy as np
import pandas as pd

from discourse.annotations.tone.linear_features import features, numbers
from discourse.annotations.tone.linear_model import LinearModel, linear_model
from discourse.annotations.tone.reading import Reading, read
from discourse.annotations.tone.scores import LABELS, scores
from discourse.annotations.tone.speaking import speaks
from discourse.annotations.tone.target import rows
from discourse.tables import require

_SHOWN = 6


def linear(spans: pd.DataFrame, *, at_least: float = 0.4) -> pd.DataFrame:
    """Score the tone in which words speak of an actor, with a probability; unsure, give no label.

    The weights were fitted to sentences of US political news with all names masked (NewsMTSC, see
    `benchmarks/README.md`): what is learnt is the wording, not who is liked. Elsewhere expect less.

    Parameters
    ----------
    spans
        One row per span: `text`; `start` and `end`, the place of the actor in it, in code points; `own`,
        whether the actor says these words. Without `own` a verb of saying next to the actor decides.
    at_least
        A label with a smaller probability is withheld: the label is missing, the probability is told.

    Returns
    -------
    `polarity` is the probability of positive less that of negative. `evidence` lists the features that
    count most for it, with their weight and rule; the rules of `target` count beside them.

    Examples
    --------
    >>> spans = pd.DataFrame({"text": ["Ann lied about the attack, critics said."], "start": [0], "end": [3]})
    >>> linear(spans).label.tolist()
    ['negative']
    """
    require(spans, "text", of="spans")
    model, found, evidence = linear_model(), [], []
    for text, start, end, own in rows(spans):
        if isinstance(text, str):
            reading = read(text, start, end)
            probabilities, told = _score(reading, speaks(reading) if own is None else own, model)
        else:
            probabilities, told = np.full(3, np.nan), []
        found.append(probabilities)
        evidence.append(told)
    return _result(spans.index, np.array(found).reshape(-1, 3), evidence, at_least)


def _score(reading: Reading, own: bool, model: LinearModel) -> tuple[np.ndarray, list[str]]:
    counted = model.contributions(features(reading, own, _known()))
    probabilities = model.probabilities(list(counted.values()), numbers(reading, own))
    weights = {feature: weight[2] - weight[0] for feature, weight in counted.items()}
    heaviest = sorted(weights, key=lambda feature: -abs(weights[feature]))[:_SHOWN]
    told = [feature.split("|", 1) for feature in heaviest]
    return probabilities, [
        f"{words} {weights[feature]:+.2f} {rule}"
        for feature, (rule, words) in zip(heaviest, told, strict=True)
    ]


@cache
def _known() -> frozenset[str]:
    return linear_model().known


def _result(index: pd.Index, found: np.ndarray, evidence: list[list[str]], at_least: float) -> pd.DataFrame:
    probability = found.max(axis=1) if len(found) else np.empty(0)
    best = [LABELS[row.argmax()] if row.max() >= at_least else None for row in found]
    return scores(index, found[:, 2] - found[:, 0], label=best, probability=probability, evidence=evidence)
