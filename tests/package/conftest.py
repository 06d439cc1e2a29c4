"""Fixtures of the package's tests."""

import io
import sys

import pytest
from broker_errors._cli import main

from tests.package.support import Answer, Command

FRAME = "Maintenance is too general a word to tell the broker in a text"
NESTED = "a body quoted within a quoted body loses its nesting"
FORM = "some answers with nested or many-line values are lost in this form"
GENERAL = "general words, which count only beside their code"
FOREIGN = "a status in a text counts as the broker's when the text names nobody else"
KNOWN_GAPS = {
    "test_shutdown_code_needs_no_broker[Maintenance-tradovate.shutdown_maintenance]": FRAME,
    "test_frame_of_several_messages_is_read_to_its_end": FRAME,
    "test_an_answer_in_another_form_is_the_same_or_less[as a JSON log line]": NESTED,
    "test_an_answer_in_json_is_found_in_every_common_form[parsed in a list]": FORM,
    "test_an_answer_in_json_is_found_in_every_common_form[Python repr]": FORM,
    "test_an_answer_in_json_is_found_in_every_common_form[log line]": FORM,
    "test_alpaca_guide_item_is_its_entry[item FAQ 4]": GENERAL,
    "test_alpaca_guide_item_gives_its_params[item FAQ 4]": GENERAL,
    "test_it_is_no_error_of_the_broker_that_is_named[another broker's code and text-alpaca]": FOREIGN,
    "test_it_is_no_error_of_the_broker_that_is_named[a map service's gateway-alpaca]": FOREIGN,
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
