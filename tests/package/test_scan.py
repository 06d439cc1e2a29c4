"""``broker-errors scan``: what stands in logs."""

import csv
import gzip
import io
import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from broker_errors._cli import _records, _scanning
from broker_errors._cli._records import records, text_lines
from broker_errors._cli._tally import MOST_GROUPS, OTHERS, constant_part
from hypothesis import given
from hypothesis import strategies as st

from tests.package.support import BUYING_POWER, GENERATED, SHORTING, Command

LOG = f"""\
2026-11-25 10:00:00,123 INFO bot started
2026-11-25 10:00:01,123 ERROR bot refused {BUYING_POWER}
2026-11-25 10:00:02,123 ERROR bot refused {SHORTING}
2026-11-25 10:00:03,123 ERROR bot refused {BUYING_POWER}
"""
STRANGE = """\
2026-11-25T10:00:00Z HTTP 422: {"code":40010001,"message":"qty 15 is a strange number for \\"SPY\\""}
2026-11-25T10:00:01Z HTTP 422: {"code":40010001,"message":"qty 19.5 is a strange number for \\"AAPL\\""}
2026-11-25T10:00:02Z HTTP 422: {"code":40010001,"message":"the moon is not in the right house"}
"""
TRACEBACK = f"""\
2026-11-25 10:00:01,123 ERROR bot order failed
Traceback (most recent call last):
  File "rest.py", line 196, in _one_request
    response.raise_for_status()
requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://paper-api.alpaca.markets/v2/orders

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "bot.py", line 12, in <module>
    client.submit_order(order)
alpaca.common.exceptions.APIError: {BUYING_POWER}
2026-11-25 10:00:02,123 INFO bot went on
"""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "bot.log"
    path.write_text(LOG)
    return path


def scanned(command: Command, *arguments: str, stdin: bytes | None = None) -> Any:
    return json.loads(command("scan", *arguments, "--json", stdin=stdin).out)


def counts(told: Any) -> dict[str, int]:
    return {one["error"]: one["count"] for one in told["errors"]}


class TestErrors:
    """Errors by id."""

    def test_errors_are_counted_the_most_frequent_first(self, command: Command, log: Path) -> None:
        assert list(counts(scanned(command, str(log))).items()) == [
            ("alpaca.insufficient_buying_power", 2),
            ("alpaca.account_not_allowed_to_short", 1),
        ]

    def test_first_and_last_time_are_told_as_the_log_writes_them(self, command: Command, log: Path) -> None:
        error = scanned(command, str(log))["errors"][0]
        assert (error["first"], error["last"]) == ("2026-11-25 10:00:01,123", "2026-11-25 10:00:03,123")

    def test_place_is_that_of_the_first(self, command: Command, log: Path) -> None:
        assert scanned(command, str(log))["errors"][0]["place"] == f"{log}:2"

    def test_what_may_be_done_is_told(self, command: Command, log: Path) -> None:
        error = scanned(command, str(log))["errors"][0]
        assert (error["retry"], error["outcome"]) == ("after_change", "not_applied")

    def test_several_files_are_counted_together(self, command: Command, log: Path) -> None:
        assert counts(scanned(command, str(log), str(log)))["alpaca.insufficient_buying_power"] == 4

    def test_compressed_file_is_read_whatever_its_name(self, command: Command, tmp_path: Path) -> None:
        path = tmp_path / "bot.log.1"
        path.write_bytes(gzip.compress(LOG.encode()))
        assert counts(scanned(command, str(path)))["alpaca.insufficient_buying_power"] == 2

    def test_standard_input_is_read(self, command: Command) -> None:
        assert counts(scanned(command, "-", stdin=LOG.encode()))["alpaca.insufficient_buying_power"] == 2

    def test_named_broker_is_looked_for(self, command: Command, tmp_path: Path) -> None:
        path = tmp_path / "bot.log"
        path.write_text('2026-11-25 10:00:00 ERROR {"message":"forbidden."}\n')
        assert counts(scanned(command, str(path))) == {}
        assert counts(scanned(command, str(path), "--broker", "alpaca")) == {"alpaca.forbidden": 1}

    def test_traceback_is_one_error_and_the_specific_one(self, command: Command, tmp_path: Path) -> None:
        path = tmp_path / "bot.log"
        path.write_text(TRACEBACK)
        assert counts(scanned(command, str(path), "--broker", "alpaca")) == {
            "alpaca.insufficient_buying_power": 1
        }

    def test_found_exits_with_0(self, command: Command, log: Path) -> None:
        assert command("scan", str(log)).code == 0

    def test_nothing_found_exits_with_1(self, command: Command) -> None:
        assert command("scan", "-", stdin=b"all is well\n").code == 1


