"""What these tests share."""

import pytest

from generator.model.catalog import Catalog
from tests.generator.helpers import real_subject


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The catalog from which both packages are generated."""
    return real_subject().catalog
