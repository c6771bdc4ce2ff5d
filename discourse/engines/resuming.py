"""What a folder of annotations holds already, and what is left to do."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from discourse.annotations.folder import Folder
from discourse.annotations.partition import Task
from discourse.annotations.stored import ABOUT, READING, SEGMENTS
from discourse.engines.stages import document_keys, fingerprints, metadata_key
from discourse.engines.storing import Storing, record_path, segment_name
from discourse.engines.work import Partition, Work
from discourse.errors import DiscourseError
from discourse.lexicons import Frames
from discourse.tables import SCHEMA_VERSION, TABLES

Progress = Callable[[int], object]
Spread = Callable[[Iterator[Partition], Work[int]], Iterator[int]]


def annotate_into(
    folder: Folder, parts: Iterable[pd.DataFrame], task: Task, *, spread: Spread, progress: Progress
) -> list[str]:
    """Bring the segments of `folder` up to date with the partitions; give their names, in order."""
    held, stages, order = _held(folder), fingerprints(task), []
    folder.remove(ABOUT)

    def left() -> Iterator[Partition]:
        for documents, keys in _distinct(parts):
            name = segment_name(keys)
            order.append(name)
            metadata = metadata_key(documents, task)
            whole = {**stages, "documents": metadata}
            if held.stages.get(name) == whole and not held.failed & set(keys):
                progress(len(documents))
            else:
                earlier = {key: held.segment[key] for key in keys if key in held.segment}
                yield Partition(documents, keys, metadata, earlier)

    for n_documents in spread(left(), Storing(folder, task, stages)):
        progress(n_documents)
    return order


def finish(
    folder: Folder, order: list[str], about: Mapping[str, str], *, frames: Frames, problems: pd.DataFrame
) -> None:
    """Write what the tables were made with, and remove the segments that no longer belong to them."""
    folder.write_table("problems", READING, problems)
    rows = dict.fromkeys(TABLES, 0) | {"problems": len(problems)}
    for segment in order:
        counted = folder.read_json(record_path(segment))["rows"]
        rows = {name: rows[name] + counted[name] for name in rows}
    inside = {SEGMENTS: order, "rows": rows, "known_frames": [frame.id for frame in frames]}
    folder.write_json(ABOUT, {"schema_version": SCHEMA_VERSION, **about, **inside})
    for old in set(folder.names(SEGMENTS)) - set(order):
        for name in TABLES:
            folder.remove(f"{name}/{old}.parquet")
        folder.remove(record_path(old))


@dataclass(frozen=True)
class _Held:
    """The segment of each document key; the keys of documents that failed; the stages of each segment."""

    segment: dict[str, str]
    failed: set[str]
    stages: dict[str, dict[str, str]]


def _held(folder: Folder) -> _Held:
    held = _Held({}, set(), {})
    for name in folder.names(SEGMENTS):
        record = folder.read_json(record_path(name))
        failed = {record["documents"][doc_id] for doc_id in record["failed"]}
        held.segment.update({key: name for key in record["documents"].values() if key not in failed})
        held.failed.update(failed)
        held.stages[name] = record["stages"]
    return held


def _distinct(parts: Iterable[pd.DataFrame]) -> Iterator[tuple[pd.DataFrame, list[str]]]:
    """Give each partition with the keys of its documents; complain about a doc_id that comes twice."""
    seen: set[str] = set()
    for documents in parts:
        for doc_id in documents["doc_id"]:
            if doc_id in seen:
                raise DiscourseError(f"two documents have the doc_id {doc_id!r}; doc_ids must differ")
            seen.add(doc_id)
        yield documents, document_keys(documents)
