"""A marked corpus in miniature, and what is learned from it."""

import pytest

from discourse import train_statements
from tests.training.marked_corpus import text_and_rows, write_spans


@pytest.fixture(scope="session")
def marked_texts() -> dict[str, tuple[str, list[dict]]]:
    return {f"t{number}": text_and_rows(number) for number in range(16)}


@pytest.fixture(scope="session")
def trained(marked_texts, tmp_path_factory):
    folder = write_spans(tmp_path_factory.mktemp("marked"), marked_texts)
    return train_statements(folder, out=folder / "weights.json", folds=2)
