"""The page that compares the reports of a grid: small multiples with intervals, links, failures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import pandas as pd

from discourse.measures.framing_contrasts import framing_contrasts
from discourse.plots.intervals import draw_intervals
from discourse.plots.style import INK, MIN_INCHES, ROW_INCHES, WIDTH_INCHES
from discourse.reporting.figure_view import show_figure
from discourse.reporting.findings import framing_findings
from discourse.reporting.page import finish_page
from discourse.reporting.table_view import show_table
from discourse.reporting.text_view import show_findings, show_title

OVERALL = "overall.csv"
_OF_READING = ("severity", "kind", "detail", "file", "row")
_PANELS = 3  # beside each other


@dataclass(frozen=True)
class Comparison:
    """A report to compare: what to call it, its page, and why it failed, if it did."""

    label: str
    page: Path
    failure: str


def index_page(
    reports: Sequence[Comparison], *, title: str, names: Mapping[str, str], unplaced: pd.DataFrame
) -> str:
    """Build the page; what it compares are the tables `overall.csv` of the reports that have one.

    `names` are what to call frames by their ids; `unplaced` is what was found while reading and belongs to no
    text, so that no report tells it.
    """
    made = [report for report in reports if not report.failure]
    shares = _shares(made)
    parts = [show_title(title, subtitle=f"{len(made):,} of {len(reports):,} reports").html]
    if len(shares):
        found = framing_findings(shares, labels=names, target="table-shares", most=5)
        parts += [show_findings(found).html, "<h2>The reports compared</h2>", _figure(shares, names)]
        caption = "Choice among the words for the event, by report."
        parts.append(show_table(shares, caption=caption, name="shares", n=len(shares), names=names).html)
    links = "".join(f'<li><a href="{escape(r.page.name)}">{escape(r.label)}</a></li>' for r in made)
    parts += ["<h2>The reports</h2>", f"<ul>{links}</ul>" if links else "<p>None could be made.</p>"]
    failed = [report for report in reports if report.failure]
    if failed:
        items = "".join(f"<li><b>{escape(r.label)}</b>: {escape(r.failure)}</li>" for r in failed)
        parts += ["<h2>Reports that failed</h2>", f"<ul>{items}</ul>"]
    if len(unplaced):
        caption = "What was found while reading the texts, and belongs to none of them."
        table = show_table(unplaced, caption=caption, name="import-report", n=50, columns=_OF_READING)
        parts += ["<h2>The texts</h2>", table.html]
    return finish_page("\n".join(parts), name=title)


def _shares(made: Sequence[Comparison]) -> pd.DataFrame:
    tables = []
    for report in made:
        table = report.page.with_name(f"{report.page.stem}_files") / OVERALL
        if table.is_file():
            tables.append(pd.read_csv(table).assign(report=report.label))
    if not tables:
        return pd.DataFrame()
    found = pd.concat(tables, ignore_index=True)
    return found[["report", *(name for name in found if name != "report")]]


def _figure(shares: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Draw one panel for each frame, in each a row for each report."""
    from matplotlib import pyplot
    from matplotlib.ticker import PercentFormatter

    frames = list(dict.fromkeys(shares["frame"]))
    highest = 1 if shares["high"].isna().all() else min(1, 1.05 * shares["high"].max())
    lines = -(-len(frames) // _PANELS)
    height = max(MIN_INCHES, ROW_INCHES * shares["report"].nunique() + 0.9) * lines
    figure, grid = pyplot.subplots(
        lines, _PANELS, figsize=(WIDTH_INCHES, height), sharex=True, sharey=True, squeeze=False,
        layout="constrained",
    )  # fmt: skip
    for ax, frame in zip(grid.flat, frames, strict=False):
        rows = shares[shares["frame"] == frame].reset_index(drop=True)
        only = pd.Series(frame, index=rows.index)
        draw_intervals(
            rows,
            rows=rows["report"],
            series=only,
            value="share",
            colours={frame: INK},
            title=names.get(frame, frame),
            ax=ax,
            key=False,
        )
        ax.set_xlim(0, highest)
        ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0, symbol="\N{NO-BREAK SPACE}%"))
    for ax in list(grid.flat)[len(frames) :]:
        ax.set_axis_off()
    apart = len(framing_contrasts(shares))
    return show_figure(
        figure,
        caption="Each report's choice among the words for the event, with 95 % intervals by documents; "
        "one panel for each word.",
        alt=f"In {apart} of {len(frames)} panels the reports with the highest and lowest share lie apart.",
        name="shares",
    ).html
