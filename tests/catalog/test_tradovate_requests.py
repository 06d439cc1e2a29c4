"""What a program is told about Tradovate's refusals of logins, subscriptions, settings and bad requests."""

import json
from typing import Any

import broker_errors
import pytest

from tests.catalog.answers import Told, entries, id_of, told

UNKNOWN = ("unknown", "reconcile", "reconcile")
NEVER = ("not_applied", "never", "never")
CHANGE = ("not_applied", "after_change", "after_change")


def answer(source: object, status: int | None = None) -> Told | None:
    """What a program is told that knows the answer to be Tradovate's."""
    return told(source, status, broker="tradovate")


def refusal(text: str, **fields: Any) -> dict[str, Any]:
    """A business error."""
    return {"errorText": text, **fields}


def test_access_that_is_denied_in_a_good_answer_changed_nothing() -> None:
    assert answer(refusal("Access denied"), 200) == ("access_denied", *CHANGE)
    assert answer(refusal("Access is denied"), 200) == ("access_denied", *CHANGE)


@pytest.mark.parametrize("body", [{"e": "shutdown"}, {"e": "shutdown", "d": {"reasonCode": "SomethingNew"}}])
def test_a_shutdown_for_an_unknown_reason_is_not_answered_by_a_loop(body: object) -> None:
    assert answer(body) == ("shutdown_unrecognized", "unknown", "after_change", "after_change")


@pytest.mark.parametrize("code", ["UserAlreadyExists", "EmailAlreadyRegistered", "ConflictWithExisting"])
def test_what_exists_already_may_be_the_work_of_an_earlier_attempt(code: str) -> None:
    found = answer({"errorCode": code})
    assert found is not None
    assert found[1:] == UNKNOWN


@pytest.mark.parametrize("id_", ["insufficient_funds", "single_trial_only", "demo_balance_change_limit"])
def test_a_refusal_that_an_earlier_attempt_can_cause_says_so(id_: str) -> None:
    assert entries("tradovate")[id_]["earlier_attempt"]


def test_parts_of_a_batch_without_a_text_were_done() -> None:
    batch = {"errorText": "", "results": [{"errorText": ""}, {"errorText": "bad"}]}
    assert answer(batch) == ("business_error_text", "unknown", "after_change", "reconcile")
    assert entries("tradovate")["business_error_text"]["on_the_way"]
    assert answer({"errorText": "", "results": [{"errorText": ""}]}) is None


class TestTextsThatTheSpecificationPrints:
    """Each is known, and says that nothing was changed."""

    @pytest.mark.parametrize(
        ("id_", "text", "write"),
        [
            ("demo_account_closed", "Demo account is closed", None),
            (
                "demo_balance_change_limit",
                "One change to the simulation cash balance is permitted per hour. Please try again later.",
                "wait",
            ),
            (
                "demo_balance_maximum",
                "Maximum cash amount in the simulation account must be less than or equal to $50,000",
                None,
            ),
            ("wrong_environment", "This endpoint should be called on demo.tradovateapi.com", None),
            ("wrong_environment", "This endpoint should be called on live.tradovateapi.com", None),
            ("validation_violation", "Account Id should be greater than 0", None),
            ("validation_violation", "Cash Change should be greater than -1000000", None),
            ("validation_violation", "Cash Change should be less than 1000000", None),
            ("validation_violation", "Comment should be no longer than 64", None),
            (
                "validation_violation",
                "Admin Action should be between Normal and LiquidateImmediately",
                None,
            ),
            ("auto_liq_profile_not_found", "Auto-liq profile not found", None),
        ],
    )
    def test_it_leads_to_its_entry(self, id_: str, text: str, write: str | None) -> None:
        found = answer(refusal(text), 200)
        assert found is not None
        assert (found.id, found.outcome) == (id_, "not_applied")
        assert write is None or found.write == write

    def test_it_is_known_in_a_frame_too(self) -> None:
        frame = json.dumps([{"s": 200, "i": 2, "d": refusal("Account Id should be greater than 0")}])
        assert id_of(f"a{frame}", broker="tradovate") == "validation_violation"

    def test_the_limit_on_changes_of_the_balance_is_an_hour(self) -> None:
        text = "One change to the simulation cash balance is permitted per hour. Please try again later."
        found = broker_errors.match(json.dumps(refusal(text)), broker="tradovate")
        assert found is not None
        assert found.advice("POST /cashBalance/changedemobalance").wait_seconds == 3600


class TestMalformedRequests:
    """What the server could not read."""

    def test_the_offset_of_an_illegal_number_is_captured(self) -> None:
        text = "Limit Order Failed\nInvalid JSON: illegal number, offset: 0x00000090, buf: ..."
        found = broker_errors.match(text, broker="tradovate")
        assert found is not None
        assert found.error == "tradovate.invalid_json_illegal_number"
        assert found.params["offset"] == "0x00000090"

    def test_json_that_is_invalid_in_another_way_is_known_as_such(self) -> None:
        text = "Invalid JSON: expected '[' or null, offset: 0x31"
        assert id_of(text, 400, broker="tradovate") == "invalid_json_unrecognized"

    def test_a_date_that_a_log_shows_was_refused(self) -> None:
        text = "Exception: POST /md/getChart failed (400): Invalid date format"
        assert id_of(text, broker="tradovate") == "invalid_date_format"
        assert entries("tradovate")["invalid_date_format"]["signatures"][0]["evidence"] == "observed"


class TestReports:
    """Refusals of the reporting hosts."""

    def test_a_range_that_is_too_long_is_tradovates_only_where_it_is_named(self) -> None:
        assert answer(refusal("Too long range")) == ("report_range_too_long", *NEVER)
        assert told(refusal("Too long range")) is None

    def test_the_account_of_a_report_is_not_found(self) -> None:
        found = id_of(refusal("account is not found (ID:0)"), broker="tradovate")
        assert found == "report_account_not_found"


class TestAddresses:
    """Requests that reached the wrong place."""

    def test_a_handshake_that_is_answered_like_a_page(self) -> None:
        text = "connect failed: Error: Server responded with a non-101 status: 200 OK"
        assert answer(text) == ("ws_wrong_address", *NEVER)

    @pytest.mark.parametrize(
        ("text", "status"), [("", 421), ("", 307), ("Handshake status 421 Misdirected Request", None)]
    )
    def test_a_host_that_is_another_organizations(self, text: str, status: int | None) -> None:
        assert answer(text, status) == ("wrong_api_host", *NEVER)


def test_a_lock_out_warning_is_documented() -> None:
    assert "not documented" not in entries("tradovate")["lockout_warning"].get("note", "")


def test_that_a_number_as_text_is_refused_is_a_report_of_users() -> None:
    causes = entries("tradovate")["app_not_registered"]["causes"]
    assert any("cid" in cause and "report" in cause for cause in causes)


def test_the_token_is_exchanged_as_a_form() -> None:
    code = [
        step["code"] for step in entries("tradovate")["oauth_token_error"]["remediation"] if "code" in step
    ]
    assert any("data=" in one for one in code)
    assert not any("json=" in one for one in code)
