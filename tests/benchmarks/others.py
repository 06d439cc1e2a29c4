"""What others do with the same answers, and the messages on which all are measured."""

import json
import re
from contextlib import suppress
from functools import cache
from typing import Any, Final

import ccxt

from generator.messages.samples import filled
from generator.messages.template import MessageTemplate, parse_template
from generator.model.catalog import Broker
from tests.benchmarks.timing import Contestant
from tests.runtime.real import real_catalog

BROKER: Final = "alpaca"
CODE = 40310000
SMALL = '{"code":40310000,"message":"insufficient buying power"}'
TAIL = ", and nobody has heard what stands behind it"
UNKNOWN = tuple(
    f"the {word} of number {number} was never heard of" for number, word in enumerate(("thing", "case") * 10)
)


@cache
def exact() -> tuple[str, ...]:
    """The catalog's messages without slots, but for general wordings, which need more than their words."""
    return tuple(filled(one)[0] for one in _templates() if not one.slots)


@cache
def with_slots() -> tuple[str, ...]:
    """The catalog's messages with slots, each filled."""
    return tuple(filled(one)[0] for one in _templates() if one.slots)


def ccxt_look_up() -> Contestant:
    """ccxt's own look-up, which throws what it finds; it wants the text and what was parsed of it."""
    exchange: Any = ccxt.alpaca()

    def look_up(text: str) -> None:
        with suppress(ccxt.BaseError):
            exchange.handle_errors(403, "", "", "POST", {}, text, json.loads(text), None, None)

    return look_up


def alternation() -> Contestant:
    """One regular expression of all messages, a group each."""
    pattern = re.compile("|".join(f"({one})" for one in _patterns()))
    return lambda message: pattern.fullmatch(message.lower())


def loop() -> Contestant:
    """All messages as compiled patterns, one after the other."""
    matching = [re.compile(one).fullmatch for one in _patterns()]
    return lambda message: next(filter(None, (one(message) for one in matching)), None)


def _broker() -> Broker:
    return next(one for one in real_catalog().brokers if one.id == BROKER)


def _templates() -> list[MessageTemplate]:
    return [
        parse_template(one.message)
        for entry in _broker().entries
        for one in entry.signatures
        if one.message and not one.requires
    ]


def _patterns() -> list[str]:
    signatures = [one for entry in _broker().entries for one in entry.signatures]
    return [parse_template(one.message).pattern for one in signatures if one.message]
