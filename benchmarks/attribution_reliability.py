"""Check whether the confidence of statements means what it says.

    attribution_reliability.py DATA SCORER PREDICTIONS [--only FILE] [--figure FILE]

DATA and SCORER as for attribution.py, which writes PREDICTIONS. In quotation mode a statement is right if
its content overlaps that of a marked one by half or more (Jaccard, words) and they share a speaker word.
Prints, for ten bins of equal count, the mean confidence and the share that is right, and the expected
calibration error; draws the reliability figure if asked.
"""

import argparse
import importlib.util
import json
from pathlib import Path

import pandas as pd


def main() -> None:
    """Print the reliability table and, with --figure, draw it."""
    as_written = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=as_written)
    parser.add_argument("data", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--only", type=Path)
    parser.add_argument("--figure", type=Path)
    given = parser.parse_args()

    judged = judge(load(given.scorer), given.data, given.predictions, given.only)
    bins = reliability(judged)
    print(bins.round(3).to_string(index=False))
    print(f"expected calibration error {calibration_error(bins):.3f} over {len(judged):,} statements")
    if given.figure:
        draw(bins, given.figure)


def load(scorer: Path):
    """Import the scorer from its file."""
    spec = importlib.util.spec_from_file_location("scorer", scorer)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judge(scorer, data: Path, predictions: Path, only: Path | None) -> pd.DataFrame:
    """Give each prediction of quotation mode its confidence and whether it is right."""
    gold = scorer.load_gold(data)
    wanted = set(only.read_text().split()) if only else set(gold)
    rows, kept = [], {}
    for line in predictions.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["doc"] in wanted:
            kept.setdefault(row["doc"], []).append(row)
    for stem, found in kept.items():
        document, marked = gold[stem]
        read = [scorer.Attribution(document, *_spans(row)) for row in found]
        chosen = [i for i, one in enumerate(read) if one.quotation]
        pairs = {j: (marked[i], overlap) for i, j, overlap in scorer.pair(marked, [read[i] for i in chosen])}
        for j, i in enumerate(chosen):
            partner, overlap = pairs.get(j, (None, 0.0))
            right = overlap >= scorer.THRESHOLD and _same_speaker(read[i], partner)
            rows.append((found[i]["confidence"], right))
    return pd.DataFrame(rows, columns=["confidence", "right"])


def _spans(row: dict) -> list:
    return [[tuple(span) for span in row[part]] for part in ("source", "cue", "content")]


def _same_speaker(one, other) -> bool:
    mine, theirs = one.word["source"], other.word["source"]
    return bool(mine & theirs) or not (mine or theirs)


def reliability(judged: pd.DataFrame) -> pd.DataFrame:
    """Cut into ten bins of equal count, the least confident first."""
    order = judged.sort_values("confidence", kind="stable").reset_index(drop=True)
    tenth = (order.index * 10) // len(order)
    of_bin = order.groupby(tenth)
    return of_bin.agg(n=("right", "size"), confidence=("confidence", "mean"), right=("right", "mean"))


def calibration_error(bins: pd.DataFrame) -> float:
    """Average the gap between confidence and the share that is right, weighted by count."""
    return float(((bins["confidence"] - bins["right"]).abs() * bins["n"]).sum() / bins["n"].sum())


def draw(bins: pd.DataFrame, path: Path) -> None:
    """Draw the share that is right against the confidence."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(4.5, 4.5), layout="constrained")
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="0.7", linewidth=1)
    axes.plot(bins["confidence"], bins["right"], "o-")
    axes.set(xlabel="confidence", ylabel="share that is right", xlim=(0.3, 1), ylim=(0.3, 1))
    figure.savefig(path)


if __name__ == "__main__":
    main()
