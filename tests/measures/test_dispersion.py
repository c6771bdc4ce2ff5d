"""How words are spread: deviations of proportions by hand, and their laws."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.measures import dispersion


def test_dp_as_worked_by_hand():
    # parts of 10 and 30 words; five uses, all in the small part: (|1 - 1/4| + |0 - 3/4|) / 2
    tokens = pd.DataFrame({"doc_id": ["a"] * 10 + ["b"] * 30, "term": ["x"] * 5 + ["y"] * 35})
    found = dispersion(tokens).set_index("term")
    assert found.loc["x", ["n", "n_parts", "parts", "dp", "dp_norm"]].tolist() == [5, 1, 2, 0.75, 1.0]


def test_parts_of_unequal_size_are_no_unevenness():
    tokens = pd.DataFrame(
        {"doc_id": ["a"] * 10 + ["b"] * 30, "term": ["x"] * 5 + ["y"] * 5 + ["x"] * 15 + ["y"] * 15}
    )
    assert dispersion(tokens)["dp"].tolist() == [0, 0]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), min_size=1))
def test_dp_lies_between_0_and_1_and_the_norm_above_it(rows):
    found = dispersion(pd.DataFrame(rows, columns=["doc_id", "term"]), min_count=1)
    assert found["dp"].between(0, 1).all()
    assert (found["dp_norm"] >= found["dp"] - 1e-12).all() or found["parts"].iloc[0] == 1


def test_parts_may_be_outlets():
    tokens = pd.DataFrame({"doc_id": list("abab"), "term": ["x", "y", "x", "y"]})
    documents = pd.DataFrame({"doc_id": ["a", "b"], "outlet": ["Mirror", "Mirror"]})
    found = dispersion(tokens, by="outlet", documents=documents, min_count=1)
    assert found["parts"].tolist() == [1, 1]
    assert found["dp"].tolist() == pytest.approx([0, 0])
