"""The public `annotate`: a corpus and lexicons in, tables out."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Union

import pandas as pd

from discourse.annotations import Annotations, read_annotations
from discourse.annotations.columns import Tables
from discourse.annotations.corrections import Corrections, foreign, read_corrections
from discourse.annotations.folder import open_folder
from discourse.annotations.joining import joined, knowing_all, stacked
from discourse.annotations.partition import Task
from discourse.annotations.statements.tagging import StatementWeights, read_statement_weights
from discourse.annotations.tone.scorers import Scorer, scorers_named
from discourse.corpus import Corpus, CorpusScan
from discourse.engines.partitions import is_small, partitions
from discourse.engines.resuming import annotate_into, finish
from discourse.engines.safely import annotate_safely
from discourse.engines.storing import segment_name
from discourse.engines.work import Partition, Result, Work
from discourse.errors import DiscourseError, check_name
from discourse.lexicons import Actors, Frames, read_cues

if TYPE_CHECKING:
    from distributed import Client

ENGINES = ("local", "serial", "dask")

Progress = Callable[[int], object]


def annotate(
    corpus: Corpus | CorpusScan,
    *,
    actors: Actors,
    frames: Frames,
    scorer: str | Scorer | Sequence[str | Scorer] = "textblob",
    corrections: str | Path | None = None,
    statements: bool | str | Path | StatementWeights = True,
    out: str | Path | None = None,
    engine: Union[str, "Client"] = "local",
    workers: int | None = None,
    progress: Progress | None = None,
) -> Annotations:
    """Find mentions, statements, framings and tone in every document of `corpus`.

    Parameters
    ----------
    corpus
        What `read_corpus` gave; or, for a corpus larger than memory, what `scan_corpus` gave.
    actors, frames
        What `read_actors` and `read_frames` gave.
    scorer
        The name of a built-in scorer of tone ("textblob", "target", "linear"), a function of your own, or
        a list of several, whose scores then stand side by side.
    corrections
        A file that `write_corrections` wrote and you edited: it wins over what is found. Rows that no longer fit
        their text, or name no document of the corpus, are rows of `problems`.
    statements
        Whether to find out who says what. Without it the work takes a fraction of the time, and every word
        of an article is in an unknown voice. Or the weights that `train_statements` learned from a marked corpus
        (the object, or the path of its file): they mend what the rules find.
    out
        A folder in which the tables are kept as they are made, so that they need not fit in memory; on a
        cluster it must be one that every worker reaches (also a URL such as `s3://bucket/folder`). What it
        holds from an earlier run, finished or not, is used: only new and changed documents are worked on,
        and only what depends on a changed lexicon is done again.
    engine
        `"local"`: all cores of this machine, where there is enough to spread; `"serial"`: this process alone;
        `"dask"`: the Dask client that you have open (or a cluster on this machine), a client, or the address
        of a scheduler such as `"tcp://10.0.0.1:8786"`. All give the same tables.
    workers
        How many processes the local engine uses; by default one for each core.
    progress
        Called with the number of documents done, after each partition.

    Returns
    -------
    Annotations
        The tables `documents`, `sentences`, `tokens`, `mentions`, `statements`, `speakers`, `framings`,
        `tone` and `problems`. A document that cannot be worked on is a row of `problems`. With `out` each
        table is read from there when it is asked for.

    Raises
    ------
    ReadError
        If the file of corrections cannot be read, or a cell of it is not what it should be; or if the file of
        weights cannot be read, or is none.
    UnknownNameError
        If there is no scorer or engine of that name.
    DiscourseError
        If there is no scorer or two have one name, if worker processes are killed again and again, or if
        Dask is asked for and not there.

    Examples
    --------
    >>> from discourse import annotate, read_actors, read_corpus, read_frames
    >>> corpus = read_corpus("sample").head(3)
    >>> found = annotate(corpus, actors=read_actors("world-politics"), frames=read_frames("ukraine"))
    >>> len(found.documents)
    3
    """
    if isinstance(engine, str) and "://" not in engine:
        check_name(engine, ENGINES, what="engine")
    scorers = scorers_named(scorer)
    edited = read_corrections(corrections, actors) if corrections else Corrections()
    weights = _weights(statements)
    task = Task(actors, frames, None if statements is False else read_cues(), scorers, edited, weights)
    about = {"actors": actors.fingerprint, "frames": frames.fingerprint, "scorer": ", ".join(scorers)}
    if edited.rows:
        about["corrections"] = edited.fingerprint
    if weights is not None:
        about["statements"] = weights.fingerprint
    small = engine == "local" and isinstance(corpus, Corpus) and is_small(corpus.documents)
    spread = _Spread("serial" if small else engine, workers)
    if out is None:
        return _in_memory(corpus, task, about, spread, progress or _nobody)
    folder = open_folder(out)
    order = annotate_into(
        folder, partitions(_frames(corpus)), task, spread=spread, progress=progress or _nobody
    )
    identity = corpus.fingerprint if isinstance(corpus, Corpus) else None
    about |= {"corpus": identity or segment_name(order)}
    finish(folder, order, about, frames=frames, problems=_told_before(corpus, edited))
    return read_annotations(out)


def _weights(statements: object) -> StatementWeights | None:
    if isinstance(statements, bool):
        return None
    if isinstance(statements, str | Path):
        return read_statement_weights(statements)
    if not isinstance(statements, StatementWeights):
        kind = type(statements).__name__
        raise DiscourseError(f"statements is a {kind}; give True, False, weights or the path of their file")
    return statements


def _in_memory(
    corpus: Corpus | CorpusScan, task: Task, about: dict[str, str], spread: "_Spread", progress: Progress
) -> Annotations:
    done = []
    for tables in spread(map(Partition, partitions(_frames(corpus))), _Annotating(task)):
        done.append(tables)
        progress(len(tables["documents"]))
    whole = joined(done)
    whole["framings"] = knowing_all(whole["framings"], [frame.id for frame in task.frames])
    whole["problems"] = stacked("problems", [_told_before(corpus, task.corrections), whole["problems"]])
    identity = {"corpus": corpus.fingerprint} if isinstance(corpus, Corpus) else {}
    return Annotations(whole, about={**identity, **about})


def _told_before(corpus: Corpus | CorpusScan, edited: Corrections) -> pd.DataFrame:
    """The problems that no partition tells of: those of reading, and corrections of documents not there."""
    told = [corpus.import_report.problems()]
    if isinstance(corpus, Corpus):
        told.append(foreign(edited, corpus.documents["doc_id"]))
    return stacked("problems", told)


@dataclass(frozen=True)
class _Annotating:
    """The work of annotating a partition; gives its tables."""

    task: Task

    def __call__(self, partition: Partition, deadly: Collection[str] = ()) -> Tables:
        return annotate_safely(partition.documents, self.task, deadly=deadly)

    def probe(self, documents: pd.DataFrame) -> None:
        annotate_safely(documents, self.task)


@dataclass(frozen=True)
class _Spread:
    """Who does the work: an engine's name, a Dask client, or a scheduler's address."""

    engine: Union[str, "Client"]
    workers: int | None

    def __call__(self, parts: Iterator[Partition], work: Work[Result]) -> Iterator[Result]:
        if self.engine == "serial":
            return map(work, parts)
        if self.engine == "local":
            from discourse.engines.local import run_local

            return run_local(parts, work, self.workers)
        from discourse.engines.cluster import client_for, run_dask

        return run_dask(parts, work, client_for(self.engine, self.workers))


def _frames(corpus: Corpus | CorpusScan) -> Iterator[pd.DataFrame]:
    return iter([corpus.documents]) if isinstance(corpus, Corpus) else corpus.frames()


def _nobody(n_documents: int) -> None:
    """Tell nobody about the progress."""
