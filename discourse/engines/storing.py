"""Annotating into a folder: what it holds already is used, and it can be gone on with after an interruption.

A partition of documents is a segment of every table. Beside the tables stands a record of each segment: the
fingerprint of each document, and of all that each stage depended on. It is written last, so a segment
with a record is whole.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import pandas as pd

from discourse.annotations.columns import Tables
from discourse.annotations.document_speakers import with_actors
from discourse.annotations.folder import Folder
from discourse.annotations.joining import joined
from discourse.annotations.partition import Known, Task
from discourse.annotations.stored import SEGMENTS
from discourse.engines.safely import STAGE, annotate_safely
from discourse.engines.stages import FOUND, TABLES_OF
from discourse.engines.work import Partition

Record = Mapping[str, dict]


@dataclass(frozen=True)
class Storing:
    """The work of annotating a partition into `folder`; gives the number of its documents."""

    folder: Folder
    task: Task
    stages: Mapping[str, str]

    def __call__(self, partition: Partition, deadly: Collection[str] = ()) -> int:
        """Annotate what is new or changed of a partition, and write its segment and record."""
        documents, keys = partition.documents, partition.keys
        name = segment_name(keys)
        pieces = [
            self._piece(documents[begin:end].reset_index(drop=True), source, deadly)
            for source, begin, end in _runs([partition.earlier.get(key) for key in keys])
        ]
        tables = joined(pieces)
        before = self.folder.read_json(record_path(name))
        stages = {**self.stages, "documents": partition.metadata}
        for table in _stale(before, stages):
            self.folder.write_table(table, name, tables[table])
        problems = tables["problems"]
        record = {
            "documents": dict(zip(documents["doc_id"], keys, strict=True)),
            "stages": stages,
            "rows": {table: len(frame) for table, frame in tables.items()},
            "failed": problems["doc_id"][problems["stage"] == STAGE].tolist(),
        }
        self.folder.write_json(record_path(name), record)
        return len(documents)

    def probe(self, documents: pd.DataFrame) -> None:
        """Annotate, and keep nothing."""
        annotate_safely(documents, self.task)

    def _piece(self, documents, source: str | None, deadly: Collection[str]) -> Tables:
        """Give the tables of some documents, of which the segment `source` may hold some already."""
        if source is None:
            return annotate_safely(documents, self.task, deadly=deadly)
        stages = self.folder.read_json(record_path(source))["stages"]
        valid = [stage for stage in TABLES_OF if stages.get(stage) == self.stages[stage]]
        known = {
            table: self._earlier(table, source, documents) for stage in valid for table in TABLES_OF[stage]
        }
        if len(valid) == len(TABLES_OF):
            return {**known, "documents": with_actors(documents, self.task.actors)}
        found = None
        untouched = stages.get(FOUND) == self.stages[FOUND] and not self.task.corrections.rows
        if "statements" not in valid and untouched:
            found = self._earlier("statements", source, documents)
        return annotate_safely(documents, self.task, Known(known, found), deadly)

    def _earlier(self, table: str, source: str, documents: pd.DataFrame) -> pd.DataFrame:
        """The rows of some documents in a segment, in the order of the documents."""
        frame = self.folder.read_table(table, source)
        place = pd.Index(documents["doc_id"]).get_indexer(pd.Index(frame["doc_id"]).astype("str"))
        order = np.argsort(place, kind="stable")
        return frame.iloc[order[place[order] >= 0]].reset_index(drop=True)


def segment_name(keys: Sequence[str]) -> str:
    """Give the name of the segment that holds the documents with these keys, in this order."""
    return hashlib.sha256(" ".join(keys).encode()).hexdigest()[:24]


def record_path(segment: str) -> str:
    """Give where the record of a segment stands in the folder."""
    return f"{SEGMENTS}/{segment}.json"


def _runs(sources: list[str | None]) -> Iterator[tuple[str | None, int, int]]:
    """Give each run of documents that come from the same segment (None: from none), with its range."""
    at = 0
    for source, run in groupby(sources):
        length = len(list(run))
        yield source, at, at + length
        at += length


def _stale(before: Record | None, stages: Mapping[str, str]) -> list[str]:
    """The tables that an earlier record of the same segment does not cover."""
    had = before["stages"] if before else {}
    tables_of = {**TABLES_OF, "documents": ("documents",)}
    return [t for stage, tables in tables_of.items() if had.get(stage) != stages[stage] for t in tables]
