"""Corrections carried out: the tables `statements` and `speakers` as the user wants them."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pandas as pd

from discourse.annotations.corrections.rows import Correction, Corrections, check_of
from discourse.annotations.parts import Parts
from discourse.errors import DiscourseError
from discourse.tables import TABLES, table

_MARKS = "\"“”„«»‹›「」『』‘''``"
_CERTAIN = 1.0

Spans = list[list[int]]


class _Change(NamedTuple):
    """What a row comes to: the statements it takes away (row numbers), and the one it puts in their place."""

    gone: list[int]
    statement: dict | None
    speakers: list[dict]


def corrected(
    parts: Parts, statements: pd.DataFrame, speakers: pd.DataFrame, corrections: Corrections
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Give the tables `statements` and `speakers` with the corrections carried out, and `problems`.

    A correction counts for its row only: pronouns further on in the text are not read anew.
    """
    changes, faults = [], []
    for doc_id in parts.doc_ids if corrections.rows else ():
        for row in corrections.by_document.get(doc_id, ()):
            try:
                changes.append(_change(parts, statements, row))
            except DiscourseError as fault:
                faults.append((doc_id, "corrections", str(fault), corrections.file, row.line))
    columns = ("doc_id", "stage", "reason", "file", "row")
    problems = table("problems", {column: [fault[i] for fault in faults] for i, column in enumerate(columns)})
    if not changes:
        return statements, speakers, problems
    return (*_carried_out(parts, statements, speakers, changes), problems)


def foreign(corrections: Corrections, doc_ids: Iterable[str]) -> pd.DataFrame:
    """Give `problems` for the rows whose document is not in the corpus."""
    known = set(doc_ids)
    rows = [row for row in corrections.rows if row.doc_id not in known]
    return table(
        "problems",
        {
            "doc_id": [row.doc_id for row in rows],
            "stage": ["corrections"] * len(rows),
            "reason": ["the corpus has no document of this name"] * len(rows),
            "file": [corrections.file] * len(rows),
            "row": [row.line for row in rows],
        },
    )


def _change(parts: Parts, statements: pd.DataFrame, row: Correction) -> _Change:
    number = parts.number.get((row.doc_id, row.part))
    if number is None:
        raise DiscourseError(f"the document has no {row.part}")
    text = parts.texts[number]
    gone = [] if row.verb == "add" else _statements_at(text, statements, row)
    if row.verb == "remove":
        return _Change(gone, None, [])
    name = statements["statement_id"].iloc[gone[0]] if gone else f"{row.doc_id}:corrections:{row.line}"
    via = statements["via"].iloc[gone[0]] if gone else None
    statement = _statement(text, row) | {"statement_id": name, "via": via}
    said = {"doc_id": row.doc_id, "statement_id": name, "text": statement["speaker"], "route": "correction"}
    return _Change(
        gone, statement, [said | {"actor": actor} for actor in row.actors or (None,) if row.speaker]
    )


def _statements_at(text: str, statements: pd.DataFrame, row: Correction) -> list[int]:
    """The statements found where the row says, if the text there is still the same."""
    if row.start is None or row.end is None:
        return []
    if row.end > len(text) or check_of(text, row.start, row.end) != row.check:
        raise DiscourseError(f"the text from {row.start} to {row.end} has changed since the row was written")
    here = (statements["doc_id"] == row.doc_id) & (statements["part"] == row.part)
    same = here & (statements["start"] == row.start) & (statements["end"] == row.end)
    return same.to_numpy().nonzero()[0].tolist()[:1]


def _statement(text: str, row: Correction) -> dict:
    """A row of `statements`, made from the words of a correction."""
    content = _places(text, row.content, row.start, "content")
    near = content[0][0] if row.start is None else row.start
    speaker = _places(text, row.speaker, near, "speaker")
    cue = _places(text, row.cue, near, "cue")
    spans = [*content, *speaker, *cue]
    return {
        "doc_id": row.doc_id,
        "part": row.part,
        "start": min(start for start, _ in spans),
        "end": max(end for _, end in spans),
        "speaker": " ".join(text[start:end] for start, end in speaker) or None,
        "speaker_spans": speaker,
        "actor": row.actors[0] if len(row.actors) == 1 else None,
        "cue": " ".join(text[start:end] for start, end in cue) or None,
        "cue_spans": cue,
        "cue_class": row.cue_class,
        "cue_negated": row.cue_negated,
        "content_spans": content,
        "kind": row.kind or _kind(row.content),
        "confidence": _CERTAIN,
    }


def _places(text: str, pieces: Sequence[str], near: int | None, column: str) -> Spans:
    """Where the pieces stand: each at the place nearest to `near`; without that, there must be one place only."""
    spans = []
    for piece in pieces:
        found = places_of(text, piece)
        if not found:
            raise DiscourseError(f"the {column} {piece!r} does not stand in the text")
        if near is None and len(found) > 1:
            raise DiscourseError(
                f"the {column} {piece!r} stands {len(found)} times in the text; give a 'start'"
            )
        spans.append(min(found, key=lambda span: abs(span[0] - (near or 0))))
    return [[start, end] for start, end in sorted(set(spans))]


def places_of(text: str, piece: str) -> list[tuple[int, int]]:
    """Give every place where a piece stands in a text, whatever blanks stand between its words."""
    return [match.span() for match in re.finditer(_any_blanks(piece), text)]


def _any_blanks(piece: str) -> str:
    """A pattern for the words of a piece, whatever blanks (or ends of lines) stand between them."""
    words = r"\s+".join(re.escape(word) for word in piece.split())
    before = r"(?<!\w)" if piece[0].isalnum() else ""
    behind = r"(?!\w)" if piece[-1].isalnum() else ""
    return before + words + behind


def _kind(content: Sequence[str]) -> str:
    if all(piece[0] in _MARKS for piece in content):
        return "direct"
    return "mixed" if any(mark in piece for piece in content for mark in _MARKS) else "indirect"


def _carried_out(parts, statements, speakers, changes) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Take away and put in; a statement nested in one that is gone stands by itself."""
    gone = sorted({row for change in changes for row in change.gone})
    touched = set(statements["statement_id"].iloc[gone])
    put = [change for change in changes if change.statement]
    kept = _records(statements.drop(index=statements.index[gone]))
    places = [row for row in range(len(statements)) if row not in set(gone)]
    places += [change.gone[0] if change.gone else len(statements) + i for i, change in enumerate(put)]
    rows = [*kept, *(change.statement for change in put)]
    keys = [
        (parts.number[row["doc_id"], row["part"]], place) for row, place in zip(rows, places, strict=True)
    ]
    rows = [row for _, row in sorted(zip(keys, rows, strict=True), key=lambda pair: pair[0])]
    rank = {row["statement_id"]: number for number, row in enumerate(rows)}
    for row in rows:
        row["via"] = row["via"] if row["via"] in rank else None
    said = _records(speakers[~speakers["statement_id"].isin(touched)])
    said += [speaker for change in put for speaker in change.speakers]
    said.sort(key=lambda row: rank[row["statement_id"]])
    return _table("statements", rows), _table("speakers", said)


def _records(frame: pd.DataFrame) -> list[dict]:
    return frame.astype(object).to_dict("records")


def _table(name: str, rows: Sequence[dict]) -> pd.DataFrame:
    columns = TABLES[name].columns
    return table(name, {column: [_none(row.get(column)) for row in rows] for column in columns})


def _none(value):
    return None if isinstance(value, float) and pd.isna(value) else value
