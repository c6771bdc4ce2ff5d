"""Where the words of frames stand."""

import pandas as pd

from discourse import Corpus, annotate, read_actors, read_frames


def test_a_word_counts_once_for_a_frame_even_if_several_of_its_terms_fit(tmp_path):
    lexicon = tmp_path / "frames.yml"
    lexicon.write_text("frames: [{id: invasion, label: invasion, terms: ['invade*', 'invader*']}]")
    corpus = Corpus(pd.DataFrame({"doc_id": ["a"], "text": ["The invader came. They invaded it."]}))
    found = annotate(corpus, actors=read_actors("world-politics"), frames=read_frames(lexicon))
    assert found.framings["term"].tolist() == ["invader*", "invade*"]
