"""An order is placed exactly once, whatever happens on the way: the guide's code against a fake broker."""

import json
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import pytest
import requests
from alpaca.common.exceptions import APIError
from alpaca.trading.client import TradingClient
from alpaca.trading.enums import OrderSide, TimeInForce
from alpaca.trading.requests import MarketOrderRequest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.clients.fake_broker import HTML, Answer, Fault, Request, http_broker
from tests.snippets import GUIDES, module

GUIDE = module(GUIDES / "placing.md", "placing.py", "placing_alpaca.py", "placing_tradovate.py")

NAME = "momentum-SPY-2026-11-25-1"
ORDER_ID = "00000000-0000-4000-8000-000000000001"
TIMEOUT = 0.5
"""Seconds that the client waits for a broker that stays silent."""


class Effect(StrEnum):
    """What becomes of an order that the broker was sent."""

    NONE = "none"
    PLACED = "placed"
    LATE = "late"
    """It is placed, and shown only by the third look-up after it."""


@dataclass(frozen=True)
class Step:
    """What the broker does with an order, and what it answers; with None, what it answers to a good one."""

    effect: Effect
    answer: Answer | None = None


GATEWAY_TIMEOUT = Answer(504, "<html><title>504 Gateway Time-out</title></html>", HTML)
CLOUDFLARE_TIMEOUT = Answer(524, "<html><title>524: A timeout occurred</title></html>", HTML)
BAD_GATEWAY = Answer(502, "<html><title>502 Bad Gateway</title></html>", HTML)
UNAVAILABLE = Answer(503, "")
RESET = Answer(fault=Fault.RESET)
SILENCE = Answer(fault=Fault.SILENCE)
CUT_OFF = Answer(200, '{"id":"00000000-0000-4000-8000-000000000001","client_order_id"', fault=Fault.CUT_OFF)
PAGE = Answer(200, "<html>Welcome</html>", HTML)
BUSY = Answer(429, '{"message":"too many requests."}')
NOT_FOUND = Answer(404, '{"code":40410000,"message":"order not found"}')
GATEWAYS_NOT_FOUND = Answer(404, "<html><title>404 Not Found</title></html>", HTML)
BUYING_POWER = Answer(403, '{"code":40310000,"message":"insufficient buying power"}')
DUPLICATE = Answer(422, '{"code":40010001,"message":"client_order_id must be unique"}')


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.now += seconds


@dataclass
class Alpaca:
    """An account: it takes an order's name once, and plays a script of what goes wrong on the way."""

    orders: list[Step]
    look_ups: list[Answer] = field(default_factory=list)
    placed: list[str] = field(default_factory=list)
    hidden: int = 0

    def __call__(self, request: Request) -> Answer:
        return self._take(json.loads(request.body)) if request.method == "POST" else self._show()

    def _take(self, order: dict[str, str]) -> Answer:
        step = self.orders.pop(0) if self.orders else Step(Effect.PLACED)
        if step.effect is Effect.NONE:
            return step.answer or UNAVAILABLE
        if order["client_order_id"] in self.placed:
            return DUPLICATE
        self.placed.append(order["client_order_id"])
        self.hidden = 2 if step.effect is Effect.LATE else 0
        return step.answer or Answer(200, self._order())

    def _show(self) -> Answer:
        if self.look_ups:
            return self.look_ups.pop(0)
        if not self.placed:
            return NOT_FOUND
        if self.hidden:
            self.hidden -= 1
            return NOT_FOUND
        return Answer(200, self._order())

    def _order(self) -> str:
        time = "2026-11-25T15:04:05Z"
        return json.dumps(
            {
                "id": ORDER_ID,
                "client_order_id": NAME,
                "created_at": time,
                "updated_at": time,
                "submitted_at": time,
                "order_class": "simple",
                "time_in_force": "day",
                "status": "accepted",
                "extended_hours": False,
            }
        )


@contextmanager
def client_of(account: Alpaca) -> Iterator[TradingClient]:
    with http_broker(account) as url:
        yield GUIDE.careful(TradingClient("key", "secret", url_override=url), TIMEOUT)


ORDER = MarketOrderRequest(
    symbol="SPY", qty=1, side=OrderSide.BUY, time_in_force=TimeInForce.DAY, client_order_id=NAME
)


def place(client: TradingClient, **options: Any) -> Any:
    clock = Clock()
    return GUIDE.place(client, ORDER, sleep=clock.sleep, clock=clock, **options)


