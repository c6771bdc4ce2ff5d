"""The scorer `textblob`: exactly `TextBlob(text).sentiment`, at many times its speed."""

import re
from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from discourse.annotations.tone.scores import LABELS, scores
from discourse.annotations.tone.textblob_batch import Instrument
from discourse.errors import check_name
from discourse.lexicons.tone_words import political_news_words, textblob_words
from discourse.tables import require

_NEUTRAL = 0.15
"""TextBlob itself gives no labels; up to this polarity, either way, we call a text neutral."""
_BATCH_TEXTS, _BATCH_BYTES = 32_768, 10_000_000
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
    texts, odd = _arrow(_negations_parted(spans["text"]) if fix_negation else spans["text"])
    once = texts.fill_null("").dictionary_encode()
    code = once.indices.to_numpy()
    batches = [instrument.score(batch, evidence=evidence) for batch in _batches(once.dictionary)]
    means = np.concatenate([np.empty((2, 0)), *(batch.means for batch in batches)], axis=1)[:, code]
    found = [found for batch in batches for found in batch.evidence]
    words = [found[i] for i in code.tolist()] if evidence else None
    for row, text in odd.items():
        means[:, row], told = instrument.score_one(text)
        if words:
            words[row] = told
    means[:, spans["text"].isna()] = np.nan
    return scores(spans.index, means[0], subjectivity=means[1], label=_labels(means[0]), evidence=words)


def _labels(polarity: np.ndarray) -> pd.Categorical:
    """Give the sign as a label; small polarities are neutral, missing ones have none."""
    clear = np.abs(polarity) > _NEUTRAL
    code = np.where(np.isnan(polarity), -1, 1 + clear * np.sign(np.nan_to_num(polarity)).astype(int))
    return pd.Categorical.from_codes(code, categories=LABELS)


def _negations_parted(texts: pd.Series) -> list[str | None]:
    return [_OVERLOOKED.sub(" not", text) if isinstance(text, str) else None for text in texts.tolist()]


def _arrow(texts: pd.Series | list[str | None]) -> tuple[pa.Array, dict[int, str]]:
    """Give texts as an Arrow array, and apart, by row, those that it cannot hold (lone surrogates)."""
    try:
        texts = pa.array(texts, pa.large_string(), from_pandas=True)
        return (texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts), {}
    except UnicodeEncodeError:
        odd = {n: text for n, text in enumerate(texts) if isinstance(text, str) and not _is_sound(text)}
        return pa.array(
            [None if n in odd else text for n, text in enumerate(texts)], pa.large_string(), from_pandas=True
        ), odd


def _is_sound(text: str) -> bool:
    return text.isascii() or text.encode("utf-8", "ignore").decode() == text


def _batches(texts: pa.Array) -> Iterator[pa.StringArray]:
    """Cut texts into batches that are bounded in number and, but for a single long text, in length."""
    ends = np.cumsum(pc.binary_length(texts).to_numpy(zero_copy_only=False).astype(np.int64))
    begin = 0
    while begin < len(texts):
        reached = ends[begin - 1] if begin else 0
        end = np.searchsorted(ends, reached + _BATCH_BYTES, side="right")
        end = max(begin + 1, min(int(end), begin + _BATCH_TEXTS))
        yield texts[begin:end].cast(pa.string())
        begin = end


@lru_cache(maxsize=2)
def _instrument(domain: str | None) -> Instrument:
    if domain is None:
        return Instrument(textblob_words())
    check_name(domain, ["political-news"], what="domain")
    return Instrument(political_news_words())
