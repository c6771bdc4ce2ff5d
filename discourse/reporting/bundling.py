"""A replication package: all that a report rests on and gives, but not the texts."""

import io
import os
import zipfile
from collections.abc import Mapping
from importlib.metadata import distributions
from pathlib import Path

import pandas as pd

from discourse.corpus import read_corpus
from discourse.errors import ReportError
from discourse.lexicons.files import lexicon_paths
from discourse.reporting.crate import CRATE_FILE, crate_metadata
from discourse.reporting.finished import RECORD, FinishedReport, finished_report
from discourse.reporting.provenance import as_json, text_hashes
from discourse.reporting.quoted_runs import QuotedRuns

_LEXICONS = {"actors": "actors", "frames": "frames", "second_frames": "frames"}  # what each parameter names
_WHEN = (1980, 1, 1, 0, 0, 0)  # a fixed date of all members: the same report gives the same package


def bundle_report(
    report: str | os.PathLike[str],
    out: str | os.PathLike[str] | None = None,
    parameters: Mapping[str, str] | None = None,
    *,
    folder: str | os.PathLike[str] | None = None,
    max_words: int = 10,
) -> Path:
    """Write a replication package of a report, without the texts; gives the path of the .zip file.

    In it are the tables and the places of all that was found, the notebook without its outputs, the
    lexicons, `run.json` with a hash of every text, the versions of all packages, and a description of it
    all (RO-Crate 1.1). Columns that quote the texts at length are left out. Who holds the same texts can
    check it: `discourse verify PACKAGE.zip -p corpus TEXTS`.

    Parameters
    ----------
    report
        The page of a report.
    out
        The .zip file to write; beside the page if not given.
    parameters
        Where the texts and lexicons are here, by parameter, if elsewhere than when the report was made.
    folder
        Where relative paths start; guessed from where the files are if not given.
    max_words
        No file of the package may hold a run of more words of any text.

    Raises
    ------
    ReportError
        If the report is not whole; if the texts are not those that it was made of; or if something other
        than a column of a table holds a run of more than `max_words` words of a text.

    Examples
    --------
    >>> bundle_report("nowhere.html")
    Traceback (most recent call last):
    discourse.errors.ReportError: 'nowhere.html' is not a whole report: there is no nowhere.html
    """
    found = finished_report(report)
    start = Path(folder) if folder is not None else found.study_folder()
    values = {**found.record["parameters"], **(parameters or {})}
    runs = QuotedRuns(_texts(found, values, start), n=max_words)
    members = _members(found, values, start, runs)
    for name, content in members.items():
        _check(name, content, runs, max_words)
    members[CRATE_FILE] = as_json(crate_metadata(found, members)).encode()
    target = Path(out) if out is not None else found.page.with_suffix(".zip")
    _write(members, target)
    return target


def _texts(report: FinishedReport, values: Mapping[str, object], start: Path) -> list[str]:
    """Read the texts that the report was made of, to be sure that none of them is in the package."""
    named = str(values.get("corpus", "sample"))
    corpus = read_corpus(named if named == "sample" else start / named)
    recorded = report.record.get("texts", {})
    here = text_hashes(corpus.documents)
    strange = [name for name, found in recorded.items() if here.get(name) != found]
    if strange or not recorded:
        which = f"text {strange[0]!r} is missing or another one" if strange else "its record names no texts"
        raise ReportError(f"{named} does not hold the texts that the report was made of: {which}")
    return corpus.documents["text"].tolist()


def _members(
    report: FinishedReport, values: Mapping[str, object], start: Path, runs: QuotedRuns
) -> dict[str, bytes]:
    """Give the files of the package by their names, but for the description."""
    name = Path(str(report.record["notebook"]["name"])).name
    members = {
        RECORD: (report.files / RECORD).read_bytes(),
        name: report.clean_notebook().encode(),
        "environment.txt": _environment().encode(),
        "README.md": _how_to(report).encode(),
    }
    for file in sorted(report.files.iterdir()):
        if file.suffix == ".csv":
            members[f"tables/{file.name}"] = _without_quotations(file, runs)
        elif file.suffix in (".parquet", ".svg"):
            members[f"tables/{file.name}"] = file.read_bytes()
    return members | _lexicons(report, values, start)


def _lexicons(report: FinishedReport, values: Mapping[str, object], start: Path) -> dict[str, bytes]:
    """Give the lexicons: one's own where the notebook looks for them, the shipped ones to be read."""
    members = {}
    for parameter, kind in _LEXICONS.items():
        listed, told = (_as_list(v.get(parameter)) for v in (values, report.record["parameters"]))
        for named, shown in zip(listed, told, strict=False):
            own = start / named
            file = own if own.is_file() else lexicon_paths(named, kind)[0]
            members[shown if own.is_file() else f"lexicons/{file.name}"] = file.read_bytes()
    return members


def _as_list(value: object) -> list[str]:
    return [value] if isinstance(value, str) else [str(item) for item in value or ()]  # type: ignore[attr-defined]


def _without_quotations(file: Path, runs: QuotedRuns) -> bytes:
    """Give a table without the columns that quote the texts at length."""
    table = pd.read_csv(file, dtype="str", keep_default_na=False)
    quoting = [name for name in table if runs.first_in(" | ".join(table[name])) is not None]
    return table.drop(columns=quoting).to_csv(index=False, lineterminator="\n").encode()


def _check(name: str, content: bytes, runs: QuotedRuns, max_words: int) -> None:
    text = " ".join(_words_of_parquet(content)) if name.endswith(".parquet") else content.decode("utf-8")
    run = runs.first_in(text)
    if run is not None:
        raise ReportError(
            f"{name} holds more than {max_words} words of a text in a row ({run!r}); nothing was written"
        )


def _words_of_parquet(content: bytes) -> list[str]:
    table = pd.read_parquet(io.BytesIO(content))
    return [str(value) for name in table for value in table[name].unique() if isinstance(value, str)]


def _environment() -> str:
    """Give the versions of all installed packages, one a line."""
    found = {d.metadata["Name"].lower(): d.version for d in distributions() if d.metadata["Name"]}
    return "".join(f"{name}=={version}\n" for name, version in sorted(found.items()))


def _how_to(report: FinishedReport) -> str:
    lines = [
        f"# Replication package of {report.page.name}",
        "",
        "Made with *discourse*. The texts are not in it: `run.json` has a hash of each. Who holds them can",
        "make the report again and compare every table, figure and the page itself:",
        "",
        "    pip install discourse-toolkit==" + str(report.record["versions"].get("discourse-toolkit", "")),
        f"    discourse verify {report.page.stem}.zip -p corpus TEXTS",
        "",
        "`environment.txt` has the versions of all packages that it was made with. In the tables, columns that",
        "quote the texts at length are left out; the hashes in `run.json` are those of the whole tables.",
        "",
    ]
    return "\n".join(lines)


def _write(members: Mapping[str, bytes], target: Path) -> None:
    part = target.with_name(f".{target.name}.part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(members):
                archive.writestr(zipfile.ZipInfo(name, _WHEN), members[name], zipfile.ZIP_DEFLATED)
        part.replace(target)
    except OSError as error:
        raise ReportError(f"the package {str(target)!r} cannot be written: {error.strerror}") from None
    finally:
        part.unlink(missing_ok=True)
