"""How fast sentences are scored as TextBlob scores them, against TextBlob and VADER, in one run.

python -m benchmarks.sentence_tone SENTENCES.txt [N]

SENTENCES has a sentence a line. CPU seconds of this process, medians of three; "cold" begins with nothing remembered.
TextBlob and VADER (if vaderSentiment is installed) score every tenth sentence. Polarities must be equal to the bit.
"""

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pandas as pd
from textblob import TextBlob

from discourse.annotations.tone.textblob_scorer import textblob
from discourse.text.memory import forget

_RUNS = 3


def main(path: str, n: str = "30000") -> None:
    """Print sentences a second and ratios to TextBlob."""
    listed = Path(path).read_text(encoding="utf-8").splitlines()[: int(n)]
    spans, sample = pd.DataFrame({"text": listed}), listed[::10]
    theirs: list[float] = []
    ways: dict[str, tuple[int, Callable[[], object]]] = {
        "TextBlob": (
            len(sample),
            lambda: theirs.extend(TextBlob(text).sentiment.polarity for text in sample),
        ),
        **_vader(sample),
        "cold": (len(listed), partial(_cold, spans)),
        "once warm": (len(listed), lambda: textblob(spans, evidence=False)),
        "once warm, with the scored words": (len(listed), lambda: textblob(spans)),
    }
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(_RUNS):
        for name, (_, work) in ways.items():
            begun = time.process_time()
            work()
            seconds[name].append(time.process_time() - begun)
    ours = textblob(spans)["polarity"].tolist()[::10]
    assert ours == theirs[: len(sample)], "a polarity differs"
    rates = {name: n / statistics.median(seconds[name]) for name, (n, _) in ways.items()}
    for name, rate in rates.items():
        print(f"| {name} | {rate:,.0f} | {rate / rates['TextBlob']:.1f} |")


def _cold(spans: pd.DataFrame) -> None:
    forget()
    textblob(spans, evidence=False)


def _vader(sample: list[str]) -> dict[str, tuple[int, Callable[[], object]]]:
    try:
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
    except ImportError:
        return {}
    scores = SentimentIntensityAnalyzer().polarity_scores
    return {"VADER": (len(sample), lambda: [scores(text) for text in sample])}


if __name__ == "__main__":
    main(*sys.argv[1:])
