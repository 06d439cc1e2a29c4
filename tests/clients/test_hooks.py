"""The hooks in the libraries that they are made for, in front of a fake broker."""

import asyncio
import inspect
import io
import json
import logging
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
import requests
import stamina
import structlog
import tenacity
from alpaca.common.exceptions import APIError
from alpaca.trading.client import TradingClient
from broker_errors import AlpacaError, Outcome, Retry, hooks
from broker_errors.hooks import RefusalFilter, RefusalProcessor, Refused, Resend, refusals

from tests.clients.fake_broker import HTML, Answer, Request, http_broker

BUYING_POWER = Answer(403, '{"code":40310000,"message":"insufficient buying power","buying_power":"607.24"}')
UNAVAILABLE = Answer(503, "")
BUSY = Answer(429, '{"message":"too many requests."}', {"Retry-After": "3"})
TICKET = Answer(200, '{"p-ticket":"ticket-1","p-time":15}')
READ, WRITE = "GET /v2/orders", "POST /v2/orders"


@contextmanager
def broker(*answers: Answer) -> Iterator[tuple[Callable[[], requests.Response], list[Request]]]:
    """A call to a broker that gives these answers in turn, the last for ever, and what it was asked."""
    asked: list[Request] = []

    def respond(request: Request) -> Answer:
        asked.append(request)
        return answers[min(len(asked), len(answers)) - 1]

    with http_broker(respond) as url:

        def call() -> requests.Response:
            response = requests.get(url + "/v2/orders", timeout=30)
            response.raise_for_status()
            return response

        yield call, asked


def error_of(answer: Answer) -> requests.HTTPError:
    with broker(answer) as (call, _), pytest.raises(requests.HTTPError) as raised:
        call()
    return raised.value


# Resend: what it says of an exception


@pytest.mark.parametrize(
    ("answer", "operation", "said"),
    [
        pytest.param(UNAVAILABLE, READ, True, id="a read may be repeated"),
        pytest.param(Answer(504), WRITE, False, id="an order that may be there is looked up first"),
        pytest.param(BUYING_POWER, WRITE, False, id="something must change first"),
        pytest.param(BUSY, READ, 3.0, id="the stated wait"),
        pytest.param(Answer(200), READ, False, id="what is no error"),
    ],
)
def test_resend_says_whether_and_when(answer: Answer, operation: str, said: bool | float) -> None:
    error = error_of(answer) if answer.status != 200 else ValueError("no answer of a broker")
    assert Resend(operation, broker="alpaca")(error) == said


def test_what_needs_a_ticket_is_not_repeated_without_it() -> None:
    error = RuntimeError(TICKET.body)
    assert Resend("POST /order/placeorder", broker="tradovate")(error) is False


@pytest.mark.parametrize(("same_key", "said"), [(False, False), (True, 3.0)])
def test_what_the_broker_knows_by_a_key_is_repeated_only_under_the_same(same_key: bool, said: float) -> None:
    assert Resend(WRITE, broker="alpaca", same_key=same_key)(error_of(BUSY)) == said


def test_an_operation_that_is_not_named_is_a_write() -> None:
    assert Resend(broker="alpaca")(RuntimeError("HTTP 504")) is False


# stamina


def with_stamina(call: Callable[[], Any], operation: str, attempts: int = 3) -> Any:
    with stamina.set_testing(True, attempts=attempts):
        return stamina.retry(on=Resend(operation, broker="alpaca"))(call)()


def test_stamina_repeats_a_read_until_it_is_answered() -> None:
    with broker(UNAVAILABLE, UNAVAILABLE, Answer(200, "[]")) as (call, asked):
        assert with_stamina(call, READ).json() == []
    assert len(asked) == 3


def test_stamina_does_not_repeat_an_order_that_may_have_been_placed() -> None:
    with broker(Answer(504), Answer(200, "[]")) as (call, asked), pytest.raises(requests.HTTPError):
        with_stamina(call, WRITE)
    assert len(asked) == 1


def test_stamina_repeats_a_coroutine() -> None:
    with broker(UNAVAILABLE, Answer(200, "[]")) as (call, asked):

        @stamina.retry(on=Resend(READ, broker="alpaca"))
        async def ask() -> object:
            return call().json()

        with stamina.set_testing(True, attempts=3):
            assert asyncio.run(ask()) == []
    assert len(asked) == 2


