"""Strict YAML: what is read, and where it stands. What is refused is in test_broken_catalogs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings import Finding, Place
from generator.load.yaml import Document, Refused, parse, read_document
from tests.generator.helpers import as_yaml, examples

TEXT = """\
# A comment.
title: Orders
entries:
- id: wash_trade
  signatures:
  - {status: 403, code: "40310000"}
  meaning: >-
    Folded
    text.
- id: slow_client
"""

plain_data = st.recursive(
    st.booleans()
    | st.integers(-(10**18) + 1, 10**18 - 1)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=4)
    ),
    max_leaves=12,
)


def outcome(read: Callable[[], Document]) -> tuple[str | None, tuple[Finding, ...]]:
    """The text of what was read, or else the findings for which it was refused."""
    try:
        return read().text, ()
    except Refused as refused:
        return None, refused.findings


def value_of(text: str) -> object:
    """What ``text`` is read as where a value stands."""
    data = parse(f"value: {text}\n", "a.yaml", "entries").data
    assert isinstance(data, dict)
    return data["value"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("wash trade", "wash trade"),
        ("40.310.000", "40.310.000"),
        ("0.1.0", "0.1.0"),
        ('"040"', "040"),
        ("'on'", "on"),
        ('"null"', "null"),
        ("y", "y"),
        ("POST /v2/orders", "POST /v2/orders"),
        ("Müller & Söhne \U0001f4a5", "Müller & Söhne \U0001f4a5"),
        ('"a\\tb\\x07\\u00e9"', "a\tb\x07é"),
        ("403", 403),
        ("0", 0),
        ("-5", -5),
        ("true", True),
        ("false", False),
        ("[a, 1, true]", ["a", 1, True]),
        ("{status: 403}", {"status": 403}),
        ("|-\n  one\n   two", "one\n two"),
        (">-\n  one\n  two", "one two"),
        ("{}", {}),
        ('""', ""),
    ],
)
def test_a_value_is_read_as_what_it_looks_like(text: str, value: object) -> None:
    found = value_of(text)
    assert (type(found), found) == (type(value), value)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("title",), 2, 1),
        (("entries",), 3, 1),
        (("entries", 0), 4, 3),
        (("entries", 0, "id"), 4, 3),
        (("entries", 0, "signatures", 0), 6, 5),
        (("entries", 0, "signatures", 0, "code"), 6, 19),
        (("entries", 0, "meaning"), 7, 3),
        (("entries", 1), 10, 3),
    ],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, tuple) else None,
)
def test_every_key_and_every_item_has_its_place(path: tuple[str | int, ...], line: int, column: int) -> None:
    assert parse(TEXT, "a.yaml", "entries").place(*path) == Place("a.yaml", line, column)


def test_what_is_not_there_has_the_place_of_what_it_would_stand_in() -> None:
    document = parse(TEXT, "a.yaml", "entries")
    assert document.place("entries", 1, "signatures", 0, "code") == document.place("entries", 1)


def test_an_empty_document_has_the_place_of_its_file() -> None:
    assert Document("a.yaml", "entries", "", {}, {}).place("id") == Place("a.yaml", 1, 1)


@examples(200)
@given(plain_data)
def test_whatever_json_can_say_is_read_unchanged(data: object) -> None:
    assert parse(as_yaml({"value": data}), "a.yaml", "entries").data == {"value": data}


@pytest.mark.parametrize("text", ["? ", "a:\rb:", "- \r- "])
def test_a_value_that_is_missing_behind_the_last_line_is_refused(text: str) -> None:
    read, findings = outcome(lambda: parse(text, "a.yaml", "entries"))
    assert (read, findings != ()) == (None, True)


@examples(300)
@given(st.text(st.sampled_from("ab1 :-#[]{}\n\t\"'|>&*!%@,?~0\x07\ud800é\u2028"), max_size=30))
def test_any_text_is_either_read_or_refused_with_a_place_in_it_or_at_its_end(text: str) -> None:
    text = text.replace("\ud800", "\\ud800")  # the character itself cannot stand in a file
    read, findings = outcome(lambda: parse(text, "a.yaml", "entries"))
    end = text.count("\n") + text.count("\u2028") + 2
    assert read == (text if findings == () else None)
    assert all(1 <= finding.place.line <= end for finding in findings)


@examples(100)
@given(st.binary(max_size=40))
def test_any_bytes_are_either_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(data)
    read, findings = outcome(lambda: read_document(path, "any.yaml", "entries"))
    assert (read is None) is (findings != ())
    assert read is None or read.encode("utf-8") == data
    assert {finding.place.file for finding in findings} <= {"any.yaml"}


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"a: b #".ljust(1_000_000, b"x"))
    assert read_document(path, "large.yaml", "entries").data == {"a": "b"}


def test_nesting_of_the_greatest_depth_is_read() -> None:
    assert parse("[" * 21 + "]" * 21, "a.yaml", "entries").place(*[0] * 20) == Place("a.yaml", 1, 21)


def test_the_message_of_a_refusal_has_all_findings() -> None:
    with pytest.raises(Refused, match=r"reads on as bool.*stands here twice"):
        parse("a: on\na: b\n", "a.yaml", "entries")
