"""The tone of sentences, of statements, and toward the actors that a sentence names."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from discourse.annotations.parts import Parts
from discourse.annotations.tone.scorers import Scorer
from discourse.annotations.tone.scores import checked
from discourse.annotations.voices import NOBODY, Voices
from discourse.tables import table

_SCORES = ("polarity", "subjectivity", "label", "probability", "evidence")
_ABOUT = ("of", "toward", "statement_id", "kind", "sentence_id")


def score_tone(
    parts: Parts,
    documents: pd.DataFrame,
    mentions: pd.DataFrame,
    statements: pd.DataFrame,
    voices: Voices,
    scorers: Mapping[str, Scorer],
) -> pd.DataFrame:
    """Score three kinds of spans; give the table `tone`, in each document the scorers one below the other.

    * each sentence; in a speech it is *of* the document's actor;
    * the content of each statement, *of* its actor, with `statement_id` and `kind`;
    * what is said around each mention, *toward* the actor mentioned and *of* whoever says it: in a
      statement its cue and content, elsewhere the sentence. An actor named twice there counts once.
    """
    spans = pd.concat(
        [
            _sentences(parts, documents),
            _contents(parts, statements),
            _mentioned(parts, mentions, statements, voices),
        ],
        ignore_index=True,
    )
    scored = [checked(scorer(spans[["text", "start", "end", "own"]]), spans) for scorer in scorers.values()]
    every = np.tile(np.arange(len(spans)), len(scorers))
    scores = table(
        "tone",
        {
            **parts.place(spans["part_number"].to_numpy()[every]),
            "start": spans["begin"].to_numpy()[every],
            "end": spans["stop"].to_numpy()[every],
            **{column: pd.concat([one[column] for one in scored]) for column in _SCORES},
            "scorer": np.repeat(np.array(list(scorers), dtype=object), len(spans)),
            **{column: spans[column].to_numpy()[every] for column in _ABOUT},
        },
    )
    order = np.argsort(scores["doc_id"].cat.codes, kind="stable")
    return scores.iloc[order].reset_index(drop=True)


def _spans(parts: Parts, numbers, begins, stops, **columns) -> pd.DataFrame:
    """One row per span of a part, with its text; what is not given is missing."""
    missing = {"start": np.nan, "end": np.nan, "own": None, **dict.fromkeys(_ABOUT)}
    texts = [parts.texts[n][s:e] for n, s, e in zip(numbers, begins, stops, strict=True)]
    place = {"part_number": numbers, "begin": begins, "stop": stops, "text": pd.Series(texts, dtype=object)}
    return pd.DataFrame({**place, **missing, **columns})


def _sentences(parts, documents):
    """Every sentence; what speaks in a speech is the document's actor."""
    actors = documents["actor"].to_numpy(dtype=object)
    return _spans(
        parts,
        parts.sentence_text,
        parts.sentence_start,
        parts.sentence_end,
        sentence_id=parts.sentence_id,
        of=actors[parts.documents[parts.sentence_text]],
    )


def _contents(parts, statements):
    """The content of every statement, its pieces joined by a blank."""
    numbers = parts.numbers_of(statements).tolist()
    contents = statements["content_spans"].tolist()
    begins = [spans[0][0] for spans in contents]
    texts = [
        " ".join(parts.texts[number][start:end] for start, end in spans)
        for number, spans in zip(numbers, contents, strict=True)
    ]
    return _spans(
        parts,
        numbers,
        begins,
        [spans[-1][1] for spans in contents],
        text=pd.Series(texts, dtype=object),
        sentence_id=parts.sentence_id[parts.sentence_at(numbers, begins)],
        statement_id=statements["statement_id"].to_numpy(dtype=object),
        kind=statements["kind"].to_numpy(dtype=object),
        of=statements["actor"].to_numpy(dtype=object),
    )


def _mentioned(parts, mentions, statements, voices):
    """What is said around each mention, by whoever says it."""
    numbers = parts.numbers_of(mentions)
    starts = mentions["start"].to_numpy()
    words = parts.word_at(numbers, starts)
    keys = mentions[["doc_id", "sentence_id", "actor"]].assign(statement=voices.word_statement[words])
    first = np.flatnonzero(~keys.duplicated().to_numpy())
    numbers, starts, words = numbers[first], starts[first], words[first]
    rows, statement = parts.sentence_at(numbers, starts), voices.word_statement[words]
    begins, stops = _surroundings(parts, statements, rows, statement, starts)
    speaker = _speaker_words(parts, statements)
    none = [None]
    return _spans(
        parts,
        numbers,
        begins,
        stops,
        start=(starts - begins).astype(float),
        end=np.minimum(mentions["end"].to_numpy()[first], stops) - begins.astype(float),
        own=[True if named else None for named in speaker[words]],
        sentence_id=mentions["sentence_id"].to_numpy()[first],
        statement_id=np.array([*statements["statement_id"], *none], dtype=object)[statement],
        kind=np.array([*statements["kind"], *none], dtype=object)[statement],
        of=np.array(voices.names, dtype=object)[voices.word_voice[words]],
        toward=mentions["actor"].to_numpy(dtype=object)[first],
    )


def _surroundings(parts, statements, rows, statement, starts):
    """From where to where the words around each mention are those of its voice, within the sentence.

    In a statement they run from the cue through the piece of the content with the mention, or the other
    way round: *accused Ann of fraud* is what the accuser says of Ann.
    """
    begins, stops = parts.sentence_start[rows].copy(), parts.sentence_end[rows].copy()
    cues, contents = statements["cue_spans"].tolist(), statements["content_spans"].tolist()
    for place in np.flatnonzero(statement != NOBODY):
        row, at = statement[place], starts[place]
        around = [span for span in contents[row] if span[0] <= at < span[1]]
        inside = [s for s in cues[row] if begins[place] <= s[0] and s[1] <= stops[place]]
        pieces = [*around, *inside] if around else []
        if pieces:
            begins[place] = max(begins[place], min(start for start, _ in pieces))
            stops[place] = min(stops[place], max(end for _, end in pieces))
    return begins, stops


def _speaker_words(parts: Parts, statements: pd.DataFrame) -> np.ndarray:
    """Tell for each word of the partition whether it names the speaker of a statement."""
    numbers = parts.numbers_of(statements).tolist()
    spans = [
        (number, start, end)
        for number, of_one in zip(numbers, statements["speaker_spans"], strict=True)
        for start, end in of_one
    ]
    found = np.zeros(len(parts.tokens.word_text), dtype=bool)
    texts = [number for number, _, _ in spans]
    first = parts.word_at(texts, [start for _, start, _ in spans])
    last = parts.word_at(texts, [end - 1 for _, _, end in spans])
    for begin, end in zip(first.tolist(), last.tolist(), strict=True):
        found[max(begin, 0) : end + 1] = True
    return found
