"""Who says what: statements with speaker, cue and content, found by rules alone."""

from discourse.annotations.statements.cutting import cut_all
from discourse.annotations.statements.find import find_statements, statements_in
from discourse.annotations.statements.quotation_marks import Quotation
from discourse.annotations.statements.reading import Reading, quotations_in, read
from discourse.annotations.statements.statement import Statement

__all__ = [
    "Quotation",
    "Reading",
    "Statement",
    "cut_all",
    "find_statements",
    "quotations_in",
    "read",
    "statements_in",
]
