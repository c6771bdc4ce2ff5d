"""Tables of several partitions, put one under the other."""

import pickle

import numpy as np
import pandas as pd
import pytest

from discourse.annotations.columns import coded, columns, tabled
from discourse.annotations.joining import stacked
from discourse.tables import table


def tokens(doc_id: str, terms: list[str], names: list[str]) -> dict:
    """Columns of tokens; `names` are the categories of their terms, in whatever order."""
    n = len(terms)
    return {
        "doc_id": coded(np.zeros(n, dtype=np.int64), [doc_id]),
        "part": coded(np.ones(n, dtype=np.int64), ["title", "body"]),
        "start": np.arange(n),
        "end": np.arange(n) + 1,
        "term": coded(np.array([names.index(term) if term else -1 for term in terms]), names),
        "sentence_id": np.zeros(n, dtype=np.int64),
        "voice": coded(np.zeros(n, dtype=np.int64), ["outlet", "unknown"]),
    }


PIECES = [
    tokens("b", ["war", "the", "war", ""], ["war", "the", "never"]),
    tokens("a", ["the", "peace"] * 2, ["unsaid", "the", "peace"]),
]


def test_categories_are_those_that_occur_sorted():
    both = stacked("tokens", PIECES)
    assert both["term"].cat.categories.tolist() == ["peace", "the", "war"]
    assert (
        both["term"].tolist()[:3] + both["term"].tolist()[4:] == ["war", "the", "war"] + ["the", "peace"] * 2
    )
    assert both["term"].isna().tolist() == [False] * 3 + [True] + [False] * 4
    assert both["doc_id"].tolist() == ["b"] * 4 + ["a"] * 4
    assert both["part"].cat.categories.tolist() == ["body"]


@pytest.mark.parametrize("n", [1, 2])
def test_columns_and_tables_give_the_same(n):
    pieces = PIECES[:n]
    made = [tabled("tokens", piece) for piece in pieces]
    sent = [pickle.loads(pickle.dumps(columns("tokens", piece))) for piece in pieces]
    expected = stacked("tokens", made)
    for others in (pieces, sent, [*made[:1], *pieces[1:]]):
        pd.testing.assert_frame_equal(stacked("tokens", others), expected)


def test_many_categories_are_joined_like_few():
    names = [f"w{i:05}" for i in range(3000)]
    rows = np.random.default_rng(1).integers(-1, 3000, 9000)
    words = [names[row] if row >= 0 else "" for row in rows]
    both = stacked("tokens", [tokens("a", words, names[::-1]), tokens("b", words[::-1], names)])
    assert both["term"].astype(object).fillna("").tolist() == words + words[::-1]
    assert both["term"].cat.categories.tolist() == sorted({*words} - {""})


def test_what_one_file_lacks_is_missing():
    more = pd.DataFrame({"doc_id": ["a"], "text": ["War."], "desk": ["politics"], "page": [3]})
    less = pd.DataFrame({"doc_id": ["b"], "text": ["Peace."], "page": [4]})
    both = stacked("documents", [table("documents", dict(frame)) for frame in (more, less)])
    assert both["desk"].tolist()[0] == "politics"
    assert both["desk"].isna().tolist() == [False, True]
    assert both["page"].dtype == "int64"


def test_without_rows_the_columns_are_those_of_the_table():
    none = stacked("tone", [table("tone")] * 2)
    pd.testing.assert_frame_equal(none, table("tone"))


def test_what_was_joined_can_be_changed_and_changes_nothing_else():
    given = tabled("tokens", PIECES[0])
    one = stacked("tokens", [given])
    one.loc[0, ["start", "term"]] = [7, "the"]
    assert one.loc[0, "start"] == 7
    assert given.loc[0, ["start", "term"]].tolist() == [0, "war"]
