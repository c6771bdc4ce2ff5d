"""The public `annotate`: a corpus and lexicons in, tables out."""

from collections.abc import Callable, Iterator

import pandas as pd

from discourse.annotations.annotations import Annotations
from discourse.annotations.partition import Task, annotate_partition
from discourse.annotations.tone.scorers import Scorer, scorer_named
from discourse.corpus import Corpus
from discourse.lexicons import Actors, Frames, read_cues
from discourse.tables import TABLES, table

PARTITION = 2_000_000
"""About how many characters of text are worked on at once."""


def annotate(
    corpus: Corpus,
    *,
    actors: Actors,
    frames: Frames,
    scorer: str | Scorer = "textblob",
    progress: Callable[[int], object] | None = None,
) -> Annotations:
    """Find mentions, statements, framings and tone in every document of `corpus`.

    Parameters
    ----------
    corpus
        What `read_corpus` gave.
    actors, frames
        What `read_actors` and `read_frames` gave.
    scorer
        The name of a built-in scorer of tone, or a function of your own.
    progress
        Called with the number of documents done, after each partition.

    Returns
    -------
    Annotations
        The tables `documents`, `sentences`, `tokens`, `mentions`, `statements`, `speakers`, `framings`,
        `tone` and `problems`. A document that cannot be worked on is a row of `problems`.

    Raises
    ------
    UnknownNameError
        If there is no scorer of that name.

    Examples
    --------
    >>> from discourse import annotate, read_actors, read_corpus, read_frames
    >>> corpus = read_corpus("sample").head(3)
    >>> found = annotate(corpus, actors=read_actors("world-politics"), frames=read_frames("ukraine"))
    >>> len(found.documents)
    3
    """
    name = scorer if isinstance(scorer, str) else scorer.__name__
    task = Task(actors, frames, read_cues(), scorer_named(scorer), name)
    done: list[dict[str, pd.DataFrame]] = []
    for documents in _partitions(corpus.documents):
        done.append(_annotate_safely(documents, task))
        if progress:
            progress(len(documents))
    tables = {name: _joined(name, [tables[name] for tables in done]) for name in TABLES}
    problems = [corpus.import_report.problems(), tables.pop("problems")]
    about = {
        "corpus": corpus.fingerprint,
        "actors": actors.fingerprint,
        "frames": frames.fingerprint,
        "scorer": name,
    }
    return Annotations(**tables, problems=_joined("problems", problems), about=about)


def _partitions(documents: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Cut the documents into runs of about `PARTITION` characters."""
    lengths = documents["text"].str.len().fillna(0).cumsum()
    number = (lengths // PARTITION).astype(int)
    for _, part in documents.groupby(number, sort=False):
        yield part.reset_index(drop=True)


def _annotate_safely(documents: pd.DataFrame, task: Task) -> dict[str, pd.DataFrame]:
    """Annotate a partition; if that fails, each document alone, so that only the one that fails is lost."""
    try:
        return annotate_partition(documents, task)
    except Exception as error:
        if len(documents) == 1:
            return _failed(documents, error)
    alone = [_annotate_safely(documents.iloc[[i]].reset_index(drop=True), task) for i in range(len(documents))]
    return {name: _joined(name, [tables[name] for tables in alone]) for name in TABLES}


def _failed(documents: pd.DataFrame, error: Exception) -> dict[str, pd.DataFrame]:
    """Empty tables for a document that cannot be worked on, and the row that says why."""
    reason = f"the document could not be annotated: {type(error).__name__}: {error}"
    problem = {"doc_id": [documents["doc_id"].iloc[0]], "stage": ["annotating"], "reason": [reason]}
    return {**{name: table(name) for name in TABLES}, "documents": documents, "problems": table("problems", problem)}


def _joined(name: str, frames: list[pd.DataFrame]) -> pd.DataFrame:
    """Put the partitions' tables one under the other, with one set of categories."""
    if not frames:
        return table(name)
    columns = {}
    for column in frames[0].columns:
        pieces = [frame[column] for frame in frames]
        if all(isinstance(piece.dtype, pd.CategoricalDtype) for piece in pieces):
            columns[column] = pd.api.types.union_categoricals(pieces, sort_categories=True)
        else:
            columns[column] = pd.concat(pieces, ignore_index=True)
    return table(name, columns)
