"""Grouping by columns of a table or of its documents."""

import pandas as pd
import pytest

from discourse.errors import DiscourseError, UnknownNameError
from discourse.measures import with_metadata
from discourse.measures.groups import find_cells, periods, with_groups


def test_metadata_follow_their_documents_in_any_order(documents):
    table = pd.DataFrame({"doc_id": pd.Categorical(["c", "a", "c"])}, index=[7, 8, 9])
    joined = with_metadata(table, documents, "outlet")
    assert joined["outlet"].tolist() == ["Times", "Mirror", "Times"]
    assert joined.index.tolist() == [7, 8, 9]


def test_columns_of_the_table_stay_as_they_are(documents):
    table = pd.DataFrame({"doc_id": ["a"], "outlet": ["my own"]})
    assert with_metadata(table, documents, ["outlet"])["outlet"].tolist() == ["my own"]


def test_inputs_stay_as_they_were(documents):
    table = pd.DataFrame({"doc_id": ["a"]})
    before = documents.copy()
    with_metadata(table, documents, ["outlet", "year"])
    assert list(table.columns) == ["doc_id"]
    pd.testing.assert_frame_equal(documents, before)


def test_an_unknown_metadata_column_is_named_with_the_nearest(documents):
    with pytest.raises(UnknownNameError) as error:
        with_metadata(pd.DataFrame({"doc_id": ["a"]}), documents, "outlett")
    assert str(error.value) == (
        "column 'outlett' is unknown. Known: 'doc_id', 'title', 'outlet', 'date', 'duplicate_group'. "
        "Did you mean 'outlet'?"
    )


def test_a_document_that_the_documents_lack_is_named(documents):
    with pytest.raises(DiscourseError, match=r"^the documents table lacks the document 'z'$"):
        with_metadata(pd.DataFrame({"doc_id": ["a", "z"]}), documents, "outlet")


def test_a_document_that_stands_twice_is_named(documents):
    with pytest.raises(DiscourseError, match=r"^the documents table has the doc_id 'a' twice$"):
        with_metadata(pd.DataFrame({"doc_id": ["a"]}), pd.concat([documents, documents]), "outlet")


def test_grouping_by_metadata_asks_for_the_documents():
    with pytest.raises(DiscourseError) as error:
        with_groups(pd.DataFrame({"doc_id": ["a"]}), "outlet", None, of="mentions")
    assert (
        str(error.value) == "the mentions table has no column 'outlet'; give documents= to group by metadata"
    )


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("day", ["2022-03-05", None, None, None]),
        ("month", ["2022-03", "2022-12", None, None]),
        ("quarter", ["2022-Q1", "2022-Q4", None, None]),
        ("year", ["2022", "2022", "2021", None]),
    ],
)
def test_a_date_tells_the_periods_that_it_is_precise_enough_for(period, expected):
    dates = pd.Series(["2022-03-05", "2022-12", "2021", None])
    assert periods(dates, period).astype(object).where(lambda p: p.notna(), None).tolist() == expected


def test_weeks_are_those_of_iso_8601():
    assert periods(pd.Series(["2022-01-01", "2024-12-30"]), "week").tolist() == ["2021-W52", "2025-W01"]


def test_missing_values_make_a_cell_of_their_own():
    table = pd.DataFrame({"a": pd.Categorical(["x", None, "x"]), "b": [1, 1, 1]})
    cells = find_cells(table, ["a", "b"])
    assert cells.of_row.tolist() == [0, 1, 0]
    assert cells.labels["a"].isna().tolist() == [False, True]


def test_a_missing_voice_is_unknown():
    table = pd.DataFrame({"doc_id": ["a", "a"], "voice": pd.Categorical(["xi", None])})
    assert with_groups(table, None, None, of="framings")["voice"].tolist() == ["xi", "unknown"]
