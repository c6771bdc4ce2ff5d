"""The tone of sentences, of statements, and toward the actors that a sentence names."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from discourse.annotations.columns import Coded, Columns, coded, columns
from discourse.annotations.parts import Parts, spread
from discourse.annotations.tone.scorers import Scorer
from discourse.annotations.tone.scores import COLUMNS, checked
from discourse.annotations.tone.textblob_scorer import textblob, textblob_at
from discourse.annotations.voices import NOBODY, Voices

Span = Sequence[int]


def score_tone(
    parts: Parts,
    documents: pd.DataFrame,
    mentions: pd.DataFrame,
    statements: pd.DataFrame,
    voices: Voices,
    scorers: Mapping[str, Scorer],
) -> Columns:
    """Score three kinds of spans; give the table `tone`, in each document the scorers one below the other.

    * each sentence; in a speech it is *of* the document's actor;
    * the content of each statement, *of* its actor, with `statement_id` and `kind`;
    * what is said around each mention, *toward* the actor mentioned and *of* whoever says it: in a
      statement its cue and content, elsewhere the sentence. An actor named twice there counts once.
    """
    spans = _together(
        _sentences(parts, documents, voices),
        _contents(parts, statements, voices),
        _mentioned(parts, mentions, statements, voices),
    )
    scored = [_scored(scorer, parts, spans) for scorer in scorers.values()]
    n = len(spans.part)
    rows = np.argsort(np.tile(parts.documents[spans.part], len(scorers)), kind="stable")
    span = rows % max(n, 1)
    statement = spans.statement[span]
    return columns(
        "tone",
        {
            **parts.place(spans.part[span]),
            "start": spans.begin[span],
            "end": spans.stop[span],
            **{column: _below([one[column] for one in scored])[rows] for column in COLUMNS},
            "scorer": coded(rows // max(n, 1), list(scorers)),
            "of": coded(spans.of[span], voices.names),
            "toward": _chosen(mentions["actor"], spans.mention[span]),
            "statement_id": statements["statement_id"].array.take(statement, allow_fill=True),
            "kind": _chosen(statements["kind"], statement),
            "sentence_id": spans.sentence_id[span],
        },
    )


def _scored(scorer: Scorer, parts: Parts, spans: "_Spans") -> Mapping[str, np.ndarray | ExtensionArray]:
    """Have spans scored; TextBlob, which all corpora are scored by, is spared cutting their words once more."""
    if scorer is textblob:
        at = parts.offsets[spans.part]
        whole = pd.isna(spans.joined)
        return textblob_at(
            parts.chunks, np.where(whole, at + spans.begin, -1), at + spans.stop, _words(parts, spans)
        )
    texts = pd.Series(_words(parts, spans)(np.arange(len(spans.part))), dtype=object)
    own = np.array([None, True], dtype=object)[spans.own.astype(int)]
    asked = pd.DataFrame({"text": texts, "start": spans.start, "end": spans.end, "own": own})
    result = checked(scorer(asked), asked)
    return {column: result[column].array for column in COLUMNS}


def _below(columns: Sequence[np.ndarray | ExtensionArray]) -> np.ndarray | ExtensionArray:
    """Put columns one below the other."""
    return columns[0] if len(columns) == 1 else pd.concat([pd.Series(column) for column in columns]).array


class _Spans(NamedTuple):
    """Spans to be scored, as columns: where they stand, and what a scorer is told of the actor in them.

    `joined` are the words of those that are several pieces of the text, `of` is a code of the voices, `statement` and
    `mention` are rows of their tables (-1: none).
    """

    part: np.ndarray
    begin: np.ndarray
    stop: np.ndarray
    sentence_id: np.ndarray
    of: np.ndarray
    joined: np.ndarray
    start: np.ndarray
    end: np.ndarray
    own: np.ndarray
    statement: np.ndarray
    mention: np.ndarray


def _spans(part: np.ndarray, begin: np.ndarray, stop: np.ndarray, **columns: np.ndarray) -> _Spans:
    """Make spans; what is not given is missing."""
    n = len(part)
    nowhere, nothing = np.full(n, np.nan), np.full(n, NOBODY)
    missing = {"joined": np.full(n, None), "start": nowhere, "end": nowhere, "own": np.zeros(n, dtype=bool)}
    return _Spans(part, begin, stop, **{**missing, "statement": nothing, "mention": nothing, **columns})


def _together(*kinds: _Spans) -> _Spans:
    return _Spans(*map(np.concatenate, zip(*kinds, strict=True)))


def _chosen(column: pd.Series, rows: np.ndarray) -> Coded:
    """Give the values of a column of categories in some rows; in row -1 it is missing."""
    codes = np.append(column.array.codes, NOBODY)[rows]
    return coded(codes, column.array.categories)


def _words(parts: Parts, spans: _Spans) -> Callable[[np.ndarray], list[str]]:
    """Give what tells the words of some spans by their numbers."""

    def words(rows: np.ndarray) -> list[str]:
        columns = (column[rows].tolist() for column in (spans.joined, spans.part, spans.begin, spans.stop))
        places = zip(*columns, strict=True)
        return [joined or parts.texts[part][begin:stop] for joined, part, begin, stop in places]

    return words


def _sentences(parts: Parts, documents: pd.DataFrame, voices: Voices) -> _Spans:
    """Every sentence; what speaks in a speech is the document's actor."""
    return _spans(
        parts.sentence_text,
        parts.sentence_start,
        parts.sentence_end,
        sentence_id=parts.sentence_id,
        of=voices.codes_of(documents["actor"])[parts.documents[parts.sentence_text]],
    )


