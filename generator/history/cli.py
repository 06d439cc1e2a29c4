"""The commands that compare revisions."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.history.acceptance import ChangesRefused
    from generator.history.diff import Diff
    from generator.history.revision import Unreadable

# What the commands need is imported by them: it takes time, and most commands need none of it.
OK, FAILED, USAGE, UNREADABLE = 0, 1, 2, 3


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands to the parser's."""
    command = commands.add_parser("diff", help="say what changes for users between two revisions")
    _add_revisions(command)
    command.add_argument(
        "--head", metavar="REV", help="the revision that changes (default: the working tree)"
    )
    command.add_argument(
        "--from",
        dest="file",
        type=Path,
        metavar="FILE",
        help="print a diff that --format json wrote, and make none",
    )
    command.add_argument(
        "--format", choices=("text", "json", "markdown", "github"), default="text", help="how to print it"
    )
    command.set_defaults(run=_diff)

    command = commands.add_parser("accept", help="give a reason for what diff says needs one")
    command.add_argument("change", help="its fingerprint, its rule or its entry, as diff prints them")
    command.add_argument("--reason", required=True, help="why it is right, for the reviewer")
    command.add_argument("--summary", help="what changes for users, for the changelog")
    command.add_argument("--slug", help="the name of the file in catalog/changes/ (default: the branch's)")
    _add_revisions(command)
    command.set_defaults(run=_accept)

    command = commands.add_parser("release", help="make the working tree a release, or verify one")
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument("version", nargs="?", metavar="X.Y.Z", help="the version")
    what.add_argument("--verify", metavar="TAG", help="check that a tag's files, changelog and version agree")
    command.set_defaults(run=_release)


def _add_revisions(command: argparse.ArgumentParser) -> None:
    base = command.add_mutually_exclusive_group()
    base.add_argument(
        "--base",
        metavar="REV",
        help="the revision to compare with (default: where the branch left origin/main)",
    )
    base.add_argument("--since-release", action="store_true", help="compare with the last release's tag")


def _diff(options: argparse.Namespace) -> int:
    from generator.history.acceptance import ChangesRefused
    from generator.history.document import DocumentRefused
    from generator.history.render import render
    from generator.history.revision import Unreadable

    try:
        document = _document(options)
    except DocumentRefused as refused:
        print(refused, file=sys.stderr)
        return UNREADABLE
    except Unreadable as unreadable:
        return _say_unreadable(unreadable)
    except ChangesRefused as refused:
        return say_refused(refused)
    print(render(document, options.format))
    return OK if document["passes"] else FAILED


def _accept(options: argparse.Namespace) -> int:
    from generator.history.acceptance import ChangesRefused
    from generator.history.accepting import accept, branch_of, chosen, lacks_summary, slug_of
    from generator.history.revision import Unreadable

    slug = slug_of(options.slug or branch_of(options.root))
    try:
        if options.summary is None and lacks_summary(options.root, slug):
            print("Nobody has said yet what this branch changes for users.", file=sys.stderr)
            print("    mend: Add --summary '...', one or two sentences for the changelog.", file=sys.stderr)
            return FAILED
        made = make_diff(options)
        changes = chosen(made.changes, options.change)
        if not changes:
            print(f"No change that needs a reason is called {options.change}.", file=sys.stderr)
            print("    mend: python -m generator diff lists them.", file=sys.stderr)
            return FAILED
        file = accept(options.root, slug, changes, options.reason, options.summary)
    except Unreadable as unreadable:
        return _say_unreadable(unreadable)
    except ChangesRefused as refused:
        return say_refused(refused)
    print(f"{file}: {len(changes)} accepted.")
    return OK


def _document(options: argparse.Namespace) -> Any:
    from generator.history.document import document_of, read_document

    if options.file is not None:
        return read_document(options.file)
    return document_of(make_diff(options, options.head))


def make_diff(options: argparse.Namespace, head: str | None = None) -> "Diff":
    """The diff that the command line asks for. Raises what :func:`diff` raises."""
    from generator.history.diff import diff
    from generator.history.revision import Unreadable, last_release, merge_base

    root: Path = options.root
    if options.since_release:
        tag = last_release(root)
        if tag is None:
            raise Unreadable("There is no release yet.", "Name a revision with --base.")
        return diff(root, tag, head, is_release=True)
    return diff(root, options.base or merge_base(root), head)


def _say_unreadable(unreadable: "Unreadable") -> int:
    print(f"{unreadable}\n    mend: {unreadable.mend}", file=sys.stderr)
    return UNREADABLE


def say_refused(refused: "ChangesRefused") -> int:
    """Print what is wrong with files of changes."""
    for problem in refused.problems:
        print(
            f"{problem.at.file}:{problem.at.line}: {problem.says}\n    mend: {problem.mend}", file=sys.stderr
        )
    return FAILED


def _release(options: argparse.Namespace) -> int:
    from generator.history.acceptance import ChangesRefused
    from generator.history.release import ReleaseRefused, problems, release
    from generator.history.revision import Unreadable

    try:
        if options.verify is not None:
            wrong = list(problems(options.root, options.verify))
            print("\n".join(wrong) if wrong else f"{options.verify} is what it says.")
            return FAILED if wrong else OK
        made = release(options.root, options.version)
    except ReleaseRefused as refused:
        print(f"{refused}\n    mend: {refused.mend}\nNothing was written.", file=sys.stderr)
        return FAILED
    except Unreadable as unreadable:
        return _say_unreadable(unreadable)
    except ChangesRefused as refused:
        return say_refused(refused)
    print("\n".join(made.files))
    print(f"Commit this and everything in generated/, and tag it v{made.version}.")
    return OK
