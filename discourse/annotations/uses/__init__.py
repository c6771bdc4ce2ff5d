"""How a voice uses a frame's word: asserts, negates or refuses it, or holds it at arm's length."""

from discourse.annotations.uses.decisive import Surroundings
from discourse.annotations.uses.distance import tight_quotation
from discourse.annotations.uses.find import PLAIN, Rules, Use, find_use

__all__ = ["PLAIN", "Rules", "Surroundings", "Use", "find_use", "tight_quotation"]
