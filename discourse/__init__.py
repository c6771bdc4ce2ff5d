"""Who says what, in which words, in which tone: a toolkit for discourse analysis.

Data travels one way: `read_corpus`, then `annotate`, then measures (table in, table out), figures
(`plot_x` takes what `x` gave) and a report (`render_report`).
"""

from importlib.metadata import version

from discourse.annotations import Annotations, read_annotations
from discourse.annotations.tone.toward import tone_toward
from discourse.corpus import Corpus, ImportReport, read_codes, read_corpus
from discourse.engines import annotate
from discourse.errors import (
    DiscourseError,
    LexiconError,
    MissingColumnError,
    ParameterError,
    ReadError,
    ReportError,
    UnknownNameError,
)
from discourse.exploring import explore
from discourse.lexicons import Actors, Frames, read_actors, read_frames, stop_words
from discourse.measures import (
    actor_frame_network,
    actor_frame_networks,
    actor_network,
    audit,
    change_points,
    coding_sheet,
    collocations,
    dispersion,
    evidence,
    framing_counts,
    framing_differences,
    framing_shares,
    keyness,
    kwic,
    lexical_shift,
    mean_tone,
    mention_counts,
    prominence,
    resampled_shares,
    term_frequencies,
    unknown_speakers,
    with_metadata,
    write_network,
)
from discourse.plots import (
    actor_colours,
    plot_framing_counts,
    plot_framing_shares,
    plot_keyness,
    plot_lexical_shift,
    plot_mentions_over_time,
    plot_network,
    plot_prominence,
    plot_term_frequencies,
    plot_tone,
)
from discourse.reporting import (
    render_report,
    show_figure,
    show_findings,
    show_provenance,
    show_table,
    show_title,
)

__version__ = version("discourse-toolkit")

__all__ = [
    "Actors",
    "Annotations",
    "Corpus",
    "DiscourseError",
    "Frames",
    "ImportReport",
    "LexiconError",
    "MissingColumnError",
    "ParameterError",
    "ReadError",
    "ReportError",
    "UnknownNameError",
    "__version__",
    "actor_colours",
    "actor_frame_network",
    "actor_frame_networks",
    "actor_network",
    "annotate",
    "audit",
    "change_points",
    "coding_sheet",
    "collocations",
    "dispersion",
    "evidence",
    "explore",
    "framing_counts",
    "framing_differences",
    "framing_shares",
    "keyness",
    "kwic",
    "lexical_shift",
    "mean_tone",
    "mention_counts",
    "plot_framing_counts",
    "plot_framing_shares",
    "plot_keyness",
    "plot_lexical_shift",
    "plot_mentions_over_time",
    "plot_network",
    "plot_prominence",
    "plot_term_frequencies",
    "plot_tone",
    "prominence",
    "read_actors",
    "read_annotations",
    "read_codes",
    "read_corpus",
    "read_frames",
    "render_report",
    "resampled_shares",
    "show_figure",
    "show_findings",
    "show_provenance",
    "show_table",
    "show_title",
    "stop_words",
    "term_frequencies",
    "tone_toward",
    "unknown_speakers",
    "with_metadata",
    "write_network",
]
