"""A repository with a history of its own."""

from pathlib import Path

import pytest

from tests.generator.history.repository import copied, make_repository


@pytest.fixture(scope="session")
def repository_of_all(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository of which each test gets a copy."""
    return make_repository(tmp_path_factory.mktemp("history") / "repository")


@pytest.fixture
def repository(repository_of_all: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of a small catalog and of this generator; one commit, everything fresh."""
    return copied(repository_of_all, tmp_path_factory.mktemp("copy") / "repository")
