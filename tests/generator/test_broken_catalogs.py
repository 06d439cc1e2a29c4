"""Whatever stands in the catalog's folder is answered with findings, never with a traceback."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli import main
from generator.stages import check
from tests.generator.helpers import area_text, entry, places, snapshot, write

EXTRA = "catalog/acme/extra.yaml"
BROKER = "catalog/acme/broker.yaml"
CATEGORIES = "catalog/categories.yaml"
HEAD = "title: Extra\nmeaning: What a test needs.\n"


@dataclass(frozen=True)
class Case:
    """A file that is broken: what is found, and words that the message or the mend must have."""

    content: str | bytes
    found: tuple[str, ...]
    says: str
    file: str = EXTRA


def ambiguous(value: str, says: str = "in quotes") -> Case:
    """A value that YAML 1.1 reads as something else than a text."""
    return Case(f"title: {value}\n", ("1:8 yaml-ambiguous",), says)


def misshaped(change: Callable[[str], str], *found: str, says: str) -> Case:
    """A valid area with one change of its text."""
    text = area_text(entry())
    changed = change(text)
    assert changed != text
    return Case(changed, found, says)


def replaced(old: str, new: str, *found: str, says: str) -> Case:
    """A valid area in which one piece of text is replaced."""
    return misshaped(lambda text: text.replace(old, new, 1), *found, says=says)


YAML_CASES = {
    "unclosed-list": Case("title: [Extra\nmeaning: x\n", ("2:8 yaml-syntax",), "Mend the YAML"),
    "unclosed-quote": Case('title: "Extra\n', ("2:1 yaml-syntax",), "end of stream"),
    "colon-in-plain-text": Case("title: Extra: more\n", ("1:13 yaml-syntax",), "stands in quotes"),
    "brace-in-a-list": Case("list: [a, b/{c}]\n", ("1:13 yaml-syntax",), 'needs quotes: "b/{c}"'),
    "comma-in-a-mapping": Case(
        "do: {who: a, do: Send it, or wait a day.}\n",
        ("1:41 yaml-ambiguous",),
        'needs quotes: "..., or wait a day."',
    ),
    "column-too-few": Case(
        f"{HEAD}entries:\n- id: x\n title: y\n", ("5:2 yaml-syntax",), "begins in column 3"
    ),
    "column-too-many": Case(
        "title: x\nlist:\n  - a: 1\n   - b: 2\n", ("4:4 yaml-syntax",), "begins in column 5"
    ),
    "conflict": Case(
        f"{HEAD}<<<<<<< HEAD\nnote: a\n=======\nnote: b\n>>>>>>> branch\n",
        ("4:1 yaml-syntax",),
        "A merge left both sides here",
    ),
    "tab": Case("title: Extra\nentries:\n\t- id: x\n", ("3:1 yaml-syntax",), "not with a tab"),
    "control-character": Case(f"{HEAD}note: a\x07b\n", ("3:8 yaml-syntax",), "as an escape in double quotes"),
    "delete-character": Case(f"{HEAD}note: ä\x7fb\n", ("3:8 yaml-syntax",), "as an escape in double quotes"),
    "null-character": Case("title: Extra\x00", ("1:13 yaml-syntax",), "as an escape in double quotes"),
    "lone-surrogate": Case('title: "a\\ud800b"\n', ("1:12 yaml-syntax",), "Unicode"),
    "duplicate-key": Case(f"{HEAD}title: Again\n", ("3:1 yaml-duplicate-key",), "'title' stands here twice"),
    "duplicate-key-deep-inside": Case(
        f"{HEAD}entries:\n- id: a\n  wait: {{cap: 1, cap: 2}}\n", ("5:18 yaml-duplicate-key",), "'cap'"
    ),
    "key-that-is-a-list": Case("? [a]\n: b\n", ("1:3 yaml-feature",), "key"),
    "key-that-is-a-number": Case("404: b\n", ("1:1 yaml-feature",), "Put the key in quotes."),
    "key-that-is-true": Case("true: b\n", ("1:1 yaml-feature",), "Put the key in quotes."),
    "key-that-is-null": Case("~: b\n", ("1:1 yaml-ambiguous",), "no value"),
    "merge-key": Case("<<: {a: b}\n", ("1:1 yaml-ambiguous",), "merge"),
    "anchor-and-alias": Case("title: &a Extra\nmeaning: *a\n", ("1:8 yaml-feature",), "Write it out."),
    "alias": Case("title: Extra\nmeaning: *a\n", ("2:10 yaml-feature",), "Write it out."),
    "tag": Case("title: Extra\nmeaning: !!str x\n", ("2:10 yaml-feature",), "Remove the tag."),
    "tag-that-would-run-code": Case(
        "title: !!python/object/apply:os.system [x]\n", ("1:8 yaml-feature",), "Remove the tag."
    ),
    "two-documents": Case("title: Extra\n---\ntitle: More\n", ("2:1 yaml-feature",), "one document per file"),
    "empty": Case("", ("1:1 yaml-empty",), "The file is empty."),
    "only-comments": Case("# one\n# two\n", ("3:1 yaml-empty",), "The file is empty."),
    "not-utf-8": Case("title: Extra\nmeaning: café\n".encode("latin-1"), ("2:13 yaml-encoding",), "UTF-8"),
    "ten-megabytes": Case(b"# " + b"x" * 10_000_000, ("1:1 yaml-size",), "10,000,002 bytes"),
    "deep-lists": Case("title: " + "[" * 5000 + "]" * 5000, ("1:28 yaml-depth",), "flatter"),
    "deep-mappings": Case(
        "".join(f"{' ' * level}a:\n" for level in range(1000)), ("22:22 yaml-depth",), "flatter"
    ),
    "word-on": ambiguous("on", 'Write "on" in quotes.'),
    "word-yes": ambiguous("yes"),
    "word-No": ambiguous("No"),
    "word-True": ambiguous("True"),
    "octal": ambiguous("040", "YAML reads 040 as int"),
    "hexadecimal": ambiguous("0x1F"),
    "underscores": ambiguous("1_000"),
    "sexagesimal": ambiguous("12:30", "YAML reads 12:30 as int"),
    "number-of-twenty-digits": ambiguous("12345678901234567890"),
    "fraction": ambiguous("1.5"),
    "infinity": ambiguous(".inf"),
    "date": ambiguous("2025-11-29"),
    "word-null": ambiguous("null", "There is no value here."),
    "tilde": ambiguous("~", "There is no value here."),
    "nothing": Case("title:\nmeaning: x\n", ("1:7 yaml-ambiguous",), "There is no value here."),
    "several-at-once": Case(
        "a: on\nb: 040\na: x\n",
        ("1:4 yaml-ambiguous", "2:4 yaml-ambiguous", "3:1 yaml-duplicate-key"),
        "in quotes",
    ),
    "several-and-then-bad-syntax": Case("a: on\nb: [x\n", ("1:4 yaml-ambiguous", "3:1 yaml-syntax"), "on"),
}

SHAPE_CASES = {
    "list-in-place-of-a-mapping": Case("- a\n", ("1:1 schema",), "the file is a list, not a mapping"),
    "text-in-place-of-a-mapping": Case("Extra\n", ("1:1 schema",), "the file is a text, not a mapping"),
    "unknown-field": replaced("channels:", "chanels:", "7:3 schema", says="Write channels."),
    "unknown-field-like-nothing": replaced(
        "title: Extra", "title: Extra\nzzz: x", "2:1 schema", says="known are title, meaning, entries"
    ),
    "unknown-field-in-a-signature": replaced(
        "{message:", "{statsu: 403, message:", "9:6 schema", says="Write status."
    ),
    "number-for-a-code": replaced(
        "{message:", "{code: 40301, message:", "9:6 schema", says='Write "40301" in quotes.'
    ),
    "boolean-for-a-code": replaced(
        "{message:", "{code: true, message:", "9:6 schema", says='Write "true" in quotes.'
    ),
    "text-for-a-status": replaced(
        "{message:", '{status: "403", message:', "9:6 schema", says="Write 403 without quotes."
    ),
    "status-out-of-bounds": replaced(
        "{message:", "{status: 42, message:", "9:6 schema", says="minimum is 100"
    ),
    "text-for-a-list": replaced("[rest]", "rest", "7:3 schema", says="as a list: channels: [rest]"),
    "mapping-for-a-text": replaced(
        "category: unspecified_refusal", "category: {id: x}", "6:3 schema", says="is a mapping, not a text"
    ),
    "empty-list": replaced("[rest]", "[]", "7:3 schema", says="empty or too short"),
    "item-twice": replaced("[rest]", "[rest, rest]", "7:3 schema", says="has an item twice"),
    "missing-field": replaced("  since: 0.1.0\n", "", "4:3 schema", says="market_closed lacks since."),
    "missing-fields": replaced(
        "  retry: after_change\n", "", "4:3 schema", says="market_closed lacks retry."
    ),
    "id-of-a-wrong-form": replaced(
        "id: market_closed", "id: MarketClosed", "4:3 schema", says="Write market_closed"
    ),
    "title-with-a-full-stop": replaced(
        "title: The market is closed",
        "title: The market is closed.",
        "5:3 schema",
        says="without a full stop",
    ),
    "unknown-retry": replaced(
        "retry: after_change", "retry: sometimes", "13:3 schema", says="Use one of never"
    ),
    "half-a-retry": replaced(
        "retry: after_change", "retry: {read: backoff}", "13:3 schema", says="lacks write"
    ),
    "unknown-actor": replaced(
        "who: developer", "who: anybody", "15:5 schema", says="Use one of developer, account_owner, broker."
    ),
    "signature-of-nothing": replaced(
        "message: the market is closed today", "channel: rest", "9:5 schema", says="one of them must be there"
    ),
    "requires-without-message": replaced(
        "message: the market is closed today",
        'code: "40301", requires: [code]',
        "9:5 schema",
        says="message",
    ),
    "fallback-that-is-false": replaced(
        "channels: [rest]", "fallback: false\n  channels: [rest]", "7:3 schema", says="fallback"
    ),
    "param-that-is-a-number": replaced(
        "  since:",
        "  examples:\n  - evidence: observed\n    source: {body: x}\n    params: {minutes: 5}\n  since:",
        "20:14 schema",
        says='Write "5" in quotes.',
    ),
    "broker-of-another-name": Case(
        "id: acme\n",
        ("1:1 broker-folder", "1:1 schema"),
        "its folder is emca",
        file="catalog/emca/broker.yaml",
    ),
}
CASES = {**YAML_CASES, **SHAPE_CASES}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_is_broken_is_found_at_its_place(case: Case, root: Path) -> None:
    write(root, case.file, case.content)
    assert places(check(root / "catalog").findings) == sorted(f"{case.file}:{found}" for found in case.found)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_is_broken_is_named_or_mended(case: Case, root: Path) -> None:
    write(root, case.file, case.content)
    findings = check(root / "catalog").findings
    assert case.says in "\n".join(f"{finding.message} {finding.mend}" for finding in findings)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_build_of_a_broken_catalog_fails_and_writes_nothing(
    case: Case, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, case.file, case.content)
    before = snapshot(root)
    assert main(["--root", str(root), "build"]) == 1
    assert snapshot(root) == before


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029"], ids=["U+0085", "U+2028", "U+2029"])
def test_a_character_that_yaml_takes_for_a_line_break_is_found_where_it_is(
    character: str, root: Path
) -> None:
    """No editor shows it, and whatever stands behind it would be found a line too low."""
    text = area_text(entry())
    write(root, EXTRA, text.replace("The order came outside", f"The order came{character}outside"))
    assert [finding.place.line for finding in check(root / "catalog").findings] == [10]


@pytest.mark.parametrize(
    ("old", "new", "file"),
    [
        ("id: market_closed", 'id: "market_closed\\n"', EXTRA),
        ("title: The market is closed", 'title: "The market is closed\\n"', EXTRA),
        ("[rest]", '["rest\\n"]', EXTRA),
        ("since: 0.1.0", 'since: "0.1.0\\n"', EXTRA),
        ("source: acme_docs}", 'source: "acme_docs#a\\n"}', EXTRA),
        ("enum: AcmeError", 'enum: "AcmeError\\n"', BROKER),
        ("docs: https://docs.example.com", 'docs: "https://docs.example.com\\n"', BROKER),
        (
            "until_header: X-RateLimit-Reset",
            'until_header: "X-RateLimit-Reset\\n"',
            "catalog/acme/limits.yaml",
        ),
    ],
    ids=["id", "title", "channel", "version", "citation", "enum", "address", "header"],
)
def test_a_line_break_behind_a_name_has_not_the_right_form(old: str, new: str, file: str, root: Path) -> None:
    """Such a name would end up in code, in a path or in an address."""
    write(root, EXTRA, area_text(entry()))
    text = (root / file).read_text("utf-8")
    assert old in text
    write(root, file, text.replace(old, new, 1))
    assert [finding.rule for finding in check(root / "catalog").findings] == ["schema"]


class TestFilesOfTheCatalog:
    """Files that are missing, or that have no place."""

    def test_the_catalogs_folder_is_missing(self, tmp_path: Path) -> None:
        assert places(check(tmp_path / "catalog").findings) == ["catalog:1:1 file-missing"]

    @pytest.mark.parametrize("file", [CATEGORIES, BROKER])
    def test_a_file_is_missing(self, file: str, root: Path) -> None:
        (root / file).unlink()
        assert places(check(root / "catalog").findings) == [f"{file}:1:1 file-missing"]

    @pytest.mark.parametrize(
        "file",
        [
            "catalog/notes.txt",
            "catalog/orders.yaml",
            "catalog/acme/README.md",
            "catalog/acme/orders.yml",
            "catalog/acme/More Orders.yaml",
        ],
    )
    def test_a_file_has_no_place(self, file: str, root: Path) -> None:
        write(root, file, "title: Extra\n")
        assert places(check(root / "catalog").findings) == [f"{file}:1:1 file-unknown"]

    def test_a_folder_within_a_brokers_folder_has_no_place(self, root: Path) -> None:
        (root / "catalog" / "acme" / "more").mkdir()
        assert places(check(root / "catalog").findings) == ["catalog/acme/more:1:1 file-unknown"]

    @pytest.mark.parametrize("file", [EXTRA, BROKER, CATEGORIES])
    def test_a_folder_stands_in_place_of_a_file(self, file: str, root: Path) -> None:
        (root / file).unlink(missing_ok=True)
        (root / file).mkdir()
        assert places(check(root / "catalog").findings) == [f"{file}:1:1 file-kind"]

    def test_a_link_that_leads_nowhere_is_a_missing_file(self, root: Path) -> None:
        (root / EXTRA).symlink_to(root / "nowhere.yaml")
        assert places(check(root / "catalog").findings) == [f"{EXTRA}:1:1 file-missing"]

    def test_an_empty_folder_is_a_broker_without_its_file(self, root: Path) -> None:
        (root / "catalog" / "emca").mkdir()
        assert places(check(root / "catalog").findings) == ["catalog/emca/broker.yaml:1:1 file-missing"]

    def test_hidden_files_are_left_alone(self, root: Path) -> None:
        write(root, "catalog/.DS_Store", b"\x00")
        write(root, "catalog/acme/.orders.yaml.swp", b"\x00")
        assert places(check(root / "catalog").findings) == []

    def test_what_is_wrong_with_several_files_is_found_at_once(self, root: Path) -> None:
        write(root, "catalog/acme/first.yaml", "")
        write(root, "catalog/acme/second.yaml", "title: on\n")
        (root / CATEGORIES).unlink()
        assert places(check(root / "catalog").findings) == [
            "catalog/acme/first.yaml:1:1 yaml-empty",
            "catalog/acme/second.yaml:1:8 yaml-ambiguous",
            f"{CATEGORIES}:1:1 file-missing",
        ]


def test_a_mark_of_the_byte_order_is_allowed_and_leaves_with_the_next_formatting(root: Path) -> None:
    text = area_text(entry())
    write(root, EXTRA, "\ufeff" + text)
    assert main(["--root", str(root), "format"]) == 0
    assert (root / EXTRA).read_text("utf-8") == text


def test_a_finding_names_files_from_the_repositorys_root(root: Path) -> None:
    write(root, EXTRA, "")
    findings = check(root / "catalog").findings
    assert [finding.place.file for finding in findings] == [EXTRA]


def test_the_field_that_is_wrong_is_named_by_its_path(root: Path) -> None:
    bad = entry(remediation=[{"who": "developer", "do": "Look."}, {"who": "me", "do": "Look."}])
    data = {"title": "Extra", "meaning": "What a test needs.", "entries": [bad]}
    write(root, EXTRA, json.dumps(data, indent=1))
    assert [finding.message for finding in check(root / "catalog").findings] == [
        "market_closed.remediation.1.who is 'me', which is not allowed."
    ]
