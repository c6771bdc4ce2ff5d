"""What a researcher would write with pandas, re and TextBlob: the yardstick for speed.

Term counts over the corpus; and per sentence the actors named, the frames' words counted and TextBlob's sentiment,
gathered by actor. Sentences are cut by a plain pattern, or where they are given.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd
from textblob import TextBlob

from discourse import Actors, Annotations, Frames

Spans = Mapping[str, Sequence[tuple[int, int]]]


def naive(
    documents: pd.DataFrame, actors: Actors, frames: Frames, spans: Spans | None = None
) -> pd.DataFrame:
    """Give mentions, sentences, sums of polarity and subjectivity and words of each frame, by actor."""
    named = {
        actor.id: re.compile(
            rf"(?<!\w)(?:{_either([actor.name, *(alias.text for alias in actor.aliases)])})(?!\w)"
        )
        for actor in actors
    }
    used = {
        frame.id: re.compile(rf"\b(?:{_either(term.text for term in frame.terms)})\b", re.IGNORECASE)
        for frame in frames
    }
    rows: list[dict] = []
    terms: Counter[str] = Counter()
    for document in documents.itertuples():
        terms.update(re.findall(r"\w+", document.text.lower()))
        for sentence in _sentences(document.text, spans and spans[document.doc_id]):
            mentioned = {actor: n for actor, found in named.items() if (n := len(found.findall(sentence)))}
            tone = TextBlob(sentence).sentiment
            counts = {frame: len(found.findall(sentence)) for frame, found in used.items()}
            rows += [
                {"actor": actor, "mentions": n, "sentences": 1, **tone._asdict(), **counts}
                for actor, n in mentioned.items()
            ]
    return pd.DataFrame(rows).groupby("actor").sum()


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _sentences(text: str, spans: Sequence[tuple[int, int]] | None) -> list[str]:
    if spans is not None:
        return [text[start:end] for start, end in spans]
    return [sentence for sentence in re.split(r"(?<=[.!?])\s+|\n{2,}", text) if sentence.strip()]


def from_tables(annotations: Annotations, frames: Frames) -> pd.DataFrame:
    """Give the same from the tables that `annotate` makes."""
    place = ["doc_id", "sentence_id"]
    tone = annotations.tone[annotations.tone["toward"].isna() & annotations.tone["statement_id"].isna()]
    tone = tone.set_index(place)[["polarity", "subjectivity"]]
    named = (
        annotations.mentions.groupby([*place, "actor"], observed=True).size().rename("mentions").reset_index()
    )
    used = annotations.framings.pivot_table(
        index=place, columns="frame", values="start", aggfunc="count", fill_value=0, observed=True
    ).reindex(columns=[frame.id for frame in frames], fill_value=0)
    joined = named.assign(sentences=1).join(tone, on=place).join(used, on=place).fillna(0)
    return joined.drop(columns=place).groupby("actor", observed=True).sum()
