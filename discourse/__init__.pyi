"""The public names, for editors and type checkers: what `__init__.py` imports at first use."""

from discourse.annotations import (
    Annotations as Annotations,
    read_annotations as read_annotations,
)
from discourse.annotations.corrections import write_corrections as write_corrections
from discourse.annotations.tone.toward import tone_toward as tone_toward
from discourse.corpus import (
    Corpus as Corpus,
    CorpusScan as CorpusScan,
    ImportReport as ImportReport,
    read_codes as read_codes,
    read_corpus as read_corpus,
    scan_corpus as scan_corpus,
)
from discourse.engines import annotate as annotate
from discourse.errors import (
    DiscourseError as DiscourseError,
    LexiconError as LexiconError,
    MissingColumnError as MissingColumnError,
    ParameterError as ParameterError,
    ReadError as ReadError,
    ReportError as ReportError,
    UnknownNameError as UnknownNameError,
)
from discourse.exploring import explore as explore
from discourse.lexicons import (
    Actors as Actors,
    Frames as Frames,
    read_actors as read_actors,
    read_frames as read_frames,
    stop_words as stop_words,
)
from discourse.measures import (
    actor_frame_network as actor_frame_network,
    actor_frame_networks as actor_frame_networks,
    actor_network as actor_network,
    agreement as agreement,
    audit as audit,
    change_points as change_points,
    coding_sheet as coding_sheet,
    collocations as collocations,
    corrected_shares as corrected_shares,
    corrected_tone as corrected_tone,
    cue_stance as cue_stance,
    dispersion as dispersion,
    evidence as evidence,
    first_use as first_use,
    framing_contrasts as framing_contrasts,
    framing_counts as framing_counts,
    framing_differences as framing_differences,
    framing_over_time as framing_over_time,
    framing_shares as framing_shares,
    keyness as keyness,
    kwic as kwic,
    leave_one_term_out as leave_one_term_out,
    lexical_shift as lexical_shift,
    mean_tone as mean_tone,
    mention_counts as mention_counts,
    prominence as prominence,
    resampled_shares as resampled_shares,
    scorer_agreement as scorer_agreement,
    specification_curve as specification_curve,
    term_frequencies as term_frequencies,
    tone_differences as tone_differences,
    tone_shift as tone_shift,
    tone_specification_curve as tone_specification_curve,
    tone_validity as tone_validity,
    unknown_speakers as unknown_speakers,
    with_metadata as with_metadata,
    write_network as write_network,
)
from discourse.plots import (
    actor_colours as actor_colours,
    plot_corrected as plot_corrected,
    plot_cue_stance as plot_cue_stance,
    plot_first_use as plot_first_use,
    plot_framing_counts as plot_framing_counts,
    plot_framing_over_time as plot_framing_over_time,
    plot_framing_shares as plot_framing_shares,
    plot_keyness as plot_keyness,
    plot_lexical_shift as plot_lexical_shift,
    plot_mentions_over_time as plot_mentions_over_time,
    plot_network as plot_network,
    plot_prominence as plot_prominence,
    plot_specification_curve as plot_specification_curve,
    plot_term_frequencies as plot_term_frequencies,
    plot_tone as plot_tone,
    plot_tone_between as plot_tone_between,
    plot_tone_shift as plot_tone_shift,
)
from discourse.reporting import (
    Verification as Verification,
    bundle_report as bundle_report,
    render_report as render_report,
    show_evidence as show_evidence,
    show_figure as show_figure,
    show_findings as show_findings,
    show_provenance as show_provenance,
    show_statements as show_statements,
    show_table as show_table,
    show_title as show_title,
    verify_report as verify_report,
)
from discourse.training import (
    TrainedStatements as TrainedStatements,
    train_statements as train_statements,
)

__version__: str
