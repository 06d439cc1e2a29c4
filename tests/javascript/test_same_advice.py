"""JavaScript advises as Python does, for every example of the catalog and each operation of its broker."""

import json
from collections.abc import Mapping
from typing import Any

import broker_errors
from broker_errors import Advice
from broker_errors._loading import operations
from broker_errors._operations import only_reads

from generator.model.catalog import Broker, Catalog
from tests.javascript.node import GENERATED, TESTS, node
from tests.javascript.vectors import Vector, as_json, vectors

NOW = 1_767_225_600
WORDS = (
    *("read", "write", "GET /anything", "get /anything?x=1", "POST /anything", "DELETE /", "nonsense"),
    *(
        "GET https://api.example.com/v1/auth/renewaccesstoken",
        "GET /Auth/RenewAccessToken/",
        "WS order/list",
        "WS /",
    ),
)


def test_both_advise_the_same(catalog: Catalog) -> None:
    asked_about = {broker.id: (*WORDS, *_operations(broker)) for broker in catalog.brokers}
    asked = [vector for vector in vectors(catalog, "examples") if vector.broker and not vector.data]
    lines = [
        json.dumps({**as_json(vector), "operations": asked_about[str(vector.broker)], "now": NOW})
        for vector in asked
    ]
    told = node(TESTS / "advice.mjs", GENERATED / "index.js", given="\n".join(lines)).splitlines()
    for vector, line in zip(asked, told, strict=True):
        wanted = [_advised(vector, operation) for operation in asked_about[str(vector.broker)]]
        assert json.loads(line) == wanted, vector


def _operations(broker: Broker) -> tuple[str, ...]:
    """The operations for which something else holds than for others."""
    with_key = (one for group in broker.operations if group.idempotency_key for one in group.operations)
    return (*broker.reads, *broker.writes, *with_key)


def _advised(vector: Vector, operation: str) -> list[Any]:
    known: dict[str, Any] = {"broker": vector.broker, "status": vector.status, "channel": vector.channel}
    found = broker_errors.match(vector.source, **known)
    return [
        None if found is None else _plain(found.advice(operation, now=NOW)),
        only_reads(operation, tuple(map(operations, broker_errors.BROKERS))),
        only_reads(operation, (operations(str(vector.broker)),)),
    ]


def _plain(advice: Advice) -> Mapping[str, Any]:
    return {
        "error": advice.error.value,
        "operation": advice.operation,
        "retry": advice.retry,
        "outcome": advice.outcome,
        "resend": advice.resend,
        "waitSeconds": advice.wait_seconds,
        "idempotencyKey": advice.idempotency_key,
        "echo": dict(advice.echo),
    }
