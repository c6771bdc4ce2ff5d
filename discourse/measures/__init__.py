"""How much, how distinctive, how sure: each measure takes tidy tables and gives a tidy table."""

from discourse.measures.agreement import agreement
from discourse.measures.audit import audit
from discourse.measures.change_points import change_points
from discourse.measures.coding_sheets import coding_sheet
from discourse.measures.collocations import collocations
from discourse.measures.concordance import kwic
from discourse.measures.cue_stance import cue_stance
from discourse.measures.dispersion import dispersion
from discourse.measures.evidence import evidence
from discourse.measures.first_use import first_use
from discourse.measures.framing_contrasts import framing_contrasts
from discourse.measures.framing_counts import framing_counts
from discourse.measures.framing_differences import framing_differences
from discourse.measures.framing_over_time import framing_over_time
from discourse.measures.framing_shares import framing_shares
from discourse.measures.frequency import term_frequencies
from discourse.measures.groups import with_metadata
from discourse.measures.keyness import keyness
from discourse.measures.lexical_shift import lexical_shift
from discourse.measures.network import (
    actor_frame_network,
    actor_frame_networks,
    actor_network,
    write_network,
)
from discourse.measures.prediction_powered import corrected_shares, corrected_tone
from discourse.measures.prominence import mention_counts, prominence
from discourse.measures.resampling import resampled_shares
from discourse.measures.scorer_agreement import scorer_agreement
from discourse.measures.specifications import leave_one_term_out, specification_curve
from discourse.measures.tone import mean_tone
from discourse.measures.tone_differences import tone_differences
from discourse.measures.tone_shift import tone_shift
from discourse.measures.tone_specifications import tone_specification_curve
from discourse.measures.tone_validity import tone_validity
from discourse.measures.unknown_speakers import unknown_speakers

__all__ = [
    "actor_frame_network",
    "actor_frame_networks",
    "actor_network",
    "agreement",
    "audit",
    "change_points",
    "coding_sheet",
    "collocations",
    "corrected_shares",
    "corrected_tone",
    "cue_stance",
    "dispersion",
    "evidence",
    "first_use",
    "framing_contrasts",
    "framing_counts",
    "framing_differences",
    "framing_over_time",
    "framing_shares",
    "keyness",
    "kwic",
    "leave_one_term_out",
    "lexical_shift",
    "mean_tone",
    "mention_counts",
    "prominence",
    "resampled_shares",
    "scorer_agreement",
    "specification_curve",
    "term_frequencies",
    "tone_differences",
    "tone_shift",
    "tone_specification_curve",
    "tone_validity",
    "unknown_speakers",
    "with_metadata",
    "write_network",
]