class TestUnknown:
    """Refusals that no entry names."""

    def test_unknown_refusals_are_grouped_by_their_constant_part(self, command: Command) -> None:
        told = scanned(command, "-", "--broker", "alpaca", stdin=STRANGE.encode())
        assert [(one["text"], one["count"]) for one in told["unknown"]] == [
            ("qty <number> is a strange number for <text>", 2),
            ("the moon is not in the right house", 1),
        ]

    def test_known_refusals_are_not_among_them(self, command: Command, log: Path) -> None:
        assert scanned(command, str(log))["unknown"] == []

    def test_groups_are_bounded(self, command: Command) -> None:
        def word(number: int) -> str:
            return "".join(chr(ord("a") + int(digit)) for digit in f"{number:04}")

        body = '{{"code":40010001,"message":"a strange {} happened"}}\n'
        lines = (body.format(word(number)) for number in range(MOST_GROUPS + 50))
        told = scanned(command, "-", "--broker", "alpaca", stdin="".join(lines).encode())
        assert len(told["unknown"]) <= MOST_GROUPS + 1
        assert {one["text"]: one["count"] for one in told["unknown"]}[OTHERS] == 50

    @pytest.mark.parametrize(
        ("message", "constant"),
        [
            ("order 61e69015-8549-4bfd-b9c3-01e75843f47d is gone", "order <id> is gone"),
            ("qty 1,000.50 at -3.5", "qty <number> at <number>"),
            ("asset \"SPY\" at 'NYSE'", "asset <text> at <text>"),
            ('asset "SPY', "asset <text>"),
            ("user's order can't be found", "user's order can't be found"),
            ("see https://example.com/x?y=1 for more", "see <url> for more"),
            ("too   many\tblanks\n here", "too many blanks here"),
            ("key 0a1b2c3d4e5f60718293a4b5 is bad", "key <hex> is bad"),
        ],
    )
    def test_what_varies_is_left_out(self, message: str, constant: str) -> None:
        assert constant_part(message) == constant


class TestForms:
    """What is printed."""

    def test_lines_in_a_pipe_are_separated_by_tabs(self, command: Command, log: Path) -> None:
        first = command("scan", str(log)).out.splitlines()[0]
        assert first.split("\t")[:4] == [
            "2",
            "alpaca.insufficient_buying_power",
            "after_change",
            "not_applied",
        ]

    def test_csv_has_a_header_and_a_row_for_each(self, command: Command) -> None:
        out = command("scan", "-", "--csv", "--broker", "alpaca", stdin=(LOG + STRANGE).encode()).out
        rows = list(csv.DictReader(io.StringIO(out)))
        assert [(row["kind"], row["error"], row["count"]) for row in rows] == [
            ("error", "alpaca.unprocessable_request", "3"),
            ("error", "alpaca.insufficient_buying_power", "2"),
            ("error", "alpaca.account_not_allowed_to_short", "1"),
            ("unknown", "alpaca.unprocessable_request", "2"),
            ("unknown", "alpaca.unprocessable_request", "1"),
        ]

    @pytest.mark.parametrize("arguments", [("--json", "--csv", "x"), ()], ids=["two forms", "no file"])
    def test_wrong_command_line_exits_with_2(self, command: Command, arguments: tuple[str, ...]) -> None:
        assert command("scan", *arguments).code == 2

    def test_file_that_is_not_there_is_named(self, command: Command) -> None:
        answer = command("scan", "/there/is/no/such.log")
        assert (answer.code, answer.err) == (
            2,
            "broker-errors: /there/is/no/such.log: No such file or directory\n",
        )

    def test_compressed_file_that_is_cut_off_is_no_traceback(self, command: Command, tmp_path: Path) -> None:
        path = tmp_path / "bot.log.gz"
        path.write_bytes(gzip.compress(LOG.encode())[:-20])
        answer = command("scan", str(path))
        assert answer.code == 2
        assert answer.err.startswith("broker-errors: ")


