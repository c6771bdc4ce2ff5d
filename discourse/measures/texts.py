"""The texts behind places: the right part of the right document, and the words around a place."""

import pandas as pd

from discourse.measures.groups import with_metadata

PLACE = ("doc_id", "part", "start", "end")
_COLUMN_OF = {"title": "title", "body": "text"}
_USUAL_WORD = 12


def part_texts(documents: pd.DataFrame) -> dict[tuple[str, str], str]:
    """Give the text of each part by document and part; a part without text is left out."""
    return {
        (doc_id, part): text
        for part, column in _COLUMN_OF.items()
        if column in documents.columns
        for doc_id, text in zip(documents["doc_id"].astype("str"), documents[column], strict=True)
        if isinstance(text, str)
    }


def with_all_metadata(table: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Give `table` with every column of `documents` but the text."""
    return with_metadata(table, documents, list(documents.columns.drop(["doc_id", "text"], errors="ignore")))


def words_before(text: str, place: int, count: int) -> str:
    """Give the last `count` words before a place, with single blanks between them.

    Examples
    --------
    >>> words_before("one two  three four", 15, 2)
    'two three'
    """
    if count == 0:
        return ""
    reach = count * _USUAL_WORD
    while True:
        begin = max(place - reach, 0)
        words = text[begin:place].split()
        # A word at the edge of the slice may be cut, so one more than wanted must be there.
        if begin == 0 or len(words) > count:
            return " ".join(words[-count:])
        reach *= 4


def words_after(text: str, place: int, count: int) -> str:
    """Give the first `count` words after a place, with single blanks between them.

    Examples
    --------
    >>> words_after("one two  three four", 3, 2)
    'two three'
    """
    reach = (count + 1) * _USUAL_WORD
    while True:
        words = text[place : place + reach].split()
        if place + reach >= len(text) or len(words) > count:
            return " ".join(words[:count])
        reach *= 4
