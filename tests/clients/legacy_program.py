"""Runs with alpaca-trade-api, in an environment of its own: calls a broker and prints what each answer is."""

import json
import sys

import alpaca_trade_api
import broker_errors


def error_of(api: alpaca_trade_api.REST) -> str | None:
    """What the client's exception is; None where it raised none, or none that is recognized."""
    try:
        api.submit_order("SPY", qty=1, side="buy", type="market", time_in_force="day")
    except Exception as error:  # noqa: BLE001 - whatever the client may raise
        found = broker_errors.match(error, broker="alpaca")
        return None if found is None else found.error.value
    return None


if __name__ == "__main__":
    url, calls = sys.argv[1], int(sys.argv[2])
    api = alpaca_trade_api.REST("key", "secret", url)
    api._retry = 0  # it repeats a 429 and a 504, orders included
    print(json.dumps([error_of(api) for _ in range(calls)]))
