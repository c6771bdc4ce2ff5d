"""Reading texts: the corpus, and the report of what was read."""

from discourse.corpus.corpus import Corpus
from discourse.corpus.import_report import ImportReport
from discourse.corpus.reading import read_corpus

__all__ = ["Corpus", "ImportReport", "read_corpus"]
