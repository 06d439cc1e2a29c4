"""Automata of slot types and of templates."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.messages.automaton import Automaton, State, automaton, can_meet, states_of
from generator.messages.slots import SLOT_TYPES
from generator.messages.template import parse_template
from tests.generator.helpers import examples

A, B = 1 << ord("a"), 1 << ord("b")


def accepts(states: Automaton, text: str) -> bool:
    """Whether a text takes an automaton to its end."""
    exactly = tuple(State(1 << ord(character)) for character in text)
    return can_meet(states, (*exactly, State(0)))


@pytest.mark.parametrize(
    ("pattern", "states"),
    [
        ("ab", (State(A), State(B))),
        ("[ab]", (State(A | B),)),
        ("[a-b]", (State(A | B),)),
        ("[^a]", (State(~A),)),
        ("[^\\n]", (State(~(1 << ord("\n"))),)),
        ("[a-]", (State(A | 1 << ord("-")),)),
        ("a?", (State(A, skips=1),)),
        ("a+", (State(A), State(A, repeats=True, skips=1))),
        ("a{2}", (State(A), State(A))),
        ("a{0,9}", (State(A, repeats=True, skips=1),)),
        ("a{1,9}", (State(A), State(A, repeats=True, skips=1))),
        ("a(?:ab)?", (State(A), State(A, skips=2), State(B))),
    ],
)
def test_a_pattern_is_a_row_of_states(pattern: str, states: Automaton) -> None:
    assert states_of(pattern) == states


@pytest.mark.parametrize("pattern", ["(?<=x)a", "(b)", "a|b", "a*", r"\d", "[", "a{1,}"])
def test_what_no_slot_type_needs_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="no slot type needs"):
        states_of(pattern)


@pytest.mark.parametrize("name", SLOT_TYPES)
@examples(150)
@given(data=st.data())
def test_an_automaton_accepts_whatever_its_template_matches(name: str, data: st.DataObject) -> None:
    value = data.draw(st.from_regex(re.compile(SLOT_TYPES[name].pattern, re.ASCII), fullmatch=True))
    assert accepts(automaton(parse_template(f'a "{{value:{name}}}')), f'a "{value}')


@pytest.mark.parametrize("name", SLOT_TYPES)
@examples(150)
@given(text=st.text(st.sampled_from('a1+-./:_ t0x"\n') | st.characters(), max_size=12))
def test_an_automaton_accepts_nothing_short_that_its_template_does_not_match(name: str, text: str) -> None:
    template = parse_template(f"a {{value:{name}}}")
    matches = re.fullmatch(template.pattern, f"a {text}", re.ASCII) is not None
    assert accepts(automaton(template), f"a {text}") == matches
