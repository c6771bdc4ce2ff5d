"""What each report of a grid rests on, in one hash: only those whose texts, lexicons or settings changed are made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from discourse.corpus import Corpus, read_corpus
from discourse.errors import DiscourseError
from discourse.reporting.parameters import declared_parameters
from discourse.reporting.provenance import about_notebook, as_json, shipped_lists, short_hash, versions

CORPUS = "corpus"


@dataclass
class GridInputs:
    """The notebook of a grid and the folder where its paths start; reads each corpus once.

    Of a corpus that several reports share, a report rests on the texts that its condition `where` chooses.
    """

    notebook: Path
    start: Path
    _corpora: dict[str, Corpus | str] = field(default_factory=dict)

    def hash_of(self, parameters: Mapping[str, object]) -> str:
        """Give a hash of all that a report with these parameters rests on."""
        in_force = self.in_force(parameters)
        rests_on = {
            "parameters": in_force,
            "notebook": about_notebook(self.notebook),
            "versions": versions(),
            "shipped lists": shipped_lists(),
            "files": self._files(in_force),
            "texts": self._texts(in_force),
        }
        return short_hash(as_json(rests_on).encode())

    def in_force(self, parameters: Mapping[str, object]) -> dict[str, object]:
        """Give all parameters of the notebook: those given, and of the others what they are set to."""
        defaults = {name: found.default for name, found in declared_parameters(self.notebook).items()}
        return {**defaults, **parameters}

    def unplaced(self, parameters: Mapping[str, object]) -> pd.DataFrame:
        """Give what was found while the corpus was read and belongs to none of its texts: what was skipped, say."""
        corpus = self._corpus(parameters)
        if isinstance(corpus, str):
            return pd.DataFrame()
        rows = corpus.import_report.rows
        return rows[rows["doc_id"].isna() & rows["kind"].ne("read")]

    def _corpus(self, parameters: Mapping[str, object]) -> Corpus | str:
        """Give the corpus, or the reason why it cannot be read."""
        named = str(parameters.get(CORPUS, "sample"))
        if named not in self._corpora:
            here = self.start / named
            try:
                self._corpora[named] = read_corpus(here if here.exists() else named)
            except DiscourseError as error:
                self._corpora[named] = str(error)
        return self._corpora[named]

    def _texts(self, parameters: Mapping[str, object]) -> str:
        """Give a hash of the texts of a report, with all that is known about them."""
        corpus, where = self._corpus(parameters), str(parameters.get("where", ""))
        if isinstance(corpus, str):
            return corpus
        try:
            chosen = corpus.where(where) if where else corpus
        except DiscourseError as error:
            return str(error)
        return chosen.fingerprint

    def _files(self, parameters: Mapping[str, object]) -> dict[str, str]:
        """Give a hash of every other file that the parameters name."""
        values = (value for name, value in parameters.items() if name != CORPUS)
        named = [item for value in values for item in (value if isinstance(value, list) else [value])]
        files = {item: self.start / item for item in named if isinstance(item, str) and item}
        return {item: short_hash(file.read_bytes()) for item, file in files.items() if file.is_file()}
