"""Near-duplicates: five-word shingles, Jaccard of 0.8 and more."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.corpus.duplicates import duplicate_groups

VOCABULARY = [f"w{i}" for i in range(400)]


def article(seed: int, n_words: int = 120) -> list[str]:
    return random.Random(seed).choices(VOCABULARY, k=n_words)


def changed(words: list[str], seed: int, n_changes: int) -> list[str]:
    """The same words with some replaced, so that the Jaccard index falls."""
    rng = random.Random(seed)
    words = list(words)
    for place in rng.sample(range(len(words)), n_changes):
        words[place] = f"new{rng.random()}"
    return words


def shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    width = min(5, len(words))
    return {tuple(words[i : i + width]) for i in range(len(words) - width + 1)} if words else set()


def by_brute_force(texts: list[str]) -> list[int | None]:
    """Compare all with all, and follow the links."""
    sets = [shingles(text) for text in texts]
    label = list(range(len(texts)))
    for i, a in enumerate(sets):
        for j in range(i):
            if a and sets[j] and len(a & sets[j]) >= 0.8 * len(a | sets[j]):
                old, new = max(label[i], label[j]), min(label[i], label[j])
                label = [new if x == old else x for x in label]
    return [x if label.count(x) > 1 else None for x in label]


@pytest.mark.parametrize("seed", range(5))
def test_groups_are_those_of_comparing_all_with_all(seed):
    """Articles with 0 to 8 of their 120 words changed: Jaccard from 1 down to about 0.5."""
    rng = random.Random(seed)
    texts = [" ".join(changed(article(rng.randrange(8)), rng.random(), rng.randrange(9))) for _ in range(80)]
    expected = by_brute_force(texts)
    assert len(set(expected)) > 3
    assert duplicate_groups(texts) == expected


@given(st.lists(st.text(alphabet="ab .,\n", max_size=30), max_size=12))
def test_short_texts_too(texts):
    assert duplicate_groups(texts) == by_brute_force(texts)


@given(
    st.lists(st.text(alphabet="aAß Σσς.İı_1²’\u0301\u200b\u00a0\u2028𝒜𝟏😀\ud800", max_size=12), max_size=12)
)
def test_words_are_those_of_python_in_any_script(texts):
    assert duplicate_groups(texts) == by_brute_force(texts)


@pytest.mark.parametrize("at_once", [1, 40, 3_000])
def test_it_makes_no_difference_how_many_texts_are_read_at_once(monkeypatch, at_once):
    texts = ["", "No.", *(" ".join(changed(article(seed % 5), seed, seed % 4)) for seed in range(20)), "no"]
    expected = by_brute_force(texts)
    monkeypatch.setattr("discourse.corpus.duplicates._AT_ONCE", at_once)
    assert duplicate_groups(texts) == expected


def test_a_chain_is_one_group():
    """A like B and B like C puts A and C together, though they are not alike."""
    first = article(1)
    second = [*first[8:], *article(2, 8)]
    third = [*second[8:], *article(3, 8)]
    assert duplicate_groups([" ".join(words) for words in (first, third, second)]) == [0, 0, 0]
    assert duplicate_groups([" ".join(first), " ".join(third)]) == [None, None]


def test_texts_under_five_words_must_have_the_same_words():
    assert duplicate_groups(["No comment.", "no comment", "No comment now."]) == [0, 0, None]


def test_texts_without_words_are_nobodys_duplicates():
    assert duplicate_groups(["", " ", "…", "…", ""]) == [None] * 5


def test_nothing_has_no_groups():
    assert duplicate_groups([]) == []


def test_word_borders_hold_across_the_pieces_of_a_long_text(monkeypatch):
    monkeypatch.setattr("discourse.corpus.duplicates._AT_ONCE", 7)
    text = " ".join(article(1))
    assert duplicate_groups([text, text.replace(" ", "\n")]) == [0, 0]


def test_an_endless_word_is_read_in_pieces(monkeypatch):
    monkeypatch.setattr("discourse.corpus.duplicates._AT_ONCE", 5)
    monkeypatch.setattr("discourse.corpus.duplicates._LONGEST", 20)
    image, other = ("".join(random.Random(seed).choices("ABCdef012", k=600)) for seed in (1, 2))
    assert duplicate_groups([image, f"{image}.", other, image.lower()]) == [0, 0, None, 0]


def test_two_thousand_copies_that_differ_a_little_are_one_group():
    text = " ".join(article(1))
    assert set(duplicate_groups([f"{text} copy {i}" for i in range(2_000)])) == {0}
