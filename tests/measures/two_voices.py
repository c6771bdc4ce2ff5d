"""Two voices and two words, for tests of contrasts and of ways to count them."""

import pandas as pd

DOCUMENTS = pd.DataFrame({"doc_id": [f"d{n}" for n in range(12)], "duplicate_group": None})


def framings(nato: int, xi: int) -> pd.DataFrame:
    """Twelve documents with ten words of each voice; so many of these ten are *war*, the rest *crisis*."""
    rows = [
        (doc, voice, "war" if n < wars else "crisis", "asserted", None, None)
        for doc in DOCUMENTS["doc_id"]
        for voice, wars in (("nato", nato), ("xi", xi))
        for n in range(10)
    ]
    return pd.DataFrame(rows, columns=["doc_id", "voice", "frame", "use", "distanced_by", "statement_id"])
