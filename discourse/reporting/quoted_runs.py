"""Whether something quotes texts at length: runs of their words, however they are set."""

import re
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\W_]+")


class QuotedRuns:
    """Finds runs of more than `n` words of the given texts.

    Words are compared in lower case and without what stands between them, so that neither line ends nor
    quotation marks hide a run.

    Examples
    --------
    >>> runs = QuotedRuns(["The war, he said, is over: nobody believed it."], n=3)
    >>> runs.first_in("As he put it, the war he SAID is long over")
    'the war he said'
    >>> runs.first_in("the war is over") is None
    True
    """

    def __init__(self, texts: Iterable[str], *, n: int) -> None:
        self._n = n
        self._runs = {run for text in texts for run, _ in self._runs_of(text)}

    def first_in(self, text: str) -> str | None:
        """Give the first run that `text` has in common with the texts, or None."""
        return next((words for run, words in self._runs_of(text) if run in self._runs), None)

    def _runs_of(self, text: str) -> Iterator[tuple[int, str]]:
        """Give each run of one word more than allowed, as a number to compare it by, and its words."""
        words = _WORD.findall(text.lower())
        for start in range(len(words) - self._n):
            run = " ".join(words[start : start + self._n + 1])
            yield hash(run), run
