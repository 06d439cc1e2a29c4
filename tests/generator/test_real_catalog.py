"""The catalog of this repository: nothing at all is wrong with it."""

import pytest

from generator.authoring.format import canonical_text
from generator.findings import render
from generator.load.files import kind_of
from generator.load.yaml import read_document
from generator.stages import check
from tests.generator.helpers import CATALOG

FILES = {path.relative_to(CATALOG).as_posix(): path for path in sorted(CATALOG.rglob("*.yaml"))}


def test_there_are_no_findings() -> None:
    assert render(check(CATALOG).findings, "text") == ""


def test_there_are_files_of_both_brokers() -> None:
    brokers = {name.removesuffix("/broker.yaml") for name in FILES if name.endswith("/broker.yaml")}
    assert brokers == {"alpaca", "tradovate"}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_in_canonical_form(name: str) -> None:
    path = FILES[name]
    document = read_document(path, f"catalog/{name}", kind_of(path.name))
    assert canonical_text(document) == document.text
