"""How a voice uses a frame's word: asserts, negates or refuses it, or holds it at arm's length."""

from discourse.annotations.uses.find import Use, find_use

__all__ = ["Use", "find_use"]
