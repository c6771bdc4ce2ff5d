"""Whose words: pronouns and descriptions lead back to whom the text means, and strangers are remembered."""

import pandas as pd
import pytest

from discourse import annotate, read_actors, read_corpus, read_frames

ACTORS = read_actors("world-politics")
FRAMES = read_frames("ukraine")


def annotated(tmp_path, text: str, speaker: str | None = None):
    row = {"doc_id": ["a"], "date": ["2023-05-04"], "text": [text], "speaker": [speaker]}
    pd.DataFrame(row).to_csv(tmp_path / "t.csv", index=False)
    return annotate(read_corpus(tmp_path / "t.csv"), actors=ACTORS, frames=FRAMES, engine="serial")


def last_speakers(tmp_path, text: str, speaker: str | None = None) -> list[str]:
    """The actors of the last statement, or the words of those who are none."""
    found = annotated(tmp_path, text, speaker)
    rows = found.speakers[found.speakers["statement_id"] == found.statements["statement_id"].iloc[-1]]
    return sorted(rows["actor"].astype(object).fillna(rows["text"]))


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Vladimir Putin came late. He said it was a war.", "vladimir-putin"),
        ("Leo Ruiz met Vladimir Putin on Monday. Ruiz was angry. He said it was a war.", None),
        ("Vladimir Putin came late. One ambassador asked for tea. He said it was a war.", "vladimir-putin"),
        ("Xi Jinping spoke. “I said that it was late,” he recalled.", "xi-jinping"),
        ("Barack Obama praised the senator. The governor said it was late.", None),
    ],
)
def test_he_is_whoever_leads_the_sentence_before(tmp_path, text, actor):
    last = annotated(tmp_path, text).statements["actor"].iloc[-1]
    assert last == actor or (actor is None and pd.isna(last))


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Xi Jinping told Vladimir Putin that it was late. He added that he was tired.", ["xi-jinping"]),
        ("Leo Ruiz, 41, met Xi Jinping at noon. He said the tea was cold.", ["Leo Ruiz"]),
        ("Last week, Leo Ruiz was seen with Xi Jinping. He said the tea was cold.", ["Leo Ruiz"]),
        ("Mr. Ruiz thanked Xi Jinping. Ruiz had flown in. He said the tea was cold.", ["Ruiz"]),
        ("Anna Ruiz had met Xi Jinping. She said the tea was cold.", ["Anna Ruiz"]),
        ("Joe Biden was not amused. Xi Jinping's plan was late. He said it was a shame.", ["xi-jinping"]),
        ("Joe Biden came late. Russian soldiers threatened to leave. He said it was a war.", ["joe-biden"]),
        ("Joe Biden spoke at noon. If Xi Jinping wins, he said, nobody loses.", ["joe-biden"]),
    ],
)
def test_he_and_she_are_who_spoke_or_acted_and_not_who_was_only_named(tmp_path, text, speakers):
    assert last_speakers(tmp_path, text) == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "“This is a long quotation. It has three sentences. Vladimir Putin is named in it,” Xi Jinping said. "
            "He added that it was over.",
            ["xi-jinping"],
        ),
        (
            "Xi Jinping smiled. “It was a long winter. We waited. We had no wood. The snow came. The roads were "
            "closed. Then we left,” he said.",
            ["xi-jinping"],
        ),
    ],
)
def test_a_quotation_neither_leads_away_nor_counts_as_distance(tmp_path, text, speakers):
    assert last_speakers(tmp_path, text) == speakers


def test_who_speaks_within_a_quotation_is_not_meant_outside_of_it(tmp_path):
    text = "Xi Jinping came. “A man told me that it was late,” he recalled. He said that he agreed."
    found = annotated(tmp_path, text).statements.set_index("cue")["actor"]
    assert found[["recalled", "said"]].tolist() == ["xi-jinping", "xi-jinping"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Xi Jinping met Joe Biden. The leaders agreed that trade helps.", ["joe-biden", "xi-jinping"]),
        (
            "Xi Jinping met Joe Biden. The leaders agreed that trade helps. Joe Biden called for more. "
            "The two leaders promised that they would meet again.",
            ["joe-biden", "xi-jinping"],
        ),
        ("Envoys of China and India met. Both sides said that it was late.", ["china", "india"]),
        (
            "China and India said that trade helps. They added that more was better.",
            ["china", "india"],
        ),
        (
            "Two senators wrote to Xi Jinping and Joe Biden. The two senators said it was late.",
            ["The two senators"],
        ),
        ("Xi Jinping and his aides were late. Xi Jinping smiled. They said it was over.", ["They"]),
    ],
)
def test_two_or_several_are_those_told_of_together(tmp_path, text, speakers):
    assert last_speakers(tmp_path, text) == speakers


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Nobody came. Ukraine's president said that it was late.", "volodymyr-zelensky"),
        ("Nobody came. The president of Ukraine said that it was late.", "volodymyr-zelensky"),
        ("China was absent. Its foreign minister said that it was late.", "qin-gang"),
    ],
)
def test_an_office_is_held_by_whom_the_registry_names_on_the_day(tmp_path, text, actor):
    assert last_speakers(tmp_path, text) == [actor]


def test_an_office_that_nobody_is_known_to_hold_is_left_to_its_words(tmp_path):
    assert last_speakers(tmp_path, "Nobody came. Ukraine's gardener said it was late.") == [
        "Ukraine's gardener"
    ]


@pytest.mark.parametrize("words", ["My country", "My Government", "Our delegation", "The Government"])
def test_a_speakers_own_side_is_the_state_he_speaks_for(tmp_path, words):
    assert last_speakers(tmp_path, f"{words} believes that peace is possible.", "Xi Jinping") == ["china"]


def test_own_words_of_an_unknown_speaker_mean_nobody(tmp_path):
    assert last_speakers(tmp_path, "My country believes that peace is possible.") == ["My country"]


def test_a_name_in_a_description_must_be_known_of_the_one_described(tmp_path):
    text = "Mr. Ruiz, the Ohio governor, spoke. {} governor said it was late."
    assert last_speakers(tmp_path, text.format("The Texas")) == ["The Texas governor"]


def test_words_in_a_relative_clause_do_not_speak(tmp_path):
    text = "Leo Ruiz, who heads a group of Russian officials, said it was late."
    assert pd.isna(annotated(tmp_path, text).statements["actor"].iloc[-1])


def test_a_contracted_pronoun_is_a_pronoun(tmp_path):
    assert last_speakers(tmp_path, "Xi Jinping was there. He’s said that it was late.") == ["xi-jinping"]


def test_a_first_name_in_the_speaker_of_a_document_is_nobodys_surname(tmp_path):
    found = annotated(tmp_path, "We believe that peace is possible.", "Mr. Michel Kafando")
    assert pd.isna(found.documents["actor"].iloc[0])
    assert annotated(tmp_path, "Late.", "Xi Jinping").documents["actor"].iloc[0] == "xi-jinping"
