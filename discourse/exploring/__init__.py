"""Looking round in a live notebook: choose an actor, a frame, a voice and a time, and see what there is."""

from discourse.exploring.explore import explore

__all__ = ["explore"]