class TestRecords:
    """From lines to records."""

    @staticmethod
    def of(text: str) -> list[str]:
        return [record.text for record in records(text.splitlines(keepends=True))]

    def test_line_is_a_record(self) -> None:
        assert self.of("a\nb\n") == ["a\n", "b\n"]

    def test_indented_lines_and_closing_brackets_belong_to_the_line_above(self) -> None:
        body = 'refused {\n  "code": 40310000\n}\n'
        assert self.of(body + "next\n") == [body, "next\n"]

    def test_traceback_with_its_causes_is_one_record(self) -> None:
        *_, last = TRACEBACK.splitlines(keepends=True)
        assert self.of(TRACEBACK) == [TRACEBACK.removesuffix(last), last]

    def test_indented_line_with_a_time_of_its_own_is_a_record(self) -> None:
        text = "  2026-11-25 10:00:00 a\n  2026-11-25 10:00:01 b\n"
        assert self.of(text) == text.splitlines(keepends=True)

    def test_record_is_bounded(self) -> None:
        assert max(map(len, self.of("a\n" + " b\n" * 100_000))) <= _records.LONGEST_RECORD + 3

    def test_pause_ends_a_record(self) -> None:
        assert [record.text for record in records(["a\n", None, " b\n"])] == ["a\n", " b\n"]

    def test_line_numbers_are_those_of_the_first_line(self) -> None:
        assert [record.line for record in records(["a\n", " b\n", "c\n"])] == [1, 3]

    def test_line_without_an_end_is_read_in_parts(self) -> None:
        line = b"x" * (2 * _records.LONGEST_LINE + 5)
        assert [len(part) for part in text_lines(io.BytesIO(line))] == [1 << 20, 1 << 20, 5]

    @given(st.lists(st.sampled_from(["a\n", " b\n", "}\n", "\n", *TRACEBACK.splitlines(keepends=True)])))
    def test_nothing_is_lost(self, lines: list[str]) -> None:
        assert "".join(record.text for record in records(lines)) == "".join(lines)

    @given(st.binary(), st.binary())
    def test_what_was_read_before_is_read_once(self, begun: bytes, rest: bytes) -> None:
        together = "".join(text_lines(io.BytesIO(rest), begun))
        assert together == "".join(text_lines(io.BytesIO(begun + rest)))


class TestMemory:
    """Memory does not grow with the log."""

    def test_memory_is_constant(self, tmp_path: Path) -> None:
        path = tmp_path / "bot.log"
        quiet = "2026-11-25 10:00:00,123 DEBUG bot quote of SPY came and nothing was to be done about it\n"
        path.write_text((LOG + quiet * 400) * 100)
        program = (
            f"import sys, resource; sys.path.insert(0, {str(GENERATED)!r})\n"
            "from broker_errors._cli import main; main(sys.argv[1:])\n"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
        )
        peaks = []
        for files in (1, 3):
            arguments = [sys.executable, "-c", program, "scan", *[str(path)] * files]
            ended = subprocess.run(arguments, capture_output=True, check=True)
            peaks.append(int(ended.stderr))
        assert path.stat().st_size > 3_000_000
        assert peaks[1] - peaks[0] < 2_000  # kB


