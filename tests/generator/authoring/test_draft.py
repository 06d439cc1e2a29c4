"""Entries drafted from payloads that nothing recognizes."""

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.draft import as_markdown, draft
from generator.authoring.infer import infer
from generator.authoring.new import Refusal
from generator.authoring.redact import redacted
from generator.authoring.reports import brokers_by_name, from_issue, from_log
from generator.cli import main
from generator.load.files import load
from generator.messages.template import parse_template
from generator.policies.privacy import Privacy
from generator.shape import check_shape
from tests.generator.helpers import ROOT, examples
from tests.generator.history.repository import ORDERS, make_repository

PRIVACY = Privacy(private=("(?:PK|AK|CK)[A-Z0-9]{16,24}",))
BROKERS = {"acme": "acme"}
UNKNOWN = '{"message":"the order cannot be split at the moment, 3 parts","account":"PA3X7Y8Z9W12"}'
KNOWN = '{"code":40301,"message":"insufficient funds, 12.5 needed for AAPL"}'


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_repository(tmp_path_factory.mktemp("draft") / "repository")


def event(folder: Path, **fields: str) -> Path:
    body = "".join(f"### {label}\n\n{text}\n\n" for label, text in fields.items())
    file = folder / "event.json"
    file.write_text(json.dumps({"issue": {"body": body.replace("_", " ")}}), "utf-8")
    return file


def issue(folder: Path, payload: str, asked: str = "POST /orders") -> Path:
    return event(
        folder, Broker="Acme", What_the_broker_answered=f"```text\n{payload}\n```", What_was_asked=asked
    )


def test_what_is_known_is_counted_and_not_drafted(root: Path) -> None:
    made = draft(root, from_log([KNOWN, KNOWN], "acme"))
    assert (made.known, made.stubs) == ({"acme.insufficient_funds": 2}, ())


def test_the_rest_is_grouped_by_what_stays_the_same(root: Path) -> None:
    other = UNKNOWN.replace("3 parts", "4 parts")
    (stub,) = draft(root, from_log([UNKNOWN, KNOWN, other], "acme")).stubs
    assert stub.count == 2
    assert "the order cannot be split at the moment, {int:int} parts" in " ".join(stub.text.split())


def test_a_stub_says_where_it_belongs_and_why(root: Path) -> None:
    (stub,) = draft(root, from_log([UNKNOWN], "acme")).stubs
    assert stub.file == ORDERS
    assert "acme.order_not_open also says moment, order" in stub.why


def test_a_stub_that_is_like_nothing_goes_to_the_operations_area(root: Path, tmp_path: Path) -> None:
    report = from_issue(issue(tmp_path, '{"message":"xyzzy"}'), BROKERS)
    (stub,) = draft(root, report).stubs
    assert (stub.file, "POST /orders" in stub.why) == (ORDERS, True)


def test_a_stub_that_is_like_nothing_has_no_place(root: Path) -> None:
    (stub,) = draft(root, from_log(['{"message":"xyzzy"}'], "acme")).stubs
    assert stub.file is None


def test_the_area_that_is_named_is_taken(root: Path) -> None:
    (stub,) = draft(root, from_log(['{"message":"xyzzy"}'], "acme"), "orders").stubs
    assert stub.file == ORDERS


def test_an_area_that_is_none_is_refused(root: Path) -> None:
    with pytest.raises(Refusal, match="no area nowhere"):
        draft(root, from_log([UNKNOWN], "acme"), "nowhere")


def test_an_example_is_the_body_without_what_a_program_wrote_around_it(root: Path) -> None:
    (stub,) = draft(root, from_log([f"2026-01-05 ERROR bot: {UNKNOWN} (attempt 1)"], "acme")).stubs
    assert "ERROR" not in stub.text
    assert "attempt" not in stub.text


def test_an_example_has_the_params_that_are_captured(root: Path) -> None:
    payload = '{"message":"the most for AAPL is 250.00 at a time","account":"demo"}'
    (stub,) = draft(root, from_log([payload, payload.replace("AAPL", "TSLA")], "acme")).stubs
    (entry,) = yaml.safe_load(stub.text)
    assert entry["examples"][0]["params"] == {"symbol": "AAPL", "decimal": "250.00"}


def test_what_identifies_somebody_is_not_drafted(root: Path) -> None:
    (stub,) = draft(root, from_log([UNKNOWN], "acme")).stubs
    assert "PA3X7Y8Z9W12" not in stub.text


def test_the_status_that_a_reporter_writes_is_the_signatures(root: Path, tmp_path: Path) -> None:
    report = from_issue(issue(tmp_path, f"HTTP 422\n{UNKNOWN}"), BROKERS)
    (stub,) = draft(root, report).stubs
    assert "status: 422" in stub.text


