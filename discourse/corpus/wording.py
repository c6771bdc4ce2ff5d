"""Numbers, lists and the beginnings of texts in the sentences of the import report."""

from collections import Counter
from collections.abc import Iterable


def counted(n: int, noun: str) -> str:
    """A number with its noun.

    Examples
    --------
    >>> counted(1, "text"), counted(1204, "text")
    ('1 text', '1,204 texts')
    """
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def tallied(details: Iterable[str], *, at_most: int | None = None) -> str:
    """How often each thing occurs, the most frequent first.

    Examples
    --------
    >>> tallied(["German", "Russian", "German"])
    '2 × German, 1 × Russian'
    """
    return ", ".join(f"{n:,} × {detail}" for detail, n in Counter(details).most_common(at_most))


def beginning(text: str, length: int) -> str:
    r"""The first characters in one line, with an ellipsis where there is more.

    Examples
    --------
    >>> beginning("The talks\nwill go on.", 9)
    'The talks…'
    """
    start = " ".join(text[: 4 * length].split())
    return start if len(start) <= length and len(text) <= 4 * length else start[:length] + "…"
