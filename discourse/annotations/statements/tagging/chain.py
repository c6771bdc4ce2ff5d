"""A chain of labels: which path through a window is best, and how probable each label is.

Windows are padded to one length and worked on together: `scores[w, t, l]` is what speaks for label `l` at
token `t` of window `w`, `transitions[k, l]` for label `l` behind label `k`. The probabilities are those of a
conditional random field (Lafferty, McCallum and Pereira 2001); the best path is Viterbi's (1967).
"""

from collections.abc import Sequence

import numpy as np


def padded(scores: np.ndarray, lengths: Sequence[int]) -> np.ndarray:
    """Cut scores that lie end to end into windows padded with zeros."""
    windows = np.zeros((len(lengths), max(lengths), scores.shape[1]))
    windows[inside(lengths)] = scores
    return windows


def inside(lengths: Sequence[int]) -> np.ndarray:
    """Whether a place of a padded window holds a token."""
    return np.arange(max(lengths)) < np.asarray(lengths)[:, None]


def best_paths(scores: np.ndarray, lengths: Sequence[int], transitions: np.ndarray) -> list[np.ndarray]:
    """Give the best labels of each window.

    Examples
    --------
    >>> scores, never_twice = np.array([[[0.0, 1.0], [0.0, 0.9]]]), np.array([[0.0, 0.0], [0.0, -5.0]])
    >>> best_paths(scores, [2], never_twice)[0].tolist()
    [1, 0]
    """
    n_windows, longest, n_labels = scores.shape
    there = inside(lengths)
    stay = np.arange(n_labels)
    came_from = np.zeros((n_windows, longest, n_labels), dtype=np.int64)
    best = scores[:, 0]
    for t in range(1, longest):
        steps = best[:, :, None] + transitions
        here = there[:, t, None]
        came_from[:, t] = np.where(here, steps.argmax(axis=1), stay)
        best = np.where(here, steps.max(axis=1) + scores[:, t], best)
    paths = np.zeros((n_windows, longest), dtype=np.int64)
    paths[:, -1] = best.argmax(axis=1)
    windows = np.arange(n_windows)
    for t in range(longest - 1, 0, -1):
        paths[:, t - 1] = came_from[windows, t, paths[:, t]]
    return [path[:length] for path, length in zip(paths, lengths, strict=True)]


def path_score(scores: np.ndarray, path: np.ndarray, transitions: np.ndarray) -> float:
    """Give what speaks for one path through one window."""
    return float(scores[np.arange(len(path)), path].sum() + transitions[path[:-1], path[1:]].sum())


def probabilities(
    scores: np.ndarray, lengths: Sequence[int], transitions: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give the probability of each label at each token, the log of the sum over all paths, and expected transitions.

    Forward and backward sums are scaled at each token, so that nothing overflows.

    Examples
    --------
    >>> each, total, steps = probabilities(np.zeros((1, 2, 2)), [2], np.zeros((2, 2)))
    >>> each[0].tolist(), round(float(np.exp(total[0])), 6), steps.tolist()
    ([[0.5, 0.5], [0.5, 0.5]], 4.0, [[0.25, 0.25], [0.25, 0.25]])
    """
    there = inside(lengths)
    highest = scores.max(axis=2, keepdims=True)
    here, step = np.exp(scores - highest), np.exp(transitions)
    forward, scale = np.empty_like(scores), np.ones(there.shape)
    scale[:, 0] = here[:, 0].sum(axis=1)
    forward[:, 0] = here[:, 0] / scale[:, 0, None]
    for t in range(1, scores.shape[1]):
        sums = (forward[:, t - 1] @ step) * here[:, t]
        scale[:, t] = sums.sum(axis=1)
        forward[:, t] = sums / scale[:, t, None]
    backward = np.ones_like(scores)
    for t in range(scores.shape[1] - 2, -1, -1):
        sums = (here[:, t + 1] * backward[:, t + 1]) @ step.T / scale[:, t + 1, None]
        backward[:, t] = np.where(there[:, t + 1, None], sums, 1.0)
    each = forward * backward * there[:, :, None]
    later = here[:, 1:] * backward[:, 1:] / scale[:, 1:, None] * there[:, 1:, None]
    before = forward[:, :-1].reshape(-1, len(step))
    expected = before.T @ later.reshape(-1, len(step)) * step
    total = ((np.log(scale) + highest[:, :, 0]) * there).sum(axis=1)
    return each, total, expected
