"""Key words in context."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.errors import DiscourseError, UnknownNameError
from discourse.measures import evidence, kwic

LINE = ["doc_id", "part", "pre", "keyword", "post"]


def test_a_phrase_is_found_in_titles_and_bodies_as_whole_words(documents):
    lines = kwic(documents, "war", window=2)
    assert lines[LINE].to_numpy().tolist() == [
        ["a", "title", "The", "war", "drags on"],
        ["a", "body", "is a", "war", ", he"],
        ["b", "body", "No", "war", ". A"],
        ["b", "body", "process, then", "war", "."],
        ["e", "body", "A ‘", "war", "’ of"],
        ["f", "body", "A ‘", "war", "’ of"],
    ]


def test_hyphens_and_line_breaks_are_blanks(documents):
    assert kwic(documents, "peace process")["keyword"].tolist() == ["peace process", "peace-process"]


def test_places_point_into_the_untouched_text(documents):
    texts = documents.set_index("doc_id")["text"]
    for row in kwic(documents, ["peace process", "words"]).itertuples():
        assert " ".join(texts[row.doc_id][row.start : row.end].split()) == row.keyword


def test_a_star_stands_for_any_ending(documents):
    assert kwic(documents, "proc*")["keyword"].tolist() == ["process", "process"]


def test_capitals_matter_only_when_asked(documents):
    assert len(kwic(documents, "WAR")) == 6
    assert kwic(documents, "WAR", match_case=True).empty


def test_apostrophes_of_all_shapes_are_one():
    documents = pd.DataFrame({"doc_id": ["a"], "text": ["It’s so. It's so."]})
    assert kwic(documents, "it's")["keyword"].tolist() == ["It’s", "It's"]


def test_a_table_with_places_keeps_its_columns(documents):
    framings = pd.DataFrame({"doc_id": ["b"], "part": ["body"], "start": [3], "end": [6], "frame": ["war"]})
    line = kwic(documents, framings, window=1).iloc[0]
    assert line[["pre", "keyword", "post", "frame", "outlet"]].tolist() == ["No", "war", ".", "war", "Mirror"]


def test_lines_sort_by_words_beside_the_keyword(documents):
    assert kwic(documents, "war", sort="1L")["pre"].str.split().str[-1].fillna("").tolist() == [
        *["a", "‘", "‘"][1:],
        "a",
        "No",
        "The",
        "then",
    ]
    assert kwic(documents, "war", window=3, sort=["2R", "1R"])["post"].tolist()[0] == "."


def test_filters_keep_the_wanted_rows(documents):
    assert set(kwic(documents, "war", where={"outlet": "Times"})["doc_id"]) == {"e", "f"}
    assert set(kwic(documents, "war", where={"doc_id": ["a", "b"], "part": "body"})["doc_id"]) == {"a", "b"}


def test_nothing_is_cut_off():
    documents = pd.DataFrame({"doc_id": ["a"], "text": ["war " * 2000]})
    assert len(kwic(documents, "war")) == 2000


def test_a_phrase_that_does_not_occur_gives_an_empty_table(documents):
    lines = kwic(documents, "zeitenwende", sort="1R", where={"outlet": "Times"})
    assert lines.empty
    assert list(lines.columns[:7]) == ["doc_id", "part", "start", "end", "pre", "keyword", "post"]


@given(st.text(max_size=80), st.integers(0, 4), st.data())
def test_contexts_are_the_words_around_any_place_of_any_text(text, window, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    places = pd.DataFrame({"doc_id": ["a"], "part": ["body"], "start": [start], "end": [end]})
    line = kwic(pd.DataFrame({"doc_id": ["a"], "text": [text]}, dtype=object), places, window=window).iloc[0]
    before, after = text[:start].split(), text[end:].split()
    assert line["pre"] == " ".join(before[len(before) - min(window, len(before)) :])
    assert line["post"] == " ".join(after[:window])


@pytest.mark.parametrize(
    ("what", "options", "message"),
    [
        ("war", {"window": -1}, "window is -1; it must be 0 or more"),
        ("...", {}, "there is no word to look for in '...'"),
        (
            pd.DataFrame({"doc_id": ["c"], "part": ["body"], "start": [5], "end": [99]}),
            {},
            "the place [5, 99) of the body of 'c' lies outside its 27 code points",
        ),
    ],
)
def test_what_cannot_be_shown_is_said(documents, what, options, message):
    with pytest.raises(DiscourseError) as error:
        kwic(documents, what, **options)
    assert str(error.value) == message


def test_an_unknown_filter_is_named(documents):
    with pytest.raises(
        UnknownNameError, match=r"^column 'outlets' is unknown\. Known: 'doc_id'.*'outlet'\?$"
    ):
        kwic(documents, "war", where={"outlets": "Times"})


def test_evidence_is_the_sentence_around_each_place(documents):
    sentences = pd.DataFrame({"doc_id": "b", "part": "body", "start": [0, 8], "end": [7, 35]})
    places = pd.DataFrame({"doc_id": ["b", "b"], "part": "body", "start": [30, 3]})
    found = evidence(places, documents, sentences)
    assert found["sentence"].tolist() == ["A peace process, then war.", "No war."]
    assert found["outlet"].tolist() == ["Mirror", "Mirror"]


def test_a_place_outside_all_sentences_is_named(documents):
    sentences = pd.DataFrame({"doc_id": "b", "part": "body", "start": [0], "end": [7]})
    places = pd.DataFrame({"doc_id": ["b"], "part": "body", "start": [7]})
    with pytest.raises(DiscourseError, match=r"^no sentence holds place 7 in the body of 'b'$"):
        evidence(places, documents, sentences)
