"""Which column is the text, which the outlet, and what becomes of the others."""

import pandas as pd
import pytest

from discourse.corpus.columns import arrange_columns
from discourse.errors import ReadError, UnknownNameError

LONG = "The minister said that the talks would go on. " * 5


def arranged(columns: dict, **given) -> tuple[dict, list[str]]:
    """Our column → the values; and what was said."""
    frame, notes = arrange_columns(pd.DataFrame(columns), given=given)
    return frame.to_dict("list"), [note.detail for note in notes]


@pytest.mark.parametrize(
    "name", ["text", "Text", "body", "Content", "Full Text", "full_text", "article", "texte"]
)
def test_the_text_is_known_by_many_names(name):
    assert arranged({"url": ["u"], name: [LONG]})[0]["text"] == [LONG]


def test_another_column_that_might_be_the_text_is_told():
    assert arranged({"text": ["War."], "full_text": [LONG]})[1] == ["text from 'text' (not 'full_text')"]


@pytest.mark.parametrize(
    "role, name",
    [
        *[("title", name) for name in ("Title", "headline", "webTitle")],
        *[("outlet", name) for name in ("source", "Publication", "newspaper", "source.name", "media_name")],
        *[
            ("date", name)
            for name in ("published", "publishedAt", "Publication Date", "created_at", "seendate")
        ],
        *[("author", name) for name in ("byline", "authors")],
        *[("doc_id", name) for name in ("id", "ID", "article_id")],
        ("text", "fields.bodyText"),
    ],
)
def test_other_columns_are_known_by_many_names(role, name):
    columns, _ = arranged({name: ["x"]} if role == "text" else {name: ["x"], "text": [LONG]})
    assert columns[role] == ["x"]
    assert name not in columns or name == role


def test_a_guess_is_said_aloud_and_a_plain_name_is_not():
    assert arranged({"Title": ["t"], "source": ["Times"], "body": [LONG]})[1] == [
        "outlet from 'source'",
        "text from 'body'",
    ]


def test_the_surest_name_wins_and_its_rivals_are_named():
    columns, said = arranged({"content": [LONG], "body": ["short"]})
    assert columns == {"text": ["short"], "content": [LONG]}
    assert said == ["text from 'body' (not 'content')"]


def test_without_a_telling_name_the_longest_texts_are_taken():
    columns, said = arranged({"Spalte1": ["a"], "Spalte2": [LONG]})
    assert columns == {"text": [LONG], "Spalte1": ["a"]}
    assert said == ["text from 'Spalte2', which has the longest texts"]


def test_the_users_word_wins():
    columns, said = arranged({"source": ["wire"], "Zeitung": ["Times"], "text": [LONG]}, outlet="source")
    assert columns == {"text": [LONG], "outlet": ["wire"], "Zeitung": ["Times"]}
    assert said == []


def test_none_means_that_there_is_no_such_column():
    assert arranged({"source": ["wire"], "text": [LONG]}, outlet=None)[0] == {
        "text": [LONG],
        "source": ["wire"],
    }


def test_a_column_with_a_name_of_ours_and_another_meaning_steps_aside():
    columns, said = arranged({"actor": ["China"], "start": [3], "meta_start": [4], "text": [LONG]})
    assert columns == {"text": [LONG], "meta_actor": ["China"], "meta_meta_start": [3], "meta_start": [4]}
    assert said == [
        "The column 'actor' is kept as 'meta_actor': the tables use its name for something else.",
        "The column 'start' is kept as 'meta_meta_start': the tables use its name for something else.",
    ]


def test_a_column_of_ours_that_is_mapped_elsewhere_steps_aside_too():
    columns, _ = arranged({"title": [LONG], "text": ["short"]}, text="title")
    assert columns == {"text": [LONG], "meta_text": ["short"]}


def test_a_saved_index_is_left_out_and_that_is_said():
    columns, said = arranged({"Unnamed: 0": [0, 1], "text": [LONG, LONG]})
    assert list(columns) == ["text"]
    assert said == ["The column 'Unnamed: 0' only counts the rows; it is left out."]


def test_a_column_without_a_name_that_does_not_count_is_kept():
    assert "Unnamed: 0" in arranged({"Unnamed: 0": ["x", "y"], "text": [LONG, LONG]})[0]


def test_a_year_that_serves_as_the_date_stays():
    columns, _ = arranged({"year": [1995], "text": [LONG]})
    assert columns == {"date": [1995], "text": [LONG], "year": [1995]}


def test_a_missing_column_is_refused_with_the_nearest():
    with pytest.raises(UnknownNameError) as error:
        arranged({"body": [LONG], "outlet": ["x"]}, text="bodi")
    assert str(error.value) == "text column 'bodi' is unknown. Known: 'body', 'outlet'. Did you mean 'body'?"


def test_an_unknown_role_is_refused_with_the_nearest():
    with pytest.raises(UnknownNameError) as error:
        arranged({"body": [LONG]}, outlets="body")
    assert str(error.value) == (
        "column of documents 'outlets' is unknown. Known: 'doc_id', 'title', 'date', 'date_precision', "
        "'outlet', 'author', 'speaker', 'text'. Did you mean 'outlet'?"
    )


def test_without_any_text_the_columns_are_listed():
    with pytest.raises(ReadError) as error:
        arranged({"url": ["http://x"], "n": [1]})
    assert (
        str(error.value)
        == "no column looks like the text; name the right one 'text', or say text='…' with one of 'url', 'n'"
    )
