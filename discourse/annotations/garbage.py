"""Python's search for circular garbage, put off while very many things are made that hold none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def garbage_left(*, aged: bool = False) -> Iterator[None]:
    """Do not look for circular garbage meanwhile; what was made is looked through once, afterwards.

    With `aged` not even then: what was made counts as old. So use it where much is made seldom.

    Examples
    --------
    >>> with garbage_left():
    ...     gc.isenabled()
    False
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            if aged and not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
