"""``broker-errors match | explain | list``."""

import io
import json
import os
import re
import subprocess
import sys
from textwrap import indent
from typing import Any

import broker_errors
import pytest
from broker_errors import AlpacaError, Category, Retry
from broker_errors._cli import main
from broker_errors._explain import explain
from broker_errors._page import SECTIONS

from tests.package.support import BUYING_POWER, GENERATED, SHORTING, Answer, Command, catalog_entries

TICKET = '{"p-ticket":"ticket-00000001","p-time":15}'


class TestMatch:
    """``broker-errors match``."""

    def test_error_is_named_with_its_title(self, command: Command) -> None:
        answer = command("match", BUYING_POWER)
        assert (
            answer.out.splitlines()[0]
            == f"alpaca.insufficient_buying_power: {AlpacaError.INSUFFICIENT_BUYING_POWER.info.title}"
        )

    @pytest.mark.parametrize(
        ("label", "value"),
        [
            ("matched on", "message"),
            ("buying_power", "607.24"),
            ("cost_basis", "50007.2"),
            ("category", "insufficient_funds"),
            ("outcome", "not_applied"),
            ("retry", "after_change"),
        ],
    )
    def test_what_matters_is_shown(self, command: Command, label: str, value: str) -> None:
        assert re.search(
            rf"^ +{label} +{re.escape(value)}$", command("match", BUYING_POWER).out, re.MULTILINE
        )

    def test_steps_are_numbered_and_say_who_acts(self, command: Command) -> None:
        answer = command("match", BUYING_POWER)
        steps = AlpacaError.INSUFFICIENT_BUYING_POWER.info.remediation
        expected = [f"  {n}. ({step.who.replace('_', ' ')}) {step.do}" for n, step in enumerate(steps, 1)]
        assert [line for line in answer.out.splitlines() if re.match(r"  \d+\. ", line)] == expected

    def test_way_to_more_is_shown(self, command: Command) -> None:
        assert command("match", BUYING_POWER).out.endswith(
            "broker-errors explain alpaca.insufficient_buying_power\n"
        )

    def test_wait_is_shown(self, command: Command) -> None:
        assert "  retry       wait, 15 seconds\n" in command("match", TICKET).out

    def test_read_and_write_are_told_apart(self, command: Command) -> None:
        answer = command("match", "", "--broker", "alpaca", "--status", "504")
        assert "  retry       reconcile (a read: backoff)\n" in answer.out

    def test_match_exits_with_0(self, command: Command) -> None:
        assert command("match", BUYING_POWER).code == 0

    def test_no_match_exits_with_1(self, command: Command) -> None:
        assert command("match", "all is well").code == 1

    def test_no_match_says_so_on_standard_error(self, command: Command) -> None:
        answer = command("match", "all is well")
        assert (answer.out, answer.err) == (
            "",
            "Not recognized as an error. Say whose answer it is with --broker.\n",
        )

    def test_no_match_of_a_named_broker_does_not_ask_for_it(self, command: Command) -> None:
        assert command("match", "all is well", "--broker", "alpaca").err == "Not recognized as an error.\n"

    def test_broker_can_be_told(self, command: Command) -> None:
        assert command("match", '{"message":"forbidden."}', "--broker", "alpaca").out.startswith(
            "alpaca.forbidden:"
        )

    def test_status_can_be_told(self, command: Command) -> None:
        answer = command("match", "", "--broker", "tradovate", "--status", "423")
        assert answer.out.startswith("tradovate.lockout_warning:")

    def test_channel_can_be_told(self, command: Command) -> None:
        answer = command("match", "slow client", "--broker", "alpaca", "--channel", "market_data_stream")
        assert answer.out.startswith("alpaca.stream_slow_client:")

    @pytest.mark.parametrize("arguments", [("match",), ("match", "-")], ids=["left out", "-"])
    def test_text_comes_from_standard_input(self, command: Command, arguments: tuple[str, ...]) -> None:
        answer = command(*arguments, stdin=f"log line {BUYING_POWER}\n".encode())
        assert answer.out.startswith("alpaca.insufficient_buying_power:")

    def test_standard_input_may_be_of_any_size(self, command: Command) -> None:
        line = b"2026-11-25 15:04:05 INFO bot nothing of interest happened in this second of the day\n"
        stdin = line * 20_000 + SHORTING.encode() + b"\n" + line
        answer = command("match", stdin=stdin)
        assert len(stdin) > 1 << 20
        assert answer.out.startswith("alpaca.account_not_allowed_to_short:")

    def test_all_errors_are_shown(self, command: Command) -> None:
        out = command("match", f"{BUYING_POWER}\n{SHORTING}", "--all").out
        assert len(re.findall(r"^alpaca\.[a-z_]+: ", out, re.MULTILINE)) == 2

    def test_retry_is_that_of_the_operation(self, command: Command) -> None:
        answer = command(
            "match", "", "--broker", "alpaca", "--status", "504", "--operation", "GET /v2/orders"
        )
        assert "  retry       backoff\n" in answer.out

    def test_steps_that_led_to_the_answer_are_printed_beside_it(self, command: Command) -> None:
        answer = command("match", BUYING_POWER, "--broker", "alpaca", "--why")
        assert answer.out == command("match", BUYING_POWER, "--broker", "alpaca").out
        assert "alpaca.insufficient_buying_power by message" in answer.err

    def test_empty_standard_input_is_no_error(self, command: Command) -> None:
        assert command("match", stdin=b"").code == 1

    @pytest.mark.parametrize(
        "stdin",
        [
            pytest.param(
                '{"code":40310000,"message":"asset “CWVX” is not fractionable"}'.encode("cp1252"), id="cp1252"
            ),
            pytest.param(b"\xff\xfe" + SHORTING.encode("utf-16-le"), id="UTF-16"),
            pytest.param(b"\x80\x81\xfe " + SHORTING.encode() + b" \xff", id="no encoding at all"),
        ],
    )
    def test_standard_input_need_not_be_utf_8(self, command: Command, stdin: bytes) -> None:
        assert command("match", stdin=stdin).code == 0

    def test_text_may_hold_what_no_encoding_can_write(self, command: Command) -> None:
        ticket = '{"p-ticket":"ticket-\udcff","p-time":15}'
        answer = command("match", ticket)
        assert (answer.code, "ticket-\\udcff" in answer.out) == (0, True)

    def test_json_may_hold_what_no_encoding_can_write(self, command: Command) -> None:
        answer = command("match", '{"p-ticket":"ticket-\udcff","p-time":15}', "--json")
        assert json.loads(answer.out)["params"]["p-ticket"] == "ticket-\udcff"


