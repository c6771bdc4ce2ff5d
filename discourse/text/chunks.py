"""Texts cut at blanks and line breaks: what is the same is looked at once.

A *chunk* is what stands up to the next blank or line feed, which it takes along. A partition of news holds ten
times as many chunks as it holds different ones, and nothing that makes a word, a stop or a scored word
reaches over a blank. So rules run over the distinct chunks, once for a corpus (see `memory`), and each place only
looks up what they found.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from discourse.text.memory import Memory, memory

_BLANK, _LINE_FEED = ord(" "), ord("\n")


@dataclass(frozen=True)
class Chunks:
    """The chunks of several texts, in order; behind each text stands a line feed of our own.

    `code` says which of the distinct chunks stands at each place, and `first` which place each text begins with
    (and, at last, how many there are). `number` are the numbers of the distinct chunks in `memory`.
    """

    code: np.ndarray
    first: np.ndarray
    number: np.ndarray
    memory: Memory

    @property
    def distinct(self) -> list[str]:
        """The distinct chunks."""
        return [self.memory.chunks[number] for number in self.number.tolist()]

    @cached_property
    def start(self) -> np.ndarray:
        """Where each chunk begins, counted in code points over all texts."""
        return self.edges[:-1]

    @cached_property
    def begins(self) -> np.ndarray:
        """Where each text begins, counted likewise, with its line feed; and, at last, where all end."""
        return self.edges[self.first]

    @cached_property
    def edges(self) -> np.ndarray:
        """Where each chunk begins, and where the last one ends."""
        edges = np.zeros(len(self.code) + 1, dtype=np.int64)
        np.cumsum(self.lengths[self.code], out=edges[1:])
        return edges

    @cached_property
    def text(self) -> np.ndarray:
        """Which text each chunk stands in."""
        return np.repeat(np.arange(len(self.first) - 1), np.diff(self.first))

    @cached_property
    def start_in_text(self) -> np.ndarray:
        """Where each chunk begins, counted in code points in its own text."""
        return self.start - self.begins[self.text]

    @cached_property
    def lengths(self) -> np.ndarray:
        """The lengths of the distinct chunks in code points."""
        return self.memory.each(len, np.int32)[self.number]

    def each(self, rule: Callable[[str], int | bool], dtype: type) -> np.ndarray:
        """Give what a rule says of each chunk; it is asked once for each distinct one."""
        return self.memory.each(rule, dtype)[self.number][self.code]

    def each_of(self, at: np.ndarray, rule: Callable[[str], int | bool], dtype: type) -> np.ndarray:
        """Give what a rule says of the chunks `at`; it is asked of no others."""
        return self.memory.each_of(self.number[self.code[at]], rule, dtype)

    def around(self, begin: np.ndarray, end: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Give the chunks that hold the first and the last character of spans, whose places count over all texts."""
        first = np.searchsorted(self.start, begin, side="right") - 1
        return first, np.searchsorted(self.start, end) - 1

    def opens(self, at: np.ndarray) -> np.ndarray:
        """Give where in the chunks `at`, counted over all texts, begins what is more than white space."""
        return self.start[at] + self.each_of(at, _filled_from, np.int32)

    def closes(self, at: np.ndarray) -> np.ndarray:
        """Give where it ends."""
        return self.start[at] + self.each_of(at, _filled_to, np.int32)

    def behind(self, at: np.ndarray) -> np.ndarray:
        """Give the next chunk in the text that is more than white space, for the chunks `at`; where none is, -1."""
        behind = self.filled_from(at + 1)
        return np.where(behind < self.first[self.text[at] + 1], behind, -1)

    def filled_from(self, at: np.ndarray) -> np.ndarray:
        """Give the first chunk from each of `at` on that is more than white space, in whatever text."""
        begin, end = self._white_runs
        run = np.searchsorted(begin, at, side="right") - 1
        return np.maximum(at, end[run])

    def filled_before(self, at: np.ndarray) -> np.ndarray:
        """Give the last chunk before each of `at` that is more than white space, in whatever text."""
        begin, end = self._white_runs
        run = np.searchsorted(begin, at) - 1
        return np.where(end[run] == at, begin[run], at) - 1

    @cached_property
    def _white_runs(self) -> tuple[np.ndarray, np.ndarray]:
        """The runs of chunks that are nothing but white space: the first of each, and the chunk behind it.

        In front stands a run that holds nothing.
        """
        white = np.flatnonzero(self.each(str.isspace, bool))
        begin = white[np.diff(white, prepend=-2) > 1]
        end = white[np.diff(white, append=len(self.code) + 1) > 1] + 1
        return np.append(-1, begin), np.append(-1, end)


