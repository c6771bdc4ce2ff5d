"""The scorer `textblob` against TextBlob itself."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import discourse.lexicons.tone_words
from discourse.annotations.tone import textblob_scorer
from discourse.annotations.tone.textblob_batch import Instrument
from discourse.annotations.tone.textblob_rules import assessments, sentiment, tokens_of
from discourse.annotations.tone.textblob_scorer import textblob
from discourse.errors import DiscourseError, UnknownNameError
from discourse.lexicons.tone_words import political_news_words, textblob_words
from discourse.text import memory
from tests.annotations.tone.hostile import pieces, sentences


@pytest.fixture(scope="module")
def oracle():
    from textblob import TextBlob

    return lambda texts: np.array([tuple(TextBlob(text).sentiment) for text in texts])


def scored(texts: list[str], **options) -> np.ndarray:
    spans = pd.DataFrame({"text": pd.Series(texts, dtype=object)})
    return textblob(spans, **options)[["polarity", "subjectivity"]].to_numpy()


def test_hostile_sentences_score_as_in_textblob_to_the_last_bit(oracle):
    texts = sentences(4_000, seed=1)
    assert np.array_equal(scored(texts), oracle(texts))


def test_the_full_rules_alone_score_as_textblob_to_the_last_bit(oracle):
    texts = sentences(1_500, seed=2)
    found = [sentiment(assessments(tokens_of(text), textblob_words())) for text in texts]
    assert np.array_equal(found, oracle(texts))


@pytest.fixture
def read_by_the_full_rules(monkeypatch) -> list[str]:
    """The texts that the columns leave to the full rules."""
    full, seen = Instrument.score_one, []
    monkeypatch.setattr(Instrument, "score_one", lambda self, text: seen.append(text) or full(self, text))
    return seen


def test_most_hostile_sentences_take_the_fast_way(read_by_the_full_rules):
    """Otherwise the equality above would say nothing about it."""
    scored(sentences(500, seed=3))
    assert len(read_by_the_full_rules) < 200


@pytest.mark.parametrize(
    "text",
    [
        "It is really not good.",
        "It is really of no good use.",
        "It is not really not very good.",
        "Absolutely not!",
        "It is really not ! good",
        "Very good!!!!!!!!!!!!",
        "A\xa0very\xa0good\xa0and\xa0not\xa0bad\xa0plan",
        "The good, the\n\n bad\t and the ugly  -  all of it.",
    ],
)
def test_what_is_not_rare_takes_the_fast_way_and_scores_as_in_textblob(text, oracle, read_by_the_full_rules):
    assert scored([text]).tolist() == oracle([text]).tolist()
    assert not read_by_the_full_rules


@pytest.mark.parametrize(
    "text",
    [
        "really not not good",
        "very no good",
        "not ! good",
        "so : ) good",
        "so :  ) good",
        "so :        ) good",
    ],
)
def test_what_asks_for_more_is_left_to_the_full_rules(text, oracle, read_by_the_full_rules):
    assert scored([text]).tolist() == oracle([text]).tolist()
    assert read_by_the_full_rules == [text]


@settings(max_examples=300)
@given(
    st.lists(st.text(max_size=12) | st.one_of([st.sampled_from(group) for group in pieces()]), max_size=12)
)
def test_any_text_scores_as_in_textblob(parts):
    from textblob import TextBlob

    texts = [" ".join(parts), "".join(parts)]
    assert scored(texts).tolist() == [list(TextBlob(text).sentiment) for text in texts]


def test_a_score_does_not_depend_on_what_was_scored_before(monkeypatch):
    texts = sentences(400, seed=4)
    together = scored(texts)
    monkeypatch.setattr(memory, "_MOST_CHUNKS", 20)
    monkeypatch.setattr(textblob_scorer, "_BATCH_TEXTS", 7)
    monkeypatch.setattr(textblob_scorer, "_BATCH_BYTES", 300)
    assert np.array_equal(scored(texts), together)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("A very good plan.", ["good +0.91 modified"]),
        ("It is not good!", ["good -0.44 negated"]),
        ("On Monday (Nov. 8) a bad day.", ["8) +0.50", "bad -0.70"]),
        ("The minister went home.", []),
    ],
)
def test_evidence_names_the_scored_words(text, evidence):
    assert textblob(pd.DataFrame({"text": [text]})).evidence.tolist() == [evidence]


def test_a_missing_text_has_missing_scores_and_keeps_its_place():
    result = textblob(pd.DataFrame({"text": ["good", None, "bad"]}, index=[3, 5, 9]))
    assert result.polarity.index.tolist() == [3, 5, 9]
    assert result.polarity.isna().tolist() == [False, True, False]


def test_what_is_no_text_is_named():
    with pytest.raises(DiscourseError, match="a text to be scored must be text; 5 is none"):
        scored(["good", None, 5])


@pytest.mark.parametrize("kind", ["object", "str", "string[python]", "category"])
def test_texts_may_come_in_any_column_of_pandas(kind):
    texts = pd.concat([pd.Series(["bad", "good"]), pd.Series(["not good", None])]).iloc[1:].astype(kind)
    assert textblob(pd.DataFrame({"text": texts})).polarity.tolist()[:2] == [0.7, -0.35]


def test_a_column_of_missing_texts_has_missing_scores():
    assert textblob(pd.DataFrame({"text": [None, np.nan]})).polarity.isna().all()


def test_no_text_gives_no_row():
    assert len(textblob(pd.DataFrame({"text": pd.Series([], dtype="str")}))) == 0


def test_scores_are_the_same_without_evidence():
    texts = sentences(200, seed=5)
    assert np.array_equal(scored(texts, evidence=False), scored(texts))


@pytest.mark.parametrize("negation", ["isn't", "isn’t", "ISN'T", "is not"])
def test_a_negation_is_seen_when_asked_for(negation):
    assert scored([f"It {negation} good."], fix_negation=True)[0, 0] == -0.35


def test_cannot_negates_when_asked_for():
    assert scored(["They cannot win."], fix_negation=True)[0, 0] == -0.4


def test_the_domain_list_corrects_words_that_mean_something_else():
    texts = ["The special counsel and the first primary.", "A brilliant speech."]
    assert scored(texts, domain="political-news")[:, 0].tolist() == [0.0, scored(texts)[1, 0]]


def test_the_domain_list_names_the_scores_it_replaces():
    data = Path(discourse.lexicons.tone_words.__file__).parent / "data"
    listed = pd.read_csv(data / "tone-political-news.csv", comment="#")
    old = [textblob_words()[word].polarity for word in listed.word]
    assert listed.old.tolist() == pytest.approx(old, abs=0.0051)
    assert listed.word.is_unique
    assert listed.reason.notna().all()
    assert all(word not in political_news_words() for word in listed.word[listed.new.isna()])


def test_an_unknown_domain_is_named():
    message = "domain 'sports' is unknown. Known: 'political-news'."
    with pytest.raises(UnknownNameError, match=message.replace("'", ".")):
        scored(["good"], domain="sports")


def test_scoring_imports_neither_textblob_nor_nltk():
    code = (
        "import sys, pandas as pd; from discourse.annotations.tone.textblob_scorer import textblob;"
        "textblob(pd.DataFrame({'text': ['Good (8) not :) really not good!!']}));"
        "print(sorted({'textblob', 'nltk'} & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
