"""A notebook with parameters becomes a report: page, notebook, tables and what it rests on."""

import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import nbformat

import discourse.errors
from discourse.errors import DiscourseError, ReportError
from discourse.reporting.gate import check_page
from discourse.reporting.page import build_page
from discourse.reporting.parameters import Parameter, check_parameters, declared_parameters
from discourse.reporting.provenance import PROVENANCE_FILE, as_json, short_hash
from discourse.reporting.running import Outcome, run_notebook
from discourse.reporting.tidying import tidy_notebook, warnings_of


@dataclass(frozen=True)
class _Plan:
    """Where everything goes while the report is made."""

    notebook: Path
    out: Path
    folder: Path
    scratch: Path

    @property
    def executed(self) -> Path:
        return self.scratch / "executed.ipynb"

    @property
    def files(self) -> Path:
        return self.scratch / f"{self.out.stem}_files"


def render_report(
    notebook: str | os.PathLike[str],
    out: str | os.PathLike[str],
    parameters: Mapping[str, object] | None = None,
    *,
    folder: str | os.PathLike[str] = ".",
    on_cell: Callable[[int, int], None] | None = None,
) -> Path:
    """Run a notebook with parameters and write it as a page; gives the page's path.

    Beside the page `out` come the notebook as it ran (`….ipynb`) and a folder `…_files` with its
    tables as CSV, `run.json` (parameters, hashes of texts and lexicons, versions, seed, warnings)
    and `timings.json`. All but the timings are the same, byte for byte, whenever and wherever the
    same notebook runs on the same texts with the same parameters and versions. Old ones are
    replaced only when everything has gone well.

    Parameters
    ----------
    notebook
        A notebook with a cell tagged `parameters`.
    out
        The page to write, such as `reports/mirror.html`.
    parameters
        Values by name, checked against the notebook's cell before anything runs.
    folder
        The folder where relative paths among the parameters start.
    on_cell
        Hears of each cell as it starts: its number from 0, and how many there are.

    Raises
    ------
    ParameterError
        If a parameter is not one of the notebook's, or not of its type.
    ReportError
        If a cell fails (the half-filled notebook is then left as `….failed.ipynb`), or if the page
        would not be safe to publish.
    """
    target = Path(out)
    declared = declared_parameters(notebook)
    given = check_parameters(parameters or {}, declared)
    _make_folder(target.parent)
    with tempfile.TemporaryDirectory(prefix="discourse-", ignore_cleanup_errors=True) as scratch:
        plan = _Plan(Path(notebook), target, Path(folder), Path(scratch).resolve())
        plan.files.mkdir()
        started = time.perf_counter()
        source = shutil.copyfile(notebook, plan.scratch / "notebook.ipynb")
        outcome = run_notebook(
            source, plan.executed, given, folder=plan.folder, files=plan.files, on_cell=on_cell
        )
        if not outcome.finished:
            raise _failure(plan, outcome) from _users_mistake(outcome)
        _finish(plan, _in_force(declared, given), started)
    return target


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReportError(f"the report cannot be written into {str(folder)!r}: {error.strerror}") from None
    if not os.access(folder, os.W_OK):
        raise ReportError(f"the report cannot be written into {str(folder)!r}: permission denied")


def _in_force(declared: Mapping[str, Parameter], given: Mapping[str, object]) -> dict[str, object]:
    return {name: parameter.default for name, parameter in declared.items()} | dict(given)


def _finish(plan: _Plan, parameters: Mapping[str, object], started: float) -> None:
    executed = nbformat.read(plan.executed, as_version=4)
    hidden = _hidden_paths(plan, parameters)
    tidy = tidy_notebook(executed, hidden)
    page = build_page(tidy, name=plan.out.stem)
    check_page(page, name=plan.out.name)
    made = plan.scratch / "made"
    made.mkdir()
    nbformat.write(tidy, made / f"{plan.out.stem}.ipynb")
    (made / plan.out.name).write_text(page, encoding="utf-8", newline="\n")
    _write_records(plan, tidy, executed, parameters, hidden, started)
    _put_in_place(plan, made)


def _hidden_paths(plan: _Plan, parameters: Mapping[str, object]) -> dict[str, str]:
    """Pieces of text that tell where the report was made, and what stands for them."""
    absolute = {str(v): Path(v).name for v in parameters.values() if isinstance(v, str) and os.path.isabs(v)}
    places = {
        f"{plan.folder.resolve()}{os.sep}": "",
        f"{plan.scratch}{os.sep}": "",
        f"{Path.home()}{os.sep}": "",
    }
    return absolute | places


