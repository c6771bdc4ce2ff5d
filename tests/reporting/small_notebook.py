"""Small notebooks to make reports of."""

from pathlib import Path

import nbformat
from nbformat import v4


def write_notebook(path: Path, *cells: tuple[str, ...]) -> Path:
    """Write a notebook of cells ("code" or "markdown", source, and a tag where there is one)."""
    made = []
    for kind, source, *tags in cells:
        new = v4.new_code_cell if kind == "code" else v4.new_markdown_cell
        made.append(new(source, metadata={"tags": tags} if tags else {}))
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(v4.new_notebook(cells=made), path)
    return path
