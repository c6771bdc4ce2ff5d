"""How fast a corpus is annotated, against a plain script with pandas, re and TextBlob in the same run.

python -m benchmarks.speed CORPUS.parquet ACTORS.yml FRAMES.yml [N]

CORPUS has the columns `doc_id` and `text`; N documents are used. CPU seconds of this process, medians of three rounds
in which all ways take their turn. Then what both find in a tenth of the documents is compared, on the same sentences.
"""

import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable

import pandas as pd

from benchmarks.naive import from_tables, naive
from discourse import Actors, Annotations, Corpus, Frames, annotate, read_actors, read_frames
from discourse.annotations.statements import cut_all, find_statements
from discourse.engines.partitions import partitions
from discourse.lexicons import read_cues
from discourse.text import cut_at_blanks, sentences_in

_ROUNDS = 3


def main(corpus: str, actors_file: str, frames_file: str, n: str = "1000") -> None:
    """Print documents a second and ratios, then where the findings differ."""
    documents = Corpus(pd.read_parquet(corpus).head(int(n))).documents
    actors, frames = read_actors(actors_file), read_frames(frames_file)
    texts = Corpus(documents)

    def ours(**more) -> Annotations:
        return annotate(texts, actors=actors, frames=frames, engine="serial", **more)

    def into_folder() -> None:
        with tempfile.TemporaryDirectory() as out:
            ours(out=out)

    ways: dict[str, Callable[[], object]] = {
        "script": lambda: naive(documents, actors, frames),
        "statements alone": lambda: _statements_alone(documents),
        "first, without statements": lambda: ours(statements=False),
        "without statements": lambda: ours(statements=False),
        "with statements": ours,
        "with statements, into a folder": into_folder,
    }
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(_ROUNDS):
        for name, work in ways.items():
            if turn == 0 or not name.startswith("first"):
                seconds[name].append(_seconds(work))
    rates = {name: len(texts) / statistics.median(seconds[name]) for name in ways}
    for name, rate in rates.items():
        print(f"| {name} | {rate:,.0f} | {rate / rates['script']:.1f} |")
    _compare(documents.head(max(1, len(documents) // 10)), actors, frames)


def _statements_alone(documents: pd.DataFrame) -> None:
    """Cut texts into sentences and find the statements in them, in partitions as `annotate` does."""
    cues = read_cues()
    gc.disable()  # as annotate does meanwhile
    for part in partitions([documents]):
        texts = part["text"].tolist()
        chunks = cut_at_blanks(texts)
        for text, spans, tokens in zip(
            texts, sentences_in(texts, chunks), cut_all(texts, chunks, cues.triggers), strict=True
        ):
            find_statements(text, spans, cues, tokens)
    gc.enable()


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _compare(documents: pd.DataFrame, actors: Actors, frames: Frames) -> None:
    """Say how far the script's findings and ours are apart, given the same sentences."""
    found = annotate(Corpus(documents), actors=actors, frames=frames, engine="serial", statements=False)
    sentences = found.sentences[found.sentences["part"] == "body"]
    spans = {
        doc_id: list(zip(of["start"], of["end"], strict=True))
        for doc_id, of in sentences.groupby("doc_id", observed=True)
    }
    theirs, ours = naive(documents, actors, frames, spans), from_tables(found, frames)
    apart = (ours.reindex_like(theirs) - theirs).abs()
    sums = apart[["polarity", "subjectivity"]].to_numpy().max()
    counts = apart.drop(columns=["polarity", "subjectivity"])
    print(
        f"{len(documents):,} documents: {int(theirs['mentions'].sum()):,} mentions; sums differ by {sums:.1e} at most"
    )
    for actor, row in counts[counts.sum(axis=1) > 0].iterrows():
        print(f"  {actor}: " + ", ".join(f"{column} by {n:g}" for column, n in row[row > 0].items()))


if __name__ == "__main__":
    main(*sys.argv[1:])
