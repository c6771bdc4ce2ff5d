"""Whether work grows in proportion to the text, whatever else the machine does meanwhile."""

import gc
import time
from collections.abc import Callable

_TRIES = 5
_LEAST = 0.01


def grows_in_proportion(work: Callable[[str], object], piece: str, few: int, many: int) -> bool:
    """Whether `work` on `piece` repeated `many` times takes less than three times its share of the time for `few`.

    A quadratic reading of eight times the text takes eight times its share, in each try; a busy machine does not
    disturb each try.
    """
    for _ in range(_TRIES):
        short, long = _seconds(work, piece * few), _seconds(work, piece * many)
        if long < 3 * many / few * max(short, _LEAST):
            return True
    return False


def _seconds(work: Callable[[str], object], text: str) -> float:
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        work(text)
        return time.process_time() - begun
    finally:
        gc.enable()
