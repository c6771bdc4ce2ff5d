"""What the texts say: mentions, statements, framings and tone, for one partition of documents."""

from discourse.annotations.annotations import Annotations, read_annotations

__all__ = ["Annotations", "read_annotations"]
