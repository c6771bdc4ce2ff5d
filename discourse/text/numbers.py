"""The numbers of chunks, by their bytes.

Nearly all chunks are words of a few letters. Where many are asked for at once, those of up to sixteen bytes are looked
up together, as two whole numbers each, in a table with one place for each hash. What is not found there, because it is
new, long, or another chunk has its place, is looked up in a dictionary. The table makes no difference to any number.
A chunk ends in a blank or a line feed, never in a zero byte, so no two of them make the same whole numbers.
"""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

_PLACE_BITS = 19
_FEW = 500
_WORD = 8
# Odd numbers with well mixed bits: the first bits of a product with them depend on all bits of the other factor.
_FIRST_FACTOR, _SECOND_FACTOR = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
# What counts of eight bytes of which the first so many belong to a chunk.
_COUNTING = np.array([(1 << 8 * n) - 1 for n in range(_WORD + 1)], dtype=np.uint64)


class Numbers:
    """Gives chunks numbers: `chunks` are those seen so far, in the order of their numbers.

    `characters` is how many these hold.
    """

    def __init__(self):
        self.chunks: list[str] = []
        self.characters = 0
        self._numbers: dict[bytes, int] = {}
        # The row of the chunk at each place; in row 0 stands none.
        self._row = np.zeros(1 << _PLACE_BITS, dtype=np.int32)
        self._first, self._second = np.zeros((2, 1), dtype=np.uint64)
        self._number = np.full(1, -1)

    def of(self, chunks: pa.LargeBinaryArray) -> np.ndarray:
        """Give the number of each of some different chunks in UTF-8; those not seen before get the next ones."""
        if len(chunks) < _FEW:
            return self._looked_up(chunks)
        first, second = _as_words(chunks)
        place = ((first * _FIRST_FACTOR) ^ (second * _SECOND_FACTOR)) >> np.uint64(64 - _PLACE_BITS)
        row = self._row[place]
        found = (self._first[row] == first) & (self._second[row] == second)
        numbers = np.where(found, self._number[row], -1)
        other = np.flatnonzero(numbers < 0)
        numbers[other] = self._looked_up(chunks.take(pa.array(other)))
        new = other[(row[other] == 0) & (first[other] > 0)]
        self._keep(place[new], first[new], second[new], numbers[new])
        return numbers

    def _keep(self, place: np.ndarray, *columns: np.ndarray) -> None:
        """Write chunks into the table, at free places."""
        self._row[place] = np.arange(len(self._number), len(self._number) + len(place))
        kept = self._first, self._second, self._number
        self._first, self._second, self._number = map(np.append, kept, columns)

    def _looked_up(self, chunks: pa.LargeBinaryArray) -> np.ndarray:
        asked = chunks.to_pylist()
        numbers = list(map(self._numbers.get, asked))
        if None in numbers:
            self._add([chunk for chunk, number in zip(asked, numbers, strict=True) if number is None])
            numbers = list(map(self._numbers.get, asked))
        return np.array(numbers, dtype=np.int64)

    def _add(self, new: Sequence[bytes]) -> None:
        """Give the next numbers to new chunks."""
        known, chunks = len(self.chunks), [chunk.decode("utf-8", "surrogatepass") for chunk in new]
        self._numbers.update(zip(new, range(known, known + len(new)), strict=True))
        self.chunks.extend(chunks)
        self.characters += sum(map(len, chunks))


def _as_words(chunks: pa.LargeBinaryArray) -> tuple[np.ndarray, np.ndarray]:
    """Give the first eight bytes of each chunk and the next eight as whole numbers; 0 and 0 where it has more."""
    _, offsets, data = chunks.buffers()
    begin = np.frombuffer(offsets, np.int64)[chunks.offset : chunks.offset + len(chunks) + 1]
    size, begin = np.diff(begin), begin[:-1]
    padded = np.frombuffer(data.to_pybytes() + bytes(2 * _WORD), np.uint8)
    words = np.ndarray(len(padded) - _WORD + 1, "<u8", padded, strides=(1,))
    first = words[begin] & _COUNTING[np.minimum(size, _WORD)]
    second = words[begin + _WORD] & _COUNTING[np.clip(size - _WORD, 0, _WORD)]
    short = size <= 2 * _WORD
    return first * short, second * short
