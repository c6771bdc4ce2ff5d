"""Partitions on all cores of one machine.

The workers are started by loky: they import `discourse` and not the user's script, so no
`if __name__ == "__main__"` is needed, on any system. A worker that is killed (most often for want of
memory) loses nothing: what was under way is done again.
"""

import os
from collections import deque
from collections.abc import Iterator

import pandas as pd
from loky import get_reusable_executor
from loky.process_executor import BrokenProcessPool

from discourse.annotations.partition import Task
from discourse.engines.partitions import Tables, annotate_safely
from discourse.errors import DiscourseError

_TRIES = 3
_IDLE_SECONDS = 60


def run_local(partitions: Iterator[pd.DataFrame], task: Task, workers: int | None = None) -> Iterator[Tables]:
    """Annotate `partitions` in several processes; give the tables of each, in order.

    Raises
    ------
    DiscourseError
        If workers are killed again and again over the same documents.
    """
    workers = workers or os.cpu_count() or 1
    pending: deque = deque()
    exhausted = False
    while pending or not exhausted:
        while not exhausted and len(pending) < 2 * workers:
            documents = next(partitions, None)
            exhausted = documents is None
            if not exhausted:
                pending.append(_Job(documents, task, workers))
        if pending:
            yield _result(pending)


class _Job:
    """A partition under way, and how often it was begun."""

    def __init__(self, documents: pd.DataFrame, task: Task, workers: int):
        self.documents, self.task, self.workers, self.tries = documents, task, workers, 0
        self.begin()

    def begin(self) -> None:
        self.tries += 1
        executor = get_reusable_executor(max_workers=self.workers, timeout=_IDLE_SECONDS)
        self.future = executor.submit(annotate_safely, self.documents, self.task)


def _result(pending: deque) -> Tables:
    """Wait for the first job; if a worker was killed, begin all that were under way again."""
    while True:
        try:
            tables = pending[0].future.result()
        except BrokenProcessPool:
            _begin_again(pending)
        else:
            pending.popleft()
            return tables


def _begin_again(pending: deque) -> None:
    first = pending[0]
    if first.tries >= _TRIES:
        ids = first.documents["doc_id"]
        raise DiscourseError(
            f"a worker process was killed {first.tries} times over the documents {ids.iloc[0]!r} to {ids.iloc[-1]!r}, "
            "most likely for want of memory; try engine='serial', or fewer workers"
        )
    for job in pending:
        if not job.future.done() or job.future.exception() is not None:
            job.begin()
