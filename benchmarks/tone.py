"""Measure the scorers of tone toward an actor: agreement with people, intervals of actors' means, speed.

    python benchmarks/tone.py train.jsonl                  all figures of benchmarks/README.md, "Tone"
    python benchmarks/tone.py train.jsonl --write          and the table behind `tone_validity`

NewsMTSC, training part: Hamborg and Donnay (2021), MIT licence. `linear` is scored out of fold, an article in
one fold. Actors are the last words of names, as far as they have 20 mentions or more.
"""

import argparse
import json
import re
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import train_tone
from textblob import TextBlob

from discourse import tone_toward
from discourse.measures.prediction_powered import power_tuned
from discourse.measures.tone_validity import FILE
from discourse.measures.uncertainty import t_quantile

SCORERS, MIN_MENTIONS, DRAWS = ("textblob", "target", "linear"), 20, 200
NO_NAMES = frozenset(
    """jr sr house senate court party friday saturday sunday monday tuesday wednesday thursday president america
    american americans republican republicans democrat democrats democratic justice judge senator secretary i you
    he she it we they me him her us them his hers their our my who whom whose himself herself themselves""".split()
)
SOURCE = "NewsMTSC, training part (Hamborg and Donnay 2021): 8,739 mentions of persons in US news on politics"


def load(path: str) -> pd.DataFrame:
    """Give the mentions with their place, label (-1, 0, 1) and actor (missing where no name is given)."""
    rows = []
    for line in Path(path).read_text("utf-8").splitlines():
        sentence = json.loads(line)
        for target in sentence["targets"]:
            gid, gold = target["Input.gid"], {2.0: -1, 4.0: 0, 6.0: 1}[float(target["polarity"])]
            place = (sentence["sentence_normalized"], target["from"], target["to"])
            rows.append((gid, gold, _actor(target["mention"]), *place))
    return pd.DataFrame(rows, columns=["gid", "gold", "actor", "text", "start", "end"])


def _actor(mention: str) -> str | None:
    name = re.sub(r"['’]s$", "", mention.split()[-1]).strip(".,’'")
    return name if name[:1].isupper() and name.lower() not in NO_NAMES else None


def scored(mentions: pd.DataFrame, path: str) -> dict[str, pd.DataFrame]:
    """Give polarity and label (-1, 0, 1) by each scorer."""
    found = {}
    for scorer in ("textblob", "target"):
        result = tone_toward(mentions, scorer)
        label = result["label"].map({"negative": -1, "neutral": 0, "positive": 1}).astype(float)
        cut = np.sign(result["polarity"]) * (result["polarity"].abs() > 0.15)
        found[scorer] = pd.DataFrame({"polarity": result["polarity"], "label": label.fillna(cut)})
    out_of_fold = pd.DataFrame(train_tone.out_of_fold(train_tone.load(path))).set_index("gid")
    found["linear"] = out_of_fold.loc[mentions["gid"], ["polarity", "label"]].reset_index(drop=True)
    return found


def agreement_with_people(gold: pd.Series, label: pd.Series) -> dict[str, float]:
    """Give macro-F1 and the share of polar mentions that are taken for the opposite."""
    f1 = [
        2 * ((gold == k) & (label == k)).sum() / ((gold == k).sum() + (label == k).sum()) for k in (-1, 0, 1)
    ]
    return {"macro_f1": float(np.mean(f1)), "reversals": float((gold == -label)[gold != 0].mean())}


def fit(groups: list[pd.DataFrame]) -> tuple[float, float, float]:
    """Give intercept and slope from actors' mean polarity to their mean label, and tau.

    Actors count with the root of their mentions. Tau is the root mean square error for actors left out one
    at a time. The sampling error in their own mean labels stays in it: that errs on the side of caution.
    """
    x = np.array([group["polarity"].mean() for group in groups])
    y = np.array([group["gold"].mean() for group in groups])
    weight = np.array([len(group) ** 0.25 for group in groups])
    slope, intercept = np.polyfit(x, y, 1, w=weight)
    wrong = []
    for out in range(len(groups)):
        kept = np.arange(len(groups)) != out
        line = np.polyfit(x[kept], y[kept], 1, w=weight[kept])
        wrong.append(y[out] - np.polyval(line, x[out]))
    return float(intercept), float(slope), float(np.sqrt(np.mean(np.square(wrong))))


