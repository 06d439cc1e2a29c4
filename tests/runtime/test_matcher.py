"""The matcher on a small made-up broker, with its plan made in memory: nothing here is any real broker's."""

import json
from pathlib import Path

import pytest

from generator.plan.common import common
from generator.targets.python.runtime._matcher import Matcher
from generator.targets.python.runtime._pieces import pieces_of
from generator.targets.python.runtime._rows import FormRow
from tests.generator.helpers import FIXTURE_CATALOG, subject_of

FUNDS = {"code": 40301, "message": "insufficient funds: 1500.50 needed for 10 BRK.B", "buying_power": "12.3"}
LIMIT = "parameter qty is invalid: at most 500 are allowed"
GOOD = json.dumps([{"reason": "Success", "text": LIMIT}])
"""Within a text only the message counts; as a body it is a good answer."""


@pytest.fixture(scope="module")
def acme() -> Matcher:
    """The matcher of the fixture catalog's only broker."""
    return subject_of(FIXTURE_CATALOG).matcher


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    """The matcher of two brokers that say the same."""
    folder = tmp_path_factory.mktemp("twins") / "catalog"
    for path in FIXTURE_CATALOG.rglob("*.yaml"):
        for broker in ("acme", "emca"):
            copy = folder / path.relative_to(FIXTURE_CATALOG).as_posix().replace("acme", broker)
            copy.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_text("utf-8")
            copy.write_text(text.replace("acme", broker).replace("Acme", broker.capitalize()), "utf-8")
    return Matcher(subject_of(folder).plans, common())


@pytest.fixture(scope="module")
def framed() -> Matcher:
    """The matcher of the broker whose frames have 42 before a JSON value."""
    (plan,) = subject_of(FIXTURE_CATALOG).plans
    rest, stream = plan.channels
    return Matcher([plan._replace(channels=(rest, stream._replace(framing=("42",))))], common())


@pytest.fixture(scope="module")
def code_first() -> Matcher:
    """The matcher of the broker whose client writes code and message, and no word of its own."""
    (plan,) = subject_of(FIXTURE_CATALOG).plans
    form = FormRow("code_first", "acme", pieces_of("{code:int}: {message:rest}"), "", "", False)
    return Matcher([plan._replace(forms=(form,))], common())


def told(
    matcher: Matcher,
    source: object,
    broker: str | None = "acme",
    status: int | None = None,
    channel: str | None = None,
) -> tuple[str, str] | None:
    """The entry, and what decided."""
    found = matcher.find(source, broker, status, channel)
    return None if found is None else (found.entry, found.matched_on)


FORMS = {
    "text": json.dumps(FUNDS),
    "parsed": FUNDS,
    "bytes": json.dumps(FUNDS).encode(),
    "in a list": [FUNDS],
    "JSON within JSON": json.dumps({"detail": json.dumps(FUNDS)}),
    "Python repr": repr(FUNDS),
    "log line": f"2026-01-05 ERROR refused: {json.dumps(FUNDS)}; next try in 5 s",
    "message alone": FUNDS["message"],
    "exception": RuntimeError(json.dumps(FUNDS)),
    "capitals": str(FUNDS["message"]).upper(),
}


@pytest.mark.parametrize("source", FORMS.values(), ids=FORMS)
def test_a_message_is_found_in_every_form(source: object, acme: Matcher) -> None:
    assert told(acme, source) == ("acme.insufficient_funds", "message")


@pytest.mark.parametrize(
    ("source", "status", "channel", "answer"),
    [
        pytest.param(
            {"code": 40301, "message": "new"}, None, None, ("acme.insufficient_funds", "code"), id="code"
        ),
        pytest.param(
            {"code": 40301, "message": LIMIT},
            None,
            None,
            ("acme.invalid_quantity", "message"),
            id="message over code",
        ),
        pytest.param(
            {"message": LIMIT}, 503, None, ("acme.invalid_quantity", "message"), id="message over status"
        ),
        pytest.param(
            {"code": 42201, "message": "new"},
            503,
            None,
            ("acme.invalid_parameter", "code"),
            id="code over status",
        ),
        pytest.param({"message": "new"}, 403, None, ("acme.refused_without_reason", "status"), id="status"),
        pytest.param("", 504, None, ("acme.server_failure", "status"), id="status alone"),
        pytest.param(
            {"captcha": True, "message": LIMIT},
            None,
            None,
            ("acme.captcha_required", "field"),
            id="field over message",
        ),
        pytest.param({"reason": "Halted"}, None, None, ("acme.symbol_halted", "code"), id="code of a frame"),
        pytest.param(
            "slow client",
            None,
            "stream",
            ("acme.slow_client", "message"),
            id="general wording in its channel",
        ),
        pytest.param("slow client", None, "rest", None, id="general wording elsewhere"),
        pytest.param({"reason": "Success"}, None, None, None, id="success"),
        pytest.param(
            [{"status": 200, "body": {}}, {"status": 403, "body": FUNDS}],
            207,
            None,
            ("acme.insufficient_funds", "message"),
            id="item of a batch",
        ),
        pytest.param({"message": "new"}, 200, None, None, id="good status"),
        pytest.param(None, None, None, None, id="nothing"),
    ],
)
def test_what_tells_most_decides(
    source: object, status: int | None, channel: str | None, answer: tuple[str, str] | None, acme: Matcher
) -> None:
    assert told(acme, source, status=status, channel=channel) == answer


