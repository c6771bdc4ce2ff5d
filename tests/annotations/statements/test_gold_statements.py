"""The statements that a person marked in ten dispatches of the sample, against those that are found.

`python tests/annotations/statements/test_gold_statements.py` prints the scores.
"""

import re
import sys
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
import yaml

from discourse import annotate, read_actors, read_corpus, read_frames

SAMPLE = Path(__file__).parents[3] / "discourse" / "corpus" / "data" / "sample"
AGREE = 0.5
COLUMNS = ("actor", "cue_class", "cue_negated", "kind")

Words = set[int]


@cache
def sample() -> tuple[pd.DataFrame, pd.DataFrame, list[dict]]:
    """The dispatches by their ids, the statements found in them, and what a person marked."""
    gold = yaml.safe_load((SAMPLE / "gold.yml").read_text(encoding="utf-8"))
    documents = pd.read_csv(SAMPLE / "dispatches.csv", dtype="str").set_index("doc_id")
    actors = read_actors(["world-politics", "sample-actors"])
    corpus = read_corpus(SAMPLE / "dispatches.csv")
    found = annotate(corpus, actors=actors, frames=read_frames("ukraine")).statements
    marked = {entry["doc_id"] for entry in gold}
    return documents, found[found["doc_id"].isin(marked) & (found["part"] == "body")], gold


def words(text: str, spans: list) -> Words:
    """Where the words begin that stand in the spans."""
    return {
        start + word.start() for start, end in spans for word in re.finditer(r"\w[\w'’-]*", text[start:end])
    }


def marked_spans(text: str, pieces: list[str], nth: list[int | None]) -> list[tuple[int, int]]:
    spans = []
    for piece, which in zip(pieces, nth, strict=True):
        pattern = ("" if not piece[0].isalnum() else r"(?<!\w)") + re.escape(piece)
        pattern += r"(?!\w)" if piece[-1].isalnum() else ""
        spans.append(list(re.finditer(pattern, text))[(which or 1) - 1].span())
    return spans


@cache
def compared() -> pd.DataFrame:
    """One row per marked or found statement: which of both it is, and where a marked and a found one agree."""
    documents, found, gold = sample()
    rows = []
    for entry in gold:
        text = documents.loc[entry["doc_id"], "text"]
        here = found[found["doc_id"] == entry["doc_id"]].to_dict("records")
        rows += _paired(text, [_marked(text, m) for m in entry["statements"]], here)
    return pd.DataFrame(rows)


def _marked(text: str, marked: dict) -> dict:
    nth = marked.get("nth", {})
    content = marked_spans(text, marked["content"], nth.get("content", [None] * len(marked["content"])))
    speaker = marked["speaker"] and marked_spans(text, [marked["speaker"]], [nth.get("speaker")])
    return {
        **{column: marked.get(column) for column in COLUMNS},
        "cue_negated": bool(marked.get("cue_negated")),
        "content": words(text, content),
        "speaker": words(text, speaker or []),
        "optional": marked.get("optional", False),
        "words": marked["content"][0],
    }


def _paired(text: str, marked: list[dict], found: list[dict]) -> list[dict]:
    """Pair marked and found statements one to one, the best overlap of contents first."""
    found = [
        {**f, "content": words(text, f["content_spans"]), "said_by": words(text, f["speaker_spans"])}
        for f in found
    ]
    overlaps = sorted(
        (
            (_jaccard(m["content"], f["content"]), i, j)
            for i, m in enumerate(marked)
            for j, f in enumerate(found)
        ),
        key=lambda row: (-row[0], row[1:]),
    )
    pairs: dict[int, tuple[int, float]] = {}
    for overlap, i, j in overlaps:
        if overlap > 0 and i not in pairs and j not in [taken for taken, _ in pairs.values()]:
            pairs[i] = (j, overlap)
    rows = [_row(m, found[pairs[i][0]], pairs[i][1]) if i in pairs else _row(m) for i, m in enumerate(marked)]
    taken = {j for j, _ in pairs.values()}
    return rows + [_row(None, f) for j, f in enumerate(found) if j not in taken]


def _row(marked: dict | None, found: dict | None = None, overlap: float = 0.0) -> dict:
    row = {
        "marked": marked is not None,
        "found": found is not None,
        "optional": bool(marked and marked["optional"]),
    }
    row["words"] = marked["words"] if marked else " ".join(map(str, (found["speaker"], found["cue"])))
    row["content"] = overlap >= AGREE
    both = marked is not None and found is not None
    row["speaker"] = both and (
        bool(marked["speaker"] & found["said_by"]) or not (marked["speaker"] or found["said_by"])
    )
    for column in COLUMNS:
        value = found[column] if both else None
        row[column] = both and (None if pd.isna(value) else value) == marked[column]
    return row


def _jaccard(one: Words, other: Words) -> float:
    return len(one & other) / max(len(one | other), 1)


@cache
def scores() -> dict[str, float]:
    """Precision, recall and F1 of content and speaker together; then the rest, of those that are right."""
    table = compared()
    table = table[~table["optional"]]
    right = table["content"] & table["speaker"]
    precision, recall = right.sum() / table["found"].sum(), right.sum() / table["marked"].sum()
    of_right = {column: table.loc[right, column].mean() for column in COLUMNS}
    f1 = 2 * precision * recall / (precision + recall)
    return {"precision": precision, "recall": recall, "f1": f1, **of_right}


# What was measured, rounded down: a change that makes one of them worse has to say so here.
FLOORS = {
    "precision": 0.85,
    "recall": 0.84,
    "f1": 0.84,
    "actor": 0.94,
    "cue_class": 0.94,
    "cue_negated": 0.99,
    "kind": 0.98,
}


@pytest.mark.parametrize("measure", FLOORS)
def test_the_sample_is_read_at_least_as_well_as_was_measured(measure):
    assert scores()[measure] >= FLOORS[measure], compared()


if __name__ == "__main__":
    table = compared()
    wrong = table[~table["optional"] & ~(table["content"] & table["speaker"])]
    sys.stdout.write(f"{wrong.to_string()}\n{pd.Series(scores()).round(3).to_string()}\n")
