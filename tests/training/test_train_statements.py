"""Learning from marked texts: what it gives, that it is the same each time, and what annotating does with it."""

import json
import os
import pickle
import subprocess
import sys

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discourse import (
    DiscourseError,
    ReadError,
    annotate,
    read_actors,
    read_corpus,
    read_frames,
    train_statements,
)
from discourse.annotations.statements import find_statements
from discourse.annotations.statements.tagging import read_statement_weights, tagged_statements
from discourse.engines import partitions as cutting
from discourse.lexicons import read_cues
from discourse.text import sentences
from tests.growth import grows_in_proportion
from tests.training.marked_corpus import write_spans

CUES = read_cues()
TEXT = "Sund endorsed the ferry. Okafor said that the sea was calm. “It is late,” Lee said."


@pytest.fixture(scope="module")
def given_to_annotate():
    corpus = read_corpus(pd.DataFrame({"doc_id": ["a"], "text": [TEXT]}))
    return {"corpus": corpus, "actors": read_actors("world-politics"), "frames": read_frames("ukraine")}


def contents(text, statements):
    return [text[start:end] for one in statements for start, end in one.content_spans]


def test_what_is_not_marked_as_a_statement_is_learned_to_be_none(trained):
    by_rules = find_statements(TEXT, sentences(TEXT), CUES)
    learned = tagged_statements(TEXT, sentences(TEXT), CUES, trained.weights)
    assert contents(TEXT, by_rules) == ["the ferry", "that the sea was calm", "“It is late,”"]
    assert contents(TEXT, learned) == ["that the sea was calm", "“It is late,”"]


def test_scores_are_of_texts_held_out_and_better_than_the_rules_where_these_err(trained, marked_texts):
    scores = trained.scores
    assert list(scores.index) == ["rules", "learned", "difference"]
    assert scores["n_texts"].tolist() == [len(marked_texts)] * 3
    assert scores["n_marked"].iloc[0] == sum(len(rows) for _, rows in marked_texts.values())
    assert scores.loc["learned", "f1"] > scores.loc["rules", "f1"]
    assert scores.loc["difference", "low"] > 0
    assert (scores["low"] <= scores["f1"]).all()
    assert (scores["f1"] <= scores["high"]).all()


def test_the_result_shows_what_it_was_learned_from(trained):
    assert "from 16 texts with" in repr(trained)
    assert "Fewer than 200 texts: do not expect a gain." in repr(trained)
    assert "<table" in trained._repr_html_()


def test_the_file_holds_all_that_was_learned(trained):
    read = read_statement_weights(trained.path)
    assert read == trained.weights
    assert read.fingerprint == trained.weights.fingerprint
    found = [tagged_statements(TEXT, sentences(TEXT), CUES, weights) for weights in (read, trained.weights)]
    assert found[0] == found[1]


def test_weights_travel_to_other_processes_and_are_unpacked_once_in_each(trained):
    sent = pickle.dumps(trained.weights)
    there = pickle.loads(sent)
    assert there == trained.weights
    assert there is pickle.loads(sent)
    assert len(sent) < trained.path.stat().st_size


def test_several_processes_find_the_same(trained, given_to_annotate, monkeypatch):
    for size, least in (("LEAST", 5), ("USUAL", 10), ("MOST", 20)):
        monkeypatch.setattr(cutting, size, least)
    assert not cutting.is_small(given_to_annotate["corpus"].documents)
    plain = annotate(**given_to_annotate, statements=trained.weights, engine="serial")
    spread = annotate(**given_to_annotate, statements=trained.weights, engine="local", workers=2)
    assert plain.fingerprint == spread.fingerprint


