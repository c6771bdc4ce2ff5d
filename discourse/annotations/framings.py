"""Where the words of frames stand, and whose words they are."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourse.annotations.matching import Hit, find_patterns
from discourse.annotations.mentions import in_force
from discourse.annotations.parts import Parts
from discourse.annotations.voices import Voices
from discourse.lexicons import Frames
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
    return _framings_table(parts, hits, statements, voices)


def _framings_table(parts: Parts, hits: Sequence[Hit], statements: pd.DataFrame, voices: Voices) -> pd.DataFrame:
    texts, starts = [hit.text for hit in hits], [hit.start for hit in hits]
    words = parts.word_at(texts, starts)
    rows = voices.word_statement[words]
    ids = np.append(statements["statement_id"].to_numpy(dtype=object), None)
    return table(
        "framings",
        {
            **parts.place(texts),
            "start": starts,
            "end": [hit.end for hit in hits],
            "term": [hit.pattern.text for hit in hits],
            "frame": [hit.pattern.owner for hit in hits],
            "sentence_id": parts.sentence_id[parts.sentence_at(texts, starts)],
            "statement_id": ids[rows],
            "voice": voices.at(words),
        },
    )
