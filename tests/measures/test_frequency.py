"""Term frequencies against counts by head and by Python's own Counter."""

from collections import Counter

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.errors import DiscourseError
from discourse.measures import term_frequencies

words = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 2), st.sampled_from("abc")), min_size=1, max_size=40
)


def tokens_of(rows):
    frame = pd.DataFrame(sorted(rows), columns=["doc", "sentence_id", "term"])
    return frame.assign(doc_id=frame["doc"].astype(str), part="body")


@pytest.fixture
def tokens():
    rows = [("a", "war"), ("a", "war"), ("a", "and"), ("a", "peace"), ("e", "war"), ("f", "peace")]
    return pd.DataFrame(rows, columns=["doc_id", "term"]).assign(part="body", sentence_id=0)


def test_counts_rates_and_documents_can_be_checked_by_head(tokens):
    counts = term_frequencies(tokens, stop_words=["and"])
    assert counts.to_dict("list") == {
        "term": ["war", "peace"],
        "n": [3, 2],
        "per_million": [pytest.approx(1e6 * 3 / 6), pytest.approx(1e6 * 2 / 6)],
        "n_documents": [2, 2],
    }


def test_groups_come_from_the_metadata_and_rates_are_per_group(tokens, documents):
    counts = term_frequencies(tokens, by="outlet", documents=documents, min_count=2)
    assert counts[["outlet", "term", "n"]].to_numpy().tolist() == [["Mirror", "war", 2]]
    assert counts["per_million"].tolist() == [500_000]


def test_sequences_stay_in_one_sentence_and_one_voice():
    tokens = pd.DataFrame(
        {
            "doc_id": "a",
            "part": "body",
            "sentence_id": [0, 0, 0, 1],
            "term": list("wxyz"),
            "voice": ["xi"] * 2 + ["nato"] * 2,
        }
    )
    assert term_frequencies(tokens, n_words=2)["term"].tolist() == ["w x", "x y"]
    assert term_frequencies(tokens, n_words=2, by="voice")["term"].tolist() == ["w x"]
    assert term_frequencies(tokens, n_words=3)["term"].tolist() == ["w x y"]
    assert term_frequencies(tokens, n_words=4).empty


def test_sequences_keep_stop_words_inside_but_not_at_their_ends():
    tokens = pd.DataFrame(
        {"doc_id": "a", "part": "body", "sentence_id": 0, "term": "state of the union".split()}
    )
    kept = term_frequencies(tokens, n_words=4, stop_words=["of", "the"])["term"].tolist()
    assert kept == ["state of the union"]
    assert term_frequencies(tokens, n_words=2, stop_words=["of", "the"]).empty


@given(words, st.integers(1, 3))
def test_sequences_agree_with_a_counter(rows, n_words):
    tokens = tokens_of(rows)
    expected = Counter()
    for _, sentence in tokens.groupby(["doc_id", "sentence_id"]):
        terms = sentence["term"].tolist()
        expected.update(" ".join(terms[i : i + n_words]) for i in range(len(terms) - n_words + 1))
    counts = term_frequencies(tokens, n_words=n_words)
    assert dict(zip(counts["term"], counts["n"], strict=True)) == expected


@given(words)
def test_rates_of_all_terms_add_up_to_a_million(rows):
    assert term_frequencies(tokens_of(rows))["per_million"].sum() == pytest.approx(1e6)


def test_no_tokens_give_an_empty_table_with_its_columns():
    empty = pd.DataFrame({c: [] for c in ("doc_id", "part", "sentence_id", "term", "voice")})
    assert list(term_frequencies(empty, by="voice").columns) == [
        "voice",
        "term",
        "n",
        "per_million",
        "n_documents",
    ]


def test_sequences_of_no_words_are_refused(tokens):
    with pytest.raises(DiscourseError, match=r"^n_words is 0; it must be 1 or more$"):
        term_frequencies(tokens, n_words=0)


@given(words, st.sampled_from([None, "voice"]), st.integers(1, 2))
def test_pieces_with_whole_documents_count_as_the_whole_table(rows, by, n_words):
    tokens = tokens_of(rows)
    tokens = tokens.assign(voice=tokens["sentence_id"].map({0: "x", 1: "y", 2: None}))
    pieces = [piece for _, piece in tokens.groupby("doc")]
    whole = term_frequencies(tokens, by=by, n_words=n_words)
    pd.testing.assert_frame_equal(term_frequencies(iter(pieces), by=by, n_words=n_words), whole)
