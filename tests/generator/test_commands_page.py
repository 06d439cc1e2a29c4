"""The reference of the commands is what the parser says."""

from generator.commands import COMMAND, PAGE, page
from tests.generator.helpers import ROOT


def test_the_page_is_fresh() -> None:
    assert (ROOT / PAGE).read_text("utf-8") == page(), f"Mend with: {COMMAND}"


def test_the_page_says_what_every_option_does() -> None:
    rows = [line for line in page().splitlines() if line.startswith("| `")]
    assert rows
    assert all(row.split(" | ")[1].removesuffix(" |").strip() for row in rows)
