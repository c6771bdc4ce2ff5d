"""How a scorer is chosen: by name, or by handing over a function of one's own."""

from collections.abc import Callable, Sequence

import pandas as pd

from discourse.annotations.tone.linear import linear
from discourse.annotations.tone.target import target
from discourse.annotations.tone.textblob_scorer import textblob
from discourse.errors import DiscourseError, check_name

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


def scorers_named(scorer: str | Scorer | Sequence[str | Scorer]) -> dict[str, Scorer]:
    """Give one scorer or several by their names; a function goes by its own name.

    Raises
    ------
    UnknownNameError
        If there is no scorer of that name.
    DiscourseError
        If there is none, or two have one name.

    Examples
    --------
    >>> list(scorers_named(["textblob", "target"]))
    ['textblob', 'target']
    >>> from functools import partial
    >>> list(scorers_named(partial(linear, at_least=0.6)))
    ['linear']
    """
    wanted = [scorer] if isinstance(scorer, str) or callable(scorer) else list(scorer)
    found: dict[str, Scorer] = {}
    for one in wanted:
        name = _name_of(one)
        if name in found:
            raise DiscourseError(f"two scorers are called {name!r}; give one of them another name")
        found[name] = scorer_named(one)
    if not found:
        raise DiscourseError("there is no scorer; name one: 'textblob', 'target' or 'linear'")
    return found


def _name_of(scorer: str | Scorer) -> str:
    """Give a function's name; what wraps one (`functools.partial`) goes by what it wraps."""
    if isinstance(scorer, str):
        return scorer
    return getattr(getattr(scorer, "func", scorer), "__name__", type(scorer).__name__)
