"""Texts to be scored, as runs of chunks: cut for the purpose, or places in texts that are cut already."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa

from discourse.errors import DiscourseError
from discourse.text import Chunks, cut_column


@dataclass(frozen=True)
class Runs:
    """Some texts: each is a run of `chunks`, from the place `begin` to before the place `end`; runs may overlap.

    `texts_of` gives the words of some of the texts, by their numbers.
    """

    chunks: Chunks
    begin: np.ndarray
    end: np.ndarray
    texts_of: Callable[[np.ndarray], list[str]]

    def __len__(self) -> int:
        return len(self.begin)

    def numbers(self, places: np.ndarray) -> np.ndarray:
        """Give the numbers, in their memory, of the chunks at some places."""
        return self.chunks.number[self.chunks.code[places]]


def encoded(texts: Sequence[str | None] | pd.Series) -> pa.LargeStringArray:
    """Give texts as a column in UTF-8, lone surrogates included.

    Raises
    ------
    DiscourseError
        If something is no text.
    """
    try:
        column = pa.array(texts, pa.large_string(), from_pandas=True)
    except UnicodeEncodeError:
        held = [text.encode("utf-8", "surrogatepass") if isinstance(text, str) else None for text in texts]
        column = pa.array(held, pa.large_binary()).view(pa.large_string())
    except (pa.ArrowTypeError, pa.ArrowInvalid) as error:
        odd = next(text for text in texts if not isinstance(text, str) and not pd.isna(text))
        raise DiscourseError(f"a text to be scored must be text; {odd!r} is none") from error
    if isinstance(column, pa.ChunkedArray):
        column = column.cast(pa.large_string()).combine_chunks()
    return column


def runs_of(texts: pa.LargeStringArray) -> Runs:
    """Cut the texts of a column into runs of chunks."""
    chunks = cut_column(texts)
    return Runs(
        chunks, chunks.first[:-1], chunks.first[1:], lambda rows: _decoded(texts.take(pa.array(rows)))
    )


def _decoded(texts: pa.LargeStringArray) -> list[str]:
    return [text.decode("utf-8", "surrogatepass") for text in texts.cast(pa.large_binary()).to_pylist()]


def runs_at(
    chunks: Chunks, begin: np.ndarray, end: np.ndarray, texts_of: Callable[[np.ndarray], list[str]]
) -> Runs:
    """Take runs from texts that are cut already: spans, whose places are counted over all texts.

    One that begins or ends among the letters of a chunk, or has no place (-1), is cut anew and put behind these.
    """
    first, last = chunks.around(begin, end)
    whole = (begin >= 0) & (chunks.opens(first) >= begin) & (chunks.closes(last) <= end)
    behind, apart = last + 1, np.flatnonzero(~whole)
    more = cut_column(encoded(texts_of(apart)), chunks.memory)
    places = more.first + len(chunks.code)
    first[apart], behind[apart] = places[:-1], places[1:]
    code = np.append(chunks.code, more.code + len(chunks.number))
    number = np.append(chunks.number, more.number)
    both = Chunks(code, np.append(chunks.first[:-1], places), number, chunks.memory)
    return Runs(both, first, behind, texts_of)
