"""Whose words: strangers are remembered, and a first name is nobody's surname."""

import pandas as pd
import pytest

from discourse import annotate, read_actors, read_corpus, read_frames

ACTORS = read_actors("world-politics")
FRAMES = read_frames("ukraine")


def annotated(tmp_path, text: str, speaker: str | None = None):
    pd.DataFrame({"doc_id": ["a"], "text": [text], "speaker": [speaker]}).to_csv(
        tmp_path / "t.csv", index=False
    )
    return annotate(read_corpus(tmp_path / "t.csv"), actors=ACTORS, frames=FRAMES, engine="serial")


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


def test_who_speaks_within_a_quotation_is_not_meant_outside_of_it(tmp_path):
    text = "Xi Jinping came. “A man told me that it was late,” he recalled. He said that he agreed."
    found = annotated(tmp_path, text).statements.set_index("cue")["actor"]
    assert found[["recalled", "said"]].tolist() == ["xi-jinping", "xi-jinping"]


def test_a_first_name_in_the_speaker_of_a_document_is_nobodys_surname(tmp_path):
    found = annotated(tmp_path, "We believe that peace is possible.", "Mr. Michel Kafando")
    assert pd.isna(found.documents["actor"].iloc[0])
    assert annotated(tmp_path, "Late.", "Xi Jinping").documents["actor"].iloc[0] == "xi-jinping"
