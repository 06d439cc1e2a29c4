"""Every policy finds its own fault, where it is, and nothing else is found."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import broker_errors
import pytest

from generator.findings import Finding, has_errors
from generator.policies.identity import TAKEN_CLASSES
from generator.policies.registry import all_policies
from generator.policies.signatures import FALLBACK_STATUSES
from generator.stages import check
from tests.generator.helpers import (
    FIXTURE_CATALOG,
    KNOWN_FROM,
    POLICY_FIXTURES,
    area_text,
    entry,
    make_root,
    overlay,
    places,
    rows,
    snapshot,
    worded,
    write,
)

POLICIES = {policy.id: policy for policy in all_policies()}
FOLDERS = sorted(path.name for path in POLICY_FIXTURES.iterdir())
EXTRA = "catalog/acme/extra.yaml"


class Fault(NamedTuple):
    """A policy, and what is found in the catalog of its folder."""

    policy: str
    findings: Sequence[Finding]


def expected_of(policy: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(
        (POLICY_FIXTURES / policy / "expected.json").read_text("utf-8")
    )
    return found


def findings_with(root: Path, *entries: dict[str, Any]) -> list[str]:
    write(root, EXTRA, area_text(*entries))
    return places(check(root / "catalog").findings)


def test_nothing_is_wrong_with_the_fixture_catalog() -> None:
    assert places(check(FIXTURE_CATALOG).findings) == []


@pytest.fixture(scope="module", params=FOLDERS)
def fault(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Fault:
    """The fault of each policy's folder, and what is found."""
    root = make_root(tmp_path_factory.mktemp("fault") / "repository")
    overlay(root, POLICY_FIXTURES / request.param)
    return Fault(request.param, check(root / "catalog").findings)


def test_a_fault_is_found_by_its_policy_and_by_no_other(fault: Fault) -> None:
    assert rows(fault.findings) == expected_of(fault.policy)


def test_a_fault_is_found_together_with_what_mends_it(fault: Fault) -> None:
    assert fault.findings
    assert [finding for finding in fault.findings if not (finding.message and finding.mend)] == []


def test_every_policy_has_a_fixture_and_every_fixture_a_policy() -> None:
    assert sorted(POLICIES) == FOLDERS


@pytest.mark.parametrize("policy", FOLDERS)
def test_a_fixture_expects_findings_of_its_own_policy_only(policy: str) -> None:
    assert {(row["rule"], row["severity"]) for row in expected_of(policy)} == {
        (policy, POLICIES[policy].severity)
    }


@pytest.mark.parametrize("policy", FOLDERS)
def test_a_fixture_holds_only_files_that_differ_from_the_fixture_catalog(policy: str) -> None:
    catalog = snapshot(FIXTURE_CATALOG)
    files = snapshot(POLICY_FIXTURES / policy)
    assert [name for name, content in files.items() if catalog.get(name) == content] == []


@pytest.mark.parametrize("policy", POLICIES)
def test_a_policy_says_why_it_is_there(policy: str) -> None:
    assert (POLICIES[policy].check.__doc__ or "").strip().endswith(".")


def test_the_policies_of_the_second_round_wait_until_the_first_finds_no_error(root: Path) -> None:
    overlay(root, POLICY_FIXTURES / "templates-disjoint")
    overlay(root, POLICY_FIXTURES / "source-used")
    warned = {finding.rule for finding in check(root / "catalog").findings}
    overlay(root, POLICY_FIXTURES / "enum-name")
    failed = {finding.rule for finding in check(root / "catalog").findings}
    assert (warned, failed) == ({"templates-disjoint", "source-used"}, {"enum-name"})


def test_a_warning_does_not_keep_the_catalog_back(root: Path) -> None:
    overlay(root, POLICY_FIXTURES / "source-used")
    checked = check(root / "catalog")
    assert checked.catalog is not None
    assert not has_errors(checked.findings)


def test_every_class_that_the_package_always_exports_is_taken(root: Path) -> None:
    of_brokers = {name for broker in broker_errors.BROKERS for name in getattr(broker_errors, broker).__all__}
    exported = {name for name in broker_errors.__all__ if name[0].isupper() and not name.isupper()}
    assert exported - of_brokers <= TAKEN_CLASSES


@pytest.mark.parametrize("name", ["None", "Advice", "EntryInfo"])
def test_a_name_that_python_or_the_package_needs_is_no_enums_name(name: str, root: Path) -> None:
    file = "catalog/acme/broker.yaml"
    text = (root / file).read_text("utf-8")
    write(root, file, text.replace("enum: AcmeError", f"enum: {name}"))
    assert places(check(root / "catalog").findings) == [f"{file}:4:1 enum-name"]


@pytest.mark.parametrize("status", FALLBACK_STATUSES)
def test_every_status_that_servers_answer_needs_a_fallback(status: int, root: Path) -> None:
    file = "catalog/acme/limits.yaml"
    text = (root / file).read_text("utf-8")
    write(root, file, text.replace(f"- {{status: {status}, evidence", "- {status: 505, evidence"))
    messages = [
        finding.message for finding in check(root / "catalog").findings if finding.rule == "fallback-statuses"
    ]
    assert messages == [f"No entry of acme stands for the status {status}."]


