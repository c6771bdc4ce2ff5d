"""What is told from the units of a sentence alone is what a closer look gives."""

import numpy as np
import pytest

from discourse.annotations import framings as module
from discourse.annotations.matching import find_patterns
from discourse.annotations.parts import lay_out
from discourse.annotations.uses import Surroundings, find_use
from discourse.corpus import read_corpus
from discourse.lexicons import read_frames
from tests.annotations.pairs import corpus_of, frames_of, sentences


def hits_and_sentences(documents, frames):
    parts = lay_out(documents)
    hits = find_patterns(parts.tokens, parts.texts, frames.patterns)
    rows = parts.sentence_at([hit.text for hit in hits], [hit.start for hit in hits])
    return (
        parts,
        hits,
        list(zip(parts.sentence_start[rows].tolist(), parts.sentence_end[rows].tolist(), strict=True)),
    )


@pytest.mark.parametrize("name", ["sample", "pairs"])
def test_every_word_has_the_use_of_a_closer_look(name):
    if name == "sample":
        documents, frames = read_corpus("sample").documents, read_frames("ukraine")
    else:
        documents, frames = corpus_of(sentences()).documents, frames_of(sentences())
    parts, hits, around = hits_and_sentences(documents, frames)
    looked = [
        find_use(parts.texts[hit.text], sentence, hit.start, hit.end)
        for hit, sentence in zip(hits, around, strict=True)
    ]
    assert len(hits) > 300
    assert module._uses(parts, hits, around) == looked


def test_most_framings_need_no_closer_look():
    parts, hits, around = hits_and_sentences(read_corpus("sample").documents, read_frames("ukraine"))
    begins = parts.offsets[[hit.text for hit in hits]][:, None]
    words = np.array([(hit.start, hit.end) for hit in hits]) + begins
    looked = Surroundings(parts.tokens, parts.offsets).may_decide(np.array(around) + begins, words)
    assert looked.mean() < 0.5
