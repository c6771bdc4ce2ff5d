"""Small handwritten tables that a reader can check by head."""

import pandas as pd
import pytest


@pytest.fixture
def documents():
    """Six documents of two outlets; e and f are near-duplicates."""
    return pd.DataFrame(
        {
            "doc_id": list("abcdef"),
            "title": ["The war drags on", None, None, None, None, None],
            "text": [
                "It is a war, he said.",
                "No war. A  peace\nprocess, then war.",
                "Talks on the peace-process.",
                "",
                "A ‘war’ of words.",
                "A ‘war’ of words.",
            ],
            "outlet": pd.Categorical(["Mirror", "Mirror", "Times", "Times", "Times", "Times"]),
            "date": ["2022-03-05", "2022-03-06", "2022-04", "2022", None, "2023-01-01"],
            "duplicate_group": [None, None, None, None, "e", "e"],
        }
    )


@pytest.fixture
def framings():
    """Forty framings in eight documents: the outlets say war, Xi says crisis, Peskov hardly speaks."""
    rows = [(doc, "war" if i < 3 else "crisis", "outlet") for doc in "abcdefgh" for i in range(4)]
    rows += [(doc, "crisis", "xi") for doc in "abcdefgh" for _ in range(3)]
    rows += [("a", "operation", "peskov")]
    return pd.DataFrame(rows, columns=["doc_id", "frame", "voice"]).assign(use="asserted")
