"""What these tests share."""

import pytest

from generator.model.catalog import Catalog
from tests.generator.helpers import CATALOG, subject_of


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The catalog from which both packages are generated."""
    return subject_of(CATALOG).catalog
