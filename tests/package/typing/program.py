"""A trading program as users write it. Type checkers read it, strictly; it also runs.

Where a line is marked, checkers have to refuse it: an ignore that is not needed is an error.
"""

import logging
from collections.abc import Iterator, Mapping
from typing import Literal, assert_type

import broker_errors
from broker_errors import (
    Advice,
    AlpacaCode,
    AlpacaError,
    BrokerError,
    Category,
    EntryInfo,
    Match,
    MatchedOn,
    Outcome,
    Report,
    Retry,
    TradovateError,
    alpaca,
)

log = logging.getLogger(__name__)

REFUSED = '{"code":40310000,"message":"account is not allowed to short"}'


def overloads(source: object, either: Literal["alpaca", "tradovate"]) -> None:
    """Whose answer is asked for decides whose errors are found."""
    assert_type(broker_errors.match(source, broker="alpaca"), Match[AlpacaError] | None)
    assert_type(broker_errors.match(source, broker="tradovate"), Match[TradovateError] | None)
    assert_type(broker_errors.match(source, status=503), Match[BrokerError] | None)
    assert_type(broker_errors.match_all(source, broker="alpaca"), Iterator[Match[AlpacaError]])
    assert_type(alpaca.match(source, channel="rest"), Match[AlpacaError] | None)
    found = broker_errors.match(source, broker=either)
    if found is not None:
        base: BrokerError = found.error
        log.error("refused", extra={"error.type": base})


def misspelled(source: object) -> None:
    """What there is not is refused before anything runs."""
    broker_errors.match(source, broker="alpacca")  # type: ignore[call-overload]  # pyright: ignore
    broker_errors.match(source, broker="alpaca", channel="websocket")  # type: ignore[call-overload]  # pyright: ignore
    broker_errors.match(source, channel="market_data_steam")  # type: ignore[call-overload]  # pyright: ignore
    alpaca.match(source, channel="websocket")  # type: ignore[arg-type]  # pyright: ignore
    broker_errors.reads("GET /v2/orders", broker="binance")  # type: ignore[arg-type]  # pyright: ignore
    broker_errors.errors_of("binance")  # type: ignore[arg-type]  # pyright: ignore
    _ = AlpacaError.WASH_TRAD  # type: ignore[attr-defined]  # pyright: ignore


def decide(found: Match[AlpacaError]) -> float | None:
    """How long to wait before the same request is sent again; None where it must not be."""
    advice = found.advice("POST /v2/orders")
    assert_type(advice, Advice)
    assert_type(broker_errors.error(found.error.value), BrokerError)
    assert_type(broker_errors.reads(advice.operation), bool)
    assert_type(advice.retry, Retry)
    assert_type(advice.outcome, Outcome)
    assert_type(advice.wait_seconds, float | None)
    assert_type(advice.idempotency_key, str | None)
    assert_type(advice.echo, Mapping[str, str])
    assert_type(advice.first_step.do, str)
    advice.resend = True  # type: ignore[misc]  # pyright: ignore
    found.error = AlpacaError.WASH_TRADE  # type: ignore[misc]  # pyright: ignore
    return (advice.wait_seconds or 1.0) if advice.resend else None


def compare(found: Match[AlpacaError]) -> str:
    """Members are texts: they are compared with members, with ids and with codes."""
    error, report = found.error, found.report
    assert_type(report, Report)
    assert_type(error.category, Category)
    assert_type(error.info, EntryInfo)
    assert_type(found.params, dict[str, str])
    assert_type(found.matched_on, MatchedOn)
    if error == "alpaca.wash_trade" or error is AlpacaError.RATE_LIMIT:
        return "both are clean"
    if report.code == AlpacaCode.CODE_40310000 and report.status in (403, None):
        return error.info.remediation[0].do
    return error.value


def main() -> None:
    """Ask for everything once."""
    found = alpaca.match(REFUSED)
    assert found is not None
    assert compare(found)
    assert AlpacaError(found.error.value).matches(REFUSED)
    for broker in broker_errors.BROKERS:
        assert broker_errors.errors_of(broker)


if __name__ == "__main__":
    main()
