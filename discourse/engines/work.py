"""What an engine is given to do: partitions of documents, and work that can be sent to another process."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

import pandas as pd

Result = TypeVar("Result", covariant=True)


@dataclass(frozen=True)
class Partition:
    """Some documents; for a folder also their keys, the key of their metadata, and which earlier segments hold some."""

    documents: pd.DataFrame
    keys: Sequence[str] = ()
    metadata: str = ""
    earlier: Mapping[str, str] = field(default_factory=dict)


class Work(Protocol[Result]):
    """Does something with a partition. It can be pickled, and done twice with the same outcome."""

    def __call__(self, partition: Partition, deadly: Collection[str] = ()) -> Result:
        """Work on a partition, but not on the documents in `deadly`, over which processes were killed."""

    def probe(self, documents: pd.DataFrame) -> None:
        """Do what may kill a process, and keep nothing of it."""


def find_deadly(documents: pd.DataFrame, dies: Callable[[pd.DataFrame], bool]) -> Iterator[str]:
    """Give the doc_ids of the documents over which a process is killed, by trying ever smaller halves.

    Examples
    --------
    >>> documents = pd.DataFrame({"doc_id": list("abcdef")})
    >>> list(find_deadly(documents, lambda part: "e" in part["doc_id"].tolist()))
    ['e']
    """
    if not dies(documents):
        return
    if len(documents) == 1:
        yield documents["doc_id"].iloc[0]
        return
    half = len(documents) // 2
    for part in (documents.iloc[:half], documents.iloc[half:]):
        yield from find_deadly(part.reset_index(drop=True), dies)
