"""Many tests at once: what a p value is worth when it is one of a whole family."""

import numpy as np


def holm(p: np.ndarray) -> np.ndarray:
    """Give p values adjusted so that one false alarm in the whole family is as rare as promised.

    Source: Holm (1979), A simple sequentially rejective multiple test procedure, Scand. J. Statistics 6.

    Examples
    --------
    >>> holm(np.array([0.01, 0.04, 0.03])).round(3).tolist()
    [0.03, 0.06, 0.06]
    """
    p = np.asarray(p, dtype=float)
    order = np.argsort(p, kind="stable")
    steps = np.maximum.accumulate(p[order] * np.arange(len(p), 0, -1))
    return _in_place(order, np.minimum(steps, 1))


def benjamini_hochberg(p: np.ndarray) -> np.ndarray:
    """Give p values adjusted so that false alarms are as rare as promised among what is called different.

    Source: Benjamini & Hochberg (1995), Controlling the false discovery rate, JRSS B 57.

    Examples
    --------
    >>> benjamini_hochberg(np.array([0.01, 0.04, 0.03])).round(3).tolist()
    [0.03, 0.04, 0.04]
    """
    p = np.asarray(p, dtype=float)
    order = np.argsort(-p, kind="stable")
    steps = np.minimum.accumulate(p[order] * len(p) / np.arange(len(p), 0, -1))
    return _in_place(order, np.minimum(steps, 1))


def _in_place(order: np.ndarray, values: np.ndarray) -> np.ndarray:
    result = np.empty(len(order))
    result[order] = values
    return result
