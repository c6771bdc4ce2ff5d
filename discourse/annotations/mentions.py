"""Where known actors are named."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter, itemgetter

import numpy as np
import pandas as pd

from discourse.annotations.columns import tabled
from discourse.annotations.matching import Hit, Hits, find_patterns
from discourse.annotations.parts import Parts
from discourse.lexicons import Actors, Pattern
from discourse.lexicons.actors import Role
from discourse.tables import table


def find_mentions(parts: Parts, documents: pd.DataFrame, actors: Actors) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Find the mentions of `actors`; give the tables `mentions` and `problems`.

    A role counts only while it was held (by the document's date); a surname alone only where the text
    names one such person in full. Words that could still mean several actors are no mention: they are a
    row in `problems`, once per document and wording.
    """
    hits = holding(find_patterns(parts.tokens, parts.texts, actors.patterns), parts, documents)
    document = parts.documents[hits.text]
    owner = hits.category(attrgetter("owner"))
    by_surname = hits.of_pattern(attrgetter("needs_full_name")).astype(bool)
    named_in_full = np.zeros((len(documents), len(owner.categories)), dtype=bool)
    named_in_full[document[~by_surname], owner.codes[~by_surname]] = True
    clear = ~by_surname | named_in_full[document, owner.codes]
    problems = []
    crowded = np.flatnonzero(np.isin(document, document[hits.shared("text", "start", "end")]))
    numbered = zip(document[crowded].tolist(), crowded.tolist(), hits.take(crowded), strict=True)
    for number, of_document in groupby(numbered, key=itemgetter(0)):
        rows, doubtful = _disambiguate([(row, hit) for _, row, hit in of_document])
        clear[list(rows)] = list(rows.values())
        problems += [(parts.doc_ids[number], words, found) for words, found in doubtful.items()]
    return _mentions_table(parts, hits.take(np.flatnonzero(clear))), _problems_table(problems)


def holding(hits: Hits, parts: Parts, documents: pd.DataFrame) -> Hits:
    """Keep the hits whose pattern holds on the date of their document."""
    if not any(pattern.since or pattern.until for pattern in hits.patterns):
        return hits
    dates = documents["date"].tolist()
    holds = ~hits.of_pattern(lambda one: bool(one.since or one.until)).astype(bool)
    for row, document in zip(
        np.flatnonzero(~holds).tolist(), parts.documents[hits.text[~holds]].tolist(), strict=True
    ):
        holds[row] = in_force(hits.patterns[hits.number[row]], dates[document])
    return hits.take(np.flatnonzero(holds))


def in_force(pattern: Pattern | Role, date: object) -> bool:
    """Whether the pattern or role holds on `date`, as precisely as the date is known; always if it is missing."""
    if not isinstance(date, str):
        return True
    precision = len(date)
    return not (
        (pattern.since and date < pattern.since[:precision])
        or (pattern.until and date > pattern.until[:precision])
    )


def _disambiguate(hits: Sequence[tuple[int, Hit]]) -> tuple[dict[int, bool], dict[str, list[str]]]:
    """Settle one document's numbered hits: each place means one actor, or none and is reported.

    Gives whether each hit counts, and the owners of the wordings that could mean several.
    """
    places = defaultdict(list)
    for row, hit in hits:
        places[hit.text, hit.start, hit.end].append((row, hit.pattern))
    introduced = {
        group[0][1].owner
        for group in places.values()
        if not group[0][1].needs_full_name and (len(group) == 1 or len(_owners(group)) == 1)
    }
    counts, doubtful = dict.fromkeys((row for row, _ in hits), False), {}
    for group in places.values():
        known = [one for one in group if not one[1].needs_full_name or one[1].owner in introduced]
        owners = _owners(known)
        if len(owners) > 1:
            known = [one for one in known if one[1].owner in introduced]
        if len(_owners(known)) == 1:
            counts[known[0][0]] = True
        elif len(owners) > 1:
            doubtful[group[0][1].text] = owners
    return counts, doubtful


def _owners(group: Sequence[tuple[int, Pattern]]) -> list[str]:
    return sorted({pattern.owner for _, pattern in group})


def _mentions_table(parts: Parts, hits: Hits) -> pd.DataFrame:
    return tabled(
        "mentions",
        {
            **parts.place(hits.text),
            "start": hits.start,
            "end": hits.end,
            "text": hits.of_words(parts.texts, lambda words, _: words),
            "actor": hits.category(attrgetter("owner")),
            "route": hits.category(attrgetter("route")),
            "sentence_id": parts.sentence_id[parts.sentence_at(hits.text, hits.start)],
        },
    )


def _problems_table(problems):
    return table(
        "problems",
        {
            "doc_id": [doc_id for doc_id, _, _ in problems],
            "stage": ["mentions"] * len(problems),
            "reason": [
                f"{words!r} could mean {' or '.join(owners)}; it is counted for none of them"
                for _, words, owners in problems
            ],
        },
    )
