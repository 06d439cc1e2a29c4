"""``python -m generator``: the command line. generator/COMMANDS.md lists the commands."""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from generator import unchanged
from generator.authoring.format import canonical_text
from generator.authoring.new import Refusal, add_stub
from generator.authoring.rename import rename
from generator.findings import Finding, Format, has_errors, render
from generator.history import cli as history
from generator.load.files import CatalogFiles, load
from generator.output import Difference, write_file
from generator.policies.form import IN_FORM
from generator.shape import check_shape
from generator.stages import REGENERATE, Mode, build, check

ROOT = Path(__file__).parent.parent
OK, FAILED, UNREADABLE = 0, 1, 3
MOST_STALE = 40
"""Stale files that are named one by one."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Returns 0, or 1 where something is wrong; a wrong command line exits with 2."""
    options = make_parser().parse_args(arguments)
    try:
        result: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as head, has seen enough
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    return result


def make_parser() -> argparse.ArgumentParser:
    """The command line: what generator/COMMANDS.md is generated from."""
    parser = argparse.ArgumentParser(
        prog="python -m generator", description="Checks the catalog and generates from it."
    )
    parser.add_argument(
        "--root", type=Path, default=ROOT, help="the repository's root (default: where this is)"
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    command = commands.add_parser("check", help="check the catalog")
    command.add_argument(
        "--format", choices=("text", "json", "github"), default="text", help="how to print findings"
    )
    command.add_argument("--strict", action="store_true", help="fail on warnings too")
    command.set_defaults(run=_check)

    command = commands.add_parser("build", help="check the catalog and generate everything from it")
    command.add_argument(
        "--check", action="store_true", help="write nothing; fail if committed files are not fresh"
    )
    command.add_argument(
        "--base",
        metavar="REV",
        help="with --check: what is as in this revision may be stale, for main makes it fresh",
    )
    command.add_argument("--strict", action="store_true", help="fail on warnings too")
    command.set_defaults(run=_build)

    command = commands.add_parser("format", help="write the catalog's files in canonical form")
    command.set_defaults(run=_format)

    command = commands.add_parser("new", help="add a stub of an entry")
    command.add_argument("id", help="the full id, such as some_broker.some_error")
    command.add_argument(
        "--area", help="the area's file, such as orders; needed where no other id begins alike"
    )
    command.set_defaults(run=_new)

    command = commands.add_parser("draft", help="draft entries of payloads that nothing recognizes")
    source = command.add_mutually_exclusive_group(required=True)
    source.add_argument("--issue", type=Path, metavar="EVENT.json", help="the event file of an issue")
    source.add_argument("--log", type=Path, metavar="FILE", help="a payload a line; - is the standard input")
    command.add_argument("--broker", help="whose answers the log has")
    command.add_argument("--format", choices=("text", "markdown"), default="text", help="how to print it")
    command.add_argument(
        "--area", help="the area's file; by default by what is worded alike or was asked for"
    )
    command.add_argument("--write", action="store_true", help="add the stubs to the catalog")
    command.set_defaults(run=_draft)

    command = commands.add_parser("drift", help="compare the vendors' specifications with the catalog")
    command.add_argument(
        "--folder", type=Path, help="where the vendors' files are (default: specifications/)"
    )
    command.add_argument("--fetch", action="store_true", help="fetch the files first that have an address")
    command.add_argument("--format", choices=("text", "markdown"), default="text", help="how to print it")
    command.set_defaults(run=_drift)

    command = commands.add_parser("rename", help="give an entry another id; the old one stays accepted")
    command.add_argument("old", help="the full id that it has")
    command.add_argument("new", help="the full id that it gets")
    command.add_argument(
        "--until",
        required=True,
        metavar="X.Y.Z",
        help="the version from which the old id is no longer accepted",
    )
    command.set_defaults(run=_rename)

    history.add_commands(commands)
    return parser


def _check(options: argparse.Namespace) -> int:
    checked = check(options.root / "catalog")
    _print_findings(checked.findings, options.format)
    if checked.catalog is not None and options.format == "text":
        print(f"{len(checked.catalog.entries)} entries, {_count(checked.findings)}.")
    return FAILED if checked.catalog is None or (options.strict and checked.findings) else OK


def _build(options: argparse.Namespace) -> int:
    mode = Mode.CHECK if options.check else Mode.WRITE
    if mode is Mode.WRITE and unchanged.is_unchanged(options.root):
        print("Nothing was touched since the last build.")
        return OK
    read = unchanged.read_by_build(options.root)
    checked = check(options.root / "catalog")
    if mode is Mode.WRITE and any(one.rule == IN_FORM for one in checked.findings):
        files, _ = load(options.root / "catalog")
        if files is not None:
            _write_in_form(files, options.root)
        checked = check(options.root / "catalog")
    _print_findings(checked.findings, "text")
    if checked.subject is None or (options.strict and checked.findings):
        print("Nothing was written.", file=sys.stderr)
        return FAILED
    differences = build(options.root, mode, checked.subject)
    if mode is Mode.CHECK and options.base is not None:
        return _say_whether_untouched(differences, options.root, options.base)
    if mode is Mode.CHECK:
        return _say_whether_fresh(differences)
    for folder, difference in differences.items():
        print(f"{folder}: {_summary(difference)}")
    if not checked.findings:
        unchanged.keep(options.root, read)
    return OK


def _say_whether_fresh(differences: Mapping[str, Difference]) -> int:
    stale = [line for folder, difference in differences.items() for line in difference.lines(folder)]
    if not stale:
        print("Everything that is generated and committed is fresh.")
        return OK
    print("\n".join(stale[:MOST_STALE]))
    if len(stale) > MOST_STALE:
        print(f"and {len(stale) - MOST_STALE} more")
    print(f"Mend with: {REGENERATE}", file=sys.stderr)
    return FAILED


def _say_whether_untouched(differences: Mapping[str, Difference], root: Path, base: str) -> int:
    """A branch may leave what is generated as it was, and may not edit it by hand or build some of it."""
    from generator.history.revision import Unreadable, touched

    try:
        changed = touched(root, base, *differences)
    except Unreadable as unreadable:
        print(f"{unreadable}\n    mend: {unreadable.mend}", file=sys.stderr)
        return UNREADABLE
    by_hand = {folder: one.among(changed, folder) for folder, one in differences.items()}
    if any(differences.values()) and not any(by_hand.values()):
        print(f"What is generated is as in {base}; it is made anew after the merge.")
        return OK
    return _say_whether_fresh(by_hand)


def _format(options: argparse.Namespace) -> int:
    files, findings = load(options.root / "catalog")
    findings = findings if files is None else check_shape(files)
    if files is None or has_errors(findings):
        _print_findings(findings, "text")
        print("Nothing was written.", file=sys.stderr)
        return FAILED
    changed = _write_in_form(files, options.root)
    print(f"{changed} of {len(files.documents)} files changed.")
    return OK


def _write_in_form(files: CatalogFiles, root: Path) -> int:
    """Write the files that are not in canonical form, say which, and return how many there were."""
    changed = 0
    for document in files.documents:
        text = canonical_text(document)
        if text != document.text:
            write_file(root / document.file, text)
            print(f"formatted: {document.file}")
            changed += 1
    return changed


def _new(options: argparse.Namespace) -> int:
    try:
        place = add_stub(options.root / "catalog", options.id, options.area)
    except Refusal as refused:
        print(f"{refused}\n    mend: {refused.mend}", file=sys.stderr)
        return FAILED
    print(f"{place.file}:{place.line}: a stub of {options.id}. Replace what says TODO, then run make build.")
    if options.area is None:
        print("Most entries whose ids begin alike stand there; --area names another file.")
    return OK


def _draft(options: argparse.Namespace) -> int:
    from generator.authoring import draft as drafting
    from generator.authoring import reports

    root: Path = options.root
    try:
        if options.issue is not None:
            report = reports.from_issue(options.issue, reports.brokers_by_name(root))
        else:
            report = reports.from_log(_lines(options.log), options.broker or "")
        made = drafting.draft(root, report, options.area)
        print((drafting.as_markdown if options.format == "markdown" else drafting.as_text)(made))
        for file in drafting.write(root, made) if options.write else ():
            print(f"{file}: stubs added.", file=sys.stderr)
        placeless = [stub.id for stub in made.stubs if stub.file is None]
        if options.write and placeless:
            raise Refusal(f"Not added: {', '.join(placeless)}.", "Name the area with --area.")
    except Refusal as refusal:
        print(f"{refusal}\n    mend: {refusal.mend}", file=sys.stderr)
        return FAILED
    return OK if made.stubs else FAILED


def _lines(file: Path) -> Sequence[str]:
    if str(file) == "-":
        return sys.stdin.read().splitlines()
    try:
        return file.read_text("utf-8", "replace").splitlines()
    except OSError as error:
        raise Refusal(f"{file} cannot be read: {error.strerror}.", "Name a file of payloads.") from None


def _drift(options: argparse.Namespace) -> int:
    from generator.authoring import drift as drifting

    folder: Path = options.folder or options.root / drifting.FOLDER
    try:
        for file in drifting.fetch(options.root, folder) if options.fetch else ():
            print(f"fetched: {file}", file=sys.stderr)
        found = drifting.drift(options.root, folder)
    except drifting.Missing as missing:
        print(f"{missing}\n    mend: {missing.mend}", file=sys.stderr)
        return UNREADABLE
    except Refusal as refusal:
        print(f"{refusal}\n    mend: {refusal.mend}", file=sys.stderr)
        return FAILED
    text = drifting.as_markdown(found) if options.format == "markdown" else drifting.as_text(found)
    if text:
        print(text)
    return FAILED if any(one.is_error for one in found) else OK


def _rename(options: argparse.Namespace) -> int:
    try:
        places = rename(options.root / "catalog", options.old, options.new, options.until)
    except Refusal as refused:
        print(f"{refused}\n    mend: {refused.mend}", file=sys.stderr)
        return FAILED
    for place in places:
        print(f"{place.file}:{place.line}: {options.new}")
    return OK


def _print_findings(findings: Sequence[Finding], form: Format) -> None:
    text = render(findings, form)
    if text:
        print(text)


def _count(findings: Sequence[Finding]) -> str:
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = len(findings) - errors
    return f"{errors} error{'' if errors == 1 else 's'}, {warnings} warning{'' if warnings == 1 else 's'}"


def _summary(difference: Difference) -> str:
    if not difference:
        return "nothing changed."
    counts = (len(difference.changed), len(difference.missing), len(difference.orphaned))
    return "{} changed, {} new, {} removed.".format(*counts)
