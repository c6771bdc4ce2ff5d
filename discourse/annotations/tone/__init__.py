"""Scorers: from words in context to polarity, subjectivity and the words that made the score.

A scorer is a plain function from a table of spans to a table of scores; see `scorers`.
"""
