"""Where the words of frames stand, whose words they are, and how they are used."""

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourse.annotations.matching import Hit, find_patterns
from discourse.annotations.mentions import in_force
from discourse.annotations.parts import Parts
from discourse.annotations.uses import Use, find_use
from discourse.annotations.voices import Voices
from discourse.lexicons import Frame, Frames
from discourse.tables import table


def find_framings(
    parts: Parts, documents: pd.DataFrame, frames: Frames, statements: pd.DataFrame, voices: Voices
) -> pd.DataFrame:
    """Find the framings: one row for each place where a frame's word stands, decoys left out."""
    dates = documents["date"].tolist()
    hits = [
        hit
        for hit in find_patterns(parts.tokens, parts.texts, frames.patterns)
        if in_force(hit.pattern, dates[parts.documents[hit.text]])
    ]
    rows = parts.sentence_at([hit.text for hit in hits], [hit.start for hit in hits])
    sentences = list(zip(parts.sentence_start[rows].tolist(), parts.sentence_end[rows].tolist(), strict=True))
    near = {frame.id: _near(frame) for frame in frames if frame.near}
    kept = [
        i
        for i, (hit, (start, end)) in enumerate(zip(hits, sentences, strict=True))
        if hit.pattern.owner not in near or near[hit.pattern.owner].search(parts.texts[hit.text], start, end)
    ]
    return _framings_table(
        parts, [hits[i] for i in kept], rows[kept], [sentences[i] for i in kept], statements, voices
    )


def _near(frame: Frame) -> re.Pattern[str]:
    """The words one of which must stand in the sentence."""
    words = (re.escape(w.text).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for w in frame.near)
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def _framings_table(
    parts: Parts,
    hits: Sequence[Hit],
    rows: np.ndarray,
    sentences: Sequence[tuple[int, int]],
    statements: pd.DataFrame,
    voices: Voices,
) -> pd.DataFrame:
    texts, starts = [hit.text for hit in hits], [hit.start for hit in hits]
    words = parts.word_at(texts, starts)
    statement = voices.word_statement[words]
    ids = np.array([*statements["statement_id"], None], dtype=object)
    uses = [
        find_use(parts.texts[hit.text], sentence, hit.start, hit.end)
        for hit, sentence in zip(hits, sentences, strict=True)
    ]
    return table(
        "framings",
        {
            **parts.place(texts),
            "start": starts,
            "end": [hit.end for hit in hits],
            "term": [hit.pattern.text for hit in hits],
            "frame": [hit.pattern.owner for hit in hits],
            "sentence_id": parts.sentence_id[rows],
            "statement_id": ids[statement],
            "voice": voices.at(words),
            "use": [use.use for use in uses],
            "distanced_by": _distanced_by(parts, texts, uses, statement, statements, voices),
        },
    )


def _distanced_by(
    parts: Parts,
    texts: Sequence[int],
    uses: Sequence[Use],
    statement: np.ndarray,
    statements: pd.DataFrame,
    voices: Voices,
) -> list[str | None]:
    """Who holds each word at arm's length: whoever's words the distancing phrase is in.

    Quotation marks tight around a word within reported words are the reporter's; round a whole direct
    quotation they only quote.
    """
    kinds = statements["kind"].astype(object).tolist()
    places = [0 if use.distanced_at is None else use.distanced_at for use in uses]
    around = np.asarray(voices.names, dtype=object)[voices.word_voice[parts.word_at(texts, places)]]
    reporters = _reporters(parts, statements, voices)
    found: list[str | None] = []
    for text, use, row, voice in zip(texts, uses, statement.tolist(), around, strict=True):
        if use.distanced_at is None:
            found.append(None)
        elif row < 0 or parts.texts[text][use.distanced_at].isalnum():
            found.append(voice)
        else:
            found.append(None if kinds[row] == "direct" else reporters[row])
    return found


def _reporters(parts: Parts, statements: pd.DataFrame, voices: Voices) -> list[str]:
    """Who reports each statement: the speaker of the one it is nested in, or the document's own voice."""
    numbers = [parts.number[key] for key in zip(statements["doc_id"], statements["part"], strict=True)]
    own = [voices.own[parts.documents[number]] for number in numbers]
    actors = dict(zip(statements["statement_id"], statements["actor"], strict=True))
    outer = [actors.get(via) for via in statements["via"]]
    return [actor if isinstance(actor, str) else voice for actor, voice in zip(outer, own, strict=True)]
