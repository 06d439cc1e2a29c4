"""Each kind of generated file, compared with what was read and approved."""

import pytest

from .golden import GOLDEN, generated

PATHS = sorted(generated())


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """What the fixture catalog generates now."""
    return generated()


@pytest.mark.parametrize("path", PATHS)
def test_the_output_is_the_approved_one(files: dict[str, str], path: str) -> None:
    approved = (GOLDEN / path).read_text("utf-8")
    assert files[path] == approved, "If this is meant: python -m tests.generator.targets.golden"


def test_nothing_is_approved_that_is_no_longer_generated(files: dict[str, str]) -> None:
    present = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.txt")}
    assert present == files.keys()
