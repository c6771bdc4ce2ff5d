"""Counts of framings."""

import pandas as pd
import pytest

from discourse.errors import MissingColumnError, UnknownNameError
from discourse.measures import framing_counts


def test_each_voice_and_frame_is_counted_with_its_documents(framings):
    assert framing_counts(framings).to_numpy().tolist() == [
        ["outlet", "war", 24, 8],
        ["outlet", "crisis", 8, 8],
        ["peskov", "operation", 1, 1],
        ["xi", "crisis", 24, 8],
    ]


@pytest.mark.parametrize(
    ("voice", "n"), [("all", 57), ("outlet", 32), ("quoted", 25), ("xi", 24), ("unknown", 0)]
)
def test_voice_takes_all_outlet_quoted_unknown_or_an_actor(framings, voice, n):
    assert framing_counts(framings, by=None, voice=voice)["n"].sum() == n


def test_what_is_negated_or_refused_is_not_asserted(framings):
    denied = framings.assign(use=["negated"] * 10 + ["refused"] * 5 + [None] * 42)
    totals = {
        use: framing_counts(denied, use=use)["n"].sum() for use in ("asserted", "negated", "refused", "all")
    }
    assert totals == {"asserted": 42, "negated": 10, "refused": 5, "all": 57}


def test_a_missing_voice_counts_as_unknown(framings):
    silent = framings.assign(voice=None)
    assert framing_counts(silent)["voice"].unique().tolist() == ["unknown"]
    assert framing_counts(silent, by=None, voice="unknown")["n"].sum() == 57


def test_an_unknown_voice_is_named(framings):
    with pytest.raises(UnknownNameError) as error:
        framing_counts(framings, voice="xii")
    assert str(error.value) == (
        "voice 'xii' is unknown. Known: 'all', 'outlet', 'quoted', 'unknown', 'peskov', 'xi'. Did you mean 'xi'?"
    )


def test_a_table_without_frames_is_refused():
    with pytest.raises(
        MissingColumnError, match=r"^the framings table lacks 'frame', 'voice'; it has 'doc_id'$"
    ):
        framing_counts(pd.DataFrame({"doc_id": ["a"]}))


def test_counting_leaves_the_table_as_it_was(framings):
    before = framings.copy()
    framing_counts(framings)
    pd.testing.assert_frame_equal(framings, before)
