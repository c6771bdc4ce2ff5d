"""The simulation behind the promises of intervals and tests: it counts as the public measures do."""

import numpy as np
import pandas as pd
import pytest

from benchmarks.intervals import chi_squared, coverage, limits, p_values
from benchmarks.simulated import simulate
from discourse.measures import framing_differences, framing_shares

CONTRAST = ["war", "crisis"]


def counts(corpora):
    """The words and sizes of the first corpus, as whole numbers."""
    return corpora.words[0].astype(int), corpora.sizes[0].astype(int)


def framings_of(sides):
    """One framing per item of the first corpus of each side; a unit is a document."""
    rows = [
        (f"{side}{unit}", side, frame)
        for side, corpora in zip("ab", sides, strict=True)
        for unit, (war, size) in enumerate(zip(*counts(corpora), strict=True))
        for frame in ["war"] * war + ["crisis"] * (size - war)
    ]
    return pd.DataFrame(rows, columns=["doc_id", "voice", "frame"]).assign(use="asserted")


@pytest.mark.parametrize("share", [0.1, 0.5])
def test_what_is_simulated_is_what_the_measures_do(share):
    sides = simulate(np.random.default_rng(1), (share, share), corpora=1, documents=40)
    framings = framings_of(sides)
    shares = framing_shares(framings, contrast=CONTRAST).query("frame == 'war'")
    expected = pd.concat([limits(corpora) for corpora in sides])
    assert shares[["low", "high"]].to_numpy() == pytest.approx(expected[["low", "high"]].to_numpy())
    p = framing_differences(framings, contrast=CONTRAST)["p"].iloc[0]
    assert p_values(*sides) == pytest.approx([p])


def test_simulated_corpora_have_the_share_that_they_should():
    (corpora,) = simulate(np.random.default_rng(2), (0.2,), corpora=2000, documents=30)
    assert corpora.words.sum() / corpora.sizes.sum() == pytest.approx(0.2, abs=0.01)
    assert (corpora.sizes == 0).mean() == pytest.approx(0.16, abs=0.02)


def test_intervals_by_documents_hold_where_those_by_tokens_do_not():
    found = coverage(np.random.default_rng(3), runs=1000, documents=30, share=0.2)
    assert 0.93 <= found["by documents"] <= 0.98
    assert found["tokens"] < 0.8


def test_tokens_cry_wolf_where_documents_do_not():
    pair = simulate(np.random.default_rng(4), (0.5, 0.5), corpora=500, documents=30)
    assert (p_values(*pair) < 0.05).mean() < 0.08
    assert (chi_squared(*pair) > 3.84).mean() > 0.2
