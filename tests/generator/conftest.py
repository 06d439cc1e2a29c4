"""The catalogs on which the generator is tested."""

from pathlib import Path

import pytest

from generator.stages import check
from generator.model.catalog import Broker, Catalog
from tests.generator.helpers import CATALOG, FIXTURE_CATALOG, make_root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The root of a repository that holds a copy of the fixture catalog."""
    return make_root(tmp_path / "repository")


@pytest.fixture(scope="session")
def acme() -> Broker:
    """The only broker of the fixture catalog."""
    return _checked(FIXTURE_CATALOG).brokers[0]


@pytest.fixture(scope="session")
def real_catalog() -> Catalog:
    """The real catalog."""
    return _checked(CATALOG)


def _checked(folder: Path) -> Catalog:
    catalog, findings = check(folder)
    assert catalog is not None, findings
    return catalog
