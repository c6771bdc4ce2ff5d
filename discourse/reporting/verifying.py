"""A report made again and compared: the same to the byte, or what differs and why."""

import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from discourse.reporting.finished import FinishedReport, finished_report, unpacked_report
from discourse.reporting.records import changed_inputs
from discourse.reporting.rendering import render_report

_DRAWINGS = (".svg", ".html", ".ipynb")


@dataclass(frozen=True)
class Verification:
    """How a report compares with one made now.

    `reasons` says what it rests on that changed: texts, lexicon entries, versions. `differences` says
    which of its files differ.

    Examples
    --------
    >>> print(Verification(("text '14' changed",), ("shares.csv differs",), tables_differ=True))
    differs
      because text '14' changed
      shares.csv differs
    """

    reasons: tuple[str, ...]
    differences: tuple[str, ...]
    tables_differ: bool

    @property
    def identical(self) -> bool:
        """Whether every file is the same to the byte."""
        return not self.differences

    def __str__(self) -> str:
        if self.identical:
            aside = [f"  although {reason}" for reason in self.reasons]
            return "\n".join(["identical", *aside])
        first = "differs" if self.tables_differ else "the tables are identical; how they are shown differs"
        why = [f"  because {reason}" for reason in self.reasons] or [
            "  because of nothing that the record names"
        ]
        return "\n".join([first, *why, *(f"  {line}" for line in self.differences)])


def verify_report(
    report: str | os.PathLike[str],
    parameters: Mapping[str, str] | None = None,
    *,
    folder: str | os.PathLike[str] | None = None,
    on_cell: Callable[[int, int], None] | None = None,
) -> Verification:
    """Make a report again, somewhere else, and compare the two; the report itself stays untouched.

    The notebook that lies beside the page is what runs. Run it only if you trust who gave it to you. Where it
    was not kept, the notebook of the package runs, if the report was made with that one; what it gives is
    compared with the hash in the record.

    Parameters
    ----------
    report
        The page of a report, a folder that holds one, or the replication package (.zip) that `bundle_report`
        made of one.
    parameters
        Where the texts and lexicons are here, by the parameter that names them: `{"corpus": "my.csv"}`.
        Needed where they are elsewhere than when the report was made.
    folder
        Where relative paths among its parameters start; guessed from where the files are if not given.
    on_cell
        Hears of each cell as it starts: its number from 0, and how many there are.

    Raises
    ------
    ReportError
        If the report is not whole, or cannot be made again.

    Examples
    --------
    >>> verify_report("nowhere.html")
    Traceback (most recent call last):
    discourse.errors.ReportError: 'nowhere.html' is not a whole report: there is no nowhere.html
    """
    with tempfile.TemporaryDirectory(prefix="discourse-verify-") as name:
        packed = str(report).lower().endswith(".zip")
        old = unpacked_report(report, Path(name) / "old") if packed else finished_report(report)
        start = Path(folder) if folder is not None else old.study_folder()
        again = render_report(
            old.write_clean_notebook(Path(name)),
            Path(name) / "again" / old.page.name,
            old.given_parameters() | dict(parameters or {}),
            folder=start,
            stands_for=_moved(old, parameters or {}),
            on_cell=on_cell,
        )
        return compare_reports(old, finished_report(again), as_recorded=packed)


def compare_reports(old: FinishedReport, new: FinishedReport, *, as_recorded: bool = False) -> Verification:
    """Compare two finished reports file by file; the old one as its record tells it, or as it lies there."""
    before, now = old.recorded_hashes() if as_recorded else old.hashes(), new.hashes()
    lines = [line for name in dict.fromkeys([*before, *now]) if (line := _difference(name, before, now))]
    tables = [name for name in before if before[name] != now.get(name) and not name.endswith(_DRAWINGS)]
    reasons = changed_inputs(old.record, new.record)
    return Verification(tuple(reasons), tuple(lines), bool(tables))


def _moved(old: FinishedReport, parameters: Mapping[str, str]) -> dict[str, str]:
    """What the new report should say instead of the places of files here: what the old one said."""
    told = old.record.get("parameters", {})
    pairs = {str(here): told.get(name) for name, here in parameters.items()}
    return {here: there for here, there in pairs.items() if isinstance(there, str)}


def _difference(name: str, before: Mapping[str, str], now: Mapping[str, str]) -> str:
    if name not in before:
        return f"{name} is new"
    if name not in now:
        return f"{name} is missing now"
    return "" if before[name] == now[name] else f"{name} differs"
