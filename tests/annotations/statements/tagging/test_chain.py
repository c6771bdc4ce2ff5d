"""Paths and probabilities of a chain against counting every path."""

import itertools

import numpy as np
import pytest

from discourse.annotations.statements.tagging.chain import (
    best_paths,
    inside,
    padded,
    path_score,
    probabilities,
)

LENGTHS = [4, 1, 3]
N_LABELS = 3


@pytest.fixture(params=range(5))
def chain(request):
    drawn = np.random.default_rng(request.param)
    ends = drawn.normal(scale=3, size=(sum(LENGTHS), N_LABELS))
    return padded(ends, LENGTHS), drawn.normal(scale=2, size=(N_LABELS, N_LABELS))


def every_path(scores, length, transitions):
    for labels in itertools.product(range(N_LABELS), repeat=length):
        path = np.array(labels)
        yield path, path_score(scores[:length], path, transitions)


def test_the_best_path_is_the_best_of_all(chain):
    windows, transitions = chain
    for window, length, path in zip(windows, LENGTHS, best_paths(windows, LENGTHS, transitions), strict=True):
        best = max(every_path(window, length, transitions), key=lambda pair: pair[1])[0]
        assert path.tolist() == best.tolist()


def test_probabilities_are_those_of_counting_every_path(chain):
    windows, transitions = chain
    each, totals, steps = probabilities(windows, LENGTHS, transitions)
    expected_steps = np.zeros_like(transitions)
    for number, length in enumerate(LENGTHS):
        paths = list(every_path(windows[number], length, transitions))
        odds = np.exp([score for _, score in paths])
        shares = odds / odds.sum()
        expected = np.zeros((length, N_LABELS))
        for (path, _), share in zip(paths, shares, strict=True):
            expected[np.arange(length), path] += share
            np.add.at(expected_steps, (path[:-1], path[1:]), share)
        assert np.allclose(each[number, :length], expected)
        assert not each[number, length:].any()
        assert np.isclose(totals[number], np.log(odds.sum()))
    assert np.allclose(steps, expected_steps)


def test_great_scores_and_long_windows_overflow_nowhere():
    scores = np.full((1, 5_000, N_LABELS), 400.0)
    each, totals, _ = probabilities(scores, [5_000], np.full((N_LABELS, N_LABELS), 20.0))
    assert np.isfinite(totals).all()
    assert np.allclose(each, 1 / N_LABELS)


def test_padding_stands_behind_the_tokens():
    assert inside([1, 3]).tolist() == [[True, False, False], [True, True, True]]
