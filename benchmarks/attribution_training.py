"""Learn weights for statements from a marked corpus, and say what that takes.

    attribution_training.py DATA --leave-out FILE --out weights.json

DATA is a compartment of PolNeAR (Newell, Margolin and Ruths 2018): a folder with text/*.txt and
attributions/*.ann. FILE lists the stems of the texts to leave out, one a line: those to score on afterwards, with
`attribution.py DATA SCORER --only FILE --weights weights.json`.
"""

import argparse
import shutil
import tempfile
import time
from pathlib import Path

from discourse import train_statements


def main() -> None:
    """Train on the texts that are not left out; print the result, the time and the size of the file."""
    as_written = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=as_written)
    parser.add_argument("data", type=Path)
    parser.add_argument("--leave-out", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()

    left_out = set(given.leave_out.read_text().split())
    with tempfile.TemporaryDirectory() as folder:
        for file in [*given.data.glob("text/*.txt"), *given.data.glob("attributions/*.ann")]:
            if not left_out & {file.stem, file.stem.rpartition("_")[0]}:
                shutil.copy(file, folder)
        started = time.process_time()
        trained = train_statements(folder, out=given.out)
    print(trained)
    seconds, size = time.process_time() - started, given.out.stat().st_size
    print(f"{seconds:.0f} CPU seconds, folds included; {size / 1e6:.2f} MB of JSON")


if __name__ == "__main__":
    main()
