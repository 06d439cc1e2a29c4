"""An entry gets another id: its own, and wherever it is named; the old one is kept as a former id."""

from pathlib import Path
from typing import Any

import pytest

from generator.authoring.new import Refusal
from generator.authoring.rename import rename
from generator.load.yaml import read_document
from generator.stages import check
from tests.generator.helpers import snapshot

ORDERS = "catalog/acme/orders.yaml"


def entries_of(root: Path) -> dict[str, Any]:
    data: Any = read_document(root / ORDERS, ORDERS, "entries").data
    return {entry["id"]: entry for entry in data["entries"]}


def test_the_entry_has_the_new_id_and_keeps_the_old_one_as_a_former(root: Path) -> None:
    rename(root / "catalog", "acme.invalid_parameter", "acme.bad_parameter", "2.0.0")
    entry = entries_of(root)["bad_parameter"]
    assert entry["formerly"] == [{"id": "invalid_parameter", "until": "2.0.0"}]


def test_entries_that_name_it_name_the_new_id(root: Path) -> None:
    rename(root / "catalog", "acme.invalid_parameter", "acme.bad_parameter", "2.0.0")
    entries = entries_of(root)
    assert entries["insufficient_funds"]["related"] == ["bad_parameter"]
    assert entries["invalid_quantity"]["more_specific_than"] == ["bad_parameter"]


def test_the_catalog_is_in_order_afterwards(root: Path) -> None:
    rename(root / "catalog", "acme.invalid_parameter", "acme.bad_parameter", "2.0.0")
    assert check(root / "catalog").findings == ()


def test_a_second_name_is_kept_beside_the_first(root: Path) -> None:
    rename(root / "catalog", "acme.invalid_parameter", "acme.bad_parameter", "2.0.0")
    rename(root / "catalog", "acme.bad_parameter", "acme.parameter_invalid", "3.0.0")
    former = entries_of(root)["parameter_invalid"]["formerly"]
    assert [one["id"] for one in former] == ["invalid_parameter", "bad_parameter"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("acme.nothing_here", "acme.other", "There is no entry acme.nothing_here."),
        ("acme.invalid_parameter", "acme.invalid_quantity", "acme.invalid_quantity stands in"),
        ("acme.invalid_parameter", "emca.invalid_parameter", "are of two brokers"),
        ("emca.invalid_parameter", "emca.other", "There is no broker emca."),
        ("acme.invalid_parameter", "acme.Invalid", "'acme.Invalid' is not a full id."),
        ("acme.invalid_parameter", "acme.index", "The page index is another page's."),
    ],
)
def test_what_cannot_be_renamed_is_refused_and_nothing_is_written(
    root: Path, old: str, new: str, said: str
) -> None:
    before = snapshot(root)
    with pytest.raises(Refusal, match=said):
        rename(root / "catalog", old, new, "2.0.0")
    assert snapshot(root) == before
