"""An Alpaca that answers the snippets' requests, well or badly, and keeps what was sent to it.

It stands below the client: what the real SDK sends over the wire is what is answered.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import requests

Json = Any
Answer = tuple[int, Json]

ID = "00000000-0000-4000-8000-00000000000{}"
TIME = "2026-11-25T15:00:00Z"
CONTRACT = "AAPL261218C00250000"
NOT_FOUND: Answer = (404, {"code": 40410000, "message": "not found"})

NEEDED = frozenset(
    {"id", "client_order_id", "created_at", "updated_at", "submitted_at", "order_class"}
    | {"time_in_force", "status", "extended_hours"}
)
"""What the SDK's model of an order insists on."""
# fmt: off
OPTIONAL = frozenset({
    "amount", "attributes", "borrow_status", "buying_power", "client_request_id", "country",
    "crypto_status", "current_price", "date", "did", "direction", "errors", "located_qty", "market_value",
    "max_options_trading_level", "multiplier", "net_amount", "next_page_token", "nickname",
    "non_marginable_buying_power", "options_approved_level", "options_buying_power",
    "options_trading_level", "ppind", "price", "qty_available", "regt_buying_power", "rejection_reason",
    "shorting_enabled", "total_fee", "transfers_blocked",
})
# fmt: on
"""Fields that other answers leave out at times, as the SDK's models and public payloads have it."""


@dataclass(frozen=True)
class Situation:
    """How things stand: with fields missing, short, with nothing left, with an open order, or broken."""

    sparse: bool = False
    short: bool = False
    vanished: bool = False
    working: bool = False
    broken: tuple[int, str] | None = None


@dataclass
class Alpaca:
    """The broker in one situation. ``sent`` holds what changes something, ``misaddressed`` unknown paths."""

    situation: Situation = Situation()
    symbol: str = "AAPL"
    orders: list[Json] | None = None
    asked: list[str] = field(default_factory=list)
    sent: list[tuple[str, str]] = field(default_factory=list)
    misaddressed: list[str] = field(default_factory=list)

    def send(self, request: requests.PreparedRequest) -> requests.Response:
        """The answer to a request."""
        method, path = request.method or "", urlsplit(request.url or "").path
        self.asked.append(f"{method} {path}")
        if method != "GET":
            self.sent.append((method, path))
        if self.situation.broken is not None:
            return made(request, *self.situation.broken)
        status, body = self._answer(method, path)
        if self.situation.sparse and status == 200:
            body = without(body, OPTIONAL)
        return made(request, status, "" if body is None else json.dumps(body))

    def _answer(self, method: str, path: str) -> Answer:
        if method == "DELETE":
            refused = {"code": 42210000, "message": 'order is already in "filled" state'}
            return (422, refused) if self.situation.vanished else (204, None)
        for pattern, answer in _ROUTES.items():
            found = re.fullmatch(pattern, path)
            if found is not None:
                return answer(self, *found.groups())
        self.misaddressed.append(path)
        return 404, {"message": "Not Found"}

    def order(self, **changes: Json) -> Json:
        """The one order that there is."""
        side, intent = ("buy", "buy_to_close") if self.situation.short else ("sell", "sell_to_close")
        order = {
            **_ORDER,
            "symbol": self.symbol,
            "side": side,
            "position_intent": intent,
            "status": "new" if self.situation.working else "canceled",
            **changes,
        }
        return (
            {name: value for name, value in order.items() if name in NEEDED}
            if self.situation.sparse
            else order
        )

    def positions(self) -> list[Json]:
        """What is held: the symbol, an option, and something else."""
        return (
            []
            if self.situation.vanished
            else [self._position(one) for one in (self.symbol, CONTRACT, "SPY", "BTC/USD")]
        )

    def _position(self, symbol: str) -> Json:
        sign, side = ("-", "short") if self.situation.short else ("", "long")
        return {
            "asset_id": ID.format(2),
            "symbol": symbol.replace("/", ""),
            "exchange": "CRYPTO" if "/" in symbol else "NASDAQ",
            "asset_class": _asset_class(symbol),
            "avg_entry_price": "10",
            "qty": f"{sign}3",
            "qty_available": f"{sign}1",
            "side": side,
            "cost_basis": "30",
            "market_value": "33",
            "current_price": "11",
        }


def without(body: Json, names: frozenset[str]) -> Json:
    """The same body without these fields, at any depth."""
    if isinstance(body, list):
        return [without(item, names) for item in body]
    if isinstance(body, dict):
        return {name: without(item, names) for name, item in body.items() if name not in names}
    return body


def made(request: requests.PreparedRequest, status: int, body: str) -> requests.Response:
    """An answer as requests has it."""
    response = requests.Response()
    response.status_code, response.url, response._content = status, request.url or "", body.encode()
    response.request = request
    response.headers["Content-Type"] = "application/json"
    return response


