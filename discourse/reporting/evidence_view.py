"""The sentences behind the counts of a report: some in the page, where a count can lead; all places beside it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
import pandas as pd

from discourse.measures.evidence import sentences_around
from discourse.measures.texts import part_texts
from discourse.reporting.views import slug, write_places
from discourse.tables import require

_SPACE = re.compile(r"\s+")
_NEAR, _WITHIN = 3, 4  # words on either side of a place and in it, where no whole sentence may be shown
_LAST, _FIRST = re.compile(rf"(?:\S+\s*){{0,{_NEAR}}}$"), re.compile(rf"(?:\s*\S+){{0,{_NEAR}}}")


@dataclass(frozen=True, repr=False)
class Evidence:
    """Lists of sentences, one for each cell of a table; made by `show_evidence`.

    `id` is the place in the page where the lists begin; `counts` is the column of a table whose numbers lead
    to them; `by` are the columns that say which cell a list belongs to; `anchors` are the cells that have
    one, and the places in the page where they stand.
    """

    html: str
    text: str
    id: str
    counts: str
    by: tuple[str, ...]
    anchors: Mapping[tuple[str, ...], str]

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return self.text

    def address(self, row: Mapping[str, object]) -> str | None:
        """Give where the sentences of a table's row stand in the page; None if there are none."""
        key = tuple(str(row.get(column)) for column in self.by)
        return f"#{self.anchors[key]}" if key in self.anchors else None


def show_evidence(
    rows: pd.DataFrame,
    documents: pd.DataFrame,
    sentences: pd.DataFrame,
    *,
    by: Sequence[str],
    name: str,
    names: Mapping[str, str] | None = None,
    counts: str = "n",
    most: int = 3,
    full_text: bool = True,
) -> Evidence:
    """Show sentences behind each cell of a table or figure, drawn at random.

    Hand them to `show_table` or `show_figure`, which link them. In a report a CSV and a Parquet file beside
    the page list the places of all rows.

    Parameters
    ----------
    rows
        What was counted, with `doc_id`, `part`, `start`, `end` and the columns `by`: framings, say.
    documents, sentences
        The texts, and where their sentences are.
    by
        The columns that make the cells, such as `["voice", "frame"]`; rows where one is missing belong
        to none.
    name
        A short name for links and the CSV file.
    names
        What to call actors, frames and outlets by their ids.
    counts
        The column of the table whose numbers lead to the sentences.
    most
        How many sentences a cell shows; the page says of how many.
    full_text
        If false, no more than ten words in a row are shown, three on either side of the place: for texts
        under licence.

    Raises
    ------
    MissingColumnError
        If a column is missing.
    DiscourseError
        If a row stands in no sentence.

    Examples
    --------
    >>> documents = pd.DataFrame({"doc_id": ["a"], "text": ["It rains. It is a war."]})
    >>> sentences = pd.DataFrame({"doc_id": "a", "part": "body", "start": [0, 10], "end": [9, 22]})
    >>> framings = pd.DataFrame({"doc_id": "a", "part": "body", "start": [18], "end": [21],
    ...                          "voice": "xi", "frame": "war"})
    >>> show_evidence(framings, documents, sentences, by=["voice", "frame"], name="shares")
    xi, war: 1 of 1
      It is a war. (a)
    """
    require(rows, "doc_id", "part", "start", "end", *by, of="given")
    known = rows.dropna(subset=list(by)).reset_index(drop=True)
    files = write_places(known[["doc_id", "part", "start", "end", *by]], f"evidence-{slug(name)}")
    keys = known[list(by)].astype("str")
    chosen = _drawn(keys, most)
    places = _places(known.loc[chosen], documents, sentences, full_text=full_text)
    sizes = keys.groupby(list(by), sort=True).size()
    groups = keys.loc[chosen].groupby(list(by), sort=True).indices
    lists = [
        _List(_as_key(key), int(sizes[key]), [places[n] for n in found]) for key, found in groups.items()
    ]
    place = f"evidence-{slug(name)}"
    anchors = {one.key: f"{place}-{n}" for n, one in enumerate(lists, start=1)}
    shown = "".join(_html(one, anchors[one.key], names or {}) for one in lists)
    note = _note(len(known), most, files)
    return Evidence(
        f'<div class="lists" id="{place}"><p class="note">{note}</p>\n{shown}</div>',
        "\n".join(line for one in lists for line in _lines(one)),
        place,
        counts,
        tuple(by),
        anchors,
    )


