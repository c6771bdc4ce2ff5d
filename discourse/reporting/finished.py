"""A finished report on disk: its page, its notebook, its files, its record; and how to run it again."""

import json
import os
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from discourse.errors import ReportError
from discourse.reporting.provenance import about_notebook, short_hash
from discourse.reporting.study import shipped_notebook

RECORD = "run.json"
_UNTOLD = "timings.json"


@dataclass(frozen=True)
class FinishedReport:
    """Where a report's page lies, and what its `run.json` says; made by `finished_report`."""

    page: Path
    record: Mapping[str, dict]

    @property
    def notebook(self) -> Path:
        """The notebook as it ran."""
        return self.page.with_suffix(".ipynb")

    @property
    def files(self) -> Path:
        """The folder of tables and records beside the page."""
        return self.page.with_name(f"{self.page.stem}_files")

    def hashes(self) -> dict[str, str]:
        """Give a hash of every file of the report as it lies there, but for the timings and the record.

        A notebook that was not kept beside the page has the hash that the record tells.
        """
        beside = [file for file in sorted(self.files.iterdir()) if file.name not in (_UNTOLD, RECORD)]
        made = (self.page, self.notebook, *beside)
        found = {file.name: short_hash(file.read_bytes()) for file in made if file.is_file()}
        told = self.recorded_hashes().get(self.notebook.name)
        return found if told is None else {self.notebook.name: told} | found

    def recorded_hashes(self) -> dict[str, str]:
        """Give the hashes of all files as the record tells them."""
        kinds = (self.record.get(kind, {}) for kind in ("pages", "tables", "figures"))
        return {name: found for kind in kinds for name, found in kind.items()}

    def given_parameters(self) -> dict[str, object]:
        """Give the parameters that were set when the report was made, not those left as they were."""
        return {name: self.record["parameters"][name] for name in self.record.get("given", ())}

    def clean_notebook(self) -> str:
        """Give the notebook as it was before it ran: without outputs and without the cell of given values.

        Where it was not kept beside the page, it is the one that comes with the package, if that is the same.
        """
        source = self.notebook if self.notebook.is_file() else self._shipped()
        notebook = json.loads(source.read_text(encoding="utf-8"))
        cells = [c for c in notebook["cells"] if "injected-parameters" not in c["metadata"].get("tags", ())]
        for cell in cells:
            if cell["cell_type"] == "code":
                cell |= {"outputs": [], "execution_count": None}
        return json.dumps({**notebook, "cells": cells}, indent=1, ensure_ascii=False) + "\n"

    def _shipped(self) -> Path:
        """Give the notebook of the package if it is the one that this report was made with."""
        shipped = shipped_notebook()
        if about_notebook(shipped)["hash"] != self.record["notebook"].get("hash"):
            raise ReportError(
                f"{str(self.page)!r} cannot be made again: there is no {self.notebook.name} beside it, and it "
                "was made with another notebook than the one that comes with this version"
            )
        return shipped

    def write_clean_notebook(self, folder: Path) -> Path:
        """Write the notebook as it was before it ran into `folder`, under its own name."""
        target = folder / Path(str(self.record["notebook"]["name"])).name
        target.write_text(self.clean_notebook(), encoding="utf-8")
        return target

    def study_folder(self) -> Path:
        """Guess where relative paths start: where most files that the parameters name are found."""
        values = dict(self.record["parameters"]).values()
        listed = [item for value in values for item in (value if isinstance(value, list) else [value])]
        names = [item for item in listed if isinstance(item, str) and item]
        around = [Path(), self.page.parent, *list(self.page.resolve().parents)[1:3]]
        return max(around, key=lambda folder: sum((folder / name).exists() for name in names))


def finished_report(report: str | os.PathLike[str]) -> FinishedReport:
    """Find a report by its page, or by a folder that holds one page.

    Raises
    ------
    ReportError
        If the page or its record is not there, or the record cannot be read; if a folder holds several.
    """
    page = _page_in(Path(report)) if Path(report).is_dir() else Path(report)
    found = FinishedReport(page, {})
    for file in (page, found.files / RECORD):
        if not file.is_file():
            raise ReportError(f"{str(page)!r} is not a whole report: there is no {file.name}")
    return FinishedReport(page, _read_record(found.files / RECORD))


def _page_in(folder: Path) -> Path:
    """Give the page of the one report in a folder."""
    pages = [
        page for page in sorted(folder.glob("*.html")) if (FinishedReport(page, {}).files / RECORD).is_file()
    ]
    if len(pages) != 1:
        named = ", ".join(page.name for page in pages[:3])
        which = f"{len(pages)} reports ({named} …); name the page of one" if pages else "no report"
        raise ReportError(f"the folder {str(folder)!r} holds {which}")
    return pages[0]


def unpacked_report(package: str | os.PathLike[str], folder: Path) -> FinishedReport:
    """Unpack a replication package into `folder`; gives the report as the package describes it.

    Raises
    ------
    ReportError
        If it cannot be read, or is not such a package.
    """
    try:
        with zipfile.ZipFile(package) as archive:
            archive.extractall(folder)  # a name that leads out of the folder is put into it
    except (OSError, zipfile.BadZipFile):
        raise ReportError(f"the package {str(package)!r} cannot be read") from None
    if not (folder / RECORD).is_file():
        raise ReportError(f"{str(package)!r} is no replication package: there is no {RECORD} in it")
    record = _read_record(folder / RECORD)
    page = next((name for name in record.get("pages", {}) if name.endswith(".html")), "report.html")
    report = FinishedReport(folder / Path(page).name, record)
    (folder / Path(str(record["notebook"]["name"])).name).replace(report.notebook)
    return report


def _read_record(file: Path) -> dict:
    try:
        record = json.loads(file.read_text(encoding="utf-8"))
        Path(record["notebook"]["name"])
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, KeyError, TypeError):
        raise ReportError(f"the record {file.name} of the report cannot be read") from None
    return record