def _contents(parts: Parts, statements: pd.DataFrame, voices: Voices) -> _Spans:
    """The content of every statement, its pieces joined by a blank."""
    numbers = parts.numbers_of(statements)
    contents = statements["content_spans"].tolist()
    begins = np.array([spans[0][0] for spans in contents], dtype=np.int64)
    joined = [
        " ".join([parts.texts[number][start:end] for start, end in spans]) if len(spans) > 1 else None
        for number, spans in zip(numbers.tolist(), contents, strict=True)
    ]
    return _spans(
        numbers,
        begins,
        np.array([spans[-1][1] for spans in contents], dtype=np.int64),
        joined=np.array(joined, dtype=object),
        sentence_id=parts.sentence_id[parts.sentence_at(numbers, begins)],
        of=voices.codes_of(statements["actor"]),
        statement=np.arange(len(statements)),
    )


def _mentioned(parts: Parts, mentions: pd.DataFrame, statements: pd.DataFrame, voices: Voices) -> _Spans:
    """What is said around each mention, by whoever says it."""
    numbers = parts.numbers_of(mentions)
    starts = mentions["start"].to_numpy()
    rows, words = parts.sentence_at(numbers, starts), parts.word_at(numbers, starts)
    first = _first_each(rows, mentions["actor"].array.codes, voices.word_statement[words])
    numbers, starts, rows, words = numbers[first], starts[first], rows[first], words[first]
    statement = voices.word_statement[words]
    begins, stops = _surroundings(parts, statements, rows, statement, starts)
    return _spans(
        numbers,
        begins,
        stops,
        start=(starts - begins).astype(float),
        end=np.minimum(mentions["end"].to_numpy()[first], stops) - begins.astype(float),
        own=_name_speakers(parts, statements, words),
        sentence_id=mentions["sentence_id"].to_numpy()[first],
        of=voices.word_voice[words],
        statement=statement,
        mention=first,
    )


def _first_each(*columns: np.ndarray) -> np.ndarray:
    """Give the first row of each group of rows that are the same in all columns (of numbers from -1 on)."""
    key = np.zeros(len(columns[0]), dtype=np.int64)
    for column in columns:
        key = key * (int(column.max(initial=0)) + 2) + column + 1
    return np.flatnonzero(~pd.Series(key).duplicated().to_numpy())


def _surroundings(parts, statements, rows, statement, starts):
    """From where to where the words around each mention are those of its voice, within the sentence.

    In a statement they run from the cue through the piece of the content with the mention, or the other
    way round: *accused Ann of fraud* is what the accuser says of Ann.
    """
    begins, stops = parts.sentence_start[rows].copy(), parts.sentence_end[rows].copy()
    cues, contents = statements["cue_spans"].tolist(), statements["content_spans"].tolist()
    inside = np.flatnonzero(statement != NOBODY)
    columns = (column[inside].tolist() for column in (statement, starts, begins, stops))
    narrowed = [
        _narrowed(begin, stop, [span for span in contents[row] if span[0] <= at < span[1]], cues[row])
        for row, at, begin, stop in zip(*columns, strict=True)
    ]
    begins[inside], stops[inside] = np.array(narrowed, dtype=np.int64).reshape(-1, 2).T
    return begins, stops


def _narrowed(begin: int, stop: int, around: list[Span], cues: list[Span]) -> tuple[int, int]:
    """Narrow a sentence to the pieces of content around a mention, with the cues that stand in the sentence."""
    if not around:
        return begin, stop
    pieces = [*around, *(cue for cue in cues if begin <= cue[0] and cue[1] <= stop)]
    return max(begin, min([piece[0] for piece in pieces])), min(stop, max([piece[1] for piece in pieces]))


def _name_speakers(parts: Parts, statements: pd.DataFrame, words: np.ndarray) -> np.ndarray:
    """Tell for some words of the partition whether each is among those that name the speaker of a statement."""
    row, start, end = spread(statements["speaker_spans"])
    numbers = parts.numbers_of(statements)[row]
    first, last = parts.word_at(numbers, start), parts.word_at(numbers, end - 1)
    order = np.argsort(first, kind="stable")
    reached = np.append(np.maximum.accumulate(last[order]), -1)
    return reached[np.searchsorted(first[order], words, side="right") - 1] >= words
