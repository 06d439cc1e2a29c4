"""A diff as text, JSON, Markdown and annotations."""

import json
import re
from dataclasses import replace
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.history.changes import Example
from generator.history.diff import Diff
from generator.history.document import DocumentRefused, document_of, read_document
from generator.history.render import FORMATS, MARKER, MOST_ROWS, Format, render
from generator.shape import validator
from tests.generator.helpers import examples
from tests.generator.history.golden import golden
from tests.generator.history.samples import ADDED, LOST, sample


def nothing() -> Diff:
    return replace(sample(), changes=(), fragments=(), superfluous=())


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_a_diff_is_rendered_as_in_the_golden_file(form: Format) -> None:
    """Mend with ``python -m tests.generator.history.golden``, and read the difference."""
    assert render(document_of(sample()), form) + "\n" == golden(form).read_text("utf-8")


def test_the_json_is_of_the_published_shape() -> None:
    assert list(validator("diff").iter_errors(json.loads(render(document_of(sample()), "json")))) == []


def test_a_diff_of_nothing_says_so() -> None:
    assert render(document_of(nothing()), "text").startswith("Nothing changes for users.")


def test_a_comment_on_nothing_has_no_table() -> None:
    assert "|" not in render(document_of(nothing()), "markdown")


def test_a_comment_begins_with_the_mark_by_which_it_is_found_again() -> None:
    assert render(document_of(sample()), "markdown").startswith(MARKER)


def test_changes_that_say_the_same_share_a_row() -> None:
    rows = [
        line for line in render(document_of(sample()), "markdown").splitlines() if "wording of causes" in line
    ]
    assert len(rows) == 1
    assert "and 2 more" in rows[0]


def test_a_comment_has_no_more_rows_than_fit() -> None:
    many = tuple(replace(ADDED, says=f"new entry: {number}") for number in range(MOST_ROWS + 5))
    text = render(document_of(replace(sample(), changes=many)), "markdown")
    assert text.count("new entry") == MOST_ROWS
    assert "and 5 more rows" in text


def test_a_comment_stays_below_what_github_takes() -> None:
    example = Example("x" * 10_000, "y" * 10_000, "z" * 10_000, "|" * 10_000)
    many = tuple(replace(LOST, says=f"{number} " + "@" * 10_000, example=example) for number in range(500))
    assert len(render(document_of(replace(sample(), changes=many)), "markdown")) <= 65_536


HOSTILE = (
    "@everyone",
    "#1",
    "GH-1",
    "https://evil.example",
    "www.evil.example",
    "[x](https://evil.example)",
    "![x](https://evil.example/x.png)",
    "<img src=x onerror=alert(1)>",
    "a | b",
    "a\\| b",
    "`` ` ``",
    "*x* _x_ ~~x~~",
    "$x$",
    "-->",
    "line\n\n# heading",
    "&lt;script&gt;",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_comment_is_markup_but_our_own(text: str) -> None:
    example = Example(text, text, text, text)
    hostile = replace(LOST, entry=text, says=text, example=example)
    shown = render(document_of(replace(sample(), changes=(hostile,), superfluous=())), "markdown")
    rows = [line for line in shown.splitlines() if line.startswith("| ")]
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 5 for row in rows)
    tags = set(re.findall(r"<(?!!--)/?([a-z]+[0-9]?)", markdown.markdown(shown, extensions=["tables"])))
    assert tags <= {
        "h3",
        "p",
        "strong",
        "code",
        "br",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "details",
        "summary",
    }


@given(st.text(max_size=60))
@examples(200)
def test_no_text_brings_a_mention_a_link_or_a_cell_into_a_comment(text: str) -> None:
    shown = render(
        document_of(replace(sample(), changes=(replace(LOST, says=text, entry=text),))), "markdown"
    )
    row = next(line for line in shown.splitlines() if "param-lost" in line and line.startswith("| 🔴"))
    assert not re.search(r"@|https?:|\[|!\[", row)
    assert row.count("|") == 5


@given(st.text(max_size=60))
@examples(200)
def test_no_text_ends_an_annotation(text: str) -> None:
    shown = render(
        document_of(replace(sample(), changes=(replace(LOST, says=text),), superfluous=())), "github"
    )
    assert shown.count("\n") == 0
    assert shown.count("\r") == 0


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"schema_version": 1}', "[" * 100_000],
    ids=["empty", "a list", "broken", "incomplete", "deep"],
)
def test_a_file_that_holds_no_diff_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "diff.json"
    file.write_text(text, "utf-8")
    with pytest.raises(DocumentRefused):
        read_document(file)


def test_a_diff_comes_back_from_its_file(tmp_path: Path) -> None:
    file = tmp_path / "diff.json"
    file.write_text(render(document_of(sample()), "json"), "utf-8")
    assert render(read_document(file), "markdown") == render(document_of(sample()), "markdown")
