"""Metadata in file names."""

import pytest

from discourse.corpus.file_names import names_metadata
from discourse.errors import ReadError


def told(names, pattern=None):
    columns, notes = names_metadata(names, pattern)
    return dict(columns), [note.detail or note.where for note in notes]


def test_the_groups_of_the_pattern_become_columns():
    columns, said = told(["USA_77_2022.txt"], r"(?P<iso>[A-Z]{3})_(?P<session>\d+)_(?P<year>\d{4})")
    assert columns == {"iso": ["USA"], "session": ["77"], "year": ["2022"]}
    assert said == ["The pattern takes from 'USA_77_2022.txt': iso 'USA', session '77', year '2022'."]


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?P<country>\w+)/(?P<year>\d{4})",
        r"(?P<country>\w+)/(?P<year>\d{4})$",
        r"(?P<country>\w+)/(?P<year>.+)\.txt",
    ],
)
def test_folders_can_hold_metadata_too(pattern):
    assert told(["Fiji/2022.txt"], pattern)[0] == {"country": ["Fiji"], "year": ["2022"]}


def test_a_name_that_does_not_fit_is_named():
    columns, said = told(["a_1.txt", "b.txt"], "(?P<outlet>.+)_(?P<n>.+)")
    assert columns == {"outlet": ["a", None], "n": ["1", None]}
    assert said[1:] == ["b.txt"]


@pytest.mark.parametrize(
    "name, date",
    [
        ("2022-03-05_BBC_talks.txt", "2022-03-05"),
        ("20220305-talks.txt", "2022-03-05"),
        ("x_2022.03.05.txt", "2022-03-05"),
    ],
)
def test_dates_are_taken_where_nearly_all_names_have_one(name, date):
    columns, said = told([name])
    assert columns == {"date": [date]}
    (sentence,) = said
    assert sentence == (
        f"The dates are those in the file names, such as '{name}'; "
        "pattern='(?P<outlet>[^_]+)_(?P<date>[^_]+)' would take more."
    )


@pytest.mark.parametrize(
    "name", ["talks.txt", "1234567890.txt", "2022-03-05_2022-03-06.txt", "2022-13-05.txt", "120220305.txt"]
)
def test_other_numbers_are_no_dates(name):
    columns, said = told([name, name])
    assert columns == {}
    (sentence,) = said
    assert sentence.startswith(f"Nothing was taken from file names such as {name!r}; pattern=")


@pytest.mark.parametrize(
    "pattern, message",
    [
        ("(?P<text>.+)", "the pattern '(?P<text>.+)' has a group 'text', which is no metadata"),
        (
            "(?P<outlet",
            "the pattern '(?P<outlet' is no regular expression: missing >, unterminated name at position 4",
        ),
        (".+", "the pattern '.+' has no named groups, as '(?P<outlet>[^_]+)_(?P<date>[^_]+)' has"),
        (r"(?P<n>\d+)", r"the pattern '(?P<n>\\d+)' fits no file name, such as 'a.txt'"),
    ],
)
def test_a_pattern_that_cannot_work_is_refused(pattern, message):
    with pytest.raises(ReadError) as error:
        told(["a.txt"], pattern)
    assert str(error.value) == message
