"""The command line: `discourse` = `python -m discourse`. Thin: it asks the library and shows what it gives."""

from discourse.cli.main import main

__all__ = ["main"]
