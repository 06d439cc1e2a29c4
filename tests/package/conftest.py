"""Fixtures of the package's tests."""

import io
import sys

import pytest
from broker_errors._cli import main

from tests.package.support import Answer, Command

GENERAL = "two entries have these words, each with its own code"
KNOWN_GAPS = {
    "test_alpaca_guide_item_is_its_entry[item FAQ 4]": GENERAL,
    "test_alpaca_guide_item_gives_its_params[item FAQ 4]": GENERAL,
}
"""What the matcher does not do yet, by test: each has to fail until it does."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Expect the known gaps to fail, and to be taken from the list when they do not."""
    for item in items:
        if item.name in KNOWN_GAPS:
            item.add_marker(
                pytest.mark.xfail(reason=KNOWN_GAPS[item.name], raises=AssertionError, strict=True)
            )


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run ``broker-errors`` with the given arguments, and ``stdin`` where it is given."""

    def run(*arguments: str, stdin: bytes | None = None) -> Answer:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        try:
            code = main(arguments)
        except SystemExit as exit_:
            code = exit_.code if isinstance(exit_.code, int) else 1
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return run
