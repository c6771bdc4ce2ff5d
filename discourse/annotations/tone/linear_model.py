"""The weights of the scorer `linear`: one row per feature and number, one column per label."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

_FILE = Path(__file__).parents[2] / "lexicons" / "data" / "tone-linear.npz"


@dataclass(frozen=True)
class LinearModel:
    """A multinomial logistic regression.

    `features` leads from a feature to its row of `feature_weights` (negative, neutral, positive); numbers
    are brought to mean 0 and spread 1 by `means` and `spreads` before `number_weights` apply.
    """

    features: Mapping[str, int]
    feature_weights: np.ndarray
    number_weights: np.ndarray
    means: np.ndarray
    spreads: np.ndarray
    bias: np.ndarray

    @property
    def known(self) -> frozenset[str]:
        """The words that the model knows as words, not as names."""
        return frozenset(f.removeprefix("word|") for f in self.features if f.startswith("word|"))

    def contributions(self, features: set[str]) -> dict[str, np.ndarray]:
        """Give the weights of those features that the model knows."""
        known = sorted(feature for feature in features if feature in self.features)
        return {feature: self.feature_weights[self.features[feature]] for feature in known}

    def probabilities(self, weights: Sequence[np.ndarray], numbers: Sequence[float]) -> np.ndarray:
        """Give the probabilities of negative, neutral and positive from contributions and numbers."""
        total = (np.asarray(numbers) - self.means) / self.spreads @ self.number_weights + self.bias
        total = total + np.sum(weights, axis=0) if len(weights) else total
        odds = np.exp(total - total.max())
        return odds / odds.sum()

    def write(self, path: Path) -> None:
        """Write the model, with two bytes per weight."""
        small = {
            name: getattr(self, name).astype(np.float16)
            for name in ("feature_weights", "number_weights", "bias")
        }
        listed = np.frombuffer("\n".join(self.features).encode(), dtype=np.uint8)
        np.savez_compressed(path, features=listed, means=self.means, spreads=self.spreads, **small)


def read_model(path: Path = _FILE) -> LinearModel:
    """Read a model; without `path`, the one that comes with the package."""
    with np.load(path, allow_pickle=False) as stored:
        listed = stored["features"].tobytes().decode().split("\n")
        weights = {name: stored[name].astype(float) for name in stored.files if name != "features"}
    return LinearModel(features={feature: row for row, feature in enumerate(listed)}, **weights)


@cache
def linear_model() -> LinearModel:
    """Give the model that comes with the package."""
    return read_model()
