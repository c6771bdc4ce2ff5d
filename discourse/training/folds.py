"""What is found in texts that were not learned from: every text in turn is held out with its fold."""

import hashlib
from collections.abc import Iterator, Sequence

import numpy as np

from discourse.annotations.statements.tagging.proposing import Proposal, batches, propose
from discourse.annotations.statements.tagging.weights import HUNDREDTHS
from discourse.training.examples import Example
from discourse.training.learning import learn

HeldOut = tuple[Example, list[Proposal]]
"""A text that was not learned from, and what is proposed for it."""


def folds_of(examples: Sequence[Example], n_folds: int) -> list[int]:
    """Deal texts out to folds of equal size, in the order of a hash of their names."""
    by_hash = sorted(range(len(examples)), key=lambda i: hashlib.sha256(examples[i].name.encode()).digest())
    folds = [0] * len(examples)
    for place, number in enumerate(by_hash):
        folds[number] = place % n_folds
    return folds


def held_out_proposals(
    examples: Sequence[Example], folds: Sequence[int], n_features: int
) -> Iterator[HeldOut]:
    """Give each text with what weights from the other folds propose for it."""
    for fold in range(max(folds) + 1):
        others = [e for e, its in zip(examples, folds, strict=True) if its != fold]
        weights, transitions = learn([window for e in others for window in e.windows], n_features)
        for example, its in zip(examples, folds, strict=True):
            if its == fold:
                yield example, proposals_of(example, weights, transitions)


def proposals_of(example: Example, weights: np.ndarray, transitions: np.ndarray) -> list[Proposal]:
    """Give what weights propose for a text."""
    proposals: list[Proposal] = []
    for first, behind in batches(example.found):
        scores = np.concatenate(
            [weights[window.rows].sum(axis=1) for window in example.windows[first:behind]]
        )
        proposals += propose(example.found[first:behind], scores / HUNDREDTHS, transitions / HUNDREDTHS)
    return proposals
