"""A new entry begins as a stub: in the right file and place, valid, and with a word on every field."""

from pathlib import Path
from typing import Any

import pytest

from generator.authoring.format import canonical_text
from generator.authoring.new import Refusal, add_stub
from generator.findings import has_errors
from generator.load.yaml import parse, read_document
from generator.stages import check
from tests.generator.helpers import area_text, entry, snapshot, worded, write

LIMITS = "catalog/acme/limits.yaml"
ORDERS = "catalog/acme/orders.yaml"
EXTRA = "catalog/acme/extra.yaml"


def add(root: Path, full_id: str, area: str | None = None) -> str:
    """Add a stub; the place of it, such as ``catalog/acme/orders.yaml:12``."""
    place = add_stub(root / "catalog", full_id, area)
    return f"{place.file}:{place.line}"


def text_of(root: Path, file: str) -> str:
    return (root / file).read_text("utf-8")


def entries_of(root: Path, file: str) -> list[dict[str, Any]]:
    data: Any = read_document(root / file, file, "entries").data
    return list(data["entries"])


def entry_text(text: str, id_: str) -> str:
    """The lines of an entry, and of the comments above it."""
    lines = text.split("\n")
    start = lines.index(f"- id: {id_}")
    end = next(
        (number for number in range(start + 1, len(lines)) if lines[number].startswith("- id:")), len(lines)
    )
    while lines[start - 1].lstrip().startswith("#"):
        start -= 1
    return "\n".join(lines[start:end])


@pytest.mark.parametrize(
    ("id_", "file"),
    [
        ("symbol_unknown", ORDERS),
        ("invalid_parameter_name", ORDERS),
        ("slow_server", LIMITS),
        ("too_many_orders", LIMITS),
        ("server_failure_on_read", LIMITS),
        ("order_closed_today", ORDERS),
    ],
)
def test_the_stub_stands_in_the_file_with_the_most_alike_ids(id_: str, file: str, root: Path) -> None:
    assert add(root, f"acme.{id_}").partition(":")[0] == file


def test_an_id_like_no_other_asks_for_its_area(root: Path) -> None:
    with pytest.raises(Refusal) as refused:
        add(root, "acme.wash_trade")
    assert refused.value.mend == "Add --area with one of limits, orders."


def test_a_part_of_a_word_is_not_alike(root: Path) -> None:
    write(root, EXTRA, area_text(entry(id="wash_trade")))
    with pytest.raises(Refusal):
        add(root, "acme.washing_machine")


def test_of_files_with_ids_as_much_alike_the_one_with_most_of_them_is_taken(root: Path) -> None:
    write(root, "catalog/acme/a_first_file.yaml", area_text(entry(id="symbol_alone")))
    assert add(root, "acme.symbol_lost").partition(":")[0] == ORDERS


def test_the_area_that_is_named_is_taken(root: Path) -> None:
    assert add(root, "acme.order_lost", area="limits").partition(":")[0] == LIMITS


def test_the_stub_stands_where_its_id_sorts(root: Path) -> None:
    add(root, "acme.order_cancelled")
    ids = [one["id"] for one in entries_of(root, ORDERS)]
    assert ids == sorted(ids)
    assert "order_cancelled" in ids


def test_the_place_is_the_line_of_the_stub(root: Path) -> None:
    file, _, line = add(root, "acme.order_cancelled").partition(":")
    assert text_of(root, file).split("\n")[int(line) - 1] == "- id: order_cancelled"


def test_no_other_entry_changes(root: Path) -> None:
    before = entries_of(root, ORDERS)
    add(root, "acme.order_cancelled")
    assert [one for one in entries_of(root, ORDERS) if one["id"] != "order_cancelled"] == before


def test_no_other_file_changes(root: Path) -> None:
    before = snapshot(root)
    add(root, "acme.order_cancelled")
    after = snapshot(root)
    assert {path for path in after.keys() | before.keys() if after.get(path) != before.get(path)} == {ORDERS}


def test_the_check_finds_what_is_left_to_be_written_and_nothing_else(root: Path) -> None:
    add(root, "acme.order_cancelled")
    findings = check(root / "catalog").findings
    assert not has_errors(findings)
    assert {finding.rule for finding in findings} == {"text-unfinished"}


def test_two_stubs_do_not_get_in_each_others_way(root: Path) -> None:
    add(root, "acme.order_cancelled")
    add(root, "acme.order_lost")
    assert {finding.rule for finding in check(root / "catalog").findings} == {"text-unfinished"}


def test_the_file_is_in_canonical_form(root: Path) -> None:
    add(root, "acme.order_cancelled")
    text = text_of(root, ORDERS)
    assert canonical_text(parse(text, ORDERS, "entries")) == text


def test_the_stub_is_of_the_next_version_and_has_names_of_its_broker(root: Path) -> None:
    add(root, "acme.order_cancelled")
    stub = next(one for one in entries_of(root, ORDERS) if one["id"] == "order_cancelled")
    assert (stub["since"], stub["channels"], stub["signatures"][0]["source"]) == (
        "next",
        ["rest"],
        "acme_docs",
    )


