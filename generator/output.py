"""Compares and writes whole sets of files. A folder is replaced as a whole or not at all."""

import shutil
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_IGNORED = frozenset({"__pycache__"})
_PREVIOUS = ".previous"
_STAGED = ".staged"

Files = Mapping[str, str]
"""The text of each file, by its path below the folder, with slashes."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How a folder differs from a set of files."""

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    orphaned: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.changed or self.missing or self.orphaned)

    def among(self, paths: Collection[str], folder: str) -> "Difference":
        """Only what stands in ``paths``, which begin with the folder's name."""
        here = {path.removeprefix(f"{folder}/") for path in paths if path.startswith(f"{folder}/")}
        kinds = (self.changed, self.missing, self.orphaned)
        return Difference(*(tuple(path for path in kind if path in here) for kind in kinds))

    def lines(self, folder: str) -> Iterator[str]:
        """Each path, with what is the matter with it."""
        for kind, paths in (
            ("changed", self.changed),
            ("missing", self.missing),
            ("orphaned", self.orphaned),
        ):
            for path in paths:
                yield f"{kind}: {folder}/{path}"


def compare(folder: Path, files: Files) -> Difference:
    """Compare what is in ``folder`` with what should be."""
    _recover(folder)
    present = set(_present(folder))
    return Difference(
        changed=tuple(
            sorted(path for path in present & files.keys() if not _is_same(folder / path, files[path]))
        ),
        missing=tuple(sorted(files.keys() - present)),
        orphaned=tuple(sorted(present - files.keys())),
    )


def replace(folder: Path, files: Files) -> Difference:
    """Make ``folder`` hold exactly ``files``, and say what was different.

    The new folder is written beside the old one and takes its place in one step; until then the old one is
    whole. Files that did not change keep their time stamps.
    """
    difference = compare(folder, files)
    if difference:
        staged = _beside(folder, _STAGED)
        shutil.rmtree(staged, ignore_errors=True)
        staged.mkdir(parents=True)
        unchanged = files.keys() - {*difference.changed, *difference.missing}
        try:
            for path, text in files.items():
                _stage(folder / path, staged / path, None if path in unchanged else text)
        except BaseException:
            shutil.rmtree(staged, ignore_errors=True)
            raise
        _swap(folder, staged)
    return difference


def write_file(path: Path, text: str) -> None:
    """Write one file, so that at any moment it is either the old one or the new one."""
    staged = path.with_name(f".{path.name}{_STAGED}")
    staged.write_bytes(text.encode("utf-8"))
    staged.replace(path)


def _stage(old: Path, new: Path, text: str | None) -> None:
    new.parent.mkdir(parents=True, exist_ok=True)
    if text is None:
        shutil.copy2(old, new)
    else:
        new.write_bytes(text.encode("utf-8"))


def _swap(folder: Path, staged: Path) -> None:
    previous = _beside(folder, _PREVIOUS)
    shutil.rmtree(previous, ignore_errors=True)
    if folder.exists():
        folder.rename(previous)
    try:
        staged.rename(folder)
    except BaseException:
        if previous.exists():
            previous.rename(folder)
        raise
    shutil.rmtree(previous, ignore_errors=True)


def _recover(folder: Path) -> None:
    """Put the old folder back if an earlier run was stopped between the two renames."""
    previous = _beside(folder, _PREVIOUS)
    if previous.exists() and not folder.exists():
        previous.rename(folder)


def _beside(folder: Path, suffix: str) -> Path:
    return folder.with_name(f".{folder.name}{suffix}")


def _present(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.is_file() and _IGNORED.isdisjoint(path.parts):
            yield path.relative_to(folder).as_posix()


def _is_same(path: Path, text: str) -> bool:
    return path.read_bytes() == text.encode("utf-8")
