"""What stands within chunks (words, tokens, marks), one chunk behind the other, as columns."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from discourse.text.chunks import Chunks, places_of


@dataclass(frozen=True)
class Held:
    """What many chunks hold, in order: how many each of them; start and end of each in its chunk; and what it is."""

    counts: np.ndarray
    start: np.ndarray
    end: np.ndarray
    what: np.ndarray

    def of(self, numbers: np.ndarray) -> "Held":
        """Give what some of the chunks hold."""
        return self.taken(numbers, self.pieces(numbers))

    def pieces(self, numbers: np.ndarray) -> np.ndarray:
        """Give the numbers, among all that is held, of what some of the chunks hold."""
        return places_of(self.counts, numbers)[1]

    def taken(self, numbers: np.ndarray, pieces: np.ndarray) -> "Held":
        """Give what some of the chunks hold, where the numbers of these pieces are known."""
        return Held(self.counts[numbers], self.start[pieces], self.end[pieces], self.what[pieces])

    def found_in(self, chunks: Chunks) -> tuple[np.ndarray, np.ndarray]:
        """Find all places of what a few of all remembered chunks hold: the chunk, and the number of what it holds."""
        at = np.flatnonzero((self.counts > 0)[chunks.number][chunks.code])
        place, thing = places_of(self.counts, chunks.number[chunks.code[at]])
        return at[place], thing

    def and_of(self, more: "Held") -> "Held":
        """Give this and behind it what more chunks hold."""
        pairs = zip(vars(self).values(), vars(more).values(), strict=True)
        return Held(*map(np.concatenate, pairs))


def held_by(chunks: Sequence[str], start: np.ndarray, end: np.ndarray, what: np.ndarray) -> Held:
    """Tell which chunk holds what was found in all of them laid end to end.

    Examples
    --------
    >>> held = held_by(["no, ", "not I "], np.array([0, 4, 8]), np.array([2, 7, 9]), np.array(["no", "not", "I"]))
    >>> held.counts.tolist(), held.start.tolist(), held.end.tolist()
    ([1, 2], [0, 0, 4], [2, 3, 5])
    """
    begins = np.cumsum([0, *map(len, chunks)])
    holder = np.searchsorted(begins, start, side="right") - 1
    counts = np.bincount(holder, minlength=len(chunks))
    start, end = ((edge - begins[holder]).astype(np.int32) for edge in (start, end))
    return Held(counts, start, end, what)
