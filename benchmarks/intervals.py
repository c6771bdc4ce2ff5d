"""How often intervals hold and tests cry wolf, on simulated corpora where the truth is known.

Each corpus has bursty words (documents differ in how much they use a word, and repeat themselves), outlets of
unequal size and habit, and wire copy (a fifth of the documents are copies of another). Beside ours stands what
is usual: Wilson's interval and the chi-squared test on tokens, as if each were independent.

    python -m benchmarks.intervals
    python -m benchmarks.intervals --runs 200
"""

import argparse
from collections.abc import Iterator

import numpy as np
import pandas as pd
from scipy.stats import chi2_contingency

from discourse import framing_differences, framing_shares, resampled_shares
from discourse.measures.uncertainty import wilson_limits

CONTRAST = ["war", "crisis"]
SHARES = (0.05, 0.2, 0.5, 0.95)
DOCUMENTS = (30, 100)
OUTLETS = np.array([0.5, 0.3, 0.15, 0.05])
HABITS = np.array([0.9, 1.15, 1.0, 1.1])
COPIED = 0.2
LIKENESS = 0.25
SHIFTS = (0.05, 0.1, 0.2)


def corpus(
    random: np.random.Generator, shares: dict[str, float], n: int
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give framings and documents: `n` documents for each voice, copies among them."""
    tables = [_of_one(random, voice, share, n) for voice, share in shares.items()]
    framings, documents = (pd.concat(part, ignore_index=True) for part in zip(*tables, strict=True))
    return framings, documents


def _of_one(random, voice: str, share: float, n: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    outlet = random.choice(len(OUTLETS), n, p=OUTLETS)
    rarer = min(share, 1 - share) * HABITS / (HABITS @ OUTLETS)
    habits = rarer if share <= 0.5 else 1 - rarer
    spread = (1 - LIKENESS) / LIKENESS
    own = random.beta(habits[outlet] * spread, (1 - habits[outlet]) * spread)
    size = 1 + random.negative_binomial(1, 0.2, n)
    war = random.binomial(size, own)
    first = np.where(random.random(n) < COPIED, random.integers(0, n, n), np.arange(n))
    first = np.where(first == first[first], first, np.arange(n))
    ids = np.array([f"{voice}{i}" for i in range(n)], dtype=object)
    size, war = size[first], war[first]
    frame = np.concatenate([np.repeat(CONTRAST, [w, s - w]) for w, s in zip(war, size, strict=True)])
    framings = pd.DataFrame(
        {
            "doc_id": np.repeat(ids, size),
            "voice": voice,
            "frame": pd.Categorical(frame, CONTRAST),
            "use": "asserted",
        }
    )
    return framings, pd.DataFrame({"doc_id": ids, "duplicate_group": ids[first]})


def held(runs: int, n: int, share: float, random) -> dict[str, float]:
    """How often the 95 % intervals of a share hold the truth: ours, and as if tokens were independent.

    Resampling takes long; it is tried in one run of ten.
    """
    ours, drawn, usual = [], [], []
    for run in range(runs):
        framings, documents = corpus(random, {"a": share}, n)
        row = framing_shares(framings, contrast=CONTRAST, documents=documents).iloc[0]
        ours.append(row["low"] <= share <= row["high"])
        low, high = wilson_limits(row["n"], row["total"])
        usual.append(low <= share <= high)
        if run % 10 == 0:
            row = resampled_shares(framings, contrast=CONTRAST, documents=documents, n_resamples=400).iloc[0]
            drawn.append(row["low"] <= share <= row["high"])
    return {"ours": np.mean(ours), "resampled": np.mean(drawn), "tokens": np.mean(usual)}


def alarms(runs: int, n: int, shares: tuple[float, float], random) -> dict[str, float]:
    """How often a test at 5 % finds two voices different, ours and the chi-squared test on tokens."""
    ours = usual = 0
    for _ in range(runs):
        framings, documents = corpus(random, dict(zip("ab", shares, strict=True)), n)
        row = framing_differences(framings, contrast=CONTRAST, documents=documents).iloc[0]
        ours += row["p"] < 0.05
        usual += (
            chi2_contingency(pd.crosstab(framings["voice"], framings["frame"]), correction=False).pvalue
            < 0.05
        )
    return {"by documents": ours / runs, "tokens": usual / runs}


def tables(runs: int) -> Iterator[tuple[str, pd.DataFrame]]:
    """Give each table of results with its title."""
    random = np.random.default_rng(20260)
    settings = [(n, share) for n in DOCUMENTS for share in SHARES]
    names = pd.MultiIndex.from_tuples(settings, names=["documents", "share"])
    yield (
        "95 % intervals that hold the truth",
        pd.DataFrame([held(runs, *setting, random) for setting in settings], index=names),
    )
    yield (
        "tests at 5 % that cry wolf",
        pd.DataFrame([alarms(runs, n, (s, s), random) for n, s in settings], index=names),
    )
    planted = [(n, shift) for n in (30, 100, 300) for shift in SHIFTS]
    names = pd.MultiIndex.from_tuples(planted, names=["documents", "shift"])
    rows = [alarms(max(runs // 4, 50), n, (0.3, 0.3 + s), random) for n, s in planted]
    yield "planted differences that are found (from 30 % up)", pd.DataFrame(rows, index=names)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=2000)
    for title, table in tables(parser.parse_args().runs):
        print(f"\n{title}\n{(table * 100).round(1).to_string()}", flush=True)


if __name__ == "__main__":
    main()
