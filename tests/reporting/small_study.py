"""A small study: two texts, a frames file, a notebook that counts what it finds in them."""

from pathlib import Path

from discourse.reporting import render_report
from tests.reporting.small_notebook import write_notebook

TEXTS = {
    "one": "The long war went on through the whole of the winter, and nobody in the town spoke of it any more.",
    "two": "It was called a crisis at the table where seven tired people sat over their cold tea until morning.",
}
FRAMES = """\
frames:
  - {id: war, label: war, terms: [war]}
  - {id: crisis, label: crisis, terms: [crisis]}
contrasts:
  naming: [war, crisis]
"""
READ = """\
import discourse as dc
texts = dc.read_corpus(corpus)
lexicon = dc.read_frames(frames)
said = dc.annotate(texts, actors=dc.read_actors("sample-actors"), frames=lexicon)
dc.show_title("Words", subtitle=f"{len(texts)} texts")"""
SHOW = """\
places = dc.evidence(said.framings, said.documents, said.sentences)
dc.show_table(places[["doc_id", "frame", "sentence"]], caption="Sentences.", name="sentences")"""
RECORD = """\
dc.show_provenance({"corpus": texts.fingerprint}, texts=texts.documents, lexicons={"frames": lexicon})"""


def write_study(folder: Path) -> Path:
    """Write texts, frames and notebook into a folder; gives the notebook."""
    (folder / "texts").mkdir(parents=True)
    for name, text in TEXTS.items():
        (folder / "texts" / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "frames.yml").write_text(FRAMES, encoding="utf-8")
    return write_notebook(
        folder / "count.ipynb",
        ("code", 'corpus: str = "texts"  # the texts\nframes: list = ["frames.yml"]  # frames', "parameters"),
        ("code", READ),
        ("code", SHOW),
        ("code", RECORD),
    )


def make_report(folder: Path) -> Path:
    """Write a small study into a folder and make its report."""
    notebook = write_study(folder)
    return render_report(notebook, folder / "reports" / "count.html", {"corpus": "texts"}, folder=folder)
