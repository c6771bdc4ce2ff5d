"""Learning weights from labelled windows: a conditional random field, by averaged stochastic gradient descent.

Each step makes the marked labels of a few windows more probable (Lafferty, McCallum and Pereira 2001). Its
length is set for each weight by how much that weight has moved already (Duchi, Hazan and Singer 2011), and the
mean of many states is kept (Polyak and Juditsky 1992). All is in a fixed order: the same texts give the same
weights.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from discourse.annotations.statements.tagging.chain import inside, padded, probabilities
from discourse.annotations.statements.tagging.labels import LABELS
from discourse.annotations.statements.tagging.weights import HUNDREDTHS

NO_FEATURE = 0
_AT_ONCE = 48
_ROUNDS = 10
_STEP = 0.01
_STEP_OF_TRANSITIONS = 0.4
_SHRINK = 0.1
_MOVED_AT_FIRST = 1.0
_FIRST_KEPT_ROUND = 2
_KEEP_EVERY = 25
_LEAST_WEIGHT = 3
"""Features whose weights are all smaller, in hundredths, are left out: the file is small and does better."""


@dataclass(frozen=True)
class Window:
    """A window: for each token the rows of its features (one column per template) and its label."""

    rows: np.ndarray
    labels: np.ndarray


class _Moving:
    """Weights on the move: how much each has moved, and the sum of the states that are kept."""

    def __init__(self, shape: tuple[int, ...]):
        self.now = np.zeros(shape)
        self.moved = np.full(shape, _MOVED_AT_FIRST)
        self.sum = np.zeros(shape)

    def step(self, rows, slope: np.ndarray, length: float) -> None:
        self.moved[rows] += slope**2
        self.now[rows] -= length * slope / np.sqrt(self.moved[rows])


@dataclass(frozen=True)
class _Batch:
    """Windows of about one length, end to end; `order` sorts their features, `begins` is where each begins."""

    rows: np.ndarray
    labels: np.ndarray
    lengths: list[int]
    features: np.ndarray
    begins: np.ndarray
    tokens: np.ndarray
    steps: np.ndarray


def learn(windows: Sequence[Window], n_features: int, *, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Give the weights of features (a row each, a column per label) and of transitions, in hundredths.

    Row `NO_FEATURE` stands for a feature without weight and stays zero.
    """
    features = _Moving((n_features, len(LABELS)))
    transitions = _Moving((len(LABELS), len(LABELS)))
    batches = list(_batches(windows))
    order, kept = np.random.default_rng(seed), 0
    for round_number in range(_ROUNDS):
        for number, chosen in enumerate(order.permutation(len(batches))):
            _step(batches[chosen], features, transitions)
            if round_number >= _FIRST_KEPT_ROUND and number % _KEEP_EVERY == 0:
                features.sum += features.now
                transitions.sum += transitions.now
                kept += 1
    features.sum[NO_FEATURE] = 0
    kept = max(kept, 1)
    return _thinned(features.sum / kept), np.rint(transitions.sum / kept * HUNDREDTHS).astype(int)


def _thinned(weights: np.ndarray) -> np.ndarray:
    """Round to hundredths and leave out the features that matter little."""
    rounded = np.rint(weights * HUNDREDTHS).astype(int)
    rounded[np.abs(rounded).max(axis=1) < _LEAST_WEIGHT] = 0
    return rounded


def _batches(windows: Sequence[Window]) -> Iterator[_Batch]:
    order = np.argsort([len(window.labels) for window in windows], kind="stable")
    for first in range(0, len(order), _AT_ONCE):
        yield _batch([windows[i] for i in order[first : first + _AT_ONCE]])


def _batch(windows: Sequence[Window]) -> _Batch:
    rows = np.concatenate([window.rows for window in windows])
    labels = np.concatenate([window.labels for window in windows])
    lengths = [len(window.labels) for window in windows]
    flat = rows.ravel()
    order = np.argsort(flat, kind="stable")
    features, begins = np.unique(flat[order], return_index=True)
    follows = np.repeat(np.arange(len(lengths)), lengths)
    within = follows[1:] == follows[:-1]
    steps = np.zeros((len(LABELS), len(LABELS)))
    np.add.at(steps, (labels[:-1][within], labels[1:][within]), 1)
    return _Batch(rows, labels, lengths, features, begins, (order // rows.shape[1]).astype(np.int32), steps)


def _step(batch: _Batch, features: _Moving, transitions: _Moving) -> None:
    """Move the weights so that the marked labels of a batch become more probable."""
    scores = features.now[batch.rows].sum(axis=1)
    each, _, steps = probabilities(padded(scores, batch.lengths), batch.lengths, transitions.now)
    excess = each[inside(batch.lengths)]
    excess[np.arange(len(batch.labels)), batch.labels] -= 1
    slope = np.add.reduceat(excess[batch.tokens], batch.begins, axis=0)
    slope += _SHRINK * features.now[batch.features]
    if batch.features[0] == NO_FEATURE:
        slope[0] = 0
    features.step(batch.features, slope, _STEP)
    transitions.step(slice(None), steps - batch.steps, _STEP_OF_TRANSITIONS)
