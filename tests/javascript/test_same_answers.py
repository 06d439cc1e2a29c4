"""JavaScript says the same as Python of every source: which error it is, its values, what to do about it."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import broker_errors
import pytest
from broker_errors import BrokerError, Match

from generator.model.catalog import Catalog
from tests.javascript.node import GENERATED, TESTS, node
from tests.javascript.vectors import KINDS, Vector, as_json, vectors

SHOWN = 5
"""How many differences are shown."""


@pytest.mark.parametrize("kind", KINDS)
def test_both_give_the_same_answers(catalog: Catalog, kind: str) -> None:
    asked = vectors(catalog, kind)
    theirs = answers(asked)
    ours = [answer(vector) for vector in asked]
    assert any(found for found, _ in ours)
    different = [
        f"{vector}\n  Python {mine}\n  JavaScript {other}"
        for vector, mine, other in zip(asked, ours, theirs, strict=True)
        if mine != other
    ]
    assert not different, "\n".join([f"{len(different)} of {len(asked)}", *different[:SHOWN]])


def answers(asked: Sequence[Vector]) -> list[Any]:
    """What JavaScript answers."""
    lines = "\n".join(json.dumps(as_json(vector)) for vector in asked)
    said = node(TESTS / "answers.mjs", GENERATED / "index.js", given=lines)
    return [_told(json.loads(line)) for line in said.splitlines()]


def answer(vector: Vector) -> list[Any]:
    """What Python answers: the error, and the ids of all errors."""
    source = json.loads(vector.source) if vector.data else vector.source
    known: dict[str, Any] = {"broker": vector.broker, "status": vector.status, "channel": vector.channel}
    found = broker_errors.match(source, **known)
    every = [one.error.value for one in broker_errors.match_all(source, **known)]
    return [None if found is None else _plain(found, source), every]


def _plain(found: Match[BrokerError], source: object) -> Mapping[str, Any]:
    error, report = found.error, found.report
    return {
        "error": error.value,
        "matchedOn": found.matched_on.value,
        "params": {name: _units(text) for name, text in found.params.items()},
        "category": error.category.value,
        "outcome": error.outcome.value,
        "retry": error.retry.value,
        "retryRead": error.retry_read.value,
        "fallback": error.fallback,
        "report": {
            "broker": report.broker,
            "channel": report.channel,
            "status": report.status,
            "code": report.code,
            "message": _units(report.message),
            "requestId": report.request_id,
            "place": _place(source, report.place),
        },
    }


def _told(answer: Any) -> Any:
    """An answer of JavaScript without the body, which is the same if params are."""
    found, every = answer
    if found is not None:
        found["params"] = {name: _units(text) for name, text in found["params"].items()}
        report = found["report"]
        report["message"] = _units(report["message"])
        del report["fields"]
    return [found, every]


def _place(source: object, place: tuple[int, int] | None) -> list[int] | None:
    """A place as JavaScript counts, by halves of pairs."""
    if place is None or not isinstance(source, str):
        return None
    return [len(source[:at].encode("utf-16-le", "surrogatepass")) // 2 for at in place]


def _units(text: str | None) -> str | None:
    """A text in which two halves of a pair are one character, as JavaScript has it."""
    return None if text is None else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
