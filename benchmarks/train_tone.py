"""Train the scorer `linear` on the training part of NewsMTSC, and predict it out of fold.

    python benchmarks/train_tone.py train.jsonl --write          the model, into the package
    python benchmarks/train_tone.py train.jsonl --folds pred.jsonl
                                                                 polarity and label of each mention by a model
                                                                 that saw no mention of its article

NewsMTSC: Hamborg and Donnay (2021), MIT licence. Of its sentences only features of up to three words that
stand in three articles or more are kept; names are masked, and words mostly written with a capital are left out.
"""

import argparse
import json
import re
from collections import defaultdict
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

from discourse.annotations.tone.linear_features import features, numbers
from discourse.annotations.tone.linear_model import _FILE, LinearModel
from discourse.annotations.tone.reading import read
from discourse.annotations.tone.speaking import speaks

FOLDS, ARTICLES, STEPS, LOOSENESS = 10, 3, 60, 0.02
GOLD = {2.0: 0, 4.0: 1, 6.0: 2}


def load(path: str) -> list[dict]:
    """Give the mentions of a file of NewsMTSC, each with its article and label (0, 1, 2)."""
    found = []
    for line in Path(path).read_text("utf-8").splitlines():
        sentence = json.loads(line)
        for target in sentence["targets"]:
            reading = read(sentence["sentence_normalized"], target["from"], target["to"])
            gid = target["Input.gid"]
            article = re.match(r"allsides_\d+|polusa_v1_\d+", gid)[0]
            gold = GOLD[float(target["polarity"])]
            found.append(
                {"gid": gid, "article": article, "gold": gold, "reading": reading, "own": speaks(reading)}
            )
    return found


def known_words(mentions: list[dict]) -> frozenset[str]:
    """Give the words of several articles that are mostly written without a capital."""
    small, articles = defaultdict(list), defaultdict(set)
    for mention in mentions:
        sentence = mention["reading"].sentence
        for word, capital in zip(sentence.words, sentence.capital, strict=True):
            small[word].append(not capital)
            articles[word].add(mention["article"])
    return frozenset(w for w in small if len(articles[w]) >= ARTICLES and np.mean(small[w]) >= 0.5)


def vocabulary(mentions: list[dict], found: list[set[str]], known: frozenset[str]) -> list[str]:
    """Give the features that stand in several articles and hold no word that may be a name."""
    articles = defaultdict(set)
    for mention, own in zip(mentions, found, strict=True):
        for feature in own:
            articles[feature].add(mention["article"])
    return sorted(f for f in articles if len(articles[f]) >= ARTICLES and _is_nameless(f, known))


def _is_nameless(feature: str, known: frozenset[str]) -> bool:
    rule, words = feature.split("|", 1)
    if rule.startswith(("kind", "pattern", "speaker", "other")):
        return True
    return all(w in known or w.isupper() or not w[0].isalpha() for w in words.split())


def matrix(found: list[set[str]], columns: list[str]) -> sp.csr_matrix:
    """Give which mention (row) has which feature (column)."""
    place = {feature: n for n, feature in enumerate(columns)}
    rows = [sorted(place[f] for f in own if f in place) for own in found]
    ends = np.cumsum([0, *map(len, rows)])
    return sp.csr_matrix((np.ones(ends[-1]), np.concatenate(rows), ends), shape=(len(rows), len(columns)))


def contrast(present: sp.csr_matrix, gold: np.ndarray) -> np.ndarray:
    """Give how strongly each feature tells each label from the others (Wang and Manning 2012)."""
    return np.array([_log_ratio(present, gold == label) for label in range(3)]).T


def _log_ratio(present: sp.csr_matrix, inside: np.ndarray) -> np.ndarray:
    counts = [1 + np.asarray(present[rows].sum(0)).ravel() for rows in (inside, ~inside)]
    within, without = (count / count.sum() for count in counts)
    return np.abs(np.log(within / without))


def fit(mentions: list[dict]) -> LinearModel:
    """Fit a model: logistic regression with a square penalty, features scaled by their contrast."""
    known = known_words(mentions)
    found = [features(m["reading"], m["own"], known) for m in mentions]
    columns, gold = vocabulary(mentions, found, known), np.array([m["gold"] for m in mentions])
    present = matrix(found, columns)
    given = np.array([numbers(m["reading"], m["own"]) for m in mentions], dtype=float)
    means, spreads = given.mean(0), given.std(0) + 1e-9
    seen = sp.hstack([present, (given - means) / spreads, np.ones((len(gold), 1))]).tocsr()
    scale = np.vstack([contrast(present, gold), np.ones((seen.shape[1] - len(columns), 3))])
    weights = _minimum(seen, np.eye(3)[gold], scale)
    return LinearModel(
        features={feature: n for n, feature in enumerate(columns)},
        feature_weights=weights[: len(columns)],
        number_weights=weights[len(columns) : -1],
        means=means,
        spreads=spreads,
        bias=weights[-1],
    )


def _minimum(seen: sp.csr_matrix, gold: np.ndarray, scale: np.ndarray) -> np.ndarray:
    turned = seen.T.tocsr()

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        free = flat.reshape(scale.shape)
        total = seen @ (free * scale)
        odds = np.exp(total - total.max(axis=1, keepdims=True))
        chances = odds / odds.sum(axis=1, keepdims=True)
        cost = -np.log((chances * gold).sum(axis=1)).sum() + (free**2).sum() / (2 * LOOSENESS)
        return cost, ((turned @ (chances - gold)) * scale + free / LOOSENESS).ravel()

    best = minimize(loss, np.zeros(scale.size), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return best.x.reshape(scale.shape) * scale


def predict(model: LinearModel, mention: dict, known: frozenset[str]) -> np.ndarray:
    """Give the probabilities of negative, neutral and positive."""
    counted = model.contributions(features(mention["reading"], mention["own"], known))
    return model.probabilities(list(counted.values()), numbers(mention["reading"], mention["own"]))


def out_of_fold(mentions: list[dict]) -> list[dict]:
    """Predict each mention by a model fitted to the other folds; an article lies in one fold."""
    articles = sorted({m["article"] for m in mentions})
    order = np.random.default_rng(0).permutation(len(articles))
    fold = {article: int(n) % FOLDS for article, n in zip(articles, order, strict=True)}
    found = []
    for n in range(FOLDS):
        model = fit([m for m in mentions if fold[m["article"]] != n])
        known = model.known
        for mention in (m for m in mentions if fold[m["article"]] == n):
            chances = predict(model, mention, known)
            label = int(chances.argmax()) - 1
            told = {"polarity": chances[2] - chances[0], "label": label, "probability": chances.max()}
            found.append({"gid": mention["gid"], **told})
    return found


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folds", metavar="FILE")
    args = parser.parse_args()
    mentions = load(args.data)
    if args.folds:
        lines = [json.dumps(prediction) for prediction in out_of_fold(mentions)]
        Path(args.folds).write_text("\n".join(lines) + "\n", encoding="utf-8")
    if args.write:
        fit(mentions).write(_FILE)


if __name__ == "__main__":
    main()
