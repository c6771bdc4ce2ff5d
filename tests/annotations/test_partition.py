"""A partition of documents, annotated."""

import pandas as pd
import pytest

from discourse import read_actors, read_corpus, read_frames
from discourse.annotations.joining import joined
from discourse.annotations.partition import Task, annotate_partition
from discourse.annotations.tone.scorers import scorers_named
from discourse.lexicons import read_cues
from discourse.text import memory

SHORT = [
    "Russia said that it was no war.",
    "War.",
    "x",
    "“War”",
    "Not a “war”, he said, but a crisis: no, it is not.",
]


@pytest.fixture(scope="module")
def task() -> Task:
    return Task(read_actors("world-politics"), read_frames("ukraine"), read_cues(), scorers_named("textblob"))


def test_documents_give_the_same_rows_alone_and_together(task):
    short = pd.DataFrame({"doc_id": [f"short {i}" for i in range(len(SHORT))], "text": SHORT})
    for documents in (read_corpus("sample").documents.iloc[::3], read_corpus(short).documents):
        documents = documents.reset_index(drop=True)
        together = joined([annotate_partition(documents, task)])
        memory.forget()
        alone = [
            joined([annotate_partition(documents.iloc[[i]].reset_index(drop=True), task)])
            for i in range(len(documents))
        ]
        for name, table in together.items():
            rows = pd.concat([tables[name].astype(object) for tables in alone], ignore_index=True)
            pd.testing.assert_frame_equal(rows, table.astype(object), check_dtype=False)
