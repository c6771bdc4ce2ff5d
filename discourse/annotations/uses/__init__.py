"""How a voice uses a frame's word: asserts, negates or refuses it, or holds it at arm's length."""

from discourse.annotations.uses.decisive import decisive_places, is_quoted
from discourse.annotations.uses.find import PLAIN, Use, find_use

__all__ = ["PLAIN", "Use", "decisive_places", "find_use", "is_quoted"]
