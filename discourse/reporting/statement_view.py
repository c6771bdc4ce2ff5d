"""A text with its statements highlighted by speaker, to be read and checked; static, and all text is escaped."""

from collections.abc import Mapping
from html import escape
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from discourse.annotations import Annotations
from discourse.annotations.speakers.short_name import short_name
from discourse.errors import check_name
from discourse.plots import actor_colours
from discourse.reporting.views import View

_GREY = "#767676"
_SHADE = "2b"
"""The opacity of a content's background, as the last two digits of a colour: black ink stays readable on it."""


class _Stretch(NamedTuple):
    """A stretch of a text with the innermost statement around it, and what it is there: content, speaker or cue."""

    start: int
    end: int
    row: int | None
    role: str


def show_statements(
    annotations: Annotations, doc_id: str, *, part: str = "body", labels: Mapping[str, str] | None = None
) -> View:
    """Show a text with its statements: contents shaded in their speaker's colour, speakers underlined, cues bold.

    A speaker in no registry has a colour by his words; where the text names nobody it is grey. Resting the
    pointer on a content shows speaker, cue class, kind and confidence. It works in a notebook and in a report,
    and prints as plain text with the contents in brackets.

    Parameters
    ----------
    annotations
        What `annotate` gave.
    doc_id
        Which document.
    part
        `"body"` or `"title"`.
    labels
        What to call actors by their ids, such as `actors.labels`.

    Raises
    ------
    UnknownNameError
        If there is no such document, or no such part.

    Examples
    --------
    >>> from discourse import annotate, read_actors, read_corpus, read_frames
    >>> corpus = read_corpus("sample").head(1)
    >>> found = annotate(corpus, actors=read_actors("world-politics"), frames=read_frames("ukraine"))
    >>> view = show_statements(found, corpus.documents["doc_id"].iloc[0])
    >>> "<mark" in view.html, "script" in view.html
    (True, False)
    """
    check_name(part, ("body", "title"), what="part")
    check_name(doc_id, annotations.documents["doc_id"].tolist(), what="document")
    document = annotations.documents.set_index("doc_id").loc[doc_id]
    text = document["text" if part == "body" else "title"]
    text = text if isinstance(text, str) else ""
    found = annotations.statements
    here = found[(found["doc_id"] == doc_id) & (found["part"] == part)].reset_index(drop=True)
    voices = _voices(here, annotations.speakers, labels or {})
    colours = actor_colours(dict.fromkeys(voice for voice in voices if voice)) | {"": _GREY}
    marked = "".join(_html(text, here, voices, colours, stretch) for stretch in _stretches(text, here))
    key = " ".join(
        f'<span style="border-bottom:3px solid {_on_page(colours[voice], "data")}">'
        f"{escape(voice or 'nobody named')}</span> ({voices.count(voice)})"
        for voice in dict.fromkeys(voices)
    )
    told = key or "No statement was found."
    style = "white-space:pre-wrap;max-width:46em;line-height:1.7"
    html = f'<div class="statements"><p>{told}</p><div style="{style}">{marked}</div></div>'
    return View(html, _plain(text, here, voices))


def _voices(statements: pd.DataFrame, speakers: pd.DataFrame, labels: Mapping[str, str]) -> list[str]:
    """What to call the speakers of each statement: by label, or by their words; "" where none is named."""
    named: dict[str, list[str]] = {statement: [] for statement in statements["statement_id"]}
    here = speakers[speakers["statement_id"].isin(named)]
    for statement, text, actor in zip(*(here[c] for c in ("statement_id", "text", "actor")), strict=True):
        name = labels.get(actor, actor) if isinstance(actor, str) else short_name(text)
        named[statement].append(name)
    return [" and ".join(dict.fromkeys(names)) for names in named.values()]


def _stretches(text: str, statements: pd.DataFrame) -> list[_Stretch]:
    """Cut the text where a span begins or ends; the innermost span wins, so that marks never cross."""
    spans = [
        (start, end, row, role)
        for role in ("content", "cue", "speaker")
        for row, of in enumerate(statements[f"{role}_spans"])
        for start, end in of
    ]
    spans.sort(key=lambda span: span[0] - span[1])
    edges = sorted({0, len(text), *(edge for span in spans for edge in span[:2])})
    over: dict[int, tuple[int | None, str]] = dict.fromkeys(edges, (None, ""))
    place = {edge: number for number, edge in enumerate(edges)}
    for start, end, row, role in spans:
        for edge in edges[place[start] : place[end]]:
            over[edge] = (row, role)
    return [_Stretch(start, end, *over[start]) for start, end in pairwise(edges) if end > start]


def _html(text: str, statements, voices, colours, stretch: _Stretch) -> str:
    words = escape(text[stretch.start : stretch.end])
    if stretch.row is None:
        return words
    voice = voices[stretch.row]
    colour = colours[voice]
    if stretch.role == "cue":
        return f'<b style="color:{_on_page(colour, "word")}">{words}</b>'
    if stretch.role == "speaker":
        return f'<span style="border-bottom:2px solid {_on_page(colour, "data")}">{words}</span>'
    row = statements.iloc[stretch.row]
    negated = "negated, " if row["cue_negated"] else ""
    about = f"{voice or 'nobody named'}: {negated}{row['cue_class']}, {row['kind']}, confidence {row['confidence']:.2f}"
    style = f"background:{colour}{_SHADE};color:inherit"
    return f'<mark style="{style}" title="{escape(about)}">{words}</mark>'


def _on_page(colour: str, kind: str) -> str:
    """Give a colour as the page of a report has it, readable on its paper; in a notebook, the colour itself."""
    return f"var(--{kind}-{colour[1:].lower()}, {colour})"


def _plain(text: str, statements: pd.DataFrame, voices: list[str]) -> str:
    """The text with each outer content in brackets, behind it the speaker."""
    marks = [
        (end, f" — {voice or 'nobody named'}]", start)
        for spans, via, voice in zip(statements["content_spans"], statements["via"], voices, strict=True)
        if pd.isna(via)
        for start, end in spans
    ]
    pieces, last = [], 0
    for end, told, start in sorted(marks, key=lambda mark: mark[2]):
        if start >= last:
            pieces += [text[last:start], "[", text[start:end], told]
            last = end
    return "".join([*pieces, text[last:]])
