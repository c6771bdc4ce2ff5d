"""Sentences and words with code-point offsets: no model, no download, every character kept."""

from discourse.text.characters import normal
from discourse.text.chunks import Chunks, cut_at_blanks, cut_column, places_of
from discourse.text.sentences import sentence_places, sentences, sentences_in
from discourse.text.tokens import Tokens, tokenize, tokens, tokens_in

__all__ = [
    "Chunks",
    "Tokens",
    "cut_at_blanks",
    "cut_column",
    "normal",
    "places_of",
    "sentence_places",
    "sentences",
    "sentences_in",
    "tokenize",
    "tokens",
    "tokens_in",
]
