"""Message templates: how they are parsed, which are refused, and what they match."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.messages.slots import SLOT_TYPES
from generator.messages.template import (
    MessageTemplate,
    Slot,
    TemplateError,
    escape_literal,
    parse_template,
)
from generator.model.catalog import Catalog
from generator.targets.python.runtime._fold import Folded, lowered
from tests.generator.helpers import examples, whole


def params_of(template: str, message: str) -> dict[str, str] | None:
    """What the slots of a template capture from a message; None where it does not match."""
    slots = parse_template(template).slots
    values = whole(template, normal(message))
    return None if values is None else {slot.name: value for slot, value in zip(slots, values, strict=True)}


def normal(text: str) -> str:
    """A message as it is compared: one full stop at its end does not count."""
    return Folded(text).low.removesuffix(".")


def parsed(text: str) -> tuple[MessageTemplate | None, str]:
    """A template, or what mends it."""
    try:
        return parse_template(text), ""
    except TemplateError as error:
        return None, error.mend


def slot(name: str, type_: str) -> Slot:
    return Slot(name, SLOT_TYPES[type_])


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("insufficient buying power", ("insufficient buying power",)),
        (
            'asset "{symbol:symbol}" is not fractionable',
            ('asset "', slot("symbol", "symbol"), '" is not fractionable'),
        ),
        ("{qty:decimal} of {held:int}", (slot("qty", "decimal"), " of ", slot("held", "int"))),
        ("Cost Basis", ("cost basis",)),
        ("{{not a slot}} {{", ("{not a slot} {",)),
        ("{{{symbol:symbol}}}", ("{", slot("symbol", "symbol"), "}")),
        ("ÄÖ É", ("ÄÖ É",)),
    ],
    ids=[
        "no-slot",
        "one-slot",
        "slots-at-both-ends",
        "folded",
        "braces",
        "braces-around-a-slot",
        "not-ascii",
    ],
)
def test_a_template_is_parsed_into_folded_literals_and_slots(
    text: str, pieces: tuple[str | Slot, ...]
) -> None:
    assert parse_template(text).pieces == pieces


@pytest.mark.parametrize(
    ("text", "message", "mend"),
    [
        ("a { b", "A single { stands at position 3.", "Write {{."),
        ("a } b", "A single } stands at position 3.", "Write }}."),
        ("a {b", "A single { stands at position 3.", "Write {{."),
        ("a {{b}", "A single } stands at position 6.", "Write }}."),
        ("a {} b", "{} is not a slot.", "Write {name:type}, the name in snake_case."),
        ("a {b} c", "{b} is not a slot.", "Write {name:type}, the name in snake_case."),
        ("a {B:word} c", "{B:word} is not a slot.", "Write {name:type}, the name in snake_case."),
        ("a {b-c:word} d", "{b-c:word} is not a slot.", "Write {name:type}, the name in snake_case."),
        ("a {b: word} c", "{b: word} is not a slot.", "Write {name:type}, the name in snake_case."),
        (f"a {{{'b' * 41}:word}} c", f"{{{'b' * 41}:word}} is not a slot.", "Write {name:type}"),
        ("a {b:regex} c", "There is no slot type regex.", "Use one of decimal, int, symbol, uuid, word"),
        ("a {b:word} {b:int}", "The slot b stands here twice.", "Give each slot its own name."),
        ("a {b:word}{c:int}", "The slots b and c touch each other.", "Put literal text between them."),
        ("{a:word}", "The template has no literal text.", "Write the words"),
        ("", "The template is empty.", "Write the message."),
        ("a  b", "would never match", "Write a b"),
        (" a", "would never match", "Write a"),
        ("a b.", "would never match", "Write a b"),
        ("a {b:int}.", "would never match", "Write a {b:int}"),
        ("\u201ca\u201d b", "would never match", 'Write "a" b'),
        ("a\u00a0b", "would never match", "Write a b"),
        ("a &amp; b", "would never match", "Write a & b"),
        ("a {b:text} c {d:text} e", "There are 2 slots of type text.", "Use at most one"),
        ("a {b:rest} c", "where the slot b ends before ' c'", "rest stands only at the end"),
        ("a {b:int}5", "where the slot b ends before '5'", "narrower type"),
        ("a {b:decimal}.{c:int} d", "where the slot b ends before '.'", "narrower type"),
        ("a {b:decimal}.5 d", "where the slot b ends before '.5 d'", "narrower type"),
        ("a {b:symbol}. d", "where the slot b ends before '. d'", "narrower type"),
        ("a {b:symbol}/usd", "where the slot b ends before '/usd'", "narrower type"),
        ("a {b:word}-x", "where the slot b ends before '-x'", "narrower type"),
        ("a {b:field}.x", "where the slot b ends before '.x'", "narrower type"),
        ("a {b:hex}cafe", "where the slot b ends before 'cafe'", "narrower type"),
        ("a {b:timestamp} 24 hours", "where the slot b ends before ' 24 hours'", "narrower type"),
        ("a {b:quoted} c", "where the slot b ends before ' c'", "narrower type"),
        ("a {b:quoted}é", "where the slot b ends before 'é'", "narrower type"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused_with_what_mends_it(
    text: str, message: str, mend: str
) -> None:
    with pytest.raises(TemplateError) as refused:
        parse_template(text)
    assert message in str(refused.value)
    assert mend in refused.value.mend


@pytest.mark.parametrize(
    "text",
    [
        "a {b:decimal}. d",
        "a {b:decimal}%",
        "a {b:int}.5",
        "a {b:timestamp} to {c:timestamp}",
        "a {b:timestamp} d",
        'a "{b:quoted}"',
        "a ({b:text}) d",
        "a {b:text} {c:int} d {e:rest}",
        "{b:uuid}0",
    ],
)
def test_a_template_whose_slots_end_where_they_must_is_accepted(text: str) -> None:
    assert parse_template(text).text == text


@pytest.mark.parametrize(
    ("template", "message", "params"),
    [
        (
            "insufficient qty available for order (requested: {asked:decimal}, available: {held:decimal})",
            "insufficient qty available for order (requested: 15, available: 0.44)",
            {"asked": "15", "held": "0.44"},
        ),
        (
            'asset "{symbol:quoted}" is not fractionable',
            "Asset \u201cBRK.B\u201d  is not\u00a0fractionable.",
            {"symbol": "brk.b"},
        ),
        ("{{ {a:int} }}", "{ 5 }", {"a": "5"}),
        ("up 5.5% [x] (a|b)* ^$ \\d a+?", "Up 5.5% [x] (a|b)* ^$ \\d A+?", {}),
        ("a {b:text} c {d:int}", "a x c 1 c 2", {"b": "x c 1", "d": "2"}),
        ("qty {a:decimal}. try", "qty 5.25. try", {"a": "5.25"}),
        ("sold out", "sold out now", None),
        ("sold out", "it is sold out", None),
        ("a {b:rest}", "a ", None),
        ("is {state:word}", "is Zu\u00fcrich", None),
    ],
    ids=[
        "figures",
        "normalized",
        "braces",
        "syntax",
        "text",
        "full-stop",
        "behind",
        "before",
        "empty",
        "letters",
    ],
)
def test_a_template_matches_the_whole_message_and_captures_its_slots(
    template: str, message: str, params: dict[str, str] | None
) -> None:
    assert params_of(template, message) == params


@examples(300)
@given(st.text(st.sampled_from("\\^$.*+?()[]{}|/-#&~ a1é\"'") | st.characters(exclude_categories=["Cs"])))
def test_an_escaped_literal_matches_itself_and_nothing_else(text: str) -> None:
    pattern = escape_literal(text)
    assert re.fullmatch(pattern, text)
    assert not re.fullmatch(pattern, text + "x")
    assert set(re.findall(r"\\(.)", pattern)) <= set(r"\^$.*+?()[]{}|/")


@examples(300)
@given(st.text(st.sampled_from("{}:abint wordsymbol. \"'") | st.characters(), max_size=30))
def test_any_text_is_a_template_or_refused_with_what_mends_it(text: str) -> None:
    template, mend = parsed(text)
    assert (template is None) is (mend != "")


@examples(300)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_a_template_without_slots_matches_the_message_that_it_spells(text: str) -> None:
    message = Folded(text).plain.removesuffix(".")
    assume(message and normal(message) == lowered(message))
    template = parse_template(message.replace("{", "{{").replace("}", "}}"))
    assert template.slots == ()
    assert template.prefix == template.suffix == lowered(message)
    assert re.fullmatch(template.pattern, lowered(message), re.ASCII)


class TestWhatThePlanReadsOfATemplate:
    """Prefix, suffix and lengths, by which templates are found."""

    TEMPLATE = parse_template("qty {a:int} of {b:uuid} left")

    def test_the_prefix_is_the_literal_before_the_first_slot(self) -> None:
        assert self.TEMPLATE.prefix == "qty "

    def test_the_suffix_is_the_literal_behind_the_last_slot(self) -> None:
        assert self.TEMPLATE.suffix == " left"

    def test_slots_at_the_ends_leave_neither(self) -> None:
        template = parse_template("{a:int} of {b:int}")
        assert (template.prefix, template.suffix) == ("", "")

    def test_the_literal_length_counts_what_is_no_slot(self) -> None:
        assert self.TEMPLATE.literal_length == len("qty " + " of " + " left")


def test_no_template_of_the_real_catalog_is_lost_in_a_long_hostile_text(real_catalog: Catalog) -> None:
    """A linear pattern refuses it at once; one that tries every way to divide the text would never answer."""
    templates = [
        parse_template(signature.message)
        for entry in real_catalog.entries
        for signature in entry.signatures
        if signature.message is not None
    ]
    for template in templates:
        literal = max((piece for piece in template.pieces if isinstance(piece, str)), key=len)
        for filling in ("1" * 5000, "1." * 2500, "a-" * 2500, literal * 50, "2025-11-29t" * 400):
            text = template.prefix + filling + "\n"
            assert whole(template.text, text) is None
