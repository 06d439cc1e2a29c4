"""The page on what a change means is what the rules say."""

from generator.history.page import COMMAND, PAGE, page
from generator.history.rules.registry import all_rules
from tests.generator.helpers import ROOT


def test_the_page_is_fresh() -> None:
    assert (ROOT / PAGE).read_text("utf-8") == page(), f"Mend with: {COMMAND}"


def test_the_page_has_a_row_for_every_rule() -> None:
    rows = [line for line in page().splitlines() if line.startswith("| `")]
    assert len(rows) == len(all_rules())
    assert {row.count("|") for row in rows} == {5}
