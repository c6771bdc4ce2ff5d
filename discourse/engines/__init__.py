"""How the work of annotating is spread: in this process, or over the cores of one machine."""

from discourse.engines.annotate import annotate

__all__ = ["annotate"]
