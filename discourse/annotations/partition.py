"""Annotating one partition of documents: the function that every engine runs.

Partitions know nothing of each other, so one process, several processes and a cluster give the same tables.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from discourse.annotations.attributions import find_attributions, resolve_again
from discourse.annotations.columns import Columns, Tables, coded, columns
from discourse.annotations.corrections import Corrections, corrected
from discourse.annotations.document_speakers import with_actors
from discourse.annotations.framings import find_framings
from discourse.annotations.garbage import garbage_left
from discourse.annotations.mentions import find_mentions
from discourse.annotations.parts import Parts, lay_out
from discourse.annotations.scoring import score_tone
from discourse.annotations.statements.tagging import StatementWeights
from discourse.annotations.tone.scorers import Scorer
from discourse.annotations.voices import Voices, find_voices
from discourse.lexicons import Actors, Cues, Frames
from discourse.tables import table


@dataclass(frozen=True)
class Task:
    """What is looked for: the lexicons, the scorers of tone by their names, and what the user has corrected.

    Without `cues` no statements are looked for; `weights` mend those that the rules find.
    """

    actors: Actors
    frames: Frames
    cues: Cues | None
    scorers: Mapping[str, Scorer]
    corrections: Corrections = field(default_factory=Corrections)
    weights: StatementWeights | None = None


@dataclass(frozen=True)
class Known:
    """What is known of a partition from an earlier run, and is not looked for again.

    `tables` hold as they are. Of `statements`, found with other actors, only who speaks is asked anew.
    """

    tables: Mapping[str, pd.DataFrame]
    statements: pd.DataFrame | None = None


NOTHING = Known({})


def annotate_partition(documents: pd.DataFrame, task: Task, known: Known = NOTHING) -> Tables:
    """Give every table of annotations for `documents`, by name; `joined` makes them tables of pandas.

    Meanwhile Python does not look for circular garbage: there is none, and looking costs a seventh of the time.
    """
    with garbage_left(aged=True):
        return _annotate(documents, task, known)


def _annotate(documents: pd.DataFrame, task: Task, known: Known) -> Tables:
    documents = with_actors(documents, task.actors)
    parts = lay_out(documents)
    tables: dict = {**known.tables, "documents": documents, "sentences": _sentences(parts)}
    if "mentions" not in tables:
        tables["mentions"], tables["problems"] = find_mentions(parts, documents, task.actors)
    if "statements" not in tables:
        found = _statements(parts, documents, tables["mentions"], task, known)
        tables["statements"], tables["speakers"], misfits = corrected(parts, *found, task.corrections)
        if len(misfits):
            tables["problems"] = pd.concat([tables["problems"], misfits], ignore_index=True)
    mentions, statements = tables["mentions"], tables["statements"]
    voices = find_voices(parts, documents, statements, reported=task.cues is not None)
    if "tokens" not in tables:
        tables["tokens"] = _tokens(parts, voices)
    if "framings" not in tables:
        tables["framings"] = find_framings(parts, documents, task.frames, mentions, statements, voices)
    if "tone" not in tables:
        tables["tone"] = score_tone(parts, documents, mentions, statements, voices, task.scorers)
    return tables


def _statements(
    parts: Parts, documents: pd.DataFrame, mentions: pd.DataFrame, task: Task, known: Known
) -> tuple[pd.DataFrame, pd.DataFrame]:
    if task.cues is None:
        return table("statements"), table("speakers")
    if known.statements is not None:
        return resolve_again(parts, documents, mentions, known.statements, task.actors)
    return find_attributions(parts, documents, mentions, task.actors, task.cues, task.weights)


def _sentences(parts: Parts) -> Columns:
    return columns(
        "sentences",
        {
            **parts.place(parts.sentence_text),
            "start": parts.sentence_start,
            "end": parts.sentence_end,
            "sentence_id": parts.sentence_id,
        },
    )


def _tokens(parts: Parts, voices: Voices) -> Columns:
    words = parts.tokens
    return columns(
        "tokens",
        {
            **parts.place_of_words(),
            "start": words.word_start,
            "end": words.word_end,
            "term": coded(words.word_term, words.terms),
            "sentence_id": np.repeat(parts.sentence_id, parts.words_of_sentences),
            "voice": coded(voices.word_voice, voices.names),
        },
    )
