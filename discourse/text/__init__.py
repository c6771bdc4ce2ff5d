"""Sentences and words with code-point offsets: no model, no download, every character kept."""

from discourse.text.characters import normal
from discourse.text.sentences import sentences
from discourse.text.tokens import Tokens, tokenize, tokens

__all__ = ["Tokens", "normal", "sentences", "tokenize", "tokens"]
