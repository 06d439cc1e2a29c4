"""Two brokers that are catalog files and nothing else: socket callbacks, and negative codes.

They stand for what the project's own brokers have not: codes that look like HTTP statuses, notices that come
as errors, translated texts under one code, one number with two meanings, and requests that are "already so".
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.findings import render
from generator.policies.privacy import Privacy
from generator.policies.registry import Subject
from generator.stages import check, generate
from generator.targets.python.runtime._words import Outcome
from tests.generator.helpers import ROOT
from tests.javascript.node import TESTS, node

TRIAL = ROOT / "tests" / "data" / "trial"
BROKERS = ("binance", "ibkr")
RIGHT = 0.85
"""The share of a broker's payloads that its files have to recognize."""
ENTRIES = 30
NO_CONNECTION = ("Error 502: Couldn't connect to TWS", "Error 502, reqId -1: Couldn't connect to TWS")

Row = Mapping[str, Any]
Files = Mapping[str, Mapping[str, str]]

ANSWERING = """
import json, sys
from broker_errors import match
for line in sys.stdin:
    asked = json.loads(line)
    found = match(asked["source"], **asked["options"])
    print(json.dumps(None if found is None else found.error.value))
"""


@pytest.fixture(scope="module")
def trial() -> Subject:
    """The trial brokers' catalog, with which nothing is wrong."""
    checked = check(TRIAL / "catalog")
    assert render(checked.findings, "text") == ""
    assert checked.subject is not None
    return checked.subject


@pytest.fixture(scope="module")
def files(trial: Subject) -> Files:
    """What every target makes of it."""
    return generate(trial, "0.0.0")


def payloads(broker: str) -> list[Row]:
    """What this broker's users had."""
    lines = (TRIAL / "payloads" / f"{broker}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def errors(broker: str) -> list[Row]:
    return [row for row in payloads(broker) if row["expected"] is not None]


def answer(trial: Subject, text: str, broker: str | None, status: int | None = None) -> str | None:
    found = trial.matcher.find(text, broker, status)
    return None if found is None else found.entry


def answers(trial: Subject, broker: str) -> list[str | None]:
    return [answer(trial, row["text"], broker) for row in payloads(broker)]


def asked(broker: str) -> str:
    """A broker's payloads for a program that answers a line for each."""
    return "\n".join(
        json.dumps({"source": row["text"], "options": {"broker": broker}}) for row in payloads(broker)
    )


def write(files: Files, prefix: str, folder: Path) -> None:
    for path, text in files["generated"].items():
        if path.startswith(prefix):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")


def test_both_brokers_are_catalog_files_with_many_entries(trial: Subject) -> None:
    assert {broker.id: len(broker.entries) >= ENTRIES for broker in trial.catalog.brokers} == dict.fromkeys(
        BROKERS, True
    )


@pytest.mark.parametrize("broker", BROKERS)
def test_what_its_users_had_is_recognized(broker: str, trial: Subject) -> None:
    rows = errors(broker)
    missed = [row for row in rows if answer(trial, row["text"], broker) != row["expected"]]
    assert len(missed) <= (1 - RIGHT) * len(rows), missed


@pytest.mark.parametrize("broker", BROKERS)
def test_no_payload_is_taken_for_a_specific_entry_of_another_meaning(broker: str, trial: Subject) -> None:
    fallbacks = {entry.full_id for entry in trial.catalog.entries if entry.fallback}
    wrong = [
        (row["text"], found)
        for row in errors(broker)
        if (found := answer(trial, row["text"], broker)) not in {row["expected"], None, *fallbacks}
    ]
    assert wrong == []


@pytest.mark.parametrize("broker", BROKERS)
def test_what_is_no_error_of_it_is_nobodys(broker: str, trial: Subject) -> None:
    negatives = [row["text"] for row in payloads(broker) if row["expected"] is None]
    assert negatives
    assert [text for text in negatives if answer(trial, text, None) is not None] == []


@pytest.mark.parametrize("broker", BROKERS)
def test_no_payload_identifies_a_person(broker: str, trial: Subject) -> None:
    privacy = Privacy.of(trial.catalog.brokers)
    assert [found for row in payloads(broker) for found in privacy.identifying(row["text"])] == []


@pytest.mark.parametrize("text", NO_CONNECTION)
def test_a_code_that_looks_like_a_status_is_a_code(text: str, trial: Subject) -> None:
    found = trial.matcher.find(text, "ibkr")
    assert found is not None
    assert (found.entry, found.matched_on) == ("ibkr.connect_failed", "code")


@pytest.mark.parametrize("text", NO_CONNECTION)
def test_a_code_that_looks_like_a_status_is_none(text: str, trial: Subject) -> None:
    found = trial.matcher.find(text, "ibkr")
    assert found is not None
    assert found.report.status is None


@pytest.mark.parametrize("text", NO_CONNECTION)
def test_a_code_that_looks_like_a_status_says_nothing_else_where_no_broker_is_named(
    text: str, trial: Subject
) -> None:
    assert answer(trial, text, None) in {"ibkr.connect_failed", None}


def test_good_news_on_the_way_of_errors_is_no_error(trial: Subject) -> None:
    assert answer(trial, "Warning 2104, reqId -1: Market data farm connection is OK:usfarm", "ibkr") is None


@pytest.mark.parametrize(
    "text",
    [
        "Error 103, reqId 1057: Duplicate order id",
        "# Error 103, reqId 10292: Doppelt vorhandene Order-ID",
        "Error 103, reqId 1057: a text in some other language",
    ],
)
def test_the_code_decides_whatever_the_language_is(text: str, trial: Subject) -> None:
    assert answer(trial, text, "ibkr") == "ibkr.duplicate_order_id"


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ('binance {"code":-2022,"msg":"new"}', "cancel_replace_failed"),
        ('binanceusdm {"code":-2022,"msg":"new"}', "reduce_only_rejected"),
    ],
)
def test_one_number_means_what_its_channel_says(text: str, id_: str, trial: Subject) -> None:
    assert answer(trial, text, "binance") == f"binance.{id_}"


