"""Score who says what on a marked corpus.

    attribution.py DATA SCORER [--only FILE] [--weights FILE] [--out FILE]

DATA is a compartment of PolNeAR (Newell, Margolin and Ruths 2018): a folder with text/*.txt and
attributions/*.ann. SCORER is a script that takes `--data DATA --pred FILE [--keep quotation] [--only FILE]`.
Statements nested in others are left out of the predictions, because the corpus marks only the outermost.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

from discourse.annotations.statements import find_statements
from discourse.annotations.statements.tagging import read_statement_weights, tagged_statements
from discourse.lexicons.cues import read_cues
from discourse.text import sentences


def main() -> None:
    """Predict, say how fast that was, and score: all statements, then quotation mode."""
    as_written = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=as_written)
    parser.add_argument("data", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--only", type=Path, help="the stems of the texts to score, one a line")
    parser.add_argument(
        "--weights", type=Path, help="what train_statements wrote; without it, the rules alone"
    )
    parser.add_argument("--out", type=Path, default=Path("attribution.jsonl"), help="where predictions go")
    given = parser.parse_args()

    predict(given.data, given.out, only=given.only, weights=given.weights)
    command = [sys.executable, given.scorer, "--data", given.data, "--pred", given.out]
    command += ["--only", given.only] if given.only else []
    for keep in ([], ["--keep", "quotation"]):
        print(f"\n===== {'quotation mode' if keep else 'all predictions'}", flush=True)
        subprocess.run([str(part) for part in command + keep], check=True)


def predict(data: Path, out: Path, *, only: Path | None, weights: Path | None) -> None:
    """Write one line per statement that is not nested: doc, source, cue, content, rule and confidence."""
    cues, learned = read_cues(), read_statement_weights(weights) if weights else None
    seconds, characters = 0.0, 0
    stems = only.read_text().split() if only else sorted(path.stem for path in (data / "text").glob("*.txt"))
    with out.open("w", encoding="utf-8") as lines:
        for stem in stems:
            text = (data / "text" / f"{stem}.txt").read_bytes().decode("utf-8")
            started = time.process_time()
            if learned:
                found = tagged_statements(text, sentences(text), cues, learned)
            else:
                found = find_statements(text, sentences(text), cues)
            seconds += time.process_time() - started
            characters += len(text)
            for statement in found:
                if statement.via is None:
                    lines.write(json.dumps({"doc": stem, **as_prediction(statement)}) + "\n")
    per_second = f"{len(stems) / seconds:.0f} texts, {characters / seconds / 1e6:.2f} MB"
    print(f"{len(stems)} texts; {per_second} a CPU second")


def as_prediction(statement) -> dict:
    """Give the fields of a prediction line."""
    return {
        "source": statement.speaker_spans,
        "cue": statement.cue_spans,
        "content": statement.content_spans,
        "rule": statement.rule,
        "confidence": statement.confidence,
    }


if __name__ == "__main__":
    main()
