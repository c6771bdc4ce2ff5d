"""Parameters: what a cell declares, and what may be given."""

import datetime
from pathlib import Path

import numpy as np
import pytest

from discourse.errors import ParameterError
from discourse.reporting.parameters import (
    check_parameters,
    declared_parameters,
    parameters_from_text,
    parse_parameters,
)
from tests.reporting.small_notebook import write_notebook

CELL = """\
corpus: str = "sample"  # what to read, "#1"
n: int = 10
share: float = 0.5  # between 0 and 1
direct: bool = True
outlets: list[str] = []  # all if empty
since: str | None = None
seed = 3
"""


@pytest.fixture
def declared():
    return parse_parameters(CELL, where="a.ipynb")


def test_name_type_default_and_help_are_read_from_one_line(declared):
    assert [(p.name, p.base, p.default, p.help, p.optional) for p in declared.values()] == [
        ("corpus", "str", "sample", 'what to read, "#1"', False),
        ("n", "int", 10, "", False),
        ("share", "float", 0.5, "between 0 and 1", False),
        ("direct", "bool", True, "", False),
        ("outlets", "list", [], "all if empty", False),
        ("since", "str", None, "", True),
        ("seed", "int", 3, "", False),
    ]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            {"corpsu": "x"},
            "parameter 'corpsu' is unknown. Known: 'corpus', 'n', 'share', 'direct', 'outlets', 'since', "
            "'seed'. Did you mean 'corpus'?",
        ),
        ({"n": "ten"}, "parameter 'n' must be a whole number, not 'ten'"),
        ({"n": 1.5}, "parameter 'n' must be a whole number, not 1.5"),
        ({"n": True}, "parameter 'n' must be a whole number, not True"),
        ({"corpus": 7}, "parameter 'corpus' must be text, not 7"),
        ({"corpus": None}, "parameter 'corpus' must be text, not None"),
        ({"share": float("nan")}, "parameter 'share' must be a number, not nan"),
        ({"direct": "yes"}, "parameter 'direct' must be true or false, not 'yes'"),
        ({"outlets": {"a": 1}}, "parameter 'outlets' must be a list (a, b, c), not {'a': 1}"),
    ],
)
def test_what_does_not_fit_is_said(declared, given, message):
    with pytest.raises(ParameterError) as error:
        check_parameters(given, declared)
    assert str(error.value) == message


def test_one_text_is_a_list_of_one(declared):
    assert check_parameters({"outlets": "Mirror"}, declared) == {"outlets": ["Mirror"]}


def test_values_are_made_plain(declared):
    given = {
        "corpus": Path("texts"),
        "n": np.int64(4),
        "share": 1,
        "outlets": ("a", "b"),
        "since": datetime.date(2022, 2, 24),
    }
    assert check_parameters(given, declared) == {
        "corpus": "texts",
        "n": 4,
        "share": 1.0,
        "outlets": ["a", "b"],
        "since": "2022-02-24",
    }


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("corpus", "007", "007"),
        ("corpus", "no", "no"),
        ("corpus", "1.10", "1.10"),
        ("corpus", "", ""),
        ("n", "-7", -7),
        ("share", "1e-3", 0.001),
        ("direct", "No", False),
        ("outlets", "Mirror, Times", ["Mirror", "Times"]),
        ("outlets", '["a, b"]', ["a, b"]),
        ("outlets", ["a", "b"], ["a", "b"]),
        ("outlets", "", []),
        ("since", "null", None),
        ("since", "2022", "2022"),
    ],
)
def test_text_is_read_as_the_declared_type_says(declared, name, text, value):
    assert parameters_from_text({name: text}, declared) == {name: value}


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("n", "1.5", "parameter 'n' must be a whole number, not '1.5'"),
        ("share", "half", "parameter 'share' must be a number, not 'half'"),
        ("share", "inf", "parameter 'share' must be a number, not 'inf'"),
        ("direct", "perhaps", "parameter 'direct' must be true or false, not 'perhaps'"),
        ("corpus", ["a", "b"], "parameter 'corpus' must be text, not ['a', 'b']"),
        ("outlets", "[1", "parameter 'outlets' must be a list (a, b, c), not '[1'"),
    ],
)
def test_text_that_is_not_of_the_type_is_refused(declared, name, text, message):
    with pytest.raises(ParameterError) as error:
        parameters_from_text({name: text}, declared)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("n: int = ", "the parameters of a.ipynb are not Python: line 1"),
        ("n: int = len('ab')", "parameter 'n' of a.ipynb must have a plain value"),
        (
            "n: dict = {}",
            "parameter 'n' of a.ipynb has the type 'dict'; use str, int, float, bool or list, "
            "with '| None' where nothing may be given",
        ),
    ],
)
def test_a_cell_that_cannot_be_checked_is_refused(source, message):
    with pytest.raises(ParameterError) as error:
        parse_parameters(source, where="a.ipynb")
    assert str(error.value) == message


def test_two_parameter_cells_are_refused(tmp_path):
    path = write_notebook(
        tmp_path / "a.ipynb", ("code", "a: int = 1", "parameters"), ("code", "b: int = 1", "parameters")
    )
    with pytest.raises(ParameterError, match=r"^a.ipynb has 2 cells tagged 'parameters'; there must be one$"):
        declared_parameters(path)


def test_a_notebook_without_the_cell_takes_no_parameters(tmp_path):
    assert declared_parameters(write_notebook(tmp_path / "a.ipynb", ("code", "a: int = 1"))) == {}


def test_a_missing_notebook_is_said(tmp_path):
    with pytest.raises(ParameterError) as error:
        declared_parameters(tmp_path / "none.ipynb")
    assert (
        str(error.value)
        == f"the notebook '{tmp_path / 'none.ipynb'}' cannot be read: No such file or directory"
    )


@pytest.mark.parametrize(
    "text", ["not a notebook", "[]", "{}", '{"nbformat": 4}', '{"nbformat": 4, "cells": [1]}', "\xff"]
)
def test_a_file_that_is_no_notebook_is_said(tmp_path, text):
    path = tmp_path / "bad.ipynb"
    path.write_text(text, encoding="latin-1")
    with pytest.raises(ParameterError, match=r"^bad.ipynb is not a notebook$"):
        declared_parameters(path)


def test_an_old_notebook_is_said(tmp_path):
    path = tmp_path / "old.ipynb"
    path.write_text('{"nbformat": 3, "worksheets": []}')
    with pytest.raises(ParameterError, match=r"^old.ipynb is a notebook of format 3; save it as format 4$"):
        declared_parameters(path)
