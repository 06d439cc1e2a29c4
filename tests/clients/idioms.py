"""How users call a broker: every idiom leaves in a user's hand an exception, a response or a result."""

import asyncio
import json
import logging
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from typing import Any

import aiohttp
import ccxt
import httpx
import requests
import urllib3
from alpaca.data.historical import StockHistoricalDataClient
from alpaca.data.requests import StockLatestTradeRequest
from alpaca.trading.client import TradingClient
from alpaca.trading.enums import OrderSide, TimeInForce
from alpaca.trading.requests import MarketOrderRequest

ORDER = {"symbol": "SPY", "qty": "1", "side": "buy", "type": "market", "time_in_force": "day"}
PATH = "/v2/orders"


class Held(StrEnum):
    """How much of the answer the client leaves in the hand."""

    BODY = "body"
    STATUS = "status"


@dataclass(frozen=True)
class Idiom:
    """A way to call. ``call`` is given the broker's address and how many seconds to wait for an answer."""

    name: str
    held: Held
    call: Callable[[str, float], object]
    brokers: tuple[str, ...] = ("alpaca", "tradovate")


def _requests(url: str, patience: float) -> requests.Response:
    return requests.post(url + PATH, json=ORDER, timeout=patience)


def _requests_raised(url: str, patience: float) -> requests.Response:
    response = _requests(url, patience)
    response.raise_for_status()
    return response


def _requests_unread(url: str, patience: float) -> requests.Response:
    return requests.post(url + PATH, json=ORDER, timeout=patience, stream=True)


@cache
def _httpx_client() -> httpx.Client:
    return httpx.Client(verify=False)


def _httpx(url: str, patience: float) -> httpx.Response:
    return _httpx_client().post(url + PATH, json=ORDER, timeout=patience)


def _httpx_raised(url: str, patience: float) -> httpx.Response:
    return _httpx(url, patience).raise_for_status()


def _httpx_unread(url: str, patience: float) -> httpx.Response:
    with _httpx_client().stream("POST", url + PATH, json=ORDER, timeout=patience) as response:
        return response


def _httpx_unread_raised(url: str, patience: float) -> httpx.Response:
    with _httpx_client().stream("POST", url + PATH, json=ORDER, timeout=patience) as response:
        return response.raise_for_status()


def _httpx_streamed(url: str, patience: float) -> httpx.Response:
    with _httpx_client().stream("POST", url + PATH, json=ORDER, timeout=patience) as response:
        response.read()
        return response


def _httpx_async(url: str, patience: float) -> httpx.Response:
    async def call() -> httpx.Response:
        async with httpx.AsyncClient(timeout=patience, verify=False) as client:
            return await _raised(client.post(url + PATH, json=ORDER))

    return asyncio.run(call())


def _httpx_task_group(url: str, patience: float) -> httpx.Response:
    async def call() -> httpx.Response:
        async with (
            asyncio.TaskGroup() as group,
            httpx.AsyncClient(timeout=patience, verify=False) as client,
        ):
            task = group.create_task(_raised(client.post(url + PATH, json=ORDER)))
            return await task

    return asyncio.run(call())


async def _raised(request: Coroutine[Any, Any, httpx.Response]) -> httpx.Response:
    return (await request).raise_for_status()


def _aiohttp(url: str, patience: float, *, read: bool, raise_for_status: bool) -> aiohttp.ClientResponse:
    async def call() -> aiohttp.ClientResponse:
        timeout = aiohttp.ClientTimeout(total=patience)
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.post(url + PATH, json=ORDER, raise_for_status=raise_for_status) as response,
        ):
            if read:
                await response.read()
            return response

    return asyncio.run(call())


def _aiohttp_read(url: str, patience: float) -> aiohttp.ClientResponse:
    return _aiohttp(url, patience, read=True, raise_for_status=False)


def _aiohttp_unread(url: str, patience: float) -> aiohttp.ClientResponse:
    return _aiohttp(url, patience, read=False, raise_for_status=False)


def _aiohttp_raised(url: str, patience: float) -> aiohttp.ClientResponse:
    return _aiohttp(url, patience, read=False, raise_for_status=True)


def _urllib_request(url: str) -> urllib.request.Request:
    headers = {"Content-Type": "application/json"}
    return urllib.request.Request(url + PATH, json.dumps(ORDER).encode(), headers, method="POST")


def _urllib(url: str, patience: float) -> bytes:
    with urllib.request.urlopen(_urllib_request(url), timeout=patience) as response:
        body: bytes = response.read()
        return body


def _urllib_already_read(url: str, patience: float) -> bytes:
    try:
        return _urllib(url, patience)
    except urllib.error.HTTPError as error:
        error.read()
        raise


def _urllib3(url: str, patience: float) -> urllib3.BaseHTTPResponse:
    return urllib3.request("POST", url + PATH, json=ORDER, timeout=patience, retries=False)


def _urllib3_unread(url: str, patience: float) -> urllib3.BaseHTTPResponse:
    return urllib3.request(
        "POST", url + PATH, json=ORDER, timeout=patience, retries=False, preload_content=False
    )


