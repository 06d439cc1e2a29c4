"""The catalogs on which the generator is tested."""

from pathlib import Path

import pytest

from generator.model.catalog import Broker, Catalog
from generator.policies.registry import Subject
from tests.generator.helpers import FIXTURE_CATALOG, make_root, real_subject, subject_of


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The root of a repository that holds a copy of the fixture catalog."""
    return make_root(tmp_path / "repository")


@pytest.fixture(scope="session")
def acme() -> Broker:
    """The only broker of the fixture catalog."""
    return subject_of(FIXTURE_CATALOG).catalog.brokers[0]


@pytest.fixture(scope="session")
def real() -> Subject:
    """The real catalog and its plans."""
    return real_subject()


@pytest.fixture(scope="session")
def real_catalog(real: Subject) -> Catalog:
    """The real catalog."""
    return real.catalog
