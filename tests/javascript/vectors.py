"""Vectors for the two matchers: sources, with what is known of them, of which both must say the same."""

import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from generator.model.catalog import Broker, Catalog, Example
from generator.model.payloads import as_bodies, as_texts
from generator.plan.common import common, foreign
from generator.plan.make import make_plans
from tests.corpus.rows import payloads
from tests.runtime.mutations import Mutations
from tests.wrappings import WRAPPINGS

NEGATIVES = Path(__file__).parents[1] / "package" / "data" / "negatives.json"
NEAR_MISSES = 2
"""How many are made of each payload."""
MUTATIONS = 4_000
"""How many bodies and how many texts are made as the tests of the Python runtime make them."""
LONGEST_MUTATED = 2_000

_NUMBER_AS_KEY = re.compile(r'"[0-9]+":')
"""JavaScript moves such keys to the front, so that another of two errors in one body is the first."""
_PIECES = (
    *" \n\t.\"'\\{}[]():=,_-/07",
    *"\u00e9\u201c\u2026\u00a0\u200b\U0001f4a5\ud83d",
    *("", "\\n", "&amp;", "...", "<br>", "429", "503", "HTTP 404", "40310000"),
    *("code", "message", "error", "not", "a"),
)


class Vector(NamedTuple):
    """A source and what is known of it. ``data`` says that the source is JSON to be given as plain data."""

    name: str
    source: str
    broker: str | None = None
    status: int | None = None
    channel: str | None = None
    data: bool = False


KINDS = ("corpus", "examples", "signatures", "wrapped", "negatives", "near misses", "mutations")
"""What the vectors are made of."""


def vectors(catalog: Catalog, kind: str) -> list[Vector]:
    """The vectors of one kind, each once."""
    return list(dict.fromkeys(_made(catalog, kind)))


def _made(catalog: Catalog, kind: str) -> Iterator[Vector]:
    known: Mapping[str, Iterator[Vector]] = {
        "corpus": _corpus(),
        "examples": _examples(catalog),
        "signatures": _signatures(catalog),
    }
    if kind in known:
        for vector in known[kind]:
            yield from _asked(vector)
    elif kind == "wrapped":
        yield from _wrapped(catalog)
    elif kind == "negatives":
        yield from _negatives([broker.id for broker in catalog.brokers])
    elif kind == "mutations":
        yield from _mutations(catalog)
    else:
        yield from _near_misses(vector for vectors in known.values() for vector in vectors)


def _asked(vector: Vector) -> Iterator[Vector]:
    """The same with less known, and as plain data where it is JSON."""
    yield vector
    yield vector._replace(status=None, channel=None)
    yield vector._replace(broker=None, status=None, channel=None)
    yield vector._replace(broker=None)
    if _is_data(vector.source):
        yield vector._replace(data=True)
        yield vector._replace(data=True, broker=None, status=None, channel=None)


def _corpus() -> Iterator[Vector]:
    for row in payloads():
        yield Vector(f"corpus {row.broker} {row.line}", row.text, row.broker, row.status)


def _examples(catalog: Catalog) -> Iterator[Vector]:
    for broker in catalog.brokers:
        for entry in broker.entries:
            for number, example in enumerate(entry.examples):
                yield _vector(f"example {entry.full_id} {number}", broker, example)


def _signatures(catalog: Catalog) -> Iterator[Vector]:
    for broker in catalog.brokers:
        for entry in broker.entries:
            for number, signature in enumerate(entry.signatures):
                made = (*as_bodies(broker, entry, signature), *as_texts(entry, signature))
                for example in made:
                    yield _vector(f"signature {entry.full_id} {number}", broker, example)


def _vector(name: str, broker: Broker, example: Example) -> Vector:
    text = example.body if example.body is not None else example.text
    return Vector(name, text or "", broker.id, example.status, example.channel)


def _wrapped(catalog: Catalog) -> Iterator[Vector]:
    """Each message in each shape, in the body that its broker would write."""
    for broker in catalog.brokers:
        for entry in broker.entries:
            for signature in entry.signatures:
                texts = as_texts(entry, signature)
                body = next(as_bodies(broker, entry, signature)).body
                if texts and body is not None and _is_data(body):
                    for name, wrap in WRAPPINGS.items():
                        source = wrap(texts[0].body or "", body)
                        known = Vector(f"{name} of {entry.full_id}", source, broker.id, signature.status)
                        yield known
                        if signature is entry.signatures[0]:
                            yield known._replace(broker=None, status=None)


def _negatives(brokers: Iterable[str]) -> Iterator[Vector]:
    texts = [(row["name"], row["text"]) for row in json.loads(NEGATIVES.read_text("utf-8"))]
    texts += [(f"foreign {number}", text) for number, (text, _) in enumerate(foreign())]
    for name, text in texts:
        yield Vector(name, text)
        for broker in brokers:
            yield Vector(name, text, broker)
            yield Vector(name, json.dumps({"code": 40310000, "message": text}), broker, 403)


def _near_misses(known: Iterable[Vector]) -> Iterator[Vector]:
    """What a payload becomes when a little of it is left out, doubled, or of something else."""
    chance = random.Random(1)
    for vector in dict.fromkeys(one for one in known if len(one.source) <= LONGEST_MUTATED):
        for number in range(NEAR_MISSES):
            source = _mutated(vector.source, chance)
            yield vector._replace(name=f"near miss {number} of {vector.name}", source=source)


def _mutations(catalog: Catalog) -> Iterator[Vector]:
    """Bodies and texts as the tests of the Python runtime change them."""
    plans = make_plans(catalog, common(), foreign())
    changed = Mutations(catalog, plans, seed=1)
    for body, broker, status in islice(changed.bodies(), MUTATIONS):
        source = json.dumps(body)
        if not _NUMBER_AS_KEY.search(source):
            yield Vector("mutated body", source, broker, status, data=True)
    for text, broker, status in islice(changed.texts(), MUTATIONS):
        yield Vector("mutated text", str(text), broker, status)


def _mutated(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 3)):
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.choice((0, 0, 1, 2, 8)))
        change = chance.randrange(5)
        if change == 0:
            text = text[:start]
        elif change == 1:
            text = text[:start] + text[start:end].swapcase() + text[end:]
        elif change == 2:
            text = text[:start] + text[end:]
        else:
            text = text[:start] + chance.choice(_PIECES) + text[end:]
    return text


def _is_data(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict | list)
    except ValueError:
        return False


def as_json(vector: Vector) -> Mapping[str, Any]:
    """A vector for the other language."""
    options = {"broker": vector.broker, "status": vector.status, "channel": vector.channel}
    return {"source": vector.source, "data": vector.data, "options": options}
