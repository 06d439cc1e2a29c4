"""The proof that two templates cannot match one text."""

import re
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from interegular.comparator import Comparator

from generator.messages.disjoint import overlapping
from generator.messages.slots import SLOT_TYPES
from generator.messages.template import MessageTemplate, TemplateError, parse_template
from tests.generator.helpers import examples

ALPHABET = 'a1 ."'
SMALL_TEXTS = [
    "".join(characters) for length in range(1, 7) for characters in product(ALPHABET, repeat=length)
]
"""Every text of up to six of these characters: among them values of most types."""


def pairs_of(*templates: str) -> list[tuple[int, int]]:
    """The pairs that are not proved to be disjoint, the smaller position first."""
    found = overlapping([parse_template(template) for template in templates])
    return sorted((min(pair), max(pair)) for pair in found)


def texts_of(template: MessageTemplate) -> set[str]:
    """The small texts that a template matches."""
    pattern = re.compile(template.pattern, re.ASCII)
    return {text for text in SMALL_TEXTS if pattern.fullmatch(text)}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("sold out", "sold in"),
        ("qty {a:int} is too low", "qty {a:int} is too high"),
        ("asset {a:symbol} not found", "order {a:uuid} not found"),
        ("qty {a:int}", "qty {a:uuid}"),
        ("qty must be {a:int}", "qty must be {a:hex}"),
        ('asset "{a:quoted}" is halted', "asset '{a:symbol}' is halted"),
        ("at {a:word}", "at {a:int}"),
        ("at {a:int} x", "at {a:word} y"),
        ("{a:int} left", "{a:symbol} is left"),
        ("sold out", "qty {a:int}"),
        ("limit {a:decimal} of {b:decimal}", "limit {a:decimal} of {b:word}"),
    ],
)
def test_no_text_matches_both(left: str, right: str) -> None:
    assert pairs_of(left, right) == []


@pytest.mark.parametrize(
    ("left", "right", "text"),
    [
        ("sold out", "Sold Out", "sold out"),
        ("sold out", "sold {a:word}", "sold out"),
        ("qty {a:int} left", "qty {b:decimal} left", "qty 5 left"),
        ("asset {a:symbol} halted", "asset {b:word} halted", "asset aapl halted"),
        ("{a:text} is it", "what is it", "what is it"),
        ("a {b:rest}", "a {b:word} c", "a b c"),
        ("order {a:uuid} x", "order {a:symbol} x", "order 00000000-0000-4000-8000-000000000001 x"),
        ("on {a:timestamp}", "on {a:symbol}", "on 2025-11-29"),
        ("sell {a:text}", "{a:text} short", "sell it short"),
        ("a {b:text} c", "a {b:text} b c", "a b b c"),
        ("x {a:quoted}", "x {a:text}", "x y"),
        ("short", "shor{a:word}", "short"),
    ],
)
def test_a_text_matches_both(left: str, right: str, text: str) -> None:
    templates = [parse_template(left), parse_template(right)]
    assert all(re.fullmatch(template.pattern, text) for template in templates)
    assert pairs_of(left, right) == [(0, 1)]


def test_every_pair_of_many_templates_is_looked_at() -> None:
    assert pairs_of(
        "the order {a:word} was sold",
        "the order {a:symbol} was sold",
        "the order was {a:rest}",
        "the order {a:text} sold",
        "the{a:text}",
        "{a:text} sold",
        "nothing of these",
    ) == list(combinations(range(6), 2))


def test_the_order_of_the_templates_does_not_matter() -> None:
    templates = ["a {b:rest}", "a long beginning {c:word}", "a long beginning of {d:int}"]
    assert pairs_of(*templates) == [(0, 1), (0, 2)]
    assert pairs_of(*reversed(templates)) == [(0, 2), (1, 2)]


LITERALS = ("a", "1", " ", ".", '"', "-", "0x", "a1", "…", "{{")


@st.composite
def templates(draw: st.DrawFn) -> MessageTemplate | None:
    """A template of a few pieces, or None where they make none."""
    slot = st.sampled_from([*SLOT_TYPES])
    pieces = draw(st.lists(st.sampled_from(LITERALS) | slot.map("{{n:{}}}".format), min_size=1, max_size=5))
    named = (piece.replace("{n:", f"{{n{number}:") for number, piece in enumerate(pieces))
    try:
        return parse_template("".join(named))
    except TemplateError:
        return None


@examples(120)
@given(templates(), templates())
def test_templates_that_share_a_small_text_are_never_called_disjoint(
    left: MessageTemplate | None, right: MessageTemplate | None
) -> None:
    if left is not None and right is not None and texts_of(left) & texts_of(right):
        assert list(overlapping([left, right])) == [(0, 1)]


@examples(400)
@given(templates(), templates())
def test_what_is_proved_is_what_a_library_for_automata_finds(
    left: MessageTemplate | None, right: MessageTemplate | None
) -> None:
    if left is not None and right is not None:
        assert bool(list(overlapping([left, right]))) == share_a_text(left, right)


def share_a_text(*two: MessageTemplate) -> bool:
    """Whether two templates match one text, where no count is bounded."""
    comparator = Comparator.from_regexes(dict(enumerate(unbounded(one.pattern) for one in two)))
    assert all(comparator.get_fsm(number) is not None for number in range(2))
    return not comparator.isdisjoint(0, 1)


def unbounded(pattern: str) -> str:
    """The pattern without upper bounds: with them, automata are too large."""
    return re.sub(r"\{([01]),[0-9]+\}", lambda count: "*" if count[1] == "0" else "+", pattern)
