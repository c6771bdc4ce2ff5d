"""Partitions on all cores of one machine.

The workers are started by loky: they import `discourse` and not the user's script, so no
`if __name__ == "__main__"` is needed, on any system. A worker that is killed (most often for want of
memory) loses nothing: what was under way is done again. Over a partition that kills its workers again and
again, the documents that do it are found, reported and left out.
"""

import os
from collections import deque
from collections.abc import Iterator

import pandas as pd
from loky import get_reusable_executor
from loky.process_executor import BrokenProcessPool

from discourse.engines.work import Partition, Result, Work, find_deadly
from discourse.errors import DiscourseError

_TRIES = 3
_IDLE_SECONDS = 60


def run_local(
    partitions: Iterator[Partition], work: Work[Result], workers: int | None = None
) -> Iterator[Result]:
    """Do `work` on `partitions` in several processes; give the result of each, in order."""
    workers = workers or os.cpu_count() or 1
    pending: deque[_Job] = deque()
    for partition in partitions:
        pending.append(_Job(partition, work, workers))
        if len(pending) >= 2 * workers:
            yield _first(pending)
    while pending:
        yield _first(pending)


class _Job:
    """A partition under way, and how often it was begun."""

    def __init__(self, partition: Partition, work: Work, workers: int):
        self.partition, self.work, self.workers, self.tries = partition, work, workers, 0
        self.begin()

    def begin(self, deadly: frozenset[str] = frozenset()) -> None:
        self.tries += 1
        executor = get_reusable_executor(max_workers=self.workers, timeout=_IDLE_SECONDS)
        self.future = executor.submit(self.work, self.partition, deadly)

    def dies(self, documents: pd.DataFrame) -> bool:
        """Whether a process is killed over these documents, with no other job under way."""
        executor = get_reusable_executor(max_workers=self.workers, timeout=_IDLE_SECONDS)
        try:
            executor.submit(self.work.probe, documents).result()
        except BrokenProcessPool:
            return True
        return False


def _first(pending: deque[_Job]):
    """Wait for the first job; if a worker was killed, begin all that were under way again."""
    while True:
        try:
            result = pending[0].future.result()
        except BrokenProcessPool:
            _begin_again(pending)
        else:
            pending.popleft()
            return result


def _begin_again(pending: deque[_Job]) -> None:
    """Begin what was under way again; when that has failed often enough, find out which documents are to blame.

    All jobs under way die with a worker, so each is then tried by itself, and the next begun behind it.
    """
    broken = [job for job in pending if not job.future.done() or job.future.exception() is not None]
    if max(job.tries for job in broken) < _TRIES:
        for job in broken:
            job.begin()
        return
    for job in broken:
        job.begin(frozenset(find_deadly(job.partition.documents, job.dies)))
        if isinstance(job.future.exception(), BrokenProcessPool):
            raise DiscourseError(
                "worker processes are killed again and again, over no document in particular, most likely for "
                "want of memory; try fewer workers"
            )
