"""Who shares words with whom: the discourse network of actors and frames.

The names and options follow the literature on discourse networks: Leifeld (2017), Discourse network analysis:
policy debates as dynamic networks, in The Oxford Handbook of Political Networks; Leifeld, Gruber & Bossner
(2019), Discourse Network Analyzer manual.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError, check_name
from discourse.measures.groups import PERIODS, with_groups
from discourse.tables import OUTLET, UNKNOWN, require

if TYPE_CHECKING:
    import networkx as nx

DUPLICATES = ("include", "document", *PERIODS)
NORMALISATIONS = ("no", "activity", "prominence")
PROJECTIONS = ("congruence", "conflict", "subtract")
PROJECTION_NORMALISATIONS = ("no", "average", "jaccard")
ACTOR, FRAME = "actor", "frame"
_DATED = re.compile(r' lastmodifieddate="[^"]*"')  # the same network is the same file on any day


def actor_frame_network(
    framings: pd.DataFrame,
    *,
    frames: Sequence[str] | None = None,
    voices: Sequence[str] | None = None,
    duplicates: str = "document",
    normalisation: str = "no",
    documents: pd.DataFrame | None = None,
    min_documents: int = 1,
) -> "nx.Graph":
    """Build the network of actors and the frames they assert or reject.

    Parameters
    ----------
    framings
        One row per framing, with `doc_id`, `frame`, `voice` and `use`.
    frames, voices
        Which frames and which voices; all, if none are given, but the outlets' own and unknown voices, who
        are nobody in particular.
    duplicates
        How often an actor's use of a frame counts: `include` each time; once a `document`; once a `day`,
        `week`, `month`, `quarter` or `year`. An agreement and a refusal are two things.
    normalisation
        `no`; `activity`: divided by all that the actor says, so that talkative actors do not stand
        out; `prominence`: divided by all that is said with the frame.
    documents
        One row per document; needed where `duplicates` is a period. Framings without a date count one a
        document then.
    min_documents
        Leave out edges that rest on fewer documents.

    Returns
    -------
    A NetworkX graph. Nodes have a `kind` (`actor` or `frame`), a `name` and an `n`; actors are called
    `actor:xi`, frames `frame:war`, so that the two cannot meet. Edges have `agreement` (asserted),
    `refusal` (negated or refused), `weight` (agreement less refusal, after normalisation), `n` and
    `n_documents`.

    Raises
    ------
    MissingColumnError, UnknownNameError, DiscourseError
        If a column or an option is not known, or a period is wanted without `documents`.

    Examples
    --------
    >>> framings = pd.DataFrame({"doc_id": ["a", "a", "b", "b"], "voice": ["xi", "xi", "xi", "putin"],
    ...                          "frame": ["war", "war", "crisis", "war"],
    ...                          "use": ["refused", "refused", "asserted", "negated"]})
    >>> network = actor_frame_network(framings)
    >>> network.edges["actor:xi", "frame:war"]["weight"], network.edges["actor:xi", "frame:crisis"]["weight"]
    (-1.0, 1.0)
    """
    import networkx as nx

    require(framings, "doc_id", "frame", "voice", "use", of="framings")
    check_name(normalisation, NORMALISATIONS, what="normalisation")
    edges = _edges(_counted(_chosen(framings, frames, voices), duplicates, documents))
    edges = _normalised(edges[edges["n_documents"] >= min_documents], normalisation)
    network = nx.Graph(duplicates=duplicates, normalisation=normalisation)
    for column, kind in (("voice", ACTOR), ("frame", FRAME)):
        for name, n in edges.groupby(column)["n"].sum().items():
            network.add_node(f"{kind}:{name}", kind=kind, name=str(name), n=int(n))
    for edge in edges.to_dict("records"):
        values = {key: edge[key] for key in ("agreement", "refusal", "weight", "n", "n_documents")}
        network.add_edge(f"{ACTOR}:{edge['voice']}", f"{FRAME}:{edge['frame']}", **values)
    return network


def actor_frame_networks(
    framings: pd.DataFrame,
    *,
    documents: pd.DataFrame,
    period: str = "year",
    window: int = 1,
    frames: Sequence[str] | None = None,
    voices: Sequence[str] | None = None,
    duplicates: str = "document",
    normalisation: str = "no",
) -> "dict[str, nx.Graph]":
    """Build one network a period, by the period's name, in order; the rest is as in `actor_frame_network`.

    With `window` each network takes in so many periods, up to the one it is named after. Periods without
    a framing are left out of the window's count.

    Examples
    --------
    >>> documents = pd.DataFrame({"doc_id": ["a", "b"], "date": ["2022-03-01", "2023-03-01"]})
    >>> framings = pd.DataFrame({"doc_id": ["a", "b"], "voice": "xi", "frame": ["war", "crisis"],
    ...                          "use": "asserted"})
    >>> {year: len(network) for year, network in actor_frame_networks(framings, documents=documents).items()}
    {'2022': 2, '2023': 2}
    """
    if window < 1:
        raise DiscourseError(f"window is {window}; it must be 1 period or more")
    dated = with_groups(framings, period, documents, of="framings")
    names = sorted(dated[period].dropna().unique())
    return {
        name: actor_frame_network(
            framings[dated[period].isin(names[max(0, i - window + 1) : i + 1])],
            frames=frames,
            voices=voices,
            duplicates=duplicates,
            normalisation=normalisation,
            documents=documents,
        )
        for i, name in enumerate(names)
    }


def actor_network(network: "nx.Graph", *, kind: str = "congruence", normalisation: str = "no") -> "nx.Graph":
    """Turn a network of actors and frames into one of actors alone.

    Parameters
    ----------
    network
        What `actor_frame_network` gave.
    kind
        `congruence`: on how many frames two actors take the same side; `conflict`: on how many opposite
        sides; `subtract`: the first less the second. The side is the sign of the edge's weight; a frame
        that an actor asserts and rejects equally often counts for neither.
    normalisation
        `no`; `average`: divided by the mean number of frames of the two; `jaccard`: divided by the
        number of frames of either.

    Returns
    -------
    A NetworkX graph with all actors; edges have a `weight` that is not 0.

    Raises
    ------
    UnknownNameError
        If there is no such kind or normalisation.

    Examples
    --------
    >>> framings = pd.DataFrame({"doc_id": list("abcd"), "voice": ["xi", "xi", "putin", "putin"],
    ...                          "frame": ["war", "crisis", "war", "crisis"],
    ...                          "use": ["refused", "asserted", "negated", "asserted"]})
    >>> actor_network(actor_frame_network(framings)).edges["actor:xi", "actor:putin"]
    {'weight': 2.0}
    """
    import networkx as nx

    check_name(kind, PROJECTIONS, what="kind")
    check_name(normalisation, PROJECTION_NORMALISATIONS, what="normalisation")
    actors = sorted(node for node, about in network.nodes(data=True) if about["kind"] == ACTOR)
    frames = sorted(node for node, about in network.nodes(data=True) if about["kind"] == FRAME)
    sides = np.array([[_side(network, actor, frame) for frame in frames] for actor in actors]).reshape(
        len(actors), len(frames)
    )
    weights = _projected(sides, kind) / _norms(sides, normalisation)
    found = nx.Graph(kind=kind, normalisation=normalisation)
    found.add_nodes_from((actor, network.nodes[actor]) for actor in actors)
    for i, j in zip(*np.nonzero(np.triu(weights, 1)), strict=True):
        found.add_edge(actors[i], actors[j], weight=float(weights[i, j]))
    return found


def write_network(network: "nx.Graph", path: str | Path) -> Path:
    """Write a network as GraphML (`.graphml`) or GEXF (`.gexf`), for visone, Gephi and others.

    Raises
    ------
    DiscourseError
        If the file's name ends otherwise, or the file cannot be written.

    Examples
    --------
    >>> write_network(None, "network.txt")
    Traceback (most recent call last):
    discourse.errors.DiscourseError: network.txt: a network is written as .graphml or .gexf
    """
    import networkx as nx

    path = Path(path)
    writers = {".graphml": nx.generate_graphml, ".gexf": nx.generate_gexf}
    if path.suffix not in writers:
        raise DiscourseError(f"{path.name}: a network is written as .graphml or .gexf")
    text = "\n".join(writers[path.suffix](network)) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_DATED.sub("", text), encoding="utf-8")
    except OSError as error:
        raise DiscourseError(f"cannot write {path}: {error.strerror}") from error
    return path


def _chosen(framings: pd.DataFrame, frames, voices) -> pd.DataFrame:
    """The framings in the wanted voices and frames, with the side that each takes."""
    for wanted, column in ((frames, "frame"), (voices, "voice")):
        for name in wanted or ():
            check_name(name, sorted(framings[column].dropna().astype("str").unique()), what=column)
    voice, frame = (framings[column].astype("str") for column in ("voice", "frame"))
    kept = voice.isin(list(voices)) if voices else voice.notna() & ~voice.isin([OUTLET, UNKNOWN])
    kept &= frame.isin(list(frames)) if frames else True
    agrees = framings["use"].astype("str").fillna("asserted").eq("asserted")
    return framings.assign(voice=voice, frame=frame, agrees=agrees)[kept]


def _counted(chosen: pd.DataFrame, duplicates: str, documents: pd.DataFrame | None) -> pd.DataFrame:
    """Leave out what counts as a repetition."""
    check_name(duplicates, DUPLICATES, what="duplicates")
    said = ["voice", "frame", "agrees"]
    if duplicates == "include":
        return chosen
    if duplicates == "document":
        return chosen.drop_duplicates(["doc_id", *said])
    dated = with_groups(chosen, duplicates, documents, of="framings")
    once = dated[duplicates].fillna(dated["doc_id"].astype("str"))
    return dated.assign(once=once).drop_duplicates(["once", *said])


def _edges(counted: pd.DataFrame) -> pd.DataFrame:
    pairs = counted.groupby(["voice", "frame"], sort=True)
    edges = pairs["agrees"].agg(agreement="sum", n="count").reset_index()
    edges["agreement"] = edges["agreement"].astype(int)
    edges["n_documents"] = pairs["doc_id"].nunique().to_numpy(dtype=int)
    edges["refusal"] = edges["n"] - edges["agreement"]
    return edges


def _normalised(edges: pd.DataFrame, normalisation: str) -> pd.DataFrame:
    signed = (edges["agreement"] - edges["refusal"]).astype(float)
    column = {"activity": "voice", "prominence": "frame"}.get(normalisation)
    whole = edges.groupby(column)["n"].transform("sum") if column else 1
    return edges.assign(weight=signed / whole)


def _side(network: "nx.Graph", actor: str, frame: str) -> int:
    return int(np.sign(network.edges[actor, frame]["weight"])) if network.has_edge(actor, frame) else 0


def _projected(sides: np.ndarray, kind: str) -> np.ndarray:
    same = (sides > 0).astype(float) @ (sides > 0).T + (sides < 0).astype(float) @ (sides < 0).T
    opposite = (sides > 0).astype(float) @ (sides < 0).T + (sides < 0).astype(float) @ (sides > 0).T
    return {"congruence": same, "conflict": opposite, "subtract": same - opposite}[kind]


def _norms(sides: np.ndarray, normalisation: str) -> np.ndarray:
    known = (sides != 0).astype(float)
    each = known.sum(axis=1)
    if normalisation == "no":
        return np.ones((len(each), len(each)))
    if normalisation == "average":
        return np.maximum((each[:, None] + each) / 2, 1)
    return np.maximum(each[:, None] + each - known @ known.T, 1)
