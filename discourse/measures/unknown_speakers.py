"""Who speaks and is missing from the registry."""

import re
from collections.abc import Mapping, Sequence

import pandas as pd

from discourse.measures.groups import codes
from discourse.tables import require

NAME, DESCRIPTION, PRONOUN = "name", "description", "pronoun"
_PRONOUNS = frozenset(
    """i me my we us our you your he him his she her it its they them their one who whom whose which what some others
    this that those these many""".split()
)
_CONTRACTED = re.compile(r"['’](?:re|ve|ll|d|m|s)$", re.IGNORECASE)
# Words in a speaker's place that name nobody: "There has been talk", "How is it said"; and notices in capitals.
_NOBODY = frozenset("there here how why when where".split())
_NOTICES = frozenset(
    """UPDATE UPDATES UPDATED CORRECTION CLARIFICATION NOTE WATCH LISTEN READ BREAKING EXCLUSIVE LIVE VIDEO PHOTO
    PHOTOS EMAIL BYLINE""".split()
)
_LEADING = re.compile(
    r"^(?:(?:an?|the|its|his|her|their|our|my|mr|mrs|ms|miss|dr|prof|professor|sir|lord|lady|sen|rep|gov|gen)\b"
    r"\.?\s+)+",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s*(?:[,;:(\[—–]|\s-\s|\bwho\b|\bwhich\b).*$", re.DOTALL)
_NEAR = 85
_PROPOSED = 3


def unknown_speakers(
    speakers: pd.DataFrame, *, names: Mapping[str, str] | None = None, min_statements: int = 1
) -> pd.DataFrame:
    """List the speakers of statements who are nobody in the registry; a row is a group of like wordings.

    Wordings are one group if they agree but for capitals, articles, forms of address, and what follows
    behind a comma: "Dr. Maria Lopez", "Maria Lopez, the mayor". Nothing is merged beyond that; wordings
    that look alike are proposed, and left to you. Left out is what names nobody: *There* and *How* in a
    speaker's place, and notices in capitals (*UPDATE*, *WATCH*).

    Parameters
    ----------
    speakers
        One row per speaker of a statement, with `doc_id`, `statement_id`, `text` and `actor`.
    names
        The actors' names by their ids, such as `actors.labels`; they are proposed where they look alike.
    min_statements
        Leave out groups with fewer statements.

    Returns
    -------
    One row per group, the one with most statements first: `speaker`, its commonest wording; `kind`: a
    `name`, a `description` ("the minister") or a `pronoun` that leads to nobody ("you're" is "you"); `n` statements and
    `n_documents`; `wordings`, all of them; `proposals`, up to three names of actors, with their ids, or of
    other groups that are spelled nearly alike; `example`, a `statement_id`. Add a speaker to your actors
    file, or the wording to an actor's `aliases`, and annotate again.

    Raises
    ------
    MissingColumnError
        If `speakers` lacks one of its columns.

    Examples
    --------
    >>> speakers = pd.DataFrame({
    ...     "doc_id": ["a", "a", "b"], "statement_id": ["a:1", "a:2", "b:1"], "actor": [None, None, None],
    ...     "text": ["Maria Lopez, the mayor", "Ms. Lopez", "Maria Lopes"]})
    >>> unknown_speakers(speakers)[["speaker", "kind", "n", "proposals"]]
                      speaker  kind  n      proposals
    0             Maria Lopes  name  1  [Maria Lopez]
    1  Maria Lopez, the mayor  name  1  [Maria Lopes]
    2               Ms. Lopez  name  1             []
    """
    require(speakers, "doc_id", "statement_id", "text", "actor", of="speakers")
    unknown = speakers[speakers["actor"].isna() & speakers["text"].notna()]
    unknown = unknown.assign(text=unknown["text"].str.split().str.join(" "))
    unknown = unknown.assign(head=unknown["text"].map(head_of))
    unknown = unknown[~unknown["head"].map(_is_nobody).astype(bool)]
    groups = unknown.groupby(unknown["head"].str.casefold(), sort=True)
    table = pd.DataFrame([_row(rows) for _, rows in groups], columns=_COLUMNS)
    table = table[table["n"] >= min_statements]
    table = table.sort_values(["n", "speaker"], ascending=[False, True], kind="stable").reset_index(drop=True)
    return table.assign(proposals=_proposals(table, names or {}))[_SHOWN]


_COLUMNS = ["head", "speaker", "kind", "n", "n_documents", "wordings", "example"]
_SHOWN = ["speaker", "kind", "n", "n_documents", "wordings", "proposals", "example"]


def head_of(words: str) -> str:
    """Give the words that name a speaker without article, form of address and what stands behind.

    Examples
    --------
    >>> head_of("Dr. Maria Lopez, the mayor of Corran"), head_of("the ministry's spokesman"), head_of("they've")
    ('Maria Lopez', "ministry's spokesman", 'they')
    """
    head = _LEADING.sub("", _BEHIND.sub("", words)).strip(" .\"'“”‘’") or words
    pronoun = _CONTRACTED.sub("", head)
    return pronoun if pronoun.casefold() in _PRONOUNS else head


def _is_nobody(head: str) -> bool:
    return head.casefold() in _NOBODY or head in _NOTICES


def _row(rows: pd.DataFrame) -> tuple:
    counts = rows["text"].value_counts()
    wordings = sorted(counts.index, key=lambda words: (-counts[words], words))
    heads = rows["head"].unique()
    documents = codes(rows["doc_id"])
    return (
        min(heads),
        wordings[0],
        _kind(heads),
        rows["statement_id"].nunique(),
        len(set(documents.tolist())),
        wordings,
        rows["statement_id"].iloc[0],
    )


def _kind(heads: Sequence[str]) -> str:
    """A group is a name if it is always written with a capital, and more than at a sentence's start may be."""
    if heads[0].casefold() in _PRONOUNS:
        return PRONOUN
    words = [head.split() for head in heads]
    always = all(any(word[:1].isupper() for word in head[-2:]) for head in words)
    only_first = all(len(head) > 1 and not any(word[:1].isupper() for word in head[1:]) for head in words)
    return NAME if always and not only_first else DESCRIPTION


def _proposals(table: pd.DataFrame, names: Mapping[str, str]) -> list[list[str]]:
    """For each name of the table, the actors and the other groups that are spelled nearly alike."""
    from rapidfuzz import fuzz, process, utils

    known = [*names.values(), *table["head"]]
    shown = [f"{name} ({actor})" for actor, name in names.items()] + table["head"].tolist()
    found = []
    for row, (head, kind) in enumerate(zip(table["head"], table["kind"], strict=True)):
        near = process.extract(
            head,
            known,
            scorer=fuzz.ratio,
            processor=utils.default_process,
            score_cutoff=_NEAR,
            limit=_PROPOSED + 1,
        )
        own = len(names) + row
        found.append([shown[at] for *_, at in near if at != own][:_PROPOSED] if kind == NAME else [])
    return found
