"""What is told from the units of a sentence alone is what a closer look gives."""

import random
from dataclasses import fields

import numpy as np
import pandas as pd
import pytest

from discourse.annotations import framings as module
from discourse.annotations.matching import find_patterns
from discourse.annotations.parts import lay_out
from discourse.annotations.uses import PLAIN, Surroundings, find_use
from discourse.corpus import read_corpus
from discourse.lexicons import read_frames
from discourse.lexicons.use_words import use_words
from tests.annotations.pairs import corpus_of, frames_of, sentences

MARKS = [
    *",,,,,,;:!?—–()",
    " - ",
    "'",
    "’s",
    "n't",
    "’t",
    "'re",
    "“",
    "”",
    '"',
    "‘",
    "«",
    "-",
    ".",
    "/",
    "\n",
    "\n\n",
]
WORDS = """
    war coup crisis War anti-war genocide Moscow Russian he they reporters old real-time quickly being appears it this
    is was the a of with “war” 'coup' (sic) U.S. 10,000 wins new very bad reports
""".split()


def laid_out(documents, frames):
    """The partition, the frames' words, and the sentences and places of these."""
    parts = lay_out(documents)
    hits = find_patterns(parts.tokens, parts.texts, frames.patterns)
    rows = parts.sentence_at(hits.text, hits.start)
    around = np.stack([parts.sentence_start[rows], parts.sentence_end[rows]], axis=1)
    return parts, hits, around, np.stack([hits.start, hits.end], axis=1)


def made_up(count, seed):
    """Documents in which a few of all words that decide are strewn around a frame's word."""
    chance = random.Random(seed)
    listed = [sorted(getattr(use_words(), field.name)) for field in fields(use_words())]
    return read_corpus(pd.DataFrame({"text": [_document(chance, listed) for _ in range(count)]})).documents


def _document(chance, listed):
    deciding, marked = chance.uniform(0.02, 0.4), chance.uniform(0, 0.3)
    pieces = ["Now"]
    for _ in range(chance.randint(3, 50)):
        kind = chance.random()
        if kind < deciding:
            pieces.append(chance.choice(chance.choice(listed)))
        elif kind < deciding + marked:
            pieces.append(chance.choice(MARKS))
        else:
            pieces.append(chance.choice(WORDS))
    return "".join(piece + chance.choice([" "] * 9 + [""]) for piece in pieces)


def cases(name):
    if name == "sample":
        return read_corpus("sample").documents, read_frames("ukraine")
    if name == "pairs":
        return corpus_of(sentences()).documents, frames_of(sentences())
    return made_up(2000, seed=name), frames_of(sentences())


@pytest.mark.parametrize("name", ["sample", "pairs", 1, 2])
def test_every_word_has_the_use_of_a_closer_look(name):
    parts, hits, around, words = laid_out(*cases(name))
    looked = [
        find_use(parts.texts[text], tuple(sentence), *place)
        for text, sentence, place in zip(hits.text.tolist(), around.tolist(), words.tolist(), strict=True)
    ]
    wanted = {i: use for i, use in enumerate(looked) if use != PLAIN}
    assert len(words) > 300
    assert len(wanted) > 10
    assert module._uses(parts, hits, parts.sentence_at(hits.text, hits.start)) == wanted


def test_most_framings_need_no_closer_look():
    parts, hits, around, words = laid_out(*cases("sample"))
    begins = parts.offsets[hits.text][:, None]
    asked = Surroundings(parts.tokens).asked(around + begins, words + begins)
    assert asked[:, :-1].any(axis=1).mean() < 0.25


def may_decide(text):
    """Whether words may decide the use of the last *war* in a sentence."""
    parts = lay_out(read_corpus(pd.DataFrame({"text": [text]})).documents)
    start = text.rindex("war")
    around, words = np.array([[0, len(text)]]), np.array([[start, start + 3]])
    return bool(Surroundings(parts.tokens).asked(around, words)[0, :-1].any())


@pytest.mark.parametrize(
    "text",
    [
        "It is not a war.",
        "It is not, he said, a war.",
        "It is not, as those who know say, a war.",
        "It was anything but a war.",
        "It is not peace and war.",
        "The so-called war.",
        "The name war is not used.",
        "The war never happened.",
        "A war, as Moscow calls it, is coming.",
        "A war, in the words of the minister.",
        "He has yet to call it a war.",
    ],
)
def test_words_within_reach_may_decide(text):
    assert may_decide(text)


@pytest.mark.parametrize(
    "text",
    [
        "It is a war.",
        "It is not peace; it is a war.",
        "It is not peace, it is a war.",
        "It is not peace but a war.",
        "It is not, as they know all too well over there in Moscow, a war.",
        "It is not one two three four five six seven eight nine ten eleven a war.",
        "The so-called one two three four war.",
        "The war is one two three never four.",
        "He called it a war.",
        "A war goes on, as the man said.",
    ],
)
def test_words_out_of_reach_decide_nothing(text):
    assert not may_decide(text)


def test_where_few_words_are_in_a_long_text_all_are_read(monkeypatch):
    documents = corpus_of(sentences()[:1]).documents.assign(text="It is fine. " * 600 + "This is not a war.")
    parts, hits, _, _ = laid_out(documents, frames_of(sentences()))
    monkeypatch.setattr(module, "Surroundings", None)
    around = parts.sentence_at(hits.text, hits.start)
    assert [use.use for use in module._uses(parts, hits, around).values()] == ["negated"]
