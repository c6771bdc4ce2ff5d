"""What voices and uses cost: `framings_speed.py [CORPUS] [LIMIT]`, the sample if no corpus is given.

Annotates a corpus part by part and prints, in CPU seconds, what it takes to find mentions and statements, and
what voices and framings with their uses add to that.
"""

import argparse
import time

from discourse import read_actors, read_corpus, read_frames
from discourse.annotations.attributions import find_attributions
from discourse.annotations.columns import n_rows
from discourse.annotations.document_speakers import with_actors
from discourse.annotations.framings import find_framings
from discourse.annotations.mentions import find_mentions
from discourse.annotations.parts import lay_out
from discourse.annotations.voices import find_voices
from discourse.lexicons import read_cues


def main() -> None:
    """Time both halves of the work on the same documents."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", nargs="?", default="sample")
    parser.add_argument("limit", type=int, nargs="?")
    given = parser.parse_args()

    actors, frames, cues = read_actors("world-politics"), read_frames("ukraine"), read_cues()
    documents = with_actors(read_corpus(given.corpus).documents.head(given.limit), actors)

    started = time.process_time()
    parts = lay_out(documents)
    mentions, _ = find_mentions(parts, documents, actors)
    statements, _ = find_attributions(parts, documents, mentions, actors, cues)
    said = time.process_time() - started

    started = time.process_time()
    voices = find_voices(parts, documents, statements)
    framings = find_framings(parts, documents, frames, mentions, statements, voices)
    framed = time.process_time() - started

    print(f"{len(documents):,} documents, {len(statements):,} statements, {n_rows(framings):,} framings")
    print(f"statements alone {said:.2f} CPU s; voices and framings {framed:.2f} CPU s more")
    print(f"speed with voices and uses: {said / (said + framed):.0%} of that with statements alone")


if __name__ == "__main__":
    main()
