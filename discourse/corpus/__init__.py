"""Reading texts: the corpus, the report of what was read, and what people judged."""

from discourse.corpus.codes import read_codes
from discourse.corpus.corpus import Corpus
from discourse.corpus.import_report import ImportReport
from discourse.corpus.reading import read_corpus
from discourse.corpus.scan import CorpusScan, scan_corpus

__all__ = ["Corpus", "CorpusScan", "ImportReport", "read_codes", "read_corpus", "scan_corpus"]