def _asset_class(symbol: str) -> str:
    return "us_option" if len(symbol) > 12 else "crypto" if "/" in symbol else "us_equity"


def _asset(broker: Alpaca, symbol: str) -> Answer:
    # No easy_to_borrow: Alpaca took the field away.
    return 200, {
        "id": ID.format(2),
        "class": _asset_class(broker.symbol),
        "exchange": "NASDAQ",
        "symbol": symbol.replace("%2F", "/"),
        "status": "active",
        "tradable": True,
        "marginable": True,
        "shortable": True,
        "fractionable": True,
        "borrow_status": "hard_to_borrow",
        "attributes": ["fractional_eh_enabled"],
    }


def _contract(broker: Alpaca, symbol: str = CONTRACT) -> Answer:
    return 200, {
        "id": ID.format(4),
        "symbol": symbol,
        "name": "AAPL Dec 18 2026 250 Call",
        "status": "active",
        "tradable": True,
        "expiration_date": "2026-12-18",
        "root_symbol": "AAPL",
        "underlying_symbol": "AAPL",
        "underlying_asset_id": ID.format(5),
        "type": "call",
        "style": "american",
        "strike_price": "250",
        "size": "100",
        "ppind": True,
    }


def _contracts(broker: Alpaca) -> Answer:
    return 200, {"option_contracts": [_contract(broker)[1]], "next_page_token": None}


def _one_order(broker: Alpaca, *_: str) -> Answer:
    return NOT_FOUND if broker.situation.vanished else (200, broker.order())


def _orders(broker: Alpaca) -> Answer:
    if broker.orders is not None:
        return 200, broker.orders
    return 200, [] if broker.situation.vanished else [
        broker.order(),
        broker.order(id=ID.format(6), legs=[broker.order()]),
    ]


def _position(broker: Alpaca, symbol: str) -> Answer:
    return NOT_FOUND if broker.situation.vanished else (200, broker._position(symbol))


def _fixed(body: Json) -> Callable[..., Answer]:
    return lambda broker, *_: (200, body)


def _listed(body: Json) -> Callable[..., Answer]:
    """A list of one, or nothing where everything has vanished."""
    return lambda broker, *_: (200, [] if broker.situation.vanished else [body])


_ORDER: Mapping[str, Json] = {
    "id": ID.format(1),
    "client_order_id": "mine",
    "created_at": TIME,
    "updated_at": TIME,
    "submitted_at": TIME,
    "asset_id": ID.format(2),
    "asset_class": "us_equity",
    "notional": None,
    "qty": "2",
    "filled_qty": "1",
    "filled_avg_price": "10",
    "order_class": "",
    "order_type": "limit",
    "type": "limit",
    "time_in_force": "day",
    "limit_price": "12.5",
    "stop_price": None,
    "extended_hours": False,
    "legs": None,
    "hwm": None,
    "replaced_by": None,
    "replaces": None,
}
_ACCOUNT: Json = {
    "id": ID.format(3),
    "account_number": "PA0000001",
    "status": "ACTIVE",
    "buying_power": "1000",
    "regt_buying_power": "900",
    "non_marginable_buying_power": "500",
    "options_buying_power": "800",
    "options_approved_level": 3,
    "options_trading_level": 2,
    "equity": "500",
    "trading_blocked": False,
    "account_blocked": False,
    "transfers_blocked": False,
    "trade_suspended_by_user": False,
    "shorting_enabled": True,
    "multiplier": "2",
    "currency": "USD",
    "crypto_status": "ACTIVE",
    "created_at": TIME,
}
_CONFIGURATION: Json = {
    "fractional_trading": True,
    "max_margin_multiplier": "2",
    "no_shorting": False,
    "suspend_trade": False,
    "trade_confirm_email": "all",
    "ptp_no_exception_entry": False,
    "max_options_trading_level": None,
}
_CLOCK: Json = {
    "timestamp": TIME,
    "is_open": True,
    "next_open": "2026-11-27T14:30:00Z",
    "next_close": "2026-11-25T21:00:00Z",
}
_HISTORY: Json = {
    "timestamp": [1],
    "equity": [1.0],
    "profit_loss": [0.0],
    "profit_loss_pct": [0.0],
    "base_value": 1.0,
    "timeframe": "1D",
}
_CUSTOMER: Json = {
    "id": ID.format(3),
    "account_number": "100000001",
    "status": "ACTIVE",
    "crypto_status": None,
    "currency": "USD",
    "last_equity": "0",
    "created_at": TIME,
}
_JOURNAL: Json = {
    "id": ID.format(7),
    "to_account": ID.format(3),
    "from_account": ID.format(8),
    "entry_type": "JNLC",
    "status": "executed",
    "net_amount": "1",
    "description": "",
    "settle_date": None,
}
_RUN: Json = {
    "id": ID.format(1),
    "account_id": ID.format(3),
    "type": "full_rebalance",
    "portfolio_id": ID.format(8),
    "weights": [],
    "initiated_from": "api",
    "created_at": TIME,
    "updated_at": TIME,
    "status": "QUEUED",
    "reason": None,
}
_SUBSCRIPTION: Json = {
    "id": ID.format(1),
    "account_id": ID.format(3),
    "portfolio_id": ID.format(8),
    "created_at": TIME,
    "last_rebalanced_at": None,
}
_LOCATE: Json = {
    "id": ID.format(1),
    "created_at": TIME,
    "status": "rejected",
    "symbol": "TSLA",
    "requested_qty": 100,
    "located_qty": 0,
    "all_or_none": False,
    "total_fee": "0",
    "rejection_reason": "inventory_unavailable",
}
_QUOTE: Json = {"t": TIME, "ap": 1, "as": 1, "bp": 1, "bs": 1}
_BANK: Json = {"id": ID.format(1), "status": "APPROVED", "name": "First Bank", "nickname": "checking"}
_TRANSFER: Json = {
    "id": ID.format(1),
    "created_at": TIME,
    "status": "QUEUED",
    "type": "ach",
    "direction": "INCOMING",
    "amount": "1",
}
_UUID = "[0-9a-f-]{36}"

