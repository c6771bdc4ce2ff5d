"""How a scorer is chosen: by name, or by handing over a function of one's own."""

from collections.abc import Callable

import pandas as pd

from discourse.annotations.tone.linear import linear
from discourse.annotations.tone.target import target
from discourse.annotations.tone.textblob_scorer import textblob
from discourse.errors import check_name

Scorer = Callable[[pd.DataFrame], pd.DataFrame]


def scorer_named(name: str | Scorer) -> Scorer:
    """Give the scorer of this name: "textblob", "target" or "linear". A function is given back as it is.

    Raises
    ------
    UnknownNameError
        If there is no scorer of that name.

    Examples
    --------
    >>> scorer_named("textblob")(pd.DataFrame({"text": ["A very good plan."]})).polarity.round(2).tolist()
    [0.91]
    >>> scorer_named("vader")
    Traceback (most recent call last):
    discourse.errors.UnknownNameError: scorer 'vader' is unknown. Known: 'textblob', 'target', 'linear'.
    """
    if callable(name):
        return name
    built_in = {"textblob": textblob, "target": target, "linear": linear}
    check_name(name, built_in, what="scorer")
    return built_in[name]
