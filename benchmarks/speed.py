"""How fast a corpus is annotated.

python -m benchmarks.speed CORPUS.parquet ACTORS.yml FRAMES.yml [N]

CORPUS has the columns `doc_id` and `text`; the first N documents are used. CPU seconds of this process.
"""

import sys
import tempfile
import time
from collections.abc import Callable

import pandas as pd

from discourse import Corpus, annotate, read_actors, read_frames


def main(corpus: str, actors: str, frames: str, n: str = "300") -> None:
    """Print a table of what was done, seconds and documents a second."""
    documents = pd.read_parquet(corpus).head(int(n))
    texts, more = Corpus(documents.iloc[1:]), Corpus(documents)
    lexicons = {"actors": read_actors(actors), "frames": read_frames(frames)}
    with tempfile.TemporaryDirectory() as out:
        told = {
            "first, without statements": lambda: annotate(
                texts, **lexicons, engine="serial", statements=False
            ),
            "without statements": lambda: annotate(texts, **lexicons, engine="serial", statements=False),
            "with statements": lambda: annotate(texts, **lexicons, engine="serial"),
            "into a folder": lambda: annotate(texts, **lexicons, engine="serial", out=out),
            "again": lambda: annotate(texts, **lexicons, engine="serial", out=out),
            "one more document": lambda: annotate(more, **lexicons, engine="serial", out=out),
        }
        for name, work in told.items():
            seconds = _seconds(work)
            print(f"| {name} | {seconds:.2f} | {len(texts) / seconds:,.0f} |", flush=True)


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main(*sys.argv[1:])
