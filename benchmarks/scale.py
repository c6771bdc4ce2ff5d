"""What large corpora cost: memory, cores, length of the run, and one document more.

python -m benchmarks.scale CORPUS.parquet ACTORS.yml FRAMES.yml [N] [WORKERS]

CORPUS has the columns `doc_id` and `text`; the first N documents are annotated with statements into a folder, then
once more, and then with one document more. Wall and CPU seconds of all processes, and the most memory that they held
together (proportional set size, on Linux).
"""

import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq

from discourse import annotate, read_actors, read_frames, scan_corpus

_MB = 1024


def main(corpus: str, actors: str, frames: str, n: str = "10000", workers: str = "2") -> None:
    """Print what was done, and seconds, documents a second and megabytes."""
    lexicons = {"actors": read_actors(actors), "frames": read_frames(frames)}
    with tempfile.TemporaryDirectory() as folder:
        texts, one_more = Path(folder, "texts"), Path(folder, "one.parquet")
        _split(corpus, int(n), texts, one_more)
        for name in ("first", "again", "one more"):
            if name == "one more":
                one_more.rename(texts / "one.parquet")
            wall, cpu, memory = _measured(
                lambda: annotate(
                    scan_corpus(texts), **lexicons, out=Path(folder, "out"), workers=int(workers)
                )
            )
            print(f"| {name} | {wall:.1f} | {cpu:.1f} | {int(n) / wall:,.0f} | {memory:,.0f} |", flush=True)


def _split(corpus: str, n: int, texts: Path, one_more: Path) -> None:
    """Write the first `n` documents to a folder, in files of 5,000, and the next one to a file of its own."""
    texts.mkdir()
    written = 0
    for batch in pq.ParquetFile(corpus).iter_batches(5_000, columns=["doc_id", "text"]):
        frame = batch.to_pandas()
        if written < n:
            frame.head(n - written).to_parquet(texts / f"{written:09}.parquet")
        if written + len(frame) > n:
            frame.iloc[[n - written]].to_parquet(one_more)
            return
        written += len(frame)
    raise SystemExit(f"{corpus} has no more than {written:,} documents; one more than {n:,} is needed")


def _measured(work: Callable[[], object]) -> tuple[float, float, float]:
    """Give wall seconds, CPU seconds and megabytes of this process and those it began."""
    most, done = [0.0], threading.Event()

    def watch() -> None:
        while not done.wait(0.2):
            most[0] = max(most[0], sum(map(_memory, _family())))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    begun, before = time.perf_counter(), sum(map(_cpu, _family()))
    work()
    wall, cpu = time.perf_counter() - begun, sum(map(_cpu, _family())) - before
    done.set()
    watcher.join()
    return wall, cpu, most[0]


def _family() -> list[int]:
    """Give this process and all below it."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
    family = [os.getpid()]
    for pid in family:
        family += [child for child, parent in parents.items() if parent == pid]
    return family


def _memory(pid: int) -> float:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) / _MB for line in rollup.splitlines() if line.startswith("Pss:")), 0)


def _cpu(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main(*sys.argv[1:])
