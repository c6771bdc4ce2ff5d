"""The tone of sentences, of statements, and toward the actors that a sentence names."""

import numpy as np
import pandas as pd

from discourse.annotations.parts import Parts
from discourse.annotations.tone.scorers import Scorer
from discourse.annotations.tone.scores import checked
from discourse.tables import table

_SCORES = ("polarity", "subjectivity", "label", "probability", "evidence")


def score_tone(
    parts: Parts,
    documents: pd.DataFrame,
    mentions: pd.DataFrame,
    statements: pd.DataFrame,
    *,
    scorer: Scorer,
    name: str,
) -> pd.DataFrame:
    """Score three kinds of spans; give the table `tone`.

    * each sentence; in a speech it is *of* the document's actor;
    * the content of each statement, *of* its actor, with the `statement_id`;
    * the sentence around each mention, *toward* the actor mentioned (one row per sentence and actor).
    """
    spans = pd.concat(
        [_sentences(parts, documents), _contents(parts, statements), _mentioned(parts, mentions)],
        ignore_index=True,
    )
    scored = checked(scorer(spans[["text", "start", "end"]]), spans)
    place = {column: spans[column] for column in ("sentence_id", "statement_id", "of", "toward")}
    return table(
        "tone",
        {
            **parts.place(spans["part_number"]),
            "start": spans["begin"],
            "end": spans["stop"],
            **{column: scored[column] for column in _SCORES},
            "scorer": [name] * len(spans),
            **place,
        },
    )


def _sentences(parts, documents):
    """Every sentence; what speaks in a speech is the document's actor."""
    actors = documents["actor"].to_numpy(dtype=object)
    return pd.DataFrame(
        {
            "part_number": parts.sentence_text,
            "begin": parts.sentence_start,
            "stop": parts.sentence_end,
            "text": [
                parts.texts[text][start:end]
                for text, start, end in zip(
                    parts.sentence_text, parts.sentence_start, parts.sentence_end, strict=True
                )
            ],
            "start": np.nan,
            "end": np.nan,
            "sentence_id": parts.sentence_id,
            "statement_id": None,
            "of": actors[parts.documents[parts.sentence_text]],
            "toward": None,
        }
    )


def _contents(parts, statements):
    """The content of every statement, its pieces joined by a blank."""
    numbers = [parts.number[key] for key in zip(statements["doc_id"], statements["part"], strict=True)]
    contents = [
        " ".join(parts.texts[number][start:end] for start, end in spans)
        for number, spans in zip(numbers, statements["content_spans"], strict=True)
    ]
    begins = [spans[0][0] for spans in statements["content_spans"]]
    return pd.DataFrame(
        {
            "part_number": numbers,
            "begin": begins,
            "stop": [spans[-1][1] for spans in statements["content_spans"]],
            "text": contents,
            "start": np.nan,
            "end": np.nan,
            "sentence_id": parts.sentence_id[parts.sentence_at(numbers, begins)],
            "statement_id": statements["statement_id"].to_numpy(dtype=object),
            "of": statements["actor"].to_numpy(dtype=object),
            "toward": None,
        }
    )


def _mentioned(parts, mentions):
    """The sentence around each mention; an actor named twice in a sentence counts once."""
    first = mentions.drop_duplicates(["doc_id", "sentence_id", "actor"])
    numbers = [parts.number[key] for key in zip(first["doc_id"], first["part"], strict=True)]
    rows = parts.sentence_at(numbers, first["start"])
    begins, ends = parts.sentence_start[rows], parts.sentence_end[rows]
    return pd.DataFrame(
        {
            "part_number": numbers,
            "begin": begins,
            "stop": ends,
            "text": [parts.texts[n][s:e] for n, s, e in zip(numbers, begins, ends, strict=True)],
            "start": (first["start"].to_numpy() - begins).astype(float),
            "end": (first["end"].to_numpy() - begins).astype(float),
            "sentence_id": first["sentence_id"].to_numpy(),
            "statement_id": None,
            "of": None,
            "toward": first["actor"].to_numpy(dtype=object),
        }
    )
