"""Reporting verbs: are some speakers doubted more than others?"""

import numpy as np
import pandas as pd
import pytest

from discourse.errors import UnknownNameError
from discourse.measures import cue_stance


def statements(marks, *, documents=40):
    """For each actor the share of statements with a verb of doubt, one statement a document and actor."""
    rows = [
        (f"d{i}", actor, "claim" if i < often * documents else "neutral")
        for actor, often in marks.items()
        for i in range(documents)
    ]
    return pd.DataFrame(rows, columns=["doc_id", "actor", "cue_class"]).assign(cue_negated=False)


def test_counts_shares_and_ratio_can_be_checked_by_head():
    found = cue_stance(statements({"russia": 0.5, "ukraine": 0.1, None: 0.1}), by=None).set_index("actor")
    assert found.index.tolist() == ["russia", "ukraine", "unknown"]
    assert found.loc["russia", ["n", "total", "share", "share_others"]].tolist() == [20, 40, 0.5, 0.1]
    assert found.loc["russia", "odds_ratio"] == pytest.approx((20.5 / 20.5) / (8.5 / 72.5))


def test_equal_speakers_have_a_ratio_of_one_inside_the_interval():
    table = statements({"russia": 0.2, "ukraine": 0.2})
    table["doc_id"] = table["doc_id"] + table["actor"]
    found = cue_stance(table, by=None)
    assert found["odds_ratio"].tolist() == pytest.approx([1, 1])
    assert ((found["low"] < 1) & (found["high"] > 1)).all()


def test_groups_are_compared_within_themselves():
    one = statements({"russia": 0.5, "ukraine": 0.1}).assign(outlet="Mirror")
    two = statements({"russia": 0.1, "ukraine": 0.5}).assign(outlet="Times")
    two["doc_id"] = "t" + two["doc_id"]
    found = cue_stance(pd.concat([one, two])).set_index(["outlet", "actor"])["odds_ratio"]
    assert found["Mirror", "russia"] > 1 > found["Times", "russia"]


def test_repeating_the_verbs_of_an_article_makes_nothing_surer():
    once = statements({"russia": 0.5, "ukraine": 0.1})
    many = pd.concat([once] * 10)
    width = [
        np.log(t["high"] / t["low"]).iloc[0] for t in (cue_stance(once, by=None), cue_stance(many, by=None))
    ]
    assert width[1] == pytest.approx(width[0], rel=0.1)


def test_an_actor_who_is_never_doubted_has_a_wide_interval():
    found = cue_stance(statements({"russia": 0.0, "ukraine": 0.2}), by=None).iloc[0]
    assert found["high"] / found["low"] > 50


def test_few_statements_get_no_number():
    found = cue_stance(statements({"russia": 0.5, "ukraine": 0.1}, documents=10), by=None)
    assert found["too_few"].all()
    assert found[["share", "share_others", "odds_ratio", "low", "high"]].isna().all(axis=None)


def test_denied_verbs_and_statements_without_a_verb_are_left_out():
    table = statements({"russia": 0.5, "ukraine": 0.1})
    more = pd.concat([table, table.assign(cue_negated=True), table.assign(cue_class=None)])
    pd.testing.assert_frame_equal(cue_stance(table, by=None), cue_stance(more, by=None))


def test_ninety_five_percent_intervals_cover_the_truth_in_93_to_97_percent():
    """Without a difference, in articles that repeat their verbs; 400 corpora of 60 articles."""
    random, covered = np.random.default_rng(7), 0
    for _ in range(400):
        habit = np.repeat(random.beta(2, 4, size=60), 4)
        table = pd.DataFrame(
            {
                "doc_id": np.repeat(np.arange(60), 4),
                "actor": np.tile(["russia", "ukraine"], 120),
                "cue_class": np.where(random.random(240) < habit, "claim", "neutral"),
                "cue_negated": False,
            }
        )
        first = cue_stance(table, by=None).iloc[0]
        covered += first["low"] <= 1 <= first["high"]
    assert 0.93 <= covered / 400 <= 0.97


def test_an_unknown_class_is_refused():
    with pytest.raises(UnknownNameError, match="cue class 'doubt' is unknown"):
        cue_stance(statements({"russia": 0.5}), by=None, cue_class="doubt")
