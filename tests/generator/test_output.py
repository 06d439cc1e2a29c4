"""A folder is compared and replaced as a whole, and an interrupted run leaves the old one whole."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.output import Difference, Files, compare, replace, write_file
from tests.generator.helpers import examples, snapshot

OLD: Files = {"same.txt": "same\n", "sub/changed.txt": "old\n", "sub/orphaned.txt": "orphaned\n"}
NEW: Files = {"same.txt": "same\n", "sub/changed.txt": "new\n", "other/missing.txt": "missing\n"}
DIFFERENCE = Difference(("sub/changed.txt",), ("other/missing.txt",), ("sub/orphaned.txt",))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the old files."""
    folder = tmp_path / "generated"
    replace(folder, OLD)
    return folder


def texts(folder: Path) -> dict[str, str]:
    return {path: content.decode("utf-8") for path, content in snapshot(folder).items()}


def failing(call: Callable[..., Any], time: int, error: BaseException) -> Callable[..., Any]:
    """``call``, but for the given time, counted from 1, at which it raises."""
    calls = 0

    def called(*arguments: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == time:
            raise error
        return call(*arguments, **named)

    return called


def never(*arguments: Any, **named: Any) -> NoReturn:
    raise AssertionError("nothing should be written")


class TestCompare:
    """What differs between a folder and a set of files."""

    def test_a_folder_that_holds_just_the_files_has_no_difference(self, folder: Path) -> None:
        assert not compare(folder, OLD)

    def test_changed_missing_and_orphaned_files_all_count(self, folder: Path) -> None:
        assert compare(folder, NEW) == DIFFERENCE

    @pytest.mark.parametrize(
        "files",
        [
            {**OLD, "same.txt": "Same\n"},
            {**OLD, "more.txt": ""},
            {name: text for name, text in OLD.items() if name != "same.txt"},
        ],
        ids=["changed", "missing", "orphaned"],
    )
    def test_each_of_them_alone_is_a_difference(self, files: Files, folder: Path) -> None:
        assert compare(folder, files)

    def test_a_folder_that_is_not_there_lacks_everything(self, tmp_path: Path) -> None:
        assert compare(tmp_path / "nowhere", OLD) == Difference((), tuple(sorted(OLD)), ())

    def test_line_breaks_of_another_system_are_a_change(self, folder: Path) -> None:
        (folder / "same.txt").write_bytes(b"same\r\n")
        assert compare(folder, OLD).changed == ("same.txt",)

    def test_bytes_that_are_no_text_are_a_change(self, folder: Path) -> None:
        (folder / "same.txt").write_bytes(b"\xff\xfe")
        assert compare(folder, OLD).changed == ("same.txt",)

    def test_what_python_leaves_behind_is_no_orphan(self, folder: Path) -> None:
        (folder / "sub" / "__pycache__").mkdir()
        (folder / "sub" / "__pycache__" / "x.pyc").write_bytes(b"")
        assert not compare(folder, OLD)

    def test_hidden_files_are_orphans(self, folder: Path) -> None:
        (folder / ".left").write_text("x")
        assert compare(folder, OLD).orphaned == (".left",)

    def test_comparing_writes_nothing(self, folder: Path) -> None:
        compare(folder, NEW)
        assert texts(folder.parent) == {f"generated/{path}": text for path, text in OLD.items()}

    def test_each_path_is_printed_with_what_is_the_matter(self) -> None:
        assert list(DIFFERENCE.lines("generated")) == [
            "changed: generated/sub/changed.txt",
            "missing: generated/other/missing.txt",
            "orphaned: generated/sub/orphaned.txt",
        ]


class TestReplace:
    """Making a folder hold exactly a set of files."""

    def test_the_folder_holds_exactly_the_files_and_nothing_is_left_beside_it(self, folder: Path) -> None:
        assert replace(folder, NEW) == DIFFERENCE
        assert texts(folder.parent) == {f"generated/{path}": text for path, text in NEW.items()}

    def test_a_folder_is_made_with_those_above_it(self, tmp_path: Path) -> None:
        replace(tmp_path / "site" / "docs", NEW)
        assert texts(tmp_path / "site" / "docs") == NEW

    def test_text_is_written_as_utf_8_with_the_line_breaks_that_it_has(self, tmp_path: Path) -> None:
        replace(tmp_path / "made", {"a": "é\n\u2028\r\n"})
        assert (tmp_path / "made" / "a").read_bytes() == b"\xc3\xa9\n\xe2\x80\xa8\r\n"

    def test_files_that_did_not_change_keep_their_times(self, folder: Path) -> None:
        os.utime(folder / "same.txt", ns=(1_000, 1_000))
        os.utime(folder / "sub" / "changed.txt", ns=(1_000, 1_000))
        replace(folder, NEW)
        assert (folder / "same.txt").stat().st_mtime_ns == 1_000
        assert (folder / "sub" / "changed.txt").stat().st_mtime_ns != 1_000

    def test_a_folder_without_a_difference_is_left_alone(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("rename", "replace", "mkdir", "unlink", "rmdir"):
            monkeypatch.setattr(os, name, never)
        monkeypatch.setattr(Path, "write_bytes", never)
        assert not replace(folder, OLD)

    def test_a_file_may_become_a_folder_and_a_folder_a_file(self, folder: Path) -> None:
        turned = {"same.txt/inside": "x", "sub": "y"}
        replace(folder, turned)
        assert texts(folder) == turned

    def test_a_folder_can_be_emptied(self, folder: Path) -> None:
        assert replace(folder, {}).orphaned == tuple(sorted(OLD))
        assert texts(folder) == {}

    @examples(60)
    @given(
        st.lists(
            st.dictionaries(
                st.from_regex(r"[abc](/[de])?", fullmatch=True), st.sampled_from(["", "x", "y\n"]), min_size=1
            ).filter(lambda files: not any(f"{path}/{name}" in files for path in files for name in "de")),
            min_size=1,
            max_size=4,
        )
    )
    def test_after_any_sequence_the_folder_holds_the_last_files(
        self, tmp_path_factory: pytest.TempPathFactory, sequence: list[dict[str, str]]
    ) -> None:
        folder = tmp_path_factory.mktemp("any") / "generated"
        for files in sequence:
            replace(folder, files)
            assert texts(folder.parent) == {f"generated/{path}": text for path, text in files.items()}
            assert not compare(folder, files)


class TestInterruptions:
    """Whenever a run stops, the previous output is whole."""

    @pytest.mark.parametrize(
        "error", [OSError("disk full"), KeyboardInterrupt()], ids=["disk-full", "interrupted"]
    )
    @pytest.mark.parametrize("time", [1, 2])
    def test_writing_fails_halfway(
        self, time: int, error: BaseException, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(Path, "write_bytes", failing(Path.write_bytes, time, error))
        with pytest.raises(type(error)):
            replace(folder, NEW)
        assert texts(folder.parent) == {f"generated/{path}": text for path, text in OLD.items()}

    @pytest.mark.parametrize("error", [OSError("busy"), KeyboardInterrupt()], ids=["busy", "interrupted"])
    @pytest.mark.parametrize("time", [1, 2])
    def test_a_rename_fails(
        self, time: int, error: BaseException, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "rename", failing(os.rename, time, error))
        with pytest.raises(type(error)):
            replace(folder, NEW)
        assert texts(folder) == OLD

    def test_the_next_run_after_a_failure_succeeds(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as patched:
            patched.setattr(os, "rename", failing(os.rename, 2, OSError("busy")))
            with pytest.raises(OSError, match="busy"):
                replace(folder, NEW)
        replace(folder, NEW)
        assert texts(folder.parent) == {f"generated/{path}": text for path, text in NEW.items()}

    def stopped_between_the_renames(self, folder: Path) -> None:
        """As if the machine had been switched off: the old folder is away and the new one is not there."""
        folder.rename(folder.with_name(".generated.previous"))
        replace(folder.with_name(".generated.staged"), {"half.txt": "half\n"})

    def test_a_stop_between_the_renames_is_mended_by_the_next_comparison(self, folder: Path) -> None:
        self.stopped_between_the_renames(folder)
        assert compare(folder, NEW) == DIFFERENCE
        assert texts(folder) == OLD

    def test_a_stop_between_the_renames_is_mended_by_the_next_run(self, folder: Path) -> None:
        self.stopped_between_the_renames(folder)
        assert replace(folder, NEW) == DIFFERENCE
        assert texts(folder.parent) == {f"generated/{path}": text for path, text in NEW.items()}

    def test_a_stop_after_the_renames_does_not_bring_the_old_folder_back(self, folder: Path) -> None:
        replace(folder.with_name(".generated.previous"), {"older.txt": "older\n"})
        replace(folder, NEW)
        assert texts(folder.parent) == {f"generated/{path}": text for path, text in NEW.items()}


class TestWriteFile:
    """Writing a single file."""

    def test_the_file_is_replaced(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text("old")
        write_file(tmp_path / "a.yaml", "é\n")
        assert snapshot(tmp_path) == {"a.yaml": b"\xc3\xa9\n"}

    @pytest.mark.parametrize("name", ["write_bytes", "replace"])
    def test_the_old_file_is_whole_when_it_fails(
        self, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "a.yaml").write_text("old")
        monkeypatch.setattr(Path, name, failing(getattr(Path, name), 1, OSError("disk full")))
        with pytest.raises(OSError, match="disk full"):
            write_file(tmp_path / "a.yaml", "new")
        assert (tmp_path / "a.yaml").read_text() == "old"
