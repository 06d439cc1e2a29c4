"""Calls every client in every situation, matches what comes out, and counts what is right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import broker_errors
from broker_errors import AlpacaError, BrokerError, TradovateError

from tests.clients.fake_broker import Answer, Fault, Request, Stream, http_broker, stream_broker
from tests.clients.idioms import IDIOMS, Held, Idiom, held_after, let_go
from tests.clients.situations import (
    BrokerId,
    Group,
    Situation,
    StreamGroup,
    StreamSituation,
    alpaca_situations,
    stream_situations,
    tradovate_situations,
)
from tests.clients.stream_idioms import STREAM_IDIOMS

SHORT, LONG = 0.1, 30.0
"""Seconds that a client waits: for a broker that stays silent, and for one that answers."""


class Verdict(StrEnum):
    """How good an answer is."""

    RIGHT = "right"
    LESS = "less than was there"
    WRONG = "wrong"


@dataclass(frozen=True)
class Cell:
    """What one client made of one situation.

    ``wanted`` is what can be told from what the client holds, and ``also`` is as right. ``reason`` says what
    is not right about an answer although its id is.
    """

    client: str
    broker: BrokerId
    situation: str
    group: str
    wanted: str | None
    also: tuple[str | None, ...]
    answered: str | None
    source: str
    reason: str | None = None

    @property
    def verdict(self) -> Verdict:
        """Right, less than what was there, or wrong: an error that it is not."""
        if self.reason is not None:
            return Verdict.LESS
        if self.answered in (self.wanted, *self.also):
            return Verdict.RIGHT
        if self.answered is None:
            return Verdict.LESS
        is_general = errors_by_id()[self.answered].fallback
        return Verdict.LESS if is_general and self.wanted is not None else Verdict.WRONG


@cache
def errors_by_id() -> dict[str, BrokerError]:
    """All errors of all brokers, by full id."""
    return {error.value: error for enum in (AlpacaError, TradovateError) for error in enum}


@cache
def rest_cells() -> tuple[Cell, ...]:
    """All HTTP clients in all situations of their brokers."""
    return (*_rest_cells("alpaca", alpaca_situations()), *_rest_cells("tradovate", tradovate_situations()))


def _rest_cells(broker: BrokerId, situations: list[Situation]) -> Iterator[Cell]:
    answer = Answer()

    def respond(_: Request) -> Answer:
        return answer

    with http_broker(respond) as url:
        for idiom in IDIOMS:
            for situation in situations if broker in idiom.brokers else []:
                answer = situation.answer
                patience = SHORT if answer.fault is Fault.SILENCE else LONG
                held = held_after(idiom, url, patience)
                yield _rest_cell(idiom, broker, situation, held)
                let_go(held)


def _rest_cell(idiom: Idiom, broker: BrokerId, situation: Situation, source: object) -> Cell:
    """A client that dropped the body can tell the status only; the truth is right in any hand."""
    found = broker_errors.match(source, broker=broker)
    wanted, also = situation.entry, tuple[str | None, ...]()
    if idiom.held is Held.STATUS or situation.group is Group.FAULT:
        wanted, also = situation.by_status, (situation.entry,)
    answered = None if found is None else found.error.value
    return Cell(idiom.name, broker, situation.name, situation.group, wanted, also, answered, repr(source))


@cache
def stream_cells() -> tuple[Cell, ...]:
    """All WebSocket clients in all situations of both brokers' streams."""
    stream = Stream()

    def script() -> Stream:
        return stream

    cells: list[Cell] = []
    with stream_broker(script) as url:
        for idiom in STREAM_IDIOMS:
            for situation in stream_situations():
                stream = situation.stream
                cells.append(_stream_cell(idiom.name, situation, list(idiom.listen(url))))
    return tuple(cells)


def _stream_cell(client: str, situation: StreamSituation, came: list[object]) -> Cell:
    """The first error among what came; a handshake that was refused also has its channel."""
    matches = [broker_errors.match(source, broker=situation.broker) for source in came]
    found = next((match for match in matches if match is not None), None)
    answered = None if found is None else found.error.value
    reason = None
    if found is not None and situation.channel not in (None, found.report.channel):
        reason = f"channel {found.report.channel}"
    return Cell(
        client,
        situation.broker,
        situation.name,
        situation.group,
        situation.entry,
        situation.also,
        answered,
        repr(came),
        reason,
    )


def summary(cells: tuple[Cell, ...]) -> dict[tuple[str, str], dict[str, tuple[int, int]]]:
    """How many cells are right and how many there are, by client and broker, then by group."""
    counts: dict[tuple[str, str], dict[str, tuple[int, int]]] = {}
    for cell in cells:
        groups = counts.setdefault((cell.client, cell.broker), {})
        right, of = groups.get(cell.group, (0, 0))
        groups[cell.group] = (right + (cell.verdict is Verdict.RIGHT), of + 1)
    return counts


PAGE = Path(__file__).resolve().parents[2] / "site" / "pages" / "guides" / "clients.md"

_INTRODUCTION = """\
---
title: "Real clients"
description: "What real HTTP and WebSocket clients leave in your hand when a broker says no."
---
# Real clients

<!-- Generated by `python -m tests.clients`. Do not edit. -->

Each client below was called against a broker on this machine that answers recorded refusals, gateways' pages,
empty bodies, statuses that nobody has listed, compressed bodies, silence, resets and bodies that end in the
middle. What came out was handed to `match(..., broker=...)` as it was. A cell counts the right answers: the
entry itself where the client still holds the body, what the status says where it does not, None for success.

A client that has not read the body cannot tell more than the status: `found.report.body == "unread"`. Read it
first where you can (`await response.read()`, `response.read()`), or hand over the response and not its error.
"""


def page() -> str:
    """The table as a page of the site, in Markdown."""
    rest = _markdown(summary(rest_cells()), [*Group])
    streams = _markdown(summary(stream_cells()), [*StreamGroup])
    return "\n".join([_INTRODUCTION, "## HTTP", "", *rest, "", "## WebSocket", "", *streams, ""])


def _markdown(
    counts: dict[tuple[str, str], dict[str, tuple[int, int]]], groups: Sequence[str]
) -> Iterator[str]:
    yield f"| Client | Broker | {' | '.join(groups)} |"
    yield "|---|---|" + "---|" * len(groups)
    for (client, broker), row in counts.items():
        cells = [f"{row[group][0]} of {row[group][1]}" if group in row else "" for group in groups]
        yield f"| {client} | {broker} | {' | '.join(cells)} |"
