"""Partitions on a cluster, through Dask: `pip install "discourse-toolkit[dask]"`.

A worker that is lost is made up for by Dask. Over a partition that kills its workers again and again, the
documents that do it are found, reported and left out.
"""

from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING, Union

from discourse.engines.work import Partition, Result, Work, find_deadly
from discourse.errors import DiscourseError

if TYPE_CHECKING:
    from distributed import Client, Future

_AHEAD = 3
"""So many partitions wait for each thread of the cluster, so that none is idle and few are in memory."""


def run_dask(partitions: Iterator[Partition], work: Work[Result], client: "Client") -> Iterator[Result]:
    """Do `work` on `partitions` on the cluster of `client`; give the result of each, in order."""
    pending: deque[tuple[Partition, Future]] = deque()
    for partition in partitions:
        pending.append((partition, _begin(client, work, partition)))
        if len(pending) >= _AHEAD * max(sum(client.nthreads().values()), 1):
            yield _result(client, work, *pending.popleft())
    while pending:
        yield _result(client, work, *pending.popleft())


def client_for(engine: Union[str, "Client"], workers: int | None) -> "Client":
    """Give the client meant by `engine`: a client itself, the address of a scheduler, or `"dask"`.

    `"dask"` means the client that the user has open; where there is none, a cluster on this machine.

    Raises
    ------
    DiscourseError
        If Dask is not installed, or nobody answers at the address.
    """
    try:
        from distributed import Client, get_client
    except ImportError:
        raise DiscourseError(
            'engine="dask" needs Dask; install it with: pip install "discourse-toolkit[dask]"'
        ) from None
    if not isinstance(engine, str):
        return engine
    if engine == "dask":
        try:
            return get_client()
        except ValueError:
            return Client(n_workers=workers, threads_per_worker=1)
    try:
        return Client(engine)
    except (OSError, ValueError) as error:
        raise DiscourseError(f"no Dask scheduler answers at {engine!r}: {error}") from None


def _begin(client, work, partition, deadly=frozenset()) -> "Future":
    return client.submit(work, partition, deadly, pure=False)


def _result(client, work, partition, future):
    from distributed import KilledWorker

    try:
        return future.result()
    except KilledWorker:
        deadly = frozenset(find_deadly(partition.documents, lambda part: _dies(client, work, part)))
        return _begin(client, work, partition, deadly).result()


def _dies(client, work, documents) -> bool:
    from distributed import KilledWorker

    try:
        client.submit(work.probe, documents, pure=False).result()
    except KilledWorker:
        return True
    return False
