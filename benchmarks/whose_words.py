"""Draw speakers that are pronouns or descriptions, to be read by hand; score the resolver on what was read.

    whose_words.py draw news DATA --part fresh --seed 1 --n 100        places and surroundings, to be read
    whose_words.py score speakers-read.csv --news DATA --speeches FILE --ukraine FILE

DATA is a compartment of PolNeAR (a folder with text/*.txt), whose articles with a SHA-1 of the stem divisible by
three are left for scoring statements. Those with remainder 1 were read while the rules were written (`built`),
those with 2 afterwards (`fresh`); the speeches and statements are split in two in the same way. Drawn are he,
she, it, they, and definite descriptions ("the ministry", "his spokesman", "China's leader"), not I, we and
you, whose answer a speech has in its metadata.
"""

import argparse
import hashlib
import re
from pathlib import Path

import numpy as np
import pandas as pd

from discourse import read_actors
from discourse.annotations.attributions import find_attributions
from discourse.annotations.document_speakers import with_actors
from discourse.annotations.mentions import find_mentions
from discourse.annotations.parts import lay_out
from discourse.lexicons.cues import read_cues

HERE = Path(__file__).parent
REGISTRIES = {
    "news": HERE / "campaign-2016-actors.yml",
    "speeches": HERE / "un-debate-actors.yml",
    "ukraine": "world-politics",
}
NAMES = {
    "news": "PolNeAR, training part",
    "speeches": "UN General Debate speeches",
    "ukraine": "statements on Ukraine",
}
PARTS = {"built": 1, "fresh": 2}
NO_SPEAKER = "?"
PRONOUN = re.compile(r"(?i)(?:he|she|it|they|him|her|his|them|their|its)$")
DESCRIPTION = re.compile(
    r"(?:(?i:the|this|that|these|those|his|her|its|their|our|my|both)\s|"
    r"(?!(?:That|It|He|She|What|There|Here|Who)['’])[A-Z][\w.]*(?:\s[A-Z][\w.]*)*['’]s?\s+[a-z])"
)
HEAD = re.compile(
    r"^.+?(?=[,;:()—–]|\s(?:of|in|on|at|for|from|with|to|by|who|whom|which|that|and|or|but)\b|$)", re.DOTALL
)
OFFICE = re.compile(
    r"(?i)(?:president|minister|secretary(?:-\s?general)?|government|senator|governor|delegation|mission|"
    r"commission|committee|party|campaign|king|pope|leaders?)s?$"
)


def load(kind: str, path: Path, part: str) -> pd.DataFrame:
    """Give the documents of one part of a corpus: `doc_id`, `date`, `speaker`, `text`."""
    if kind == "news":
        files = sorted((path / "text").glob("*.txt"))
        rows = [(f.stem, f.stem.split("_")[1], None, f.read_bytes().decode("utf-8")) for f in files]
        found = pd.DataFrame(rows, columns=["doc_id", "date", "speaker", "text"])
        return found[[remainder(doc_id, 3) == PARTS[part] for doc_id in found["doc_id"]]]
    found = pd.read_parquet(path) if path.suffix == ".parquet" else pd.read_csv(path)
    state = found["country"] if kind == "speeches" else found["actor"]
    date = found["year"].astype(str) + "-09" if kind == "speeches" else found["date"]
    found = found.assign(speaker=found["speaker"] + ", " + state, date=date)
    return found.loc[
        [remainder(doc_id, 2) == PARTS[part] - 1 for doc_id in found["doc_id"]],
        ["doc_id", "date", "speaker", "text"],
    ]


def remainder(doc_id: str, by: int) -> int:
    """Give the SHA-1 of a name modulo `by`."""
    return int(hashlib.sha1(doc_id.encode()).hexdigest(), 16) % by


