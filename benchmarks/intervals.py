"""How often intervals hold and tests cry wolf, on simulated corpora where the truth is known.

Beside ours stands what is usual: Wilson's interval and the chi-squared test on tokens, as if each were
independent; and the percentiles of documents drawn again. What is simulated is told in `benchmarks/simulated.py`.
The corpora are counted without tables, so that thousands take seconds; `tests/measures/test_intervals.py` holds
the short way against `framing_shares` and `framing_differences`.

    python -m benchmarks.intervals
    python -m benchmarks.intervals --runs 500 --figure power.svg
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.simulated import Corpora, simulate
from discourse.measures.comparing import TwoSides, p_of_no_difference
from discourse.measures.uncertainty import Sums, ratios, share_limits, too_few, wilson_limits

SHARES = (0.05, 0.1, 0.2, 0.5, 0.8, 0.95)
DOCUMENTS = (30, 100)
WORDS = (0.001, 0.005)
POWER_DOCUMENTS = (30, 50, 100, 200, 400)
SHIFTS = (0.05, 0.1, 0.15, 0.2)
_CHI_SQUARED_5 = 3.8415


def limits(corpora: Corpora) -> pd.DataFrame:
    """Give the interval of the share in each corpus, as `framing_shares` does."""
    part, whole = (_sums(corpora, values) for values in (corpora.words, corpora.sizes))
    found = ratios(part, whole, np.arange(len(corpora.words)))
    low, high = share_limits(found)
    return pd.DataFrame({"low": low, "high": high, "too_few": too_few(found)})


def _sums(corpora: Corpora, values: np.ndarray) -> Sums:
    run, unit = np.nonzero(values)
    return Sums(run, unit, values[run, unit].astype(float), *values.shape)


def resampled_limits(corpora: Corpora, random, *, n_resamples: int = 500) -> pd.DataFrame:
    """Give percentiles of the share where the units of each corpus are drawn again."""
    rows = []
    for words, sizes in zip(corpora.words, corpora.sizes, strict=True):
        full = sizes > 0
        drawn = random.multinomial(full.sum(), np.full(full.sum(), 1 / full.sum()), n_resamples)
        rows.append(np.quantile((drawn @ words[full]) / (drawn @ sizes[full]), [0.025, 0.975]))
    return pd.DataFrame(rows, columns=["low", "high"])


def p_values(one: Corpora, other: Corpora, *, together: bool = False) -> np.ndarray:
    """Give p of the test by documents for each pair of corpora, as `framing_differences` does."""
    pairs = zip(one.words, one.sizes, other.words, other.sizes, strict=True)
    return np.array([p_of_no_difference(_sides(*pair, together=together))[0] for pair in pairs])


def _sides(x1, m1, x2, m2, *, together: bool) -> TwoSides:
    n = len(m1)
    words = np.zeros((2, n if together else 2 * n))
    size = np.zeros_like(words)
    words[0, :n], words[1, -n:], size[0, :n], size[1, -n:] = x1, x2, m1, m2
    side, unit = np.nonzero(words)
    nothing = np.zeros((2, 1), dtype=int)
    return TwoSides(
        np.array(["word"]), np.zeros_like(side), side, unit, words[side, unit], size, documents=nothing
    )


def chi_squared(one: Corpora, other: Corpora) -> np.ndarray:
    """Give the chi-squared statistic of tokens for each pair of corpora, without correction."""
    a, n1, b, n2 = (v.sum(axis=1) for v in (one.words, one.sizes, other.words, other.sizes))
    with np.errstate(divide="ignore", invalid="ignore"):
        common = (a + b) / (n1 + n2)
        found = (a / n1 - b / n2) ** 2 / (common * (1 - common) * (1 / n1 + 1 / n2))
    return np.nan_to_num(found)


def coverage(random, *, runs: int, documents: int, share: float) -> dict[str, float]:
    """How often 95 % intervals hold the true share."""
    (corpora,) = simulate(random, (share,), corpora=runs, documents=documents)
    some = Corpora(corpora.words[: runs // 4], corpora.sizes[: runs // 4])
    low, high = wilson_limits(corpora.words.sum(axis=1), corpora.sizes.sum(axis=1))
    return {
        "by documents": _held(limits(corpora), share),
        "documents drawn again": _held(resampled_limits(some, random), share),
        "tokens": _held(pd.DataFrame({"low": low, "high": high}), share),
    }


def _held(found: pd.DataFrame, share: float) -> float:
    return float(((found["low"] <= share) & (share <= found["high"])).mean())


def alarms(random, shares: tuple[float, float], *, runs: int, **setting) -> dict[str, float]:
    """How often a test at 5 % tells two sides apart."""
    pair = simulate(random, shares, corpora=runs, **setting)
    by_documents = p_values(*pair, together=setting.get("together", False)) < 0.05
    return {"by documents": by_documents.mean(), "tokens": (chi_squared(*pair) > _CHI_SQUARED_5).mean()}


def tables(runs: int) -> Iterator[tuple[str, pd.DataFrame]]:
    """Give each table of results, in per cent, with its title."""
    random = np.random.default_rng(20260)
    rows = [
        {"documents": n, "share": s, **coverage(random, runs=runs, documents=n, share=s)}
        for n in DOCUMENTS
        for s in SHARES
    ]
    yield "95 % intervals that hold the truth", pd.DataFrame(rows)
    rows = [
        {
            "documents": n,
            "share": s,
            "in": "the same" if together else "their own",
            **alarms(random, (s, s), runs=runs, documents=n, together=together),
        }
        for n in DOCUMENTS
        for together in (False, True)
        for s in SHARES
    ]
    yield "tests at 5 % that cry wolf", pd.DataFrame(rows)
    long = {"length": 400, "likeness": 0.01}
    rows = [
        {"documents": n, "share": s, **alarms(random, (s, s), runs=runs, documents=n, **long)}
        for n in DOCUMENTS
        for s in WORDS
    ]
    yield "the same for rare words in documents of 400 words", pd.DataFrame(rows)
    rows = [
        {"documents": n, "shift": d, **alarms(random, (0.3, 0.3 + d), runs=runs // 2, documents=n)}
        for n in POWER_DOCUMENTS
        for d in SHIFTS
    ]
    yield POWER, pd.DataFrame(rows)


POWER = "planted differences that are found (from 30 % up)"


def draw_power(table: pd.DataFrame, path: Path) -> None:
    """Draw how often a planted difference is found against the number of documents of each side."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    mpl.rcParams["svg.hashsalt"] = "power"
    figure = Figure(figsize=(6, 3.6), layout="constrained")
    axes = figure.subplots()
    for shift, line in table.groupby("shift"):
        axes.plot(line["documents"], line["by documents"] * 100, "o-", color="#0072B2", alpha=0.4 + 3 * shift)
        start = line.iloc[0]
        axes.annotate(
            f"{30 + shift * 100:.0f} % against 30 %",
            (start["documents"], start["by documents"] * 100),
            xytext=(-8, 0),
            textcoords="offset points",
            ha="right",
            va="center",
            size=9,
        )
    axes.set_xscale("log")
    axes.set_xticks(POWER_DOCUMENTS, [str(n) for n in POWER_DOCUMENTS], minor=False)
    axes.minorticks_off()
    axes.set(xlabel="documents of each side", ylabel="found, % of corpora", ylim=(0, 102), xlim=(10, 440))
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=4000)
    parser.add_argument("--figure", type=Path, help="draw the power curve here")
    chosen = parser.parse_args()
    for title, table in tables(chosen.runs):
        results = ["by documents", "documents drawn again", "tokens"]
        shown = table.assign(**{c: (table[c] * 100).round(1) for c in results if c in table})
        print(f"\n{title}\n{shown.to_string(index=False)}", flush=True)
        if chosen.figure and title == POWER:
            draw_power(table, chosen.figure)


if __name__ == "__main__":
    main()
