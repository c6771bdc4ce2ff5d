"""Annotating one partition of documents: the function that every engine runs.

Partitions know nothing of each other, so one process, several processes and a cluster give the same tables.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from discourse.annotations.attributions import find_attributions
from discourse.annotations.corrections import Corrections, corrected
from discourse.annotations.document_speakers import with_actors
from discourse.annotations.framings import find_framings
from discourse.annotations.mentions import find_mentions
from discourse.annotations.parts import Parts, lay_out
from discourse.annotations.scoring import score_tone
from discourse.annotations.tone.scorers import Scorer
from discourse.annotations.voices import Voices, find_voices
from discourse.lexicons import Actors, Cues, Frames
from discourse.tables import table


@dataclass(frozen=True)
class Task:
    """What is looked for: the lexicons, and the scorers of tone by their names, and what the user has corrected."""

    actors: Actors
    frames: Frames
    cues: Cues
    scorers: Mapping[str, Scorer]
    corrections: Corrections = field(default_factory=Corrections)


def annotate_partition(documents: pd.DataFrame, task: Task) -> dict[str, pd.DataFrame]:
    """Give every table of annotations for `documents`, by name."""
    documents = with_actors(documents, task.actors)
    parts = lay_out(documents)
    mentions, problems = find_mentions(parts, documents, task.actors)
    statements, speakers = find_attributions(parts, documents, mentions, task.actors, task.cues)
    statements, speakers, misfits = corrected(parts, statements, speakers, task.corrections)
    voices = find_voices(parts, documents, statements)
    return {
        "documents": documents,
        "sentences": _sentences(parts),
        "tokens": _tokens(parts, voices),
        "mentions": mentions,
        "statements": statements,
        "speakers": speakers,
        "framings": find_framings(parts, documents, task.frames, mentions, statements, voices),
        "tone": score_tone(parts, documents, mentions, statements, voices, task.scorers),
        "problems": pd.concat([problems, misfits], ignore_index=True) if len(misfits) else problems,
    }


def _sentences(parts: Parts) -> pd.DataFrame:
    return table(
        "sentences",
        {
            **parts.place(parts.sentence_text),
            "start": parts.sentence_start,
            "end": parts.sentence_end,
            "sentence_id": parts.sentence_id,
        },
    )


def _tokens(parts: Parts, voices: Voices) -> pd.DataFrame:
    words = parts.tokens
    return table(
        "tokens",
        {
            **parts.place(words.word_text),
            "start": words.word_start,
            "end": words.word_end,
            "term": pd.Categorical.from_codes(words.word_term, categories=words.terms),
            "sentence_id": parts.sentence_id[parts.sentence_at(words.word_text, words.word_start)],
            "voice": pd.Categorical.from_codes(voices.word_voice, categories=voices.names),
        },
    )
