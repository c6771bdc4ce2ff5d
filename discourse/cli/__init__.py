"""The command line, `discourse` or `python -m discourse`: it asks the library and shows what that gives."""

from discourse.cli.main import main

__all__ = ["main"]
