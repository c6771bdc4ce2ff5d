"""How fast phrases are found at the borders of words, against ahocorasick_rs, spaCy and re, in one run.

python -m benchmarks.phrases CORPUS.parquet [N]

CORPUS has the column `text`. Phrases of one to three words are drawn from its last documents and looked for in the
first N, in lower case with single blanks. All matches are wanted, also overlapping ones. CPU seconds of this process,
medians of three. Ours works on words that were cut before, as `annotate` does; cutting is told apart. All keep what
they made of the phrases from one run to the next.
Peers that are not installed are left out; `re` takes 200 phrases at most, and finds no overlapping matches.
"""

import random
import re
import statistics
import sys
import time
from collections.abc import Callable

import pandas as pd

from discourse.annotations.trie import walk
from discourse.lexicons.patterns import pattern
from discourse.text import tokenize

_RUNS = 3
_SIZES = (200, 2_000, 20_000)
_MOST_FOR_RE = 200
_TENTH = ", a tenth of the texts"


def main(corpus: str, n: str = "1000") -> None:
    """Print megabytes a second and matches for each way and number of phrases."""
    listed = [" ".join(re.findall(r"\w+", text.lower())) for text in pd.read_parquet(corpus)["text"]]
    texts, rest = listed[: int(n)], listed[-500:]
    size = sum(len(text.encode()) for text in texts) / 1e6
    begun = time.process_time()
    tokens = tokenize(texts)
    print(f"cutting into words: {size / (time.process_time() - begun):.0f} MB/s")
    for wanted in _SIZES:
        phrases = _drawn(rest, wanted)
        patterns = tuple(pattern(phrase, "any", "phrase") for phrase in phrases)
        ways: dict[str, Callable[[], int]] = {
            "discourse": lambda patterns=patterns: len(walk(tokens, patterns)[0]),
            **_peers(texts, phrases),
        }
        seconds: dict[str, list[float]] = {name: [] for name in ways}
        matches: dict[str, int] = {}
        for _ in range(_RUNS):
            for name, work in ways.items():
                begun = time.process_time()
                matches[name] = work()
                seconds[name].append(time.process_time() - begun)
        for name, of in seconds.items():
            read = size * (0.1 if name.endswith(_TENTH) else 1)
            print(
                f"| {wanted:,} | {name} | {read / statistics.median(of):.1f} | {matches[name]:,} |",
                flush=True,
            )


def _drawn(texts: list[str], n: int) -> list[str]:
    """Draw `n` phrases of one to three words, none of them short."""
    draw, found = random.Random(7), set()
    while len(found) < n:
        words = draw.choice(texts).split()
        length, at = draw.randint(1, 3), draw.randrange(max(1, len(words) - 3))
        phrase = " ".join(words[at : at + length])
        if len(phrase) > 4 + length:
            found.add(phrase)
    return sorted(found)


def _peers(texts: list[str], phrases: list[str]) -> dict[str, Callable[[], int]]:
    peers: dict[str, Callable[[], int]] = {}
    try:
        import ahocorasick_rs

        automaton = ahocorasick_rs.AhoCorasick(phrases)
        peers["ahocorasick_rs and borders"] = lambda: sum(
            _at_borders(text, automaton.find_matches_as_indexes(text, overlapping=True)) for text in texts
        )
    except ImportError:
        pass
    try:
        import spacy
        from spacy.matcher import PhraseMatcher

        nlp = spacy.blank("en")
        matcher = PhraseMatcher(nlp.vocab)
        matcher.add("any", list(nlp.tokenizer.pipe(phrases)))
        peers[f"spaCy's PhraseMatcher{_TENTH}"] = lambda: sum(
            len(matcher(document)) for document in nlp.tokenizer.pipe(texts[::10])
        )
    except ImportError:
        pass
    if len(phrases) <= _MOST_FOR_RE:
        longest = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
        found = re.compile(rf"\b(?:{longest})\b")
        peers["re"] = lambda: sum(len(found.findall(text)) for text in texts)
    return peers


def _at_borders(text: str, found: list[tuple[int, int, int]]) -> int:
    last = len(text)
    return sum(
        1
        for _, start, end in found
        if (start == 0 or text[start - 1] == " ") and (end == last or text[end] == " ")
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
