"""A template tells where in a text its message stands."""

from generator.targets.python.runtime._fold import Folded
from generator.targets.python.runtime._rows import TemplateRow
from generator.targets.python.runtime._template import Unprepared

REQUIRED = Unprepared(
    TemplateRow(
        "{field:field} is required",
        (),
        ("", "field:field", " is required"),
        "is required",
        "",
        "no_sentence",
        False,
        (),
    ),
    (),
    (),
)


def said(text: str) -> list[str]:
    """The parts of a text in which the message stands."""
    return [text[start:end] for start, end, _ in REQUIRED.places(Folded(text))]


def test_a_message_is_found_wherever_it_stands() -> None:
    assert said("qty is required; side is required.") == ["qty is required", "side is required"]


def test_a_phrase_that_goes_on_does_not_hide_the_message_behind_it() -> None:
    assert said("flatness is required by us; limit_price is required") == ["limit_price is required"]