class TestMatchJson:
    """``broker-errors match --json``."""

    def test_match_is_told_in_full(self, command: Command) -> None:
        answer = command("match", TICKET, "--broker", "tradovate", "--status", "200", "--json")
        assert json.loads(answer.out) == {
            "error": "tradovate.penalty_ticket",
            "title": catalog_entries()["tradovate.penalty_ticket"]["title"],
            "matched_on": "field",
            "params": {"p-ticket": "ticket-00000001", "p-time": "15"},
            "category": "rate_limit",
            "outcome": "not_applied",
            "retry": "wait",
            "resend": False,
            "wait_seconds": 15,
            "echo": {"p-ticket": "ticket-00000001"},
            "fallback": False,
            "docs_path": "tradovate/penalty_ticket/",
            "steps": [
                {"who": step["who"], "do": step["do"], "code": step.get("code")}
                for step in catalog_entries()["tradovate.penalty_ticket"]["remediation"]
            ],
            "report": {"channel": "rest", "status": 200, "code": None, "message": None, "request_id": None},
        }

    def test_match_exits_with_0(self, command: Command) -> None:
        assert command("match", TICKET, "--json").code == 0

    def test_all_errors_are_told(self, command: Command) -> None:
        text = f"{BUYING_POWER}\n{SHORTING}"
        told = json.loads(command("match", text, "--all", "--json").out)
        assert {one["error"] for one in told} == {
            "alpaca.insufficient_buying_power",
            "alpaca.account_not_allowed_to_short",
        }

    def test_no_errors_are_an_empty_list(self, command: Command) -> None:
        answer = command("match", "all is well", "--all", "--json")
        assert (json.loads(answer.out), answer.code) == ([], 1)

    @pytest.mark.parametrize(
        ("operation", "retry", "resend"),
        [("GET /v2/orders", "backoff", True), ("POST /v2/orders", "reconcile", False)],
    )
    def test_advice_is_that_of_the_operation(
        self, command: Command, operation: str, retry: str, resend: bool
    ) -> None:
        asked = ("match", "", "--broker", "alpaca", "--status", "504", "--operation", operation, "--json")
        told = json.loads(command(*asked).out)
        assert (told["retry"], told["resend"]) == (retry, resend)

    def test_no_match_is_null_and_exits_with_1(self, command: Command) -> None:
        answer = command("match", "all is well", "--json")
        assert (answer.out, answer.err, answer.code) == ("null\n", "", 1)

    def test_other_writing_is_kept(self, command: Command) -> None:
        answer = command("match", '{"p-ticket":"t-ü-日本","p-time":15}', "--json")
        assert "t-ü-日本" in answer.out


