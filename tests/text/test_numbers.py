"""A chunk has one number, however many are asked for at once."""

import random

import pyarrow as pa
import pytest

from discourse.text import numbers
from discourse.text.numbers import Numbers

LETTERS = ["a", "b", "ä", "中", "\x00", "\ud800"]


def some_chunks(n: int) -> list[str]:
    drawn = random.Random(n)
    lengths = (drawn.choice([0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 40]) for _ in range(2 * n))
    words = ("".join(drawn.choices(LETTERS, k=length)) for length in lengths)
    return list(dict.fromkeys(word + drawn.choice(" \n") for word in words))[:n]


def asked(found: Numbers, chunks: list[str]) -> list[int]:
    encoded = [chunk.encode("utf-8", "surrogatepass") for chunk in chunks]
    return found.of(pa.array(encoded, pa.large_binary())).tolist()


@pytest.mark.parametrize("place_bits", [2, 19])
def test_chunks_are_numbered_in_the_order_in_which_they_are_first_asked_for(monkeypatch, place_bits):
    monkeypatch.setattr(numbers, "_PLACE_BITS", place_bits)
    found, chunks = Numbers(), some_chunks(4_000)
    expected = list(range(len(chunks)))
    assert asked(found, chunks[:30]) == expected[:30]
    assert asked(found, chunks[20:2_500]) == expected[20:2_500]
    assert asked(found, chunks) == expected
    assert asked(found, chunks[::-1]) == expected[::-1]
    assert asked(found, chunks[3_990:]) == expected[3_990:]
    assert found.chunks == chunks
    assert found.characters == sum(map(len, chunks))
