"""Figures of framings: who says war, who says crisis."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from discourse.plots.intervals import draw_intervals, in_order
from discourse.plots.style import (
    INK,
    PALE,
    axes,
    colours_for,
    columns_before,
    headline,
    label_of,
    name_rows,
    plain,
    row_labels,
    say_nothing_found,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def plot_framing_counts(
    table: pd.DataFrame,
    *,
    labels: Mapping[str, str] | None = None,
    colours: Mapping[str, str] | None = None,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw how often each group uses each frame, one row a group, the frames as pieces of its bar.

    Parameters
    ----------
    table
        What `framing_counts` gave.
    labels, colours
        What to call groups and frames by their ids, and the colours of the frames.
    ax
        Where to draw; new axes if none are given.

    Returns
    -------
    The matplotlib Axes.

    Examples
    --------
    >>> from discourse.measures import framing_counts
    >>> framings = pd.DataFrame({"doc_id": ["a", "a", "b"], "frame": ["war", "war", "crisis"],
    ...                          "voice": ["outlet", "outlet", "xi"], "use": "asserted"})
    >>> ax = plot_framing_counts(framing_counts(framings), labels={"xi": "Xi Jinping"})
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['outlet', 'Xi Jinping']
    """
    groups = columns_before(table, "frame", of="framing_counts")
    if table.empty:
        return say_nothing_found(axes(ax))
    counts = pd.DataFrame(
        {
            "row": row_labels(table, groups, labels),
            "frame": table["frame"].map(lambda frame: label_of(frame, labels)),
            "n": table["n"],
        }
    ).pivot_table("n", "row", "frame", aggfunc="sum", fill_value=0)
    counts = counts.loc[counts.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    counts = counts[counts.sum().sort_values(ascending=False, kind="stable").index]
    ax, paint = axes(ax, rows=len(counts)), colours_for(_frames(table, labels), colours, labels)
    _stack(ax, counts, paint)
    name_rows(ax, counts.index)
    plain(ax, grid="x")
    ax.set_xlabel("framings", size=9)
    headline(ax, "How often each frame is used", {name: paint[name] for name in counts.columns})
    return ax


def plot_framing_shares(
    table: pd.DataFrame,
    *,
    labels: Mapping[str, str] | None = None,
    colours: Mapping[str, str] | None = None,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw each frame's share among its alternatives, with intervals, one row a voice or other group.

    Parameters
    ----------
    table
        What `framing_shares` gave.
    labels, colours
        What to call groups and frames by their ids, and the colours of the frames.
    ax
        Where to draw; new axes if none are given.

    Returns
    -------
    The matplotlib Axes. Rows are sorted by the share of the first frame; those with too few framings
    come last, in grey.

    Examples
    --------
    >>> from discourse.measures import framing_shares
    >>> framings = pd.DataFrame({"doc_id": list("abcdefgh") * 5, "voice": "xi", "use": "asserted",
    ...                          "frame": ["war", "crisis", "crisis", "crisis"] * 10})
    >>> ax = plot_framing_shares(framing_shares(framings, contrast=["war", "crisis"]))
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['xi  (40)']
    """
    groups = columns_before(table, "frame", of="framing_shares")
    if table.empty:
        return say_nothing_found(axes(ax))
    rows = row_labels(table, groups, labels)
    first = table["share"].where(table["frame"] == table["frame"].iloc[0])
    ordered = table.iloc[in_order(table, rows, first)].reset_index(drop=True)
    rows = row_labels(ordered, groups, labels) + ordered["total"].map("  ({:,})".format)
    frames = ordered["frame"].map(lambda frame: label_of(frame, labels))
    ax = draw_intervals(
        ordered,
        rows=rows,
        series=frames,
        value="share",
        colours=colours_for(_frames(table, labels), colours, labels),
        title="Which word is chosen: share among the alternatives",
        ax=ax,
    )
    return _whole_percent(ax)


def _frames(table: pd.DataFrame, labels: Mapping[str, str] | None) -> list[str]:
    """The frames by name, so that the same frames have the same colours in every figure."""
    return [label_of(frame, labels) for frame in sorted(dict.fromkeys(table["frame"]))]


def _stack(ax, counts: pd.DataFrame, paint: Mapping[str, str]) -> None:
    at, left = np.arange(len(counts)), np.zeros(len(counts))
    for frame in counts.columns:
        ax.barh(
            at, counts[frame], left=left, color=paint[frame], height=0.62, edgecolor="white", linewidth=0.8
        )
        left = left + counts[frame].to_numpy()
    for place, total in zip(at, left, strict=True):
        ax.annotate(
            f"{int(total):,}",
            (total, place),
            xytext=(4, 0),
            textcoords="offset points",
            va="center",
            size=8,
            color=INK,
        )


def _whole_percent(ax):
    from matplotlib.ticker import PercentFormatter

    ax.set_xlim(-0.02, 1.02)
    ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0, symbol="\N{NO-BREAK SPACE}%"))
    for edge in np.arange(0.5, ax.get_ylim()[0], 1):
        ax.axhline(edge, color=PALE, linewidth=0.6)
    return ax
