"""Words that carry tone, with their weights: TextBlob's own list, read where TextBlob is installed."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

import yaml

from discourse.errors import DiscourseError
from discourse.lexicons.yaml_file import parsed

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class ToneWord:
    """A word as TextBlob weighs it.

    `polarity` (-1 to 1) and `subjectivity` (0 to 1) are its own; `intensity` (from 1) is what it does to
    the next word when it is a `modifier`.
    """

    polarity: float
    subjectivity: float
    intensity: float
    modifier: bool


@dataclass(frozen=True)
class Signs:
    """What TextBlob looks for beside words: emoticons with their polarity, and abbreviations."""

    emoticons: Mapping[str, float]
    abbreviations: frozenset[str]


@cache
def textblob_signs() -> Signs:
    """Give TextBlob's emoticons, in the order in which it looks for them, and its abbreviations."""
    data = parsed((_DATA / "tone-textblob.yml").read_text("utf-8"), yaml.load)
    emoticons = {sign: polarity for polarity, signs in data["emoticons"].items() for sign in signs.split()}
    return Signs(emoticons, frozenset(data["abbreviations"].split()))


@cache
def textblob_words() -> Mapping[str, ToneWord]:
    """Give TextBlob's words by their spelling; TextBlob is not imported for it, only its file is read.

    A word's scores are averaged over its senses and then over its parts of speech. Each adjective
    also gives an adverb ("terrible", "terribly"), which takes the place of an adverb listed before.

    Examples
    --------
    >>> textblob_words()["good"]
    ToneWord(polarity=0.7, subjectivity=0.6000000000000001, intensity=1.0, modifier=False)
    """
    by_part = _scores_by_part_of_speech()
    words = {
        word: _tone_word(_means(list(parts.values())), modifier="RB" in parts)
        for word, parts in by_part.items()
    }
    for word, parts in by_part.items():
        if "JJ" in parts:
            words[_adverb(word)] = _tone_word(parts["JJ"], modifier=True)
    return words


def political_news_words() -> Mapping[str, ToneWord]:
    """Give TextBlob's words, corrected for news on politics as `data/tone-political-news.csv` says.

    Examples
    --------
    >>> "primary" in political_news_words(), political_news_words()["sexual"].polarity
    (False, -0.3)
    """
    words = dict(textblob_words())
    for word, new in _corrections().items():
        if new is None:
            words.pop(word, None)
        elif word in words:
            words[word] = replace(words[word], polarity=new)
    return words


@cache
def toward_words() -> Mapping[str, float]:
    """Give the words for tone toward an actor, with weights from -1 to 1.

    VADER's words come before TextBlob's as corrected for news on politics; `data/tone-toward.yml`
    says which of them are left out and which are weighed anew.

    Examples
    --------
    >>> [toward_words().get(word) for word in ("praised", "indicted", "security")]
    [0.45, -0.8, None]
    """
    mended = parsed((_DATA / "tone-toward.yml").read_text("utf-8"), yaml.load)
    words = {word: w.polarity for word, w in political_news_words().items() if w.polarity}
    words |= {row["word"]: float(row["weight"]) for row in _rows("tone-vader.csv")}
    for word in mended["unscored"].split():
        words.pop(word, None)
    for weight, listed in mended["scored"].items():
        words |= dict.fromkeys(listed.split(), weight)
    return words


def _corrections() -> dict[str, float | None]:
    """Give the new polarity of each corrected word; none where it is no longer scored."""
    rows = _rows("tone-political-news.csv")
    return {row["word"]: float(row["new"]) if row["new"] else None for row in rows}


def _rows(name: str) -> list[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def _scores_by_part_of_speech() -> dict[str, dict[str | None, list[float]]]:
    senses: dict[str, dict[str | None, list[list[float]]]] = {}
    for entry in ElementTree.parse(_textblob_file()).getroot().iterfind("word"):
        given = entry.attrib
        scores = [float(given.get(of, default)) for of, default in _DEFAULTS.items()]
        senses.setdefault(given["form"], {}).setdefault(given.get("pos"), []).append(scores)
    return {w: {pos: _means(of_pos) for pos, of_pos in parts.items()} for w, parts in senses.items()}


_DEFAULTS = {"polarity": 0.0, "subjectivity": 0.0, "intensity": 1.0}


def _tone_word(scores: list[float], *, modifier: bool) -> ToneWord:
    polarity, subjectivity, intensity = scores
    return ToneWord(polarity, subjectivity, intensity, modifier)


def _textblob_file() -> Path:
    package = find_spec("textblob")
    if package is None or not package.origin:
        raise DiscourseError("TextBlob is not installed; run: pip install textblob")
    return Path(package.origin).parent / "en" / "en-sentiment.xml"


def _means(rows: list[list[float]]) -> list[float]:
    return [sum(column) / len(column) for column in zip(*rows, strict=True)]


def _adverb(adjective: str) -> str:
    return re.sub("le$", "", re.sub("y$", "i", adjective)) + "ly"