def test_stamina_waits_as_long_as_the_broker_states() -> None:
    waits: list[float] = []
    with broker(BUSY, Answer(200, "[]")) as (call, _):
        stamina.instrumentation.set_on_retry_hooks([lambda details: waits.append(details.wait_for)])
        try:
            caller = stamina.RetryingCaller(attempts=2, timeout=None)
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("tenacity.nap.time.sleep", lambda _: None)
                caller(Resend(READ, broker="alpaca"), call)
        finally:
            stamina.instrumentation.set_on_retry_hooks(None)
    assert waits == [3.0]


# tenacity


def with_tenacity(call: Callable[[], Any], operation: str) -> tuple[Any, list[float]]:
    waits: list[float] = []
    hook = Resend(operation, broker="alpaca")
    retry = tenacity.retry(
        retry=hook, wait=hook, stop=tenacity.stop_after_attempt(3), sleep=waits.append, reraise=True
    )
    return retry(call)(), waits


def test_tenacity_repeats_a_read_with_a_growing_wait() -> None:
    with broker(UNAVAILABLE, UNAVAILABLE, Answer(200, "[]")) as (call, asked):
        _, waits = with_tenacity(call, READ)
    assert len(asked) == 3
    assert 1 <= waits[0] <= 2 <= waits[1] <= 4


def test_tenacity_waits_as_long_as_the_broker_states() -> None:
    with broker(BUSY, Answer(200, "[]")) as (call, _):
        assert with_tenacity(call, READ)[1] == [3.0]


def test_tenacity_does_not_repeat_an_order_that_may_have_been_placed() -> None:
    with broker(Answer(504), Answer(200, "[]")) as (call, asked), pytest.raises(requests.HTTPError):
        with_tenacity(call, WRITE)
    assert len(asked) == 1


def test_tenacity_does_not_repeat_a_success() -> None:
    with broker(Answer(200, "[]")) as (call, asked):
        with_tenacity(call, READ)
    assert len(asked) == 1


# refusals


def test_refusal_is_raised_with_what_was_recognized_and_what_may_be_done() -> None:
    with (
        broker(BUYING_POWER) as (call, _),
        pytest.raises(Refused) as raised,
        refusals(WRITE, broker="alpaca"),
    ):
        call()
    assert raised.value.found.error is AlpacaError.INSUFFICIENT_BUYING_POWER
    assert (raised.value.advice.retry, raised.value.advice.outcome) == (
        Retry.AFTER_CHANGE,
        Outcome.NOT_APPLIED,
    )


def test_cause_of_a_refusal_is_the_clients_error() -> None:
    with (
        broker(BUYING_POWER) as (call, _),
        pytest.raises(Refused) as raised,
        refusals(WRITE, broker="alpaca"),
    ):
        call()
    assert isinstance(raised.value.__cause__, requests.HTTPError)


def test_refusal_says_its_id_and_what_may_be_done() -> None:
    with (
        broker(BUYING_POWER) as (call, _),
        pytest.raises(Refused) as raised,
        refusals(WRITE, broker="alpaca"),
    ):
        call()
    said = "alpaca.insufficient_buying_power (retry: after_change, outcome: not_applied)"
    assert str(raised.value) == said


def test_what_is_not_recognized_passes_through() -> None:
    with pytest.raises(ZeroDivisionError), refusals(WRITE, broker="alpaca"):
        _ = 1 / 0


def test_refusal_within_a_refusal_is_raised_once() -> None:
    with (
        broker(BUYING_POWER) as (call, _),
        pytest.raises(Refused) as raised,
        refusals(READ, broker="alpaca"),
        refusals(WRITE, broker="alpaca"),
    ):
        call()
    assert isinstance(raised.value.__cause__, requests.HTTPError)


def test_refusal_of_an_sdk_around_an_await() -> None:
    async def ask(url: str) -> None:
        with refusals(WRITE, broker="alpaca"):
            await asyncio.to_thread(TradingClient("key", "secret", url_override=url).post, "/orders", {})

    with http_broker(lambda _: BUYING_POWER) as url, pytest.raises(Refused):
        asyncio.run(ask(url))


def test_refusal_decorates_a_function() -> None:
    with broker(BUYING_POWER) as (call, _), pytest.raises(Refused):
        refusals(WRITE, broker="alpaca")(call)()


def test_refusal_survives_pickling() -> None:
    with (
        broker(BUYING_POWER) as (call, _),
        pytest.raises(Refused) as raised,
        refusals(WRITE, broker="alpaca"),
    ):
        call()
    again = pickle.loads(pickle.dumps(raised.value))
    assert (again.found, str(again)) == (raised.value.found, str(raised.value))


