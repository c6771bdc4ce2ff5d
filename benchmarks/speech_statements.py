"""Draw statements from speeches, to be read by hand; say what share of those read is right.

    speech_statements.py draw speeches.parquet --kind speeches --seed 1 --n 100 --out places.csv
    speech_statements.py share statements-read.csv

A statement is right if the text does attribute something to this speaker, and half of the content or more is
caught. The corpora are those of `whose_words.py`, read whole.
"""

import argparse
from pathlib import Path

import numpy as np
import pandas as pd
from whose_words import NAMES, share

from discourse.annotations.statements import Statement, find_statements
from discourse.lexicons.cues import read_cues
from discourse.text import sentences

AROUND = 130


def draw(path: Path, kind: str, *, n: int, seed: int) -> pd.DataFrame:
    """Draw `n` statements of the documents at `path`: their places, and how they read."""
    documents = pd.read_parquet(path) if path.suffix == ".parquet" else pd.read_csv(path)
    cues, rows = read_cues(), []
    for doc_id, text in zip(documents["doc_id"], documents["text"], strict=True):
        found = find_statements(text, sentences(text), cues)
        rows += [(doc_id, *bounds(statement), read_out(text, statement)) for statement in found]
    chosen = np.sort(np.random.default_rng(seed).permutation(len(rows))[:n])
    drawn = pd.DataFrame([rows[i] for i in chosen], columns=["doc_id", "start", "end", "reads"])
    return drawn.assign(corpus=NAMES[kind], part="body", right="")


def bounds(statement: Statement) -> tuple[int, int]:
    """Give where a statement begins and ends, with speaker, cue and content."""
    spans = [*statement.speaker_spans, *statement.cue_spans, *statement.content_spans]
    return min(start for start, _ in spans), max(end for _, end in spans)


def read_out(text: str, statement: Statement) -> str:
    """Give speaker, cue and content, and the text around them."""
    start, end = bounds(statement)
    parts = (statement.speaker_spans, statement.cue_spans, statement.content_spans)
    told = " | ".join(" + ".join(text[s:e] for s, e in spans) for spans in parts)
    before, behind = text[max(0, start - AROUND) : start], text[end : end + AROUND // 2]
    return " ".join(f"{told}  ({before} >>>{text[start:end][:AROUND]}<<< {behind})".split())


def main() -> None:
    """Draw, or give the shares."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=["draw", "share"])
    parser.add_argument("path", type=Path)
    parser.add_argument("--kind", choices=["speeches", "ukraine"], default="speeches")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--n", type=int, default=100)
    parser.add_argument("--out", type=Path, help="where the places go, to be judged")
    given = parser.parse_args()
    if given.command == "draw":
        found = draw(given.path, given.kind, n=given.n, seed=given.seed)
        for number, reads in enumerate(found["reads"]):
            print(f"[{number}] {reads}")
        if given.out:
            found[["corpus", "doc_id", "part", "start", "end", "right"]].to_csv(given.out, index=False)
        return
    read = pd.read_csv(given.path)
    for reading, judged in read.groupby("reading"):
        for name, of in [*judged.groupby("corpus", sort=False), ("together", judged)]:
            print(f"reading {reading}, {name}: {share(of['right'] == 1, of['right'].notna())}")


if __name__ == "__main__":
    main()
