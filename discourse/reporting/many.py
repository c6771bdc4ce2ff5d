"""Many reports side by side, made only where something changed, and a page that compares them."""

import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from discourse.errors import DiscourseError
from discourse.reporting.gate import check_page
from discourse.reporting.grid import GridReport, study_labels
from discourse.reporting.grid_inputs import GridInputs
from discourse.reporting.index_page import Comparison, index_page
from discourse.reporting.provenance import as_json
from discourse.reporting.rendering import render_report

_MADE = ".made.json"


def render_grid(
    reports: Sequence[GridReport],
    notebook: Path,
    folder: Path,
    *,
    start: Path,
    workers: int = 2,
    progress: Callable[[int], object] | None = None,
) -> tuple[Path, dict[str, str]]:
    """Make all reports and the page that compares them; gives its path and the failures with their reasons.

    A report that was made before, from the same texts, lexicons, parameters, notebook and versions, is not
    made again: neither after an interruption nor when some of the texts have changed.

    Parameters
    ----------
    reports
        What `grid_reports` gave.
    notebook
        The notebook that each of them runs.
    folder
        Where the pages go.
    start
        The folder where relative paths among the parameters start.
    workers
        How many run at once, each in processes of its own.
    progress
        Called with 1 after each report.
    """
    folder.mkdir(parents=True, exist_ok=True)
    inputs = GridInputs(notebook, start)
    hashes = {report.name: inputs.hash_of(report.parameters) for report in reports}
    done = _read_made(folder)
    todo = [report for report in reports if not _is_made(report, folder, hashes, done)]
    failures: dict[str, str] = {}
    if progress:
        progress(len(reports) - len(todo))
    with ThreadPoolExecutor(workers) as pool:
        running = {pool.submit(_render, report, notebook, folder, start): report for report in todo}
        try:
            for finished in as_completed(running):
                report, reason = running[finished], finished.result()
                done.pop(report.name, None)
                if reason:
                    failures[report.name] = reason
                else:
                    done[report.name] = hashes[report.name]
                (folder / _MADE).write_text(as_json(done), encoding="utf-8")
                if progress:
                    progress(1)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    return _write_index(reports, folder, failures, inputs), failures


def _render(report: GridReport, notebook: Path, folder: Path, start: Path) -> str:
    """Make one report; gives the reason if that fails, else nothing."""
    try:
        render_report(notebook, folder / f"{report.name}.html", report.parameters, folder=start)
    except DiscourseError as error:
        return str(error)
    return ""


def _read_made(folder: Path) -> dict[str, str]:
    """Give what each finished report was made of."""
    try:
        return dict(json.loads((folder / _MADE).read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def _is_made(report: GridReport, folder: Path, hashes: dict[str, str], made: dict[str, str]) -> bool:
    same = made.get(report.name) == hashes[report.name]
    return same and (folder / f"{report.name}.html").exists()


def _write_index(
    reports: Sequence[GridReport], folder: Path, failures: dict[str, str], inputs: GridInputs
) -> Path:
    reasons = {name: reason.partition("; the half-filled notebook")[0] for name, reason in failures.items()}
    compared = [
        Comparison(report.label, folder / f"{report.name}.html", reasons.get(report.name, ""))
        for report in reports
    ]
    given = inputs.in_force(reports[0].parameters)
    page = index_page(
        compared,
        title=str(given.get("title", folder.name)).removesuffix(f": {reports[0].label}"),
        names=study_labels(given, inputs.start),
        unplaced=inputs.unplaced(given),
    )
    check_page(page, name="index.html")
    index = folder / "index.html"
    index.write_text(page, encoding="utf-8", newline="\n")
    return index
