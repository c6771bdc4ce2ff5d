"""What depends on what: which tables have to be made again when a lexicon, the scorer or the code has changed."""

import hashlib
import inspect
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from uuid import uuid4

import pandas as pd

from discourse import tables
from discourse.annotations.partition import Task
from discourse.annotations.tone.scorers import Scorer
from discourse.tables import SCHEMA_VERSION

TABLES_OF: Mapping[str, tuple[str, ...]] = {
    "sentences": ("sentences",),
    "mentions": ("mentions", "problems"),
    "statements": ("statements", "speakers"),
    "tokens": ("tokens",),
    "framings": ("framings",),
    "tone": ("tone",),
}
FOUND = "found"
"""The stage of the statements as they stand, whoever their speakers are: the longest of all."""

_CODE = ("annotations", "lexicons", "text", "tables.py")


def fingerprints(task: Task) -> dict[str, str]:
    """Give the fingerprint of all that each stage depends on, beside the documents."""
    sentences = _digest(str(SCHEMA_VERSION), _code())
    edited = task.corrections.fingerprint if task.corrections.rows else ""
    mentions = _digest(sentences, task.actors.fingerprint, edited)
    weights = [task.weights.fingerprint] if task.weights else []
    found = _digest(sentences, str(task.cues is not None), edited, *weights)
    statements = _digest(mentions, found)
    return {
        "sentences": sentences,
        "mentions": mentions,
        FOUND: found,
        "statements": statements,
        "tokens": statements,
        "framings": _digest(statements, task.frames.fingerprint),
        "tone": _digest(statements, *task.scorers, *map(_source, task.scorers.values())),
    }


def document_keys(documents: pd.DataFrame) -> list[str]:
    """Give the fingerprint of each document: its text, and the metadata that annotating uses."""
    used = documents[["doc_id", "title", "date", "speaker", "text"]].astype(object)
    return [_digest(*map(_told, row)) for row in used.itertuples(index=False, name=None)]


def metadata_key(documents: pd.DataFrame, task: Task) -> str:
    """Give the fingerprint of what stands in the table `documents` beside the texts."""
    metadata = documents.drop(columns="text").to_csv(index=False)
    return _digest(metadata, repr(documents.dtypes.tolist()), task.actors.fingerprint)


def _told(value: object) -> str:
    return value if isinstance(value, str) else "\0"


def _digest(*parts: str) -> str:
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(f"{len(data)}:".encode() + data)
    return digest.hexdigest()[:32]


def _source(scorer: Scorer) -> str:
    """The source of a scorer; where it cannot be had, something new each time, so that nothing is reused."""
    try:
        return inspect.getsource(scorer)
    except (OSError, TypeError):
        return uuid4().hex


@cache
def _code() -> str:
    """The fingerprint of the code and of the word lists that come with it."""
    package = Path(tables.__file__).parent
    files = [file for part in _CODE for file in [package / part, *(package / part).rglob("*")]]
    sources = sorted(file for file in files if file.is_file() and file.suffix != ".pyc")
    return _digest(*(file.read_bytes().hex() for file in sources))
