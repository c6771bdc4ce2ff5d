"""The notebooks run from top to bottom on the sample corpus."""

import warnings
from pathlib import Path

import matplotlib as mpl
import nbformat
import pytest

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.name)
def test_a_notebook_runs_from_top_to_bottom(file):
    mpl.use("agg")
    names: dict[str, object] = {}
    for cell in nbformat.read(file, as_version=4).cells:
        if cell.cell_type == "code":
            with warnings.catch_warnings(action="error"):
                exec(compile(cell.source, f"{file.name}, cell {cell.id}", "exec"), names)
