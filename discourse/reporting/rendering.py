"""A notebook with parameters becomes a report: page, notebook, tables and what it rests on."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import discourse.errors
from discourse.errors import DiscourseError, ReportError
from discourse.reporting.gate import check_page
from discourse.reporting.notebook_file import read_cells
from discourse.reporting.parameters import Parameter, check_parameters, declared_parameters
from discourse.reporting.provenance import about_notebook, write_records
from discourse.reporting.running import Job, Outcome, run_job

_WRITTEN = (".csv", ".svg", ".parquet", ".json")
_ERROR_MARK = "papermill-error-cell-tag"


def render_report(
    notebook: str | os.PathLike[str],
    out: str | os.PathLike[str],
    parameters: Mapping[str, object] | None = None,
    *,
    folder: str | os.PathLike[str] = ".",
    stands_for: Mapping[str, str] | None = None,
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
        A notebook; its parameters are declared in the cell tagged `parameters`.
    out
        The page to write, such as `reports/mirror.html`.
    parameters
        Values by name, checked against the notebook's cell before anything runs.
    folder
        The folder where relative paths among the parameters start.
    stands_for
        What the report says instead of a path, such as `{"../archive/articles.csv": "articles.csv"}`;
        for absolute paths among the parameters that is their last part anyway.
    on_cell
        Hears of each cell as it starts: its number from 0, and how many there are.

    Raises
    ------
    ParameterError
        If a parameter is not one of the notebook's, or not of its type.
    ReportError
        If a cell fails (the half-filled notebook is then left as `….failed.ipynb`), or if the page
        would not be safe to publish.

    Examples
    --------
    A parameter that the notebook does not have is refused before anything runs:

    >>> from discourse.reporting.study import shipped_notebook
    >>> render_report(shipped_notebook(), "report.html", {"corpsu": "articles"})
    Traceback (most recent call last):
    discourse.errors.ParameterError: parameter 'corpsu' is unknown. ... Did you mean 'corpus'?
    """
    target, started = Path(out), time.perf_counter()
    declared = declared_parameters(notebook)
    given = check_parameters(parameters or {}, declared)
    in_force = _in_force(declared, given)
    _make_folder(target.parent)
    with tempfile.TemporaryDirectory(prefix="discourse-", ignore_cleanup_errors=True) as name:
        scratch = Path(name).resolve()
        source = Path(shutil.copyfile(notebook, scratch / "notebook.ipynb"))
        hidden = _hidden_paths(Path(folder).resolve(), scratch, in_force, stands_for or {})
        job = Job(source, given, Path(folder).resolve(), scratch, target.stem, hidden)
        outcome = run_job(job, on_cell=on_cell)
        if not outcome.finished:
            raise _failure(job, target, outcome) from _users_mistake(outcome)
        check_page(job.page.read_text(encoding="utf-8"), name=target.name)
        seconds = {"report": round(time.perf_counter() - started, 3), **outcome.seconds}
        about = {
            "notebook": about_notebook(Path(notebook)),
            "parameters": _published(in_force, hidden),
            "given": sorted(given),
            "warnings": outcome.warnings,
        }
        made = {target.name: job.page.read_bytes(), target.with_suffix(".ipynb").name: job.tidy.read_bytes()}
        write_records(job.files, made, about, seconds)
        _put_in_place(job, target)
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


def _hidden_paths(
    folder: Path, scratch: Path, parameters: Mapping[str, object], stands_for: Mapping[str, str]
) -> dict[str, str]:
    """Pieces of text that tell where the report was made, and what stands for them; the longest first."""
    texts = [text for value in parameters.values() for text in _texts_in(value)]
    absolute = {text: Path(text).name for text in texts if Path(text).is_absolute()} | dict(stands_for)
    places = {f"{place}{os.sep}": "" for place in (folder, scratch, Path.home())}
    return dict(sorted(absolute.items(), key=lambda pair: -len(pair[0]))) | places


def _texts_in(value: object) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [text for text in listed if isinstance(text, str)]


def _published(parameters: Mapping[str, object], hidden: Mapping[str, str]) -> dict[str, object]:
    """Give the parameters as the report may tell them: without the places of this machine."""

    def told(value: object) -> object:
        if isinstance(value, list):
            return [told(item) for item in value]
        return hidden.get(value, value) if isinstance(value, str) else value

    return {name: told(value) for name, value in parameters.items()}


def _put_in_place(job: Job, target: Path) -> None:
    """Move the finished files to where they belong, the page last.

    All are copied into a folder beside the old ones first, so that what follows is renaming alone: each
    file appears whole or not at all, and little time is left for something to come between.
    """
    beside, staged = target.parent / job.files.name, target.parent / f".{target.stem}.part"
    shutil.rmtree(staged, ignore_errors=True)
    try:
        shutil.copytree(job.files, staged / "files")
        page, notebook = (Path(shutil.copyfile(file, staged / file.name)) for file in (job.page, job.tidy))
        beside.mkdir(exist_ok=True)
        _replace_files(staged / "files", beside)
        notebook.replace(target.with_suffix(".ipynb"))
        page.replace(target)
        _failed(target).unlink(missing_ok=True)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _replace_files(new: Path, beside: Path) -> None:
    """Put the new files in place of the old ones; what an earlier report left and this one has not, goes."""
    names = {file.name for file in new.iterdir()}
    for name in sorted(names):
        (new / name).replace(beside / name)
    for old in beside.iterdir():
        if old.suffix in _WRITTEN and old.name not in names:
            old.unlink()


def _failed(target: Path) -> Path:
    return target.with_name(f"{target.stem}.failed.ipynb")


def _failure(job: Job, target: Path, outcome: Outcome) -> ReportError:
    """Leave the half-filled notebook, if there is one, and say in a sentence what happened where."""
    where, rest = "before its first cell", ""
    if job.executed.exists():
        where = f"in {_name_of_cell(job.executed, outcome.cell)}" if outcome.cell >= 0 else where
        shutil.copyfile(job.executed, _failed(target))
        rest = f"; the half-filled notebook is {_failed(target)}"
    message = " ".join(outcome.message.split()) or "no reason given"
    kind = "" if _users_mistake(outcome) else f"{outcome.error}: "
    return ReportError(f"the report stopped {where}: {kind}{message[:300]}{rest}")


def _name_of_cell(notebook: Path, cell: int) -> str:
    cells = [c for c in read_cells(notebook) if _ERROR_MARK not in c.tags]
    lines = [line for c in cells[: cell + 1] if c.kind == "markdown" for line in c.source.splitlines()]
    headings = [line.lstrip("# ").strip() for line in lines if line.startswith("#")]
    return f"cell {cell + 1}" + (f" ({headings[-1]})" if headings else "")


def _users_mistake(outcome: Outcome) -> DiscourseError | None:
    """Give the error of the package that stopped a cell, if one did, so that it can be told from a fault."""
    kind = getattr(discourse.errors, outcome.error, None)
    if isinstance(kind, type) and issubclass(kind, DiscourseError):
        return kind(outcome.message)
    return None