P, N, L = Effect.PLACED, Effect.NONE, Effect.LATE
SEQUENCES: dict[str, tuple[list[Step], list[Answer]]] = {
    "nothing goes wrong": ([], []),
    "504 and it was placed": ([Step(P, GATEWAY_TIMEOUT)], []),
    "504 and it was not placed": ([Step(N, GATEWAY_TIMEOUT)], []),
    "504 and it is shown late": ([Step(L, GATEWAY_TIMEOUT)], []),
    "524 and it was placed": ([Step(P, CLOUDFLARE_TIMEOUT)], []),
    "524 and it was not placed": ([Step(N, CLOUDFLARE_TIMEOUT)], []),
    "reset after it was placed": ([Step(P, RESET)], []),
    "reset before it was placed": ([Step(N, RESET)], []),
    "read time-out after it was placed": ([Step(P, SILENCE)], []),
    "read time-out before it was placed": ([Step(N, SILENCE)], []),
    "answer cut off in the middle": ([Step(P, CUT_OFF)], []),
    "success that cannot be read": ([Step(P, PAGE)], []),
    "502 page and it was placed": ([Step(P, BAD_GATEWAY)], []),
    "503 and then it goes through": ([Step(N, UNAVAILABLE), Step(N, UNAVAILABLE)], []),
    "look-up that fails with 502": ([Step(P, GATEWAY_TIMEOUT)], [BAD_GATEWAY, BAD_GATEWAY]),
    "look-up that fails with a gateway's 404": ([Step(P, GATEWAY_TIMEOUT)], [GATEWAYS_NOT_FOUND] * 6),
    "look-up that finds nothing, fails, then finds it": ([Step(L, RESET)], [NOT_FOUND, BAD_GATEWAY, SILENCE]),
    "look-up that is reset": ([Step(P, RESET)], [RESET, RESET]),
    "rate limit": ([Step(N, BUSY), Step(N, BUSY)], []),
    "rate limit on the look-up": ([Step(P, GATEWAY_TIMEOUT)], [BUSY, BUSY]),
    "duplicate client order id after it was shown too late": (
        [Step(P, GATEWAY_TIMEOUT)],
        [NOT_FOUND] * 8,
    ),
    "duplicate client order id at once": ([Step(P, DUPLICATE)], []),
    "everything in a row": (
        [Step(N, RESET), Step(N, BUSY), Step(N, BAD_GATEWAY), Step(L, SILENCE)],
        [BAD_GATEWAY, NOT_FOUND],
    ),
}


@pytest.mark.parametrize(("orders", "look_ups"), SEQUENCES.values(), ids=SEQUENCES)
def test_exactly_one_order_is_at_the_broker(orders: list[Step], look_ups: list[Answer]) -> None:
    account = Alpaca([*orders], [*look_ups])
    with client_of(account) as client:
        assert place(client).client_order_id == NAME
    assert account.placed == [NAME]


def test_refused_order_is_not_placed_and_the_refusal_is_raised() -> None:
    account = Alpaca([Step(N, BUYING_POWER)])
    with client_of(account) as client, pytest.raises(APIError, match="insufficient buying power"):
        place(client)
    assert account.placed == []


def test_refusal_of_a_repetition_whose_first_attempt_arrived_is_no_refusal() -> None:
    account = Alpaca([Step(L, SILENCE), Step(N, BUYING_POWER)], [NOT_FOUND] * 6)
    with client_of(account) as client:
        assert place(client).client_order_id == NAME
    assert account.placed == [NAME]


def test_what_cannot_be_found_out_in_time_is_said() -> None:
    account = Alpaca([Step(P, GATEWAY_TIMEOUT)], [BAD_GATEWAY] * 1_000)
    with client_of(account) as client, pytest.raises(GUIDE.Unsettled):
        place(client)
    assert account.placed == [NAME]


def test_order_without_a_name_is_not_sent() -> None:
    nameless = MarketOrderRequest(symbol="SPY", qty=1, side=OrderSide.BUY, time_in_force=TimeInForce.DAY)
    with client_of(Alpaca([])) as client, pytest.raises(ValueError, match="client_order_id"):
        GUIDE.place(client, nameless)


def test_repetition_by_the_sdk_itself_is_switched_off() -> None:
    asked: list[Request] = []

    def respond(request: Request) -> Answer:
        asked.append(request)
        return GATEWAY_TIMEOUT

    with http_broker(respond) as url, pytest.raises(APIError):
        GUIDE.careful(TradingClient("key", "secret", url_override=url)).submit_order(ORDER)
    assert len(asked) == 1