class TestFollow:
    """``--follow``."""

    def test_standard_input_is_told_line_by_line(self, command: Command) -> None:
        out = command("scan", "--follow", "--json", "-", stdin=LOG.encode()).out
        told = [json.loads(line) for line in out.splitlines()]
        assert [one["error"] for one in told] == [
            "alpaca.insufficient_buying_power",
            "alpaca.account_not_allowed_to_short",
            "alpaca.insufficient_buying_power",
        ]
        assert told[0]["time"] == "2026-11-25 10:00:01,123"

    def test_line_for_a_person_says_what_may_be_done(self, command: Command) -> None:
        first = command("scan", "--follow", "-", stdin=LOG.encode()).out.splitlines()[0]
        assert first.split("\t") == [
            "2026-11-25 10:00:01,123",
            "alpaca.insufficient_buying_power",
            "after_change",
            "not_applied",
            "-:2",
        ]

    def test_one_file_alone_can_be_followed(self, command: Command, log: Path) -> None:
        answer = command("scan", "--follow", str(log), str(log))
        assert (answer.code, answer.err) == (2, "broker-errors: --follow takes one file\n")

    def test_ctrl_c_exits_with_130(
        self, command: Command, log: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def interrupted(_: float) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("time.sleep", interrupted)
        answer = command("scan", "--follow", str(log))
        assert (answer.code, answer.err) == (130, "")
        assert len(answer.out.splitlines()) == 3

    def grown(self, log: Path, *happenings: Any) -> Iterator[str | None]:
        """The lines of a log while things happen to it, one at every pause."""
        left = list(happenings)

        def pause(_: float) -> None:
            if not left:
                raise KeyboardInterrupt
            left.pop(0)()

        with log.open("rb") as stream:
            try:
                yield from _scanning.growing(str(log), stream, pause)
            except KeyboardInterrupt:
                return

    def test_lines_to_come_are_read(self, tmp_path: Path) -> None:
        log = tmp_path / "bot.log"
        log.write_text("a\n")

        def append() -> None:
            with log.open("a") as file:
                file.write("b\n")

        assert list(self.grown(log, append)) == ["a\n", None, "b\n", None]

    def test_file_that_was_put_in_its_place_is_read(self, tmp_path: Path) -> None:
        log = tmp_path / "bot.log"
        log.write_text("a\n")

        def rotate() -> None:
            log.rename(tmp_path / "bot.log.1")
            log.write_text("b\n")

        assert list(self.grown(log, rotate)) == ["a\n", None, "b\n", None]

    def test_file_that_was_emptied_is_read_from_its_beginning(self, tmp_path: Path) -> None:
        log = tmp_path / "bot.log"
        log.write_text("a long line\n")
        assert list(self.grown(log, lambda: log.write_text("b\n"))) == ["a long line\n", None, "b\n", None]

    def test_file_that_has_gone_is_waited_for(self, tmp_path: Path) -> None:
        log = tmp_path / "bot.log"
        log.write_text("a\n")
        assert list(self.grown(log, log.unlink, lambda: log.write_text("b\n"))) == [
            "a\n",
            None,
            None,
            "b\n",
            None,
        ]


def on_a_terminal(*arguments: str, hidden: str = "", **environment: str) -> str:
    """What the command prints on a terminal of 100 columns; ``hidden`` is a package that is not installed."""
    program = (
        f"import sys; sys.path.insert(0, {str(GENERATED)!r}); sys.modules[{hidden!r}] = None; "
        "from broker_errors._cli import main; sys.exit(main(sys.argv[1:]))"
    )
    main_end, terminal = pty.openpty()
    own = {"PATH": os.environ["PATH"], "TERM": "xterm", "COLUMNS": "100"} | environment
    with subprocess.Popen(
        [sys.executable, "-c", program, *arguments], stdin=terminal, stdout=terminal, stderr=terminal, env=own
    ):
        os.close(terminal)
        shown = b""
        try:
            while part := os.read(main_end, 65_536):
                shown += part
        except OSError:  # the other end is closed
            pass
    os.close(main_end)
    return shown.decode()


class TestTerminal:
    """For a person: aligned, with headers, colored where that is wanted."""

    def test_table_has_headers(self) -> None:
        shown = on_a_terminal("list", "--category", "rate_limit")
        assert shown.split()[:1] != ["alpaca.rate_limit"]
        assert "error" in shown.splitlines()[0]

    def test_retry_is_colored(self) -> None:
        assert "\x1b[31mhalt" in on_a_terminal("list", "--retry", "halt")

    def test_no_color_is_heeded(self) -> None:
        assert "\x1b[31m" not in on_a_terminal("list", "--retry", "halt", NO_COLOR="1")

    def test_without_rich_it_is_plain_and_aligned(self) -> None:
        shown = on_a_terminal("list", "--category", "rate_limit", hidden="rich")
        assert "\x1b" not in shown
        header, first = shown.splitlines()[:2]
        assert header.index("category") == first.index("rate_limit", len("alpaca.rate_limit"))

    def test_progress_is_shown(self, log: Path) -> None:
        assert "bot.log" in on_a_terminal("scan", str(log)).partition("count")[0]

    def test_progress_is_shown_without_rich(self, log: Path) -> None:
        assert "%" in on_a_terminal("scan", str(log), hidden="rich")
