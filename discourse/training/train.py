"""The public `train_statements`: a folder of marked texts in, a file of weights out."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from discourse.annotations.statements.tagging.labels import PARTS, Ranges, tokens_of
from discourse.annotations.statements.tagging.proposing import EVIDENCE
from discourse.annotations.statements.tagging.tagged import chosen
from discourse.annotations.statements.tagging.weights import StatementWeights
from discourse.errors import DiscourseError, ReadError
from discourse.lexicons import read_cues
from discourse.training.brat import read_brat
from discourse.training.calibrating import fit
from discourse.training.examples import Example, Examples, examples_of
from discourse.training.folds import HeldOut, folds_of, held_out_proposals
from discourse.training.judging import right
from discourse.training.learning import learn
from discourse.training.marked import MarkedText
from discourse.training.sheet import FILE, read_sheet
from discourse.training.trained import Counts, TrainedStatements, scores_of


def train_statements(
    folder: str | Path, out: str | Path = "statements-weights.json", *, folds: int = 5
) -> TrainedStatements:
    """Learn from texts in which who says what was marked by hand, and mend with it what the rules find.

    For users who hold a marked corpus of their own kind of text; nothing learned comes with the package. A linear
    model sees each statement that the rules find, and each further word that often reports, with the words
    around it, and learns which are statements, where content and speaker begin and end, and how sure that is.
    A few hundred texts are needed before it gains anything over the rules.

    Parameters
    ----------
    folder
        Texts as `.txt` files (UTF-8), and the statements marked in them. *Every* statement of a text must be
        marked; what is not marked counts as wrong. Either in one file `statements.csv`, with offsets
        (`doc_id`, `speaker_spans`, `cue_spans`, `content_spans`, as in the table `statements`; spans such as
        `[[0, 12], [20, 31]]`) or with words (`doc_id`, `speaker`, `cue`, `content`, as `write_corrections` writes
        them; pieces parted by ` | `), where `doc_id` is the name of a text without `.txt`. Or an `.ann` file for
        each text, as brat writes them: spans *Source* (or *Speaker*), *Cue* and *Content*, joined by a line
        such as `E1<tab>Cue:T2 Source:T1 Content:T3`. Texts without marks are left out. Statements nested in
        others are found by the rules; mark the outer ones.
    out
        The JSON file to write. The same texts give the same file.
    folds
        Each text is held out once, with as many others as fall in its fold, to see how well statements are found
        in texts that were not learned from. This takes `folds` times as long as the learning itself.

    Returns
    -------
    TrainedStatements
        Shows how many texts, statements and features there are and, for the rules alone and with weights,
        precision, recall and F1 on held-out texts with an interval. A statement is right if its content shares half
        or more of the words of both with a marked one (Jaccard) and if their speakers share a word.

    Raises
    ------
    ReadError
        If the folder or a file cannot be read or written, or a line of it does not say what it should; the message
        names file and line.
    DiscourseError
        If there are fewer than two texts per fold, or no statement is marked.

    Examples
    --------
    >>> import tempfile
    >>> from pathlib import Path
    >>> from discourse import train_statements
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for name in "abcd":
    ...         _ = Path(folder, f"{name}.txt").write_text("Lee said that it rained. Ruiz denied this.")
    ...     rows = [f"{name},Lee,said,that it rained\\n{name},Ruiz,denied,this\\n" for name in "abcd"]
    ...     _ = Path(folder, "statements.csv").write_text("doc_id,speaker,cue,content\\n" + "".join(rows))
    ...     trained = train_statements(folder, out=Path(folder, "weights.json"), folds=2)
    >>> trained.scores["n_marked"].tolist()
    [8, 8, 8]
    """
    texts = _read(Path(folder))
    n_statements = sum(len(text.statements) for text in texts)
    if folds < 2 or len(texts) < 2 * folds or not n_statements:
        raise DiscourseError(
            f"{folder} holds {len(texts):,} marked texts with {n_statements:,} statements; for {folds} folds "
            f"(2 or more) it takes {2 * max(folds, 2)} texts, and some statements"
        )
    if not Path(out).absolute().parent.is_dir():
        raise ReadError(f"there is no folder {Path(out).parent} to write the weights to")
    cues = read_cues()
    examples = examples_of(texts, cues)
    held_out = list(held_out_proposals(examples.texts, folds_of(examples.texts, folds), len(examples.names)))
    confidence = _confidence(held_out)
    counts: dict[str, list[Counts]] = {"rules": [], "learned": []}
    for example, proposals in held_out:
        found = chosen(example.reading, proposals, confidence, cues, example.by_rules)
        counts["rules"].append(_counts(example, example.by_rules))
        counts["learned"].append(_counts(example, found))
    learned = learn([window for e in examples.texts for window in e.windows], len(examples.names))
    weights = _weights(examples, *learned, confidence, {"texts": len(texts), "statements": n_statements})
    return TrainedStatements(weights.write(out), weights, scores_of(counts))


def _read(folder: Path) -> list[MarkedText]:
    if not folder.is_dir():
        raise ReadError(f"there is no folder {folder}")
    return read_sheet(folder) if (folder / FILE).exists() else read_brat(folder)


def _confidence(held_out: Sequence[HeldOut]) -> list[float]:
    """The weights of evidence, from what was proposed for texts that were not learned from."""
    evidence, judged = [], []
    for example, proposals in held_out:
        of = right(example.reading, [proposal.ranges for proposal in proposals], example.marked)
        evidence += [proposal.evidence for proposal in proposals]
        judged += [number is not None for number in of]
    weights = fit(np.array(evidence).reshape(-1, len(EVIDENCE)), np.array(judged, dtype=float))
    return [round(float(weight), 4) for weight in weights]


def _counts(example: Example, statements) -> Counts:
    """How many statements are right, found and marked in a text."""
    found = [_ranges(example, one) for one in statements if one.via is None]
    of = right(example.reading, found, example.marked)
    return Counts(sum(number is not None for number in of), len(found), len(example.marked))


def _ranges(example: Example, statement) -> Ranges:
    return {part: tokens_of(example.reading, getattr(statement, f"{part}_spans")) for part in PARTS}


def _weights(
    examples: Examples, weights: np.ndarray, transitions: np.ndarray, confidence: Sequence[float], about
) -> StatementWeights:
    """Name the features that have a weight."""
    features: dict[str, dict[str, list[int]]] = {}
    for row in np.flatnonzero(weights.any(axis=1)):
        template, texts = examples.names[row]
        features.setdefault(template, {})[texts] = weights[row].tolist()
    return StatementWeights(features, transitions.tolist(), confidence, about)
