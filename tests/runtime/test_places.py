"""A report tells where in a text its error stands, and whose it has to be known to be."""

import pytest

from tests.runtime.real import real_matcher


def stands(text: str, broker: str | None = "alpaca") -> list[str | None]:
    """The parts of a text in which its errors stand."""
    places = [found.report.place for found in real_matcher().find_all(text, broker)]
    return [None if place is None else text[slice(*place)] for place in places]


def test_a_message_within_a_sentence_is_the_place() -> None:
    assert stands("order failed: insufficient buying power (attempt 1/3)") == ["insufficient buying power"]


def test_a_message_that_was_wrapped_stands_in_the_text_as_it_came() -> None:
    text = "order &quot;1&quot; failed:\n\n   insufficient\n   buying  power\n"
    assert stands(text) == ["insufficient\n   buying  power"]


def test_escapes_before_a_message_do_not_shift_it() -> None:
    assert stands('\\"\\n\\u0041\\" insufficient buying power') == ["insufficient buying power"]


def test_each_of_several_bodies_in_a_text_has_its_own_place() -> None:
    first = '"code":40310000,"message":"insufficient buying power'
    second = '"code":40410000,"message":"position does not exist'
    assert stands(f'1 failed: {{{first}"}}, 2 failed: {{{second}"}}') == [first, second]


def test_a_text_that_is_a_body_is_the_place() -> None:
    body = '{"code":40310000,"message":"insufficient buying power"}'
    assert stands(body) == [body]
    assert stands(f"  {body}\n") == [body]


def test_a_stated_status_stands_in_the_whole_text() -> None:
    assert stands("HTTP 503 from the proxy") == ["HTTP 503 from the proxy"]


def test_a_parsed_body_has_no_place() -> None:
    found = real_matcher().find({"code": 40310000, "message": "insufficient buying power"}, "alpaca")
    assert found is not None
    assert found.report.place is None


@pytest.mark.parametrize(
    "text",
    [
        "Your account is set to liquidation only.",
        '{"failureText":"Your account is set to liquidation only."}',
        "order failed: Account is set to liquidation only",
    ],
)
def test_what_others_say_too_is_an_error_only_of_the_broker_that_is_known(text: str) -> None:
    matcher = real_matcher()
    assert matcher.find(text) is None
    found = matcher.find(text, "tradovate")
    assert found is not None
    assert found.entry == "tradovate.liquidation_only"


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("WebSocket handshake failed with HTTP 403", "stream_handshake"),
        ("alpaca.data.live: server rejected WebSocket connection: HTTP 429", "stream_handshake"),
        ("GET /v2/orders failed with HTTP 403", "rest"),
    ],
)
def test_a_refused_handshake_is_told_by_its_marks(text: str, channel: str) -> None:
    found = real_matcher().find(text, "alpaca")
    assert found is not None
    assert found.report.channel == channel