LOST = [GATEWAY_TIMEOUT, CLOUDFLARE_TIMEOUT, BAD_GATEWAY, UNAVAILABLE, RESET, CUT_OFF, PAGE]
REFUSED = [BUSY, BUYING_POWER]
STEPS = st.builds(Step, st.sampled_from(Effect), st.sampled_from(LOST)) | st.builds(
    Step, st.just(Effect.NONE), st.sampled_from(REFUSED)
)
LOOK_UPS = st.sampled_from([NOT_FOUND, GATEWAYS_NOT_FOUND, BAD_GATEWAY, RESET, BUSY])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(orders=st.lists(STEPS, max_size=5), look_ups=st.lists(LOOK_UPS, max_size=5), seed=st.integers())
def test_no_sequence_places_two_orders_or_hides_one(
    orders: list[Step], look_ups: list[Answer], seed: int
) -> None:
    random.seed(seed)
    account = Alpaca([*orders], [*look_ups])
    with client_of(account) as client:
        try:
            place(client)
        except GUIDE.Unsettled:
            assert len(account.placed) <= 1
        except APIError:
            assert account.placed == []
        else:
            assert len(account.placed) == 1


@dataclass
class Tradovate:
    """A user of Tradovate, whose refusals come with status 200."""

    answers: list[tuple[Effect, Answer | None]]
    placed: list[str] = field(default_factory=list)
    sent: list[dict[str, Any]] = field(default_factory=list)

    def __call__(self, request: Request) -> Answer:
        if request.method == "GET":
            return Answer(200, json.dumps([{"id": 2, "orderId": 1, "clOrdId": name} for name in self.placed]))
        order = json.loads(request.body)
        self.sent.append(order)
        effect, answer = self.answers.pop(0) if self.answers else (P, None)
        if effect is not N:
            self.placed.append(order["clOrdId"])
        return answer or Answer(200, '{"orderId":1}')


def place_on_tradovate(account: Tradovate, clock: Clock) -> Any:
    def checked(response: requests.Response) -> Any:
        response.raise_for_status()
        return response.json()

    with http_broker(account) as url:
        get: Callable[[str], Any] = lambda path: checked(requests.get(url + path, timeout=30))  # noqa: E731
        post: Callable[..., Any] = lambda path, body: checked(  # noqa: E731
            requests.post(url + path, json=body, timeout=30)
        )
        order = {"symbol": "MESZ6", "orderQty": 1, "action": "Buy", "orderType": "Market", "clOrdId": NAME}
        return GUIDE.place_on_tradovate(get, post, order, patience=7_200, sleep=clock.sleep, clock=clock)


TICKET = Answer(200, '{"p-ticket":"ticket-1","p-time":15}')


@pytest.mark.parametrize(
    "answers",
    [
        pytest.param([], id="nothing goes wrong"),
        pytest.param([(N, Answer(423, ""))], id="lock-out"),
        pytest.param([(N, Answer(429, ""))], id="too many requests"),
        pytest.param([(N, TICKET)], id="penalty ticket"),
        pytest.param([(P, GATEWAY_TIMEOUT)], id="504 and it was placed"),
        pytest.param([(N, GATEWAY_TIMEOUT)], id="504 and it was not placed"),
        pytest.param([(P, RESET)], id="reset"),
    ],
)
def test_exactly_one_order_is_at_tradovate(answers: list[tuple[Effect, Answer | None]]) -> None:
    account = Tradovate([*answers])
    assert place_on_tradovate(account, Clock()) == 1
    assert account.placed == [NAME]


def test_penalty_ticket_is_sent_back_with_the_order() -> None:
    account = Tradovate([(N, TICKET)])
    place_on_tradovate(account, Clock())
    assert [order.get("p-ticket") for order in account.sent] == [None, "ticket-1"]


@pytest.mark.parametrize(("status", "seconds"), [(423, 60), (429, 3_600)])
def test_nothing_is_sent_while_tradovate_has_locked_the_user_out(status: int, seconds: float) -> None:
    clock = Clock()
    place_on_tradovate(Tradovate([(N, Answer(status, ""))]), clock)
    assert clock.now >= seconds


def test_refusal_of_tradovate_with_status_200_is_raised() -> None:
    account = Tradovate(
        [(N, Answer(200, '{"failureReason":"LiquidationOnly","failureText":"Liquidation only"}'))]
    )
    with pytest.raises(GUIDE.NotPlaced):
        place_on_tradovate(account, Clock())
    assert account.placed == []