def _interval(
    polarity: pd.Series, intercept: float, slope: float, tau: float, n_actors: int
) -> tuple[float, float]:
    """Give the interval of `mean_tone` for an actor, each mention in a document of its own."""
    sampling = t_quantile(0.975, len(polarity) - 1) * slope * polarity.std() / np.sqrt(len(polarity))
    reach = np.hypot(sampling, t_quantile(0.975, n_actors - 1) * tau)
    middle = intercept + slope * polarity.mean()
    return middle - reach, middle + reach


def coverage(groups: list[pd.DataFrame], n: int, random: np.random.Generator) -> dict[str, float]:
    """Give how often intervals hold the actor's mean label: with tau, and by a plain bootstrap."""
    held, plain, widths = [], [], []
    for left_out, group in enumerate(groups):
        intercept, slope, tau = fit(groups[:left_out] + groups[left_out + 1 :])
        truth = group["gold"].mean()
        for _ in range(DRAWS):
            drawn = group.iloc[random.integers(len(group), size=n)]
            low, high = _interval(drawn["polarity"], intercept, slope, tau, len(groups) - 1)
            held.append(low <= truth <= high)
            widths.append((high - low) / 2)
            error = drawn["label"].std() / np.sqrt(n)
            plain.append(abs(drawn["label"].mean() - truth) <= 1.96 * error)
    return {
        "coverage": np.mean(held),
        "half_width": np.mean(widths),
        "bootstrap_coverage": np.mean(plain),
    }


def prediction_powered(groups: list[pd.DataFrame], labels: int, random: np.random.Generator) -> dict:
    """Give coverage and half width of means of actors from `labels` hand labels and 200 scores."""
    held, alone, widths, widths_alone = [], [], [], []
    for group in groups:
        truth = group["gold"].mean()
        for _ in range(DRAWS):
            drawn = group.iloc[random.integers(len(group), size=200)]
            gold, scores = drawn["gold"].to_numpy(float), drawn["polarity"].to_numpy()
            found = power_tuned(gold[:labels], scores[:labels], scores)
            without = power_tuned(gold[:labels], np.zeros(labels), np.zeros(200))
            held.append(found.low <= truth <= found.high)
            alone.append(without.low <= truth <= without.high)
            widths.append((found.high - found.low) / 2)
            widths_alone.append((without.high - without.low) / 2)
    return {
        "coverage": np.mean(held),
        "half_width": np.mean(widths),
        "coverage_alone": np.mean(alone),
        "half_width_alone": np.mean(widths_alone),
    }


def speed(mentions: pd.DataFrame) -> dict[str, float]:
    """Give processor seconds for all mentions, beside TextBlob's for the same sentences; best of three."""
    tone_toward(mentions.head(50), "target")
    tone_toward(mentions.head(50), "linear")
    return {
        "TextBlob(s).sentiment": _seconds(lambda: [TextBlob(text).sentiment for text in mentions["text"]]),
        **{name: _seconds(lambda name=name: tone_toward(mentions, name)) for name in SCORERS},
    }


def _seconds(work: Callable[[], object]) -> float:
    found = []
    for _ in range(3):
        begin = time.process_time()
        work()
        found.append(time.process_time() - begin)
    return min(found)


def main() -> None:
    """Read the command line, print tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    mentions, random = load(args.data), np.random.default_rng(0)
    validity, intervals, powered = [], [], []
    for scorer, result in scored(mentions, args.data).items():
        table = mentions.assign(**result)
        groups = [g for _, g in table.groupby("actor") if len(g) >= MIN_MENTIONS]
        means = np.array([(g["polarity"].mean(), g["gold"].mean()) for g in groups])
        intercept, slope, tau = fit(groups)
        row = {
            "scorer": scorer,
            **agreement_with_people(table["gold"], table["label"]),
            "r": np.corrcoef(means.T)[0, 1],
            "n_mentions": len(table),
            "n_actors": len(groups),
            "intercept": intercept,
            "slope": slope,
            "tau": tau,
            "source": SOURCE,
        }
        validity.append(row)
        intervals += [{"scorer": scorer, "n": n, **coverage(groups, n, random)} for n in (20, 50, 200)]
        powered += [
            {"scorer": scorer, "labels": m, **prediction_powered(groups, m, random)} for m in (20, 50)
        ]
    for rows in (validity, intervals, powered):
        print(pd.DataFrame(rows).drop(columns="source", errors="ignore").round(3).to_string(index=False))
    print(pd.Series(speed(mentions)).round(2).to_string())
    if args.write:
        pd.DataFrame(validity).round(4).to_csv(FILE, index=False)


if __name__ == "__main__":
    main()
