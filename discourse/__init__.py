"""Who says what, in which words, in which tone: a toolkit for discourse analysis.

Data travels one way: `read_corpus`, then `annotate`, then measures (table in, table out), figures
(`plot_x` takes what `x` gave) and a report (`render_report`).
"""

from importlib import import_module

# Where each public name is defined. Its module is imported when the name is first used, so that a script
# which only annotates does not wait for measures and figures. Editors read the same list in `__init__.pyi`.
_HOMES = {
    "discourse.annotations": "Annotations read_annotations",
    "discourse.annotations.corrections": "write_corrections",
    "discourse.annotations.tone.toward": "tone_toward",
    "discourse.corpus": "Corpus CorpusScan ImportReport read_codes read_corpus scan_corpus",
    "discourse.engines": "annotate",
    "discourse.errors": """
        DiscourseError LexiconError MissingColumnError ParameterError ReadError ReportError
        UnknownNameError
    """,
    "discourse.exploring": "explore",
    "discourse.lexicons": "Actors Frames read_actors read_frames stop_words",
    "discourse.measures": """
        actor_frame_network actor_frame_networks actor_network agreement audit change_points
        coding_sheet collocations corrected_shares corrected_tone cue_stance dispersion evidence
        first_use framing_contrasts framing_counts framing_differences framing_over_time
        framing_shares keyness kwic leave_one_term_out lexical_shift mean_tone mention_counts
        prominence resampled_shares scorer_agreement specification_curve term_frequencies
        tone_differences tone_shift tone_specification_curve tone_validity unknown_speakers
        with_metadata write_network
    """,
    "discourse.plots": """
        actor_colours plot_corrected plot_cue_stance plot_first_use plot_framing_counts
        plot_framing_over_time plot_framing_shares plot_keyness plot_lexical_shift
        plot_mentions_over_time plot_network plot_prominence plot_specification_curve
        plot_term_frequencies plot_tone plot_tone_between plot_tone_shift
    """,
    "discourse.reporting": """
        Verification bundle_report render_report show_evidence show_figure show_findings
        show_provenance show_statements show_table show_title verify_report
    """,
    "discourse.training": "TrainedStatements train_statements",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = ["__version__", *sorted(_HOME_OF)]


def __getattr__(name: str) -> object:
    """Import a public name, or a folder of the package, at its first use (PEP 562)."""
    if name in _HOME_OF:
        value = getattr(import_module(_HOME_OF[name]), name)
    elif name == "__version__":
        value = import_module("importlib.metadata").version("discourse-toolkit")
    elif f"discourse.{name}" in _HOMES:
        return import_module(f"discourse.{name}")
    else:
        raise AttributeError(f"module 'discourse' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
