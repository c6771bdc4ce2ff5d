"""Statements marked in a CSV file: `statements.csv` in a folder of texts.

Either with offsets, as the table `statements` has them: the columns `doc_id`, `speaker_spans`, `cue_spans` and
`content_spans`, with spans such as `[[0, 12], [20, 31]]`. Or with words, as `write_corrections` writes them: the
columns `doc_id`, `speaker`, `cue` and `content`, pieces apart from each other with ` | ` between them, and
`start` where the words stand in the text more than once. Rows with `remove` in a column `correction` are no
statements; rows of a title, and of statements nested in others (a column `via`), are left out.
"""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from discourse.annotations.corrections.correcting import places_of
from discourse.annotations.corrections.rows import PIECES
from discourse.annotations.statements.statement import Span
from discourse.errors import DiscourseError, ReadError, check_name
from discourse.training.marked import PARTS, MarkedStatement, MarkedText, check_spans, text_of, texts_in

FILE = "statements.csv"


def read_sheet(folder: Path) -> list[MarkedText]:
    """Read the texts of a folder that have rows in its `statements.csv`."""
    texts, marked = texts_in(folder), defaultdict(list)
    reader = csv.DictReader(io.StringIO(text_of(folder / FILE), newline=""))
    columns = reader.fieldnames or []
    with_spans = "content_spans" in columns
    wanted = ["doc_id", *(f"{part}_spans" if with_spans else part for part in PARTS)]
    lacking = [column for column in wanted if column not in columns]
    if lacking:
        raise ReadError(f"{FILE}, line 1: there is no column {', '.join(lacking)}")
    for row in _rows(reader):
        place = f"{FILE}, line {reader.line_num}"
        if _is_left_out(row):
            continue
        name = row["doc_id"] or ""
        try:
            check_name(name, texts, what="text")
        except DiscourseError as error:
            raise ReadError(f"{place}: {error}") from error
        read = _by_spans if with_spans else _by_words
        parts = read(row, texts[name], place)
        if not parts["content"]:
            raise ReadError(f"{place}: a statement needs a content")
        marked[name].append(MarkedStatement(**parts))
    return [MarkedText(name, texts[name], tuple(of)) for name, of in sorted(marked.items())]


def _rows(reader: csv.DictReader) -> Iterator[dict]:
    try:
        yield from reader
    except csv.Error as error:
        raise ReadError(f"{FILE}, line {reader.line_num}: this is no line of a CSV file ({error})") from error


def _is_left_out(row: dict) -> bool:
    """Whether a row was taken back, stands in a title, or is nested in another statement."""
    removed = (row.get("correction") or "").strip() == "remove"
    return removed or (row.get("part") or "body") != "body" or bool((row.get("via") or "").strip())


def _by_spans(row: dict, text: str, place: str) -> dict[str, tuple[Span, ...]]:
    parts = {}
    for part in PARTS:
        cell = row[f"{part}_spans"] or "[]"
        try:
            spans = [(int(start), int(end)) for start, end in json.loads(cell)]
        except (TypeError, ValueError) as error:
            raise ReadError(f"{place}: {part}_spans is {cell!r}; write it as [[0, 12], [20, 31]]") from error
        parts[part] = check_spans(spans, text, place)
    return parts


def _by_words(row: dict, text: str, place: str) -> dict[str, tuple[Span, ...]]:
    """The content where it stands, or stands next to `start`; cue and speaker next to the content."""
    start = (row.get("start") or "").strip()
    if start and not start.isdecimal():
        raise ReadError(f"{place}: 'start' is {start!r}; it is the number of a character, or empty")
    content = [_content(piece, text, start, place) for piece in _pieces(row, "content")]
    parts = {"content": tuple(sorted(set(content)))}
    for part in ("speaker", "cue"):
        found = (_beside(piece, part, text, content, place) for piece in _pieces(row, part))
        parts[part] = tuple(sorted(set(found)))
    return parts


def _pieces(row: dict, part: str) -> list[str]:
    return [piece.strip() for piece in (row[part] or "").split(PIECES) if piece.strip()]


def _content(piece: str, text: str, start: str, place: str) -> Span:
    found = _places(piece, "content", text, place)
    if len(found) > 1 and not start:
        raise ReadError(
            f"{place}: the content {piece!r} stands {len(found)} times in the text; give a 'start'"
        )
    return min(found, key=lambda span: abs(span[0] - int(start or 0)))


def _beside(piece: str, part: str, text: str, content: Sequence[Span], place: str) -> Span:
    def gap(span: Span) -> tuple[bool, int]:
        within = any(start < span[1] and span[0] < end for start, end in content)
        return within, min(max(start - span[1], span[0] - end, 0) for start, end in content or [(0, 0)])

    return min(_places(piece, part, text, place), key=gap)


def _places(piece: str, part: str, text: str, place: str) -> list[Span]:
    found = places_of(text, piece)
    if not found:
        raise ReadError(f"{place}: the {part} {piece!r} does not stand in the text")
    return found
