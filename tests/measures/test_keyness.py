"""Scores of words: against SciPy, against values worked by hand, and by their laws."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, chi2_contingency

from discourse.errors import DiscourseError, UnknownNameError
from discourse.measures import keyness
from discourse.measures.keyness import log_odds, log_ratio, log_ratio_conservative, signed_g2


def tokens_of(counts, by="voice"):
    """Words in ten documents a side, from the counts {term: (target, reference)}."""
    rows = [
        (f"{side}{i % 10}", side, term)
        for term, pair in counts.items()
        for side, n in zip(("mirror", "times"), pair, strict=True)
        for i in range(n)
    ]
    return pd.DataFrame(rows, columns=["doc_id", by, "term"])


counts = st.dictionaries(
    st.sampled_from("abcdef"), st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=2
).filter(lambda c: all(sum(pair[side] for pair in c.values()) > 0 for side in (0, 1)))


def test_g2_agrees_with_scipy():
    found = signed_g2(np.array([30.0, 70.0]), np.array([5.0, 95.0]), 100, 100)
    expected = chi2_contingency([[30, 5], [70, 95]], lambda_="log-likelihood", correction=False).statistic
    assert found == pytest.approx([expected, -expected])


def test_a_term_on_one_side_only_has_a_g2():
    expected = chi2_contingency([[12, 0], [88, 100]], lambda_="log-likelihood", correction=False).statistic
    assert signed_g2(np.array([12.0]), np.array([0.0]), 100, 100) == pytest.approx([expected])


def test_log_ratio_is_in_doublings_and_half_a_use_stands_for_none():
    assert log_ratio(np.array([8, 4]), np.array([2, 0]), 100, 100) == pytest.approx([2, 3])
    assert log_ratio(np.array([8]), np.array([8]), 100, 400) == pytest.approx([2])


def test_the_conservative_log_ratio_is_the_near_limit_of_clopper_and_pearson():
    limits = binomtest(30, 35).proportion_ci(0.95, method="exact")
    found = log_ratio_conservative(np.array([30]), np.array([5]), 100, 200, alpha=0.05)
    assert found == pytest.approx([np.log2(limits.low / (1 - limits.low) * 2)])
    assert log_ratio_conservative(np.array([6]), np.array([5]), 100, 100, alpha=0.05).tolist() == [0.0]


def test_log_odds_as_worked_by_hand():
    # a = 30 of 100, b = 5 of 100, prior 10 words of 40: ln(40 / 100) - ln(15 / 125), sd = sqrt(1/40 + 1/15)
    score, error = log_odds(np.array([30.0]), np.array([5.0]), 100, 100, prior=np.array([10.0, 30.0])[:1])
    assert score == pytest.approx([np.log(40 / (100 + 10 - 30 - 10)) - np.log(15 / (100 + 10 - 5 - 10))])
    assert error == pytest.approx([np.sqrt(1 / 40 + 1 / 15)])


def test_the_only_word_there_is_sets_nobody_apart():
    found = keyness(tokens_of({"war": (10, 20)}), target="mirror")
    assert found[["g2", "log_ratio_conservative", "log_odds"]].to_numpy().tolist() == [[0, 0, 0]]


def test_a_larger_prior_draws_scores_to_none():
    tokens = tokens_of({"crisis": (30, 5), "budget": (70, 95)})
    near, far = (keyness(tokens, target="mirror", prior=p)["log_odds"].abs() for p in (10_000, 10))
    assert (near < far).all()


@given(counts)
def test_swapping_the_sides_turns_every_score_round(given_counts):
    tokens = tokens_of(given_counts)
    one = keyness(tokens, target="mirror", min_count=1).set_index("term").sort_index()
    other = keyness(tokens, target="times", min_count=1).set_index("term").sort_index()
    for column in ("g2", "log_ratio", "log_ratio_conservative", "log_odds"):
        assert one[column].to_numpy() == pytest.approx(-other[column].to_numpy(), abs=1e-9)
    assert one["p"].to_numpy() == pytest.approx(other["p"].to_numpy(), abs=1e-9)


def test_one_article_full_of_a_word_is_no_evidence():
    spread = tokens_of({"crisis": (40, 0), "budget": (60, 100)})
    bunched = spread.assign(doc_id=spread["doc_id"].mask(spread["term"] == "crisis", "mirror0"))
    p = [keyness(t, target="mirror").set_index("term")["p"]["crisis"] for t in (spread, bunched)]
    assert p[0] < 0.01
    assert p[1] > 0.2


def test_the_family_is_what_is_shown():
    tokens = tokens_of({"crisis": (30, 5), "budget": (70, 95), "rare": (1, 0), "the": (50, 50)})
    found = keyness(tokens, target="mirror", stop_words=["the"])
    assert found["family"].tolist() == [2, 2]
    assert (found["p_holm"] >= found["p"]).all()
    assert found["n_target"].tolist() == [30, 70]


def test_stop_words_count_in_the_totals():
    tokens = tokens_of({"crisis": (30, 5), "the": (70, 95)})
    assert keyness(tokens, target="mirror", stop_words=["the"])["per_million_target"].tolist() == [300_000]


@pytest.mark.parametrize(
    ("options", "kind", "message"),
    [
        (
            {"target": "Miror"},
            UnknownNameError,
            "target voice 'Miror' is unknown. Known: 'mirror', 'times'. Did you mean 'mirror'?",
        ),
        (
            {"target": "mirror", "reference": "mirror"},
            DiscourseError,
            "'mirror' has nothing to be compared with in voice; it needs another group",
        ),
        ({"target": "mirror", "prior": 0}, DiscourseError, "prior is 0; it must be more than 0 words"),
    ],
)
def test_what_cannot_be_compared_is_said(options, kind, message):
    with pytest.raises(kind) as error:
        keyness(tokens_of({"a": (3, 3)}), **options)
    assert str(error.value) == message
