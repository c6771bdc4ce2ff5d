"""Speakers who are in no registry: grouped by their words, counted, and never merged in silence."""

import pandas as pd
import pytest

from discourse.errors import MissingColumnError
from discourse.measures import unknown_speakers


def speakers_of(*texts, actor=None):
    return pd.DataFrame(
        {
            "doc_id": [f"d{i // 2}" for i in range(len(texts))],
            "statement_id": [f"d{i // 2}:{i}" for i in range(len(texts))],
            "text": texts,
            "actor": [actor] * len(texts),
        }
    )


def test_articles_titles_and_what_follows_make_no_other_speaker():
    found = unknown_speakers(
        speakers_of("Dr. Maria Lopez", "Maria Lopez, the mayor", "MARIA LOPEZ", "maria lopez")
    )
    assert found[["n", "n_documents"]].to_numpy().tolist() == [[4, 2]]
    assert len(found["wordings"].iloc[0]) == 4


def test_who_is_known_is_not_listed():
    assert unknown_speakers(speakers_of("Xi", "Xi", actor="xi")).empty


def test_near_spellings_are_proposed_and_stay_apart():
    found = unknown_speakers(speakers_of("Sergei Lavrow", "Xi"), names={"lavrov": "Sergei Lavrov"})
    assert found["speaker"].tolist() == ["Sergei Lavrow", "Xi"]
    assert found["proposals"].tolist() == [["Sergei Lavrov (lavrov)"], []]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Maria Lopez", "name"),
        ("the mayor", "description"),
        ("Officials", "name"),
        ("Senior officials", "description"),
        ("He", "pronoun"),
        ("they", "pronoun"),
        ("the UN’s envoy", "description"),
    ],
)
def test_names_descriptions_and_pronouns_are_told_apart(words, kind):
    assert unknown_speakers(speakers_of(words))["kind"].tolist() == [kind]


@pytest.mark.parametrize("words", ["you’re", "They've", "I'm", "who’d", "me", "Which"])
def test_contracted_pronouns_and_their_other_forms_are_pronouns(words):
    assert unknown_speakers(speakers_of(words))["kind"].tolist() == ["pronoun"]


def test_a_contracted_pronoun_counts_with_the_pronoun():
    found = unknown_speakers(speakers_of("you", "you’re", "You've"))
    assert found[["kind", "n"]].to_numpy().tolist() == [["pronoun", 3]]


@pytest.mark.parametrize("words", ["There", "there", "How", "UPDATE", "WATCH"])
def test_what_names_nobody_is_left_out(words):
    assert unknown_speakers(speakers_of(words, "Ana Ruiz"))["speaker"].tolist() == ["Ana Ruiz"]


@pytest.mark.parametrize("words", ["TAPPER", "THE PRESIDENT", "Ms. Watch", "Theresa", "Howe"])
def test_speakers_in_capitals_and_names_that_look_like_such_words_stay(words):
    assert unknown_speakers(speakers_of(words))["n"].tolist() == [1]


def test_a_wording_that_is_written_small_somewhere_is_no_name():
    assert unknown_speakers(speakers_of("Officials", "officials"))["kind"].tolist() == ["description"]


def test_rare_ones_can_be_left_out():
    found = unknown_speakers(speakers_of("the mayor", "The mayor", "a clerk"), min_statements=2)
    assert found["speaker"].tolist() == ["The mayor"]


@pytest.mark.parametrize("words", ["", "«»", "...", "the", "\u200b", "a " * 500, "Łódź, מיכל"])
def test_odd_words_are_listed_like_others(words):
    assert unknown_speakers(speakers_of(words))["n"].tolist() == [1]


def test_a_missing_column_is_named():
    with pytest.raises(MissingColumnError) as error:
        unknown_speakers(pd.DataFrame({"text": []}))
    assert str(error.value) == "the speakers table lacks 'doc_id', 'statement_id', 'actor'; it has 'text'"