def test_the_same_texts_give_the_same_file_with_any_hash_seed(marked_texts, tmp_path):
    few = {name: marked_texts[name] for name in ("t0", "t1", "t2", "t3")}
    folder = write_spans(tmp_path, few)
    program = (
        "import sys; from discourse import train_statements as t; t(sys.argv[1], out=sys.argv[2], folds=2)"
    )
    for seed in "01":
        subprocess.run(
            [sys.executable, "-c", program, folder, tmp_path / f"{seed}.json"],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
    assert (tmp_path / "0.json").read_bytes() == (tmp_path / "1.json").read_bytes()


def test_annotate_takes_the_weights_or_their_file(trained, given_to_annotate):
    by_object = annotate(**given_to_annotate, statements=trained.weights)
    by_path = annotate(**given_to_annotate, statements=trained.path)
    by_rules = annotate(**given_to_annotate)
    assert by_object.statements["cue"].tolist() == ["said", "said"]
    pd.testing.assert_frame_equal(by_object.statements, by_path.statements)
    assert list(by_object.statements.columns) == list(by_rules.statements.columns)
    assert by_object.statements.dtypes.astype(str).equals(by_rules.statements.dtypes.astype(str))
    assert by_object.about["statements"] == trained.weights.fingerprint
    assert "statements" not in by_rules.about


def test_in_a_folder_of_results_other_weights_are_other_statements(trained, given_to_annotate, tmp_path):
    counts = [
        len(annotate(**given_to_annotate, statements=statements, out=tmp_path).statements)
        for statements in (True, trained.weights, True)
    ]
    assert counts == [3, 2, 3]


def test_too_few_texts_are_refused(tmp_path, marked_texts):
    folder = write_spans(tmp_path, {"t0": marked_texts["t0"]})
    with pytest.raises(
        DiscourseError, match=r"holds 1 marked texts with \d+ statements; for 5 folds .* 10 texts"
    ):
        train_statements(folder)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ReadError, match=r"there is no folder .*nowhere"):
        train_statements(tmp_path / "nowhere")


def test_texts_in_which_the_rules_find_nothing_are_learned_from_without_harm(tmp_path):
    for name in "abcd":
        (tmp_path / f"{name}.txt").write_text("Lee grins.", encoding="utf-8")
    (tmp_path / "statements.csv").write_text(
        "doc_id,speaker,cue,content\n" + "".join(f"{name},Lee,,grins\n" for name in "abcd"), encoding="utf-8"
    )
    trained = train_statements(tmp_path, out=tmp_path / "weights.json", folds=2)
    assert trained.scores["f1"].tolist() == [0, 0, 0]
    read = read_statement_weights(trained.path)
    assert contents(TEXT, tagged_statements(TEXT, sentences(TEXT), CUES, read))


def test_a_place_that_cannot_be_written_to_is_named_before_the_work(marked_texts, tmp_path):
    folder = write_spans(tmp_path, marked_texts)
    with pytest.raises(ReadError, match=r"there is no folder .*nowhere to write the weights to"):
        train_statements(folder, out=tmp_path / "nowhere" / "weights.json", folds=2)


def test_annotate_says_what_it_takes_for_statements(trained, given_to_annotate):
    message = "statements is a TrainedStatements; give True, False, weights or the path of their file"
    with pytest.raises(DiscourseError, match=message):
        annotate(**given_to_annotate, statements=trained)


def broken(path, change):
    told = json.loads(path.read_text(encoding="utf-8"))
    change(told)
    return json.dumps(told)


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.update(format="other"),
        lambda told: told.pop("transitions"),
        lambda told: told["features"].update({"colour": {"red": [0] * 7}}),
        lambda told: told["features"].update({"word": {"red": [0] * 3}}),
        lambda told: told["features"].update({"own word": {"red": [0] * 7}}),
        lambda told: told.update(confidence=[1.0]),
    ],
)
def test_a_damaged_file_of_weights_is_refused_in_a_sentence(trained, tmp_path, change):
    path = tmp_path / "weights.json"
    path.write_text(broken(trained.path, change), encoding="utf-8")
    with pytest.raises(ReadError, match=r"^weights\.json (is damaged|does not hold)"):
        read_statement_weights(path)


PIECES = """said says told me that who according to Lee Mr. she 's not declined was quoted by saying and but
“ ” " ' ‘ ’ '' `` « » , . ; : — ( ) ? ! … he denied 26% <b x="y"> 中 é İ""".split()
PIECES += ["\n", "\n\n", "\u00ad", "\u200b", "\ud800", "\xa0", " "]


@settings(max_examples=150)
@given(text=st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)))
def test_any_text_is_read_with_spans_inside_it(trained, text):
    found = tagged_statements(text, sentences(text), CUES, trained.weights)
    for number, one in enumerate(found):
        assert one.content_spans
        assert 0 < one.confidence < 1
        assert one.kind in ("direct", "indirect", "mixed")
        assert one.via is None or (0 <= one.via < len(found) and one.via != number)
        for spans in (one.speaker_spans, one.cue_spans, one.content_spans):
            edges = [edge for span in spans for edge in span]
            assert edges == sorted(edges)
            assert all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize("piece", ["said ", "“A,” he said. ", "said that "])
def test_time_grows_with_the_length_only(trained, piece):
    def read(text):
        tagged_statements(text, sentences(text), CUES, trained.weights)

    assert grows_in_proportion(read, piece, 300, 2_400)