# logging


def logged(write: Callable[[logging.Logger], None], layout: str) -> str:
    """What a logger with the filter writes."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(RefusalFilter(WRITE, broker="alpaca"))
    handler.setFormatter(logging.Formatter(layout))
    logger = logging.Logger("bot")
    logger.addHandler(handler)
    write(logger)
    return stream.getvalue().splitlines()[0]


def test_record_of_an_exception_names_the_refusal() -> None:
    error = error_of(BUYING_POWER)
    said = logged(lambda log: log.error("order failed", exc_info=error), "%(message)s %(broker_error)s")
    assert said == "order failed alpaca.insufficient_buying_power"


def test_record_of_a_text_names_the_refusal() -> None:
    said = logged(lambda log: log.error("refused: %s", BUYING_POWER.body), "%(broker_error)s")
    assert said == "alpaca.insufficient_buying_power"


def test_record_that_is_no_refusal_passes_without_one() -> None:
    assert logged(lambda log: log.error("out of memory"), "%(message)s %(broker_error)s") == "out of memory -"


def test_record_below_the_level_is_not_read() -> None:
    said = logged(lambda log: log.info("%s", BUYING_POWER.body), "%(broker_error)s")
    assert said == "-"


def test_record_has_the_attributes_without_captured_values() -> None:
    said = logged(lambda log: log.error("%s", BUYING_POWER.body), "%(refusal)s")
    assert "'broker_error.retry': 'after_change'" in said
    assert "607.24" not in said


# structlog


def event_of(log: Callable[[Any], None], *processors: Any) -> dict[str, Any]:
    """What a logger of structlog with the processor writes, as JSON."""
    stream = io.StringIO()
    logger = structlog.wrap_logger(
        structlog.PrintLogger(stream),
        [
            *processors,
            RefusalProcessor(WRITE, broker="alpaca"),
            structlog.processors.JSONRenderer(default=str),
        ],
    )
    log(logger)
    event: dict[str, Any] = json.loads(stream.getvalue())
    return event


def failing(log: Any) -> None:
    try:
        raise error_of(BUYING_POWER)
    except requests.HTTPError:
        log.exception("order failed")


@pytest.mark.parametrize(
    "log",
    [
        pytest.param(failing, id="exc_info=True"),
        pytest.param(
            lambda log: log.error("order failed", exc_info=error_of(BUYING_POWER)), id="an exception"
        ),
        pytest.param(
            lambda log: log.error("order failed", exc_info=(ValueError, error_of(BUYING_POWER), None)),
            id="a triple",
        ),
        pytest.param(lambda log: log.error(BUYING_POWER.body), id="the event itself"),
    ],
)
def test_event_of_structlog_names_the_refusal(log: Callable[[Any], None]) -> None:
    assert event_of(log)["error.type"] == "alpaca.insufficient_buying_power"


def refused_by_the_sdk(log: Any) -> None:
    try:
        raise APIError(BUYING_POWER.body)  # type: ignore[no-untyped-call]
    except APIError:
        log.exception("order failed")


def test_event_of_structlog_names_the_refusal_of_a_rendered_traceback() -> None:
    event = event_of(refused_by_the_sdk, structlog.processors.format_exc_info)
    assert "Traceback" in event["exception"]
    assert event["error.type"] == "alpaca.insufficient_buying_power"


def test_event_of_structlog_that_is_no_refusal_is_left_as_it_is() -> None:
    assert event_of(lambda log: log.info("started", size=2)) == {"event": "started", "size": 2}


def test_event_of_structlog_keeps_what_it_says_itself() -> None:
    event = event_of(
        lambda log: log.error("order failed", exc_info=error_of(BUYING_POWER), **{"error.type": "mine"})
    )
    assert event["error.type"] == "mine"


# Attributes


def test_hooks_read_a_gateways_page_as_well() -> None:
    page = error_of(Answer(502, "<html><title>502 Bad Gateway</title></html>", HTML))
    assert Resend(READ, broker="alpaca")(page) is True


def test_hooks_read_errors_of_httpx() -> None:
    with http_broker(lambda _: UNAVAILABLE) as url, pytest.raises(httpx.HTTPStatusError) as raised:
        httpx.get(url).raise_for_status()
    assert Resend(READ, broker="alpaca")(raised.value) is True


@pytest.mark.parametrize("name", hooks.__all__)
def test_hook_is_short(name: str) -> None:
    assert len(inspect.getsource(getattr(hooks, name)).splitlines()) < 40
