"""Labels of some and scores of all, put together."""

import numpy as np
import pandas as pd
import pytest

from discourse.errors import DiscourseError
from discourse.measures import corrected_shares, corrected_tone
from discourse.measures.coding_sheets import coding_sheet, item_names
from discourse.measures.prediction_powered import power_tuned

LABELS = np.array(["negative", "neutral", "positive"])


def population(n: int, seed: int, skill: float = 1.0) -> pd.DataFrame:
    """Spans of one actor, with what people would say (`truth`) and what a scorer of some skill says."""
    random = np.random.default_rng(seed)
    truth = random.choice([-1, 0, 1], n, p=[0.5, 0.3, 0.2])
    polarity = np.clip(0.3 * skill * truth + random.normal(0.2, 0.15, n), -1, 1)
    place = {"doc_id": [f"d{i}" for i in range(n)], "part": "body", "start": 0, "end": 3}
    table = pd.DataFrame(place).assign(truth=truth, polarity=polarity, toward="xi")
    return table.assign(label=LABELS[(np.sign(polarity) * (abs(polarity) > 0.1)).astype(int) + 1])


def codes_of(table: pd.DataFrame, rows, probability=0.1) -> pd.DataFrame:
    items = item_names(table).iloc[rows]
    code = LABELS[table["truth"].to_numpy()[rows] + 1]
    return pd.DataFrame(
        {"item": items, "coder": "ann", "variable": "label", "code": code, "probability": probability}
    )


def test_the_better_the_scores_the_narrower_the_interval():
    labels, scores = np.array([1.0, -1.0, 0.0] * 10), np.array([1.0, -1.0, 0.0] * 100)
    right = power_tuned(labels, labels, scores)
    alone = power_tuned(labels, np.zeros(30), np.zeros(300))
    assert right.mean == pytest.approx(0)
    assert right.high - right.low < 0.5 * (alone.high - alone.low)


def test_thirty_labels_without_an_error_do_not_make_the_machine_infallible():
    labels, scores = np.array([1.0, 0.0] * 15), np.array([1.0, 0.0] * 100_000)
    assert power_tuned(labels, labels, scores, span=1.0).high > 0.55


def test_scores_that_say_nothing_leave_the_labels_alone():
    labels = np.array([1.0, -1.0, 0.0, 0.0] * 8)
    found = power_tuned(labels, np.full(32, 0.3), np.full(500, 0.3))
    assert found.mean == pytest.approx(labels.mean())


def test_a_scorer_that_is_off_by_a_constant_is_put_right():
    """The machine finds this actor warmer by 0.2 and flattens everything; the labels tell."""
    table = population(2_000, seed=1)
    row = corrected_tone(codes_of(table, np.arange(200)), table).iloc[0]
    assert row["raw"] == pytest.approx(0.11, abs=0.03)
    assert row["low"] < table["truth"].mean() < row["high"]
    assert row["high"] - row["low"] < row["labels_high"] - row["labels_low"]


def test_intervals_hold_the_truth_as_often_as_they_promise_and_are_narrower_than_labels_alone():
    held, narrower = [], []
    for seed in range(300):
        table = population(400, seed)
        row = corrected_tone(codes_of(table, np.arange(40)), table).iloc[0]
        held.append(row["low"] <= -0.3 <= row["high"])
        narrower.append(row["high"] - row["low"] < row["labels_high"] - row["labels_low"])
    assert 0.92 <= np.mean(held) <= 0.98
    assert np.mean(narrower) > 0.95


def test_rows_that_were_drawn_more_often_count_less():
    table = population(1_000, seed=2)
    hostile = np.flatnonzero(table["truth"] == -1)[:60]
    others = np.flatnonzero(table["truth"] != -1)[:20]
    many, few = (table["truth"] == -1).sum(), (table["truth"] != -1).sum()
    codes = pd.concat([codes_of(table, hostile, 60 / many), codes_of(table, others, 20 / few)])
    row = corrected_tone(codes, table).iloc[0]
    assert row["labels_only"] == pytest.approx(table["truth"].mean(), abs=0.1)


def test_shares_add_up_to_one_raw_and_corrected():
    table = population(500, seed=3)
    found = corrected_shares(codes_of(table, np.arange(60)), table, variable="label")
    assert found["value"].tolist() == ["negative", "neutral", "positive"]
    assert found["raw"].sum() == pytest.approx(1)
    assert found["labels_only"].sum() == pytest.approx(1)
    negative = found.iloc[0]
    assert negative["low"] < 0.5 < negative["high"]
    assert negative["raw"] < 0.35


def test_groups_with_few_labels_have_no_estimate():
    table = population(200, seed=4).assign(toward=["xi"] * 100 + ["putin"] * 100)
    found = corrected_tone(codes_of(table, np.arange(30)), table).set_index("toward")
    assert found["too_few"].to_dict() == {"putin": True, "xi": False}
    assert found.loc["putin", ["corrected", "low", "labels_only"]].isna().all()
    assert found["raw"].notna().all()


def test_labels_that_are_all_the_same_do_not_make_certain():
    table = population(300, seed=5).assign(truth=0, polarity=0.0)
    row = corrected_tone(codes_of(table, np.arange(25)), table).iloc[0]
    assert row["low"] < -0.1
    assert row["high"] > 0.1


def test_several_coders_of_one_item_count_as_one_label():
    table = population(300, seed=6)
    codes = codes_of(table, np.arange(30))
    twice = pd.concat([codes, codes.assign(coder="bob")])
    pd.testing.assert_frame_equal(corrected_tone(twice, table), corrected_tone(codes, table))


def test_a_sheet_of_another_table_is_refused():
    table = population(50, seed=7)
    codes = codes_of(table, np.arange(30)).assign(item="x:body:1-2")
    with pytest.raises(DiscourseError) as error:
        corrected_tone(codes, table)
    assert (
        str(error.value) == "the item 'x:body:1-2' is not in the table; give the one the sheet was drawn from"
    )
    with pytest.raises(DiscourseError) as error:
        corrected_shares(codes, table.assign(use="asserted"), variable="use")
    assert str(error.value) == "nobody judged 'use'; the codes are of 'label'"


def test_a_blind_sheet_of_tone_still_says_about_whom():
    table = population(40, seed=8)
    documents = pd.DataFrame({"doc_id": table["doc_id"], "text": "Xi won."})
    sheet = coding_sheet(table, documents, n=20, seed=1, by="toward", blind=True)
    assert sheet["toward"].tolist() == ["xi"] * 20
    assert "label" not in sheet
