"""Notebook files as plain JSON: enough to look at cells, without the weight of the Jupyter libraries."""

import json
from dataclasses import dataclass
from pathlib import Path

from discourse.errors import ParameterError


@dataclass(frozen=True)
class Cell:
    """A cell: `code`, `markdown` or `raw`, its source, its tags."""

    kind: str
    source: str
    tags: tuple[str, ...]


def read_cells(path: Path) -> list[Cell]:
    """Give the cells of a notebook (format 4).

    Raises
    ------
    ParameterError
        If there is no such file, or it is not a notebook.
    """
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        if notebook["nbformat"] != 4:
            raise ParameterError(
                f"{path.name} is a notebook of format {notebook['nbformat']}; save it as format 4"
            )
        return [_cell(cell) for cell in notebook["cells"]]
    except OSError as error:
        raise ParameterError(f"the notebook {str(path)!r} cannot be read: {error.strerror}") from None
    except (UnicodeDecodeError, json.JSONDecodeError, KeyError, TypeError, AttributeError):
        raise ParameterError(f"{path.name} is not a notebook") from None


def _cell(cell: dict) -> Cell:
    source = cell["source"]
    text = source if isinstance(source, str) else "".join(source)
    return Cell(cell["cell_type"], text, tuple(cell["metadata"].get("tags", ())))
