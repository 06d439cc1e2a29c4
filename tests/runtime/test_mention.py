"""A short message in a sentence is its broker's where the words beside it make no other phrase of it."""

import pytest

from tests.runtime.real import real_matcher


def entry(text: str) -> str | None:
    found = real_matcher().find(text, "alpaca")
    return None if found is None else found.entry


@pytest.mark.parametrize(
    "text",
    [
        "The order failed because insufficient buying power",
        "It says insufficient buying power, so nothing was sent",
        "my order was rejected with insufficient buying power again today",
        "got insufficient buying power when submitting the order",
    ],
)
def test_a_sentence_mentions_a_message(text: str) -> None:
    assert entry(text) == "alpaca.insufficient_buying_power"


@pytest.mark.parametrize(
    "text",
    [
        "raise the insufficient buying power threshold",
        "the margin insufficient buying power check ran",
        "retry if insufficient buying power",
        "transfer is not cancelable or was not found",
        "There was insufficient balance for everybody in it",
    ],
)
def test_a_part_of_another_phrase_is_no_message(text: str) -> None:
    assert entry(text) is None


def test_a_message_by_itself_counts_more_than_one_that_is_mentioned() -> None:
    text = "It failed because insufficient buying power when sent:\nERROR order is not open"
    assert entry(text) == "alpaca.replace_order_not_open"


def test_nobody_is_told_by_what_a_sentence_mentions() -> None:
    assert real_matcher().find("The order failed because insufficient buying power") is None
