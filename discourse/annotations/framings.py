"""Where the words of frames stand, whose words they are, and how they are used."""

import re
from collections.abc import Iterable, Sequence
from operator import itemgetter

import numpy as np
import pandas as pd

from discourse.annotations.matching import Hit, find_patterns
from discourse.annotations.mentions import in_force
from discourse.annotations.parts import Parts
from discourse.annotations.users import Users
from discourse.annotations.uses import PLAIN, Surroundings, Use, find_use, tight_quotation
from discourse.annotations.voices import Voices
from discourse.lexicons import Frame, Frames
from discourse.tables import USES, table


def find_framings(
    parts: Parts,
    documents: pd.DataFrame,
    frames: Frames,
    mentions: pd.DataFrame,
    statements: pd.DataFrame,
    voices: Voices,
) -> pd.DataFrame:
    """Find the framings: one row for each place where a frame's word stands, decoys left out."""
    dates = documents["date"].tolist()
    hits = _one_a_frame(
        hit
        for hit in find_patterns(parts.tokens, parts.texts, frames.patterns)
        if in_force(hit.pattern, dates[parts.documents[hit.text]])
    )
    hits = _with_near_words(parts, hits, frames)
    texts, starts, ends = _places(hits)
    uses = _uses(parts, texts, np.stack([starts, ends], axis=1))
    users = Users(parts, mentions, statements, voices).of(texts, starts, uses)
    used = np.zeros(len(hits), dtype=np.int64)
    used[list(uses)] = [USES.index(use.use) for use in uses.values()]
    return table(
        "framings",
        {
            **parts.place(texts),
            "start": starts,
            "end": ends,
            "term": [hit.pattern.text for hit in hits],
            "frame": [hit.pattern.owner for hit in hits],
            "sentence_id": parts.sentence_id[parts.sentence_at(texts, starts)],
            "use": pd.Categorical.from_codes(used, USES),
            **users,
        },
    )


def _one_a_frame(hits: Iterable[Hit]) -> list[Hit]:
    """Keep one hit of a frame at each place, that of its longest term: `invader*` rather than `invade*`."""
    kept: dict[tuple[int, int, str], Hit] = {}
    for hit in hits:
        place = hit.text, hit.start, hit.pattern.owner
        if place not in kept or len(hit.pattern.text) > len(kept[place].pattern.text):
            kept[place] = hit
    return list(kept.values())


def _with_near_words(parts: Parts, hits: list[Hit], frames: Frames) -> list[Hit]:
    """Leave out the hits of frames that want another word in the sentence where none of those stands."""
    near = {frame.id: _near(frame) for frame in frames if frame.near}
    if not near:
        return hits
    texts, starts, _ = _places(hits)
    rows = parts.sentence_at(texts, starts)
    sentences = zip(parts.sentence_start[rows].tolist(), parts.sentence_end[rows].tolist(), strict=True)
    return [
        hit
        for hit, (start, end) in zip(hits, sentences, strict=True)
        if hit.pattern.owner not in near or near[hit.pattern.owner].search(parts.texts[hit.text], start, end)
    ]


def _near(frame: Frame) -> re.Pattern[str]:
    """The words one of which must stand in the sentence."""
    words = (re.escape(w.text).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for w in frame.near)
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def _places(hits: Sequence[Hit]) -> np.ndarray:
    """The texts, the starts and the ends of hits, a row of each."""
    return np.array([np.fromiter(map(itemgetter(i), hits), np.int64, len(hits)) for i in range(3)])


def _uses(parts: Parts, texts: np.ndarray, words: np.ndarray) -> dict[int, Use]:
    """Give the uses that are not plain, by the number of the word: only what may decide one is read."""
    rows = parts.sentence_at(texts, words[:, 0])
    sentences = np.stack([parts.sentence_start[rows], parts.sentence_end[rows]], axis=1)
    begins = parts.offsets[texts][:, None]
    surroundings = Surroundings(parts.tokens, parts.chunks, parts.offsets)
    closer = surroundings.may_decide(sentences + begins, words + begins)
    uses = {}
    for i in np.flatnonzero(closer | surroundings.may_quote(sentences + begins, words + begins)).tolist():
        text, sentence, (start, end) = parts.texts[texts[i]], tuple(sentences[i].tolist()), words[i].tolist()
        if closer[i] or tight_quotation(text, sentence, start, end):
            uses[i] = find_use(text, sentence, start, end)
    return {i: use for i, use in uses.items() if use != PLAIN}
