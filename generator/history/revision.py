"""Takes a revision's files from git, and sees to it that what is generated belongs to its catalog."""

import io
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.history.payloads import CORPUS

GENERATED = "generated"
INPUTS = ("catalog", "generator", "schema", "pyproject.toml")
"""What the generated files are made from."""
_BESIDE = (
    *("catalog/STYLE.md", "catalog/changes", "generator/README.md", "generator/COMMANDS.md"),
    *("generator/authoring", "generator/cli.py", "generator/commands.py", "generator/history"),
    *("generator/policies", "generator/targets/site"),
)
"""What stands among the inputs and has no say in what is generated. No target may import any of it."""
_COMPARED = (*INPUTS, GENERATED, CORPUS)
"""What is looked at of a revision."""

_BUILD = Path(__file__).with_name("_building.py")
_BUILD_SECONDS = 300


class Unreadable(Exception):
    """A revision that cannot be compared. ``mend`` says what to do."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.mend = mend


@dataclass(frozen=True, slots=True)
class Revision:
    """The files of one revision.

    ``name`` is how people call it, ``commit`` the commit, None for the working tree. The files in ``folder``
    are the repository's, with a ``generated/`` that belongs to the catalog beside it.
    """

    name: str
    commit: str | None
    folder: Path


def unpacked(root: Path, names: Sequence[str | None], scratch: Path) -> list[Revision]:
    """The files of revisions; None stands for the working tree. Raises :class:`Unreadable`.

    Only what is compared is unpacked, below ``scratch``. A ``generated/`` of which git cannot tell that it
    belongs to its catalog, as on a branch that leaves it to ``main``, is made anew there, by the revision's
    own generator.
    """
    revisions = [
        _committed(root, name, scratch) if name is not None else _working_tree(root, scratch)
        for name in names
    ]
    stale = {
        one.folder: one.name for one in revisions if one.folder != root and not _is_fresh(root, one.commit)
    }
    builds = [(name, _start_build(folder)) for folder, name in stale.items()]
    for name, build in builds:
        _wait_for(name, build)
    return revisions


def _working_tree(root: Path, scratch: Path) -> Revision:
    """The files as they are in ``root``: itself, or a copy where something has to be made."""
    name = "working tree"
    if _is_fresh(root, None):
        return Revision(name, None, root)
    folder = scratch / "working-tree"
    listed = _git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *_COMPARED)
    for path in filter(None, listed.decode().split("\0")):
        if (root / path).is_file():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes((root / path).read_bytes())
    return Revision(name, None, folder)


def _committed(root: Path, revision: str, scratch: Path) -> Revision:
    commit = _commit(root, revision)
    folder = scratch / commit
    if not folder.exists():
        there = _git(root, "ls-tree", "-z", "--name-only", commit, "--", *_COMPARED).decode()
        paths = filter(None, there.split("\0"))
        tar = io.BytesIO(_git(root, "archive", "--format=tar", commit, "--", *paths))
        with tarfile.open(fileobj=tar) as archive:
            files = [member for member in archive if member.isfile() or member.isdir()]
            archive.extractall(folder, files, filter="data")
    return Revision(commit[:7] if commit.startswith(revision) else revision, commit, folder)


def merge_base(root: Path, branch: str = "origin/main") -> str:
    """Where the working tree's branch left ``branch``; of ``main`` where there is no such remote branch.

    Comparing with the branch's tip would call removed what others have added to it since.
    """
    for candidate in (branch, branch.rpartition("/")[2]):
        found = _run_git(root, "merge-base", "HEAD", candidate)
        if found.returncode == 0:
            return found.stdout.decode().strip()
    raise Unreadable(f"There is no branch {branch} to compare with.", "Name a revision with --base.")


def last_release(root: Path, before: str = "HEAD") -> str | None:
    """The last release's tag that ``before`` contains, such as ``v0.1.0``; None where there is none yet."""
    found = _run_git(root, "describe", "--tags", "--abbrev=0", "--match", "v[0-9]*", before)
    return found.stdout.decode().strip() if found.returncode == 0 else None


def touched(root: Path, revision: str, *folders: str) -> frozenset[str]:
    """The files in folders that differ from a revision's, or are not in it. Raises :class:`Unreadable`."""
    changed = _git(root, "diff", "--name-only", "-z", _commit(root, revision), "--", *folders)
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *folders)
    return frozenset(filter(None, (changed + new).decode().split("\0")))


def _commit(root: Path, revision: str) -> str:
    found = _run_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode != 0:
        raise Unreadable(
            f"git knows no revision {revision}.", "Name a commit, a branch or a tag; in CI fetch the history."
        )
    return found.stdout.decode().strip()


def _is_fresh(root: Path, commit: str | None) -> bool:
    """Whether the inputs are those of the commit that last wrote ``generated/``.

    For the working tree (``commit`` is None) neither may have been touched since. A no may be wrong, which
    costs a build; a yes is right as long as every commit of ``generated/`` was fresh.
    """
    written = _git(root, "log", "-1", "--format=%H", commit or "HEAD", "--", GENERATED).decode().strip()
    if not written:
        return False
    against = [] if commit is None else [commit]
    paths = (*INPUTS, GENERATED, *(f":(exclude){path}" for path in _BESIDE))
    if _run_git(root, "diff", "--quiet", written, *against, "--", *paths).returncode != 0:
        return False
    return commit is not None or not _git(root, "ls-files", "--others", "--exclude-standard", "--", *paths)


def _start_build(folder: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-P", str(_BUILD), str(folder)]
    return subprocess.Popen(  # noqa: S603  # our own script, which runs the revision's generator
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def _wait_for(name: str, build: "subprocess.Popen[str]") -> None:
    try:
        said, _ = build.communicate(timeout=_BUILD_SECONDS)
    except subprocess.TimeoutExpired:
        build.kill()
        build.communicate()
        raise Unreadable(f"The build of {name} does not come to an end.", "Look for a loop.") from None
    if build.returncode != 0:
        raise Unreadable(
            f"The catalog of {name} cannot be built.\n{said.strip()}", "python -m generator check"
        )


def _git(root: Path, *arguments: str) -> bytes:
    done = _run_git(root, *arguments)
    if done.returncode != 0:
        raise Unreadable(
            f"git {arguments[0]} failed: {done.stderr.decode(errors='replace').strip()}",
            "Run this in a clone of the repository that has its history.",
        )
    return done.stdout


def _run_git(root: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    command: Sequence[str] = ("git", "-C", str(root), *arguments)
    try:
        return subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    except FileNotFoundError:
        raise Unreadable("There is no git here.", "Install git.") from None
