"""What clients write around an answer of Alpaca's is read, and is nobody's where it names nobody."""

import broker_errors
import pytest

HANDSHAKES = (
    ("server rejected WebSocket connection: HTTP 403", "stream_handshake_refused", 403),
    ("server rejected WebSocket connection: HTTP 429", "stream_handshake_http_429", 429),
    ("Handshake status 404 Not Found", "stream_wrong_address", 404),
    (
        "The server returned status code '502' when status code '101' was expected.",
        "stream_handshake_failed",
        502,
    ),
    (
        "failed to WebSocket dial: expected handshake response status code 101 but got 429",
        "stream_handshake_http_429",
        429,
    ),
    ("Unexpected server response: 503", "stream_handshake_failed", 503),
)


@pytest.mark.parametrize(("text", "id_", "status"), HANDSHAKES)
def test_a_refused_handshake_is_known_in_the_words_of_each_library(text: str, id_: str, status: int) -> None:
    found = broker_errors.match(text, broker="alpaca")
    assert found is not None
    assert (found.error.value, found.report.status) == (f"alpaca.{id_}", status)
    assert found.report.channel == "stream_handshake"


@pytest.mark.parametrize("text", [text for text, *_ in HANDSHAKES])
def test_the_words_of_a_library_are_nobodys(text: str) -> None:
    assert broker_errors.match(text) is None


def test_a_printed_response_is_read_with_status_code_and_message() -> None:
    found = broker_errors.match(
        'Status Code: 422, Status Message: "Unprocessable Entity", API Response Code: 42210000, '
        'API Response Message: "a text that no entry has"'
    )
    assert found is not None
    report = found.report
    assert found.error.value == "alpaca.unprocessable_request"
    assert (report.status, report.code, report.message) == (422, "42210000", "a text that no entry has")


@pytest.mark.parametrize(
    ("text", "id_", "message"),
    [
        (
            "HTTP 422 POST /v2/orders code=40010001 message=notional must be >= 1.00",
            "notional_minimum",
            "notional must be >= 1.00",
        ),
        (
            "HTTP 504 POST /v2/orders code=None message=upstream timed out",
            "gateway_timeout",
            "upstream timed out",
        ),
    ],
)
def test_a_logged_request_is_read_with_status_and_message(text: str, id_: str, message: str) -> None:
    found = broker_errors.match(text, broker="alpaca")
    assert found is not None
    assert (found.error.value, found.report.message) == (f"alpaca.{id_}", message)


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("client_order_id must be unique (HTTP 422, Code 40010001)", "client_order_id_duplicate"),
        (
            'ErrorMessage { code: 40310000, message: "insufficient buying power" }',
            "insufficient_buying_power",
        ),
        (
            '{:error, %{code: 40_010_001, message: "client_order_id must be unique"}}',
            "client_order_id_duplicate",
        ),
    ],
)
def test_a_client_prints_the_code_beside_the_message(text: str, id_: str) -> None:
    found = broker_errors.match(text)
    assert found is not None
    assert found.error.value == f"alpaca.{id_}"