def _write_records(plan, tidy, executed, parameters, hidden, started) -> None:
    left = plan.files / PROVENANCE_FILE
    rests_on = json.loads(left.read_text(encoding="utf-8")) if left.exists() else {}
    left.unlink(missing_ok=True)
    tables = {file.name: short_hash(file.read_bytes()) for file in sorted(plan.files.glob("*.csv"))}
    run = {
        "notebook": {"name": plan.notebook.name, "hash": _notebook_hash(plan.scratch / "notebook.ipynb")},
        "parameters": {k: hidden.get(v, v) if isinstance(v, str) else v for k, v in parameters.items()},
        "tables": tables,
        "warnings": warnings_of(tidy),
        **rests_on,
    }
    (plan.files / "run.json").write_text(as_json(run), encoding="utf-8", newline="\n")
    seconds = {
        f"cell {n}": cell.metadata["papermill"]["duration"]
        for n, cell in enumerate(executed.cells)
        if cell.cell_type == "code" and "papermill" in cell.metadata
    }
    timings = {"seconds": round(time.perf_counter() - started, 3), "cells": seconds}
    (plan.files / "timings.json").write_text(json.dumps(timings, indent=2) + "\n", encoding="utf-8")


def _notebook_hash(notebook: Path) -> str:
    """A hash of what the notebook says and does, not of how it was last saved."""
    cells = nbformat.read(notebook, as_version=4).cells
    return short_hash(json.dumps([[c.cell_type, c.source] for c in cells]).encode("utf-8", "replace"))


def _put_in_place(plan: _Plan, made: Path) -> None:
    """Move the finished files to where they belong, the page last; each appears whole or not at all."""
    beside = plan.out.parent / plan.files.name
    beside.mkdir(exist_ok=True)
    new = {file.name for file in plan.files.iterdir()}
    for file in sorted(plan.files.iterdir()):
        _replace(file, beside / file.name)
    for old in beside.glob("*.csv"):
        if old.name not in new:
            old.unlink()
    _replace(made / f"{plan.out.stem}.ipynb", plan.out.with_suffix(".ipynb"))
    _replace(made / plan.out.name, plan.out)
    _failed(plan).unlink(missing_ok=True)


def _replace(source: Path, target: Path) -> None:
    """Put a copy of `source` in place of `target` at one stroke, also across file systems."""
    part = target.with_name(f".{target.name}.part")
    shutil.copyfile(source, part)
    os.replace(part, target)


def _failed(plan: _Plan) -> Path:
    return plan.out.with_name(f"{plan.out.stem}.failed.ipynb")


def _failure(plan: _Plan, outcome: Outcome) -> ReportError:
    """Leave the half-filled notebook, if there is one, and say in a sentence what happened where."""
    where = "before its first cell"
    rest = ""
    if plan.executed.exists():
        half = nbformat.read(plan.executed, as_version=4)
        where = _name_of_cell(half, outcome.cell)
        _replace(plan.executed, _failed(plan))
        rest = f"; the half-filled notebook is {_failed(plan)}"
    message = " ".join(outcome.message.split()) or "no reason given"
    kind = "" if _is_users_mistake(outcome) else f"{outcome.error}: "
    return ReportError(f"the report stopped in {where}: {kind}{message[:300]}{rest}")


def _name_of_cell(notebook: nbformat.NotebookNode, cell: int) -> str:
    cells = [c for c in notebook.cells if "papermill-error-cell-tag" not in c.metadata.get("tags", [])]
    before = [line for c in cells[: cell + 1] if c.cell_type == "markdown" for line in c.source.splitlines()]
    headings = [line.lstrip("# ").strip() for line in before if line.startswith("#")]
    section = f" ({headings[-1]})" if headings else ""
    return f"cell {cell + 1}{section}"


def _is_users_mistake(outcome: Outcome) -> bool:
    kind = getattr(discourse.errors, outcome.error, None)
    return isinstance(kind, type) and issubclass(kind, DiscourseError)


def _users_mistake(outcome: Outcome) -> DiscourseError | None:
    """The error of the package that stopped a cell, so that callers can tell it from a fault."""
    if not _is_users_mistake(outcome):
        return None
    return getattr(discourse.errors, outcome.error)(outcome.message)
