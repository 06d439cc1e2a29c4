"""The canonical form: one way to write the data, and every comment stays with what it is about."""

import re
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from generator.authoring.format import WIDTH, canonical_text
from generator.load.files import kind_of
from generator.load.yaml import NodePath, Refused, parse
from generator.shape import validator
from tests.generator.helpers import (
    CATALOG,
    FIXTURE_CATALOG,
    ROOT,
    acme_files,
    area_text,
    as_yaml,
    entry,
    examples,
)

FILES = sorted([*FIXTURE_CATALOG.rglob("*.yaml"), *CATALOG.rglob("*.yaml")])

TWO_ENTRIES = area_text(entry(id="market_closed"), entry(id="order_closed"))

LOOSE = TWO_ENTRIES.replace("channels: [rest]", "channels: [\n    rest,\n    ]").replace(
    "meaning: The order came outside of trading hours.",
    "meaning: >-\n    The order came outside\n    of trading hours.",
)
"""The same data, written loosely."""

# Texts of every kind, with blanks where blocks are delicate, and characters that need escapes.
texts = st.text(
    st.sampled_from("ab :#-'\"\\{}[],&*!|>%@`~?\n\t\u00e9\u2028\x85\x07\U0001f4a5\ufeff")
    | st.characters(exclude_categories=["Cs"]),
    max_size=60,
) | st.lists(
    st.sampled_from(["word", "-", "#", "a:", "'", "  ", "", "040", "longerword" * 5]), max_size=40
).map(" ".join)
words = texts.map(str.strip).filter(bool)


def formatted(text: str) -> str:
    return canonical_text(parse(text, "catalog/acme/extra.yaml", "entries"))


def lines_of(text: str) -> list[str]:
    return text.split("\n")


def line_above_first(text: str, line: str) -> str:
    """The line above the first line that is ``line`` but for its indentation."""
    lines = lines_of(text)
    return next(lines[number - 1] for number, one in enumerate(lines) if one.strip() == line)


def commented(text: str, line: str, comment: str) -> str:
    """``text`` with a comment above the first line that is ``line`` but for its indentation."""
    found = next(one for one in lines_of(text) if one.strip() == line)
    indent = found[: len(found) - len(found.lstrip())]
    return text.replace(f"{found}\n", f"{indent}{comment}\n{found}\n", 1)


@st.composite
def areas(draw: st.DrawFn) -> dict[str, Any]:
    """The data of an area with texts of every kind, in a shape that its schema approves."""
    ids = draw(st.lists(st.from_regex(r"[a-z][a-z0-9]{0,8}(?:_[a-z0-9]{1,5})?", fullmatch=True), max_size=2))
    entries = [
        entry(
            id=id_,
            meaning=draw(words),
            causes=draw(st.lists(words, min_size=1, max_size=3, unique=True)),
            remediation=[{"who": "broker", "do": draw(words), "code": draw(words)}],
            note=draw(st.none() | words),
            sources=draw(
                st.lists(
                    st.from_regex(r"[a-z]{1,9}(#[a-z0-9:]{1,60})?", fullmatch=True), min_size=1, unique=True
                )
            ),
            examples=[
                {
                    "evidence": "observed",
                    "source": draw(
                        st.fixed_dictionaries({"body": words}, optional={"status": st.integers(100, 599)})
                    ),
                    "params": draw(st.dictionaries(st.sampled_from(["a", "b-c", "on", "null", "y"]), words)),
                }
            ],
            wait=draw(
                st.none() | st.fixed_dictionaries({"seconds": st.integers(1, 9), "cap": st.integers(1, 9)})
            ),
        )
        for id_ in [*ids, "last"]
    ]
    data = {"entries": entries, "meaning": draw(words), "title": "Extra"}
    return {key: data[key] for key in draw(st.permutations(sorted(data)))}


def sorted_by_id(data: dict[str, Any]) -> dict[str, Any]:
    return {**data, "entries": sorted(data["entries"], key=lambda one: str(one["id"]))}