_ROUTES: Mapping[str, Callable[..., Answer]] = {
    r"/v2/account": _fixed(_ACCOUNT),
    r"/v2/account/configurations": _fixed(_CONFIGURATION),
    r"/v2/account/portfolio/history": _fixed(_HISTORY),
    r"/v2/account/activities(?:/[A-Z]+)?": _listed(
        {"activity_type": "OPEXC", "symbol": CONTRACT, "qty": "-2", "date": "2026-11-25"}
    ),
    r"/v2/clock": _fixed(_CLOCK),
    r"/v2/positions": lambda broker: (200, broker.positions()),
    r"/v2/positions/([^/]+)": _position,
    r"/v2/orders": _orders,
    r"/v2/orders:by_client_order_id": _one_order,
    rf"/v2/orders/{_UUID}": _one_order,
    r"/v2/assets": lambda broker: (200, [_asset(broker, broker.symbol)[1]]),
    r"/v2/assets/([^/]+)": _asset,
    r"/v2/options/contracts": _contracts,
    r"/v2/options/contracts/([^/]+)": _contract,
    r"/v2/watchlists": _listed({"id": ID.format(1), "name": "mine"}),
    r"/v2/wallets/travel-rule/vasps": _fixed(
        {"vasps": [{"name": "Coinbase", "country": "US", "did": "did:x"}]}
    ),
    r"/v2/tokenization/requests(?::by_client_request_id)?": _listed(
        {"client_request_id": "mine", "status": "done"}
    ),
    r"/v1/locates": _fixed({"locates": [_LOCATE], "next_page_token": None}),
    r"/v1/locates/quotes": _fixed(
        {
            "quotes": [{"symbol": "AAPL", "available_qty": 0, "price": "0.01", "quoted_at": TIME}],
            "errors": [{"symbol": "TSLA", "code": "quote_unavailable"}],
        }
    ),
    r"/v1/accounts": _listed(_CUSTOMER),
    rf"/v1/accounts/{_UUID}/(?:ach_relationships|recipient_banks)": _listed(_BANK),
    rf"/v1/accounts/{_UUID}/transfers": _listed(_TRANSFER),
    rf"/v1/trading/accounts/{_UUID}/account": _fixed(_ACCOUNT),
    r"/v1/journals": _listed(_JOURNAL),
    rf"/v1/journals/{_UUID}": _fixed(_JOURNAL),
    rf"/v1/rebalancing/runs/{_UUID}": _fixed(_RUN),
    r"/v1/rebalancing/subscriptions": _fixed({"subscriptions": [_SUBSCRIPTION], "next_page_token": None}),
    r"/v1/oauth/clients/[a-z-]+": _fixed({"client_id": "x", "redirect_uri": [], "scope": []}),
    r"/v2/stocks/bars|/v1beta3/crypto/us/bars|/v1beta1/options/bars": _fixed(
        {"bars": {}, "next_page_token": None}
    ),
    r"/v2/stocks/[A-Z]+/trades/latest": _fixed({"symbol": "AAPL", "trade": {}}),
    r"/v2/stocks/quotes/latest": lambda broker: (200, {"quotes": {broker.symbol: _QUOTE}}),
    r"/v1beta1/options/quotes/latest": _fixed({"quotes": {CONTRACT: _QUOTE}}),
    r"/v1beta1/options/snapshots": _fixed({"snapshots": {}, "next_page_token": None}),
}
