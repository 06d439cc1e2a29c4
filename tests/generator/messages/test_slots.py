"""Slot types: what each matches, and that all engines agree on it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.messages.slots import SLOT_TYPES, SlotType
from generator.messages.template import TemplateError, parse_template
from generator.targets.python.runtime._fold import Folded, lowered
from generator.targets.python.runtime._slots import SLOTS
from tests.generator.helpers import examples, whole

COMMON = re.compile(
    r"""(?:
        \[\^?(?:[A-Za-z0-9](?:-[A-Za-z0-9])?|["._/:+\ ]|\\n|-(?=\]))+\]   # a class, written out
      | [A-Za-z0-9-]                                                   # a character
      | \(\?: | \)                                                     # a group that captures nothing
      | (?:\{[0-9]+(?:,[0-9]+)?\}|[?+])(?![?+*{])                     # a count, and not two of them
    )+""",
    re.VERBOSE,
)
"""What a pattern may be written with, so that Python, ECMAScript and RE2 read it alike."""

MATCHED = {
    "decimal": ["12", "0.44", "-3.5", "+1.0", "680930026.5"],
    "int": ["0", "-7", "+500"],
    "symbol": ["AAPL", "BRK.B", "BTC/USD", "TSLA231110C00021000", "ESM6", "9988.HK"],
    "uuid": ["00000000-0000-4000-8000-000000000001", "904837E3-3B76-47EC-B432-046DB621571B"],
    "word": ["filled", "PATCH", "take_profit", "_x", "good-till-date"],
    "field": ["take_profit.limit_price", "qty", "legs.0.symbol"],
    "hex": ["0x00000042", "0X2a"],
    "timestamp": [
        "2025-11-29",
        "2025-11-29T14:54:23",
        "2025-11-29 14:54:23.123456Z",
        "2025-11-29T14:54:23+01:00",
    ],
    "quoted": ["a", "Müller & Söhne", "it's 5% {off}"],
    "text": ["a", 'any "thing" at all', "x" * 500],
    "rest": ["a", "x" * 5000],
}
NOT_MATCHED = {
    "decimal": ["", ".5", "5.", "1,000", "1e5", "--1", "٣"],
    "int": ["", "1.5", "five", "+"],
    "symbol": ["", ".B", "BRK B", "/USD", "Ä", "A" * 41],
    "uuid": ["00000000-0000-4000-8000-00000000000", "0000000000004000800000000000000g"],
    "word": ["", "two words", "9th", "a.b", "é"],
    "field": ["", "9th", "a b", ".a"],
    "hex": ["42", "0x", "0x12345678123456781"],
    "timestamp": ["2025-1-1", "2025-11-29T", "29/11/2025", "2025-11-29x"],
    "quoted": ["", 'a"b', "x" * 257],
    "text": ["", "two\nlines", "x" * 501],
    "rest": ["", "two\nlines"],
}


def fold_of(text: str) -> str:
    return Folded(text).low


def values(pattern: str) -> st.SearchStrategy[str]:
    """Texts that match a slot's pattern, among them the longest ones."""
    return st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True)


slot_types = pytest.mark.parametrize("slot", SLOT_TYPES.values(), ids=SLOT_TYPES.keys())


@pytest.mark.parametrize(
    ("name", "text"),
    [(name, text) for name, texts in MATCHED.items() for text in texts],
    ids=lambda v: v[:30],
)
def test_a_value_is_one_of_the_type(name: str, text: str) -> None:
    assert re.fullmatch(SLOT_TYPES[name].pattern, fold_of(text), re.ASCII)


@pytest.mark.parametrize(
    ("name", "text"),
    [(name, text) for name, texts in NOT_MATCHED.items() for text in texts],
    ids=lambda value: repr(value[:30]),
)
def test_a_text_is_not_one_of_the_type(name: str, text: str) -> None:
    assert not re.fullmatch(SLOT_TYPES[name].pattern, lowered(text), re.ASCII)


def test_every_type_has_values_and_other_texts_here() -> None:
    assert MATCHED.keys() == NOT_MATCHED.keys() == SLOT_TYPES.keys()


@slot_types
def test_a_pattern_keeps_to_what_all_engines_read_alike(slot: SlotType) -> None:
    assert COMMON.fullmatch(slot.pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        r"\d",
        r"\w+",
        r"\bfoo",
        "a.b",
        "a$",
        "^a",
        "(a)",
        "(?=a)",
        "(?<!a)",
        r"(a)\1",
        "a*?",
        "[a-z]++",
        "a|b",
        "[\\d]",
    ],
)
def test_what_engines_read_differently_is_not_in_the_common_subset(pattern: str) -> None:
    assert not COMMON.fullmatch(pattern)


@slot_types
def test_a_pattern_has_no_group_of_its_own(slot: SlotType) -> None:
    assert re.compile(slot.pattern).groups == re.compile(SLOTS[slot.name].pattern).groups == 0


@slot_types
def test_the_longest_value_is_as_long_as_the_type_says(slot: SlotType) -> None:
    longest = {
        "decimal": "-" + "9" * 24 + "." + "9" * 24,
        "int": "-" + "9" * 24,
        "symbol": "a" * 40,
        "uuid": "00000000-0000-4000-8000-000000000001",
        "word": "a" * 64,
        "field": "a" * 128,
        "hex": "0x" + "f" * 16,
        "timestamp": "2025-11-29t" + "0" * 40,
        "quoted": "x" * 256,
        "text": "x" * 500,
        "rest": "x" * 500,
    }[slot.name]
    assert SLOTS[slot.name].longest == len(longest)
    assert re.fullmatch(SLOTS[slot.name].pattern, longest)
    assert re.fullmatch(slot.pattern, longest)


@pytest.mark.parametrize("name", SLOT_TYPES)
@examples(60)
@given(data=st.data())
def test_what_the_runtime_takes_for_a_value_is_one(name: str, data: st.DataObject) -> None:
    """So what is proved of the catalog's patterns holds for what matches."""
    value = data.draw(values(as_plain(SLOTS[name].pattern)))
    text = f'a "{{value:{name}}}"' if name != "rest" else "a {value:rest}"
    template = parse_template(text)
    message = text.replace(f"{{value:{name}}}", value)
    assert len(value) <= SLOTS[name].longest
    assert re.fullmatch(SLOT_TYPES[name].pattern, value, re.ASCII)
    assert re.fullmatch(template.pattern, message, re.ASCII)
    assert whole(text, message) == (value,)


@pytest.mark.parametrize("name", SLOT_TYPES)
@examples(100)
@given(data=st.data())
def test_a_slot_ends_where_the_literal_behind_it_begins(name: str, data: st.DataObject) -> None:
    """Where a template is accepted, the runtime, which gives nothing back, finds what the pattern finds."""
    literal = data.draw(st.text(st.sampled_from(" .,:-_/\"'()0azé+}]t") | st.characters(), max_size=4))
    escaped = literal.replace("{", "{{").replace("}", "}}")
    text = f"at {{value:{name}}}{escaped}"
    try:
        template = parse_template(text)
    except TemplateError:
        return
    message = f"at {data.draw(values(as_plain(SLOTS[name].pattern)))}{lowered(literal)}"
    plain = re.fullmatch(template.pattern, message, re.ASCII)
    assert plain is not None
    assert plain.groups() == whole(text, message)


def as_plain(pattern: str) -> str:
    """A pattern of the runtime without what says how a count is taken: it matches the same texts, or more."""
    return re.sub(r"(?<=[}?+])[+?]", "", pattern)
