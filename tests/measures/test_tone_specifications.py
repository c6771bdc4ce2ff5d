"""Whether a difference in tone survives other scorers, other voices, copies counted once."""

import pandas as pd
import pytest

from discourse.measures import mean_tone, tone_differences, tone_specification_curve

N = 60
DOCUMENTS = pd.DataFrame({"doc_id": [f"d{n}" for n in range(N)], "duplicate_group": None})
CLAIMS = pd.DataFrame({"first": ["bob"], "second": ["ann"], "difference": [-1.0]})


def scored(scorer: str, ann: float, bob: float, *, of: str = "outlet") -> pd.DataFrame:
    """Ten spans toward either in each document, all of one polarity."""
    rows = [
        (f"d{n}", toward, polarity, 0.0, scorer, of)
        for n in range(N)
        for toward, polarity in (("ann", ann), ("bob", bob))
        for _ in range(10)
    ]
    return pd.DataFrame(rows, columns=["doc_id", "toward", "polarity", "subjectivity", "scorer", "of"])


def test_each_scorer_voice_and_count_of_copies_is_a_way_and_tells_its_difference():
    tone = pd.concat(
        [scored("target", 1, -1), scored("target", 1, -1, of="xi"), scored("textblob", 0.1, 0.1)],
        ignore_index=True,
    )
    curve = tone_specification_curve(tone, CLAIMS, documents=DOCUMENTS)
    assert len(curve) == 2 * 3 * 2
    assert curve[["by", "frame", "more", "less"]].drop_duplicates().to_numpy().tolist() == [
        ["toward", "tone", "ann", "bob"]
    ]
    assert curve.groupby("scorer")["carried"].all().to_dict() == {"target": True, "textblob": False}
    quoted_by_textblob = curve[curve["scorer"].eq("textblob") & curve["voice"].eq("quoted")]
    assert quoted_by_textblob["too_few"].all()
    assert not quoted_by_textblob["carried"].any()


def test_the_difference_is_that_of_the_two_means():
    tone = scored("target", 1, -1)
    means = mean_tone(tone, by="toward", documents=DOCUMENTS)
    pair = tone_differences(means).iloc[0]
    curve = tone_specification_curve(tone, CLAIMS, documents=DOCUMENTS)
    assert pair["first"] == "ann"
    for name in ("difference", "low", "high"):
        assert curve[name].tolist() == pytest.approx([pair[name]] * 2)
    assert curve["voice"].unique().tolist() == ["all"]
    turned = tone_specification_curve(tone, CLAIMS.assign(difference=1.0), documents=DOCUMENTS)
    assert turned["high"].tolist() == pytest.approx([-pair["low"]] * 2)
    assert not turned["carried"].any()


def test_copies_count_once():
    copies = DOCUMENTS.assign(duplicate_group="all the same")
    curve = tone_specification_curve(scored("target", 1, -1), CLAIMS, documents=copies)
    assert curve.set_index("duplicates")["total_more"].to_dict() == {"counted": 10 * N, "once": 10}


def test_no_claims_give_no_rows():
    curve = tone_specification_curve(scored("target", 1, -1), CLAIMS.head(0), documents=DOCUMENTS)
    assert curve.empty
    assert curve[["carried", "too_few"]].dtypes.eq(bool).all()
