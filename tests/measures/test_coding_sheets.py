"""Sheets for people to judge: drawn with known probabilities, the same again for the same seed."""

import pandas as pd
import pytest

from discourse.errors import DiscourseError, MissingColumnError, UnknownNameError
from discourse.measures import coding_sheet
from discourse.measures.coding_sheets import item_names

TEXT = "war " * 60


@pytest.fixture
def documents():
    return pd.DataFrame({"doc_id": ["a", "b"], "text": [TEXT, TEXT], "outlet": ["Mirror", "Times"]})


@pytest.fixture
def framings():
    """A hundred rows: 60 of war, 36 of crisis, 4 of invasion."""
    rows = [(doc, "body", i * 4, i * 4 + 3) for doc in "ab" for i in range(50)]
    frame = ["war"] * 60 + ["crisis"] * 36 + ["invasion"] * 4
    return pd.DataFrame(rows, columns=["doc_id", "part", "start", "end"]).assign(
        frame=frame, voice="outlet", use="asserted"
    )


def test_strata_get_equal_numbers_and_a_small_one_is_drawn_whole(framings, documents):
    sheet = coding_sheet(framings, documents, n=24, seed=1)
    assert sheet["frame"].value_counts().to_dict() == {"war": 10, "crisis": 10, "invasion": 4}
    probabilities = sheet.groupby("frame")["probability"].first()
    assert probabilities.to_dict() == {"war": 10 / 60, "crisis": 10 / 36, "invasion": 1}


def test_the_inverse_probabilities_add_up_to_the_table(framings, documents):
    sheet = coding_sheet(framings, documents, n=17, seed=3)
    assert (1 / sheet["probability"]).sum() == pytest.approx(len(framings))


def test_the_same_seed_draws_the_same_rows_and_another_seed_others(framings, documents):
    first, again, other = (coding_sheet(framings, documents, n=20, seed=seed) for seed in (1, 1, 2))
    pd.testing.assert_frame_equal(first, again)
    assert set(first["item"]) != set(other["item"])


def test_rows_of_a_stratum_are_drawn_equally_often(framings, documents):
    drawn = pd.concat(coding_sheet(framings, documents, n=30, seed=seed) for seed in range(300))
    often = drawn[drawn["frame"] == "war"]["item"].value_counts() / 300
    assert len(often) == 60
    assert often.between(0.10, 0.34).all(), "the probability is 13 / 60"


def test_a_blind_sheet_shows_nothing_of_what_the_machine_said(framings, documents):
    sheet = coding_sheet(framings, documents, n=10, seed=1, blind=True)
    assert not {"frame", "voice", "use"} & set(sheet.columns)
    assert {"coded_frame", "coded_voice", "coded_use", "coder", "remark"} <= set(sheet.columns)


def test_any_table_with_places_is_drawn_from(framings, documents):
    statements = framings.drop(columns=["frame", "voice", "use"]).assign(
        actor="xi", cue_class="neutral", kind="direct"
    )
    sheet = coding_sheet(statements, documents, n=10, seed=1, by="outlet")
    assert {"coded_actor", "coded_cue_class", "coded_kind"} <= set(sheet.columns)
    assert sheet["outlet"].value_counts().to_dict() == {"Mirror": 5, "Times": 5}


def test_control_characters_and_formulas_are_kept_out_of_the_cells():
    documents = pd.DataFrame({"doc_id": ["a"], "text": ["=SUM(A1)\x0b war"]})
    tone = pd.DataFrame(
        {"doc_id": ["a"], "part": ["body"], "start": [10], "end": [13], "label": ["negative"]}
    )
    assert coding_sheet(tone, documents, n=1, seed=1)["pre"].tolist() == [" =SUM(A1)"]


def test_a_sheet_survives_excel(framings, documents, tmp_path):
    sheet = coding_sheet(framings, documents, n=10, seed=1)
    sheet.to_excel(tmp_path / "sheet.xlsx", index=False)
    kept = pd.read_excel(tmp_path / "sheet.xlsx")
    assert kept["item"].tolist() == sheet["item"].tolist()
    assert kept["pre"].fillna("").tolist() == sheet["pre"].tolist()


def test_two_rows_at_one_place_have_two_names(framings):
    twice = pd.concat([framings.head(1), framings.head(1)])
    assert item_names(twice).is_unique


def test_bad_requests_are_explained(framings, documents):
    with pytest.raises(DiscourseError, match=r"^2 rows cannot be drawn from 100 rows in 3 strata; n must"):
        coding_sheet(framings, documents, n=2, seed=1)
    with pytest.raises(UnknownNameError, match=r"column 'fame' is unknown.*Did you mean 'frame'"):
        coding_sheet(framings, documents, n=9, seed=1, judge=["fame"])
    with pytest.raises(MissingColumnError, match="lacks 'start'"):
        coding_sheet(framings.drop(columns="start"), documents, n=9, seed=1)
