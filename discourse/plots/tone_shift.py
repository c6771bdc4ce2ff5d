"""Figure of the words that make two actors differ in tone."""

from typing import TYPE_CHECKING

import pandas as pd

from discourse.plots.style import (
    GREY,
    PALETTE,
    axes,
    columns_before,
    headline,
    name_rows,
    plain,
    say_nothing_found,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def plot_tone_shift(
    table: pd.DataFrame, first: str, second: str, *, n: int = 20, ax: "Axes | None" = None
) -> "Axes":
    """Draw what each word adds to the difference between two actors, the largest parts at the top.

    Parameters
    ----------
    table
        What `tone_shift` gave.
    first, second
        What to call the two actors.
    n
        How many words; all others are one bar at the bottom.
    ax
        Where to draw; new axes if none are given.

    Returns
    -------
    The matplotlib Axes. A bar to the right makes the first actor the warmer of the two. Behind each word stands
    how often it counted for either.

    Examples
    --------
    >>> from discourse.measures import tone_shift
    >>> tone = pd.DataFrame({"toward": ["ann", "bob"], "polarity": [0.5, -0.7],
    ...                      "evidence": [["hero +0.50 word"], ["liar -0.70 word"]]})
    >>> ax = plot_tone_shift(tone_shift(tone, "ann", "bob"), "Ann", "Bob")
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['liar  (0 : 1)', 'hero  (1 : 0)', 'all other words']
    """
    columns_before(table, "shift", of="tone_shift")
    if table.empty:
        return say_nothing_found(axes(ax))
    shown, others = table.iloc[: min(n, len(table) - 1)], table.iloc[min(n, len(table) - 1) :]
    values = [*shown["shift"], others["shift"].sum()]
    names = [
        f"{word}  ({a:,} : {b:,})"
        for word, a, b in zip(shown["word"], shown["n_first"], shown["n_second"], strict=True)
    ]
    ax = axes(ax, rows=len(values))
    colours = [PALETTE[0] if value > 0 else PALETTE[1] for value in values[:-1]]
    ax.barh(range(len(values)), values, color=[*colours, GREY], height=0.7)
    ax.axvline(0, color=GREY, linewidth=1)
    name_rows(ax, [*names, "all other words"])
    plain(ax, grid="x")
    ax.set_xlabel(f"← {second} warmer        share in the difference        {first} warmer →", size=9)
    headline(ax, f"Words that set {first} and {second} apart: {sum(values):+.3f} in all")
    return ax
