"""Stand-ins for what SDKs and HTTP clients hand over, true to how the real ones behave where it matters."""

import json
from collections.abc import ItemsView, Iterator, Mapping
from http.client import responses as reasons


class Headers:
    """Headers as requests and httpx have them: like a dict, but not a dict."""

    def __init__(self, headers: Mapping[str, str]) -> None:
        self._headers = dict(headers)

    def items(self) -> ItemsView[str, str]:
        return self._headers.items()

    def get(self, name: str) -> str | None:
        return next((value for key, value in self._headers.items() if key.lower() == name.lower()), None)


class RequestsResponse:
    """``requests.Response``. It is false where the status is an error.

    A streamed body that nobody has read is fetched on access, which ``fetched`` remembers.
    """

    def __init__(
        self,
        status_code: int,
        body: str = "",
        headers: Mapping[str, str] | None = None,
        url: str = "https://example.invalid/v2/orders",
        *,
        streamed: bool = False,
    ) -> None:
        self.status_code = status_code
        self.headers = Headers(headers or {})
        self.url = url
        self.fetched = False
        self._body = body.encode()
        self._content: bytes | bool = False if streamed else self._body

    def __bool__(self) -> bool:
        return self.status_code < 400

    @property
    def content(self) -> bytes:
        if self._content is False:
            self.fetched = True
        return self._body

    @property
    def text(self) -> str:
        return self.content.decode()


class RequestsHTTPError(OSError):
    """``requests.HTTPError``."""

    __module__ = "requests.exceptions"

    def __init__(self, response: RequestsResponse) -> None:
        super().__init__(
            f"{response.status_code} Client Error: {reasons[response.status_code]} for url: {response.url}"
        )
        self.response = response


class RequestsConnectionError(OSError):
    """``requests.ConnectionError`` and its kin: there is no response."""

    __module__ = "requests.exceptions"
    response = None


class ResponseNotRead(RuntimeError):
    """``httpx.ResponseNotRead``."""

    __module__ = "httpx"


class URL:
    """``httpx.URL``, which is no text."""

    def __init__(self, url: str) -> None:
        self._url = url

    def __str__(self) -> str:
        return self._url


class HttpxResponse:
    """``httpx.Response``. The body of a stream that has not been read raises on access."""

    def __init__(
        self,
        status_code: int,
        body: str = "",
        headers: Mapping[str, str] | None = None,
        url: str = "https://example.invalid/v2/orders",
        *,
        streamed: bool = False,
    ) -> None:
        self.status_code = status_code
        self.headers = Headers(headers or {})
        self.url = URL(url)
        self._body = body
        self._streamed = streamed

    @property
    def content(self) -> bytes:
        if self._streamed:
            raise ResponseNotRead(
                "Attempted to access streaming response content, without having called `read()`."
            )
        return self._body.encode()

    @property
    def text(self) -> str:
        return self.content.decode()


class HttpxStatusError(Exception):
    """``httpx.HTTPStatusError``."""

    __module__ = "httpx"

    def __init__(self, response: HttpxResponse) -> None:
        status = f"{response.status_code} {reasons[response.status_code]}"
        super().__init__(
            f"Client error '{status}' for url '{response.url}'\n"
            f"For more information check: https://example.invalid/Status/{response.status_code}"
        )
        self.response = response


class AlpacaPyAPIError(Exception):
    """``APIError`` of alpaca-py: its text is the raw body, and its properties parse that, whatever it is."""

    __module__ = "alpaca.common.exceptions"

    def __init__(self, error: str, http_error: RequestsHTTPError | None = None) -> None:
        super().__init__(error)
        self._error = error
        self._http_error = http_error

    @property
    def code(self) -> int:
        code: int = json.loads(self._error)["code"]
        return code

    @property
    def message(self) -> str:
        message: str = json.loads(self._error)["message"]
        return message

    @property
    def status_code(self) -> int | None:
        return None if self._http_error is None else self._http_error.response.status_code

    @property
    def response(self) -> RequestsResponse | None:
        return None if self._http_error is None else self._http_error.response


class AlpacaTradeAPIError(Exception):
    """``APIError`` of alpaca-trade-api: its text is the message alone; it keeps the body as a dict."""

    __module__ = "alpaca_trade_api.rest"

    def __init__(self, error: dict[str, object], http_error: RequestsHTTPError | None = None) -> None:
        super().__init__(error["message"])
        self._error = error
        self._http_error = http_error

    @property
    def status_code(self) -> int | None:
        return None if self._http_error is None else self._http_error.response.status_code

    @property
    def code(self) -> object:
        return self._error.get("code", self.status_code)

    @property
    def response(self) -> RequestsResponse | None:
        return None if self._http_error is None else self._http_error.response


class Close:
    """``websockets.frames.Close``."""

    def __init__(self, code: int, reason: str) -> None:
        self.code = code
        self.reason = reason


class ConnectionClosed(Exception):
    """``websockets.exceptions.ConnectionClosed``."""

    __module__ = "websockets.exceptions"

    def __init__(self, rcvd: Close | None) -> None:
        super().__init__(
            "no close frame received or sent" if rcvd is None else f"received {rcvd.code} {rcvd.reason}"
        )
        self.rcvd = rcvd


class HandshakeResponse:
    """``websockets.http11.Response``."""

    def __init__(self, status_code: int, headers: Mapping[str, str], body: bytes | None) -> None:
        self.status_code = status_code
        self.headers = Headers(headers)
        self.body = body


class InvalidStatus(Exception):
    """``websockets.exceptions.InvalidStatus``."""

    __module__ = "websockets.exceptions"

    def __init__(self, response: HandshakeResponse) -> None:
        super().__init__(f"server rejected WebSocket connection: HTTP {response.status_code}")
        self.response = response


class BatchItem:
    """An item of alpaca-py's answer to closing or cancelling several: a status and the item's body."""

    def __init__(self, status: int, body: dict[str, object] | None) -> None:
        self.status = status
        self.body = body


def alpaca_error(
    status_code: int,
    body: str,
    headers: Mapping[str, str] | None = None,
    url: str = "https://example.invalid/v2/orders",
) -> AlpacaPyAPIError:
    """What alpaca-py raises for an answer."""
    return AlpacaPyAPIError(body, RequestsHTTPError(RequestsResponse(status_code, body, headers, url)))


class EndlessList(list[object]):
    """A list that never comes to its end, or would not if it were let. It counts what is asked of it."""

    def __init__(self, first: object) -> None:
        super().__init__([first])
        self.asked = 0

    def __iter__(self) -> Iterator[object]:
        while self.asked < 1_000_000:
            self.asked += 1
            yield self[0]
