"""The scorer `target`: tone toward an actor, by rules that anyone can follow.

Every scored word counts less the farther it stands from the actor and the more clauses lie between; a
negation before it turns it round; words in names do not count. The actor's part in what is told counts
beside them (see `roles`). Whoever speaks is not thereby praised or blamed: what he says counts little.
"""

from collections.abc import Iterator
from math import exp, sqrt

import pandas as pd

from discourse.annotations.tone.reading import Reading, read
from discourse.annotations.tone.roles import NEGATED, Evidence, is_negation, roles
from discourse.annotations.tone.scores import scores
from discourse.annotations.tone.speaking import speaks
from discourse.lexicons.tone_words import toward_words
from discourse.tables import require

_FADES = 20.0
"""Words at which the weight of a scored word has fallen to a third."""
_PER_CLAUSE, _CLAUSES = 0.9, 4
_NEGATION_REACH = 3
_SPEAKER, _SPEAKER_QUOTED = 0.3, 0.3
_CUT = 0.1


def target(spans: pd.DataFrame) -> pd.DataFrame:
    """Score the tone in which words speak of an actor; without an actor, the tone of the words.

    Parameters
    ----------
    spans
        One row per span: `text`; `start` and `end`, the place of the actor in it, in code points; `own`,
        whether the actor says these words. Without `own` a verb of saying next to the actor decides.

    Returns
    -------
    `polarity` is the sum of the weights in `evidence`, bent into -1 to 1; `label` is neutral up to 0.1.

    Examples
    --------
    >>> found = target(pd.DataFrame({"text": ["Ann was not praised by Bob."], "start": [0], "end": [3]}))
    >>> found.label[0], found.evidence[0]
    ('negative', ['praised -0.40 praising:patient:negated', 'praised -0.20 word:negated'])
    """
    require(spans, "text", of="spans")
    polarity: list[float] = []
    evidence: list[list[str]] = []
    for text, start, end, own in rows(spans):
        if not isinstance(text, str):
            polarity.append(float("nan"))
            evidence.append([])
            continue
        reading = read(text, start, end)
        found = weigh(reading, speaks(reading) if own is None else own)
        polarity.append(bent(sum(e.weight for e in found)))
        evidence.append([f"{reading.sentence.words[e.at]} {e.weight:+.2f} {e.rule}" for e in found])
    return scores(spans.index, polarity, label=[_label(p) for p in polarity], evidence=evidence)


def rows(spans: pd.DataFrame) -> Iterator[tuple[object, float, float, bool | None]]:
    """Give text, place of the actor and whether the words are his; what is not there is missing."""
    places = [spans[c].astype(float) if c in spans else [float("nan")] * len(spans) for c in ("start", "end")]
    own = (
        spans["own"].astype(object).where(spans["own"].notna(), None)
        if "own" in spans
        else [None] * len(spans)
    )
    return zip(spans["text"], *places, own, strict=True)


def weigh(reading: Reading, own: bool) -> list[Evidence]:
    """Give the words that count for the actor, in order; `own`: the actor is the speaker."""
    found = sorted([*_words(reading, own), *roles(reading)], key=lambda e: (e.at, e.rule))
    if own:
        return [Evidence(e.at, e.weight * _SPEAKER, f"{e.rule}:speaker") for e in found]
    return found


def _words(reading: Reading, own: bool) -> Iterator[Evidence]:
    sentence = reading.sentence
    listed = toward_words()
    for at, word in enumerate(sentence.words):
        if word in listed and not (
            sentence.named[at] or is_negation(word) or reading.begin <= at < reading.end
        ):
            negated = any(is_negation(w) for w in sentence.words[max(0, at - _NEGATION_REACH) : at])
            weight = listed[word] * (NEGATED if negated else 1.0) * _nearness(reading, at)
            if own and sentence.quoted[at]:
                weight *= _SPEAKER_QUOTED
            yield Evidence(at, weight, "word:negated" if negated else "word")


def _nearness(reading: Reading, at: int) -> float:
    """Give how much a word counts by its place: 1 beside the actor, and everywhere where there is none."""
    if reading.begin == reading.end:
        return 1.0
    words = reading.begin - at if at < reading.begin else at - reading.end + 1
    clauses = abs(reading.sentence.clauses[at] - reading.sentence.clauses[reading.begin])
    return exp(-(words - 1) / _FADES) * _PER_CLAUSE ** min(clauses, _CLAUSES)


def bent(total: float) -> float:
    """Bend a sum of weights into -1 to 1."""
    return total / sqrt(total * total + 1.0)


def _label(polarity: float) -> str | None:
    if polarity != polarity:
        return None
    return "negative" if polarity < -_CUT else "positive" if polarity > _CUT else "neutral"
