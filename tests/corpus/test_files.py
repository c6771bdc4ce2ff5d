"""Which files a path means."""

import os
from pathlib import Path

import pytest

from discourse.corpus.files import find_files
from discourse.errors import ReadError


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.txt", "sub/c.txt", "._a.txt", ".DS_Store", "~$d.docx", "sub/.hidden/e.txt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("x")
    Path("__MACOSX").mkdir()
    Path("__MACOSX/a.txt").write_text("x")
    Path("empty").mkdir()
    return tmp_path


def names(path) -> list[str]:
    found = find_files(path)
    return [found.name(file) for file in found.files]


def refusal(path) -> str:
    with pytest.raises(ReadError) as error:
        find_files(path)
    return str(error.value)


def test_a_folder_means_all_files_below_it_in_order(folder):
    assert names(folder) == ["a.txt", "b.txt", "sub/c.txt"]


def test_what_systems_leave_behind_is_noted_not_read(folder):
    assert [(note.file, note.detail) for note in find_files(folder).notes] == [
        (".DS_Store", ".DS_Store"),
        ("._a.txt", "._*"),
        ("__MACOSX/a.txt", "__MACOSX"),
        ("sub/.hidden/e.txt", ".*"),
        ("~$d.docx", "~$*"),
    ]


def test_a_pattern_means_the_files_that_fit(folder):
    assert names("*.txt") == ["a.txt", "b.txt"]
    assert names(folder / "**" / "*.txt") == ["a.txt", "b.txt", "sub/c.txt"]
    assert names("su?/[a-c].txt") == ["sub/c.txt"]


def test_a_file_may_have_a_name_that_looks_like_a_pattern(folder):
    Path("[1].txt").write_text("x")
    assert names("[1].txt") == ["[1].txt"]


def test_the_home_folder_has_its_short_name(folder, monkeypatch):
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    assert names("~/a.txt") == ["a.txt"]


@pytest.mark.parametrize(
    "path, message",
    [
        ("aa.txt", "there is no file or folder 'aa.txt'. Did you mean 'a.txt'?"),
        ("zebra", "there is no file or folder 'zebra'."),
        ("empty", "the folder 'empty' holds no files"),
        ("*.csv", "the pattern '*.csv' holds no files"),
        (".[_D]*", "the pattern '.[_D]*' holds no files that are texts, only: 1 .DS_Store, 1 ._*"),
        (
            "https://x.org/a.txt",
            "'https://x.org/a.txt' is a web address; download it first and read the file",
        ),
        (None, "'None' is no path; give a folder, a file, a pattern or a DataFrame"),
        ("a\0b", r"there is no file or folder 'a\x00b'."),
    ],
)
def test_a_path_without_texts_is_refused(folder, path, message):
    assert refusal(path) == message


def test_a_missing_folder_is_told_with_the_part_that_exists(folder):
    message = f"there is no file or folder 'x/y/a.txt'. There is no folder 'x/y' either, only {str(folder)!r}"
    assert refusal(os.path.join("x", "y", "a.txt")).replace("\\", "/") == message.replace("\\", "/")  # noqa: PTH118


def test_a_text_in_place_of_a_path_is_not_a_traceback():
    assert refusal("The talks failed. " * 500).endswith(
        "is no path; give a folder, a file, a pattern or a DataFrame"
    )


def test_a_subfolder_that_cannot_be_opened_is_noted(folder, monkeypatch):
    def walk(top, onerror):
        onerror(PermissionError(13, "Permission denied", str(Path(top, "sub"))))
        return [(str(top), [], ["a.txt"])]

    monkeypatch.setattr("discourse.corpus.files.os.walk", walk)
    (note,) = find_files(folder).notes
    assert (note.kind, note.file, note.detail) == (
        "unreadable",
        "sub",
        "the folder cannot be opened (Permission denied)",
    )
