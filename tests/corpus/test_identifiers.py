"""A name for every document."""

from hypothesis import given
from hypothesis import strategies as st

from discourse.corpus.identifiers import make_doc_ids

NAMES = st.lists(st.one_of(st.none(), st.sampled_from(["a", "a#2", "a#3", "b", "x-1", "x-2"])))


@given(NAMES)
def test_names_are_distinct_and_first_uses_are_kept(given_names):
    names, _ = make_doc_ids(given_names, ["x.csv"] * len(given_names))
    assert len(set(names)) == len(names)
    for place, name in enumerate(given_names):
        if name is not None and name not in given_names[:place]:
            assert names[place] == name


@given(NAMES)
def test_every_changed_name_is_noted(given_names):
    names, notes = make_doc_ids(given_names, ["x.csv"] * len(given_names))
    changed = [new for old, new in zip(given_names, names, strict=True) if old != new]
    assert [note.doc_id for note in notes] == changed


def test_rows_make_names_that_sort():
    names, notes = make_doc_ids(None, ["sub/news.csv"] * 10)
    assert (names[0], names[9], notes) == ("news-01", "news-10", [])


def test_a_text_that_is_alone_in_its_file_has_the_files_name():
    assert make_doc_ids(None, ["a/1.json", "a/2.json", "b/2.json"])[0] == ["1", "2", "2#2"]


def test_the_note_says_what_was_wrong():
    _, notes = make_doc_ids(["a", "a", None], ["x.csv"] * 3)
    assert [(note.doc_id, note.detail) for note in notes] == [
        ("a#2", "'a' was taken"),
        ("x-3", "it had none"),
    ]
