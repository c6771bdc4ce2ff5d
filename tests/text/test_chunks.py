"""What is found in distinct chunks is what is found in each text by itself."""

from hypothesis import given
from hypothesis import strategies as st

from discourse.text import cut_at_blanks, sentences, sentences_in, tokenize

PIECES = """Mr. Xi's U.S. J. D. The the policy.The e.g. 1. 12. No. p. 3.5 said. “Why?” he asked … . . . !
“ ” — $5 A. A I. e\u0301 so\u00adcalled \u200b \ud800 İ 中文。 ''no''""".split()
PIECES += ["\n", "\n\n", "  ", "\t", "\xa0", "\r\n", "\u2028"]
TEXTS = st.lists(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join), max_size=4)


@given(TEXTS)
def test_chunks_laid_end_to_end_are_the_texts(texts):
    chunks = cut_at_blanks(texts)
    laid = [chunks.distinct[code] for code in chunks.code]
    bounds = zip(chunks.first[:-1], chunks.first[1:], strict=True)
    assert ["".join(laid[first:behind]) for first, behind in bounds] == [text + "\n" for text in texts]


@given(TEXTS)
def test_sentences_of_several_texts_are_those_of_each(texts):
    assert sentences_in(texts, cut_at_blanks(texts)) == [sentences(text) for text in texts]


@given(TEXTS)
def test_words_of_several_texts_are_those_of_each(texts):
    together = tokenize(texts)
    found = [[] for _ in texts]
    columns = together.word_text, together.word_start, together.word_end, together.word_term
    for text, start, end, term in zip(*(column.tolist() for column in columns), strict=True):
        found[text].append((start, end, together.terms[term]))
    for text, words in zip(texts, found, strict=True):
        alone = tokenize([text])
        spans = zip(alone.word_start.tolist(), alone.word_end.tolist(), alone.word_term.tolist(), strict=True)
        assert words == [(start, end, alone.terms[term]) for start, end, term in spans]