def speakers(kind: str, documents: pd.DataFrame) -> pd.DataFrame:
    """Give one row per speaker of a statement, with the place of his words and what the resolver says."""
    actors = read_actors(REGISTRIES[kind])
    documents = documents.reset_index(drop=True).assign(title=None, actor=None)
    documents = with_actors(documents, actors) if documents["speaker"].notna().any() else documents
    parts = lay_out(documents)
    mentions, _ = find_mentions(parts, documents, actors)
    statements, found = find_attributions(parts, documents, mentions, actors, read_cues())
    spoken = statements[statements["speaker"].notna()]
    place = pd.DataFrame(
        spoken["speaker_spans"].map(lambda spans: spans[0]).tolist(), columns=["start", "end"]
    )
    place.index = spoken.index
    answers = found.groupby("statement_id", sort=False).agg({"actor": list, "text": list, "route": "first"})
    rows = spoken[["doc_id", "statement_id", "speaker", "content_spans"]].assign(
        start=place["start"], end=place["end"]
    )
    rows = rows.join(answers.rename(columns={"text": "known_as"}), on="statement_id")
    return rows.drop_duplicates(["doc_id", "start", "end"]).reset_index(drop=True)


def points_back(words: str) -> bool:
    """Whether words are a pronoun or a definite description, and not a name with an article.

    >>> [points_back(words) for words in ("She", "the ministry", "The New York Times", "The President of Chad")]
    [True, True, False, True]
    """
    words = " ".join(words.split())
    if PRONOUN.match(words):
        return True
    last = HEAD.match(words).group().rstrip("'’ ").split()[-1:]
    return bool(DESCRIPTION.match(words) and last and (last[0][0].islower() or OFFICE.match(last[0])))


def draw(kind: str, path: Path, part: str, *, n: int, seed: int) -> pd.DataFrame:
    """Draw `n` of the speakers that point back, in order of place, with the words around each."""
    documents = load(kind, path, part)
    found = speakers(kind, documents)
    found = found[found["speaker"].map(points_back)].reset_index(drop=True)
    chosen = np.sort(np.random.default_rng(seed).permutation(len(found))[:n])
    texts = documents.set_index("doc_id")["text"]
    drawn = found.iloc[chosen].reset_index(drop=True)
    return drawn.assign(
        around=[
            around(texts[d], s, e)
            for d, s, e in zip(drawn["doc_id"].astype(str), drawn["start"], drawn["end"], strict=True)
        ]
    )


def around(text: str, start: int, end: int) -> str:
    """Give the words with some text before and behind."""
    before, behind = (
        " ".join(text[max(0, start - 450) : start].split()),
        " ".join(text[end : end + 120].split()),
    )
    return f"{before} >>>{text[start:end]}<<< {behind}"


