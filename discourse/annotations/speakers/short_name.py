"""What to call a speaker for short."""

import re

from discourse.annotations.speakers.wording import head_end

_TITLE = re.compile(r"(?i)(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady)\.?\s+")
_RELATIVE = re.compile(r"(?i),? who$")
_ARTICLE = re.compile(r"(?i)(?:the|an?|its|his|her|their)\s+")


def short_name(text: str) -> str:
    """Give the words that tell one speaker from another: no title, no article, no apposition.

    Examples
    --------
    >>> short_name("Ms Ana Ruiz, the mayor"), short_name("Its foreign minister, Leila Haddou")
    ('Ana Ruiz', 'Leila Haddou')
    >>> short_name("the spokesman for the bank, who had left")
    'spokesman for the bank'
    """
    first, *behind = (piece.strip() for piece in _RELATIVE.sub("", " ".join(text.split())).split(","))
    apposed = _bare(behind[0]) if behind else ""
    if _is_name(apposed) and not _is_name(_bare(first)):
        first = apposed
    head = _bare(first[: head_end(first)])
    return (head if _is_name(head) else _bare(first)) or text


def _bare(words: str) -> str:
    words = words.strip(" \"'“”‘’.")
    for leading in (_ARTICLE, _TITLE):
        words = leading.sub("", words, count=1) if leading.match(words) else words
    return words


def _is_name(words: str) -> bool:
    """Whether the words are two or more with capitals, as a full name is."""
    return len(words.split()) > 1 and all(word[:1].isupper() for word in words.split())
