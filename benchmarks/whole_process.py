"""What a whole process costs, from its start to its end, beside a plain script's.

python -m benchmarks.whole_process CORPUS.parquet ACTORS.yml FRAMES.yml [N]

Every way is a fresh process that imports, reads N documents (1,000) and lexicons, finds mentions, framings and tone,
and gives the mean tone toward each actor. Printed are CPU seconds of the process, the least of three turns; then
those of imports alone. The script is `benchmarks/naive.py`; it reads the lexicons with `discourse` and is charged
for that.
"""

import os
import subprocess
import sys

_TURNS = 3
_SCRIPT = """
import sys
import pandas as pd
from benchmarks.naive import naive
from discourse import read_actors, read_frames
corpus, actors, frames, n = sys.argv[1:]
print(naive(pd.read_parquet(corpus).head(int(n)), read_actors(actors), read_frames(frames)))
"""
_OURS = """
import sys
from discourse import annotate, read_actors, read_corpus, read_frames
corpus, actors, frames, n = sys.argv[1:]
lexicons = {"actors": read_actors(actors), "frames": read_frames(frames)}
found = annotate(read_corpus(corpus).head(int(n)), **lexicons, engine="serial", statements=False)
toward = found.tone.dropna(subset="toward")
print(toward.groupby("toward", observed=True)["polarity"].mean())
"""
_IMPORTS = {
    "`import pandas`": "import pandas",
    "`import discourse`": "import discourse",
    "… and `annotate`, `read_actors`, `read_corpus`, `read_frames`": _OURS.partition("corpus, actors")[0],
    "`discourse --help`": "from discourse.cli import main; main(['--help'])",
}


def main(corpus: str, actors: str, frames: str, n: str = "1000") -> None:
    """Print the CPU seconds of each way."""
    given = [corpus, actors, frames, n]
    whole = _least({"the script": _SCRIPT, "`discourse`, without statements": _OURS}, given)
    for name, seconds in whole.items():
        print(f"| {name} | {seconds:.2f} | {whole['the script'] / seconds:.1f} |")
    for name, seconds in _least(_IMPORTS, []).items():
        print(f"| {name} | {seconds:.2f} | |")


def _least(programs: dict[str, str], given: list[str]) -> dict[str, float]:
    """Run programs in turn, and give the least CPU seconds of each."""
    turns = [{name: _seconds(program, given) for name, program in programs.items()} for _ in range(_TURNS)]
    return {name: min(turn[name] for turn in turns) for name in programs}


def _seconds(program: str, given: list[str]) -> float:
    before = os.times()
    subprocess.run([sys.executable, "-c", program, *given], check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


if __name__ == "__main__":
    main(*sys.argv[1:])
