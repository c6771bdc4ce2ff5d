"""The scorer `textblob`: exactly `TextBlob(text).sentiment`, at many times its speed."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

import numpy as np
import pandas as pd

from discourse.annotations.tone.runs import runs_at, runs_of
from discourse.annotations.tone.scores import LABELS, scores
from discourse.annotations.tone.textblob_batch import Instrument
from discourse.errors import check_name
from discourse.lexicons.tone_words import political_news_words, textblob_words
from discourse.tables import require
from discourse.text import Chunks

_NEUTRAL = 0.15
"""TextBlob itself gives no labels; up to this polarity, either way, we call a text neutral."""
_BATCH_TEXTS, _BATCH_CHARACTERS = 32_768, 8_000_000
_OVERLOOKED = re.compile(r"(?<=[a-z])n['’]t\b|(?<=\bcan)not\b", re.IGNORECASE)


def textblob(
    spans: pd.DataFrame, *, fix_negation: bool = False, domain: str | None = None, evidence: bool = True
) -> pd.DataFrame:
    """Score words as TextBlob does: `polarity` and `subjectivity` to the last bit, whatever the text.

    The `label`, which TextBlob does not give, is neutral up to a polarity of 0.15 either way.

    Parameters
    ----------
    spans
        One row per span, with its words in `text`.
    fix_negation
        Let "isn't" and "cannot" negate, which TextBlob overlooks.
    domain
        "political-news" leaves out or corrects words that mean something else there ("first",
        "primary", "base"), as listed with reasons in `lexicons/data/tone-political-news.csv`.
    evidence
        List the scored words. Without them many texts are scored in half the time.

    Examples
    --------
    >>> spans = pd.DataFrame({"text": ["It is not good.", "It isn't good."]})
    >>> textblob(spans)[["polarity", "evidence"]]
       polarity              evidence
    0     -0.35  [good -0.35 negated]
    1      0.70          [good +0.70]
    >>> textblob(spans, fix_negation=True).polarity.tolist()
    [-0.35, -0.35]
    """
    require(spans, "text", of="spans")
    instrument = _instrument(domain)
    row, once = pd.factorize(_negations_parted(spans["text"]) if fix_negation else spans["text"])
    listed = [*once.tolist(), ""]  # the last one stands for what is missing, whose row is -1
    batches = [instrument.score(runs_of(batch), evidence=evidence) for batch in _batches(listed)]
    means = np.concatenate([np.empty((2, 0)), *(batch.means for batch in batches)], axis=1)[:, row]
    found = [found for batch in batches for found in batch.evidence]
    words = [found[i] for i in row.tolist()] if evidence else None
    means[:, spans["text"].isna()] = np.nan
    return _scores(spans.index, means, words)


def textblob_at(
    chunks: Chunks, begin: np.ndarray, end: np.ndarray, text_of: Callable[[int], str]
) -> pd.DataFrame:
    """Score spans of texts that were cut into chunks already, as `textblob` scores their words.

    The places are counted over all texts (see `Chunks.start`); a span that begins at -1 is no such place, or several.
    `text_of` gives the words of a span by its number; it is asked where chunks alone do not tell.
    """
    placed, apart = np.flatnonzero(begin >= 0), np.flatnonzero(begin < 0)
    place = begin[placed] * (end.max(initial=0) + 1) + end[placed]
    _, at, row = np.unique(place, return_index=True, return_inverse=True)
    at = placed[at]
    instrument = _instrument(None)
    runs = runs_at(chunks, begin[at], end[at], lambda run: text_of(int(at[run])))
    there = instrument.score(runs, evidence=True)
    read = instrument.score(runs_of(list(map(text_of, apart.tolist()))), evidence=True)
    means, evidence = np.empty((2, len(begin))), np.empty(len(begin), dtype=object)
    means[:, placed], means[:, apart] = there.means[:, row], read.means
    evidence[placed], evidence[apart] = _objects(there.evidence)[row], _objects(read.evidence)
    return _scores(pd.RangeIndex(len(begin)), means, evidence)


def _objects(lists: Sequence[list[str]]) -> np.ndarray:
    """Give lists as an array that holds each as one thing."""
    column = np.empty(len(lists), dtype=object)
    column[:] = lists
    return column


def _scores(
    index: pd.Index, means: np.ndarray, evidence: Sequence[list[str]] | np.ndarray | None
) -> pd.DataFrame:
    return scores(index, means[0], subjectivity=means[1], label=_labels(means[0]), evidence=evidence)


def _labels(polarity: np.ndarray) -> pd.Categorical:
    """Give the sign as a label; small polarities are neutral, missing ones have none."""
    clear = np.abs(polarity) > _NEUTRAL
    code = np.where(np.isnan(polarity), -1, 1 + clear * np.sign(np.nan_to_num(polarity)).astype(int))
    return pd.Categorical.from_codes(code, categories=LABELS)


def _negations_parted(texts: pd.Series) -> pd.Series:
    return texts.map(lambda text: _OVERLOOKED.sub(" not", text), na_action="ignore")


def _batches(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Cut texts into batches that are bounded in number and, but for a single long text, in length."""
    ends = np.cumsum([len(text) for text in texts])
    begin = 0
    while begin < len(texts):
        reached = ends[begin - 1] if begin else 0
        end = np.searchsorted(ends, reached + _BATCH_CHARACTERS, side="right")
        end = max(begin + 1, min(int(end), begin + _BATCH_TEXTS))
        yield texts[begin:end]
        begin = end


@lru_cache(maxsize=2)
def _instrument(domain: str | None) -> Instrument:
    if domain is None:
        return Instrument(textblob_words())
    check_name(domain, ["political-news"], what="domain")
    return Instrument(political_news_words())
