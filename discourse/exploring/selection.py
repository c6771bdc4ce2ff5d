"""What is chosen in the panel, and the framings that it leaves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from discourse.annotations import Annotations
from discourse.measures import with_metadata
from discourse.measures.voices import ALL, QUOTED, select_framings
from discourse.tables import OUTLET, UNKNOWN

Choices = list[tuple[str, str]]
_SENTENCE = ["doc_id", "part", "sentence_id"]


@dataclass(frozen=True)
class Selection:
    """What to show: `all`, or an id; `periods` are the first and the last year, or none for all time.

    `actor` is named in the sentence, `voice` says the word: the two are different questions.
    """

    actor: str = ALL
    frame: str = ALL
    voice: str = ALL
    use: str = ALL
    periods: tuple[str, str] | None = None


def selected_framings(found: Annotations, selection: Selection) -> pd.DataFrame:
    """Give the framings that are chosen, one row each, with the `year` of their documents."""
    framings = with_metadata(found.framings, found.documents, "year")
    framings = select_framings(framings, voice=selection.voice, use=selection.use)
    if selection.frame != ALL:
        framings = framings[framings["frame"] == selection.frame]
    if selection.periods:
        framings = framings[framings["year"].between(*selection.periods)]
    if selection.actor != ALL:
        framings = _naming(framings, found.mentions[found.mentions["actor"] == selection.actor])
    return framings


def years(found: Annotations) -> list[str]:
    """Give the years of the documents, in order; a document without a date has none."""
    dated = with_metadata(found.documents[["doc_id"]], found.documents, "year")["year"].dropna()
    return sorted(dated.unique())


def actor_choices(found: Annotations, labels: Mapping[str, str]) -> Choices:
    """Give the actors that are mentioned, by name."""
    return [("anybody or nobody", ALL), *_named(found.mentions["actor"], labels)]


def frame_choices(found: Annotations, labels: Mapping[str, str]) -> Choices:
    """Give the frames that occur, by name."""
    return [("all frames", ALL), *_named(found.framings["frame"], labels)]


def voice_choices(found: Annotations, labels: Mapping[str, str]) -> Choices:
    """Give the kinds of voices, and the actors who speak, by name."""
    voices = found.framings["voice"]
    kinds = [("all voices", ALL), ("the outlets' own", OUTLET), ("everybody quoted", QUOTED)]
    unknown = [("unknown speakers", UNKNOWN)] if (voices == UNKNOWN).any() else []
    kinds = kinds if (voices == OUTLET).any() else [kind for kind in kinds if kind[1] != OUTLET]
    return [*kinds, *unknown, *_named(voices[~voices.isin([OUTLET, UNKNOWN])], labels)]


def _named(ids: pd.Series, labels: Mapping[str, str]) -> Choices:
    return sorted((labels.get(found, found), found) for found in ids.dropna().astype("str").unique())


def _naming(framings: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Keep the framings in whose sentence one of `mentions` stands."""
    return framings[_keys(framings, _SENTENCE).isin(_keys(mentions, _SENTENCE))]


def _keys(table: pd.DataFrame, columns: Sequence[str]) -> pd.MultiIndex:
    return pd.MultiIndex.from_frame(table[list(columns)].astype({"doc_id": "str", "part": "str"}))
