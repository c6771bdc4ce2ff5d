"""The sentences behind a number."""

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError
from discourse.measures.texts import PLACE, part_texts, with_all_metadata
from discourse.tables import require

_KEYS = ["doc_id", "part"]


def evidence(table: pd.DataFrame, documents: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Give `table` with the sentence in which each row begins, as `sentence`, and the metadata.

    Parameters
    ----------
    table
        Any table with `doc_id`, `part` and `start`, such as the framings behind a cell.
    documents
        One row per document, with `doc_id`, `text` and perhaps `title`.
    sentences
        One row per sentence, with its place.

    Raises
    ------
    MissingColumnError
        If a column is missing.
    DiscourseError
        If a row stands in no sentence.

    Examples
    --------
    >>> documents = pd.DataFrame({"doc_id": ["a"], "text": ["It rains. It is a war."]})
    >>> sentences = pd.DataFrame({"doc_id": "a", "part": "body", "start": [0, 10], "end": [9, 22]})
    >>> framings = pd.DataFrame({"doc_id": ["a"], "part": ["body"], "start": [18], "end": [21]})
    >>> evidence(framings, documents, sentences).sentence.tolist()
    ['It is a war.']
    """
    require(table, *_KEYS, "start", of="given")
    require(sentences, *PLACE, of="sentences")
    texts = part_texts(documents)
    found = [
        " ".join(texts[doc_id, part][begin:end].split())
        for doc_id, part, begin, end in sentences_around(table, sentences).itertuples(index=False)
    ]
    shown = table.assign(sentence=pd.Series(found, index=table.index, dtype="str"))
    return with_all_metadata(shown, documents)


def sentences_around(table: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Give doc_id, part, begin and end of the sentence around the start of each row, in the rows' order.

    Raises
    ------
    DiscourseError
        If a row stands in no sentence.
    """
    plain = dict.fromkeys(_KEYS, "str")
    rows = table[[*_KEYS, "start"]].astype(plain | {"start": "int64"}).assign(row=np.arange(len(table)))
    spans = sentences[list(PLACE)].astype(plain | {"start": "int64"}).assign(begin=sentences["start"])
    found = pd.merge_asof(rows.sort_values("start"), spans.sort_values("start"), on="start", by=_KEYS)
    lost = found[~(found["start"] < found["end"])]
    if len(lost):
        row = lost.iloc[0]
        raise DiscourseError(
            f"no sentence holds place {row['start']} in the {row['part']} of {row['doc_id']!r}"
        )
    return found.sort_values("row")[[*_KEYS, "begin", "end"]].astype({"begin": int, "end": int})
