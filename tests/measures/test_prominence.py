"""Who is spoken of and who gets to speak."""

import pandas as pd
import pytest

from discourse.errors import DiscourseError
from discourse.measures import mention_counts, prominence


@pytest.fixture
def mentions():
    return pd.DataFrame({"doc_id": list("abcde") * 6, "actor": pd.Categorical(["nato", "nato", "xi"] * 10)})


def test_mentions_are_counted_by_actor_and_outlet(documents):
    mentions = pd.DataFrame({"doc_id": ["a", "a", "c"], "actor": ["xi", "xi", "nato"]})
    assert mention_counts(mentions, by="outlet", documents=documents).to_numpy().tolist() == [
        ["Mirror", "xi", 2, 1],
        ["Times", "nato", 1, 1],
    ]


def test_shares_of_each_unit_add_up_to_one_with_unknown(mentions):
    statements = pd.DataFrame({"doc_id": list("abcde") * 5, "actor": (["xi"] * 3 + [None] * 2) * 5})
    tokens = pd.DataFrame(
        {"doc_id": list("abcde") * 20, "voice": (["outlet"] * 5 + ["xi"] * 4 + ["unknown"]) * 10}
    )
    shares = prominence(mentions, statements, tokens)
    assert shares.groupby("unit")["share"].sum().tolist() == pytest.approx([1, 1, 1])
    told = shares.set_index(["unit", "actor"])["share"]
    assert told["mentions", "nato"] == pytest.approx(2 / 3)
    assert told["statements", "unknown"] == pytest.approx(0.4)
    assert told["words", "xi"] == pytest.approx(0.8)


def test_the_outlets_own_words_are_not_quoted_words(mentions):
    tokens = pd.DataFrame({"doc_id": list("abcde") * 20, "voice": "outlet"})
    assert set(prominence(mentions, tokens=tokens)["unit"]) == {"mentions"}


def test_an_actor_that_an_outlet_never_names_has_a_row_with_zero(mentions, documents):
    mentions = mentions.assign(actor=["xi" if d in "ab" else "nato" for d in mentions["doc_id"]])
    shares = prominence(mentions, by="outlet", documents=documents)
    assert shares.query("outlet == 'Mirror' and actor == 'nato'")["n"].tolist() == [0]


def test_grouping_by_the_actor_himself_is_refused(mentions):
    with pytest.raises(DiscourseError) as error:
        prominence(mentions, by="actor")
    assert str(error.value) == "prominence has a row for each actor as it is; by= takes columns of documents"
