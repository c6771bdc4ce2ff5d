import subprocess
import sys

import pandas as pd
import pytest

from discourse import Corpus, UnknownNameError, annotate
from discourse.tables import OUTLET


@pytest.mark.usefixtures("small_partitions")
def test_one_process_and_several_give_the_same_tables(corpus, lexicons):
    one = annotate(corpus, **lexicons, engine="serial")
    several = annotate(corpus, **lexicons, workers=2)
    for name, table in one.tables.items():
        pd.testing.assert_frame_equal(table, several.tables[name])
    assert one.fingerprint == several.fingerprint


@pytest.mark.usefixtures("small_partitions")
def test_a_killed_worker_costs_no_row(corpus, lexicons, killed_once, tmp_path):
    spread = annotate(corpus, **lexicons, scorer=killed_once, workers=2)
    assert (tmp_path / "killed").exists()
    assert spread.fingerprint == annotate(corpus, **lexicons, scorer=killed_once, engine="serial").fingerprint


@pytest.mark.slow
@pytest.mark.usefixtures("small_partitions")
def test_a_document_that_kills_its_worker_again_and_again_is_reported_and_the_others_are_done(
    with_deadly_document, corpus, lexicons, killed_always
):
    found = annotate(with_deadly_document, **lexicons, scorer=killed_always, workers=2)
    lost = found.problems[found.problems["stage"] == "annotating"]
    assert lost["doc_id"].tolist() == ["deadly"]
    assert lost["reason"].item() == (
        "the document could not be annotated: the worker process was killed over it, "
        "most likely for want of memory"
    )
    without = annotate(Corpus(corpus.documents), **lexicons, scorer=killed_always, engine="serial")
    pd.testing.assert_frame_equal(found.framings, without.framings)


def test_a_document_that_fails_is_a_row_of_problems(corpus, lexicons):
    def failing(spans):
        if spans["text"].str.contains("Xyzzy").any():
            raise RuntimeError("no such word")
        return pd.DataFrame({"polarity": 0.0}, index=spans.index)

    odd = pd.DataFrame({"doc_id": ["odd", "even"], "text": ["Xyzzy.", "It is a war."]})
    found = annotate(Corpus(odd), **lexicons, scorer=failing)
    assert found.problems[["doc_id", "stage", "reason"]].to_numpy().tolist() == [
        ["odd", "annotating", "the document could not be annotated: RuntimeError: no such word"]
    ]
    assert found.framings["doc_id"].tolist() == ["even"]
    assert len(found.documents) == 2


def test_without_statements_no_article_speaks_for_itself(corpus, lexicons):
    found = annotate(corpus, **lexicons, statements=False)
    assert found.statements.empty
    assert found.speakers.empty
    assert OUTLET not in set(found.tokens["voice"])
    assert len(found.framings) == len(annotate(corpus, **lexicons).framings)


def test_an_unknown_engine_is_named_with_the_known_ones(corpus, lexicons):
    with pytest.raises(UnknownNameError) as error:
        annotate(corpus, **lexicons, engine="spark")
    assert str(error.value) == "engine 'spark' is unknown. Known: 'local', 'serial', 'dask'."


def test_progress_counts_every_document_once(corpus, lexicons):
    done = []
    annotate(corpus, **lexicons, progress=done.append)
    assert sum(done) == len(corpus)


UNGUARDED = """
from discourse import annotate, read_actors, read_corpus, read_frames
from discourse.engines import partitions
partitions.LEAST = partitions.MOST = 5_000
corpus = read_corpus("sample").head(30)
found = annotate(corpus, actors=read_actors("world-politics"), frames=read_frames("ukraine"), workers=2)
print(len(found.documents))
"""


def test_a_script_needs_no_guard(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(UNGUARDED, encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip() == "30"
