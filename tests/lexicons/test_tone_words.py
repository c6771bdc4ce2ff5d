"""The list of words that mean something else in political news: each with its old weight and a reason."""

import csv
from pathlib import Path

import pytest

import discourse.lexicons
from discourse.lexicons.tone_words import political_news_words, textblob_words, toward_words

FILE = Path(discourse.lexicons.__file__).parent / "data" / "tone-political-news.csv"
LINES = FILE.read_text(encoding="utf-8").splitlines()
ROWS = list(csv.DictReader(line for line in LINES if not line.startswith("#")))


def test_old_weights_are_textblobs_and_every_word_has_a_reason():
    for row in ROWS:
        assert round(textblob_words()[row["word"]].polarity, 2) == pytest.approx(
            float(row["old"]), abs=0.006
        ), row
        assert len(row["reason"].split()) > 2, row


def test_no_word_is_listed_twice():
    words = [row["word"] for row in ROWS]
    assert len(words) == len(set(words))


def test_new_weights_are_the_ones_used():
    for row in ROWS:
        found = political_news_words().get(row["word"])
        assert (found is None) if not row["new"] else found.polarity == float(row["new"])


@pytest.mark.parametrize("word", ["more", "first", "new", "primary", "special", "base", "black", "gay"])
def test_words_of_number_order_and_groups_say_nothing_good_or_bad(word):
    assert not (word in political_news_words() and political_news_words()[word].polarity)
    assert word not in toward_words()


@pytest.mark.parametrize("word", ["accused", "corruption", "invasion", "racist", "slammed", "tortured"])
def test_words_that_textblob_lacks_count_against_an_actor(word):
    assert toward_words()[word] < 0
