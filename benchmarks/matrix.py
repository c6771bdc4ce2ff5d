"""How fast a document-term matrix is made, against scikit-learn, polars, NLTK and plain Python, in one run.

python -m benchmarks.matrix CORPUS.parquet [N]

CORPUS has the column `text`. A term is a run of letters and digits in lower case. CPU seconds of this process,
medians of five. Peers that are not installed are left out.
"""

import os

os.environ["POLARS_MAX_THREADS"] = "1"

import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from discourse.text import cut_at_blanks
from discourse.text.tokens import tokens_of_distinct

_RUNS = 5


def matrix(texts: Sequence[str]) -> csr_array:
    """Count the terms of each distinct chunk, and the chunks of each text, and multiply."""
    chunks = cut_at_blanks(texts)
    found = tokens_of_distinct(chunks)
    ends = np.cumsum(found.units.counts)
    terms = _ones(found.units.what, np.append(0, ends), len(found.terms))
    return _ones(chunks.code, chunks.first, len(chunks.number)) @ terms


def _ones(columns: np.ndarray, ends: np.ndarray, width: int) -> csr_array:
    ones = np.ones(len(columns), dtype=np.int32)
    shape = len(ends) - 1, width
    return csr_array((ones, columns.astype(np.int32), ends.astype(np.int32)), shape=shape)


def main(corpus: str, n: str = "4000") -> None:
    """Print megabytes a second and ratios to CountVectorizer, and the sums and cells of the matrices."""
    texts = pd.read_parquet(corpus)["text"].head(int(n)).tolist()
    size = sum(len(text.encode()) for text in texts) / 1e6
    ways: dict[str, Callable[[], object]] = {"discourse": lambda: matrix(texts), **_peers(texts)}
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(_RUNS):
        for name, work in ways.items():
            begun = time.process_time()
            made = work()
            seconds[name].append(time.process_time() - begun)
            if hasattr(made, "nnz"):
                print(f"{name}: {made.nnz:,} cells, {made.sum():,} words", file=sys.stderr)
    took = {name: statistics.median(of) for name, of in seconds.items()}
    least = took.get("CountVectorizer", took["re and Counter"])
    for name, second in took.items():
        print(f"| {name} | {size / second:.1f} | {least / second:.1f} |")


def _peers(texts: list[str]) -> dict[str, Callable[[], object]]:
    word = re.compile(r"\w+")
    peers: dict[str, Callable[[], object]] = {
        "re and Counter": lambda: [Counter(word.findall(text.lower())) for text in texts]
    }
    try:
        from sklearn.feature_extraction.text import CountVectorizer

        peers["CountVectorizer"] = lambda: CountVectorizer(token_pattern=r"\w+").fit_transform(texts)
    except ImportError:
        pass
    try:
        import polars as pl

        frame = pl.DataFrame({"doc": range(len(texts)), "text": texts})
        peers["polars, counts by document"] = lambda: (
            frame.select("doc", pl.col("text").str.to_lowercase().str.extract_all(r"\w+"))
            .explode("text")
            .group_by("doc", "text")
            .len()
        )
    except ImportError:
        pass
    try:
        from nltk import FreqDist

        peers["re and NLTK's FreqDist"] = lambda: [FreqDist(word.findall(text.lower())) for text in texts]
    except ImportError:
        pass
    return peers


if __name__ == "__main__":
    main(*sys.argv[1:])