def _filled_from(chunk: str) -> int:
    return len(chunk) - len(chunk.lstrip())


def _filled_to(chunk: str) -> int:
    return len(chunk.rstrip())


def cut_at_blanks(texts: Sequence[str]) -> Chunks:
    """Cut texts into chunks.

    Examples
    --------
    >>> chunks = cut_at_blanks(["no, no, no", "not I"])
    >>> [chunks.distinct[code] for code in chunks.code]
    ['no, ', 'no, ', 'no\\n', 'not ', 'I\\n']
    >>> chunks.start.tolist(), chunks.first.tolist()
    ([0, 4, 8, 11, 15], [0, 3, 5])
    """
    encoded = _encoded(texts)
    begins = np.append(0, np.cumsum(np.fromiter(map(len, encoded), np.int64, len(encoded)) + 1))
    return _cut(b"\n".join([*encoded, b""]), begins, memory())


def cut_column(texts: pa.LargeStringArray, held: Memory | None = None) -> Chunks:
    """Cut the texts of a column into chunks, without making strings of them; one that is missing counts as empty.

    The chunks are numbered in the memory `held`, or else in that of this thread.

    Examples
    --------
    >>> chunks = cut_column(pa.array(["no, no, no", "not I"], pa.large_string()))
    >>> [chunks.distinct[code] for code in chunks.code]
    ['no, ', 'no, ', 'no\\n', 'not ', 'I\\n']
    """
    behind = (pa.scalar(text, pa.large_string()) for text in ("", "\n"))
    lined = pc.binary_join_element_wise(texts, *behind, null_handling="replace")
    _, begins, whole = lined.buffers()
    return _cut(whole or b"", np.frombuffer(begins, np.int64)[: len(lined) + 1], held or memory())


def _cut(whole: bytes | pa.Buffer, begins: np.ndarray, held: Memory) -> Chunks:
    """Cut what lies in memory in UTF-8, one text behind the other; each begins with the byte `begins`."""
    data = np.frombuffer(whole, dtype=np.uint8)
    begins_chunk = np.ones(len(data) + 1, dtype=bool)
    np.logical_or(data == _BLANK, data == _LINE_FEED, out=begins_chunk[1:])
    offsets = np.flatnonzero(begins_chunk)
    buffers = [None, pa.py_buffer(offsets), pa.py_buffer(whole)]
    counted = pa.Array.from_buffers(pa.large_binary(), len(offsets) - 1, buffers).dictionary_encode()
    code = counted.indices.to_numpy().astype(np.int64)
    return Chunks(code, np.searchsorted(offsets, begins), held.numbers_of(counted.dictionary), held)


def _encoded(texts: Sequence[str]) -> list[bytes]:
    """Give texts in UTF-8, lone surrogates included."""
    try:
        return list(map(str.encode, texts))
    except UnicodeEncodeError:
        return [text.encode("utf-8", "surrogatepass") for text in texts]


def places_of(counts: np.ndarray, code: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Lay out what each distinct chunk holds (`counts[i]` things in a row) at every place where it stands.

    Gives for each thing, in order, its place among `code` and its number among the things of all distinct chunks.

    Examples
    --------
    >>> places_of(np.array([2, 0, 1]), np.array([2, 0, 1, 0]))
    (array([0, 1, 1, 3, 3]), array([2, 0, 1, 0, 1]))
    """
    place = np.repeat(np.arange(len(code)), counts[code])
    number = (np.cumsum(counts) - counts)[code][place]
    more = np.flatnonzero(place[1:] == place[:-1]) + 1
    opens = np.diff(more, prepend=-1) > 1
    number[more] += more + 1 - more[opens][np.cumsum(opens) - 1]
    return place, number
