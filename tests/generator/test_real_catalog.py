"""The catalog of this repository: nothing at all is wrong with it."""

import pytest

from generator.authoring.format import canonical_text
from generator.findings import render
from generator.load.files import kind_of
from generator.load.yaml import read_document
from generator.stages import check
from tests.generator.helpers import CATALOG, ROOT

FILES = sorted(CATALOG.rglob("*.yaml"))


def test_there_are_no_findings() -> None:
    assert render(check(CATALOG).findings, "text") == ""


def test_there_are_files_of_both_brokers() -> None:
    assert {path.parent.name for path in FILES} == {"catalog", "alpaca", "tradovate"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(CATALOG).as_posix())
def test_a_file_is_in_canonical_form(path: object) -> None:
    file = next(one for one in FILES if one == path)
    document = read_document(file, file.relative_to(ROOT).as_posix(), kind_of(file.name))
    assert canonical_text(document) == document.text
