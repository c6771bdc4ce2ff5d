"""Mean tone by hand and against a plain formula."""

import math

import numpy as np
import pandas as pd
import pytest

from discourse.errors import DiscourseError
from discourse.measures import mean_tone, tone_validity


@pytest.fixture
def tone():
    rows = 30
    return pd.DataFrame(
        {
            "doc_id": list("abcdef") * 5,
            "polarity": np.linspace(-0.5, 0.5, rows),
            "subjectivity": 0.5,
            "scorer": "textblob",
            "evidence": [["good +0.70"], [], []] * 10,
            "of": ["xi"] * 25 + [None] * 5,
            "toward": None,
            "statement_id": ["s"] * 30,
        }
    )


def test_means_and_counts_can_be_checked_by_head(tone):
    xi = mean_tone(tone).set_index("of").loc["xi"]
    assert xi["n"] == 25
    assert xi["n_documents"] == 6
    assert xi["polarity"] == pytest.approx(tone["polarity"][:25].mean())
    assert xi["subjectivity"] == 0.5


def test_statements_of_nobody_known_are_unknown(tone):
    assert mean_tone(tone)["of"].tolist() == ["unknown", "xi"]


def test_the_interval_is_that_of_document_means_when_documents_are_equally_long():
    """With one span per document it is the textbook interval of a mean."""
    polarity = [0.1, 0.3, -0.2, 0.4, 0.0] * 6
    tone = pd.DataFrame({"doc_id": range(30), "polarity": polarity, "subjectivity": 0.0})
    row = mean_tone(tone, by=None).iloc[0]
    reach = 2.0452 * np.std(polarity, ddof=1) / math.sqrt(30)
    assert [row["sampling_low"], row["sampling_high"]] == pytest.approx(
        [0.12 - reach, 0.12 + reach], abs=2e-4
    )


def test_coverage_is_the_share_of_spans_with_a_known_word(tone):
    plain = tone.assign(polarity=0.0, subjectivity=0.0)
    assert mean_tone(plain)["coverage"].tolist()[1] == pytest.approx(9 / 25)
    without = plain.drop(columns="evidence").assign(polarity=[0.0, 0.2] * 15)
    assert mean_tone(without).set_index("of").loc["xi", "coverage"] == pytest.approx(12 / 25)


def test_no_sentence_counts_twice(tone):
    """Sentences, statements and sentences that name an actor overlap; each question takes its own kind."""
    sentences = tone.assign(of=None, statement_id=None)
    toward = sentences.assign(toward="nato")
    everything = pd.concat([tone, sentences, toward], ignore_index=True)
    assert mean_tone(everything, by=None)["n"].tolist() == [30]
    assert mean_tone(everything, by="of")["n"].sum() == 30
    assert mean_tone(everything, by="toward")["n"].tolist() == [30]


def test_scores_of_two_scorers_are_not_mixed(tone):
    both = pd.concat([tone, tone.assign(scorer="vader")])
    with pytest.raises(DiscourseError) as error:
        mean_tone(both)
    assert str(error.value) == (
        "the tone table holds the scores of 'textblob', 'vader'; choose one, or add 'scorer' to by="
    )
    assert mean_tone(both, by=["of", "scorer"])["n"].sum() == 60


def test_too_few_spans_get_no_mean(tone):
    few = mean_tone(tone.head(10))
    assert few["too_few"].tolist() == [True]
    numbers = ["polarity", "sampling_low", "sampling_high", "tone", "low", "high", "subjectivity"]
    assert few[numbers].isna().all(axis=None)


def test_spans_without_a_score_are_not_counted(tone):
    tone.loc[:4, "polarity"] = np.nan
    assert mean_tone(tone)["n"].sum() == 25


def test_a_scorer_without_subjectivity_leaves_it_missing(tone):
    assert mean_tone(tone.assign(subjectivity=np.nan))["subjectivity"].isna().all()
    assert mean_tone(tone.assign(subjectivity=np.nan))["polarity"].notna().any()


@pytest.fixture
def toward(tone):
    """Two actors, each in fifty documents, as the scorer `target` sees them."""
    rows = 100
    return pd.DataFrame(
        {
            "doc_id": range(rows),
            "polarity": np.tile([-0.6, -0.4, 0.2, 0.4], rows // 4),
            "subjectivity": np.nan,
            "scorer": "target",
            "of": ["outlet", "outlet", "xi", "xi"] * (rows // 4),
            "toward": ["putin", "putin", "nato", "nato"] * (rows // 4),
            "statement_id": [None, None, "s", "s"] * (rows // 4),
            "kind": [None, None, "direct", "indirect"] * (rows // 4),
        }
    )


def test_tone_toward_is_calibrated_and_its_interval_holds_the_error_of_the_scorer(toward):
    measured = tone_validity().set_index("scorer").loc["target"]
    putin = mean_tone(toward, by="toward").set_index("toward").loc["putin"]
    assert putin["polarity"] == pytest.approx(-0.5)
    assert putin["tone"] == pytest.approx(max(-1, measured["intercept"] - 0.5 * measured["slope"]))
    nato = mean_tone(toward, by="toward").set_index("toward").loc["nato"]
    assert nato["high"] - nato["low"] > 2 * 1.96 * measured["tau"]
    assert nato["sampling_high"] - nato["sampling_low"] < 0.1
    assert nato["tau"] == measured["tau"]


def test_more_documents_never_make_the_scorer_right(toward):
    many = pd.concat([toward.assign(doc_id=toward["doc_id"] + 100 * n) for n in range(20)])
    few, more = (mean_tone(t, by="toward").set_index("toward").loc["nato"] for t in (toward, many))
    assert (more["high"] - more["low"]) > 0.9 * (few["high"] - few["low"])


def test_tone_that_nobody_validated_has_no_calibrated_mean(tone, toward):
    numbers = ["tone", "low", "high", "tau"]
    assert mean_tone(tone, by="of")[numbers].isna().all(axis=None)
    assert mean_tone(toward.assign(scorer="mine"), by="toward")[numbers].isna().all(axis=None)
    assert mean_tone(toward.assign(scorer="mine"), by="toward")["polarity"].notna().all()


def test_what_is_said_about_somebody_is_no_tone_of_the_words(tone, toward):
    both = pd.concat([tone.assign(scorer="target"), toward])
    assert mean_tone(both, by="of")["n"].sum() == 30


def test_who_speaks_how_of_whom_is_a_table_of_pairs(toward):
    pairs = mean_tone(toward, by=["of", "toward"])
    assert pairs[["of", "toward", "n"]].to_numpy().tolist() == [["outlet", "putin", 50], ["xi", "nato", 50]]


def test_direct_and_indirect_words_can_be_told_apart(toward):
    apart = mean_tone(toward.assign(toward=None), by=["of", "kind"])
    assert apart.loc[apart["of"] == "xi", "kind"].tolist() == ["direct", "indirect"]


def test_a_mean_at_the_end_of_the_scale_keeps_the_error_of_the_scorer(toward):
    row = mean_tone(toward.assign(polarity=1.0), by="toward").iloc[0]
    assert row["tone"] == row["high"] == 1
    assert row["low"] < 0.6