@pytest.mark.parametrize(
    ("text", "broker", "outcome"),
    [
        ("Error 404, reqId 1550: Order held while securities are located.", "ibkr", Outcome.APPLIED),
        ('{"code":-4046,"msg":"No need to change margin type."}', "binance", Outcome.APPLIED),
        (
            '{"code":-2021,"msg":"Order cancel-replace partially failed."}',
            "binance",
            Outcome.PARTLY_APPLIED,
        ),
    ],
)
def test_an_error_tells_that_the_request_took_effect(
    text: str, broker: str, outcome: Outcome, trial: Subject
) -> None:
    entries = {entry.full_id: entry for entry in trial.catalog.entries}
    assert entries[answer(trial, text, broker) or ""].outcome is outcome


@pytest.mark.parametrize("broker", BROKERS)
def test_the_python_package_answers_as_the_plans_do(
    broker: str, trial: Subject, files: Files, tmp_path: Path
) -> None:
    write(files, "broker_errors/", tmp_path)
    said = subprocess.run(
        [sys.executable, "-c", ANSWERING],
        input=asked(broker),
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert list(map(json.loads, said.stdout.splitlines())) == answers(trial, broker)


@pytest.mark.parametrize("broker", BROKERS)
def test_the_javascript_package_answers_as_the_plans_do(
    broker: str, trial: Subject, files: Files, tmp_path: Path
) -> None:
    write(files, "javascript/", tmp_path)
    said = node(TESTS / "answers.mjs", tmp_path / "javascript" / "index.js", given=asked(broker))
    found: Sequence[Any] = [json.loads(line)[0] for line in said.splitlines()]
    assert [one and one["error"] for one in found] == answers(trial, broker)


def test_the_json_has_its_published_shape_and_every_entry(trial: Subject, files: Files) -> None:
    schema = json.loads((ROOT / "generated" / "catalog.schema.json").read_text("utf-8"))
    catalog = json.loads(files["generated"]["catalog.json"])
    assert [error.message for error in Draft202012Validator(schema).iter_errors(catalog)] == []
    listed = {entry["id"] for broker in catalog["brokers"] for entry in broker["entries"]}
    assert listed == {entry.full_id for entry in trial.catalog.entries}


def test_the_site_has_a_page_for_every_entry(trial: Subject, files: Files) -> None:
    pages = files["site/docs"]
    missing = [entry.full_id for entry in trial.catalog.entries if f"{entry.docs_path[:-1]}.md" not in pages]
    assert missing == []
