"""The snippets of Alpaca's entries, and how they are run: with the real alpaca-py, against a fake Alpaca."""

import json
import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import CodeType
from typing import Any

import pytest
import requests
from alpaca.common.exceptions import APIError
from alpaca.trading.enums import OrderSide, TimeInForce
from alpaca.trading.requests import LimitOrderRequest, MarketOrderRequest
from requests.adapters import HTTPAdapter

from generator.model.catalog import Entry
from generator.model.payloads import as_bodies
from tests.catalog.alpaca_server import CONTRACT, ID, Alpaca
from tests.runtime.real import real_catalog

Source = tuple[int, str]


ALPACA = next(broker for broker in real_catalog().brokers if broker.id == "alpaca")


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


def run(
    code: str, source: Source, alpaca: Alpaca, monkeypatch: pytest.MonkeyPatch, **known: Any
) -> dict[str, Any]:
    """Run a snippet behind the preamble, with the variables that a reader has; its variables are returned."""
    monkeypatch.setenv("APCA_API_KEY_ID", "key")
    monkeypatch.setenv("APCA_API_SECRET_KEY", "secret")
    monkeypatch.setattr(time, "sleep", lambda _: None)
    monkeypatch.setattr(HTTPAdapter, "send", lambda _, request, **how: alpaca.send(request))
    monkeypatch.setattr(requests.sessions, "get_environ_proxies", lambda *_, **__: {})  # slow to read
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
    exec(_compiled(ALPACA.preamble or "", "preamble"), scope)
    exec(_compiled(code, "snippet"), scope)
    return scope


@cache
def _compiled(code: str, name: str) -> CodeType:
    """Code that is run for many answers is compiled once."""
    return compile(code, name, "exec")


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


def code_of(id_: str, number: int = 1) -> str:
    """The snippet of a step of an entry."""
    code = ALPACA.entries_by_id[id_].remediation[number - 1].code
    assert code is not None
    return code
