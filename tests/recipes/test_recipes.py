"""The recipes of the site do what they say, with the real libraries."""

import io
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import broker_errors
import httpx
import pytest
import requests
import sentry_sdk
import stamina
import structlog
from alpaca.trading.client import TradingClient
from broker_errors.hooks import Refused, refusals
from fastapi.testclient import TestClient
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from prometheus_client import REGISTRY, generate_latest

from tests.clients.fake_broker import Answer, Request, http_broker
from tests.snippets import GUIDES, module

PAGE = GUIDES / "recipes.md"

BUYING_POWER = Answer(403, '{"code":40310000,"message":"insufficient buying power","buying_power":"607.24"}')
NO_POSITION = Answer(404, '{"code":40410000,"message":"position does not exist"}')
BUSY = Answer(429, '{"message":"too many requests."}', {"Retry-After": "7"})
TICKET = Answer(200, '{"p-ticket":"ticket-1","p-time":15}')
CAPTCHA = Answer(200, '{"p-ticket":"ticket-1","p-time":15,"p-captcha":true}')
PLACED = Answer(200, '{"orderId":1}')


@contextmanager
def broker(*answers: Answer) -> Iterator[tuple[str, list[Request]]]:
    """A broker that gives these answers in turn, the last for ever, and what it was asked."""
    asked: list[Request] = []

    def respond(request: Request) -> Answer:
        asked.append(request)
        return answers[min(len(asked), len(answers)) - 1]

    with http_broker(respond) as url:
        yield url, asked


def error_of(answer: Answer) -> requests.HTTPError:
    with broker(answer) as (url, _), pytest.raises(requests.HTTPError) as raised:
        requests.post(url + "/v2/orders", timeout=30).raise_for_status()
    return raised.value


