"""Tests by documents: against t of document means, wire copy as one, families, shifts, change points."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import false_discovery_control, ttest_ind
from scipy.stats import t as t_distribution

from discourse.errors import DiscourseError
from discourse.measures import (
    change_points,
    framing_differences,
    framing_shares,
    lexical_shift,
    resampled_shares,
)
from discourse.measures.comparing import p_of_no_difference, two_sides
from discourse.measures.families import benjamini_hochberg, holm

CONTRAST = ["war", "crisis"]


def framings_of(shares, documents=20, each=5, seed=0):
    """For each voice, documents of its own with so many framings, `war` in the share given."""
    random = np.random.default_rng(seed)
    rows = [
        (f"{voice}-{i}", voice, "war" if random.random() < share else "crisis")
        for voice, share in shares.items()
        for i in range(documents)
        for _ in range(each)
    ]
    return pd.DataFrame(rows, columns=["doc_id", "voice", "frame"]).assign(use="asserted")


@pytest.mark.parametrize("seed", range(5))
def test_with_documents_of_one_size_the_test_is_nearly_a_t_test_of_their_means(seed):
    framings = framings_of({"xi": 0.5, "nato": 0.55}, seed=seed)
    sides = two_sides(
        framings, "frame", by="voice", target="xi", reference="nato", documents=None, name="framings"
    )
    p = dict(zip(sides.items, p_of_no_difference(sides), strict=True))["war"]
    means = framings.assign(war=framings["frame"].eq("war")).groupby(["voice", "doc_id"])["war"].mean()
    expected = ttest_ind(means["xi"], means["nato"]).pvalue
    assert p == pytest.approx(expected, abs=0.01)


def test_few_documents_never_give_a_very_small_p():
    framings = framings_of({"xi": 1.0, "nato": 0.0}, documents=5)
    p = framing_differences(framings, contrast=CONTRAST)["p"]
    assert p.tolist() == pytest.approx([2 * t_distribution.sf(np.sqrt(10), 9)] * 2)


def test_wire_copy_counts_as_one_document():
    framings = framings_of({"xi": 0.3, "nato": 0.7})
    ids = framings["doc_id"].unique()
    documents = pd.DataFrame(
        {"doc_id": ids, "duplicate_group": [f"{i[:4]}{int(i.split('-')[1]) // 4}" for i in ids]}
    )
    alone = framing_differences(framings, contrast=CONTRAST)
    copies = framing_differences(framings, contrast=CONTRAST, documents=documents)
    assert (copies["p"] > alone["p"]).all()
    assert copies["difference"].tolist() == pytest.approx(alone["difference"].tolist())


def test_the_same_documents_on_both_sides_are_taken_into_account():
    framings = framings_of({"xi": 0.5, "nato": 0.5})
    shared = framings.assign(doc_id=framings["doc_id"].str.split("-").str[1])
    found = framing_differences(shared, contrast=CONTRAST)
    assert found["p"].between(0, 1).all()
    assert found["low"].iloc[0] < found["difference"].iloc[0] < found["high"].iloc[0]


def test_small_groups_are_not_tested_and_not_in_the_family():
    framings = pd.concat([framings_of({"xi": 0.5, "nato": 0.5}), framings_of({"un": 0.5}, documents=3)])
    found = framing_differences(framings, contrast=CONTRAST)
    assert found.loc[found["too_few"], ["difference", "p", "p_holm"]].isna().all().all()
    assert found["family"].unique().tolist() == [2]


def test_one_group_has_nobody_to_differ_from():
    assert framing_differences(framings_of({"xi": 0.5}), contrast=CONTRAST).empty


def test_benjamini_and_hochberg_agree_with_scipy():
    p = np.array([0.001, 0.2, 0.03, 0.04, 0.5])
    assert benjamini_hochberg(p) == pytest.approx(false_discovery_control(p))


def test_holm_as_worked_by_hand():
    assert holm(np.array([0.02, 0.01, 0.6])) == pytest.approx([0.04, 0.03, 0.6])
    assert holm(np.array([])).tolist() == []


def test_a_resampled_interval_is_about_the_jackknife_s():
    framings = framings_of({"xi": 0.4}, documents=60)
    drawn, default = (measure(framings, contrast=CONTRAST) for measure in (resampled_shares, framing_shares))
    assert drawn["low"].to_numpy() == pytest.approx(default["low"].to_numpy(), abs=0.03)
    assert drawn["high"].to_numpy() == pytest.approx(default["high"].to_numpy(), abs=0.03)


def test_the_seed_makes_the_interval():
    framings = framings_of({"xi": 0.4})
    one, same, other = (resampled_shares(framings, contrast=CONTRAST, seed=seed) for seed in (1, 1, 2))
    assert one.equals(same)
    assert not one.equals(other)


def test_strata_keep_their_documents():
    framings = framings_of({"xi": 1.0, "nato": 0.0})
    documents = pd.DataFrame({"doc_id": framings["doc_id"].unique()})
    documents["outlet"] = documents["doc_id"].str.split("-").str[0]
    found = resampled_shares(framings, contrast=CONTRAST, by=None, documents=documents, strata="outlet")
    assert found[["low", "high"]].to_numpy() == pytest.approx(np.full((2, 2), 0.5))


def test_too_few_resamples_are_refused():
    with pytest.raises(DiscourseError) as error:
        resampled_shares(framings_of({"xi": 0.5}), contrast=CONTRAST, n_resamples=10)
    assert str(error.value) == "n_resamples is 10; an interval needs 200 or more"


def test_contributions_to_a_shift_add_up_to_one():
    random = np.random.default_rng(0)
    tokens = pd.DataFrame(
        {
            "doc_id": random.integers(0, 20, 500).astype(str),
            "term": random.choice(list("abcdefgh"), 500),
            "voice": random.choice(["xi", "nato"], 500),
        }
    )
    shift = lexical_shift(tokens, target="xi", min_count=1)
    assert shift["contribution"].abs().sum() == pytest.approx(1)
    assert shift["difference"].sum() == pytest.approx(0)


def dated(framings, changes_at):
    """Documents in twelve months; `xi` says crisis before the change and war after it."""
    ids = framings["doc_id"].unique()
    months = [1 + i * 12 // len(ids) for i in range(len(ids))]
    documents = pd.DataFrame({"doc_id": ids, "date": [f"2022-{month:02}-10" for month in months]})
    month = framings["doc_id"].map(dict(zip(ids, months, strict=True)))
    return framings.assign(frame=np.where(month >= changes_at, "war", "crisis")), documents


def test_a_change_is_found_where_it_was_made():
    framings, documents = dated(framings_of({"xi": 0.5}, documents=48), changes_at=8)
    found = change_points(framings, frame="war", contrast=CONTRAST, documents=documents, n_resamples=200)
    assert found[["since", "share_before", "share_after"]].to_numpy().tolist() == [["2022-08", 0.0, 1.0]]
    assert found["p"].iloc[0] < 0.01


def test_where_nothing_changes_the_strongest_change_is_weak():
    framings = framings_of({"xi": 0.5}, documents=48, seed=3)
    _, documents = dated(framings, changes_at=8)
    found = change_points(framings, frame="war", contrast=CONTRAST, documents=documents, n_resamples=200)
    assert found["p"].iloc[0] > 0.05


def test_a_change_needs_enough_documents():
    framings, documents = dated(framings_of({"xi": 0.5}, documents=4), changes_at=8)
    found = change_points(framings, frame="war", contrast=CONTRAST, documents=documents)
    assert found["too_few"].tolist() == [True]
    assert found[["since", "p"]].isna().all().all()
