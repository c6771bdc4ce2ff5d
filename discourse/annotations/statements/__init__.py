"""Who says what: statements with speaker, cue and content, found by rules alone."""

from discourse.annotations.statements.cutting import cut_all
from discourse.annotations.statements.find import find_statements
from discourse.annotations.statements.statement import Statement

__all__ = ["Statement", "cut_all", "find_statements"]
