"""Draw the figures of the README and the tutorial from the sample corpus: `python docs/figures/make.py`."""

from pathlib import Path

import matplotlib
from matplotlib import pyplot

import discourse as dc

FOLDER = Path(__file__).parent
VOICES = 8


def main() -> None:
    """Write the figures beside this file, the same bytes each time."""
    matplotlib.use("svg")
    with pyplot.rc_context({"svg.hashsalt": "discourse", "savefig.facecolor": "white"}):
        ax = who_says_which_word()
        ax.figure.savefig(FOLDER / "who-says-which-word.svg", metadata={"Date": None}, bbox_inches="tight")


def who_says_which_word() -> pyplot.Axes:
    """Draw the choice among the words for the event, of the states and others that speak of it most."""
    actors = dc.read_actors(["world-politics", "sample-actors"])
    frames = dc.read_frames("ukraine")
    said = dc.annotate(dc.read_corpus("sample"), actors=actors, frames=frames)
    event, state = frames.contrast("naming-the-event"), actors.speaks_for()
    by_state = said.framings.assign(voice=said.framings["voice"].map(lambda voice: state.get(voice, voice)))
    shares = dc.framing_shares(by_state, contrast=event, documents=said.documents)
    loudest = shares[~shares["too_few"]].drop_duplicates("voice").nlargest(VOICES, "total")["voice"]
    shown = shares[shares["voice"].isin(loudest)]
    return dc.plot_framing_shares(shown, labels=actors.labels | frames.labels)


if __name__ == "__main__":
    main()
