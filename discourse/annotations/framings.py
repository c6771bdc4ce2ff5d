"""Where the words of frames stand, whose words they are, and how they are used."""

import re
from operator import attrgetter

import numpy as np
import pandas as pd

from discourse.annotations.columns import Columns, coded, columns
from discourse.annotations.matching import Hits, find_patterns
from discourse.annotations.mentions import holding
from discourse.annotations.parts import Parts
from discourse.annotations.users import Users
from discourse.annotations.uses import PLAIN, Rules, Surroundings, Use, find_use, tight_quotation
from discourse.annotations.voices import Voices
from discourse.lexicons import Frame, Frames
from discourse.tables import USES

# In the time in which one sentence is read by all rules, a pass goes over so many units.
_UNITS_A_READING = 800


def find_framings(
    parts: Parts,
    documents: pd.DataFrame,
    frames: Frames,
    mentions: pd.DataFrame,
    statements: pd.DataFrame,
    voices: Voices,
) -> Columns:
    """Find the framings: one row for each place where a frame's word stands, decoys left out."""
    found = holding(find_patterns(parts.tokens, parts.texts, frames.patterns), parts, documents)
    hits = _with_near_words(parts, _one_a_frame(found), frames)
    sentences = parts.sentence_at(hits.text, hits.start)
    uses = _uses(parts, hits, sentences)
    used = np.zeros(len(hits), dtype=np.int64)
    used[list(uses)] = [USES.index(use.use) for use in uses.values()]
    return columns(
        "framings",
        {
            **parts.place(hits.text),
            "start": hits.start,
            "end": hits.end,
            "term": hits.category(attrgetter("text")),
            "frame": hits.category(attrgetter("owner")),
            "sentence_id": parts.sentence_id[sentences],
            "use": coded(used, USES),
            **Users(parts, mentions, statements, voices).of(hits, uses),
        },
    )


def _one_a_frame(hits: Hits) -> Hits:
    """Keep one hit of a frame at each place, that of its longest term: `invader*` rather than `invade*`."""
    rows = np.arange(len(hits))
    shared = np.flatnonzero(hits.shared("text", "start"))
    first: dict[tuple[int, int, str], int] = {}
    for row, hit in zip(shared.tolist(), hits.take(shared), strict=True):
        at = first.setdefault((hit.text, hit.start, hit.pattern.owner), row)
        if len(hit.pattern.text) > len(hits.patterns[hits.number[rows[at]]].text):
            rows[at] = row
        if row != at:
            rows[row] = -1
    return hits.take(rows[rows >= 0])


def _with_near_words(parts: Parts, hits: Hits, frames: Frames) -> Hits:
    """Leave out the hits of frames that want another word in the sentence where none of those stands."""
    near = {frame.id: _near(frame) for frame in frames if frame.near}
    if not near:
        return hits
    rows = parts.sentence_at(hits.text, hits.start)
    sentences = zip(parts.sentence_start[rows].tolist(), parts.sentence_end[rows].tolist(), strict=True)
    kept = [
        hit.pattern.owner not in near
        or near[hit.pattern.owner].search(parts.texts[hit.text], start, end) is not None
        for hit, (start, end) in zip(hits, sentences, strict=True)
    ]
    return hits.take(np.flatnonzero(kept))


def _near(frame: Frame) -> re.Pattern[str]:
    """The words one of which must stand in the sentence."""
    words = (re.escape(w.text).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for w in frame.near)
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def _uses(parts: Parts, hits: Hits, around: np.ndarray) -> dict[int, Use]:
    """Give the uses that are not plain, by the row of the hit: only what may decide one is read.

    `around` are the rows of the sentences.
    """
    sentences = np.stack([parts.sentence_start[around], parts.sentence_end[around]], axis=1)
    words = np.stack([hits.start, hits.end], axis=1)
    rows, sentences, asked = _to_read(parts, sentences, words, parts.offsets[hits.text][:, None])
    columns = (column.tolist() for column in (rows, hits.text[rows], sentences, words[rows], asked))
    uses = {}
    for row, text, sentence, (start, end), rules in zip(*columns, strict=True):
        if any(rules[:-1]) or tight_quotation(parts.texts[text], sentence, start, end):
            uses[row] = find_use(parts.texts[text], sentence, start, end, Rules(*rules))
    return {row: use for row, use in uses.items() if use != PLAIN}


def _to_read(
    parts: Parts, sentences: np.ndarray, words: np.ndarray, begins: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give the rows whose use may not be plain, what of their sentences is read, and the rules that may decide.

    Where few words are in a long text, to read all is less work than to find out which.
    """
    if len(words) * _UNITS_A_READING < len(parts.tokens.units.term):
        return np.arange(len(words)), sentences, np.ones((len(words), len(Rules._fields)), dtype=bool)
    rows, read_from, asked = Surroundings(parts.tokens).to_read(sentences + begins, words + begins)
    return rows, np.stack([read_from - begins[rows, 0], sentences[rows, 1]], axis=1), asked
