from pathlib import Path

import pandas as pd
import pytest

from discourse import (
    Corpus,
    DiscourseError,
    ReadError,
    annotate,
    read_actors,
    read_annotations,
    read_frames,
    scan_corpus,
)
from discourse.annotations.partition import NOTHING
from discourse.engines import storing

pytestmark = pytest.mark.usefixtures("small_partitions")


@pytest.fixture
def worked_on(monkeypatch):
    """How many documents were laid out anew, and which tables were made, in this process."""
    calls = []
    plain = storing.annotate_safely

    def counting(documents, task, known=NOTHING, deadly=()):
        calls.append((len(documents), sorted(known.tables), known.statements is not None))
        return plain(documents, task, known, deadly)

    monkeypatch.setattr(storing, "annotate_safely", counting)
    return calls


def same(stored, plain):
    for name, table in plain.tables.items():
        pd.testing.assert_frame_equal(stored.tables[name], table)
    return stored.fingerprint == plain.fingerprint


def test_what_is_stored_is_what_is_found(corpus, lexicons, tmp_path):
    stored = annotate(corpus, **lexicons, out=tmp_path, workers=2)
    plain = annotate(corpus, **lexicons, engine="serial")
    assert same(stored, plain)
    assert same(read_annotations(tmp_path), plain)
    assert stored.about == plain.about
    assert repr(stored) == repr(plain)


def test_a_second_run_works_on_nothing(corpus, lexicons, tmp_path, worked_on):
    annotate(corpus, **lexicons, out=tmp_path, engine="serial")
    worked_on.clear()
    done = []
    annotate(corpus, **lexicons, out=tmp_path, engine="serial", progress=done.append)
    assert worked_on == []
    assert sum(done) == len(corpus)


@pytest.mark.parametrize("place", [0, 30, 60])
def test_of_a_corpus_with_one_more_document_only_that_is_worked_on(
    corpus, lexicons, tmp_path, worked_on, place
):
    annotate(corpus, **lexicons, out=tmp_path, engine="serial")
    worked_on.clear()
    one = pd.DataFrame({"doc_id": ["new"], "text": ["Russia said that it was no war."]})
    documents = corpus.documents
    more = Corpus(pd.concat([documents.iloc[:place], one, documents.iloc[place:]], ignore_index=True))
    stored = annotate(more, **lexicons, out=tmp_path, engine="serial")
    assert [n for n, *_ in worked_on] == [1]
    assert same(stored, annotate(more, **lexicons, engine="serial"))


def test_documents_taken_out_leave_nothing_behind(corpus, lexicons, tmp_path, worked_on):
    annotate(corpus, **lexicons, out=tmp_path, engine="serial")
    worked_on.clear()
    fewer = corpus.where(corpus.documents.index % 3 != 0)
    stored = annotate(fewer, **lexicons, out=tmp_path, engine="serial")
    assert worked_on == []
    assert same(stored, annotate(fewer, **lexicons, engine="serial"))
    assert len(list(Path(tmp_path, "tokens").iterdir())) == len(stored.tables.segments)


def test_other_frames_make_only_framings_anew(corpus, lexicons, tmp_path, worked_on, other_frames):
    annotate(corpus, **lexicons, out=tmp_path, engine="serial")
    worked_on.clear()
    stored = annotate(corpus, **other_frames, out=tmp_path, engine="serial")
    assert {tuple(known) for _, known, _ in worked_on} == {
        ("mentions", "problems", "sentences", "speakers", "statements", "tokens", "tone")
    }
    assert same(stored, annotate(corpus, **other_frames, engine="serial"))


def test_other_actors_do_not_make_statements_looked_for_again(
    corpus, lexicons, tmp_path, worked_on, other_actors
):
    annotate(corpus, **lexicons, out=tmp_path, engine="serial")
    worked_on.clear()
    stored = annotate(corpus, **other_actors, out=tmp_path, engine="serial")
    assert {(tuple(known), found) for _, known, found in worked_on} == {(("sentences",), True)}
    assert same(stored, annotate(corpus, **other_actors, engine="serial"))


def test_other_metadata_are_taken_over_without_any_work(corpus, lexicons, tmp_path, worked_on):
    annotate(corpus, **lexicons, out=tmp_path, engine="serial")
    worked_on.clear()
    renamed = Corpus(corpus.documents.assign(outlet="The Same"))
    stored = annotate(renamed, **lexicons, out=tmp_path, engine="serial")
    assert worked_on == []
    assert set(stored.documents["outlet"]) == {"The Same"}


def test_an_interrupted_run_is_told_of_and_gone_on_with(corpus, lexicons, tmp_path, worked_on):
    class InterruptionError(Exception):
        pass

    def interrupt(n_documents):
        raise InterruptionError

    with pytest.raises(InterruptionError):
        annotate(corpus, **lexicons, out=tmp_path, engine="serial", progress=interrupt)
    with pytest.raises(ReadError) as error:
        read_annotations(tmp_path)
    assert str(error.value) == (
        f"the annotations in {tmp_path} are not finished; annotate the corpus again with the same out= to go on"
    )
    before = sum(n for n, *_ in worked_on)
    stored = annotate(corpus, **lexicons, out=tmp_path, engine="serial")
    assert 0 < before < len(corpus)
    assert sum(n for n, *_ in worked_on) == len(corpus)
    assert same(stored, annotate(corpus, **lexicons, engine="serial"))


def test_a_scanned_corpus_gives_the_same_findings(corpus, lexicons, tmp_path, parquet_parts):
    scan = scan_corpus(parquet_parts)
    assert len(scan) == len(corpus)
    stored = annotate(scan, **lexicons, out=tmp_path / "out", workers=2)
    plain = annotate(corpus, **lexicons, engine="serial")
    for name in ("sentences", "tokens", "mentions", "statements", "speakers", "framings", "tone"):
        pd.testing.assert_frame_equal(stored.tables[name], plain.tables[name])


def test_tables_are_counted_piece_by_piece(corpus, lexicons, tmp_path):
    stored = annotate(corpus, **lexicons, out=tmp_path, engine="serial")
    pieces = list(stored.tables.partitions("tokens", ["doc_id", "term"]))
    assert len(pieces) > 1
    assert list(pieces[0]) == ["doc_id", "term"]
    assert sum(map(len, pieces)) == stored.n_rows("tokens") == len(stored.tokens)


def test_a_doc_id_that_comes_twice_is_named(corpus, lexicons, tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in "ab":
        frame = pd.DataFrame({"doc_id": ["same"], "text": ["It is a war."]})
        frame.to_parquet(folder / f"{name}.parquet")
    with pytest.raises(DiscourseError) as error:
        annotate(scan_corpus(folder), **lexicons, out=tmp_path / "out", engine="serial")
    assert str(error.value) == "two documents have the doc_id 'same'; doc_ids must differ"


@pytest.fixture
def other_frames(lexicons, tmp_path_factory):
    path = tmp_path_factory.mktemp("frames") / "frames.yml"
    path.write_text(
        "frames:\n  - id: talks\n    label: talks\n    terms: [talks, peace*]\n", encoding="utf-8"
    )
    return {**lexicons, "frames": read_frames(path)}


@pytest.fixture
def other_actors(lexicons):
    return {**lexicons, "actors": read_actors("sample-actors")}
