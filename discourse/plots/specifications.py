"""The specification curve: one claim, counted in every defensible way."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from discourse.errors import DiscourseError
from discourse.plots.style import (
    GREY,
    INK,
    PALE,
    PALETTE,
    WIDTH_INCHES,
    axes,
    columns_before,
    headline,
    label_of,
    plain,
    say_nothing_found,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_CLAIM = ["by", "frame", "more", "less"]


def plot_specification_curve(
    table: pd.DataFrame, *, labels: Mapping[str, str] | None = None, ax: "Axes | None" = None
) -> "Axes":
    """Draw the difference that a claim is about under each specification, the smallest first.

    Parameters
    ----------
    table
        What `specification_curve` gave, of one claim.
    labels
        What to call voices and frames by their ids.
    ax
        Where to draw; new axes if none are given. The choices are drawn below it.

    Returns
    -------
    The matplotlib Axes of the curve. Blue: the interval lies above zero; grey: it does not, and the claim
    is not carried. Below, the dots of a column say how it was counted.

    Raises
    ------
    DiscourseError
        If the table holds several claims.

    Examples
    --------
    >>> table = pd.DataFrame({"by": "voice", "frame": "war", "more": "nato", "less": "xi", "lexicon": ["a", "b"],
    ...     "total_more": 30, "total_less": 30, "difference": [0.4, 0.2], "low": [0.2, -0.1],
    ...     "high": [0.6, 0.5], "carried": [True, False], "too_few": False})
    >>> plot_specification_curve(table).get_ylabel()
    'difference of the shares'
    """
    choices = [
        name for name in columns_before(table, "total_more", of="specification_curve") if name not in _CLAIM
    ]
    if len(table[_CLAIM].drop_duplicates()) > 1:
        raise DiscourseError("a specification curve shows one claim; select the rows of one")
    ordered = table[~table["too_few"]].sort_values("difference", kind="stable").reset_index(drop=True)
    if ordered.empty:
        return say_nothing_found(axes(ax))
    ax = _room(len(choices)) if ax is None else ax
    _draw_curve(ax, ordered)
    frame, more, less = (label_of(ordered[name].iloc[0], labels) for name in _CLAIM[1:])
    count = f"carried by {int(table['carried'].sum())} of {len(table)} ways of counting"
    headline(ax, f"“{frame}”: {more} more than {less},\n{count}")
    _draw_choices(ax.inset_axes((0, -1.05, 1, 0.95), sharex=ax), ordered, choices)
    return ax


def _room(choices: int):
    """Make axes with room below for the choices; the layout that other figures use knows no such room."""
    from matplotlib import pyplot

    figure, ax = pyplot.subplots(figsize=(WIDTH_INCHES, 2.6 + 0.36 * choices))
    figure.subplots_adjust(bottom=0.52, left=0.24)
    return ax


def _draw_curve(ax, ordered: pd.DataFrame) -> None:
    for carried, colour in ((True, PALETTE[0]), (False, GREY)):
        rows = ordered[ordered["carried"] == carried]
        ax.vlines(rows.index, rows["low"], rows["high"], color=colour, linewidth=2, alpha=0.45)
        ax.plot(rows.index, rows["difference"], "o", color=colour, markersize=4.5)
    ax.axhline(0, color=INK, linewidth=0.8)
    ax.set_ylabel("difference of the shares", size=9)
    plain(ax, grid="y")
    ax.tick_params(axis="x", labelbottom=False)


def _draw_choices(below, ordered: pd.DataFrame, choices: list[str]) -> None:
    options = [(name, value) for name in choices for value in dict.fromkeys(ordered[name].sort_values())]
    for row, (name, value) in enumerate(options):
        chosen = ordered.index[ordered[name] == value]
        below.plot(ordered.index, [row] * len(ordered), "o", color=PALE, markersize=2.5)
        below.plot(chosen, [row] * len(chosen), "o", color=INK, markersize=3.5)
    below.set_yticks(range(len(options)), [f"{name}: {value}" for name, value in options])
    below.set_ylim(len(options) - 0.5, -0.5)
    below.spines[:].set_visible(False)
    below.tick_params(length=0, colors=INK, labelsize=8.5, labelbottom=False)
