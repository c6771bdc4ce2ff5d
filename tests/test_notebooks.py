"""Every notebook that is shipped runs from top to bottom as papermill runs it, on the sample corpus."""

from pathlib import Path

import papermill
import pytest

FOLDER = Path(__file__).parents[1] / "notebooks"


@pytest.mark.filterwarnings("ignore")  # of the kernel and its transport, none of ours
@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.ipynb")))
def test_a_notebook_runs_from_top_to_bottom(name, tmp_path):
    done = papermill.execute_notebook(
        FOLDER / name, tmp_path / name, kernel_name="python3", progress_bar=False, cwd=tmp_path
    )
    cells = [cell for cell in done.cells if cell.cell_type == "code"]
    assert all(cell.execution_count for cell in cells)
    assert not [o for cell in cells for o in cell.outputs if o.output_type == "stream" and o.name == "stderr"]