class TestAnyData:
    """What holds whatever the texts are."""

    @examples(200)
    @example(f"   {'word ' * 20}end")
    @example(f"{'word ' * 20}end ")
    @example(f"{'word  ' * 20}end")
    @example("\n\n one\n\ttwo\n\n")
    @given(texts)
    def test_a_text_is_kept_to_its_last_blank(self, text: str) -> None:
        sample = {
            "evidence": "observed",
            "source": {"body": text},
            "params": {"short": text, "long": f"{text}{'word ' * 20}"},
        }
        written: Any = parse(area_text(entry(examples=[sample])), "a.yaml", "entries").data
        assert written["entries"][0]["examples"] == [sample]

    @examples(100)
    @given(areas())
    def test_the_data_stays_the_same_but_for_the_order_of_entries(self, data: dict[str, Any]) -> None:
        assert parse(formatted(as_yaml(data)), "a.yaml", "entries").data == sorted_by_id(data)

    @examples(100)
    @given(areas())
    def test_the_canonical_form_of_the_canonical_form_is_itself(self, data: dict[str, Any]) -> None:
        text = formatted(as_yaml(data))
        assert formatted(text) == text

    @examples(40)
    @given(areas())
    def test_the_same_data_is_written_the_same_way_however_it_was_written(self, data: dict[str, Any]) -> None:
        turned = {**data, "entries": [dict(reversed(one.items())) for one in data["entries"]]}
        assert formatted(as_yaml(turned)) == formatted(as_yaml(data))

    @examples(40)
    @given(areas())
    def test_the_keys_of_an_entry_are_in_the_order_of_the_schema(self, data: dict[str, Any]) -> None:
        written: Any = parse(formatted(as_yaml(data)), "a.yaml", "entries").data
        schema: Any = validator("entries").schema
        order = list(schema["$defs"]["entry"]["properties"])
        assert list(written) == ["title", "meaning", "entries"]
        assert [list(one) for one in written["entries"]] == [
            sorted(one, key=order.index) for one in written["entries"]
        ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_with_its_keys_turned_around_is_put_right(path: Any) -> None:
    text = path.read_text("utf-8")
    data = parse(text, path.name, kind_of(path.name)).data
    first_line = text.partition("\n")[0]
    turned = f"{first_line}\n{as_yaml(_turned(data))}\n"
    assert first_line.startswith("# yaml-language-server: $schema=")
    document = parse(turned, path.name, kind_of(path.name))
    assert _without_comments(canonical_text(document)) == _without_comments(text)


def _turned(data: Any) -> Any:
    """The same data with the keys of every mapping backwards, but for keys that the schema does not know."""
    if isinstance(data, dict):
        return {key: data[key] if key in ("when", "params") else _turned(data[key]) for key in reversed(data)}
    return [_turned(item) for item in data] if isinstance(data, list) else data


def _without_comments(text: str) -> list[str]:
    return [line for line in lines_of(text) if not line.startswith("#")]


class TestStyles:
    """How values are written."""

    @pytest.mark.parametrize(
        ("change", "line"),
        [
            ({"since": "0.1.0"}, "  since: 0.1.0"),
            (
                {"signatures": [{"code": "40310000"}]},
                '  - {code: "40310000", evidence: constructed, source: acme_docs}',
            ),
            (
                {"signatures": [{"status": 403, "code": "040"}]},
                '  - {status: 403, code: "040", evidence: constructed, source: acme_docs}',
            ),
            ({"note": "on"}, '  note: "on"'),
            ({"note": "A text: with a colon."}, "  note: 'A text: with a colon.'"),
            ({"note": "# no comment"}, "  note: '# no comment'"),
            ({"fallback": True}, "  fallback: true"),
            ({"channels": ["rest", "stream"]}, "  channels: [rest, stream]"),
            (
                {"retry": {"read": "backoff", "write": "reconcile"}},
                "  retry: {read: backoff, write: reconcile}",
            ),
            ({"note": "Müller & Söhne \u2013 \u00bd."}, "  note: Müller & Söhne \u2013 \u00bd."),
            ({"note": "x " * 50 + "x."}, "  note: >-"),
            ({"note": "two\nlines."}, "  note: |-"),
            ({"causes": ["One."]}, "  - One."),
            ({"sources": [f"acme_docs#{number}{'x' * 20}" for number in range(5)]}, "  sources:"),
        ],
        ids=[
            "plain",
            "code",
            "number-and-code",
            "word-that-yaml-misreads",
            "colon",
            "hash",
            "boolean",
            "short-list",
            "short-mapping",
            "not-ascii",
            "long-text",
            "two-lines",
            "causes",
            "long-list",
        ],
    )
    def test_a_value_is_written_as_plainly_as_it_can_be(self, change: dict[str, Any], line: str) -> None:
        assert line in lines_of(area_text(entry(**change)))

    def test_a_long_text_is_folded_between_words_and_within_the_width(self) -> None:
        text = area_text(entry(meaning="word " * 100 + "end."))
        assert max(len(line) for line in lines_of(text)) <= WIDTH + len("word")

    def test_a_long_body_is_kept_in_one_line(self) -> None:
        body = '{"message":"' + "word " * 40 + '"}'
        text = area_text(entry(examples=[{"evidence": "observed", "source": {"body": body}}]))
        assert f"        {body}" in lines_of(text)

    def test_a_file_ends_with_one_line_break(self) -> None:
        assert re.search(r"[^\n]\n\Z", TWO_ENTRIES)

    def test_line_breaks_of_another_system_are_replaced(self) -> None:
        assert formatted(TWO_ENTRIES.replace("\n", "\r\n")) == TWO_ENTRIES


class TestComments:
    """A comment stays above what it is about."""

    def test_a_comment_above_a_field_stays_above_it_when_fields_move(self) -> None:
        text = commented(TWO_ENTRIES, "category: unspecified_refusal", "# why this one")
        moved = text.replace("  # why this one\n  category: unspecified_refusal\n", "", 1).replace(
            "  since: 0.1.0\n", "  since: 0.1.0\n  # why this one\n  category: unspecified_refusal\n", 1
        )
        assert formatted(moved) == text

    def test_comments_travel_with_their_entries_when_these_are_sorted(self) -> None:
        head, first, second = TWO_ENTRIES.partition("- id: market_closed")[0], "", ""
        _, _, rest = TWO_ENTRIES.partition("entries:\n")
        first, _, second = rest.partition("- id: order_closed")
        second = f"- id: order_closed{second}".replace("  causes:", "  # inside\n  causes:")
        assert formatted(f"{head}# of order\n{second}# of market\n{first}") == (
            f"{head}# of market\n{first}# of order\n{second}"
        )

    def test_several_comments_keep_their_order(self) -> None:
        text = commented(TWO_ENTRIES, "- id: order_closed", "# one")
        text = commented(text, "- id: order_closed", "# two")
        assert formatted(text) == text

    def test_a_comment_at_the_end_stays_at_the_end(self) -> None:
        assert formatted(f"{TWO_ENTRIES}# the end\n") == f"{TWO_ENTRIES}# the end\n"

    def test_a_comment_is_indented_as_what_it_stands_above(self) -> None:
        text = TWO_ENTRIES.replace("  causes:\n", "# far out\n  causes:\n", 1)
        assert formatted(text) == commented(TWO_ENTRIES, "causes:", "# far out")

    @pytest.mark.parametrize(
        ("line", "written", "above"),
        [
            ("category: unspecified_refusal", "category: unspecified_refusal # beside", None),
            ("- It is a holiday.", "- It is a holiday. # beside", None),
            ("channels: [rest]", "channels: [  # beside\n    rest]", None),
            ("channels: [rest]", "channels: [rest  # beside\n    ]", None),
            ("channels: [rest]", "channels: [\n    rest\n    ] # beside", None),
            (
                "meaning: The order came outside of trading hours.",
                "meaning: The order came # beside",
                "meaning: The order came",
            ),
            (
                "meaning: The order came outside of trading hours.",
                "meaning: >- # beside\n    The order came outside\n    of trading hours.",
                None,
            ),
            (
                "meaning: The order came outside of trading hours.",
                "meaning: The order came\n    outside of trading hours. # beside",
                None,
            ),
            ("signatures:", "signatures: # beside", None),
            ("- id: market_closed", "- # beside\n  id: market_closed", None),
        ],
        ids=[
            "value",
            "item",
            "opening-bracket",
            "item-in-brackets",
            "closing-bracket",
            "plain-text",
            "head-of-a-block",
            "second-line-of-a-text",
            "key",
            "dash",
        ],
    )
    def test_a_comment_beside_something_moves_above_it(
        self, line: str, written: str, above: str | None
    ) -> None:
        text = TWO_ENTRIES.replace(line, written, 1)
        assert text != TWO_ENTRIES
        assert line_above_first(formatted(text), above or line).strip() == "# beside"

    @pytest.mark.parametrize(
        "line",
        [
            "  note: a#b",
            "  note: 'a # b'",
            '  note: "a # b"',
            "  note: |-\n    # a\n    b # c",
            "  note: >-\n    # a\n\n    b",
        ],
        ids=["plain", "single-quotes", "double-quotes", "block", "folded"],
    )
    def test_a_hash_within_a_text_is_no_comment(self, line: str) -> None:
        text = TWO_ENTRIES.replace("  since:", f"{line}\n  since:", 1)
        document = parse(text, "a.yaml", "entries")
        assert parse(formatted(text), "a.yaml", "entries").data == document.data
        assert sum(one.lstrip().startswith("#") for one in lines_of(formatted(text))) == line.count("    # a")

    def test_comments_find_their_place_behind_texts_that_are_not_ascii(self) -> None:
        title = "Müller & Söhne \U0001f4a5 \u65e5\u672c"
        text = area_text(entry(title=title, note="Ärger \U0001f4a5."))
        text = commented(text, "signatures:", "# für \U0001f4a5")
        assert formatted(text) == text

    @examples(100)
    @given(data=st.data())
    def test_every_comment_stays_above_its_node(self, data: st.DataObject) -> None:
        document = data.draw(st.sampled_from(acme_files().documents))
        lines = lines_of(document.text)
        starts = {place.line: path for path, place in reversed(list(document.places.items())) if path}
        chosen = data.draw(st.lists(st.sampled_from(sorted(starts)), min_size=1, max_size=5, unique=True))
        for line in sorted(chosen, reverse=True):
            lines.insert(line - 1, f"{' ' * data.draw(st.integers(0, 9))}# of {line} \U0001f4a5 é")
        changed = parse("\n".join(lines), document.file, document.kind)
        assume(changed.data == document.data)
        text = canonical_text(changed)
        places = parse(text, document.file, document.kind).places
        assert {line: _commented_node(text, places, f"# of {line} ") for line in chosen} == {
            line: _line_of(places, starts[line]) for line in chosen
        }

    @examples(100)
    @given(data=st.data())
    def test_no_comment_is_lost_or_doubled(self, data: st.DataObject) -> None:
        """Wherever comments stand, and however often the file is formatted."""
        lines = lines_of(data.draw(st.sampled_from([TWO_ENTRIES, LOOSE])))
        for number in range(data.draw(st.integers(1, 4))):
            line = data.draw(st.integers(0, len(lines) - 1))
            lines[line] += f" # c{number}" if data.draw(st.booleans()) else f"\n# c{number}"
        text = "\n".join(lines)
        try:
            document = parse(text, "catalog/acme/extra.yaml", "entries")
        except Refused:
            assume(False)
        assume(document.data == parse(TWO_ENTRIES, "a.yaml", "entries").data)
        once = formatted(text)
        assert sorted(re.findall(r"# c\d", once)) == sorted(re.findall(r"# c\d", text))
        assert formatted(once) == once


def _line_of(places: Any, path: NodePath) -> int:
    return int(places[path].line)


def _commented_node(text: str, places: Any, comment: str) -> int:
    """The line, counted from 1, of what follows a comment and the comments behind it."""
    lines = lines_of(text)
    number = next(number for number, line in enumerate(lines) if comment in line)
    while lines[number].lstrip().startswith("#"):
        number += 1
    return number + 1
