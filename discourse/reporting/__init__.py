"""Reports: a notebook with checked parameters becomes a page, and what a notebook shows in it."""

from discourse.reporting.bundling import bundle_report
from discourse.reporting.evidence_view import Evidence, show_evidence
from discourse.reporting.figure_view import show_figure
from discourse.reporting.findings import (
    choice_findings,
    claimed_first,
    framing_findings,
    prominence_findings,
    tone_findings,
)
from discourse.reporting.gate import check_page, page_faults
from discourse.reporting.parameters import (
    Parameter,
    check_parameters,
    declared_parameters,
    parameters_from_text,
)
from discourse.reporting.provenance import show_provenance
from discourse.reporting.rendering import render_report
from discourse.reporting.statement_view import show_statements
from discourse.reporting.table_view import show_table
from discourse.reporting.text_view import markdown_text, show_findings, show_title
from discourse.reporting.verifying import Verification, verify_report

__all__ = [
    "Evidence",
    "Parameter",
    "Verification",
    "bundle_report",
    "check_page",
    "check_parameters",
    "choice_findings",
    "claimed_first",
    "declared_parameters",
    "framing_findings",
    "markdown_text",
    "page_faults",
    "parameters_from_text",
    "prominence_findings",
    "render_report",
    "show_evidence",
    "show_figure",
    "show_findings",
    "show_provenance",
    "show_statements",
    "show_table",
    "show_title",
    "tone_findings",
    "verify_report",
]
