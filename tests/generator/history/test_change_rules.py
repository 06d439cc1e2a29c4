"""Every rule sees its own kind of change, and no other rule sees it."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.history.changes import Level, in_order
from generator.history.rules.registry import all_rules, find_changes
from tests.generator.history.sides import comparison

FIXTURES = Path(__file__).parent / "rules"
RULES = {rule.id: rule for rule in all_rules()}


def seen(folder: Path) -> list[dict[str, Any]]:
    """What any rule sees, as a fixture's expected.json lists it."""
    return [
        {
            "rule": change.rule,
            "level": str(change.level),
            "needs_reason": change.needs_reason,
            "entry": change.entry,
            "says": change.says,
            "place": f"{change.at.file}:{change.at.line}",
            "facts": change.facts,
        }
        for change in in_order(find_changes(comparison(folder)))
    ]


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_change_is_seen_by_its_rule(rule: str) -> None:
    expected = json.loads((FIXTURES / rule / "expected.json").read_text("utf-8"))
    assert seen(FIXTURES / rule) == expected


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_change_is_seen_by_no_other_rule(rule: str) -> None:
    assert {change["rule"] for change in seen(FIXTURES / rule)} == {rule}


def test_every_folder_of_fixtures_is_a_rules() -> None:
    assert {path.name for path in FIXTURES.iterdir()} == set(RULES)


@pytest.mark.parametrize("rule", sorted(RULES))
def test_nothing_is_seen_where_nothing_changed(rule: str, tmp_path: Path) -> None:
    for side in ("base", "head"):
        (tmp_path / side).symlink_to(FIXTURES / rule / "head", target_is_directory=True)
    assert seen(tmp_path) == []


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_rule_says_what_its_change_means(rule: str) -> None:
    assert RULES[rule].meaning.endswith(".")


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_major_change_needs_a_reason(rule: str) -> None:
    assert RULES[rule].needs_reason or RULES[rule].level is not Level.MAJOR