@pytest.mark.parametrize(
    ("misspelt", "mend"),
    [
        (
            {"category": "invalid_requests"},
            "Write invalid_request, or declare it in catalog/categories.yaml.",
        ),
        (
            {"channels": ["rest", "streams"]},
            "Write stream, or declare it under channels: in catalog/acme/broker.yaml.",
        ),
        (
            {"sources": ["acme_doc"]},
            "Write acme_docs, or declare it under sources: in catalog/acme/broker.yaml.",
        ),
        (
            {"related": ["order_close"]},
            "Write order_closed, or declare it as an entry in catalog/acme/.",
        ),
        (
            {"sources": ["xyz"]},
            "Use a name that is declared, or declare it under sources: in catalog/acme/broker.yaml.",
        ),
    ],
    ids=["category", "channel", "source", "entry", "nothing-alike"],
)
def test_a_misspelt_name_is_answered_with_the_closest_one(
    misspelt: dict[str, Any], mend: str, root: Path
) -> None:
    write(root, EXTRA, area_text(entry(**misspelt)))
    assert [finding.mend for finding in check(root / "catalog").findings] == [mend]


class TestTemplatesOfTwoEntries:
    """When one text may match templates of two entries."""

    def test_they_may_overlap_where_one_names_the_other(self, root: Path) -> None:
        general = worded("general", "the market says closed today")
        general["signatures"].append({**KNOWN_FROM, "message": "the market says {reason:rest}"})
        special = worded("special", "the market says gone fishing", more_specific_than=["general"])
        assert findings_with(root, general, special) == []

    def test_they_may_overlap_where_one_is_above_the_other_through_a_third(self, root: Path) -> None:
        findings = findings_with(
            root,
            _said_by("low", "the market says {a:rest}", "the market says low"),
            _said_by("middle", "the market says no {b:rest}", "the market says no way", above="low"),
            _said_by(
                "top", "the market says no more {c:rest}", "the market says no more tea", above="middle"
            ),
        )
        assert findings == []

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ({"status": 403}, {"status": 404}),
            ({"channel": "rest"}, {"channel": "stream"}),
            ({"code": "40301"}, {"code": "42201"}),
        ],
        ids=["status", "channel", "code"],
    )
    def test_they_may_overlap_where_they_require_what_excludes_each_other(
        self, one: dict[str, Any], other: dict[str, Any], root: Path
    ) -> None:
        entries = [_requiring("first", one), _requiring("second", other)]
        findings = findings_with(root, *entries)
        assert [finding for finding in findings if "templates-disjoint" in finding] == []

    def test_they_may_not_overlap_where_they_require_what_can_hold_together(self, root: Path) -> None:
        entries = [_requiring("first", {"status": 403}), _requiring("second", {"code": "40301"})]
        findings = findings_with(root, *entries)
        assert [finding for finding in findings if "templates-disjoint" in finding] == [
            f"{EXTRA}:10:5 templates-disjoint"
        ]

    def test_two_entries_cannot_each_be_more_specific_than_the_other(self, root: Path) -> None:
        findings = findings_with(
            root,
            _said_by("here", "the market says {a:rest}", "the market says low", above="there"),
            _said_by("there", "the market says {b:word}", "the market says high", above="here"),
        )
        assert [finding for finding in findings if "example-matches" not in finding] != []


@pytest.mark.parametrize(
    "text",
    [
        "Write to support@acme.example.",
        "The order 00000000-0000-4000-8000-000000000017.",
        "The account 00000000000000000000000000000003.",
        "The account 100000001.",
        "The contract TSLA231110C00021000 at 2025-11-29T14:54:23.123456789Z.",
        "The code 40310000 and the price 680930026.5.",
    ],
    ids=["vendor-address", "uuid", "hex", "number", "contract-and-time", "code-and-price"],
)
def test_what_identifies_nobody_may_be_published(text: str, root: Path) -> None:
    assert findings_with(root, entry(causes=[text])) == []


def _said_by(id_: str, template: str, message: str, above: str | None = None) -> dict[str, Any]:
    """An entry with one template of one slot, which stands at the template's end."""
    name = template.partition("{")[2].partition(":")[0]
    value = message[len(template.partition("{")[0]) :]
    return entry(
        id=id_,
        signatures=[{"message": template}],
        more_specific_than=[above] if above else None,
        examples=[
            {
                "evidence": "constructed",
                "source": {"body": json.dumps({"message": message})},
                "params": {name: value},
            }
        ],
    )


def _requiring(id_: str, given: dict[str, Any]) -> dict[str, Any]:
    """An entry whose message is required to come with what is given."""
    data = worded(id_, "the market is closed today", channels=["rest", "stream"])
    data["signatures"] = [
        {**KNOWN_FROM, **given, "message": "the market is closed today", "requires": list(given)}
    ]
    return data
