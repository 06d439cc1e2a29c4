"""CONTRIBUTING shows what the tools print."""

from pathlib import Path

from tests.generator.history.walkthrough import CONTRIBUTING, rewritten, walkthrough


def test_contributing_shows_what_the_tools_print_of_its_change(tmp_path: Path) -> None:
    text = CONTRIBUTING.read_text("utf-8")
    command = "python -m tests.generator.history.walkthrough"
    assert text == rewritten(text, walkthrough(tmp_path)), f"Write it anew: {command}"
