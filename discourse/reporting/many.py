"""Many reports side by side, taken up again where they were interrupted, and a page that compares them."""

import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from discourse.errors import DiscourseError
from discourse.reporting.gate import check_page
from discourse.reporting.grid import GridReport
from discourse.reporting.index_page import Comparison, index_page
from discourse.reporting.provenance import about_notebook, as_json, short_hash
from discourse.reporting.rendering import render_report

_PROGRESS = ".progress.json"


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

    A report that an earlier, interrupted run has finished, with the same parameters and notebook, is not
    made again; when all are done, the next run starts anew.

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
    done = _read_progress(folder)
    todo = [report for report in reports if not _is_done(report, notebook, folder, done)]
    failures: dict[str, str] = {}
    if progress:
        progress(len(reports) - len(todo))
    with ThreadPoolExecutor(workers) as pool:
        running = {pool.submit(_render, report, notebook, folder, start): report for report in todo}
        try:
            for finished in as_completed(running):
                report, reason = running[finished], finished.result()
                if reason:
                    failures[report.name] = reason
                else:
                    done[report.name] = _key(report, notebook)
                    (folder / _PROGRESS).write_text(as_json(done), encoding="utf-8")
                if progress:
                    progress(1)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    index = _write_index(reports, folder, failures)
    if not failures:
        (folder / _PROGRESS).unlink(missing_ok=True)
    return index, failures


def _render(report: GridReport, notebook: Path, folder: Path, start: Path) -> str:
    """Make one report; gives the reason if that fails, else nothing."""
    try:
        render_report(notebook, folder / f"{report.name}.html", report.parameters, folder=start)
    except DiscourseError as error:
        return str(error)
    return ""


def _read_progress(folder: Path) -> dict[str, str]:
    try:
        return dict(json.loads((folder / _PROGRESS).read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def _is_done(report: GridReport, notebook: Path, folder: Path, done: dict[str, str]) -> bool:
    return done.get(report.name) == _key(report, notebook) and (folder / f"{report.name}.html").exists()


def _key(report: GridReport, notebook: Path) -> str:
    return short_hash(as_json([report.parameters, about_notebook(notebook)]).encode())


def _write_index(reports: Sequence[GridReport], folder: Path, failures: dict[str, str]) -> Path:
    reasons = {name: reason.partition("; the half-filled notebook")[0] for name, reason in failures.items()}
    compared = [
        Comparison(report.label, folder / f"{report.name}.html", reasons.get(report.name, ""))
        for report in reports
    ]
    page = index_page(compared, title=folder.name)
    check_page(page, name="index.html")
    index = folder / "index.html"
    index.write_text(page, encoding="utf-8", newline="\n")
    return index
