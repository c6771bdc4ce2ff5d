"""Where the words of frames stand, whose words they are, and how they are used."""

import re
from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from discourse.annotations.matching import Hit, find_patterns
from discourse.annotations.mentions import in_force
from discourse.annotations.parts import Parts
from discourse.annotations.users import User, Users
from discourse.annotations.uses import PLAIN, Surroundings, Use, find_use, tight_quotation
from discourse.annotations.voices import Voices
from discourse.lexicons import Frame, Frames
from discourse.tables import table


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
    rows = parts.sentence_at([hit.text for hit in hits], [hit.start for hit in hits])
    sentences = list(zip(parts.sentence_start[rows].tolist(), parts.sentence_end[rows].tolist(), strict=True))
    near = {frame.id: _near(frame) for frame in frames if frame.near}
    kept = [
        i
        for i, (hit, (start, end)) in enumerate(zip(hits, sentences, strict=True))
        if hit.pattern.owner not in near or near[hit.pattern.owner].search(parts.texts[hit.text], start, end)
    ]
    hits, sentences = [hits[i] for i in kept], [sentences[i] for i in kept]
    uses = _uses(parts, hits, sentences)
    return _framings_table(
        parts, hits, rows[kept], Users(parts, mentions, statements, voices).of(hits, uses), uses
    )


def _one_a_frame(hits: Iterable[Hit]) -> list[Hit]:
    """Keep one hit of a frame at each place, that of its longest term: `invader*` rather than `invade*`."""
    kept: dict[tuple[int, int, str], Hit] = {}
    for hit in hits:
        place = hit.text, hit.start, hit.pattern.owner
        if place not in kept or len(hit.pattern.text) > len(kept[place].pattern.text):
            kept[place] = hit
    return list(kept.values())


def _uses(parts: Parts, hits: Sequence[Hit], sentences: Sequence[tuple[int, int]]) -> list[Use]:
    """Read the sentences in which something may decide a use; in the others it is plain."""
    begins = parts.offsets[[hit.text for hit in hits]] if hits else np.empty(0, dtype=np.int64)
    around = np.array(sentences, dtype=np.int64).reshape(-1, 2) + begins[:, None]
    words = np.array([(hit.start, hit.end) for hit in hits], dtype=np.int64).reshape(-1, 2) + begins[:, None]
    closer = Surroundings(parts.tokens, parts.offsets).may_decide(around, words)
    return [
        find_use(parts.texts[hit.text], sentence, hit.start, hit.end)
        if look or tight_quotation(parts.texts[hit.text], sentence, hit.start, hit.end)
        else PLAIN
        for hit, sentence, look in zip(hits, sentences, closer.tolist(), strict=True)
    ]


def _near(frame: Frame) -> re.Pattern[str]:
    """The words one of which must stand in the sentence."""
    words = (re.escape(w.text).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for w in frame.near)
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def _framings_table(
    parts: Parts, hits: Sequence[Hit], rows: np.ndarray, users: Sequence[User], uses: Sequence[Use]
) -> pd.DataFrame:
    return table(
        "framings",
        {
            **parts.place([hit.text for hit in hits]),
            "start": [hit.start for hit in hits],
            "end": [hit.end for hit in hits],
            "term": [hit.pattern.text for hit in hits],
            "frame": [hit.pattern.owner for hit in hits],
            "sentence_id": parts.sentence_id[rows],
            "statement_id": [user.statement_id for user in users],
            "voice": [user.voice for user in users],
            "use": [use.use for use in uses],
            "distanced_by": [user.distanced_by for user in users],
        },
    )
