"""Figures of words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from discourse.plots.style import (
    PALETTE,
    axes,
    colours_for,
    columns_before,
    headline,
    name_rows,
    plain,
    row_labels,
    say_nothing_found,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def plot_term_frequencies(
    table: pd.DataFrame,
    *,
    n: int = 20,
    labels: Mapping[str, str] | None = None,
    colours: Mapping[str, str] | None = None,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw the most frequent terms, one row a term; with groups, a dot for each group.

    Parameters
    ----------
    table
        What `term_frequencies` gave.
    n
        How many terms; the title says of how many.
    labels, colours
        What to call the groups, and their colours.
    ax
        Where to draw; new axes if none are given.

    Returns
    -------
    The matplotlib Axes.

    Examples
    --------
    >>> from discourse.measures import term_frequencies
    >>> tokens = pd.DataFrame({"doc_id": "a", "part": "body", "sentence_id": 0,
    ...                        "term": ["peace", "peace", "war"]})
    >>> ax = plot_term_frequencies(term_frequencies(tokens))
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['peace', 'war']
    """
    groups = columns_before(table, "term", of="term_frequencies")
    if table.empty:
        return say_nothing_found(axes(ax))
    totals = (
        table.groupby("term", sort=False)["per_million"].sum().sort_values(ascending=False, kind="stable")
    )
    terms = list(totals.index[:n])
    ax = axes(ax, rows=len(terms))
    shown = table[table["term"].isin(terms)]
    at = shown["term"].map(terms.index)
    key = None
    if groups:
        key = _draw_dots(ax, shown, at, groups, labels, colours)
    else:
        _draw_bars(ax, shown, at)
    name_rows(ax, terms)
    plain(ax, grid="x")
    ax.set_xlabel("uses per million words", size=9)
    ax.xaxis.set_major_formatter("{x:,.0f}")
    ax.set_xlim(left=0)
    headline(ax, f"The {len(terms):,} most frequent of {len(totals):,} terms", key)
    return ax


def _draw_bars(ax, shown: pd.DataFrame, at: pd.Series) -> None:
    ax.barh(at, shown["per_million"], color=PALETTE[0], height=0.62)
    for place, value, count in zip(at, shown["per_million"], shown["n"], strict=True):
        ax.annotate(
            f"{count:,}", (value, place), xytext=(4, 0), textcoords="offset points", va="center", size=8
        )


def _draw_dots(ax, shown, at, groups, labels, colours) -> dict[str, str]:
    names = row_labels(shown, groups, labels)
    paint = colours_for(sorted(set(names)), colours, labels)
    spread = shown.groupby("term")["per_million"].agg(["min", "max"])
    ax.hlines(
        at.groupby(shown["term"]).first().reindex(spread.index), spread["min"], spread["max"], color="#CCCCCC"
    )
    for name, part in shown.groupby(names, sort=False):
        ax.plot(
            part["per_million"],
            at[part.index],
            "o",
            color=paint[name],
            markersize=6.5,
            markeredgecolor="white",
        )
    return {name: paint[name] for name in dict.fromkeys(names)}
