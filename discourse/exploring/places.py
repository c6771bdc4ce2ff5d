"""The places behind a selection, each with the words around it: text stays text, whatever it holds."""

from collections.abc import Mapping
from html import escape

import pandas as pd

from discourse.annotations import Annotations
from discourse.measures import kwic

SHOWN = 40
_WINDOW = 25
_WHERE = ("date", "outlet", "speaker", "doc_id")


def places_html(framings: pd.DataFrame, found: Annotations, labels: Mapping[str, str]) -> str:
    """Give the first `SHOWN` framings as an HTML list, each in its words, and say how many there are."""
    if framings.empty:
        return "<p>Nothing fits this choice.</p>"
    lines = kwic(found.documents, framings.head(SHOWN), window=_WINDOW)
    items = "".join(_item(line, labels) for line in lines.to_dict("records"))
    first = f"The first {SHOWN} of " if len(framings) > SHOWN else ""
    places = "place" if len(framings) == 1 else "places"
    return f"<p>{first}{len(framings):,} {places}, in the order of the documents.</p><ol>{items}</ol>"


def _item(line: dict, labels: Mapping[str, str]) -> str:
    words = f"{escape(line['pre'])} <mark>{escape(line['keyword'])}</mark> {escape(line['post'])}"
    return f"<li>{words}<br><small>{escape(_about(line, labels))}</small></li>"


def _about(line: dict, labels: Mapping[str, str]) -> str:
    """Say which frame it is, in whose voice and use, and where it stands."""
    told = [labels.get(line["frame"], line["frame"]), line["use"]]
    told.append(f"voice: {labels.get(line['voice'], line['voice'])}")
    if isinstance(line["distanced_by"], str):
        told.append(f"held at arm's length by {labels.get(line['distanced_by'], line['distanced_by'])}")
    told += [str(line[column]) for column in _WHERE if isinstance(line.get(column), str)]
    return " · ".join(told)
