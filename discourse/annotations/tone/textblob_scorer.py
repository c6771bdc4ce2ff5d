"""The scorer `textblob`: exactly `TextBlob(text).sentiment`, at many times its speed."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from discourse.annotations.tone.runs import encoded, runs_at, runs_of
from discourse.annotations.tone.scores import LABELS, scores
from discourse.annotations.tone.textblob_batch import Instrument
from discourse.errors import check_name
from discourse.lexicons.tone_words import political_news_words, textblob_words
from discourse.tables import require
from discourse.text import Chunks

_NEUTRAL = 0.15
"""TextBlob itself gives no labels; up to this polarity, either way, we call a text neutral."""
_BATCH_TEXTS, _BATCH_BYTES = 32_768, 8_000_000
_LABELS = pd.Index(LABELS, dtype="str")
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
        List the scored words. Without them many texts are scored in a little less time.

    Raises
    ------
    DiscourseError
        If something in `text` is no text.

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
    texts = _negations_parted(spans["text"]) if fix_negation else spans["text"]
    batches = [instrument.score(runs_of(batch), evidence=evidence) for batch in _batches(encoded(texts))]
    means = np.concatenate([np.empty((2, 0)), *(batch.means for batch in batches)], axis=1)
    means[:, spans["text"].isna()] = np.nan
    words = [found for batch in batches for found in batch.evidence] if evidence else None
    return scores(spans.index, means[0], subjectivity=means[1], label=_labels(means[0]), evidence=words)


def textblob_at(
    chunks: Chunks, begin: np.ndarray, end: np.ndarray, texts_of: Callable[[np.ndarray], list[str]]
) -> dict[str, np.ndarray | pd.Categorical]:
    """Score spans of texts that were cut into chunks already; give columns as `textblob` does of their words.

    The places are counted over all texts (see `Chunks.start`); a span that begins at -1 is no such place, or several.
    `texts_of` gives the words of some spans by their numbers; it is asked where chunks alone do not tell.
    """
    alone = -1 - np.arange(len(begin))
    place = np.where(begin < 0, alone, begin * (end.max(initial=0) + 1) + end)
    _, at, row = np.unique(place, return_index=True, return_inverse=True)
    runs = runs_at(chunks, begin[at], end[at], lambda runs: texts_of(at[runs]))
    batch = _instrument(None).score(runs, evidence=True)
    polarity, subjectivity = batch.means[:, row]
    return {
        "polarity": polarity,
        "subjectivity": subjectivity,
        "label": _labels(polarity),
        "probability": np.full(len(row), np.nan),
        "evidence": batch.evidence[row],
    }


def _batches(texts: pa.LargeStringArray) -> Iterator[pa.LargeStringArray]:
    """Cut texts into batches that are bounded in number and, but for a single long text, in length."""
    ends = np.cumsum(pc.fill_null(pc.binary_length(texts), 0))
    begin = 0
    while begin < len(texts):
        reached = ends[begin - 1] if begin else 0
        end = np.searchsorted(ends, reached + _BATCH_BYTES, side="right")
        end = max(begin + 1, min(int(end), begin + _BATCH_TEXTS))
        yield texts[begin:end]
        begin = end


def _labels(polarity: np.ndarray) -> pd.Categorical:
    """Give the sign as a label; small polarities are neutral, missing ones have none."""
    code = 1 + (polarity > _NEUTRAL).astype(np.int8) - (polarity < -_NEUTRAL)
    code[np.isnan(polarity)] = -1
    return pd.Categorical.from_codes(code, categories=_LABELS, validate=False)


def _negations_parted(texts: pd.Series) -> pd.Series:
    return texts.map(lambda text: _OVERLOOKED.sub(" not", text), na_action="ignore")


@lru_cache(maxsize=2)
def _instrument(domain: str | None) -> Instrument:
    if domain is None:
        return Instrument(textblob_words())
    check_name(domain, ["political-news"], what="domain")
    return Instrument(political_news_words())
