"""Tone toward a named actor: what the rules must get right, and what odd tables get."""

from functools import partial

import numpy as np
import pandas as pd
import pytest

from discourse import DiscourseError, MissingColumnError, UnknownNameError, tone_toward
from discourse.annotations.tone.linear import linear
from discourse.annotations.tone.scorers import scorers_named

SCORERS = ("textblob", "target", "linear")


def mention(text: str, actor: str, **more) -> pd.DataFrame:
    start = text.index(actor)
    return pd.DataFrame({"text": [text], "start": [start], "end": [start + len(actor)], **more})


def label(text: str, actor: str, scorer: str = "target", **more) -> str:
    return tone_toward(mention(text, actor, **more), scorer)["label"].iloc[0]


@pytest.mark.parametrize(
    ("text", "actor", "expected"),
    [
        ("Ann was accused of fraud by two banks.", "Ann", "negative"),
        ("Critics accused Ann of fraud.", "Ann", "negative"),
        ("There was much praise for Cem after the deal.", "Cem", "positive"),
        ("Bob’s lies about the budget angered the voters.", "Bob", "negative"),
        ("Ann's courage saved the talks.", "Ann", "positive"),
        ("The judge praised Ann, but condemned Bob.", "Ann", "positive"),
        ("The judge praised Ann, but condemned Bob.", "Bob", "negative"),
        ("Ann, who has been convicted of bribery, resigned.", "Ann", "negative"),
        ("Ann thanked Bob for his friendship.", "Bob", "positive"),
        ("The minister met Ann in the capital on Monday.", "Ann", "neutral"),
    ],
)
def test_roles_say_who_is_praised_and_who_is_blamed(text, actor, expected):
    assert label(text, actor) == expected


def test_whoever_speaks_is_not_blamed_by_his_own_words():
    text = "“This is a terrible, shameful war,” said Ann."
    assert label(text, "Ann") == "neutral"
    assert label(text, "war") == "negative"


def test_own_says_more_than_the_verb_of_saying():
    text = "A terrible and shameful failure: Ann in her letter."
    assert abs(polarity(text, own=[True])) < abs(polarity(text, own=[False]))


def polarity(text: str, scorer: str = "target", **more) -> float:
    return tone_toward(mention(text, "Ann", **more), scorer)["polarity"].iloc[0]


def test_words_inside_names_are_not_scored():
    told = tone_toward(
        mention(
            "On the morning after the meeting Ann travelled with Hope Brave and some others to Trust.", "Ann"
        )
    )
    assert told["evidence"].iloc[0] == []


@pytest.mark.parametrize("negated", ["isn't corrupt", "isn’t corrupt", "is not corrupt", "was never corrupt"])
def test_a_negation_turns_a_word_round_and_has_no_weight_of_its_own(negated):
    found = tone_toward(mention(f"Ann {negated}.", "Ann"))
    assert found["polarity"].iloc[0] > 0
    assert all(line.startswith("corrupt") for line in found["evidence"].iloc[0])


def test_evidence_names_word_weight_and_rule():
    assert tone_toward(mention("Critics slammed Ann.", "Ann"))["evidence"].iloc[0] == [
        "critics -0.38 word",
        "slammed -1.00 blaming:patient",
        "slammed -0.60 word",
    ]


def test_the_linear_scorer_gives_a_probability_and_withholds_what_it_is_not_sure_of():
    table = mention("Critics accused Ann of fraud.", "Ann")
    found = tone_toward(table, "linear").iloc[0]
    assert found["label"] == "negative"
    assert 0.4 <= found["probability"] <= 1
    strict = tone_toward(table, partial(linear, at_least=1.0)).iloc[0]
    assert pd.isna(strict["label"])
    assert strict["probability"] == found["probability"]


@pytest.mark.parametrize("scorer", ["target", "linear"])
def test_a_name_counts_for_nothing(scorer):
    """Who is named must not matter, only what is said."""
    scores = {
        round(tone_toward(mention(f"{name} met reporters after the vote.", name), scorer)["polarity"][0], 9)
        for name in ("Donald Trump", "Hillary Clinton", "Wladimir Putin", "Angela Merkel")
    }
    assert len(scores) == 1


