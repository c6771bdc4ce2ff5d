"""Precision by what people judged."""

import pandas as pd
import pytest

from discourse.errors import DiscourseError
from discourse.measures import audit
from discourse.measures.coding_sheets import item_names


@pytest.fixture
def table():
    """A hundred framings in fifty documents."""
    rows = [(f"d{i:02}", "body", start, start + 3) for i in range(50) for start in (0, 10)]
    frames = ["war", "crisis"] * 50
    return pd.DataFrame(rows, columns=["doc_id", "part", "start", "end"]).assign(frame=frames, voice="outlet")


def judged(table, code, coder="ann", probability=1.0):
    return pd.DataFrame({"item": item_names(table)}).assign(
        coder=coder, variable="frame", code=code, probability=probability
    )


def test_precision_can_be_checked_by_head(table):
    codes = judged(table, table["frame"].where(table.index >= 10, "none"))
    found = audit(codes, table, by="frame").set_index("frame")
    assert found.loc["war", ["n", "n_documents", "right"]].tolist() == [50, 50, 45]
    assert found.loc["war", "precision"] == 0.9
    assert found.loc["war", "low"] < 0.9 < found.loc["war", "high"]


def test_items_count_with_the_inverse_of_their_probability(table):
    """Of war one in ten was drawn and half of it is right; of crisis all, and all is right."""
    war, crisis = table[table["frame"] == "war"], table[table["frame"] == "crisis"]
    codes = pd.concat(
        [
            judged(war, ["war", "none"] * 25, probability=0.1),
            judged(crisis, "crisis", probability=1.0),
        ]
    )
    found = audit(codes, table).iloc[0]
    assert found["precision"] == pytest.approx((25 * 10 + 50) / (50 * 10 + 50))
    assert found["n"] == 100


def test_an_item_on_which_coders_differ_counts_half(table):
    codes = pd.concat([judged(table, table["frame"]), judged(table, "none", coder="ben")])
    assert audit(codes, table)["precision"].tolist() == [0.5]


def test_few_judgements_give_no_number(table):
    found = audit(judged(table.head(10), "war"), table, by="frame")
    assert found["too_few"].all()
    assert found[["precision", "low", "high"]].isna().all(axis=None)
    assert found["n"].tolist() == [5, 5]


def test_nobody_counts_as_none(table):
    plain = table.assign(distanced_by=None)
    codes = judged(plain, "none").assign(variable="distanced_by")
    assert audit(codes, plain)["precision"].tolist() == [1]


def test_judgements_of_another_table_are_refused(table):
    codes = judged(table, "war")
    with pytest.raises(DiscourseError, match="the item 'd00:body:0-3' is not in the table"):
        audit(codes, table.assign(start=table["start"] + 1))
