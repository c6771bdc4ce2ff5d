"""Study files: what they may hold, and what is said when they hold something else."""

from pathlib import Path

import pytest

from discourse.errors import DiscourseError, ParameterError
from discourse.reporting.new_study import write_study
from discourse.reporting.parameters import declared_parameters, parameters_from_text
from discourse.reporting.study import read_study, shipped_notebook


def written(folder: Path, text: str) -> Path:
    path = folder / "study.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_values_stay_as_they_are_written(tmp_path):
    study = read_study(
        written(tmp_path, "corpus: 007\nsince: 2022-01-01\nratio: 1.10\nnone: no\noutlets: [1, no]\nempty:\n")
    )
    assert study.parameters == {
        "corpus": "007",
        "since": "2022-01-01",
        "ratio": "1.10",
        "none": "no",
        "outlets": ["1", "no"],
        "empty": "",
    }
    assert (study.folder, study.notebook, study.name) == (tmp_path, None, "study")


def test_a_notebook_lies_beside_the_study(tmp_path):
    study = read_study(written(tmp_path, "notebook: own.ipynb\ncorpus: texts\n"))
    assert study.notebook == tmp_path / "own.ipynb"
    assert study.parameters == {"corpus": "texts"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a\n", "the study '{path}' must hold lines of the form 'name: value'"),
        ("", "the study '{path}' must hold lines of the form 'name: value'"),
        ("a: [1\nb: 2", "the study '{path}' is not valid YAML, line 2: expected ',' or ']', but got ':'"),
        ("a: 1\na: 2\n", "the study '{path}' names 'a' twice"),
        ("corpus:\n  path: x\n", "{path}: 'corpus' must be a value or a list of values"),
    ],
)
def test_what_is_wrong_with_a_study_is_said(tmp_path, text, message):
    path = written(tmp_path, text)
    with pytest.raises(ParameterError) as error:
        read_study(path)
    assert str(error.value) == message.format(path=path)


def test_a_missing_study_is_said(tmp_path):
    with pytest.raises(ParameterError) as error:
        read_study(tmp_path / "study.yml")
    assert (
        str(error.value) == f"the study '{tmp_path / 'study.yml'}' cannot be read: No such file or directory"
    )


def test_a_new_study_holds_the_parameters_of_the_report(tmp_path):
    made = write_study(tmp_path / "mine")
    assert [path.name for path in made] == ["study.yml", "actors.yml", "frames.yml", "report.ipynb"]
    study = read_study(tmp_path / "mine" / "study.yml")
    declared = declared_parameters(shipped_notebook())
    values = parameters_from_text(study.parameters, declared_parameters(study.notebook))
    expected = {name: parameter.default for name, parameter in declared.items()}
    assert expected["actors"] == ["world-politics", "sample-actors"]
    assert values == expected | {"actors": ["actors.yml", "sample-actors"], "frames": ["frames.yml"]}


def test_nothing_is_written_over(tmp_path):
    (tmp_path / "frames.yml").write_text("mine")
    with pytest.raises(DiscourseError) as error:
        write_study(tmp_path)
    assert str(error.value) == f"the folder '{tmp_path}' already has frames.yml; nothing was written"
    assert [path.name for path in tmp_path.iterdir()] == ["frames.yml"]
