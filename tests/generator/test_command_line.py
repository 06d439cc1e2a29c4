"""``python -m generator check | build | format | new``: what is printed, what is written and how it ends."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator import cli, stages
from generator.policies.registry import Subject
from generator.stages import Mode, check
from tests.generator.helpers import (
    FIXTURE_CATALOG,
    POLICY_FIXTURES,
    ROOT,
    area_text,
    entry,
    make_root,
    overlay,
    snapshot,
    write,
)

BROKER = "catalog/acme/broker.yaml"
EXTRA = "catalog/acme/extra.yaml"
ORDERS = "catalog/acme/orders.yaml"
Run = Callable[..., int]


def small(subject: Subject, version: str, mode: Mode) -> Mapping[str, Mapping[str, str]]:
    """A few small files in place of the real ones, one for each entry among them."""
    entries = {f"entries/{entry.full_id}.txt": f"{entry.title}\n" for entry in subject.catalog.entries}
    plans = "".join(f"{plan.broker}\n" for plan in subject.plans)
    committed = {"generated": {**entries, "version.txt": f"{version}\n", "plans.txt": plans}}
    return {**committed, "site/docs": entries} if mode is Mode.WRITE else committed


@pytest.fixture
def run(root: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on the repository in ``root``, with small outputs in place of the real ones."""
    monkeypatch.setattr(stages, "generate", small)
    return lambda *arguments: cli.main(["--root", str(root), *arguments])


