"""Who came first."""

import pandas as pd
import pytest

from discourse.measures import first_use


@pytest.fixture
def documents():
    return pd.DataFrame({"doc_id": list("abcd"), "date": ["2022-03-05", "2022-03", "2022", None]})


def framings(*rows):
    table = pd.DataFrame(rows, columns=["doc_id", "start", "frame", "voice", "use"])
    return table.assign(part="body", end=table["start"] + 3, term=table["frame"])


def test_the_first_place_of_each_voice_is_given_with_rank_and_count(documents):
    table = framings(
        ("a", 9, "war", "xi", "asserted"),
        ("a", 2, "war", "xi", "asserted"),
        ("b", 0, "war", "outlet", "asserted"),
    )
    found = first_use(table, documents)
    assert found[["voice", "rank", "doc_id", "start", "n"]].to_numpy().tolist() == [
        ["xi", 1, "a", 2, 2],
        ["outlet", 2, "b", 0, 1],
    ]


def test_a_vague_date_counts_as_the_end_of_its_month_or_year(documents):
    table = framings(*((doc, 0, "war", doc, "asserted") for doc in "cba"))
    assert first_use(table, documents)["voice"].tolist() == ["a", "b", "c"]


def test_undated_uses_stand_last_without_a_rank(documents):
    table = framings(("d", 0, "war", "xi", "asserted"), ("c", 0, "war", "outlet", "asserted"))
    found = first_use(table, documents)
    assert found["voice"].tolist() == ["outlet", "xi"]
    assert found["rank"].isna().tolist() == [False, True]


def test_a_denial_is_no_use_unless_asked_for(documents):
    table = framings(("a", 0, "war", "xi", "negated"), ("b", 0, "war", "xi", "asserted"))
    assert first_use(table, documents)["doc_id"].tolist() == ["b"]
    assert first_use(table, documents, use="all")["doc_id"].tolist() == ["a"]
