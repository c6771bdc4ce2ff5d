"""A partition of documents laid out flat: its texts, sentences and words as arrays.

Everything that annotates works on this: a `Parts` is made once for a partition, and each annotator is
a pass over its arrays or over the few sentences that can matter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from discourse.annotations.columns import Coded, coded
from discourse.tables import PARTS
from discourse.text import Chunks, Tokens, cut_at_blanks, sentence_places, tokens_in

Numbers = Sequence[int] | np.ndarray
_PARTS = pd.Index(PARTS, dtype="str")


@dataclass(frozen=True)
class Parts:
    """The parts (titles and bodies) of some documents, one after the other.

    `texts` are the parts' texts; `documents` and `names` say for each which document (row of the table)
    and which part it is. Sentences are arrays over all parts: `sentence_text` (which part),
    `sentence_start`, `sentence_end`, and `sentence_id`, which counts on from title to body.
    """

    doc_ids: list[str]
    texts: list[str]
    documents: np.ndarray
    names: np.ndarray
    chunks: Chunks
    tokens: Tokens
    sentence_text: np.ndarray
    sentence_start: np.ndarray
    sentence_end: np.ndarray
    sentence_id: np.ndarray

    @property
    def offsets(self) -> np.ndarray:
        """Where each part begins when all are laid end to end, one code point apart."""
        return self.chunks.begins

    @cached_property
    def number(self) -> dict[tuple[str, str], int]:
        """The number of each part, by document and name."""
        keys = zip(self.documents.tolist(), self.names.tolist(), strict=True)
        return {(self.doc_ids[document], PARTS[name]): i for i, (document, name) in enumerate(keys)}

    def numbers_of(self, frame: pd.DataFrame) -> np.ndarray:
        """Give the number of the part that each row of a table of places stands in."""
        documents, names, numbers = self._numbering
        rows, columns = (
            column.codes if column.categories is own else own.get_indexer(column.categories)[column.codes]
            for column, own in ((frame["doc_id"].array, documents), (frame["part"].array, names))
        )
        return numbers[rows, columns]

    @cached_property
    def _numbering(self) -> tuple[pd.Index, pd.Index, np.ndarray]:
        """The documents, the names of parts, and the number of the part that each two of them make."""
        numbers = np.full((len(self.doc_ids), len(PARTS)), -1)
        numbers[self.documents, self.names] = np.arange(len(self.texts))
        return pd.Index(self.doc_ids, dtype="str"), _PARTS, numbers

    def sentences_of(self, text: int) -> list[tuple[int, int]]:
        """Give the ranges of the sentences of one part, in order."""
        rows = slice(*self._sentences_of[text : text + 2].tolist())
        return list(zip(self.sentence_start[rows].tolist(), self.sentence_end[rows].tolist(), strict=True))

    @cached_property
    def _sentences_of(self) -> np.ndarray:
        """Which sentence each part begins with, and, at last, how many there are."""
        return np.searchsorted(self.sentence_text, np.arange(len(self.texts) + 1))

    def sentence_at(self, text: Numbers, start: Numbers) -> np.ndarray:
        """Give the row, among this partition's sentences, of the sentence that holds each place."""
        return np.searchsorted(self._sentence_begins, self._places(text, start), side="right") - 1

    def word_at(self, text: Numbers, start: Numbers) -> np.ndarray:
        """Give the row, among this partition's words, of the word at (or last before) each place."""
        return np.searchsorted(self.tokens.word_begin, self._places(text, start), side="right") - 1

    def word_from(self, text: Numbers, start: Numbers) -> np.ndarray:
        """Give the row of the word at each place, or else of the first one behind it."""
        place = self._places(text, start)
        before = np.searchsorted(self.tokens.word_begin, place, side="right") - 1
        return before + ((before < 0) | (self.tokens.words.stop(before) <= place))

    @cached_property
    def words_of_sentences(self) -> np.ndarray:
        """How many words begin in each sentence; each word does in one."""
        first = np.searchsorted(self.tokens.word_begin, self._sentence_begins)
        return np.diff(first, append=len(self.tokens.word_begin))

    @cached_property
    def _sentence_begins(self) -> np.ndarray:
        return self._places(self.sentence_text, self.sentence_start)

    def _places(self, text: Numbers, start: Numbers) -> np.ndarray:
        """Places in the parts as places in all parts laid end to end."""
        return self.offsets[np.asarray(text, dtype=np.int64)] + np.asarray(start, dtype=np.int64)

    def place(self, text: Numbers) -> dict[str, Coded]:
        """Give the columns `doc_id` and `part` for rows that stand in the parts `text`."""
        numbers = np.asarray(text, dtype=np.int64)
        return {name: coded(own.codes[numbers], own.categories) for name, own in self._columns.items()}

    def place_of_words(self) -> dict[str, Coded]:
        """Give the columns `doc_id` and `part` for all words."""
        n = self.tokens.words_of_texts
        return {name: coded(np.repeat(own.codes, n), own.categories) for name, own in self._columns.items()}

    @cached_property
    def _columns(self) -> dict[str, Coded]:
        """The columns `doc_id` and `part` for the parts themselves."""
        documents, names, _ = self._numbering
        return {"doc_id": coded(self.documents, documents), "part": coded(self.names, names)}


def spread(spans: Sequence[Sequence[Sequence[int]]] | pd.Series) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give the spans of a column of lists of spans one by one: row, start and end of each."""
    lists = list(spans)
    edges = np.array([edge for of_row in lists for span in of_row for edge in span], dtype=np.int64).reshape(
        -1, 2
    )
    return np.repeat(np.arange(len(lists)), list(map(len, lists))), edges[:, 0], edges[:, 1]


def lay_out(documents: pd.DataFrame) -> Parts:
    """Lay out the titles and bodies of `documents` and cut them into sentences and words."""
    texts, owners, names = [], [], []
    columns = (documents[part].tolist() for part in ("title", "text"))
    for number, (title, text) in enumerate(zip(*columns, strict=True)):
        for name, part in enumerate((title, text)):
            if isinstance(part, str) and part:
                texts.append(part)
                owners.append(number)
                names.append(name)
    chunks = cut_at_blanks(texts)
    sentence_text, sentence_start, sentence_end = sentence_places(texts, chunks)
    owner = np.array(owners, dtype=np.int64)
    return Parts(
        doc_ids=documents["doc_id"].tolist(),
        texts=texts,
        documents=owner,
        names=np.array(names, dtype=np.int64),
        chunks=chunks,
        tokens=tokens_in(chunks),
        sentence_text=sentence_text,
        sentence_start=sentence_start,
        sentence_end=sentence_end,
        sentence_id=_number_within(owner[sentence_text]),
    )


def _number_within(groups: np.ndarray) -> np.ndarray:
    """Number the rows of each run of equal `groups` from 0."""
    if not len(groups):
        return groups
    first = np.flatnonzero(np.diff(groups, prepend=-1))
    return np.arange(len(groups)) - np.repeat(first, np.diff(np.append(first, len(groups))))
