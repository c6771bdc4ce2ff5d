"""Notebooks are kept as they were written: without outputs, with parameters that a person can read."""

import re
from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
PARAMETER = re.compile(r"^(?P<name>[a-z_]+): (?:str|int|float|bool|list) = (?P<value>.+?)  # (?P<help>\S.*)$")


def read_notebook(file: Path) -> nbformat.NotebookNode:
    notebook = nbformat.read(file, as_version=4)
    nbformat.validate(notebook)
    return notebook


def code_cells(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.name)
def test_notebooks_are_kept_without_what_a_run_leaves(file):
    notebook = read_notebook(file)
    for cell in code_cells(notebook):
        assert not cell.outputs
        assert cell.execution_count is None
    for cell in notebook.cells:
        assert set(cell.metadata) <= {"tags"}
    assert set(notebook.metadata) <= {"kernelspec", "language_info", "title"}
    assert notebook.metadata.kernelspec.name == "python3"
    assert "version" not in notebook.metadata.get("language_info", {})


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.name)
def test_notebooks_have_one_cell_of_typed_and_explained_parameters(file):
    tagged = [c for c in read_notebook(file).cells if "parameters" in c.metadata.get("tags", [])]
    assert len(tagged) == 1
    lines = [line for line in tagged[0].source.splitlines() if line.strip() and not line.startswith("#")]
    assert lines
    wrong = [line for line in lines if not PARAMETER.match(line)]
    assert not wrong, "a parameter is one line: name: type = value  # what it is"


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.name)
def test_notebooks_define_nothing_and_depend_on_nothing_that_changes(file):
    for cell in code_cells(read_notebook(file)):
        assert not re.search(r"^\s*(?:(?:def|class)\b|[%!])", cell.source, flags=re.MULTILINE), cell.source
        assert not re.search(r"\bdatetime\.now|\btime\.time|\brandom\.random|\bgetcwd\b", cell.source)


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.name)
def test_cells_of_notebooks_have_names_that_stay(file):
    names = [cell.id for cell in read_notebook(file).cells]
    assert len(names) == len(set(names))
    assert not [name for name in names if re.fullmatch(r"[0-9a-f]{8}(?:-[0-9a-f-]+)?", name)]
