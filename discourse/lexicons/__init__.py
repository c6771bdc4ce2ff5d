"""What to look for: actors, frames, cues, tone words, stop words. Lists are data, with source and licence."""

from discourse.lexicons.actors import Actor, Actors, Role, read_actors
from discourse.lexicons.cues import Cues, read_cues
from discourse.lexicons.frames import Frame, Frames, read_frames
from discourse.lexicons.patterns import Pattern
from discourse.lexicons.stop_words import stop_words
from discourse.lexicons.wordings import Wording

__all__ = [
    "Actor",
    "Actors",
    "Cues",
    "Frame",
    "Frames",
    "Pattern",
    "Role",
    "Wording",
    "read_actors",
    "read_cues",
    "read_frames",
    "stop_words",
]
