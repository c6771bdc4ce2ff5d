"""Where known actors are named."""

from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter

import pandas as pd

from discourse.annotations.matching import Hit, find_patterns
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
    hits_by_document = defaultdict(list)
    for hit in find_patterns(parts.tokens, parts.texts, actors.patterns):
        hits_by_document[int(parts.documents[hit.text])].append(hit)
    dates = documents["date"].tolist()
    mentions: list[Hit] = []
    problems = []
    for number, hits in hits_by_document.items():
        clear, doubtful = _disambiguate([hit for hit in hits if in_force(hit.pattern, dates[number])])
        mentions += clear
        problems += [(parts.doc_ids[number], words, owners) for words, owners in doubtful]
    return _mentions_table(parts, mentions), _problems_table(problems)


def in_force(pattern: Pattern | Role, date: object) -> bool:
    """Whether the pattern or role holds on `date`, as precisely as the date is known; always if it is missing."""
    if not isinstance(date, str):
        return True
    precision = len(date)
    return not (
        (pattern.since and date < pattern.since[:precision])
        or (pattern.until and date > pattern.until[:precision])
    )


def _disambiguate(hits: Sequence[Hit]):
    """Settle one document's hits: each place means one actor, or none and is reported."""
    places = defaultdict(list)
    for hit in hits:
        places[hit.text, hit.start, hit.end].append(hit)
    introduced = {
        group[0].pattern.owner
        for group in places.values()
        if not group[0].pattern.needs_full_name and (len(group) == 1 or len(_owners(group)) == 1)
    }
    clear, doubtful = [], {}
    for group in places.values():
        if len(group) == 1:
            clear += [
                hit for hit in group if not hit.pattern.needs_full_name or hit.pattern.owner in introduced
            ]
            continue
        known = [hit for hit in group if not hit.pattern.needs_full_name or hit.pattern.owner in introduced]
        owners = _owners(known)
        if len(owners) > 1:
            known = [hit for hit in known if hit.pattern.owner in introduced]
        if len(_owners(known)) == 1:
            clear.append(known[0])
        elif len(owners) > 1:
            doubtful[group[0].pattern.text] = owners
    return clear, doubtful.items()


def _owners(hits) -> list[str]:
    return sorted({hit.pattern.owner for hit in hits})


def _mentions_table(parts, hits):
    texts = [hit.text for hit in hits]
    starts = [hit.start for hit in hits]
    sentence = parts.sentence_at(texts, starts)
    return table(
        "mentions",
        {
            **parts.place(texts),
            "start": starts,
            "end": [hit.end for hit in hits],
            "text": [parts.texts[hit.text][hit.start : hit.end] for hit in hits],
            "actor": list(map(attrgetter("pattern.owner"), hits)),
            "route": list(map(attrgetter("pattern.route"), hits)),
            "sentence_id": parts.sentence_id[sentence],
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
