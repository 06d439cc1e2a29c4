"""Findings as text, as JSON and as annotations of a workflow."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings import Finding, Format, Place, has_errors, render
from tests.generator.helpers import examples

ERROR = Finding(
    Place("catalog/acme/orders.yaml", 12, 3), "id-unique", "The id x is taken.", "Choose another."
)
WARNING = Finding(
    Place("catalog/acme/broker.yaml", 67), "source-used", "Nobody cites y.", "Cite it.", "warning"
)

findings = st.lists(
    st.builds(
        Finding,
        st.builds(Place, st.text(max_size=8), st.integers(1, 99), st.integers(1, 99)),
        st.sampled_from(["id-unique", "schema"]),
        st.text(max_size=20),
        st.text(max_size=20),
        st.sampled_from(["error", "warning"]),
    ),
    max_size=5,
)


def test_text_has_place_severity_and_policy_and_then_what_mends_it() -> None:
    assert render([ERROR], "text") == (
        "catalog/acme/orders.yaml:12:3: error id-unique: The id x is taken.\n    mend: Choose another."
    )


def test_json_has_one_object_a_finding() -> None:
    assert json.loads(render([WARNING], "json")) == [
        {
            "file": "catalog/acme/broker.yaml",
            "line": 67,
            "column": 1,
            "rule": "source-used",
            "message": "Nobody cites y.",
            "mend": "Cite it.",
            "severity": "warning",
        }
    ]


@pytest.mark.parametrize(
    ("finding", "line"),
    [
        (
            ERROR,
            (
                "::error file=catalog/acme/orders.yaml,line=12,col=3,title=id-unique::"
                "The id x is taken. Mend: Choose another."
            ),
        ),
        (
            WARNING,
            (
                "::warning file=catalog/acme/broker.yaml,line=67,col=1,title=source-used::"
                "Nobody cites y. Mend: Cite it."
            ),
        ),
        (
            Finding(Place("a,b:c%d\n.yaml", 1, 2), "x", "100%: one,\r\ntwo", "::error::"),
            "::error file=a%2Cb%3Ac%25d%0A.yaml,line=1,col=2,title=x::100%25: one,%0D%0Atwo Mend: ::error::",
        ),
    ],
    ids=["error", "warning", "escaped"],
)
def test_an_annotation_is_a_command_of_one_line(finding: Finding, line: str) -> None:
    assert render([finding], "github") == line


@pytest.mark.parametrize(("form", "text"), [("text", ""), ("github", ""), ("json", "[]")])
def test_nothing_found_is_nothing_printed_but_a_list_in_json(form: Format, text: str) -> None:
    assert render([], form) == text


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_a_finding_is_printed_once(form: Format) -> None:
    assert render([ERROR, ERROR], form) == render([ERROR], form)


@pytest.mark.parametrize("form", ["text", "github"])
def test_findings_are_printed_in_the_order_of_their_places(form: Format) -> None:
    assert render([ERROR, WARNING], form) == f"{render([WARNING], form)}\n{render([ERROR], form)}"


def test_lines_are_ordered_as_numbers() -> None:
    two = [Finding(Place("a.yaml", line), "schema", "x", "y") for line in (10, 9)]
    assert [row["line"] for row in json.loads(render(two, "json"))] == [9, 10]


@examples(200)
@given(findings)
def test_json_keeps_everything_that_was_found(found: list[Finding]) -> None:
    read: list[dict[str, Any]] = json.loads(render(found, "json"))
    made = [Finding(Place(row.pop("file"), row.pop("line"), row.pop("column")), **row) for row in read]
    assert made == sorted(set(found))


@examples(200)
@given(findings)
def test_annotations_are_as_many_lines_as_findings(found: list[Finding]) -> None:
    text = render(found, "github")
    assert text.count("\n") == max(0, len(set(found)) - 1)
    assert "\r" not in text


@pytest.mark.parametrize(
    ("found", "errors"),
    [([], False), ([WARNING], False), ([ERROR], True), ([WARNING, ERROR], True)],
    ids=["none", "warning", "error", "both"],
)
def test_only_errors_are_errors(found: list[Finding], errors: bool) -> None:
    assert has_errors(found) is errors
