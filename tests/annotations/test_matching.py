"""Finding the patterns of a lexicon in texts."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.annotations.matching import find_patterns
from discourse.lexicons import Pattern
from discourse.text import tokenize


def pattern(text, owner="war", **options):
    words = tuple(re.findall(r"\w+", text.lower().rstrip("*")))
    settings = {"route": "term", "exact_case": False, "prefix": text.endswith("*"), "exclude": False}
    settings |= {"since": None, "until": None, "needs_full_name": False, **options}
    return Pattern(words=words, text=text, owner=owner, **settings)


def found(text, *patterns):
    """The words found in one text, with their owners."""
    hits = find_patterns(tokenize([text]), [text], patterns)
    return [(text[hit.start : hit.end], hit.pattern.owner) for hit in hits]


def words_found(text, *patterns):
    return [words for words, _ in found(text, *patterns)]


@pytest.mark.parametrize(
    "text",
    [
        "special military operation",
        "Special-Military Operation",
        "special  military\noperation",
        "special\u00a0military\u2011operation",
        "spe\u00adcial military operation",
        "SPECIAL — MILITARY OPERATION",
    ],
)
def test_hyphens_dashes_blanks_and_line_breaks_do_not_hide_a_phrase(text):
    assert words_found(f"The {text}, he said", pattern("special military operation")) == [text]


@pytest.mark.parametrize(
    "text", ["special. Military operation", "special\n\nmilitary operation", "special, military operation"]
)
def test_a_phrase_does_not_run_over_a_full_stop_a_comma_or_a_paragraph(text):
    assert words_found(text, pattern("special military operation")) == []


def test_only_whole_words_match():
    assert words_found("Warsaw warned of warfare, not war", pattern("war")) == ["war"]


def test_a_possessive_or_a_curly_apostrophe_does_not_hide_a_name():
    assert words_found("Russia’s and RUSSIA's", pattern("Russia", exact_case=True)) == ["Russia", "RUSSIA"]


def test_an_asterisk_stands_for_any_ending():
    assert words_found("invaded by invaders; Invade!", pattern("invade*")) == [
        "invaded",
        "invaders",
        "Invade",
    ]


def test_the_longest_match_wins():
    patterns = [
        pattern("war"),
        pattern("war of aggression", "aggression"),
        pattern("aggression", "aggression"),
    ]
    assert found("a war of aggression", *patterns) == [("war of aggression", "aggression")]


def test_of_two_that_overlap_the_first_wins():
    patterns = [pattern("peace talks", "peace"), pattern("talks on war", "war")]
    assert words_found("peace talks on war", *patterns) == ["peace talks"]


def test_owners_that_share_a_word_are_all_given():
    assert found("a war", pattern("war"), pattern("war", "violence")) == [("war", "war"), ("war", "violence")]


def test_an_excluding_pattern_hides_its_owners_match_and_nobody_elses():
    patterns = [pattern("war"), pattern("World War II", exclude=True), pattern("war", "violence")]
    assert found("World War II and war", *patterns) == [
        ("War", "violence"),
        ("war", "war"),
        ("war", "violence"),
    ]


def test_exact_case_tells_us_from_the_us():
    united_states = pattern("US", "united-states", exact_case=True)
    assert words_found("The US told us", united_states) == ["US"]


def test_a_name_with_points_is_found_over_its_points():
    assert words_found("the U.S. Senate", pattern("U.S.", exact_case=True)) == ["U.S"]


def test_a_phrase_with_a_point_may_run_over_it():
    assert words_found("Mr. Xi came", pattern("Mr. Xi", "xi", exact_case=True)) == ["Mr. Xi"]


LETTERS = st.text(alphabet="ab .-\n’", max_size=30)
PHRASES = st.lists(
    st.sampled_from(["a", "b", "a b", "b a", "a b a", "ab", "a*", "ab b"]), max_size=5, unique=True
)


@given(LETTERS, PHRASES)
def test_hits_are_disjoint_in_order_and_on_the_words_they_claim(text, phrases):
    hits = find_patterns(tokenize([text]), [text], [pattern(p, p) for p in phrases])
    places = sorted({(hit.start, hit.end) for hit in hits})
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(places))
    for hit in hits:
        units = re.findall(r"\w+", text[hit.start : hit.end])
        wanted = re.findall(r"\w+", hit.pattern.text)
        assert units == wanted or (hit.pattern.prefix and units[-1].startswith(wanted[-1]))


@given(st.lists(LETTERS, max_size=4), PHRASES)
def test_a_text_gives_the_same_hits_in_any_company(texts, phrases):
    patterns = [pattern(p, p) for p in phrases]
    together = find_patterns(tokenize(texts), texts, patterns)
    for number, text in enumerate(texts):
        alone = find_patterns(tokenize([text]), [text], patterns)
        assert [hit[1:] for hit in together if hit.text == number] == [hit[1:] for hit in alone]


def test_the_words_of_a_hit_are_those_that_stand_there_also_where_many_begin_alike():
    texts = [
        "Professor Liang Shuwen met Professor Liang Xu and professor Liang.",
        "Professor Liang, PROFESSOR LIANG and Professor\nLiang; Liang Xu, “Liang Shuwen”",
    ]
    names = [pattern(name, owner="Liang") for name in ("Professor Liang", "Liang Shuwen", "Liang Xu")]
    hits = find_patterns(tokenize(texts), texts, names)
    read = hits.of_words(texts, lambda words, one: words).tolist()
    assert read == [texts[hit.text][hit.start : hit.end] for hit in hits]
    assert {"Professor Liang Shuwen", "Professor Liang Xu", "professor Liang"} < set(read)
