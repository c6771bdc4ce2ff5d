"""Figures of difference: the words that set one side apart from the other."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError
from discourse.plots.style import (
    GREY,
    INK,
    PALETTE,
    axes,
    headline,
    label_of,
    name_rows,
    plain,
    say_nothing_found,
)
from discourse.tables import require

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TARGET, REFERENCE = "target", "reference"
_COLOURS = {TARGET: PALETTE[0], REFERENCE: PALETTE[1]}
_SURE = 0.05


def plot_keyness(
    table: pd.DataFrame,
    *,
    n: int = 12,
    labels: Mapping[str, str] | None = None,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw the strongest words of both sides: log-odds with intervals, hollow where chance may do as much.

    Parameters
    ----------
    table
        What `keyness` gave.
    n
        How many words of each side.
    labels
        What to call `target` and `reference`.
    ax
        Where to draw; new axes if none are given.

    Returns
    -------
    The matplotlib Axes. Behind each word stand its uses in target and reference; a hollow dot has an
    adjusted p (by documents) of more than 0.05.

    Examples
    --------
    >>> from discourse.measures import keyness
    >>> words = ["crisis"] * 30 + ["budget"] * 70 + ["crisis"] * 5 + ["budget"] * 95
    >>> tokens = pd.DataFrame({"doc_id": [f"{i % 10}{i < 100}" for i in range(200)], "term": words,
    ...                        "voice": ["mirror"] * 100 + ["times"] * 100})
    >>> ax = plot_keyness(keyness(tokens, target="mirror"), labels={"target": "Mirror"})
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['crisis  (30 : 5)', 'budget  (70 : 95)']
    """
    require(table, "term", "log_odds", "log_odds_low", "log_odds_high", "p_holm", of="keyness")
    shown = _both_ends(table, "log_odds", n)
    if shown.empty:
        return say_nothing_found(axes(ax))
    ax = axes(ax, rows=len(shown))
    sides = np.where(shown["log_odds"] > 0, TARGET, REFERENCE)
    for row, (side, word) in enumerate(zip(sides, shown.to_dict("records"), strict=True)):
        filled = _COLOURS[side] if word["p_holm"] <= _SURE else "white"
        ax.hlines(row, word["log_odds_low"], word["log_odds_high"], color=_COLOURS[side], lw=1.5)
        ax.plot([word["log_odds"]], [row], "o", color=_COLOURS[side], markerfacecolor=filled, markersize=6)
    return _finished(ax, shown, labels, "Words that set one side apart", "log odds ratio, with 95 % interval")


def plot_lexical_shift(
    table: pd.DataFrame,
    *,
    n: int = 20,
    labels: Mapping[str, str] | None = None,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw the words that make most of the difference between two vocabularies, as bars to either side.

    Parameters
    ----------
    table
        What `lexical_shift` gave.
    n
        How many words.
    labels
        What to call `target` and `reference`.
    ax
        Where to draw; new axes if none are given.

    Returns
    -------
    The matplotlib Axes. A bar is the word's part of the whole difference, to the side that uses it more; a pale
    one has an adjusted p (by documents) of more than 0.05.

    Examples
    --------
    >>> from discourse.measures import lexical_shift
    >>> words = ["war"] * 6 + ["talks"] * 2 + ["war"] * 2 + ["talks"] * 6
    >>> tokens = pd.DataFrame({"doc_id": list("abcdefgh") * 2, "term": words, "voice": ["xi"] * 8 + ["nato"] * 8})
    >>> ax = plot_lexical_shift(lexical_shift(tokens, target="xi"))
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['talks  (2 : 6)', 'war  (6 : 2)']
    """
    require(table, "term", "contribution", "p_holm", of="lexical_shift")
    shown = table.head(n).reset_index(drop=True)
    if shown.empty:
        return say_nothing_found(axes(ax))
    ax = axes(ax, rows=len(shown))
    sides = np.where(shown["contribution"] > 0, TARGET, REFERENCE)
    for row, (side, word) in enumerate(zip(sides, shown.to_dict("records"), strict=True)):
        alpha = 0.9 if word["p_holm"] <= _SURE else 0.35
        ax.barh(row, word["contribution"], color=_COLOURS[side], alpha=alpha, height=0.62)
    ax = _finished(ax, shown, labels, "Words that make the difference", "part of the whole difference")
    from matplotlib.ticker import FuncFormatter

    ax.xaxis.set_major_formatter(FuncFormatter(lambda share, _: f"{abs(share):.1%}"))
    return ax


def _both_ends(table: pd.DataFrame, column: str, n: int) -> pd.DataFrame:
    """The `n` highest and the `n` lowest rows, the highest first."""
    if n < 1:
        raise DiscourseError(f"n is {n}; it must be 1 or more")
    ordered = table.sort_values(column, ascending=False, kind="stable")
    high, low = ordered[ordered[column] > 0].head(n), ordered[ordered[column] < 0].tail(n)
    return pd.concat([high, low]).reset_index(drop=True)


def _finished(ax, shown: pd.DataFrame, labels, title: str, measure: str):
    counts = zip(shown["term"], shown["n_target"], shown["n_reference"], strict=True)
    name_rows(ax, [f"{term}  ({a:,} : {b:,})" for term, a, b in counts])
    plain(ax, grid="x")
    ax.axvline(0, color=GREY, linewidth=0.9)
    target, reference = label_of(TARGET, labels), label_of(REFERENCE, labels)
    ax.set_xlabel(f"← {reference}   {measure}   {target} →", size=9, color=INK)
    headline(ax, title, {target: _COLOURS[TARGET], reference: _COLOURS[REFERENCE]})
    return ax
