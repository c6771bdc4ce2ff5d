"""The table `tone`: whose words, about whom, by which scorer."""

import pandas as pd
import pytest

from discourse import annotate, read_actors, read_corpus, read_frames

TEXT = (
    "Xi Jinping accused Joe Biden of lying about the talks. “Vladimir Putin is a hero,” said Xi Jinping. "
    "The scandal of the lost papers damaged Joe Biden. Joe Biden met Vladimir Putin."
)


@pytest.fixture(scope="module")
def tone(tmp_path_factory):
    path = tmp_path_factory.mktemp("corpus") / "texts.csv"
    pd.DataFrame({"text": [TEXT], "date": ["2022-05-01"], "outlet": ["Mirror"]}).to_csv(path, index=False)
    said = annotate(
        read_corpus(path),
        actors=read_actors("world-politics"),
        frames=read_frames("ukraine"),
        scorer=["textblob", "target"],
    )
    return said.tone.assign(
        words=[TEXT[s:e] for s, e in zip(said.tone["start"], said.tone["end"], strict=True)]
    )


def rows(tone, of, toward):
    chosen = tone[(tone["scorer"] == "target") & (tone["of"] == of) & (tone["toward"] == toward)]
    return chosen.set_index("words")["label"].to_dict()


def test_what_an_actor_says_of_another_is_his_with_the_cue(tone):
    assert rows(tone, "xi-jinping", "joe-biden") == {"accused Joe Biden of lying about the talks": "negative"}


def test_what_an_actor_quotes_of_another_is_his(tone):
    assert "positive" in rows(tone, "xi-jinping", "vladimir-putin").values()


def test_what_the_outlet_says_is_the_outlets(tone):
    assert (
        rows(tone, "outlet", "joe-biden")["The scandal of the lost papers damaged Joe Biden."] == "negative"
    )
    assert "hero" not in " ".join(rows(tone, "outlet", "vladimir-putin"))


def test_whoever_speaks_is_not_judged_by_his_words(tone):
    assert set(rows(tone, "outlet", "xi-jinping").values()) <= {"neutral", "negative"}
    assert "positive" not in rows(tone, "outlet", "xi-jinping").values()


def test_statements_carry_their_kind_and_no_target(tone):
    said = tone[(tone["scorer"] == "target") & tone["statement_id"].notna() & tone["toward"].isna()]
    assert set(said["kind"]) == {"direct", "indirect"}
    assert set(said["of"]) == {"xi-jinping"}


def test_scorers_stand_one_below_the_other_over_the_same_spans(tone):
    place = ["doc_id", "part", "start", "end", "of", "toward", "statement_id", "sentence_id"]
    first, second = (
        tone[tone["scorer"] == name][place].reset_index(drop=True) for name in ("textblob", "target")
    )
    pd.testing.assert_frame_equal(first, second)
