"""Lexicon files are read in C where PyYAML has that, and mean the same."""

from pathlib import Path

import pytest
import yaml

import discourse
from discourse.errors import LexiconError
from discourse.lexicons.yaml_file import Entry, Items, read_yaml

SHIPPED = sorted((Path(discourse.__file__).parent / "lexicons" / "data").glob("*.yml"))


def with_lines(value):
    """A value from a file and the lines it stands in."""
    if isinstance(value, Entry):
        return value.line, [(with_lines(key), with_lines(item)) for key, item in value.items()]
    return value.line, list(map(with_lines, value)) if isinstance(value, Items) else str(value)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_both_parsers_read_the_same_in_the_same_lines(path, monkeypatch):
    read = with_lines(read_yaml(path))
    monkeypatch.setattr("discourse.lexicons.yaml_file._IN_C", yaml.SafeLoader)
    assert with_lines(read_yaml(path)) == read


@pytest.mark.parametrize(
    "text,complaint",
    [
        ("actors:\n  - id: a\n    name: A\tB\n", None),
        ("actors:\n  - id: a\n\tname: A\n", "line 3: this is not YAML; look at the indentation"),
        ("actors:\n  - id: 'a\n", "line 3: this is not YAML; look at the indentation"),
        ("actors:\n  - id: [a\n  - id: b\n", "line 3: this is not YAML; look at the indentation"),
    ],
)
def test_complaints_do_not_depend_on_the_parser(text, complaint, tmp_path, monkeypatch):
    path = tmp_path / "mine.yml"
    path.write_text(text, encoding="utf-8")
    told = told_by(path)
    assert complaint is None or complaint in told
    monkeypatch.setattr("discourse.lexicons.yaml_file._IN_C", yaml.SafeLoader)
    assert told_by(path) == told


def told_by(path: Path) -> str:
    try:
        return repr(with_lines(read_yaml(path)))
    except LexiconError as error:
        return str(error)