@cache
def _trading_client(url: str) -> TradingClient:
    return TradingClient("key", "secret", url_override=url)


@cache
def _data_client(url: str) -> StockHistoricalDataClient:
    return StockHistoricalDataClient("key", "secret", url_override=url, raw_data=True)


def _patient(client: Any, patience: float) -> Any:
    """The SDK waits for ever for an answer, and repeats a 429 or a 504 three times, three seconds apart."""
    client._retry_wait = 0
    client._session.request = partial(type(client._session).request, client._session, timeout=patience)
    return client


def _alpaca_py(url: str, patience: float) -> object:
    order = MarketOrderRequest(symbol="SPY", qty=1, side=OrderSide.BUY, time_in_force=TimeInForce.DAY)
    return _patient(_trading_client(url), patience).post("/orders", order.to_request_fields())


def _alpaca_py_data(url: str, patience: float) -> object:
    request = StockLatestTradeRequest(symbol_or_symbols="SPY")
    return _patient(_data_client(url), patience).get("/stocks/trades/latest", request.to_request_fields())


def _alpaca_py_in_own_error(url: str, patience: float) -> object:
    try:
        return _alpaca_py(url, patience)
    except Exception as error:
        raise RuntimeError("the strategy could not open its position") from error


def _alpaca_py_logged(url: str, patience: float) -> object:
    """The text that ``logging.exception`` writes, with its traceback."""
    try:
        return _alpaca_py(url, patience)
    except Exception:  # noqa: BLE001 - whatever a client may raise
        record = logging.LogRecord("bot", logging.ERROR, "bot.py", 1, "order failed", (), sys.exc_info())
        return logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s").format(record)


def _alpaca_py_exc_info(url: str, patience: float) -> object:
    try:
        return _alpaca_py(url, patience)
    except Exception:  # noqa: BLE001 - whatever a client may raise
        return sys.exc_info()


@cache
def _exchange(url: str) -> Any:
    exchange = ccxt.alpaca({"apiKey": "key", "secret": "secret", "enableRateLimit": False})
    exchange.urls["api"] = {"broker": url, "trader": url, "market": url}
    return exchange


def _ccxt(url: str, patience: float) -> object:
    exchange = _exchange(url)
    exchange.timeout = int(patience * 1000)
    order: object = exchange.trader_private_post_v2_orders(ORDER)
    return order


IDIOMS = [
    Idiom("requests: response", Held.BODY, _requests),
    Idiom("requests: HTTPError", Held.BODY, _requests_raised),
    Idiom("requests: streamed, unread", Held.STATUS, _requests_unread),
    Idiom("httpx: response", Held.BODY, _httpx),
    Idiom("httpx: HTTPStatusError", Held.BODY, _httpx_raised),
    Idiom("httpx: streamed, then read", Held.BODY, _httpx_streamed),
    Idiom("httpx: streamed, unread", Held.STATUS, _httpx_unread),
    Idiom("httpx: streamed, unread, HTTPStatusError", Held.STATUS, _httpx_unread_raised),
    Idiom("httpx.AsyncClient: HTTPStatusError", Held.BODY, _httpx_async),
    Idiom("httpx in a TaskGroup: ExceptionGroup", Held.BODY, _httpx_task_group),
    Idiom("aiohttp: response after read()", Held.BODY, _aiohttp_read),
    Idiom("aiohttp: response, unread", Held.STATUS, _aiohttp_unread),
    Idiom("aiohttp: ClientResponseError", Held.STATUS, _aiohttp_raised),
    Idiom("urllib: HTTPError", Held.BODY, _urllib),
    Idiom("urllib: HTTPError, already read", Held.STATUS, _urllib_already_read),
    Idiom("urllib3: response", Held.BODY, _urllib3),
    Idiom("urllib3: response, unread", Held.STATUS, _urllib3_unread),
    Idiom("alpaca-py: TradingClient", Held.BODY, _alpaca_py, ("alpaca",)),
    Idiom("alpaca-py: StockHistoricalDataClient", Held.BODY, _alpaca_py_data, ("alpaca",)),
    Idiom("alpaca-py: cause of a program's own error", Held.BODY, _alpaca_py_in_own_error, ("alpaca",)),
    Idiom("alpaca-py: sys.exc_info()", Held.BODY, _alpaca_py_exc_info, ("alpaca",)),
    Idiom("alpaca-py: logged with its traceback", Held.BODY, _alpaca_py_logged, ("alpaca",)),
    Idiom("ccxt: alpaca", Held.BODY, _ccxt, ("alpaca",)),
]


def held_after(idiom: Idiom, url: str, patience: float = 20.0) -> object:
    """What the user holds after the call: the exception that it raised, or what it returned."""
    try:
        return idiom.call(url, patience)
    except Exception as error:  # noqa: BLE001 - whatever a client may raise
        return error


def let_go(held: object) -> None:
    """Close the connection of a body that nobody has read."""
    if isinstance(held, requests.Response | urllib3.BaseHTTPResponse | urllib.error.HTTPError):
        held.close()
