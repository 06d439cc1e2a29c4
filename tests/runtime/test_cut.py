"""A text that ends within a message is that message's, unless it may end within another one."""

import pytest

from tests.runtime.real import real_matcher


def entry(text: str, broker: str = "alpaca") -> str | None:
    found = real_matcher().find(text, broker)
    return None if found is None else found.entry


def test_a_message_may_begin_with_a_slot() -> None:
    text = "ERROR bracket orders require take_profit.limi"
    assert entry(text) == "alpaca.advanced_order_leg_missing"


def test_a_longer_message_that_is_cut_off_counts_more_than_a_shorter_one_that_is_whole() -> None:
    text = "ERROR insufficient qty available (requested: 5, availa"
    assert entry(text) == "alpaca.exercise_qty_not_available"


@pytest.mark.parametrize(
    ("text", "broker"),
    [
        ('{"message":"unable to replace order, o', "alpaca"),
        ('{"code":40010001,"message": "subscription doe', "alpaca"),
        ('{"code":40010001,"message":"invalid timeframe', "alpaca"),
        ('{"errorText":"Too l', "tradovate"),
    ],
)
def test_what_may_be_two_messages_is_neither(text: str, broker: str) -> None:
    whole = (None, "alpaca.unprocessable_request", "tradovate.business_error_text")
    assert entry(text, broker) in whole


def test_a_field_tells_nothing_that_a_later_one_may_take_back() -> None:
    assert entry('{"p-ticket":"t","p-time":15,"p-ca', "tradovate") is None
    assert entry('{"p-ticket":"t","p-time":15}', "tradovate") == "tradovate.penalty_ticket"
