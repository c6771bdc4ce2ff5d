"""A small corpus, and the task that all tests of engines give."""

import os
import signal
from pathlib import Path

import pandas as pd
import pytest

from discourse import Corpus, read_actors, read_corpus, read_frames
from discourse.engines import partitions as cutting


@pytest.fixture(scope="session")
def corpus():
    return read_corpus("sample").head(60)


@pytest.fixture(scope="session")
def lexicons():
    return {"actors": read_actors(["world-politics", "sample-actors"]), "frames": read_frames("ukraine")}


@pytest.fixture
def small_partitions(monkeypatch):
    """Cut into partitions of some documents each, so that there is something to spread."""
    monkeypatch.setattr(cutting, "LEAST", 5_000)
    monkeypatch.setattr(cutting, "USUAL", 10_000)
    monkeypatch.setattr(cutting, "MOST", 20_000)


@pytest.fixture
def killed_once(tmp_path):
    """A scorer that kills its process the first time."""
    flag, process = str(tmp_path / "killed"), os.getpid()

    def killing(spans):
        import os
        from pathlib import Path

        import pandas as pd

        if os.getpid() != process and not Path(flag).exists():
            Path(flag).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return pd.DataFrame({"polarity": 0.0}, index=spans.index)

    return killing


@pytest.fixture
def killed_always(tmp_path):
    """A scorer that kills its process over one word."""
    process = os.getpid()

    def deadly(spans):
        import os

        import pandas as pd

        if os.getpid() != process and spans["text"].str.contains("Xyzzy").any():
            os.kill(os.getpid(), signal.SIGKILL)
        return pd.DataFrame({"polarity": 0.0}, index=spans.index)

    return deadly


@pytest.fixture
def with_deadly_document(corpus):
    odd = pd.DataFrame({"doc_id": ["deadly"], "text": ["Xyzzy said the mayor. It was a war."]})
    documents = corpus.documents
    return Corpus(pd.concat([documents.iloc[:20], odd, documents.iloc[20:]], ignore_index=True))


@pytest.fixture
def parquet_parts(corpus, tmp_path):
    """The corpus as a folder of Parquet files."""
    folder = Path(tmp_path, "corpus")
    folder.mkdir()
    documents = corpus.documents[["doc_id", "title", "date", "outlet", "speaker", "text"]].astype(object)
    for i in range(0, len(documents), 25):
        documents.iloc[i : i + 25].to_parquet(folder / f"part-{i:03}.parquet")
    return folder
