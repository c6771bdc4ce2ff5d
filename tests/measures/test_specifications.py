"""Whether a claim survives other ways of counting."""

import numpy as np
import pandas as pd
import pytest

from discourse.errors import DiscourseError, UnknownNameError
from discourse.measures import framing_shares, leave_one_term_out, specification_curve
from tests.measures.two_voices import DOCUMENTS, framings


def test_every_way_of_counting_has_a_row_and_tells_its_difference():
    claims = pd.DataFrame({"by": ["voice"], "frame": ["war"], "more": ["nato"], "less": ["xi"]})
    statements = pd.DataFrame({"statement_id": ["s"], "confidence": [0.5]})
    ways = {"as given": framings(8, 2), "decoys counted": framings(5, 5)}
    curve = specification_curve(
        ways, claims, contrast=["war", "crisis"], documents=DOCUMENTS, statements=statements
    )
    assert len(curve) == 2**5
    assert not curve.duplicated(["lexicon", "use", "distanced", "duplicates", "attribution"]).any()
    given = curve["lexicon"].eq("as given")
    assert np.allclose(curve.loc[given, "difference"], 0.6)
    assert curve.loc[given, "carried"].all()
    assert np.allclose(curve.loc[~given, "difference"], 0)
    assert not curve.loc[~given, "carried"].any()


def test_the_interval_of_a_difference_is_newcombes():
    """Shares of 0.8 and 0.2 whose limits are known: the distances are squared and added."""
    claims = pd.DataFrame({"by": ["voice"], "frame": ["war"], "more": ["nato"], "less": ["xi"]})
    shares = framing_shares(framings(8, 2), contrast=["war", "crisis"], documents=DOCUMENTS)
    a, b = (shares.set_index(["voice", "frame"]).loc[(v, "war")] for v in ("nato", "xi"))
    row = specification_curve(
        {"as given": framings(8, 2)}, claims, contrast=["war", "crisis"], documents=DOCUMENTS
    ).iloc[0]
    assert row["low"] == pytest.approx(0.6 - np.hypot(0.8 - a["low"], b["high"] - 0.2))
    assert row["high"] == pytest.approx(0.6 + np.hypot(a["high"] - 0.8, 0.2 - b["low"]))


def test_what_is_too_little_carries_nothing():
    claims = pd.DataFrame({"by": ["voice"], "frame": ["war"], "more": ["nato"], "less": ["nobody"]})
    curve = specification_curve(
        {"as given": framings(8, 2)}, claims, contrast=["war", "crisis"], documents=DOCUMENTS
    )
    assert curve["too_few"].all()
    assert not curve["carried"].any()
    none = specification_curve(
        {"as given": framings(8, 2)}, claims.head(0), contrast=["war", "crisis"], documents=DOCUMENTS
    )
    assert none.empty
    assert list(none) == list(curve)
    assert none[["carried", "too_few"]].dtypes.eq(bool).all()


def outlets(own: int, quoted: int) -> pd.DataFrame:
    """As `framings`, in two outlets: the Mirror's own words and those it quotes differ; the Sun's are crisis."""
    mirror = framings(own, quoted).assign(outlet="Mirror").replace({"voice": {"nato": "outlet"}})
    sun = framings(0, 0).assign(outlet="Sun").replace({"voice": {"nato": "outlet"}})
    sun["doc_id"] += "s"
    return pd.concat([mirror, sun], ignore_index=True)


def test_between_outlets_their_own_words_and_those_they_quote_are_counted_apart():
    table = outlets(8, 0)
    documents = table[["doc_id", "outlet"]].drop_duplicates().assign(duplicate_group=None)
    claims = pd.DataFrame({"by": ["outlet"], "frame": ["war"], "more": ["Mirror"], "less": ["Sun"]})
    ways = {"as given": table.drop(columns="outlet")}
    curve = specification_curve(ways, claims, contrast=["war", "crisis"], documents=documents)
    assert len(curve) == 3 * 2**3
    found = curve.groupby("voice")["difference"].agg(["min", "max"])
    assert np.allclose(found.loc["all"], 0.4)
    assert np.allclose(found.loc["outlet"], 0.8)
    assert np.allclose(found.loc["quoted"], 0)
    assert curve.loc[curve["voice"].ne("quoted"), "carried"].all()
    assert not curve.loc[curve["voice"].eq("quoted"), "carried"].any()


def test_each_way_gives_what_framing_shares_gives():
    table = outlets(7, 2)
    table.loc[::5, "use"] = "negated"
    documents = table[["doc_id", "outlet"]].drop_duplicates().assign(duplicate_group=None)
    claims = pd.DataFrame({"by": ["outlet"], "frame": ["war"], "more": ["Mirror"], "less": ["Sun"]})
    table = table.drop(columns="outlet")
    curve = specification_curve({"x": table}, claims, contrast=["war", "crisis"], documents=documents)
    for way in curve.to_dict("records"):
        shares = framing_shares(
            table,
            contrast=["war", "crisis"],
            by="outlet",
            voice=way["voice"],
            use=way["use"],
            documents=documents,
        ).set_index(["outlet", "frame"])
        difference = shares["share"]["Mirror", "war"] - shares["share"]["Sun", "war"]
        assert way["difference"] == pytest.approx(difference)
        assert way["total_more"] == shares["total"]["Mirror", "war"]


def test_where_nobody_is_quoted_or_no_outlet_speaks_there_is_one_voice():
    table = framings(8, 2).assign(voice="xi")
    documents = DOCUMENTS.assign(outlet=["Mirror"] * 6 + ["Sun"] * 6)
    claims = pd.DataFrame({"by": ["outlet"], "frame": ["war"], "more": ["Mirror"], "less": ["Sun"]})
    curve = specification_curve({"x": table}, claims, contrast=["war", "crisis"], documents=documents)
    assert curve["voice"].unique().tolist() == ["all"]


def test_each_term_but_the_main_one_of_its_frame_is_left_out_in_turn():
    terms = {
        "war": {"war": 9, "at war": 4, "wars": 1},
        "crisis": {"crisis": 3, "emergency": 2},
        "x": {"x": 7},
    }
    rows = [(frame, term) for frame, of in terms.items() for term, n in of.items() for _ in range(n)]
    table = pd.DataFrame(rows, columns=["frame", "term"])
    found = leave_one_term_out(table, contrast=["war", "crisis"], most=2)
    assert list(found) == ["without “at war”", "without “emergency”"]
    assert [len(left) for left in found.values()] == [len(table) - 4, len(table) - 2]
    assert "at war" not in found["without “at war”"]["term"].tolist()
    assert leave_one_term_out(table, contrast=["war", "crisis"], most=0) == {}
    with pytest.raises(DiscourseError, match=r"^most is -1; it must be 0 or more$"):
        leave_one_term_out(table, contrast=["war", "crisis"], most=-1)


def test_framings_that_lack_a_frame_are_named():
    claims = pd.DataFrame({"by": ["voice"], "frame": ["war"], "more": ["nato"], "less": ["xi"]})
    given = framings(8, 2)
    ways = {"as given": given, "second lexicon": given[given["frame"].eq("war")]}
    message = r"^in the framings 'second lexicon', frame 'crisis' is unknown\. Known: 'war'\.$"
    with pytest.raises(UnknownNameError, match=message):
        specification_curve(ways, claims, contrast=["war", "crisis"], documents=DOCUMENTS)
