"""Figures of tone: actors with honest intervals, and who speaks how of whom."""

from collections.abc import Mapping
from textwrap import wrap
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError
from discourse.plots.intervals import draw_intervals, in_order
from discourse.plots.style import (
    GREY,
    INK,
    axes,
    colours_for,
    columns_before,
    headline,
    label_of,
    row_labels,
    say_nothing_found,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_WARM, _COLD, _MIDDLE = "#0072B2", "#D55E00", "#F7F7F7"
_TRUSTWORTHY = 0.5
"""Below this correlation with people's means, actors should not be ranked."""


def plot_tone(
    table: pd.DataFrame,
    *,
    n: int = 20,
    labels: Mapping[str, str] | None = None,
    colours: Mapping[str, str] | None = None,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw each group's mean tone with its interval, the warmest at the top, and how far to believe it.

    Parameters
    ----------
    table
        What `mean_tone` gave. With several grouping columns the first makes the rows, the others the dots.
    n
        How many rows: those with the most spans.
    labels, colours
        What to call actors and groups by their ids, and the colours of the dots.
    ax
        Where to draw; new axes if none are given.

    Returns
    -------
    The matplotlib Axes. The number of spans stands behind each name; a line below says which scorer it is and
    what is known of its validity. Where it was validated the dots are `tone` and the intervals hold the error
    of the scorer; elsewhere they are the mean `polarity` with the sampling error alone.

    Examples
    --------
    >>> from discourse.measures import mean_tone
    >>> tone = pd.DataFrame({"doc_id": list("abcde") * 4, "polarity": [0.5, 0.0] * 10, "subjectivity": 0.0,
    ...                      "scorer": "textblob", "of": "xi", "toward": None, "statement_id": "s"})
    >>> ax = plot_tone(mean_tone(tone), labels={"xi": "Xi Jinping"})
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['Xi Jinping  (20)']
    """
    groups = columns_before(table, "n", of="mean_tone")
    if table.empty:
        return say_nothing_found(axes(ax))
    shown, value = _best_known(_largest(table, groups[:1], n))
    names = row_labels(shown, groups[:1], labels)
    ordered = shown.iloc[in_order(shown, names, shown[value])].reset_index(drop=True)
    names = row_labels(ordered, groups[:1], labels)
    totals = ordered["n"].groupby(names).transform("sum")
    series = row_labels(ordered, groups[1:], labels)
    ax = draw_intervals(
        ordered,
        rows=names + totals.map("  ({:,})".format),
        series=series,
        value=value,
        colours=colours_for(sorted(set(series)), colours, labels),
        title=_title(groups),
        ax=ax,
    )
    ax.axvline(0, color=GREY, linewidth=1, zorder=0.5)
    reach = min(1.02, max(0.1, *(abs(limit) for limit in ax.get_xlim())))
    ax.set_xlim(-reach, reach)
    direction = f"← more negative        {_AXIS[value]}        more positive →"
    ax.set_xlabel("\n".join([direction, *_validity_lines(table, value)]), size=9)
    return ax


_AXIS = {"tone": "mean tone, as people would label it", "polarity": "mean polarity"}


def _largest(table: pd.DataFrame, group: list[str], n: int) -> pd.DataFrame:
    """Give the rows of the groups with the most spans."""
    if not group:
        return table.reset_index(drop=True)
    totals = table.groupby(group[0], observed=True)["n"].sum().sort_values(ascending=False, kind="stable")
    return table[table[group[0]].isin(totals.index[:n])].reset_index(drop=True)


def _best_known(table: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """Give the table with the limits to be drawn, and the column they belong to."""
    if table["tone"].notna().any():
        return table, "tone"
    return table.assign(low=table["sampling_low"], high=table["sampling_high"]), "polarity"


def _validity_lines(table: pd.DataFrame, value: str) -> list[str]:
    """Say below the figure by what it was scored, and what is known of that."""
    told = table.dropna(subset=["scorer"]).drop_duplicates("scorer")
    sentences = [
        _validity(name, r, value) for name, r in zip(told["scorer"], told["validity_r"], strict=True)
    ]
    return [line for sentence in sentences for line in wrap(sentence, 72)]


def _validity(scorer: str, r: float, value: str) -> str:
    if value == "polarity" or r != r:
        return (
            f"Scorer {scorer}. Lines: 95 % by documents. How right the scorer is here, nobody has measured."
        )
    advice = "" if r >= _TRUSTWORTHY else " Do not rank actors on it."
    return (
        f"Scorer {scorer}. Lines: 95 %, sampling and scorer’s error. "
        f"Its means per person and people’s: r = {r:.2f} (NewsMTSC).{advice}"
    )


def _title(groups: list[str]) -> str:
    if "of" in groups and "toward" in groups:
        return "Tone of each actor's words toward others"
    if "toward" in groups:
        return "Tone toward each actor"
    return "Tone of each actor's words" if "of" in groups else "Tone"


def plot_tone_between(
    table: pd.DataFrame, *, n: int = 10, labels: Mapping[str, str] | None = None, ax: "Axes | None" = None
) -> "Axes":
    """Draw who speaks how of whom as a matrix: speakers in rows, those spoken of in columns.

    Parameters
    ----------
    table
        What `mean_tone(tone, by=["of", "toward"])` gave.
    n
        How many speakers and how many spoken of: those with the most spans.
    labels
        What to call actors by their ids.
    ax
        Where to draw; new axes if none are given.

    Returns
    -------
    The matplotlib Axes. Each cell has its mean and, small, the number of spans; a cell with too few spans has
    the number alone. Means are `tone` where the scorer was validated, else `polarity`.

    Raises
    ------
    DiscourseError
        If the table was not made by `of` and `toward`.

    Examples
    --------
    >>> from discourse.measures import mean_tone
    >>> tone = pd.DataFrame({"doc_id": list("abcde") * 4, "polarity": [0.5, 0.0] * 10, "subjectivity": 0.0,
    ...                      "scorer": "target", "of": "xi", "toward": "nato", "statement_id": "s"})
    >>> ax = plot_tone_between(mean_tone(tone, by=["of", "toward"]))
    >>> [text.get_text() for text in ax.texts][:2]
    ['+0.37', '20']
    """
    if columns_before(table, "n", of="mean_tone") != ["of", "toward"]:
        raise DiscourseError('this figure shows what mean_tone gives with by=["of", "toward"]')
    if table.empty:
        return say_nothing_found(axes(ax))
    speakers, about = (_largest(table, [column], n)[column].unique() for column in ("of", "toward"))
    shown = table[table["of"].isin(speakers) & table["toward"].isin(about)]
    _, value = _best_known(shown)
    order = [
        shown.groupby(c, observed=True)["n"].sum().sort_values(ascending=False).index
        for c in ("of", "toward")
    ]
    means, counts = (
        shown.pivot_table(column, "of", "toward", observed=True, dropna=False).reindex(
            order[0], columns=order[1]
        )
        for column in (value, "n")
    )
    ax = axes(ax, rows=len(order[0]) + 2)
    _draw_matrix(ax, means.to_numpy(dtype=float), counts.to_numpy(dtype=float))
    ax.set_xticks(
        range(len(order[1])), [label_of(name, labels) for name in order[1]], rotation=35, ha="right"
    )
    ax.set_yticks(range(len(order[0])), [label_of(name, labels) for name in order[0]])
    ax.tick_params(length=0, colors=INK, labelsize=9)
    ax.spines[:].set_visible(False)
    headline(ax, "Who speaks how of whom: rows speak of columns")
    return ax


def _draw_matrix(ax, means: np.ndarray, counts: np.ndarray) -> None:
    from matplotlib.colors import LinearSegmentedColormap

    colours = LinearSegmentedColormap.from_list("tone", [_COLD, _MIDDLE, _WARM], bad="white")
    known = np.abs(means[np.isfinite(means)])
    reach = max(0.3, known.max()) if len(known) else 1.0
    ax.imshow(np.ma.masked_invalid(means), cmap=colours, vmin=-reach, vmax=reach, aspect="auto")
    for (row, column), count in np.ndenumerate(counts):
        if not count > 0:
            continue
        mean = float(means[row, column])
        ink = GREY if mean != mean else "white" if abs(mean) > 0.7 * reach else INK
        if np.isfinite(mean):
            ax.text(column, row, f"{mean:+.2f}", ha="center", va="bottom", size=9, color=ink)
        ax.text(column, row, f"{int(count):,}", ha="center", va="top", size=7, color=ink)
