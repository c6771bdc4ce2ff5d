"""The tables `statements` and `speakers`: what was said, and which actors stand behind the speakers' words."""

from collections.abc import Sequence

import pandas as pd

from discourse.annotations.columns import tabled
from discourse.annotations.parts import Parts
from discourse.annotations.speakers import Asked, Speaker, resolve_speakers
from discourse.annotations.statements import (
    Quotation,
    Reading,
    Statement,
    cut_all,
    quotations_in,
    read,
    statements_in,
)
from discourse.annotations.statements.statement import Span
from discourse.annotations.statements.tagging import StatementWeights, tagged_in
from discourse.lexicons import Actors, Cues
from discourse.tables import table


def find_attributions(
    parts: Parts,
    documents: pd.DataFrame,
    mentions: pd.DataFrame,
    actors: Actors,
    cues: Cues,
    weights: StatementWeights | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Find the statements of a partition; give the tables `statements` and `speakers`."""
    texts: list[int] = []
    found: list[Statement] = []
    ids: list[str] = []
    vias: list[str | None] = []
    quotations: dict[int, list[Quotation]] = {}
    for text, tokens in enumerate(cut_all(parts.texts, parts.chunks, cues.triggers)):
        reading = read(parts.texts[text], parts.sentences_of(text), tokens)
        statements = statements_in(reading, cues) if weights is None else tagged_in(reading, cues, weights)
        if not statements:
            continue
        quotations[text] = _quotations(reading)
        names = _identifiers(parts, text, len(statements))
        texts += [text] * len(statements)
        found += statements
        ids += names
        vias += [None if s.via is None else names[s.via] for s in statements]
    quoted = _are_quoted(ids, vias, [statement.kind for statement in found])
    questions = zip(texts, [statement.speaker_spans for statement in found], quoted, strict=True)
    asked = [Asked(*question) for question in questions]
    speakers = resolve_speakers(parts, documents, mentions, asked, actors, quotations)
    return _statements_table(parts, texts, found, ids, vias, speakers), _speakers_table(
        parts, texts, ids, speakers
    )


def _quotations(reading: Reading) -> list[Quotation]:
    """The quotations of a text as it stands; what looks like a tag was blank when it was read."""
    return quotations_in(reading.text, reading.sentences) if "<" in reading.text else reading.quotations


def resolve_again(
    parts: Parts, documents: pd.DataFrame, mentions: pd.DataFrame, statements: pd.DataFrame, actors: Actors
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the tables `statements` and `speakers` of statements found before, resolved to other actors."""
    texts = parts.numbers_of(statements).tolist()
    spans = [tuple(map(tuple, of)) for of in statements["speaker_spans"]]
    quoted = _are_quoted(*(statements[column].tolist() for column in ("statement_id", "via", "kind")))
    questions = zip(texts, spans, quoted, strict=True)
    asked = [Asked(*question) for question in questions]
    quotations = {text: quotations_in(parts.texts[text], parts.sentences_of(text)) for text in set(texts)}
    speakers = resolve_speakers(parts, documents, mentions, asked, actors, quotations)
    resolved = statements.assign(actor=[_only_actor(of) for of in speakers])
    ids = statements["statement_id"].tolist()
    return table("statements", dict(resolved)), _speakers_table(parts, texts, ids, speakers)


def _are_quoted(ids: Sequence[str], vias: Sequence[str | None], kinds: Sequence[str]) -> list[bool]:
    """Whether each statement is nested in a direct quotation."""
    direct = {statement_id for statement_id, kind in zip(ids, kinds, strict=True) if kind == "direct"}
    return [via in direct for via in vias]


def _identifiers(parts: Parts, text: int, n: int) -> list[str]:
    """`doc_id:3` for the third statement of a body, `doc_id:title:1` for the first of a headline."""
    document = parts.doc_ids[parts.documents[text]]
    within = document if parts.names[text] else f"{document}:title"
    return [f"{within}:{number}" for number in range(1, n + 1)]


def _statements_table(parts, texts, found, ids, vias, speakers):
    reaches = [_reach(statement) for statement in found]
    return tabled(
        "statements",
        {
            **parts.place(texts),
            "start": [start for start, _ in reaches],
            "end": [end for _, end in reaches],
            "statement_id": ids,
            "speaker": [_words(parts.texts[t], s.speaker_spans) for t, s in zip(texts, found, strict=True)],
            "speaker_spans": [_lists(s.speaker_spans) for s in found],
            "actor": [_only_actor(of) for of in speakers],
            "cue": [_words(parts.texts[t], s.cue_spans) for t, s in zip(texts, found, strict=True)],
            "cue_spans": [_lists(s.cue_spans) for s in found],
            "cue_class": [s.cue_class for s in found],
            "cue_negated": [s.cue_negated for s in found],
            "content_spans": [_lists(s.content_spans) for s in found],
            "kind": [s.kind for s in found],
            "via": vias,
            "confidence": [s.confidence for s in found],
        },
    )


def _speakers_table(parts, texts, ids, speakers):
    rows = [
        (parts.doc_ids[parts.documents[text]], statement_id, *speaker)
        for text, statement_id, of in zip(texts, ids, speakers, strict=True)
        for speaker in of
    ]
    columns = ("doc_id", "statement_id", "text", "actor", "route")
    return table("speakers", {column: [row[i] for row in rows] for i, column in enumerate(columns)})


def _reach(statement: Statement) -> Span:
    """From the first to the last word of speaker, cue and content, of which each goes from left to right."""
    parts = (statement.speaker_spans, statement.cue_spans, statement.content_spans)
    there = [part for part in parts if part]
    return min([part[0][0] for part in there]), max([part[-1][1] for part in there])


def _words(text, spans) -> str | None:
    """The words of some spans, joined by a blank; None where there are none."""
    if len(spans) == 1:
        return text[slice(*spans[0])] or None
    return " ".join([text[start:end] for start, end in spans]) or None


def _lists(spans) -> list[list[int]]:
    return list(map(list, spans))


def _only_actor(speakers: list[Speaker]) -> str | None:
    """The one actor of a statement; None if its speakers are several or not in the registry."""
    return speakers[0].actor if len(speakers) == 1 else None
