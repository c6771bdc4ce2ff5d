"""Whose words: from the words that name a speaker to the actor behind them."""

from discourse.annotations.speakers.resolve import Asked, Speaker, resolve_speakers

__all__ = ["Asked", "Speaker", "resolve_speakers"]
