"""Differences between actors: only what the scorer can carry."""

import pandas as pd
import pytest

from discourse.errors import MissingColumnError
from discourse.measures import tone_differences


def means(**tone) -> pd.DataFrame:
    values = list(tone.values())
    return pd.DataFrame({"toward": list(tone), "n": 50, "tone": values}).assign(
        low=lambda t: t["tone"] - 0.3, high=lambda t: t["tone"] + 0.3
    )


def test_the_error_toward_either_is_reckoned():
    row = tone_differences(means(ann=0.5, bob=0.0)).iloc[0]
    assert row["high"] - row["low"] == pytest.approx(2 * 0.3 * 2**0.5)
    assert row["credible"]


def test_intervals_that_meet_can_still_be_too_close():
    assert not tone_differences(means(ann=0.3, bob=0.0))["credible"].any()


def test_the_more_pairs_the_more_is_asked():
    """A difference that stands alone falls among ten actors."""
    alone = means(ann=0.45, bob=0.0)
    assert tone_differences(alone)["credible"].tolist() == [True]
    crowd = means(ann=0.45, bob=0.0, **{f"x{i}": 0.2 for i in range(8)})
    assert not tone_differences(crowd)["credible"].any()


def test_what_has_too_few_spans_or_no_validation_differs_from_nothing():
    few = means(ann=0.9, bob=float("nan"))
    assert tone_differences(few)["credible"].tolist() == [False]
    assert tone_differences(few)["difference"].isna().all()


def test_the_limits_of_a_mean_at_the_end_of_the_scale_are_not_mistaken_for_certainty():
    cut = means(ann=0.95, bob=0.0).assign(high=[1.0, 0.3])
    assert tone_differences(cut)["low"][0] == pytest.approx(
        tone_differences(means(ann=0.95, bob=0.0))["low"][0]
    )


def test_actors_are_compared_within_the_other_groups():
    table = pd.concat([means(ann=0.5, bob=0.0).assign(outlet=o) for o in ("Mirror", "Times")])
    found = tone_differences(table[["toward", "outlet", "n", "tone", "low", "high"]])
    assert found[["outlet", "first", "second"]].to_numpy().tolist() == [
        ["Mirror", "ann", "bob"],
        ["Times", "ann", "bob"],
    ]


def test_one_actor_differs_from_nobody():
    assert tone_differences(means(ann=0.5)).empty


def test_a_table_without_tone_is_refused():
    with pytest.raises(MissingColumnError):
        tone_differences(pd.DataFrame({"toward": ["ann"], "n": 3}))