@dataclass(frozen=True)
class _Place:
    """A place in a text: what stands before it in its sentence, the words, what stands behind, the text."""

    before: str
    words: str
    after: str
    doc_id: str


@dataclass(frozen=True)
class _List:
    """The places shown for one cell, and how many there are."""

    key: tuple[str, ...]
    count: int
    places: list[_Place]


def _as_key(key: object) -> tuple[str, ...]:
    return tuple(str(part) for part in key) if isinstance(key, tuple) else (str(key),)


def _drawn(keys: pd.DataFrame, most: int) -> pd.Index:
    """Draw the rows to show of each cell, always the same ones, and give them in the order of the table."""
    order = np.random.default_rng(0).permutation(len(keys))
    return keys.iloc[order].groupby(list(keys)).head(most).index.sort_values()


def _places(
    rows: pd.DataFrame, documents: pd.DataFrame, sentences: pd.DataFrame, *, full_text: bool
) -> list[_Place]:
    texts = part_texts(documents)
    around = sentences_around(rows, sentences)
    found = []
    for row, span in zip(rows.itertuples(), around.itertuples(), strict=True):
        text = texts[str(row.doc_id), str(row.part)]
        end = max(min(row.end, span.end), row.start)
        pieces = (text[span.begin : row.start], text[row.start : end], text[end : span.end])
        before, words, after = (_SPACE.sub(" ", piece) for piece in pieces)
        place = _Place(before.lstrip(), words, after.rstrip(), str(row.doc_id))
        found.append(place if full_text else _shortened(place))
    return found


def _shortened(place: _Place) -> _Place:
    """Give the place with a few words on either side; of a long one, its first words."""
    words = place.words.split()
    if len(words) > _WITHIN:
        return _Place("… " if place.before else "", " ".join(words[:_WITHIN]), " …", place.doc_id)
    before, after = _LAST.search(place.before), _FIRST.match(place.after)
    first, last = before.group() if before else "", after.group() if after else ""
    return _Place(
        "… " + first if len(first) < len(place.before) else first,
        place.words,
        last + " …" if len(last) < len(place.after) else last,
        place.doc_id,
    )


def _note(places: int, most: int, files: Mapping[str, str]) -> str:
    """Say how many sentences are shown of how many, and where all places are."""
    if not places:
        return "There are none."
    cap = "One" if most == 1 else f"At most {most:,}"
    links = " and ".join(f'<a href="{escape(address)}">{words}</a>' for words, address in files.items())
    all_of_them = f" All {places:,} places: {links}." if links else ""
    return f"{cap} of each, drawn at random.{all_of_them}"


def _html(one: _List, anchor: str, names: Mapping[str, str]) -> str:
    title = " · ".join(names.get(part, part) for part in one.key)
    items = "".join(f"<li>{_item(place)}</li>" for place in one.places)
    return (
        f'<div class="evidence" id="{anchor}"><p><b>{escape(title)}</b> '
        f"<span>{len(one.places):,} of {one.count:,}</span></p><ul>{items}</ul></div>\n"
    )


def _item(place: _Place) -> str:
    whole = not place.before and not place.after
    words = escape(place.words) if whole else f"<mark>{escape(place.words)}</mark>"
    said = escape(place.before) + words + escape(place.after)
    return f"{said} <cite>{escape(place.doc_id)}</cite>"


def _lines(one: _List) -> Iterator[str]:
    yield f"{', '.join(one.key)}: {len(one.places):,} of {one.count:,}"
    for place in one.places:
        yield f"  {place.before}{place.words}{place.after} ({place.doc_id})"