@pytest.mark.parametrize("scorer", SCORERS)
def test_any_text_gets_a_score_and_keeps_its_row(scorer):
    texts = ["Ann", "  Ann  ", "Ann\n\nAnn", "Ann " * 3000, "🙂Ann🙂", "Ann\ud800", "ANN!!!", "“Ann", "Ann's"]
    starts = np.array([text.upper().index("ANN") for text in texts])
    table = pd.DataFrame({"text": pd.Series(texts, dtype=object), "start": starts, "end": starts + 3})
    table.index = [7] * len(table)
    found = tone_toward(table, scorer)
    assert found.index.tolist() == table.index.tolist()
    assert found["polarity"].between(-1, 1).all()


@pytest.mark.parametrize("scorer", SCORERS)
def test_a_missing_text_has_missing_scores_and_an_empty_table_no_rows(scorer):
    table = pd.DataFrame({"text": ["Ann lied.", None], "start": [0, np.nan], "end": [3, np.nan]})
    found = tone_toward(table, scorer)
    assert found["polarity"].isna().tolist() == [False, True]
    assert tone_toward(table.head(0), scorer).empty


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"start": 50, "end": 53}, "row 'x' places the actor at [50, 53), outside its text of 9 code points"),
        ({"start": 3, "end": 3}, "row 'x' places the actor at [3, 3), outside its text of 9 code points"),
        ({"start": -1}, "row 'x' places the actor at [-1, 3), outside its text of 9 code points"),
        (
            {"end": np.nan},
            "row 'x' does not say where the actor is named; give its start and end in code points",
        ),
        ({"start": "here"}, "row 'x' has 'here' as its start; it must be a whole number"),
        ({"end": 2.5}, "row 'x' has 2.5 as its end; it must be a whole number"),
        ({"text": 12}, "row 'x' has 12 as its text; it must be text, or missing"),
    ],
)
def test_a_wrong_row_is_named(change, message):
    row = {"text": "Ann lied.", "start": 0, "end": 3, **change}
    with pytest.raises(DiscourseError) as error:
        tone_toward(pd.DataFrame([{"text": "Bob ran.", "start": 0, "end": 3}, row], index=["a", "x"]))
    assert str(error.value) == message


def test_a_table_without_places_and_a_scorer_that_is_none_are_refused():
    with pytest.raises(MissingColumnError):
        tone_toward(pd.DataFrame({"text": ["Ann lied."]}))
    with pytest.raises(UnknownNameError):
        tone_toward(mention("Ann lied.", "Ann"), "vader")


def test_a_scorer_of_ones_own_is_checked():
    table = mention("Ann lied.", "Ann")
    with pytest.raises(DiscourseError) as error:
        tone_toward(table, lambda spans: pd.DataFrame({"polarity": [3.0]}, index=spans.index))
    assert str(error.value) == "the scorer gave the polarity 3; it must lie between -1 and 1"
    with pytest.raises(DiscourseError):
        tone_toward(table, lambda spans: pd.DataFrame({"polarity": [0.0, 0.1]}))


def test_scorers_side_by_side_have_names_of_their_own():
    assert list(scorers_named(["textblob", "target"])) == ["textblob", "target"]
    with pytest.raises(DiscourseError) as error:
        scorers_named(["linear", partial(linear, at_least=0.9)])
    assert str(error.value) == "two scorers are called 'linear'; give one of them another name"
    with pytest.raises(DiscourseError):
        scorers_named([])


def test_every_built_in_scorer_labels_and_textblob_by_its_sign():
    table = pd.DataFrame({"text": ["A good Ann.", "A bad Ann.", "An Ann.", None], "start": [7, 6, 3, None]})
    found = tone_toward(table.assign(end=table["start"] + 3), "textblob")["label"]
    assert found.astype(object).where(found.notna(), None).tolist() == [
        "positive",
        "negative",
        "neutral",
        None,
    ]
