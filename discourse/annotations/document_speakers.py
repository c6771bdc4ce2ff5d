"""Who speaks a whole document: the speaker of a speech, a statement or a post, as an actor."""

import re

import pandas as pd

from discourse.annotations.matching import Hit, find_patterns
from discourse.annotations.mentions import in_force
from discourse.lexicons import Actors
from discourse.tables import table
from discourse.text import tokenize

_NAME_GOES_ON = re.compile(r"[^\S\n]+[A-Z]")


def with_actors(documents: pd.DataFrame, actors: Actors) -> pd.DataFrame:
    """Fill the column `actor` of the documents that have a `speaker`, where the registry knows him.

    The speaker is known if his words name exactly one actor; of a person and what he speaks for
    ("Wang Yi, China"), it is the person.
    """
    spoken = documents["speaker"].notna()
    if not spoken.any():
        return documents
    speakers = documents.loc[spoken, "speaker"].tolist()
    dates = documents.loc[spoken, "date"].tolist()
    named: list[list[Hit]] = [[] for _ in speakers]
    for hit in find_patterns(tokenize(speakers), speakers, actors.patterns):
        if in_force(hit.pattern, dates[hit.text]) and not _is_first_name(speakers[hit.text], hit, actors):
            named[hit.text].append(hit)
    found = documents["actor"].astype(object)
    found[spoken] = [_one({hit.pattern.owner for hit in hits}, actors) for hits in named]
    return table("documents", dict(documents.assign(actor=found)))


def _is_first_name(speaker: str, hit: Hit, actors: Actors) -> bool:
    """Whether a person's surname is the first name of somebody else here: "Michel Kafando" is not Charles Michel."""
    single = " " not in speaker[hit.start : hit.end]
    return (
        single and actors[hit.pattern.owner].type == "person" and bool(_NAME_GOES_ON.match(speaker, hit.end))
    )


def _one(owners: set[str], actors: Actors) -> str | None:
    persons = {owner for owner in owners if actors[owner].type == "person"}
    chosen = persons or owners
    return chosen.pop() if len(chosen) == 1 else None
