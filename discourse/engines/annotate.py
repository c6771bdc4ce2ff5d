"""The public `annotate`: a corpus and lexicons in, tables out."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pandas as pd

from discourse.annotations import Annotations
from discourse.annotations.corrections import Corrections, foreign, read_corrections
from discourse.annotations.partition import Task
from discourse.annotations.tone.scorers import Scorer, scorers_named
from discourse.corpus import Corpus
from discourse.engines.partitions import CHARACTERS, Tables, annotate_safely, joined, partitions, stacked
from discourse.errors import check_name
from discourse.lexicons import Actors, Frames, read_cues

ENGINES = ("local", "serial")
_WORTH_SPREADING = 2 * CHARACTERS


def annotate(
    corpus: Corpus,
    *,
    actors: Actors,
    frames: Frames,
    scorer: str | Scorer | Sequence[str | Scorer] = "textblob",
    corrections: str | Path | None = None,
    engine: str = "local",
    workers: int | None = None,
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
        The name of a built-in scorer of tone ("textblob", "target", "linear"), a function of your own, or
        a list of several, whose scores then stand side by side.
    corrections
        A file that `write_corrections` wrote and you edited: it wins over what is found. Rows that no longer fit
        their text, or name no document of the corpus, are rows of `problems`.
    engine
        `"local"`: all cores of this machine, where there is enough to spread; `"serial"`: this process alone.
        Both give the same tables.
    workers
        How many processes the local engine uses; by default one for each core.
    progress
        Called with the number of documents done, after each partition.

    Returns
    -------
    Annotations
        The tables `documents`, `sentences`, `tokens`, `mentions`, `statements`, `speakers`, `framings`,
        `tone` and `problems`. A document that cannot be worked on is a row of `problems`.

    Raises
    ------
    ReadError
        If the file of corrections cannot be read, or a cell of it is not what it should be.
    UnknownNameError
        If there is no scorer or engine of that name.
    DiscourseError
        If there is no scorer or two have one name, or if worker processes are killed again and again over
        the same documents.

    Examples
    --------
    >>> from discourse import annotate, read_actors, read_corpus, read_frames
    >>> corpus = read_corpus("sample").head(3)
    >>> found = annotate(corpus, actors=read_actors("world-politics"), frames=read_frames("ukraine"))
    >>> len(found.documents)
    3
    """
    check_name(engine, ENGINES, what="engine")
    scorers = scorers_named(scorer)
    edited = read_corrections(corrections, actors) if corrections else Corrections()
    task = Task(actors, frames, read_cues(), scorers, edited)
    done = []
    for tables in _run(corpus, task, engine, workers):
        done.append(tables)
        if progress:
            progress(len(tables["documents"]))
    tables = joined(done)
    tables["framings"] = _knowing_all(tables["framings"], frames)
    tables["problems"] = stacked(
        "problems",
        [
            corpus.import_report.problems(),
            foreign(edited, corpus.documents["doc_id"]),
            tables["problems"],
        ],
    )
    about = {
        "corpus": corpus.fingerprint,
        "actors": actors.fingerprint,
        "frames": frames.fingerprint,
        "scorer": ", ".join(scorers),
    }
    if edited.rows:
        about["corrections"] = edited.fingerprint
    return Annotations(**tables, about=about)


def _knowing_all(framings: pd.DataFrame, frames: Frames) -> pd.DataFrame:
    """Make the column `frame` know all frames, so that one which never occurs is told from a misspelt one."""
    return framings.assign(frame=framings["frame"].cat.set_categories([frame.id for frame in frames]))


def _run(corpus: Corpus, task: Task, engine: str, workers: int | None) -> Iterator[Tables]:
    """Give the tables of each partition, in order; in this process where there is too little to spread."""
    documents = corpus.documents
    if engine == "serial" or documents["text"].str.len().sum() < _WORTH_SPREADING:
        return (annotate_safely(part, task) for part in partitions(documents))
    from discourse.engines.local import run_local

    return run_local(partitions(documents), task, workers)
