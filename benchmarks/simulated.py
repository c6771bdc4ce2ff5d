"""Simulated corpora where the truth is known, thousands at once.

Documents differ in how much they use a word, and repeat themselves; outlets are of unequal size and habit; a
fifth of the documents are copies of another. `benchmarks/intervals.py` tries intervals and tests on them.
"""

from dataclasses import dataclass

import numpy as np

OUTLETS = np.array([0.5, 0.3, 0.15, 0.05])
HABITS = np.array([0.9, 1.15, 1.0, 1.1])
COPIED = 0.2


@dataclass(frozen=True)
class Corpora:
    """Counts by corpus (row) and unit (column; copies are in their original's unit).

    `words` are the uses of the word, `sizes` all items; a unit without items is a copy.
    """

    words: np.ndarray
    sizes: np.ndarray

    @property
    def share(self) -> np.ndarray:
        """The share of the word in each corpus."""
        return self.words.sum(axis=1) / self.sizes.sum(axis=1)


def simulate(
    random: np.random.Generator,
    shares: tuple[float, ...],
    *,
    corpora: int,
    documents: int,
    length: float = 5,
    likeness: float = 0.25,
    together: bool = False,
) -> list[Corpora]:
    """Give corpora for each share.

    Parameters
    ----------
    shares
        The true shares of the word, one for each side that is to be compared.
    corpora, documents
        How many corpora, and how many documents each.
    length
        The mean number of items in a document; it varies as a geometric number does.
    likeness
        The correlation of two items of one document.
    together
        Whether the sides speak in the same documents, which then lean the same way; else in documents of
        their own.
    """
    shape = (corpora, documents)
    run = np.arange(corpora)[:, None]
    sides: list[Corpora] = []
    for share in shares:
        if not (sides and together):
            first = _copies(random, shape)
            own = _habits(random, share, random.choice(len(OUTLETS), shape, p=OUTLETS), likeness)
        sizes = 1 + random.negative_binomial(1, 1 / length, shape)
        words = random.binomial(sizes, own)
        sides.append(Corpora(_by_unit(words[run, first], first), _by_unit(sizes[run, first], first)))
    return sides


def _habits(random, share: float, outlet: np.ndarray, likeness: float) -> np.ndarray:
    """How much each document uses the word: by its outlet's habit, and by its own."""
    rarer = min(share, 1 - share) * HABITS / (HABITS @ OUTLETS)
    habit = (rarer if share <= 0.5 else 1 - rarer)[outlet]
    spread = (1 - likeness) / likeness
    return random.beta(habit * spread, (1 - habit) * spread)


def _copies(random, shape: tuple[int, int]) -> np.ndarray:
    """The document that each one is a copy of: itself, for most."""
    itself = np.broadcast_to(np.arange(shape[1]), shape)
    first = np.where(random.random(shape) < COPIED, random.integers(0, shape[1], shape), itself)
    original = np.take_along_axis(first, first, axis=1) == first
    return np.where(original, first, itself)


def _by_unit(values: np.ndarray, unit: np.ndarray) -> np.ndarray:
    """Add up the documents of each unit, corpus by corpus."""
    runs, units = values.shape
    key = (np.arange(runs)[:, None] * units + unit).ravel()
    return np.bincount(key, values.ravel(), minlength=runs * units).reshape(runs, units)