def judged(read: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """Set the resolver's answers beside the truth that was read.

    `truth` is the actor's id (several joined by +), the name of somebody in no registry, or empty: nobody whom
    the text or the registry knows by a name; a question mark where the words name no speaker, or name him
    themselves. `answer` is in the same words.
    """
    found = found.assign(doc_id=found["doc_id"].astype(str), answer=found.apply(answer, axis=1))
    columns = ["doc_id", "start", "end", "answer"]
    both = read.merge(found[columns], on=["doc_id", "start", "end"], how="left")
    both["truth"] = both["truth"].fillna("")
    both["right"] = [
        same(truth, given) for truth, given in zip(both["truth"], both["answer"].fillna(""), strict=True)
    ]
    return both


def answer(row: pd.Series) -> str:
    """Give the actors of a speaker, or the words by which he is known; empty if he is known by his own words only."""
    if not isinstance(row["actor"], list):
        return ""
    actors = sorted(a for a in row["actor"] if isinstance(a, str))
    if actors:
        return "+".join(actors)
    known_as = row["known_as"][0]
    name = HEAD.match(known_as).group().split()[-1]
    return known_as if name[0].isupper() and known_as != row["speaker"] else ""


def same(truth: str, given: str) -> bool:
    """Whether an answer means whom the reader means: the same actors, or words with the stranger's name in it."""
    if not truth or not given:
        return truth == given
    is_name = not truth.islower() and not given.islower()
    return truth == given or (is_name and truth.lower() in given.lower())


def score(read: pd.DataFrame, actors: set[str]) -> dict[str, str]:
    """Give the shares: resolved of those meant, and right of those resolved."""
    known = read["truth"].map(lambda truth: bool(truth) and set(truth.split("+")) <= actors)
    to_actor = read["answer"].fillna("").map(lambda given: bool(given) and set(given.split("+")) <= actors)
    answered = read["answer"].fillna("") != ""
    named = read["truth"] != ""
    right = read["right"]
    return {
        "read": str(len(read)),
        "resolved to an actor, of those an actor is meant by": share(to_actor & known, known),
        "... of all read": share(to_actor, to_actor | True),
        "right, of those resolved to an actor": share(right & to_actor, to_actor),
        "resolved to somebody, of those somebody known by name is meant by": share(answered & named, named),
        "... of all read ": share(answered, answered | True),
        "right, of those resolved to somebody": share(right & answered, answered),
    }


def share(part: pd.Series, whole: pd.Series) -> str:
    """Write a share with its counts and Wilson's 95 % interval."""
    k, n, z = int(part.sum()), int(whole.sum()), 1.96
    if not n:
        return "none"
    middle, half = (k / n + z**2 / (2 * n)), z * np.sqrt(k / n * (1 - k / n) / n + z**2 / (4 * n**2))
    low, high = ((middle + sign * half) / (1 + z**2 / n) for sign in (-1, 1))
    return f"{k} of {n} ({100 * k / n:.0f} %, {100 * low:.0f} to {100 * high:.0f})"


def main() -> None:
    """Draw or score."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("kind", choices=REGISTRIES)
    drawing.add_argument("path", type=Path)
    drawing.add_argument("--part", choices=PARTS, default="built")
    drawing.add_argument("--n", type=int, default=100)
    drawing.add_argument("--seed", type=int, default=1)
    drawing.add_argument("--out", type=Path, help="where the places go, to be judged")
    scoring = commands.add_parser("score")
    scoring.add_argument("read", type=Path)
    for kind in REGISTRIES:
        scoring.add_argument(f"--{kind}", type=Path)
    scoring.add_argument("--reading", type=int, choices=[1, 2, 3], default=3, help="the last one is fresh")
    scoring.add_argument("--faults", action="store_true", help="list what is wrong")
    given = parser.parse_args()
    if given.command == "draw":
        show(given)
    else:
        report(given)


def show(given: argparse.Namespace) -> None:
    """Print what was drawn, to be read, and write the places."""
    drawn = draw(given.kind, given.path, given.part, n=given.n, seed=given.seed)
    for number, row in drawn.iterrows():
        print(f"[{number}] {row['doc_id']}\n{row['around']}\n")
    if given.out:
        places = drawn[["doc_id", "start", "end"]].assign(kind=given.kind, part=given.part, truth="")
        columns = ["kind", "part", "doc_id", "start", "end", "truth"]
        places[columns].to_csv(given.out, index=False)


def report(given: argparse.Namespace) -> None:
    """Print the shares by corpus and together."""
    drawn = pd.read_csv(given.read, dtype={"truth": str})
    drawn = drawn[drawn["reading"] == given.reading]
    read = drawn[drawn["truth"] != NO_SPEAKER]
    print(
        f"{len(drawn)} drawn, {len(drawn) - len(read)} of them no speakers or named by the words themselves"
    )
    tables, actors = [], set()
    for (kind, part), of in read.groupby(["kind", "part"], sort=False):
        documents = load(kind, getattr(given, kind), part)
        documents = documents[documents["doc_id"].isin(of["doc_id"])]
        tables.append(judged(of, speakers(kind, documents)))
        registry = {actor.id for actor in read_actors(REGISTRIES[kind])}
        actors |= registry
        print_shares(NAMES[kind], score(tables[-1], registry))
    together = pd.concat(tables)
    print_shares("together", score(together, actors))
    if given.faults:
        print(together[~together["right"]].to_string())


def print_shares(name: str, shares: dict[str, str]) -> None:
    """Print one block."""
    print(name, *(f"  {what.strip()}: {value}" for what, value in shares.items()), sep="\n")


if __name__ == "__main__":
    main()
