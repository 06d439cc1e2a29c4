"""Which operations only read, and by which field a broker knows a repeated one."""

import pytest

from generator.targets.python.runtime._operations import OperationTable, idempotency_key, only_reads

TABLE = OperationTable(
    reads=("POST /orders/search", "WS feed/listen", "WS {entity}/list"),
    writes=("GET /token/renew",),
    keys=(("POST /orders", "client_id"), ("POST /orders/{order_id}/legs", "leg_id")),
)


@pytest.mark.parametrize(
    "operation",
    [
        "read",
        "GET",
        "get /orders",
        "GET /orders/17?status=open",
        "HEAD /orders",
        "OPTIONS *",
        "POST /orders/search",
        "post /orders/search",
        "POST /orders/search/",
        "POST /orders/search?limit=5#top",
        "POST https://api.example.com/orders/search",
        " POST /orders/search ",
        "POST /Orders/Search",
        "POST https://api.example.com/v1/orders/search",
        "WS feed/listen",
        "WS orders/list",
        "ws /orders/list",
    ],
)
def test_repeating_it_is_harmless(operation: str) -> None:
    assert only_reads(operation, (TABLE,))


@pytest.mark.parametrize(
    "operation",
    [
        "",
        " ",
        "write",
        "READ",
        "POST",
        "POST /orders",
        "POST /orders/search/17",
        "POST /orders//search",
        "PUT /orders/search",
        "DELETE /orders",
        "GETTING /orders",
        "GET /token/renew",
        "GET https://api.example.com/v1/token/renew",
        "GET /Token/renew",
        "POST /verify/orders/search",
        "WS orders/place",
        "WS feed",
        "GET https://api.example.com/token/renew/?now",
        "look at the orders",
    ],
)
def test_what_is_not_known_to_only_read_is_a_write(operation: str) -> None:
    assert not only_reads(operation, (TABLE,))


@pytest.mark.parametrize(
    ("operation", "key"),
    [
        ("POST /orders", "client_id"),
        ("POST https://api.example.com/orders?dry=no", "client_id"),
        ("POST /orders/17/legs", "leg_id"),
        ("POST /orders//legs", None),
        ("POST /orders/17", None),
        ("PATCH /orders", None),
        ("write", None),
    ],
)
def test_a_repeated_request_is_known_by_its_key(operation: str, key: str | None) -> None:
    assert idempotency_key(operation, TABLE) == key