def test_stubs_are_written_in_the_shape_of_an_entry(root: Path, tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "repository")
    log = tmp_path / "log"
    log.write_text(UNKNOWN + "\n", "utf-8")
    assert main(["--root", str(repository), "draft", "--log", str(log), "--broker", "acme", "--write"]) == 0
    files, _ = load(repository / "catalog")
    assert files is not None
    assert check_shape(files) == []


def test_a_stub_without_a_place_is_not_written_unsaid(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "log"
    log.write_text('{"message":"xyzzy"}\n', "utf-8")
    assert main(["--root", str(root), "draft", "--log", str(log), "--broker", "acme", "--write"]) == 1
    assert "Not added: xyzzy.\n    mend: Name the area with --area." in capsys.readouterr().err


def test_what_was_guessed_is_left_to_do(root: Path) -> None:
    (stub,) = draft(root, from_log([UNKNOWN], "acme")).stubs
    assert stub.text.startswith("- # TODO: choose the id, the category, the retry")


def test_nothing_to_draft_exits_with_1(root: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text(KNOWN + "\n", "utf-8")
    assert main(["--root", str(root), "draft", "--log", str(log), "--broker", "acme"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"issue": {"body": null}}',
        '{"issue": {"body": "### Broker\\n\\nNobody"}}',
        "[" * 100_000,
    ],
    ids=["empty", "list", "no issue", "no body", "unknown broker", "deep"],
)
def test_what_is_no_issue_of_the_form_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "event.json"
    file.write_text(text, "utf-8")
    with pytest.raises(Refusal):
        from_issue(file, BROKERS)


def test_an_issue_cannot_close_the_fence_that_its_text_stands_in(root: Path, tmp_path: Path) -> None:
    report = from_issue(issue(tmp_path, '{"message":"````` @everyone ![x](https://evil.example)"}'), BROKERS)
    text = as_markdown(draft(root, report))
    fence = next(line for line in text.splitlines() if line.startswith("```")).removesuffix("yaml")
    inside = text.partition(f"{fence}yaml\n")[2].partition(f"\n{fence}\n")[0]
    assert "@everyone" in inside
    assert "@everyone" not in text.replace(inside, "")


def test_the_issue_form_names_every_broker() -> None:
    text = (ROOT / ".github" / "ISSUE_TEMPLATE" / "unknown-error.yml").read_text("utf-8")
    listed = next(line for line in text.splitlines() if line.strip().startswith("options:"))
    names = [name.strip() for name in listed.partition("[")[2].rstrip("]").split(",")]
    assert sorted(name.lower() for name in names) == sorted(brokers_by_name(ROOT))


@pytest.mark.parametrize(
    ("messages", "template"),
    [
        (['asset "GME" is halted', 'asset "AMC" is halted'], 'asset "{symbol:symbol}" is halted'),
        (
            ["max for AAPL is 10, got 20", "max for TSLA is 12, got 21"],
            "max for {symbol:symbol} is {int:int}, got {got:int}",
        ),
        (["cost must be at least 10.50."], "cost must be at least {decimal:decimal}"),
        (
            ["cannot open a long crypto position", "cannot open a short crypto position"],
            "cannot open a {word:word} crypto position",
        ),
        (["weird {json} here"], "weird {{json}} here"),
        (["order 00000000-0000-4000-8000-000000000001 is gone"], "order {uuid:uuid} is gone"),
        (["version v2 of T+1 is not served"], "version v2 of T+1 is not served"),
    ],
)
def test_what_varies_becomes_a_slot(messages: list[str], template: str) -> None:
    assert [one.template for one in infer(messages)] == [template]


def test_messages_of_two_kinds_are_two_templates() -> None:
    assert len(infer(["the market is closed today", "the order is too large"])) == 2


@given(
    st.lists(
        st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), min_size=1, max_size=60),
        max_size=6,
    )
)
@examples(200)
def test_every_message_is_in_one_group(messages: list[str]) -> None:
    grouped = [message for one in infer(messages) for message in one.messages]
    assert sorted(grouped) == sorted(messages)


@pytest.mark.parametrize(
    "text",
    [
        "mail joe@example.org now",
        "order 61e69015-8549-4bfd-b9c3-01e75843f47d",
        "key PKABCDEFGH12345678",
        "account 123456789",
        "id 0123456789abcdef0123456789abcdef",
        "secret abcDEF0123456789abcDEF0123456789abcDEF0123456789",
    ],
)
def test_nothing_identifies_a_person_after_redaction(text: str) -> None:
    assert list(PRIVACY.identifying(redacted(text, PRIVACY))) == []
    assert redacted(text, PRIVACY) != text


def test_the_same_value_gets_the_same_placeholder() -> None:
    id_ = "61e69015-8549-4bfd-b9c3-01e75843f47d"
    first, second = redacted(f"{id_} {id_}", PRIVACY).split()
    assert first == second


def test_a_drafted_template_is_one() -> None:
    for one in infer(["max for AAPL is 10, got 20", "x {y} 3 4"]):
        assert parse_template(one.template)