def sections_of(text: str) -> dict[str, str]:
    """The sections of an explanation, in their order."""
    parts = re.split(r"^(.+)\n-+\n", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


class TestExplain:
    """``broker-errors explain``."""

    def test_page_begins_with_the_title(self, command: Command) -> None:
        lines = command("explain", "alpaca.wash_trade").out.splitlines()
        title = AlpacaError.WASH_TRADE.info.title
        assert lines[:2] == [title, "=" * len(title)]
        assert lines[2].startswith("alpaca.wash_trade (risk_control")

    @pytest.mark.parametrize("error", catalog_entries())
    def test_every_error_has_a_page_with_its_sections_in_order(self, command: Command, error: str) -> None:
        sections = sections_of(command("explain", error).out)
        assert list(sections) == [name for name in SECTIONS.values() if name in sections]
        assert {"What it means", "What to do", "What the broker sends"} <= sections.keys()
        assert all(text.strip() for text in sections.values())

    @pytest.mark.parametrize("error", catalog_entries())
    def test_every_page_says_what_the_catalog_says(self, command: Command, error: str) -> None:
        entry = catalog_entries()[error]
        out = command("explain", error).out
        sections = {name: text.replace(" ", "").replace("\n", "") for name, text in sections_of(out).items()}
        assert entry["meaning"].replace(" ", "") in sections["What it means"]
        assert f"({entry['outcome']})" in out
        assert all(step["do"].replace(" ", "") in sections["What to do"] for step in entry["remediation"])

    def test_example_is_shown_as_it_travels(self, command: Command) -> None:
        seen = sections_of(command("explain", "alpaca.wash_trade").out)["What the broker sends"]
        assert AlpacaError.WASH_TRADE.info.examples[0].body in seen

    def test_read_and_write_are_told_apart(self, command: Command) -> None:
        out = " ".join(command("explain", "alpaca.bad_gateway").out.split())
        assert re.search(r"Send an order or change again\? [^?]*\(reconcile\)", out)
        assert re.search(r"Send a read again\? [^?]*\(backoff\)", out)

    def test_wait_and_what_is_sent_back_are_told(self, command: Command) -> None:
        lines = command("explain", "tradovate.penalty_ticket").out.splitlines()
        assert "Wait: the seconds in p-time, else 1 minute" in lines
        assert "Send back: p-ticket" in lines

    def test_lock_out_says_how_long(self, command: Command) -> None:
        assert "Wait: 1 hour" in command("explain", "tradovate.too_many_requests").out.splitlines()

    def test_fallback_says_that_it_is_one(self, command: Command) -> None:
        assert "catch-all" in sections_of(command("explain", "alpaca.bad_gateway").out)["What it means"]

    def test_code_is_shown_as_it_is_written(self, command: Command) -> None:
        step = next(step for step in AlpacaError.WASH_TRADE.info.remediation if step.code)
        assert step.code is not None
        shown = sections_of(command("explain", "alpaca.wash_trade").out)["What to do"]
        assert indent(step.code.rstrip(), "    ") in shown

    def test_related_errors_are_named_in_full(self, command: Command) -> None:
        related = sections_of(command("explain", "alpaca.wash_trade").out)["Close to it"]
        assert "- alpaca.opposite_side_order_open" in related.splitlines()

    @pytest.mark.parametrize("width", [40, 60, 100])
    def test_prose_is_as_wide_as_is_asked_for(self, width: int) -> None:
        meaning = sections_of(explain(AlpacaError.WASH_TRADE, width))["What it means"]
        longest = max(map(len, meaning.splitlines()))
        assert width - 20 < longest <= width

    def test_page_exits_with_0(self, command: Command) -> None:
        assert command("explain", "alpaca.rate_limit").code == 0

    def test_id_is_read_in_any_case(self, command: Command) -> None:
        assert command("explain", "Alpaca.RATE_LIMIT") == command("explain", "alpaca.rate_limit")

    @pytest.mark.parametrize("wrong", ["alpaca.rate_limt", "alpaca.ratelimit"])
    def test_unknown_id_is_refused_with_a_suggestion(self, command: Command, wrong: str) -> None:
        answer = command("explain", wrong)
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.startswith(f"There is no error {wrong}; did you mean ")
        assert "alpaca.rate_limit" in answer.err

    def test_id_that_is_like_none_points_to_the_list(self, command: Command) -> None:
        answer = command("explain", "xyzzy")
        said = "There is no error xyzzy; broker-errors list shows all.\n"
        assert (answer.code, answer.err) == (1, said)

    @pytest.mark.parametrize("name", ["wash_trade", "WASH_TRADE", "AlpacaError.WASH_TRADE"])
    def test_name_of_a_member_will_do(self, command: Command, name: str) -> None:
        assert command("explain", name) == command("explain", "alpaca.wash_trade")

    def test_name_that_two_brokers_have_shows_both(self, command: Command) -> None:
        assert listed(command("explain", "gateway_timeout").out) == [
            "alpaca.gateway_timeout",
            "tradovate.gateway_timeout",
        ]

    def test_name_that_two_brokers_have_is_one_of_a_broker(self, command: Command) -> None:
        answer = command("explain", "gateway_timeout", "--broker", "tradovate")
        assert answer == command("explain", "tradovate.gateway_timeout")

    def test_code_shows_all_that_come_with_it(self, command: Command) -> None:
        shown = listed(command("explain", "40410000").out)
        expected = {
            key
            for key, entry in catalog_entries().items()
            if any(signature.get("code") == "40410000" for signature in entry["signatures"])
        }
        assert set(shown) == expected

    def test_status_shows_all_that_come_with_it(self, command: Command) -> None:
        assert {"alpaca.gateway_timeout", "tradovate.gateway_timeout"} <= set(
            listed(command("explain", "504").out)
        )

    def test_number_that_is_no_code_and_no_status_points_to_the_list(self, command: Command) -> None:
        assert command("explain", "99").err == "There is no error 99; broker-errors list shows all.\n"

    def test_json_is_all_that_the_catalog_says(self, command: Command) -> None:
        told = json.loads(command("explain", "alpaca.rate_limit", "--json").out)
        info = AlpacaError.RATE_LIMIT.info
        assert (told["error"], told["title"], told["causes"]) == (info.id, info.title, list(info.causes))

    def test_json_of_several_is_a_list(self, command: Command) -> None:
        told = json.loads(command("explain", "gateway_timeout", "--json").out)
        assert [one["error"] for one in told] == ["alpaca.gateway_timeout", "tradovate.gateway_timeout"]


def listed(out: str) -> list[str]:
    """The ids of a list."""
    return [line.split()[0] for line in out.splitlines()]


class TestList:
    """``broker-errors list``."""

    def test_all_errors_are_listed(self, command: Command) -> None:
        assert sorted(listed(command("list").out)) == sorted(catalog_entries())

    @pytest.mark.parametrize("broker", broker_errors.BROKERS)
    def test_errors_of_a_broker(self, command: Command, broker: Any) -> None:
        assert listed(command("list", "--broker", broker).out) == list(broker_errors.errors_of(broker))

    @pytest.mark.parametrize("category", Category)
    def test_errors_of_a_category(self, command: Command, category: Category) -> None:
        expected = {key for key, entry in catalog_entries().items() if entry["category"] == category}
        assert set(listed(command("list", "--category", category).out)) == expected

    @pytest.mark.parametrize("retry", Retry)
    def test_errors_by_what_a_write_may_do(self, command: Command, retry: Retry) -> None:
        expected = {key for key, entry in catalog_entries().items() if entry["retry"]["write"] == retry}
        assert set(listed(command("list", "--retry", retry).out)) == expected

    def test_filters_add_up(self, command: Command) -> None:
        answer = command("list", "--broker", "tradovate", "--category", "rate_limit", "--retry", "halt")
        assert listed(answer.out) == [
            "tradovate.lockout_warning",
            "tradovate.penalty_ticket_captcha",
            "tradovate.too_many_requests",
        ]

    def test_line_says_what_it_is_and_what_may_be_done(self, command: Command) -> None:
        line = command("list", "--broker", "alpaca", "--category", "rate_limit").out.splitlines()[0]
        assert line.split(maxsplit=3) == ["alpaca.rate_limit", "rate_limit", "wait", "Too many requests"]

    @pytest.mark.parametrize("status", [403, 429])
    def test_errors_that_come_with_a_status(self, command: Command, status: int) -> None:
        shown = listed(command("list", "--status", str(status)).out)
        entries = catalog_entries()
        assert shown
        assert all(
            status in [one.get("status") for one in [*entries[key]["signatures"], *entries[key]["examples"]]]
            for key in shown
        )

    def test_errors_that_come_with_a_code(self, command: Command) -> None:
        assert "alpaca.order_not_found" in listed(command("list", "--code", "40410000").out)

    def test_errors_of_an_operation(self, command: Command) -> None:
        shown = listed(command("list", "--operation", "post /v2/orders").out)
        assert "alpaca.wash_trade" in shown
        assert all("/v2/orders" in " ".join(catalog_entries()[key]["operations"]) for key in shown)

    def test_errors_by_their_outcome(self, command: Command) -> None:
        expected = {key for key, entry in catalog_entries().items() if entry["outcome"] == "unknown"}
        assert set(listed(command("list", "--outcome", "unknown").out)) == expected

    def test_errors_in_whose_texts_all_words_occur(self, command: Command) -> None:
        assert "alpaca.wash_trade" in listed(command("list", "--search", "WASH opposite").out)
        assert command("list", "--search", "wash xyzzy").code == 1

    def test_list_in_a_pipe_is_separated_by_tabs(self, command: Command) -> None:
        line = command("list", "--broker", "alpaca", "--category", "rate_limit").out.splitlines()[0]
        assert line == "alpaca.rate_limit\trate_limit\twait\tToo many requests"

    def test_list_exits_with_0(self, command: Command) -> None:
        assert command("list").code == 0

    def test_empty_list_exits_with_1(self, command: Command) -> None:
        answer = command("list", "--broker", "alpaca", "--retry", "halt")
        assert (answer.code, answer.out) == (1, "")

    def test_json_holds_what_is_listed(self, command: Command) -> None:
        rows = json.loads(command("list", "--broker", "alpaca", "--category", "rate_limit", "--json").out)
        assert rows == [
            {
                "error": "alpaca.rate_limit",
                "title": "Too many requests",
                "category": "rate_limit",
                "outcome": "not_applied",
                "retry": "wait",
                "retry_read": "wait",
                "fallback": False,
            }
        ]

    def test_json_of_nothing_is_an_empty_list(self, command: Command) -> None:
        answer = command("list", "--broker", "alpaca", "--retry", "halt", "--json")
        assert (answer.code, json.loads(answer.out)) == (1, [])


class TestCommandLine:
    """The command line itself."""

    @pytest.mark.parametrize(
        "arguments",
        [
            (),
            ("unknown",),
            ("match", "x", "--broker", "binance"),
            ("match", "x", "--status", "many"),
            ("match", "x", "y"),
            ("explain",),
            ("list", "--category", "none"),
            ("list", "--retry", "none"),
            ("list", "--unknown"),
        ],
        ids=" ".join,
    )
    def test_wrong_command_line_exits_with_2(self, command: Command, arguments: tuple[str, ...]) -> None:
        answer = command(*arguments)
        assert (answer.code, answer.out) == (2, "")
        assert "usage: broker-errors" in answer.err

    @pytest.mark.parametrize(
        ("arguments", "suggestion"),
        [
            (("mtach", "x"), "there is no command mtach; did you mean match?"),
            (("match", "x", "--jsno"), "there is no option --jsno; did you mean --json?"),
            (("list", "--broker", "alpacca"), "there is no alpacca; did you mean alpaca?"),
            (("list", "--retry", "nevre"), "there is no nevre; did you mean never?"),
            (("list", "--category", "rate_limits"), "there is no rate_limits; did you mean rate_limit?"),
        ],
    )
    def test_misspelled_word_is_met_with_a_suggestion(
        self, command: Command, arguments: tuple[str, ...], suggestion: str
    ) -> None:
        assert suggestion in command(*arguments).err

    @pytest.mark.parametrize("name", ["match", "explain", "list", "scan"])
    def test_help_has_examples_and_exit_codes(self, command: Command, name: str) -> None:
        out = command(name, "--help").out
        assert f"  broker-errors {name} " in out
        assert "exit codes:" in out

    def test_interruption_exits_with_130_and_says_nothing(
        self, command: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def interrupted(_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("broker_errors._cli._listing.Known", interrupted)
        assert command("list") == Answer(130, "", "")

    def test_version(self, command: Command) -> None:
        answer = command("--version")
        assert (answer.code, answer.out) == (0, f"broker-errors {broker_errors.__version__}\n")

    @pytest.mark.parametrize(
        "arguments", [("--help",), ("match", "--help"), ("list", "--help")], ids=" ".join
    )
    def test_help(self, command: Command, arguments: tuple[str, ...]) -> None:
        answer = command(*arguments)
        assert (answer.code, answer.err) == (0, "")
        assert answer.out.startswith("usage: broker-errors")

    def test_streams_of_another_kind_will_do(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdout", io.StringIO())
        assert main(["match", SHORTING]) == 0


class ClosedPipe(io.StringIO):
    """A pipe whose reader has gone."""

    def write(self, text: str) -> int:
        raise BrokenPipeError


class TestBrokenPipe:
    """The reader, such as ``head``, may go before all is written."""

    def test_reader_that_has_gone_is_no_failure(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdout", ClosedPipe())
        monkeypatch.setattr(sys, "stderr", io.StringIO())
        assert main(["list"]) == 0

    @pytest.mark.parametrize("unbuffered", [False, True], ids=["buffered", "unbuffered"])
    @pytest.mark.parametrize(
        "arguments",
        [["list"], ["list", "--json"], ["explain", "alpaca.rate_limit"], ["match", SHORTING]],
        ids=["list", "list --json", "explain", "match"],
    )
    def test_process_ends_quietly_when_its_reader_has_gone(
        self, arguments: list[str], unbuffered: bool
    ) -> None:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
        if unbuffered:
            environment["PYTHONUNBUFFERED"] = "1"
        program = (
            f"import sys; sys.path.insert(0, {str(GENERATED)!r}); "
            "from broker_errors._cli import main; sys.exit(main(sys.argv[1:]))"
        )
        reader, writer = os.pipe()
        os.close(reader)
        try:
            ended = subprocess.run(
                [sys.executable, "-c", program, *arguments],
                stdout=writer,
                stderr=subprocess.PIPE,
                env=environment,
                check=False,
            )
        finally:
            os.close(writer)
        assert (ended.returncode, ended.stderr) == (0, b"")
