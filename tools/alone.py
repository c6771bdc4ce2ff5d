"""One set-up at a time: a lock that the system lets go of, however its holder ends."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_SECONDS_BETWEEN_TRIES = 0.2


@contextmanager
def alone(file: Path, *, waiting: Callable[[], object]) -> Iterator[None]:
    """Hold the lock `file` for the length of the block; call `waiting` once if somebody else has it."""
    with file.open("a") as handle:
        told = False
        while not _taken(handle.fileno()):
            if not told:
                waiting()
                told = True
            time.sleep(_SECONDS_BETWEEN_TRIES)
        yield


if sys.platform == "win32":
    import msvcrt

    def _taken(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks: then there is nothing to wait for
            pass
        return True
