"""A file of statements that the user edits and that wins over what was found."""

from discourse.annotations.corrections.correcting import corrected, foreign
from discourse.annotations.corrections.rows import Corrections
from discourse.annotations.corrections.sheet import read_corrections, write_corrections

__all__ = ["Corrections", "corrected", "foreign", "read_corrections", "write_corrections"]
