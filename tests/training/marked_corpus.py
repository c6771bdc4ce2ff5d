"""A marked corpus in miniature, written here: enough to learn something that the rules do not know."""

import csv
import json
from pathlib import Path

NAMES = ("Lee", "Ruiz", "Okafor", "Haddou", "Sund", "Varga")
THINGS = (
    "it rained",
    "the bridge was closed",
    "nobody had asked",
    "the harbour was full",
    "the vote was lost",
)
FORMS = (
    ("{name} said that {thing}.", True),
    ("“We knew that {thing},” {name} said.", True),
    ("Asked about the ferry, {name} said {thing}.", True),
    ("{name} endorsed the ferry.", False),
)
"""Sentences, and whether they are marked: in this corpus endorsing is none of the statements looked for."""


def text_and_rows(number: int) -> tuple[str, list[dict]]:
    """Give a text of ten sentences and the spans of its statements."""
    text, rows = "", []
    for i in range(10):
        form, marked = FORMS[(number + i) % len(FORMS)]
        name, thing = NAMES[(number * 3 + i) % len(NAMES)], THINGS[(number + 2 * i) % len(THINGS)]
        sentence = form.format(name=name, thing=thing)
        quoted = "“" in sentence
        content = f"“We knew that {thing},”" if quoted else f"that {thing}" if "that" in form else thing
        if marked:
            spans = {
                part: [[len(text) + sentence.index(words), len(text) + sentence.index(words) + len(words)]]
                for part, words in (("speaker", name), ("cue", "said"), ("content", content))
            }
            rows.append({"doc_id": f"t{number}", **spans})
        text += sentence + " "
    return text, rows


def write_texts(folder: Path, marked_texts) -> None:
    for name, (text, _) in marked_texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def write_spans(folder: Path, marked_texts) -> Path:
    """Write the corpus with `statements.csv` in offsets."""
    write_texts(folder, marked_texts)
    with (folder / "statements.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["doc_id", "speaker_spans", "cue_spans", "content_spans"])
        for _, rows in marked_texts.values():
            for row in rows:
                writer.writerow([row["doc_id"], *(json.dumps(row[p]) for p in ("speaker", "cue", "content"))])
    return folder


def write_words(folder: Path, marked_texts) -> Path:
    """Write the corpus with `statements.csv` in words, as `write_corrections` writes them."""
    write_texts(folder, marked_texts)
    with (folder / "statements.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["correction", "doc_id", "part", "speaker", "cue", "content", "start"])
        for text, rows in marked_texts.values():
            for row in rows:
                words = [
                    " | ".join(text[a:b] for a, b in row[part]) for part in ("speaker", "cue", "content")
                ]
                writer.writerow(["", row["doc_id"], "body", *words, row["content"][0][0]])
            writer.writerow(["remove", rows[0]["doc_id"], "body", "", "", "no statement", ""])
    return folder


def write_brat(folder: Path, marked_texts) -> Path:
    """Write the corpus with an `.ann` file for each text, in a folder beside the texts."""
    (folder / "text").mkdir()
    (folder / "marks").mkdir()
    write_texts(folder / "text", marked_texts)
    for name, (text, rows) in marked_texts.items():
        lines, number = ["#1\tAnnotatorNotes T1\ta note"], 0
        for event, row in enumerate(rows, start=1):
            arguments = []
            for part, called in (("speaker", "Source"), ("cue", "Cue"), ("content", "Content")):
                number += 1
                spans = row[part]
                offsets = ";".join(f"{a} {b}" for a, b in spans)
                lines.append(f"T{number}\t{called} {offsets}\t{' '.join(text[a:b] for a, b in spans)}")
                arguments.append(f"{called}:T{number}")
            lines.append(f"E{event}\t{' '.join(arguments)}")
        (folder / "marks" / f"{name}_ab.ann").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
