"""`discourse report`: a study, a corpus or the sample becomes a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from discourse.cli.output import shown_progress
from discourse.errors import ReportError

if TYPE_CHECKING:
    from discourse.reporting import Parameter
    from discourse.reporting.study import Study

SAMPLE = "sample"


@click.command(
    "report",
    epilog="Examples: discourse report articles.csv -p actors my-actors.yml --out reports · "
    "discourse report study.yml · discourse report --parameters",
)
@click.argument("what", required=False, metavar="[STUDY|CORPUS]")
@click.option(
    "-p",
    "--parameter",
    "pairs",
    nargs=2,
    multiple=True,
    metavar="NAME VALUE",
    help="Set one parameter of the notebook.",
)
@click.option(
    "-f", "--file", "files", multiple=True, metavar="FILE", help="Set the parameters that a YAML file names."
)
@click.option(
    "--out", metavar="DIR", help="The folder for the report, or the page itself (.html) [default: reports]."
)
@click.option("--notebook", metavar="FILE", help="A notebook of yours instead of the shipped one.")
@click.option("--parameters", "listed", is_flag=True, help="List the parameters and their meaning, and stop.")
def report_command(
    what: str | None,
    pairs: tuple[tuple[str, str], ...],
    files: tuple[str, ...],
    out: str | None,
    notebook: str | None,
    listed: bool,
) -> None:
    """Make a report: one page to read, its tables as CSV, and what it rests on.

    Without an argument the report is that of the sample. Relative paths start at the study's folder
    where a study is named, else at the current one. The last line printed is the page's path.

    A study with a grid gives a report each, side by side, and a page that compares them; only those
    whose texts, lexicons or parameters changed are made when the command is run again.
    """
    from discourse.reporting import declared_parameters, parameters_from_text, render_report
    from discourse.reporting.study import read_study, shipped_notebook

    study = _study(what)
    source = Path(notebook) if notebook else study.notebook or shipped_notebook()
    declared = declared_parameters(source)
    if listed:
        _list(declared)
        return
    given = dict(study.parameters)
    for file in files:
        given |= read_study(file).parameters
    given |= dict(pairs)
    if study.grid:
        _report_grid(replace(study, parameters=given), source, out)
        return
    target = _target(study, given, out)
    values = parameters_from_text(given, declared)
    with shown_progress("cells") as bar:

        def on_cell(cell: int, count: int) -> None:
            bar.total = count
            bar.update(cell - bar.n)

        page = render_report(source, target, values, folder=study.folder, on_cell=on_cell)
    click.echo(page)


def _report_grid(study: Study, source: Path, out: str | None) -> None:
    from discourse.reporting import declared_parameters
    from discourse.reporting.grid import grid_reports
    from discourse.reporting.many import render_grid

    asked = grid_reports(study, declared_parameters(source))
    folder = (Path(out) if out else study.folder / "reports") / (study.name or "study")
    with shown_progress("reports", total=len(asked)) as bar:
        index, failures = render_grid(asked, source, folder, start=study.folder, progress=bar.update)
    for name, reason in failures.items():
        click.echo(f"{name}: {reason}", err=True)
    click.echo(index)
    if failures:
        raise ReportError(f"{len(failures)} of {len(asked)} reports failed; run the command again for these")


def _study(what: str | None) -> Study:
    """Give the study that was named, or one of the corpus that was named, or of the sample."""
    from discourse.reporting.study import Study, read_study

    if what is None:
        return Study(folder=Path(), parameters={})
    path = Path(what)
    if path.is_dir() and (path / "study.yml").exists():
        return read_study(path / "study.yml")
    if path.suffix.lower() in (".yml", ".yaml"):
        return read_study(path)
    return Study(folder=Path(), parameters={"corpus": what})


def _target(study: Study, given: Mapping[str, object], out: str | None) -> Path:
    """Where the page goes: where `out` says; it is called after the study, or after the corpus."""
    if out and out.lower().endswith((".html", ".htm")):
        return Path(out)
    folder = Path(out) if out else study.folder / "reports"
    return folder / f"{study.name or _name_of_corpus(str(given.get('corpus', SAMPLE)))}.html"


def _name_of_corpus(corpus: str) -> str:
    """Give a file name from a path or pattern: its last part that is a plain name.

    >>> _name_of_corpus("data/articles.csv"), _name_of_corpus("texts/*.txt"), _name_of_corpus("..")
    ('articles', 'texts', 'report')
    """
    parts = [part for part in Path(corpus).parts if part.strip("./\\") and not set(part) & set("*?[]")]
    return Path(parts[-1]).stem if parts else "report"


def _list(declared: Mapping[str, Parameter]) -> None:
    width = max((len(name) for name in declared), default=0)
    for name, parameter in declared.items():
        click.echo(f"{name:<{width}}  {parameter.type:<12} {parameter.help} [{parameter.default!r}]")
