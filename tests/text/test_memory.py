"""What is remembered of earlier texts makes no difference to what is found in later ones."""

import threading

import numpy as np
import pytest

from discourse.text import cut_at_blanks, memory, sentences, sentences_in, tokenize

TEXTS = ["Mr. Xi's plan ended. The U.S. said so.", "“Why?” Mr. Xi's U.S. plan said 3.5 . . . The end."] * 2


def _words(text: str) -> list[str]:
    found = tokenize([text])
    return found.terms[found.word_term].tolist()


def test_texts_are_cut_the_same_whatever_was_read_before(monkeypatch):
    remembering = [(_words(text), sentences(text)) for text in TEXTS]
    monkeypatch.setattr(memory, "_MOST_CHUNKS", 0)
    assert [(_words(text), sentences(text)) for text in TEXTS] == remembering
    memory.forget()
    assert [(_words(text), sentences(text)) for text in reversed(TEXTS)] == remembering[::-1]


def test_a_full_memory_gives_way_to_a_new_one_and_is_kept_for_what_was_cut_with_it(monkeypatch):
    chunks = cut_at_blanks(TEXTS)
    monkeypatch.setattr(memory, "_MOST_CHARACTERS", 0)
    assert cut_at_blanks(["Other words."]).memory is not chunks.memory
    assert sentences_in(TEXTS, chunks) == [sentences(text) for text in TEXTS]


def test_what_is_common_stays_when_a_memory_is_full(monkeypatch):
    monkeypatch.setattr(memory, "_MOST_CHUNKS", 16)
    asked: list[str] = []
    rule = _noting(asked)
    memory.forget()
    for number, text in enumerate(TEXTS * 8):
        rare = f"Once{number} {number}nce."
        chunks = cut_at_blanks([text, rare])
        assert chunks.each(rule, np.int64).tolist() == [len(chunks.distinct[code]) for code in chunks.code]
        assert _words(f"{text} {rare}")[-2:] == [f"once{number}", f"{number}nce"]
        assert sentences(text) == sentences_in([text, rare], chunks)[0]
        assert len(chunks.memory.chunks) < 40
    assert asked.count("Mr. ") == asked.count("Xi's ") == 1


def _noting(asked: list[str]):
    """A rule that notes what it is asked about."""

    def rule(chunk: str) -> int:
        asked.append(chunk)
        return len(chunk)

    return rule


def test_a_rule_is_asked_once_for_each_chunk():
    asked: list[str] = []
    rule = _noting(asked)
    memory.forget()
    lengths = [cut_at_blanks([text]).each(rule, np.int64).sum() for text in TEXTS]
    assert len(asked) == len(set(asked))
    assert lengths == [len(text) + 1 for text in TEXTS]


@pytest.mark.parametrize("most_chunks", [16, 1_000])
def test_a_rule_that_is_asked_of_some_chunks_is_asked_of_no_others(monkeypatch, most_chunks):
    monkeypatch.setattr(memory, "_MOST_CHUNKS", most_chunks)
    asked: list[str] = []
    rule = _noting(asked)
    memory.forget()
    for number, text in enumerate(TEXTS * 8):
        chunks = cut_at_blanks([text, f"Once{number} {number}nce."])
        first = chunks.first[[0, 0]]
        assert chunks.each_of(first, rule, np.int8).tolist() == [len(text.split()[0]) + 1] * 2
    assert set(asked) == {"Mr. ", "“Why?” "}
    assert most_chunks == 16 or len(asked) == 2


def test_each_thread_remembers_for_itself():
    held = []
    thread = threading.Thread(target=lambda: held.append(cut_at_blanks(TEXTS).memory))
    thread.start()
    thread.join()
    assert held[0] is not cut_at_blanks(TEXTS).memory
