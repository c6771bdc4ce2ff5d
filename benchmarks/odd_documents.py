"""What one odd document costs, and whether that follows its length.

python -m benchmarks.odd_documents [CHARACTERS]

CPU seconds of `annotate` on one document of a quarter of so many characters, and of all of them, in a process of
their own; and the most memory. The lexicons are those that come with the package.
"""

import multiprocessing
import resource
import sys
import time
from collections.abc import Callable

import pandas as pd

from discourse import Corpus, annotate, read_actors, read_frames

_KINDS: dict[str, Callable[[int], str]] = {
    "one line, no full stop": lambda n: (
        "The minister said it was a war in the east and Russia denied it, " * (n // 66)
    ),
    "nothing but straight marks": lambda n: '"' * n,
    "curly marks that all open": lambda n: "“so ” it “goes " * (n // 15),
    "marks that never close": lambda n: "“a war " * (n // 7),
    "actors, in one sentence": lambda n: "Russia, Ukraine and China, " * (n // 27) + "said so.",
    "frames' words, in one sentence": lambda n: "war crisis invasion " * (n // 20),
    "no blank at all": lambda n: "abcdefghij" * (n // 10),
    "nothing but said": lambda n: "said " * (n // 5),
    "full stops": lambda n: ". " * (n // 2),
}


def main(characters: str = "4000000") -> None:
    """Print seconds for each kind at two lengths, and their ratio, which is 4 if the cost follows the length."""
    for kind in _KINDS:
        (short, _), (long, memory) = (_measured(kind, n) for n in (int(characters) // 4, int(characters)))
        print(f"| {kind} | {short:.1f} | {long:.1f} | {long / short:.1f} | {memory:,.0f} |", flush=True)


def _measured(kind: str, n: int) -> tuple[float, float]:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_annotate, (kind, n))


def _annotate(kind: str, n: int) -> tuple[float, float]:
    lexicons = {"actors": read_actors("world-politics"), "frames": read_frames("ukraine"), "engine": "serial"}
    annotate(Corpus(pd.DataFrame({"doc_id": ["a"], "text": ["It is a war."]})), **lexicons)
    corpus = Corpus(pd.DataFrame({"doc_id": ["a"], "text": [_KINDS[kind](n)]}))
    begun = time.process_time()
    annotate(corpus, **lexicons)
    took = time.process_time() - begun
    return took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
