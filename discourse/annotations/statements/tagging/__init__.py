"""Statements by the rules, mended by weights that were learned from marked texts."""

from discourse.annotations.statements.tagging.tagged import tagged_in, tagged_statements
from discourse.annotations.statements.tagging.weights import StatementWeights, read_statement_weights

__all__ = ["StatementWeights", "read_statement_weights", "tagged_in", "tagged_statements"]