@pytest.mark.parametrize(
    "comment",
    [
        "# TODO: mend every line that says TODO",
        "# One of catalog/categories.yaml.",
        "# The message as the vendor sends it",
        "# who: developer, account_owner or broker.",
        "# source: one of broker.yaml",
        "# evidence: observed is a real payload",
    ],
)
def test_the_stubs_comments_stand_in_the_stub(comment: str, root: Path) -> None:
    add(root, "acme.order_cancelled")
    assert comment in entry_text(text_of(root, ORDERS), "order_cancelled")


def test_the_comments_of_other_entries_stay_with_them(root: Path) -> None:
    write(
        root,
        ORDERS,
        text_of(root, ORDERS).replace("- id: order_closed", "# about closed orders\n- id: order_closed"),
    )
    add(root, "acme.order_cancelled")
    assert "# about closed orders" in entry_text(text_of(root, ORDERS), "order_closed")


@pytest.mark.parametrize(
    ("full_id", "message", "mend"),
    [
        ("order_lost", "is not a full id.", "Write broker.some_error, in snake_case."),
        ("acme", "is not a full id.", "Write broker.some_error"),
        ("acme.", "is not a full id.", "Write broker.some_error"),
        ("acme.OrderLost", "is not a full id.", "in snake_case"),
        ("acme.order-lost", "is not a full id.", "in snake_case"),
        ("acme.order_", "is not a full id.", "in snake_case"),
        ("acme.order lost", "is not a full id.", "in snake_case"),
        ("acme.order_lost\n", "is not a full id.", "in snake_case"),
        ("acme.order.lost", "is not a full id.", "in snake_case"),
        ("acme.1st", "is not a full id.", "in snake_case"),
        ("../acme.order_lost", "is not a full id.", "in snake_case"),
        (f"acme.{'a' * 65}", "is not a full id.", ""),
        ("emca.order_lost", "There is no broker emca.", "Use one of acme."),
        ("acme.order_closed", "acme.order_closed stands in catalog/acme/orders.yaml.", "Choose another id."),
        ("acme.index", "index", ""),
    ],
    ids=lambda part: part[:24],
)
def test_an_id_that_cannot_be_is_refused_and_nothing_is_written(
    full_id: str, message: str, mend: str, root: Path
) -> None:
    before = snapshot(root)
    with pytest.raises(Refusal) as refused:
        add(root, full_id)
    assert message in str(refused.value)
    assert mend in refused.value.mend
    assert snapshot(root) == before


def test_an_area_that_is_not_there_is_refused(root: Path) -> None:
    with pytest.raises(Refusal, match=r"acme has no area order\.") as refused:
        add(root, "acme.order_lost", area="order")
    assert refused.value.mend == "Use one of limits, orders."


@pytest.mark.parametrize("id_", ["on", "null", "true", "yes"])
def test_an_id_that_yaml_reads_as_something_else_is_a_text(id_: str, root: Path) -> None:
    add(root, f"acme.{id_}", area="orders")
    assert id_ in [one["id"] for one in entries_of(root, ORDERS)]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (EXTRA, "title: on\n"),
        (EXTRA, "title: Extra\n"),
        (EXTRA, "title: Extra\nmeaning: x\nentries:\n- title: No id\n"),
        (EXTRA, "- a\n"),
        ("catalog/acme/broker.yaml", "id: acme\n"),
        ("catalog/acme/broker.yaml", "- acme\n"),
    ],
    ids=["yaml", "no-entries", "no-id", "a-list", "broker", "broker-a-list"],
)
def test_a_catalog_that_cannot_be_read_is_refused_and_nothing_is_written(
    file: str, text: str, root: Path
) -> None:
    write(root, file, text)
    before = snapshot(root)
    with pytest.raises(Refusal) as refused:
        add(root, "acme.order_lost", area="extra" if file == EXTRA else "orders")
    assert refused.value.mend == "python -m generator check"
    assert snapshot(root) == before


def test_a_broker_without_areas_is_refused(root: Path) -> None:
    for file in (LIMITS, ORDERS):
        (root / file).unlink()
    with pytest.raises(Refusal, match="area"):
        add(root, "acme.order_lost")


LOOSE = area_text(worded("order_lost", "the order is lost for ever"))


@pytest.mark.parametrize(
    "text",
    [
        LOOSE.removesuffix("\n"),
        LOOSE + "\n\n",
        LOOSE + "# the end\n",
        LOOSE.replace("\n", "\r\n"),
        LOOSE.partition("entries:\n")[0]
        + "entries:\n"
        + "".join(f"  {line}\n" for line in LOOSE.partition("entries:\n")[2].splitlines()),
        LOOSE.partition("entries:\n")[0].replace("title: Extra\n", "")
        + "entries:\n"
        + LOOSE.partition("entries:\n")[2]
        + "title: Extra\n",
    ],
    ids=["no-last-line-break", "blank-lines", "comment", "carriage-returns", "indented", "entries-not-last"],
)
def test_a_stub_is_added_to_a_file_however_it_is_written(text: str, root: Path) -> None:
    write(root, EXTRA, text)
    add(root, "acme.order_missing", area="extra")
    assert [one["id"] for one in entries_of(root, EXTRA)] == ["order_lost", "order_missing"]
    assert {finding.rule for finding in check(root / "catalog").findings} == {"text-unfinished"}
