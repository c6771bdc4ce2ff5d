"""Where the time of a document goes.

python -m benchmarks.stages CORPUS.parquet ACTORS.yml FRAMES.yml [N]

CORPUS has the columns `doc_id` and `text`; N documents are annotated twice with statements, and the second time told.
CPU microseconds a document, of each stage as a whole and of the parts of it that are indented below.
"""

import importlib
import sys
import time
from collections import defaultdict
from types import ModuleType

import pandas as pd

from discourse import Corpus, annotate, read_actors, read_frames

_STAGES = {
    "partition": {
        "lay_out": 0, "find_mentions": 0, "_statements": 0, "find_voices": 0, "_tokens": 0, "find_framings": 0,
        "score_tone": 0,
    },
    "parts": {"cut_at_blanks": 1, "sentence_places": 1, "tokens_in": 1},
    "attributions": {
        "cut_all": 1, "read": 1, "statements_in": 1, "resolve_speakers": 1, "_statements_table": 1
    },
    "framings": {"find_patterns": 1, "_uses": 1},
}  # fmt: skip
_ORDER = [
    "lay_out", "cut_at_blanks", "sentence_places", "tokens_in", "find_mentions", "_statements", "cut_all",
    "read", "statements_in", "resolve_speakers", "_statements_table", "find_voices", "_tokens", "find_framings",
    "find_patterns", "_uses", "score_tone",
]  # fmt: skip


def main(corpus: str, actors_file: str, frames_file: str, n: str = "400") -> None:
    """Print microseconds a document, stage by stage."""
    texts = Corpus(pd.read_parquet(corpus).head(int(n)))
    lexicons = {"actors": read_actors(actors_file), "frames": read_frames(frames_file), "engine": "serial"}
    spent: dict[str, float] = defaultdict(float)
    for module, names in _STAGES.items():
        for name in names:
            _time(importlib.import_module(f"discourse.annotations.{module}"), name, spent)
    annotate(texts, **lexicons)
    spent.clear()
    begun = time.process_time()
    annotate(texts, **lexicons)
    depth = {name: deep for names in _STAGES.values() for name, deep in names.items()}
    for name in _ORDER:
        print(f"{'  ' * depth[name]}{name:<20} {1e6 * spent[name] / len(texts):>7,.0f}")
    print(f"{'all':<20} {1e6 * (time.process_time() - begun) / len(texts):>7,.0f}")


def _time(module: ModuleType, name: str, spent: dict[str, float]) -> None:
    """Note how long each call of a function takes."""
    function = getattr(module, name)

    def timed(*given, **named):
        begun = time.process_time()
        try:
            return function(*given, **named)
        finally:
            spent[name] += time.process_time() - begun

    setattr(module, name, timed)


if __name__ == "__main__":
    main(*sys.argv[1:])
