"""The snippets of Alpaca's entries run with the real alpaca-py against a fake Alpaca, whatever it answers."""

import json
import logging
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import requests
from alpaca.common.exceptions import APIError
from alpaca.trading.enums import OrderSide, TimeInForce
from alpaca.trading.requests import LimitOrderRequest, MarketOrderRequest
from requests.adapters import HTTPAdapter

from generator.load.files import load
from generator.model.catalog import Broker, Entry
from generator.model.payloads import as_bodies
from generator.model.read import read
from tests.catalog.alpaca_server import CONTRACT, ID, Alpaca, Situation

CATALOG = Path(__file__).parents[2] / "catalog"
Source = tuple[int, str]


def _broker() -> Broker:
    files, findings = load(CATALOG)
    assert files is not None, findings
    return next(broker for broker in read(files)[0].brokers if broker.id == "alpaca")


ALPACA = _broker()


def sources(entry: Entry) -> Sequence[Source]:
    """What the entry's errors look like when they arrive: its examples, and its signatures as bodies."""
    examples = [(one.status or 400, one.body) for one in entry.examples if is_answer(one.body)]
    made = [
        (one.status or 400, one.body) for each in entry.signatures for one in as_bodies(ALPACA, entry, each)
    ]
    return list(dict.fromkeys((*examples, *made, (400, "{}"))))


def is_answer(body: str) -> bool:
    """Whether this is a body, and not the line of a log: the client's error holds the body alone."""
    try:
        return isinstance(json.loads(body), dict)
    except ValueError:
        return body.startswith("<") or not body


@dataclass(frozen=True)
class Snippet:
    """The code of a step, what the step says, and what the error of its entry looks like."""

    code: str
    does: str
    errors: Sequence[Source]

    @property
    def gives_up(self) -> tuple[type[Exception], ...]:
        """What the code raises by its word."""
        known = {"TimeoutError": TimeoutError, "ValueError": ValueError, "RuntimeError": RuntimeError}
        return tuple(kind for name, kind in known.items() if f"raise {name}(" in self.code)

    def bears(self, answer: str) -> bool:
        """Whether the code looks at the status and goes on: at 404, or because it only shows the status."""
        return "status_code" in self.code and (answer == "not found" or "raise" not in self.code)


def snippets() -> Iterator[Any]:
    """The snippets of all entries."""
    for entry in ALPACA.entries:
        for number, step in enumerate(entry.remediation, 1):
            if step.code is not None:
                snippet = Snippet(step.code, step.do, sources(entry))
                yield pytest.param(snippet, id=f"{entry.id}-{number}")


SNIPPETS = list(snippets())
GOOD: Mapping[str, Situation] = {
    "full": Situation(),
    "without optional fields": Situation(sparse=True),
    "short position": Situation(short=True),
    "vanished": Situation(vanished=True),
    "still working": Situation(working=True),
}
BAD: Mapping[str, Source] = {
    "unauthorized": (401, '{"message": "unauthorized."}'),
    "forbidden": (403, '{"message": "forbidden."}'),
    "not found": (404, '{"code":40410000,"message":"order not found"}'),
    "rate limit": (429, '{"code":42910000,"message":"rate limit exceeded"}'),
    "server error": (500, '{"code":50010000,"message":"internal server error occurred"}'),
    "gateway": (502, "<html><body><h1>502 Bad Gateway</h1></body></html>"),
}
OWN = (APIError, requests.HTTPError)
"""What a snippet may let through: the client's errors, which carry the answer."""
_CANCELS = re.compile(r"\b(?:cancel|close|delete|remove)\b", re.IGNORECASE)
"""What a step has to say before its code may cancel. No code may place or change an order."""


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "sleep", lambda _: None)


def run(
    code: str, source: Source, alpaca: Alpaca, monkeypatch: pytest.MonkeyPatch, **known: Any
) -> dict[str, Any]:
    """Run a snippet behind the preamble, with the variables that a reader has; its variables are returned."""
    monkeypatch.setenv("APCA_API_KEY_ID", "key")
    monkeypatch.setenv("APCA_API_SECRET_KEY", "secret")
    monkeypatch.setattr(HTTPAdapter, "send", lambda _, request, **how: alpaca.send(request))
    scope: dict[str, Any] = {
        "account_id": ID.format(3),
        "client_order_id": "mine",
        "contract_symbol": CONTRACT,
        "error": failure(*source),
        "key": "key",
        "limit_price": Decimal("12.5"),
        "log": logging.getLogger("reader"),
        "order_id": ID.format(1),
        "qty": Decimal(2),
        "request": order_request(alpaca),
        "secret": "secret",
        "stop_price": 11.5,
        "symbol": alpaca.symbol,
        "target_price": 14.5,
        **known,
    }
    exec(compile(ALPACA.preamble or "", "preamble", "exec"), scope)
    exec(compile(code, "snippet", "exec"), scope)
    return scope


def failure(status: int, body: str) -> APIError:
    """The error that a reader has caught."""
    response = requests.Response()
    response.status_code, response._content = status, body.encode()
    return APIError(body, requests.HTTPError(response=response))  # type: ignore[no-untyped-call]


def order_request(alpaca: Alpaca) -> MarketOrderRequest | LimitOrderRequest:
    """The order that was refused."""
    if alpaca.situation.sparse:
        return MarketOrderRequest(
            symbol=alpaca.symbol, notional=25, side=OrderSide.BUY, time_in_force=TimeInForce.DAY
        )
    side = OrderSide.BUY if alpaca.situation.short else OrderSide.SELL
    return LimitOrderRequest(
        symbol=alpaca.symbol, qty=2, limit_price=12.5, side=side, time_in_force=TimeInForce.DAY
    )


@contextmanager
def bearing(snippet: Snippet, *, missing: bool) -> Iterator[None]:
    """Let a snippet give up, and let it pass on that something is missing where it is."""
    try:
        yield
    except snippet.gives_up:
        pass
    except APIError as answer:
        if not missing or answer.status_code != 404:
            raise


@pytest.mark.parametrize("symbol", ["AAPL", "BTC/USD"])
@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("snippet", SNIPPETS)
def test_a_snippet_runs_to_its_end(
    snippet: Snippet, name: str, symbol: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for source in snippet.errors:
        alpaca = Alpaca(GOOD[name], symbol)
        with bearing(snippet, missing=name == "vanished"):
            run(snippet.code, source, alpaca, monkeypatch)
        assert alpaca.misaddressed == []


@pytest.mark.parametrize("answer", BAD)
@pytest.mark.parametrize("snippet", SNIPPETS)
def test_an_answer_that_is_itself_an_error_stops_a_snippet_by_its_clients_hand(
    snippet: Snippet, answer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    alpaca = Alpaca(Situation(broken=BAD[answer]))
    stopped = True
    with suppress(*OWN, *snippet.gives_up):
        run(snippet.code, snippet.errors[0], alpaca, monkeypatch)
        stopped = False
    assert stopped or not alpaca.asked or snippet.bears(answer)


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("snippet", SNIPPETS)
def test_a_snippet_changes_no_more_than_its_step_says(
    snippet: Snippet, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    alpaca = Alpaca(GOOD[name])
    with suppress(*OWN, *snippet.gives_up):
        run(snippet.code, snippet.errors[0], alpaca, monkeypatch)
    done = {method for method, _ in alpaca.sent}
    assert done <= ({"DELETE"} if _CANCELS.search(snippet.does) else set())
