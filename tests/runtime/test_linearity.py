"""Whatever the source, twice as much of it takes at most about twice as many steps.

Steps are the lines of Python that run. What an expression does within one call is not counted: expressions
are kept linear by how they are written, with bounded and possessive repetitions.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from tests.runtime.real import real_matcher

SIZE = 3_000
"""Characters of the smaller text, which is doubled twice."""
GROWTH = 2.3
SOME = 4_000
"""Steps that do not depend on the size: what is looked up once, caches that are filled."""
DEEP = 100_000

MESSAGES = [template.row.key for template in real_matcher()._lookup.templates if "{" not in template.row.key]
ANCHORS = [word.decode() for word in real_matcher()._lookup.anchors]

PIECES = {
    "combining characters": "e\u0301",
    "opening brackets": "[",
    "brackets": "[]",
    "quotes": '"',
    "apostrophes": "'",
    "opening braces": "{",
    "nested objects": '{"a":',
    "backslashes": "\\",
    "escaped line ends": "\\n",
    "HTML escapes": "&amp;amp;",
    "no blank": "x",
    "blanks": " ",
    "lines": " \n",
    "comment marks": "\n# ",
    "misread punctuation": "\u00e2\u20ac\u2122",
    "doubled quotes": 'x""',
    "opening tags": "<b ",
    "escaped strings": '\\"',
    "messages": "insufficient buying power, ",
    "beginnings of a message": "insufficient buying ",
    "beginnings of a template": 'asset "',
    "templates that overlap": "is required ",
    "a template with an open end": "trading stream websocket error, restarting connection: ",
    "message fields": 'message="x" ',
    "open message fields": 'message="',
    "open message objects": '{"message":"x ',
    "code fields": "code=40310000 ",
    "codes": "40310000 ",
    "statuses": "HTTP 503 ",
    "bare numbers": "503 ",
    "addresses": "https://",
    "dots": ".",
    "frames": '[{"T":"error","code":402,"msg":"auth failed"},',
    "anchors of all templates": " ".join(ANCHORS) + " ",
}


def of_length(piece: str, length: int) -> str:
    """A piece again and again; whole, so that what stands behind it is the same whatever the length."""
    return piece * (length // len(piece) + 1)


def within(text: str) -> str:
    """The same where everything is looked for: a code, a status, fields and messages stand around it."""
    return f'HTTP 403 code=40310000 {{"message": "{text} insufficient buying power, {text[:500]}'


def steps_for(source: object, broker: str | None) -> int:
    """How many lines of Python run for an answer."""
    steps = 0

    def count(_frame: FrameType, event: str, _argument: Any) -> Callable[..., Any]:
        nonlocal steps
        steps += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        real_matcher().find(source, broker)
    finally:
        sys.settrace(before)
    return steps


def check_growth(made: Callable[[int], object], broker: str | None) -> None:
    steps_for(made(SIZE // 2), broker)  # what is remembered from the first time on is not of the source
    small, middle, large = (steps_for(made(size), broker) for size in (SIZE, 2 * SIZE, 4 * SIZE))
    assert middle <= GROWTH * small + SOME
    assert large <= GROWTH * middle + SOME


@pytest.mark.parametrize("broker", ["alpaca", None])
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_a_text_of_one_piece_is_read_in_linear_time(piece: str, broker: str | None) -> None:
    check_growth(lambda size: of_length(piece, size), broker)


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_a_piece_within_an_error_is_read_in_linear_time(piece: str) -> None:
    check_growth(lambda size: within(of_length(piece, size)), "alpaca")


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_a_message_field_is_read_in_linear_time(piece: str) -> None:
    check_growth(lambda size: {"code": 40310000, "message": within(of_length(piece, size))}, "alpaca")


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_a_list_of_texts_is_read_in_linear_time(piece: str) -> None:
    check_growth(lambda size: [of_length(piece, 30)] * (size // 30), "alpaca")


@pytest.mark.parametrize(
    "made",
    [
        lambda size: {f"key{number}": "insufficient buying power" for number in range(size // 10)},
        lambda size: [{"code": 40310000, "message": f"refusal {number}"} for number in range(size // 10)],
        lambda size: [[number] for number in range(size)],
        lambda size: MESSAGES * (size // 1_000),
        lambda size: '{"error":' * size + "1" + "}" * size,
        lambda size: "[" * size + "]" * size,
    ],
    ids=[
        "an object of many keys",
        "a list of bodies",
        "a list of lists",
        "all messages again and again",
        "objects in JSON",
        "lists in JSON",
    ],
)
def test_a_structure_is_read_in_linear_time(made: Callable[[int], object]) -> None:
    check_growth(made, "alpaca")


def nested(make: Callable[[object], object], value: object) -> object:
    for _ in range(DEEP):
        value = make(value)
    return value


class Hostile:
    """Raises whatever it is asked."""

    def __getattr__(self, name: str) -> object:
        raise RuntimeError(name)

    def __str__(self) -> str:
        raise RuntimeError("no text")

    __repr__ = __str__


class Endless:
    """Has every attribute, and each is another one of its kind."""

    def __getattr__(self, name: str) -> "Endless":
        return Endless()


class HostileError(Exception):
    """An exception without a text, which was raised from itself."""

    def __init__(self) -> None:
        self.__cause__ = self
        self.response = Endless()

    def __str__(self) -> str:
        raise RuntimeError("no text")


def self_referring() -> object:
    body: dict[str, object] = {"code": 40310000, "message": "unheard of"}
    body["self"] = [body, body]
    return [body, body]


ENDLESS = {
    "a list in a list in a list": lambda: nested(lambda value: [value], "insufficient buying power"),
    "an object in an object": lambda: nested(lambda value: {"error": value}, "insufficient buying power"),
    "a body in a body": lambda: nested(lambda value: {"message": "x", "error": value}, "x"),
    "itself": self_referring,
    "an object that raises": Hostile,
    "an object that has everything": Endless,
    "an exception that raises": HostileError,
    "a list of objects that raise": lambda: [Hostile(), Endless(), HostileError()] * 100,
}


@pytest.mark.parametrize("made", ENDLESS.values(), ids=ENDLESS)
@pytest.mark.parametrize("broker", ["alpaca", None])
def test_what_has_no_end_is_left(made: Callable[[], object], broker: str | None) -> None:
    assert steps_for(made(), broker) < 100_000
