"""Stop words: the words of grammar that a list of frequent terms does without."""

from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "stop-words.txt"


@cache
def stop_words() -> frozenset[str]:
    """Give the English words of grammar, in lower case, that say nothing about the subject of a text.

    Examples
    --------
    >>> "the" in stop_words(), "war" in stop_words()
    (True, False)
    """
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