class TestCheck:
    """``check``."""

    def test_a_good_catalog_ends_with_0_and_its_size(
        self, run: Run, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run("check") == 0
        assert capsys.readouterr() == ("13 entries, 0 errors, 0 warnings.\n", "")

    def test_an_error_ends_with_1_and_its_place(
        self, run: Run, root: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        overlay(root, POLICY_FIXTURES / "category-declared")
        assert run("check") == 1
        assert capsys.readouterr().out == (
            f"{EXTRA}:6:3: error category-declared: There is no category unspecified_refusals.\n"
            "    mend: Write unspecified_refusal, or declare it in catalog/categories.yaml.\n"
        )

    def test_a_warning_ends_with_0(self, run: Run, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        overlay(root, POLICY_FIXTURES / "source-used")
        assert run("check") == 0
        assert capsys.readouterr().out.endswith("13 entries, 0 errors, 1 warning.\n")

    def test_a_warning_ends_with_1_where_warnings_count(self, run: Run, root: Path) -> None:
        overlay(root, POLICY_FIXTURES / "source-used")
        assert run("check", "--strict") == 1

    def test_a_good_catalog_ends_with_0_where_warnings_count(self, run: Run) -> None:
        assert run("check", "--strict") == 0

    def test_json_can_be_read(self, run: Run, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        overlay(root, POLICY_FIXTURES / "enum-name")
        assert run("check", "--format", "json") == 1
        rows = json.loads(capsys.readouterr().out)
        assert [(row["line"], row["rule"]) for row in rows] == [(4, "enum-name"), (21, "enum-name")]

    def test_json_of_a_good_catalog_is_an_empty_list(
        self, run: Run, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run("check", "--format", "json") == 0
        assert json.loads(capsys.readouterr().out) == []

    def test_github_gets_an_annotation_a_finding(
        self, run: Run, root: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        overlay(root, POLICY_FIXTURES / "enum-name")
        assert run("check", "--format", "github") == 1
        lines = capsys.readouterr().out.splitlines()
        assert [line.partition(",col=")[0] for line in lines] == [
            f"::error file={BROKER},line=4",
            f"::error file={BROKER},line=21",
        ]

    def test_github_gets_nothing_of_a_good_catalog(
        self, run: Run, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run("check", "--format", "github") == 0
        assert capsys.readouterr().out == ""

    def test_a_folder_without_a_catalog_ends_with_1(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert cli.main(["--root", str(tmp_path), "check"]) == 1
        assert capsys.readouterr().out.startswith("catalog:1:1: error file-missing:")

    def test_nothing_is_written(self, run: Run, root: Path) -> None:
        before = snapshot(root)
        run("check")
        assert snapshot(root) == before


class TestBuild:
    """``build`` and ``build --check``."""

    def test_every_output_is_written(self, run: Run, root: Path) -> None:
        assert run("build") == 0
        assert (root / "generated/entries/acme.order_closed.txt").read_text(
            "utf-8"
        ) == "The order is closed already\n"
        assert (root / "generated/plans.txt").read_text("utf-8") == "acme\n"
        assert (root / "site/docs/entries/acme.order_closed.txt").is_file()

    def test_the_version_is_that_of_the_project(self, run: Run, root: Path) -> None:
        run("build")
        assert (root / "generated/version.txt").read_text("utf-8") == "0.3.0\n"

    def test_what_was_done_is_printed(self, run: Run, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        run("build")
        write(root, "generated/version.txt", "0.2.0\n")
        write(root, "generated/left.txt", "")
        (root / "generated/plans.txt").unlink()
        capsys.readouterr()
        run("build")
        assert capsys.readouterr().out == (
            "generated: 1 changed, 1 new, 1 removed.\nsite/docs: nothing changed.\n"
        )

    def test_building_twice_gives_the_same(self, run: Run, root: Path) -> None:
        run("build")
        before = snapshot(root)
        run("build")
        assert snapshot(root) == before

    def test_building_after_removing_everything_gives_the_same(self, run: Run, root: Path) -> None:
        run("build")
        before = snapshot(root / "generated")
        for path in (root / "generated").rglob("*.txt"):
            path.unlink()
        run("build")
        assert snapshot(root / "generated") == before

    def test_warnings_do_not_stop_it(self, run: Run, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        overlay(root, POLICY_FIXTURES / "source-used")
        assert run("build") == 0
        assert "warning source-used" in capsys.readouterr().out

    @pytest.mark.parametrize("option", [[], ["--check"]], ids=["build", "build-check"])
    def test_warnings_stop_it_where_it_is_strict(
        self, option: list[str], run: Run, root: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        run("build")
        overlay(root, POLICY_FIXTURES / "source-used")
        before = snapshot(root)
        assert run("build", "--strict", *option) == 1
        printed = capsys.readouterr()
        assert ("warning source-used" in printed.out, printed.err) == (True, "Nothing was written.\n")
        assert snapshot(root) == before

    @pytest.mark.parametrize("option", [[], ["--check"]], ids=["build", "build-check"])
    def test_an_error_ends_with_1_and_leaves_the_previous_output(
        self, option: list[str], run: Run, root: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        run("build")
        overlay(root, POLICY_FIXTURES / "category-declared")
        before = snapshot(root)
        assert run("build", *option) == 1
        assert capsys.readouterr().err == "Nothing was written.\n"
        assert snapshot(root) == before

    def test_a_target_that_fails_leaves_the_previous_output(
        self, run: Run, root: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: object) -> Mapping[str, Mapping[str, str]]:
            raise RuntimeError("a target's own mistake")

        run("build")
        write(root, EXTRA, area_text(entry()))
        before = snapshot(root)
        monkeypatch.setattr(stages, "generate", broken)
        with pytest.raises(RuntimeError, match="own mistake"):
            run("build")
        assert snapshot(root) == before

    def test_fresh_files_end_with_0(self, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
        run("build")
        capsys.readouterr()
        assert run("build", "--check") == 0
        assert capsys.readouterr() == ("Everything that is generated and committed is fresh.\n", "")

    def test_changed_missing_and_orphaned_files_are_listed_and_end_with_1(
        self, run: Run, root: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        run("build")
        write(root, "generated/version.txt", "0.2.0\n")
        write(root, "generated/entries/acme.gone.txt", "Gone\n")
        (root / "generated/plans.txt").unlink()
        before = snapshot(root)
        capsys.readouterr()
        assert run("build", "--check") == 1
        printed = capsys.readouterr()
        assert printed.out.splitlines() == [
            "changed: generated/version.txt",
            "missing: generated/plans.txt",
            "orphaned: generated/entries/acme.gone.txt",
        ]
        assert printed.err == "Mend with: python -m generator build\n"
        assert snapshot(root) == before

    def test_an_entry_that_was_added_makes_files_stale(self, run: Run, root: Path) -> None:
        run("build")
        write(root, EXTRA, area_text(entry()))
        assert run("build", "--check") == 1
        assert run("build") == 0
        assert run("build", "--check") == 0

    def test_output_that_is_not_committed_is_not_compared(self, run: Run, root: Path) -> None:
        run("build")
        write(root, "site/docs/left.txt", "")
        assert run("build", "--check") == 0


class TestFormat:
    """``format``."""

    def test_a_file_is_put_into_canonical_form(
        self, run: Run, root: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        before = snapshot(root)
        text = (root / ORDERS).read_text("utf-8")
        write(root, ORDERS, text.replace("  channels: [rest]\n", "  channels:\n    - 'rest'\n"))
        assert run("format") == 0
        assert snapshot(root) == before
        assert capsys.readouterr().out == f"formatted: {ORDERS}\n1 of 5 files changed.\n"

    def test_files_in_canonical_form_are_left_alone(
        self, run: Run, root: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        before = {path: path.stat().st_mtime_ns for path in root.rglob("*.yaml")}
        assert run("format") == 0
        assert {path: path.stat().st_mtime_ns for path in root.rglob("*.yaml")} == before
        assert capsys.readouterr().out == "0 of 5 files changed.\n"

    def test_it_mends_what_the_check_found(self, run: Run, root: Path) -> None:
        overlay(root, POLICY_FIXTURES / "canonical-form")
        assert run("check", "--strict") == 1
        assert run("format") == 0
        assert run("check", "--strict") == 0

    @pytest.mark.parametrize(
        ("change", "says"),
        [
            (lambda text: f"{text}\n", "in canonical form"),
            (lambda text: text.removesuffix("\n"), "as an empty line"),
            (lambda text: text.replace("\n", "\r\n"), "CR LF"),
            (lambda text: f"\ufeff{text}", "byte order mark"),
            (lambda text: text.replace("id: insufficient_funds", "id: zz_funds", 1), "stands first"),
        ],
        ids=["line too much", "no last line", "line ends", "mark", "order"],
    )
    def test_what_differs_is_said(
        self,
        change: Callable[[str], str],
        says: str,
        run: Run,
        root: Path,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        write(root, ORDERS, change((root / ORDERS).read_text("utf-8")))
        run("check")
        assert says in capsys.readouterr().out

    def test_a_build_mends_it_too_and_says_so(
        self, run: Run, root: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        overlay(root, POLICY_FIXTURES / "canonical-form")
        assert run("build") == 0
        assert f"formatted: {EXTRA}" in capsys.readouterr().out
        assert run("check", "--strict") == 0

    def test_what_is_wrong_in_other_ways_does_not_keep_it_from_formatting(self, run: Run, root: Path) -> None:
        overlay(root, POLICY_FIXTURES / "category-declared")
        text = (root / EXTRA).read_text("utf-8")
        write(root, EXTRA, text.replace("[rest]", "[ rest ]"))
        assert run("format") == 0
        assert (root / EXTRA).read_text("utf-8") == text

    @pytest.mark.parametrize("text", ["title: on\n", "title: Extra\n"], ids=["yaml", "shape"])
    def test_a_malformed_file_ends_with_1_and_nothing_is_written(
        self, text: str, run: Run, root: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write(root, EXTRA, text)
        write(root, ORDERS, (root / ORDERS).read_text("utf-8").replace("[rest]", "[ rest ]"))
        before = snapshot(root)
        assert run("format") == 1
        assert snapshot(root) == before
        printed = capsys.readouterr()
        assert f"{EXTRA}:1:" in printed.out
        assert printed.err == "Nothing was written.\n"


class TestNew:
    """``new``."""

    def test_a_stub_is_added_and_its_place_printed(
        self, run: Run, root: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run("new", "acme.order_lost") == 0
        printed = capsys.readouterr().out
        line = (root / ORDERS).read_text("utf-8").split("\n").index("- id: order_lost") + 1
        assert printed.startswith(f"{ORDERS}:{line}: a stub of acme.order_lost.")

    def test_the_check_warns_of_it_and_the_strict_check_fails(self, run: Run) -> None:
        run("new", "acme.order_lost")
        assert (run("check"), run("check", "--strict")) == (0, 1)

    def test_it_is_of_the_next_version(self, run: Run, root: Path) -> None:
        run("new", "acme.order_lost")
        catalog = check(root / "catalog").catalog
        assert catalog is not None
        assert catalog.brokers[0].entries_by_id["order_lost"].since == "next"

    def test_the_area_can_be_named(self, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
        assert run("new", "acme.order_lost", "--area", "limits") == 0
        assert capsys.readouterr().out.startswith("catalog/acme/limits.yaml:")

    @pytest.mark.parametrize(
        ("arguments", "mend"),
        [
            (["order_lost"], "mend: Write broker.some_error, in snake_case."),
            (["acme.OrderLost"], "mend: Write broker.some_error, in snake_case."),
            (["emca.order_lost"], "mend: Use one of acme."),
            (["acme.order_closed"], "mend: Choose another id."),
            (["acme.order_lost", "--area", "order"], "mend: Use one of limits, orders."),
        ],
        ids=["no-broker", "not-snake-case", "unknown-broker", "taken", "unknown-area"],
    )
    def test_what_is_refused_ends_with_1_and_what_to_write(
        self, arguments: list[str], mend: str, run: Run, root: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        before = snapshot(root)
        assert run("new", *arguments) == 1
        printed = capsys.readouterr()
        assert (printed.out, printed.err.splitlines()[1].strip()) == ("", mend)
        assert snapshot(root) == before


class TestTheCommandLine:
    """What the commands share."""

    @pytest.mark.parametrize(
        "arguments",
        [
            [],
            ["destroy"],
            ["check", "--format", "xml"],
            ["check", "--format"],
            ["check", "more"],
            ["build", "--format", "json"],
            ["format", "--check"],
            ["new"],
            ["new", "acme.a", "acme.b"],
            ["--root"],
        ],
        ids=lambda arguments: "-".join(arguments) or "nothing",
    )
    def test_a_wrong_command_line_ends_with_2_and_the_usage(
        self, arguments: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(SystemExit) as ended:
            cli.main(arguments)
        assert ended.value.code == 2
        assert capsys.readouterr().err.startswith("usage: python -m generator")

    @pytest.mark.parametrize("command", ["check", "build", "format", "new"])
    def test_help_names_every_command(self, command: str, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as ended:
            cli.main(["--help"])
        assert ended.value.code == 0
        assert f"\n    {command} " in capsys.readouterr().out

    def test_the_root_is_the_repository_unless_it_is_named(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["check"]) == 0
        entries = sum(
            path.read_text("utf-8").count("\n- id: ")
            for path in (ROOT / "catalog").glob("*/*.yaml")
            if path.name != "broker.yaml"
        )
        assert capsys.readouterr().out.startswith(f"{entries} entries, ")

    @pytest.mark.parametrize(("fixture", "code"), [("source-used", 0), ("page-name", 1)])
    def test_the_module_can_be_run(self, fixture: str, code: int, tmp_path: Path) -> None:
        root = make_root(tmp_path / "repository")
        overlay(root, POLICY_FIXTURES / fixture)
        command = [sys.executable, "-m", "generator", "--root", str(root), "check", "--format", "json"]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert (ended.returncode, ended.stderr) == (code, "")
        assert [row["rule"] for row in json.loads(ended.stdout)] == [fixture]

    def test_another_python_than_the_repositorys_is_told_which_to_use(self) -> None:
        command = [sys.executable, "-S", "-m", "generator", "check"]  # without what is installed
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert ".venv/bin/python -m generator" in done.stderr
        assert "Traceback" not in done.stderr

    def test_the_fixture_catalog_can_be_checked_where_it_is(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["--root", str(FIXTURE_CATALOG.parent), "check", "--strict"]) == 0
