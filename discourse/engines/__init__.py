"""How the work of annotating is spread. So far: one process, one partition after the other."""

from discourse.engines.annotate import annotate

__all__ = ["annotate"]
