"""How much, how distinctive, how sure: each measure takes tidy tables and gives a tidy table."""

from discourse.measures.audit import audit
from discourse.measures.coding_sheets import coding_sheet
from discourse.measures.concordance import kwic
from discourse.measures.evidence import evidence
from discourse.measures.framing_counts import framing_counts
from discourse.measures.framing_shares import framing_shares
from discourse.measures.frequency import term_frequencies
from discourse.measures.groups import with_metadata
from discourse.measures.prominence import mention_counts, prominence
from discourse.measures.tone import mean_tone

__all__ = [
    "audit",
    "coding_sheet",
    "evidence",
    "framing_counts",
    "framing_shares",
    "kwic",
    "mean_tone",
    "mention_counts",
    "prominence",
    "term_frequencies",
    "with_metadata",
]
