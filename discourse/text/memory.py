"""What rules found in the chunks of earlier texts, so that each rule runs once for a chunk of a whole corpus.

Of the chunks of a partition of news nine in ten stood in earlier partitions. So all chunks that a thread has seen
are numbered, and what a rule finds in them is kept in the order of these numbers. What is remembered is bounded
(when it is too much, chunks that were met only once are forgotten), and makes no difference to any result.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, Self, TypeVar

import numpy as np
import pyarrow as pa

from discourse.text.numbers import Numbers

_MOST_CHUNKS, _MOST_CHARACTERS = 100_000, 2_000_000


class OfChunks(Protocol):
    """What a rule found in chunks; it can give what it found in some of them."""

    def of(self, numbers: np.ndarray) -> Self:
        """Give what it found in the chunks of some numbers."""


Found = TypeVar("Found", bound=OfChunks | np.ndarray)


class Memory:
    """The chunks seen so far, in the order in which they were first seen, and what rules found in them.

    Each ends in a blank or a line feed, so that those laid end to end are read as each by itself.
    """

    def __init__(self):
        self._numbers = Numbers()
        self.chunks = self._numbers.chunks
        self._times = np.empty(0, dtype=np.int32)
        self._found: dict[object, tuple[int, Any]] = {}

    def is_full(self) -> bool:
        """Whether it is time to forget."""
        return len(self.chunks) > _MOST_CHUNKS or self._numbers.characters > _MOST_CHARACTERS

    def numbers_of(self, chunks: pa.LargeBinaryArray) -> np.ndarray:
        """Give the number of each of some different chunks in UTF-8; those not seen before get the next ones."""
        numbers = self._numbers.of(chunks)
        new = len(self.chunks) - len(self._times)
        self._times = np.pad(self._times, (0, new)) if new else self._times
        self._times[numbers] += 1
        return numbers

    def of_common(self) -> "Memory":
        """Give a memory of the chunks whose numbers were asked for more than once."""
        rarest_first = np.argsort(self._times, kind="stable")
        often = min(int(np.count_nonzero(self._times > 1)), _MOST_CHUNKS // 2)
        kept = np.sort(rarest_first[len(rarest_first) - often :])
        common = Memory()
        chunks = [self.chunks[number].encode("utf-8", "surrogatepass") for number in kept.tolist()]
        common.numbers_of(pa.array(chunks, pa.large_binary()))
        if common.is_full():
            return Memory()
        for rule, (known, found) in self._found.items():
            of = kept[kept < known]
            common._found[rule] = len(of), found[of] if isinstance(found, np.ndarray) else found.of(of)
        return common

    def found(self, rule: Callable[[Sequence[str], Found | None], Found]) -> Found:
        """Give what a rule finds in all chunks: from those that it has not seen, and from what it found before."""
        return self._grown(rule, rule)

    def each(self, rule: Callable[[str], int | bool], dtype: type) -> np.ndarray:
        """Give what a rule says of each chunk."""

        def longer(chunks: Sequence[str], before: np.ndarray | None) -> np.ndarray:
            new: np.ndarray = np.fromiter(map(rule, chunks), dtype, len(chunks))
            return new if before is None else np.concatenate([before, new])

        return self._grown(rule, longer)

    def each_of(self, numbers: np.ndarray, rule: Callable[[str], int | bool], dtype: type) -> np.ndarray:
        """Give what a rule says of the chunks of some numbers; it is asked of no others, and once of each."""

        def longer(chunks: Sequence[str], before: _Said | None) -> _Said:
            new = _Said(np.zeros(len(chunks), dtype), np.zeros(len(chunks), dtype=bool))
            return new if before is None else before.and_of(new)

        said = self._grown(("some", rule), longer)
        new = np.unique(numbers[~said.asked[numbers]])
        said.what[new] = [rule(self.chunks[number]) for number in new.tolist()]
        said.asked[new] = True
        return said.what[numbers]

    def _grown(self, name: object, grow: Callable[[Sequence[str], Any], Any]) -> Any:
        known, before = self._found.get(name, (0, None))
        if known < len(self.chunks) or before is None:
            before = grow(self.chunks[known:], before)
            self._found[name] = len(self.chunks), before
        return before


@dataclass(frozen=True)
class _Said:
    """What a rule says of each chunk, where it was asked."""

    what: np.ndarray
    asked: np.ndarray

    def of(self, numbers: np.ndarray) -> "_Said":
        return _Said(self.what[numbers], self.asked[numbers])

    def and_of(self, more: "_Said") -> "_Said":
        return _Said(np.append(self.what, more.what), np.append(self.asked, more.asked))


_of_thread = threading.local()


def memory() -> Memory:
    """Give the memory of this thread; where it is full, one of what is common in it."""
    held = getattr(_of_thread, "memory", None) or Memory()
    _of_thread.memory = held.of_common() if held.is_full() else held
    return _of_thread.memory


def forget() -> None:
    """Begin anew, with nothing remembered."""
    _of_thread.memory = Memory()
