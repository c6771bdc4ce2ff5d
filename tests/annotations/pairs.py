"""The minimal pairs: read, annotated, compared with what a person says."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd
import yaml

from discourse import annotate, read_actors
from discourse.corpus import Corpus, read_corpus
from discourse.lexicons import Frames, read_frames

FILE = Path(__file__).with_name("minimal-pairs.yml")
ANY = "any"


@dataclass(frozen=True)
class Sentence:
    """One half of a pair, and what should be said of the word in its brackets."""

    text: str
    start: int
    word: str
    about: str
    held: bool
    wanted: dict[str, str]


@cache
def sentences() -> tuple[Sentence, ...]:
    """All halves of all pairs, the plain one of each before the other."""
    pairs = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return tuple(_sentence(pair, pair[half]) for pair in pairs for half in ("plain", "other"))


def _sentence(pair: dict, half: dict) -> Sentence:
    marked = half["text"]
    word = re.search(r"\[(.+?)\]", marked)
    text = marked.replace("[", "").replace("]", "")
    wanted = {"distanced_by": "none", **{k: v for k, v in half.items() if k != "text" and v != ANY}}
    if half.get("distanced_by") == ANY:
        del wanted["distanced_by"]
    return Sentence(text, word.start(), word[1], pair["about"], pair.get("held", False), wanted)


@cache
def judged() -> pd.DataFrame:
    """One row per half of a pair and judged column: what is wanted, what was found, whether they agree."""
    halves = sentences()
    found = annotate(
        corpus_of(halves), actors=read_actors("world-politics"), frames=frames_of(halves)
    ).framings
    at = found.astype({"doc_id": "str"}).set_index(["doc_id", "start"])
    rows = []
    for number, half in enumerate(halves):
        place = (f"{number:03}", half.start)
        for column, wanted in half.wanted.items():
            value = at.loc[place, column] if place in at.index else "not found"
            value = "none" if pd.isna(value) else str(value)
            rows.append((number // 2, half.about, half.held, half.text, column, wanted, value))
    columns = ["pair", "about", "held", "text", "column", "wanted", "found"]
    table = pd.DataFrame(rows, columns=columns)
    return table.assign(right=table["wanted"] == table["found"])


def corpus_of(halves: tuple[Sentence, ...]) -> Corpus:
    ids = [f"{number:03}" for number in range(len(halves))]
    return read_corpus(pd.DataFrame({"doc_id": ids, "text": [half.text for half in halves]}))


def frames_of(halves: tuple[Sentence, ...]) -> Frames:
    """One frame for every word in brackets."""
    words = sorted({half.word.lower() for half in halves})
    entries = "".join(f"  - {{id: {word.replace(' ', '-')}, terms: [{word}]}}\n" for word in words)
    file = FILE.with_suffix(".frames.tmp")
    file.write_text(f"frames:\n{entries}", encoding="utf-8")
    try:
        return read_frames(file)
    finally:
        file.unlink()
