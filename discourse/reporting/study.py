"""A study: a folder with `study.yml`, which holds the parameters of its report."""

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from discourse.errors import ParameterError, ReportError

NOTEBOOK = "report.ipynb"
_RESERVED, _GRID = "notebook", "grid"


@dataclass(frozen=True)
class Study:
    """Where the study lies, the parameters it sets (as text), its notebook and its name, if it has them.

    `grid` says of what there is to be a report each: values by outlet, year, actor or parameter.
    """

    folder: Path
    parameters: Mapping[str, str | list[str]]
    notebook: Path | None = None
    name: str | None = None
    grid: Mapping[str, list[str]] = field(default_factory=dict)


def read_study(path: str | os.PathLike[str]) -> Study:
    """Read `study.yml`: a line `name: value` for each parameter; `notebook` may name a notebook beside it.

    `grid` may ask for several reports: `grid: {outlet: all}`, or `grid: {year: [2022, 2023]}`.

    Values stay text until the notebook says of which type they are, so that `007`, `1.10` and `no`
    come through as they stand.

    Raises
    ------
    ParameterError
        If the file cannot be read or is not a list of `name: value`.
    """
    file = Path(path)
    values = dict(_mapping(file))
    own = values.pop(_RESERVED, None)
    notebook = file.parent / own if isinstance(own, str) and own else None
    grid = _grid(values.pop(_GRID, {}), file)
    plain = {name: _plain(value, name, file) for name, value in values.items()}
    return Study(file.parent, plain, notebook, file.stem, grid)


def shipped_notebook() -> Path:
    """Give the report's notebook: inside the installed package, or in the repository.

    Raises
    ------
    ReportError
        If it is in neither place.
    """
    package = Path(__file__).parents[1]
    for folder in (package / "notebooks", package.parent / "notebooks"):
        if (folder / NOTEBOOK).exists():
            return folder / NOTEBOOK
    raise ReportError(f"the installation is not complete: {NOTEBOOK} is missing")


def _mapping(file: Path) -> Mapping[str, object]:
    try:
        loader = yaml.BaseLoader(file.read_text(encoding="utf-8-sig"))
        node = loader.get_single_node()
    except OSError as error:
        raise ParameterError(f"the study {str(file)!r} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ParameterError(f"the study {str(file)!r} is not UTF-8 text") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "not YAML"
        raise ParameterError(f"the study {str(file)!r} is not valid YAML{where}: {problem}") from None
    if not isinstance(node, yaml.MappingNode):
        raise ParameterError(f"the study {str(file)!r} must hold lines of the form 'name: value'")
    names = Counter(str(key.value) for key, _ in node.value)
    twice = [name for name, n in names.items() if n > 1]
    if twice:
        raise ParameterError(f"the study {str(file)!r} names {twice[0]!r} twice")
    return loader.construct_document(node)


def _grid(value: object, file: Path) -> dict[str, list[str]]:
    if not isinstance(value, dict):
        raise ParameterError(
            f"{file}: 'grid' must hold lines of the form 'outlet: all' or 'year: [2022, 2023]'"
        )
    plain = {name: _plain(found, name, file) for name, found in value.items()}
    return {name: [found] if isinstance(found, str) else found for name, found in plain.items()}


def _plain(value: object, name: str, file: Path) -> str | list[str]:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return value
    raise ParameterError(f"{file}: {name!r} must be a value or a list of values")
