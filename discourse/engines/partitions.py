"""Cutting a corpus into partitions: the same ones for every engine, so that all give the same tables."""

import hashlib
from collections.abc import Iterable, Iterator

import pandas as pd

from discourse.annotations.joining import stacked

LEAST, USUAL, MOST = 1_000_000, 2_000_000, 4_000_000
"""How many characters a partition has: behind the least, it ends at the next document that the lot falls on."""

_LOTS = 1 << 32


def partitions(frames: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """Cut documents, which may come in several frames, into partitions of about `USUAL` characters.

    Whether a partition ends behind a document depends on its doc_id and not on how many stand before it. So
    where a document is added or taken out, only the partition around it changes.
    """
    kept: list[pd.DataFrame] = []
    size = 0
    for frame in frames:
        begin = 0
        lengths = frame["text"].str.len().fillna(0).tolist()
        for i, (doc_id, length) in enumerate(zip(frame["doc_id"].tolist(), lengths, strict=True)):
            size += length
            if size >= MOST or (size >= LEAST and _lot(doc_id) < length / (USUAL - LEAST)):
                yield _together([*kept, frame.iloc[begin : i + 1]])
                kept, begin, size = [], i + 1, 0
        kept.append(frame.iloc[begin:])
    if rest := [piece for piece in kept if len(piece)]:
        yield _together(rest)


def is_small(documents: pd.DataFrame) -> bool:
    """Whether there is too little to spread."""
    return documents["text"].str.len().sum() < MOST


def _lot(doc_id: str) -> float:
    """A number in 0–1 that is always the same for a document."""
    return int.from_bytes(hashlib.blake2b(doc_id.encode(), digest_size=4).digest()) / _LOTS


def _together(pieces: list[pd.DataFrame]) -> pd.DataFrame:
    return stacked("documents", pieces) if len(pieces) > 1 else pieces[0].reset_index(drop=True)
