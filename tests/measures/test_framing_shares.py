"""Shares among the alternatives."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.errors import DiscourseError, UnknownNameError
from discourse.measures import framing_shares

CONTRAST = ["war", "crisis", "operation"]
rows = st.lists(
    st.tuples(
        st.sampled_from("abcdefghij"), st.sampled_from(CONTRAST), st.sampled_from(["outlet", "xi", None])
    ),
    max_size=120,
)


def test_shares_and_counts_can_be_checked_by_head(framings):
    shares = framing_shares(framings, contrast=CONTRAST).set_index(["voice", "frame"])
    assert shares.loc[("outlet", "war"), ["n", "n_documents", "total", "total_documents"]].tolist() == [
        24,
        8,
        32,
        8,
    ]
    assert shares.loc[("outlet", "war"), "share"] == 0.75
    assert shares.loc[("xi", "war"), "n"] == 0
    assert shares.loc[("xi", "crisis"), "share"] == 1


def test_too_few_framings_get_no_number(framings):
    peskov = framing_shares(framings, contrast=CONTRAST).query("voice == 'peskov'")
    assert peskov["too_few"].all()
    assert peskov[["share", "low", "high"]].isna().all(axis=None)
    assert peskov["n"].tolist() == [0, 0, 1]


@given(rows)
def test_shares_of_a_voice_add_up_to_one_with_unknown_among_the_voices(rows):
    framings = pd.DataFrame(rows, columns=["doc_id", "frame", "voice"]).astype("str")
    framings["frame"] = framings["frame"].astype(pd.CategoricalDtype(CONTRAST))
    shares = framing_shares(framings, contrast=CONTRAST)
    told = shares[~shares["too_few"]]
    assert told.groupby("voice")["share"].sum().tolist() == pytest.approx([1.0] * told["voice"].nunique())
    assert shares["n"].sum() == len(framings)
    assert ((told["low"] <= told["share"] + 1e-9) & (told["share"] <= told["high"] + 1e-9)).all()


def test_doubling_the_coverage_leaves_the_shares_as_they_are(framings):
    louder = pd.concat([framings, framings])
    columns = ["voice", "frame", "share"]
    once, twice = (framing_shares(table, contrast=CONTRAST)[columns] for table in (framings, louder))
    kept = once["share"].notna()
    pd.testing.assert_frame_equal(once[kept], twice[kept])


def test_more_framings_in_the_same_documents_do_not_make_a_share_surer():
    """Ten times the words of the same eight articles say nothing new."""
    few = pd.DataFrame(
        {"doc_id": list("abcdefgh") * 3, "frame": (["war"] * 5 + ["crisis"] * 3) * 3, "voice": "outlet"}
    )
    widths = [
        framing_shares(table, contrast=["war", "crisis"]).eval("high - low")[0]
        for table in (few, pd.concat([few] * 10))
    ]
    assert widths[1] == pytest.approx(widths[0], rel=0.01)


def test_copies_of_one_story_count_once_in_the_interval():
    originals = pd.DataFrame(
        {"doc_id": [f"d{i}" for i in range(30)], "frame": ["war", "crisis"] * 15, "voice": "outlet"}
    )
    copies = pd.DataFrame({"doc_id": [f"copy{i}" for i in range(20)], "frame": "war", "voice": "outlet"})
    names = [*originals["doc_id"], *copies["doc_id"]]
    groups = [None] * 30 + ["copy0"] * 20
    documents = pd.DataFrame({"doc_id": names, "duplicate_group": groups})
    framings = pd.concat([originals, copies])
    naive = framing_shares(framings, contrast=["war", "crisis"]).eval("high - low")[0]
    honest = framing_shares(framings, contrast=["war", "crisis"], documents=documents).eval("high - low")[0]
    assert honest > 1.4 * naive


@pytest.mark.parametrize("contrast", [["war"], ["war", "war"], "war"])
def test_a_contrast_needs_two_frames(framings, contrast):
    with pytest.raises(DiscourseError) as error:
        framing_shares(framings, contrast=contrast)
    assert str(error.value) == f"a contrast set needs two different frames or more; this one is {contrast!r}"


def test_an_unknown_frame_is_named(framings):
    with pytest.raises(UnknownNameError) as error:
        framing_shares(framings, contrast=["war", "crysis"])
    assert str(error.value) == (
        "frame 'crysis' is unknown. Known: 'crisis', 'operation', 'war'. Did you mean 'crisis'?"
    )


def test_bounds_give_an_actor_all_unknown_framings_or_none():
    """Xi says war 20 times of 40; unknown speakers say war 10 times and crisis 30 times."""
    rows = [(f"d{i % 20}", "xi", "war" if i < 20 else "crisis") for i in range(40)]
    rows += [(f"d{i % 20}", "unknown", "war" if i < 10 else "crisis") for i in range(40)]
    framings = pd.DataFrame(rows, columns=["doc_id", "voice", "frame"])
    shares = framing_shares(framings, contrast=["war", "crisis"]).set_index(["voice", "frame"])
    assert shares.loc[("xi", "war"), ["lowest", "share", "highest"]].tolist() == [20 / 70, 0.5, 30 / 50]
    assert shares.loc[("xi", "crisis"), ["lowest", "highest"]].tolist() == [20 / 50, 50 / 70]
    alone = framing_shares(framings, contrast=["war", "crisis"], by=None, voice="xi").set_index("frame")
    assert alone.loc["war", ["lowest", "highest"]].tolist() == [20 / 70, 30 / 50]


def test_the_outlet_is_never_one_of_the_unknown_speakers(framings):
    shares = framing_shares(framings, contrast=CONTRAST).query("voice == 'outlet'")
    assert shares["lowest"].tolist() == shares["share"].tolist() == shares["highest"].tolist()
