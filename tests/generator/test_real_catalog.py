"""The catalog of this repository: nothing at all is wrong with it."""

import pytest

from generator.authoring.format import canonical_text
from generator.findings import render
from generator.load.files import kind_of, load
from generator.load.yaml import read_document
from generator.stages import check
from tests.generator.helpers import CATALOG

LOADED, _ = load(CATALOG)
assert LOADED is not None
FILES = {document.file.partition("/")[2]: CATALOG.parent / document.file for document in LOADED.documents}


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
