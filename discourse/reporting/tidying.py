"""The executed notebook without what differs between two equal runs: times, paths, random names."""

import re
from collections.abc import Mapping

import nbformat

_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]{4,}")
_WARNING = re.compile(r"^(?:\S.*?):\d+: (\w*(?:Warning|Error): .*)$")
_KEPT_TAGS = "tags"


def tidy_notebook(notebook: nbformat.NotebookNode, hidden: Mapping[str, str]) -> nbformat.NotebookNode:
    """Make a copy of an executed notebook that is the same wherever and whenever it ran.

    `hidden` says which pieces of text (paths) give way to which others, the first ones first.
    """
    cells = [_cell(cell, number, hidden) for number, cell in enumerate(notebook.cells)]
    tidy = nbformat.v4.new_notebook(cells=cells)
    tidy.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    tidy.nbformat_minor = 5
    return tidy


def warnings_of(notebook: nbformat.NotebookNode) -> list[str]:
    """Give the warnings that a tidied notebook shows, each once, in order."""
    streams = [o for c in notebook.cells for o in c.get("outputs", []) if o.output_type == "stream"]
    lines = [line for o in streams if o.name == "stderr" for line in o.text.splitlines()]
    return list(dict.fromkeys(line for line in lines if line.strip()))


def _cell(cell: nbformat.NotebookNode, number: int, hidden: Mapping[str, str]) -> nbformat.NotebookNode:
    kept = {"tags": list(cell.metadata["tags"])} if cell.metadata.get(_KEPT_TAGS) else {}
    new = {"cell_type": cell.cell_type, "id": f"cell-{number:03}", "metadata": kept}
    new["source"] = _replaced(cell.source, hidden)
    if cell.cell_type == "code":
        new["execution_count"] = cell.execution_count
        new["outputs"] = [_output(output, hidden) for output in cell.outputs]
    if "attachments" in cell:
        new["attachments"] = cell.attachments
    return nbformat.from_dict(new)


def _output(output: nbformat.NotebookNode, hidden: Mapping[str, str]) -> dict:
    plain = {key: value for key, value in output.items() if key != "transient"}
    if plain["output_type"] == "stream":
        text = _replaced(_last_of_each_line(plain["text"]), hidden)
        return plain | {"text": _plain_warnings(text) if plain["name"] == "stderr" else text}
    return {key: _replaced(value, hidden) for key, value in plain.items()}


def _replaced(value, hidden: Mapping[str, str]):
    if isinstance(value, str):
        for piece, instead in hidden.items():
            value = value.replace(piece, instead)
        return _ADDRESS.sub(" at 0x0", value)
    if isinstance(value, list):
        return [_replaced(item, hidden) for item in value]
    if isinstance(value, dict):
        return {key: _replaced(item, hidden) for key, item in value.items()}
    return value


def _last_of_each_line(text: str) -> str:
    """Give what a terminal would show of lines that were written over (progress bars)."""
    return "\n".join(line.rstrip("\r").rpartition("\r")[2] for line in text.split("\n"))


def _plain_warnings(text: str) -> str:
    """Warnings as `Kind: message`, without the file and the line of code that gave them."""
    lines, kept = iter(text.split("\n")), []
    for line in lines:
        warning = _WARNING.match(line)
        kept.append(warning.group(1) if warning else line)
        if warning:
            following = next(lines, "")
            kept += [] if following.startswith("  ") else [following]
    return "\n".join(kept)
