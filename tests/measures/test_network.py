"""The network of actors and frames: what counts once, which side an edge takes, and what is written."""

import networkx as nx
import pandas as pd
import pytest

from discourse.errors import DiscourseError, UnknownNameError
from discourse.measures import actor_frame_network, actor_frame_networks, actor_network, write_network


@pytest.fixture
def framings():
    rows = [
        ("a", "xi", "crisis", "asserted"),
        ("a", "xi", "crisis", "asserted"),
        ("b", "xi", "crisis", "asserted"),
        ("b", "xi", "war", "refused"),
        ("a", "putin", "war", "negated"),
        ("c", "nato", "war", "asserted"),
        ("c", "nato", "crisis", "asserted"),
        ("c", "outlet", "war", "asserted"),
        ("c", "unknown", "war", "asserted"),
    ]
    return pd.DataFrame(rows, columns=["doc_id", "voice", "frame", "use"])


@pytest.fixture
def documents():
    return pd.DataFrame({"doc_id": list("abc"), "date": ["2022-01-01", "2022-06-01", "2023-01-01"]})


def weight(network, actor, frame):
    return network.edges[f"actor:{actor}", f"frame:{frame}"]["weight"]


def test_nobody_in_particular_is_no_actor(framings):
    names = {name for _, name in actor_frame_network(framings).nodes(data="name")}
    assert names == {"xi", "putin", "nato", "crisis", "war"}


def test_a_refusal_counts_against(framings):
    network = actor_frame_network(framings)
    assert [weight(network, *edge) for edge in (("xi", "war"), ("putin", "war"), ("nato", "war"))] == [
        -1,
        -1,
        1,
    ]


@pytest.mark.parametrize(
    ("duplicates", "expected"), [("include", 3), ("document", 2), ("year", 1), ("month", 2)]
)
def test_what_counts_as_a_repetition_is_a_choice(framings, documents, duplicates, expected):
    network = actor_frame_network(framings, duplicates=duplicates, documents=documents)
    assert weight(network, "xi", "crisis") == expected


def test_normalised_by_activity_an_actor_s_edges_add_up_to_one_at_most(framings):
    network = actor_frame_network(framings, normalisation="activity")
    assert weight(network, "xi", "crisis") == pytest.approx(2 / 3)
    assert weight(network, "nato", "war") == 0.5


def test_congruence_and_conflict(framings):
    network = actor_frame_network(framings)
    congruence, conflict = (actor_network(network, kind=kind) for kind in ("congruence", "conflict"))
    assert congruence.edges["actor:xi", "actor:nato"]["weight"] == 1
    assert congruence.edges["actor:xi", "actor:putin"]["weight"] == 1
    assert conflict.edges["actor:xi", "actor:nato"]["weight"] == 1
    assert conflict.edges["actor:putin", "actor:nato"]["weight"] == 1
    assert not actor_network(network, kind="subtract").has_edge("actor:xi", "actor:nato")


def test_projections_can_be_normalised(framings):
    network = actor_frame_network(framings)
    average, jaccard = (actor_network(network, normalisation=n) for n in ("average", "jaccard"))
    assert average.edges["actor:xi", "actor:putin"]["weight"] == pytest.approx(1 / 1.5)
    assert jaccard.edges["actor:xi", "actor:putin"]["weight"] == pytest.approx(1 / 2)


def test_a_window_takes_in_the_periods_before(framings, documents):
    alone = actor_frame_networks(framings, documents=documents)
    wide = actor_frame_networks(framings, documents=documents, window=2)
    assert list(alone) == list(wide) == ["2022", "2023"]
    assert "actor:xi" not in alone["2023"]
    assert "actor:xi" in wide["2023"]


@pytest.mark.parametrize(("name", "read"), [("n.graphml", nx.read_graphml), ("n.gexf", nx.read_gexf)])
def test_what_is_written_can_be_read_again_and_is_the_same_every_day(framings, tmp_path, name, read):
    network = actor_frame_network(framings)
    path = write_network(network, tmp_path / "out" / name)
    assert read(path).edges["actor:xi", "frame:war"]["weight"] == -1
    assert b"lastmodified" not in path.read_bytes()


@pytest.mark.parametrize(
    ("options", "kind", "message"),
    [
        (
            {"duplicates": "weekly"},
            UnknownNameError,
            "duplicates 'weekly' is unknown. Known: 'include', 'document', 'day', 'week', 'month', 'quarter', "
            "'year'. Did you mean 'week'?",
        ),
        (
            {"duplicates": "year"},
            DiscourseError,
            "the framings table has no column 'year'; give documents= to group by metadata",
        ),
        (
            {"voices": ["Putn"]},
            UnknownNameError,
            "voice 'Putn' is unknown. Known: 'nato', 'outlet', 'putin', 'unknown', 'xi'. Did you mean 'putin'?",
        ),
    ],
)
def test_an_option_that_is_not_known_is_named(framings, options, kind, message):
    with pytest.raises(kind) as error:
        actor_frame_network(framings, **options)
    assert str(error.value) == message


def test_no_framings_make_an_empty_network(framings):
    network = actor_frame_network(framings.head(0))
    assert len(network) == 0
    assert len(actor_network(network)) == 0