@pytest.mark.parametrize("recipe", ["stamina_read.py", "tenacity_read.py"])
def test_read_is_repeated_until_it_is_answered(recipe: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenacity.nap.time.sleep", lambda _: None)
    with (
        broker(Answer(503), Answer(503), Answer(200, "[]")) as (url, asked),
        httpx.Client(base_url=url) as client,
    ):
        assert module(PAGE, recipe).open_orders(client) == []
    assert len(asked) == 3


def test_read_that_was_refused_is_not_repeated() -> None:
    recipe = module(PAGE, "stamina_read.py")
    with (
        broker(BUYING_POWER) as (url, asked),
        httpx.Client(base_url=url) as client,
        stamina.set_testing(True, attempts=5),
        pytest.raises(httpx.HTTPStatusError),
    ):
        recipe.open_orders(client)
    assert len(asked) == 1


def test_position_that_is_gone_is_closed() -> None:
    with broker(NO_POSITION) as (url, _):
        client = TradingClient("key", "secret", url_override=url)
        assert module(PAGE, "refusals.py").close_position(client, "SPY") is None


def test_position_that_cannot_be_closed_is_refused() -> None:
    with broker(BUYING_POWER) as (url, _), pytest.raises(Refused):
        module(PAGE, "refusals.py").close_position(TradingClient("key", "secret", url_override=url), "SPY")


def test_event_hook_of_httpx_refuses_what_came_with_status_200() -> None:
    body = '{"failureReason":"LiquidationOnly","failureText":"Liquidation only"}'
    recipe = module(PAGE, "httpx_hook.py")
    with (
        broker(Answer(200, body)) as (url, _),
        recipe.client(url, "token") as client,
        pytest.raises(Refused) as raised,
    ):
        client.post("/v1/order/placeorder", json={})
    assert raised.value.found.error == "tradovate.liquidation_only"


def test_event_hook_of_httpx_lets_a_success_pass() -> None:
    with broker(PLACED) as (url, _), module(PAGE, "httpx_hook.py").client(url, "token") as client:
        assert client.post("/v1/order/placeorder", json={}).json() == {"orderId": 1}


def test_event_hook_of_httpx_asks_about_the_operation_that_was_called() -> None:
    with broker(Answer(504)) as (url, _), module(PAGE, "httpx_hook.py").client(url, "token") as client:
        with pytest.raises(Refused) as read:
            client.get("/v1/order/list")
        with pytest.raises(Refused) as write:
            client.post("/v1/order/placeorder", json={})
    assert (read.value.advice.retry, write.value.advice.retry) == ("backoff", "reconcile")


def penalised(*answers: Answer) -> tuple[Callable[[], Any], list[Request], list[float]]:
    waits: list[float] = []
    recipe = module(PAGE, "penalty.py")
    asked: list[Request] = []

    def call() -> Any:
        with broker(*answers) as (url, requests_), httpx.Client(base_url=url) as client:
            try:
                return recipe.call(client, "/order/placeorder", {"symbol": "MESZ6"}, sleep=waits.append)
            finally:
                asked.extend(requests_)

    return call, asked, waits


def test_penalty_ticket_is_sent_back_after_its_time() -> None:
    call, asked, waits = penalised(TICKET, PLACED)
    assert call() == {"orderId": 1}
    assert waits == [15]
    assert b'"p-ticket":"ticket-1"' in asked[1].body.replace(b" ", b"")


def test_captcha_is_left_to_a_person() -> None:
    call, asked, waits = penalised(CAPTCHA)
    with pytest.raises(Exception, match=r"tradovate\.penalty_ticket_captcha"):
        call()
    assert (len(asked), waits) == (1, [])


def test_lock_out_is_left_alone() -> None:
    call, asked, waits = penalised(Answer(429))
    with pytest.raises(Exception, match=r"tradovate\.too_many_requests"):
        call()
    assert (len(asked), waits) == (1, [])


def test_ticket_after_ticket_ends() -> None:
    call, asked, _ = penalised(TICKET)
    with pytest.raises(Exception, match=r"tradovate\.penalty_ticket"):
        call()
    assert len(asked) == 3


def test_log_line_names_the_refusal() -> None:
    handler = module(PAGE, "logs.py").handler
    handler.setStream(stream := io.StringIO())
    handler.handle(logging.LogRecord("bot", logging.ERROR, "bot.py", 1, BUYING_POWER.body, (), None))
    assert " ERROR alpaca.insufficient_buying_power {" in stream.getvalue()


def test_structured_log_names_the_refusal(capsys: pytest.CaptureFixture[str]) -> None:
    module(PAGE, "structured_logs.py")
    try:
        structlog.get_logger().error("order failed", exc_info=error_of(BUYING_POWER))
    finally:
        structlog.reset_defaults()
    assert '"error.type": "alpaca.insufficient_buying_power"' in capsys.readouterr().out


@pytest.fixture(scope="module")
def spans() -> InMemorySpanExporter:
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    trace.set_tracer_provider(provider)
    return exporter


def test_span_says_what_was_refused(spans: InMemorySpanExporter) -> None:
    spans.clear()

    def call() -> None:
        raise error_of(BUYING_POWER)

    with pytest.raises(requests.HTTPError):
        module(PAGE, "spans.py").traced("POST /v2/orders", call)
    (span,) = spans.get_finished_spans()
    assert span.attributes is not None
    assert span.attributes["error.type"] == "alpaca.insufficient_buying_power"
    assert span.attributes["broker_error.retry"] == "after_change"
    assert not span.status.is_ok
    assert "607.24" not in str(span.to_json())


def test_span_of_another_error_says_its_type(spans: InMemorySpanExporter) -> None:
    spans.clear()
    with pytest.raises(ZeroDivisionError):
        module(PAGE, "spans.py").traced("POST /v2/orders", lambda: 1 / 0)
    (span,) = spans.get_finished_spans()
    assert span.attributes == {"error.type": "ZeroDivisionError"}


def test_counter_counts_by_error_and_operation() -> None:
    recipe = module(PAGE, "metrics.py")
    try:
        for _ in range(2):
            recipe.count(error_of(BUYING_POWER), "POST /v2/orders")
        recipe.count(ValueError("unrelated"), "POST /v2/orders")
        lines = generate_latest().decode().splitlines()
    finally:
        REGISTRY.unregister(recipe.refused)
    (line,) = [line for line in lines if line.startswith("broker_refusals_total")]
    assert line.endswith(" 2.0")
    assert 'error="alpaca.insufficient_buying_power",operation="POST /v2/orders",retry="after_change"' in line


def sent_to_sentry(error: Exception) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = []

    class Transport(sentry_sdk.Transport):
        def capture_envelope(self, envelope: Any) -> None:
            events.extend(item.payload.json for item in envelope.items if item.type == "event")

    recipe = module(PAGE, "sentry.py")
    recipe.start("http://key@127.0.0.1/1", transport=Transport, default_integrations=False)
    try:
        sentry_sdk.capture_exception(error)
        sentry_sdk.flush()
    finally:
        sentry_sdk.get_client().close()
        sentry_sdk.get_global_scope().set_client(None)
    return events


def test_sentry_groups_by_the_id() -> None:
    (event,) = sent_to_sentry(error_of(BUYING_POWER))
    assert event["fingerprint"] == ["alpaca.insufficient_buying_power"]


def test_sentry_is_spared_what_is_no_defect() -> None:
    assert sent_to_sentry(error_of(BUSY)) == []


def test_sentry_gets_what_is_not_recognized_as_it_is() -> None:
    (event,) = sent_to_sentry(ValueError("unrelated"))
    assert "fingerprint" not in event


def answered(answer: Answer) -> Any:
    def place() -> None:
        with refusals("POST /v2/orders", broker="alpaca"):
            raise error_of(answer)

    app = module(PAGE, "service.py").app
    app.add_api_route("/orders", place, methods=["POST"])
    return TestClient(app).post("/orders")


def test_service_answers_with_a_problem_document() -> None:
    response = answered(BUYING_POWER)
    assert (response.status_code, response.headers["Content-Type"]) == (409, "application/problem+json")
    problem = response.json()
    info = broker_errors.AlpacaError.INSUFFICIENT_BUYING_POWER.info
    assert (problem["title"], problem["status"]) == (info.title, 409)
    assert problem["type"] == f"https://errors.example.com/{info.docs_path}"


def test_service_passes_the_wait_on() -> None:
    response = answered(BUSY)
    assert (response.status_code, response.headers["Retry-After"]) == (503, "7")


def test_service_takes_a_refused_key_upon_itself() -> None:
    assert answered(Answer(401, '{"code":40110000,"message":"request is not authorized"}')).status_code == 502
