"""How the work of annotating is spread: in this process, over the cores of one machine, or over a cluster."""

from discourse.engines.annotate import annotate

__all__ = ["annotate"]
