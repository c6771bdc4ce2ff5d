import pytest

from discourse import DiscourseError, annotate, scan_corpus
from discourse.engines.cluster import client_for

distributed = pytest.importorskip("distributed")
pytestmark = [
    pytest.mark.usefixtures("small_partitions"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.slow,
]


@pytest.fixture(scope="module")
def client():
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, processes=True
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


def test_a_cluster_gives_the_same_tables_though_a_worker_is_killed(
    client, corpus, lexicons, killed_once, tmp_path
):
    spread = annotate(corpus, **lexicons, scorer=killed_once, engine=client)
    assert (tmp_path / "killed").exists()
    assert spread.fingerprint == annotate(corpus, **lexicons, scorer=killed_once, engine="serial").fingerprint


def test_a_cluster_works_from_parquet_into_a_folder(client, corpus, lexicons, parquet_parts, tmp_path):
    done = []
    stored = annotate(
        scan_corpus(parquet_parts),
        **lexicons,
        out=tmp_path / "out",
        engine=client.scheduler.address,
        progress=done.append,
    )
    plain = annotate(corpus, **lexicons, engine="serial")
    assert sum(done) == len(corpus)
    assert stored.framings.equals(plain.framings)
    assert stored.statements.equals(plain.statements)


def test_a_document_that_kills_its_worker_is_reported(client, with_deadly_document, lexicons, killed_always):
    found = annotate(with_deadly_document, **lexicons, scorer=killed_always, engine="dask")
    lost = found.problems[found.problems["stage"] == "annotating"]
    assert lost["doc_id"].tolist() == ["deadly"]
    assert len(found.documents) == len(with_deadly_document)


def test_an_address_where_nobody_answers_is_named():
    patience = {"distributed.comm.timeouts.connect": "1s"}
    with distributed.worker.dask.config.set(patience), pytest.raises(DiscourseError) as error:
        client_for("tcp://127.0.0.1:9", None)
    assert str(error.value).startswith("no Dask scheduler answers at 'tcp://127.0.0.1:9': ")
