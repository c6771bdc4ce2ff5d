"""The scorer `textblob`: exactly `TextBlob(text).sentiment`."""

import numpy as np
import pandas as pd

from discourse.annotations.tone.scorers import scores
from discourse.tables import require


def textblob(spans: pd.DataFrame) -> pd.DataFrame:
    """Score words as TextBlob does: `polarity` and `subjectivity` to the last bit.

    Examples
    --------
    >>> textblob(pd.DataFrame({"text": ["It is not good."]})).polarity.tolist()
    [-0.35]
    """
    require(spans, "text", of="spans")
    polarity, subjectivity = sentiment(spans["text"])
    return scores(spans.index, polarity, subjectivity=subjectivity)


def sentiment(texts: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """Give TextBlob's polarity and subjectivity of each text; missing where the text is missing."""
    from textblob import TextBlob

    known = texts.notna().to_numpy()
    result = np.full((2, len(texts)), np.nan)
    if known.any():
        result[:, known] = np.array([TextBlob(text).sentiment for text in texts[known]]).T
    return result[0], result[1]
