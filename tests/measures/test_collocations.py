"""Company that words keep: counts by hand, walls between sentences, and the two scores."""

import numpy as np
import pandas as pd
import pytest

from discourse.errors import DiscourseError
from discourse.measures import collocations
from discourse.measures.collocations import log_dice, npmi


def tokens_of(*sentences):
    rows = [("a", "body", i, word) for i, sentence in enumerate(sentences) for word in sentence.split()]
    return pd.DataFrame(rows, columns=["doc_id", "part", "sentence_id", "term"])


def test_a_word_between_two_nodes_is_near_once():
    found = collocations(tokens_of("war cold war"), "war", min_count=1).set_index("term")
    assert found.loc["cold", ["n", "n_node", "n_collocate"]].tolist() == [1, 2, 1]


def test_the_end_of_a_sentence_is_a_wall():
    found = collocations(tokens_of("a war", "cold day"), "war", min_count=1)
    assert found["term"].tolist() == ["a"]


def test_the_window_has_two_sides():
    found = collocations(tokens_of("one two war three four"), "war", window=1, min_count=1)
    assert sorted(found["term"]) == ["three", "two"]


def test_an_asterisk_stands_for_any_ending():
    found = collocations(tokens_of("cold war", "cold warfare", "cold peace"), "war*", min_count=1)
    assert found[["term", "n", "n_node"]].to_numpy().tolist() == [["cold", 2, 2]]


def test_log_dice_as_worked_by_hand():
    # 14 + log2(2 * 3 / (4 + 8)) = 13
    assert log_dice(3, 4, 8) == pytest.approx(13)
    assert log_dice(5, 5, 5) == pytest.approx(14)


def test_npmi_as_worked_by_hand():
    # f = 2 of W = 4 near, y = 4 of N = 64: log2(2 * 64 / 16) / -log2(2 / 64) = 3 / 5
    assert npmi(2, 4, 4, 64) == pytest.approx(0.6)
    assert npmi(4, 4, 4, 64) == pytest.approx(1)
    assert npmi(0, 4, 4, 64) == -1


@pytest.mark.parametrize(
    ("node", "options", "message"),
    [
        ("peace", {}, "'peace' does not occur in these tokens"),
        (["peace", "truce"], {}, "'peace' or 'truce' does not occur in these tokens"),
        ("*", {}, "there is no word to look for in '*'"),
        ("war", {"window": 0}, "window is 0; it must be 1 or more"),
    ],
)
def test_what_cannot_be_looked_for_is_said(node, options, message):
    with pytest.raises(DiscourseError) as error:
        collocations(tokens_of("a war"), node, **options)
    assert str(error.value) == message


def test_scores_of_arrays_are_arrays():
    assert np.shape(log_dice(np.array([1, 2]), 2, np.array([2, 2]))) == (2,)
