"""The panel for a live notebook: five choices above; a figure, a table and the places below."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from discourse.annotations import Annotations
from discourse.exploring.places import places_html
from discourse.exploring.selection import (
    Selection,
    actor_choices,
    frame_choices,
    selected_framings,
    voice_choices,
    years,
)
from discourse.measures import framing_counts
from discourse.measures.voices import ALL
from discourse.plots import plot_framing_counts
from discourse.reporting import show_figure, show_table
from discourse.tables import USES

if TYPE_CHECKING:
    import ipywidgets

_ROWS = 12
_NOTHING = "<p>Nothing fits this choice.</p>"


def explore(annotations: Annotations, *, labels: Mapping[str, str] | None = None) -> "ipywidgets.VBox":
    """Give a panel to look round in: who uses which frame, when, and in which words.

    It is for the notebook that is open: in a report, which runs no script, use the tables and figures
    that it shows, `framing_counts`, `plot_framing_counts` and `kwic`.

    Parameters
    ----------
    annotations
        What `annotate` gave.
    labels
        What to call actors and frames by their ids, such as `actors.labels | frames.labels`.

    Returns
    -------
    An ipywidgets panel. *Actor* keeps the places in whose sentence the actor is named, *voice* those
    where the word is in his own; *frame*, *use* and *years* do as they say. A text without a year is
    there only while all years are.

    Examples
    --------
    >>> from discourse import annotate, read_actors, read_corpus, read_frames
    >>> corpus, actors = read_corpus("sample").head(5), read_actors("world-politics")
    >>> found = annotate(corpus, actors=actors, frames=read_frames("ukraine"))
    >>> panel = explore(found, labels=actors.labels)
    >>> [control.description for control in panel.children[0].children]
    ['Actor', 'Frame', 'Voice', 'Use', 'Years']
    """
    import ipywidgets

    labels = dict(labels or {})
    controls = _controls(ipywidgets, annotations, labels)
    figure, table, places = (ipywidgets.HTML() for _ in range(3))
    shown = ipywidgets.Tab([figure, table, places], titles=["Figure", "Table", "Places"])
    show = _refresher(annotations, labels, controls, (figure, table, places))
    for control in controls.values():
        control.observe(show, names="value")
    show()
    return ipywidgets.VBox(
        [ipywidgets.HBox(list(controls.values()), layout={"flex_flow": "row wrap"}), shown]
    )


def _controls(ipywidgets, found: Annotations, labels: Mapping[str, str]) -> dict:
    def choice(name, options):
        return ipywidgets.Dropdown(description=name, options=options, value=ALL)

    span = years(found)
    return {
        "actor": choice("Actor", actor_choices(found, labels)),
        "frame": choice("Frame", frame_choices(found, labels)),
        "voice": choice("Voice", voice_choices(found, labels)),
        "use": choice("Use", [("any use", ALL), *((use, use) for use in USES)]),
        "periods": ipywidgets.SelectionRangeSlider(
            description="Years",
            options=span or ["undated"],
            index=(0, max(len(span) - 1, 0)),
            continuous_update=False,
            disabled=len(span) < 2,
        ),
    }


def _refresher(found: Annotations, labels: Mapping[str, str], controls: dict, targets) -> Callable[..., None]:
    """Give the function that shows what the controls say; widgets call it with the change, which it ignores."""
    whole = controls["periods"].value

    def show(_: object = None) -> None:
        chosen = {name: control.value for name, control in controls.items()}
        chosen["periods"] = None if chosen["periods"] == whole else chosen["periods"]
        framings = selected_framings(found, Selection(**chosen))
        counts = framing_counts(framings)
        figure, table, places = targets
        figure.value = _figure(counts, labels)
        table.value = _table(counts, labels)
        places.value = places_html(framings, found, labels)

    return show


def _figure(counts, labels: Mapping[str, str]) -> str:
    if counts.empty:
        return _NOTHING
    totals = counts.groupby("voice")["n"].sum().sort_values(ascending=False, kind="stable")
    most = counts[counts["voice"].isin(totals.index[:_ROWS])]
    left_out = f" The {_ROWS} most frequent of {len(totals)} voices." if len(totals) > _ROWS else ""
    return show_figure(
        plot_framing_counts(most, labels=labels),
        caption=f"Frames in each voice.{left_out}",
        alt="How often each voice uses each frame, as in the table beside.",
    ).html


def _table(counts, labels: Mapping[str, str]) -> str:
    if counts.empty:
        return _NOTHING
    named = counts.assign(
        **{column: counts[column].map(lambda i: labels.get(i, i)) for column in ("voice", "frame")}
    )
    ordered = named.sort_values("n", ascending=False, kind="stable")
    return show_table(ordered, caption="Framings, and the documents they stand in.", n=len(ordered)).html
