"""Figures: each `plot_x` takes what the measure `x` gave and returns matplotlib Axes."""

from discourse.plots.actors import plot_prominence
from discourse.plots.corrected import plot_corrected
from discourse.plots.cue_stance import plot_cue_stance
from discourse.plots.framing_over_time import plot_first_use, plot_framing_over_time
from discourse.plots.framings import plot_framing_counts, plot_framing_shares
from discourse.plots.keyness import plot_keyness, plot_lexical_shift
from discourse.plots.mentions_over_time import plot_mentions_over_time
from discourse.plots.network import plot_network
from discourse.plots.specifications import plot_specification_curve
from discourse.plots.style import actor_colours
from discourse.plots.terms import plot_term_frequencies
from discourse.plots.tone import plot_tone, plot_tone_between
from discourse.plots.tone_shift import plot_tone_shift

__all__ = [
    "actor_colours",
    "plot_corrected",
    "plot_cue_stance",
    "plot_first_use",
    "plot_framing_counts",
    "plot_framing_over_time",
    "plot_framing_shares",
    "plot_keyness",
    "plot_lexical_shift",
    "plot_mentions_over_time",
    "plot_network",
    "plot_prominence",
    "plot_specification_curve",
    "plot_term_frequencies",
    "plot_tone",
    "plot_tone_between",
    "plot_tone_shift",
]