def test_the_more_specific_entry_is_found_where_both_match(acme: Matcher) -> None:
    assert told(acme, "parameter qty is invalid: too many") == ("acme.invalid_parameter", "message")
    assert told(acme, LIMIT) == ("acme.invalid_quantity", "message")


def test_params_are_slots_and_fields_by_their_last_name(acme: Matcher) -> None:
    found = acme.find({**FUNDS, "limits": [{"currency": "USD"}]}, "acme")
    assert found is not None
    assert found.params(("buying_power", "limits.0.currency")) == {
        "needed": "1500.50",
        "quantity": "10",
        "symbol": "BRK.B",
        "buying_power": "12.3",
        "currency": "USD",
    }


def test_each_error_is_found_once_and_the_one_that_tells_most_first(acme: Matcher) -> None:
    sources = [{"code": 42201, "message": "new"}, FUNDS, FUNDS]
    assert [found.entry for found in acme.find_all(sources, "acme")] == [
        "acme.insufficient_funds",
        "acme.invalid_parameter",
    ]


@pytest.mark.parametrize("broker", ["acme", "emca"])
def test_what_two_brokers_say_is_of_the_one_that_is_asked_for(broker: str, twins: Matcher) -> None:
    assert told(twins, FUNDS, broker) == (f"{broker}.insufficient_funds", "message")


@pytest.mark.parametrize("source", [FUNDS, LIMIT, "", {"retry-ticket": "x", "retry-after": 5}], ids=repr)
def test_what_two_brokers_say_is_nobodys(source: object, twins: Matcher) -> None:
    assert told(twins, source, None, 403) is None


def test_a_brokers_name_in_the_text_tells_whose_it_is(twins: Matcher) -> None:
    assert told(twins, f"acme-trading: {json.dumps(FUNDS)}", None) == ("acme.insufficient_funds", "message")


@pytest.mark.parametrize("framing", ["42", " 42"], ids=repr)
def test_a_frame_is_read_as_the_value_in_it(framing: str, framed: Matcher) -> None:
    assert told(framed, framing + GOOD) is None
    assert told(framed, framing + json.dumps([FUNDS])) == ("acme.insufficient_funds", "message")


@pytest.mark.parametrize("before", ["4", "42 ", "42:", "43", "a"], ids=repr)
def test_what_is_before_a_value_and_no_framing_makes_it_a_text(before: str, framed: Matcher) -> None:
    assert told(framed, before + GOOD) == ("acme.invalid_quantity", "message")


def test_a_framing_is_the_brokers_own(acme: Matcher) -> None:
    assert told(acme, f"42{GOOD}") == ("acme.invalid_quantity", "message")


@pytest.mark.parametrize("said", ["42", "42[", "42 orders: {}", '42["{}'], ids=repr)
def test_what_only_begins_like_a_frame_is_a_text(said: str, framed: Matcher) -> None:
    assert told(framed, said.format(LIMIT)) == (("acme.invalid_quantity", "message") if "{" in said else None)


def test_a_form_that_a_code_leads_to_may_go_on_to_the_end_of_the_line(code_first: Matcher) -> None:
    text = "18:30 42201: what no entry names\nnext line"
    assert told(code_first, text) == ("acme.invalid_parameter", "code")
    stated = {"code": 42201, "message": "what no entry names"}
    assert f"text form: code_first, {stated}" in code_first.why(text, "acme")


@pytest.mark.parametrize("text", ["a batch: 42201: ", 'a batch: "42201: " failed'], ids=repr)
def test_a_form_that_a_code_leads_to_needs_what_its_last_slot_takes(text: str, code_first: Matcher) -> None:
    steps = code_first.why(text, "acme")
    assert [step for step in steps if step.startswith(("text form", "stopped"))] == []


def test_the_fixture_catalog_is_no_real_broker() -> None:
    assert not Path(FIXTURE_CATALOG / "alpaca").exists()
