"""How revisions are taken from git, and what cannot be taken."""

import shutil
from pathlib import Path

import pytest

from generator.history.revision import Unreadable, last_release, merge_base, unpacked
from tests.generator.history.repository import ORDERS, build, commit, edit, git


def test_a_fresh_working_tree_is_used_where_it_stands(repository: Path, tmp_path: Path) -> None:
    assert unpacked(repository, [None], tmp_path)[0].folder == repository


def test_a_commit_is_unpacked_as_it_was(repository: Path, tmp_path: Path) -> None:
    first = git(repository, "rev-parse", "HEAD")
    text = (repository / ORDERS).read_text("utf-8")
    edit(repository, ORDERS, "Deposit money.", "Deposit more money.")
    commit(repository)
    (revision,) = unpacked(repository, [first], tmp_path)
    assert (revision.folder / ORDERS).read_text("utf-8") == text


def test_a_link_that_leads_elsewhere_is_left_out(repository: Path, tmp_path: Path) -> None:
    (repository / "link").symlink_to("/etc/hostname")
    build(repository)
    (revision,) = unpacked(repository, [commit(repository)], tmp_path)
    assert not (revision.folder / "link").is_symlink()


def test_a_catalog_that_was_edited_is_built_elsewhere(repository: Path, tmp_path: Path) -> None:
    before = (repository / "generated" / "catalog.json").read_bytes()
    edit(repository, ORDERS, "Deposit money.", "Deposit more money.")
    (revision,) = unpacked(repository, [None], tmp_path)
    assert "Deposit more money." in (revision.folder / "generated" / "catalog.json").read_text("utf-8")
    assert (repository / "generated" / "catalog.json").read_bytes() == before


def test_a_commit_that_leaves_generated_alone_is_built(repository: Path, tmp_path: Path) -> None:
    edit(repository, ORDERS, "Deposit money.", "Deposit more money.")
    changed = commit(repository)
    (revision,) = unpacked(repository, [changed], tmp_path)
    assert "Deposit more money." in (revision.folder / "generated" / "catalog.json").read_text("utf-8")


def test_a_commit_that_was_built_is_not_built_again(repository: Path, tmp_path: Path) -> None:
    edit(repository, ORDERS, "Deposit money.", "Deposit more money.")
    build(repository)
    shutil.rmtree(repository / "generator" / "targets")
    edit(repository, ORDERS, "Deposit more money.", "Deposit money.")
    edit(repository, ORDERS, "Deposit money.", "Deposit more money.")
    changed = commit(repository)
    assert unpacked(repository, [changed], tmp_path)[0].commit == changed


def test_a_file_that_git_ignores_is_not_taken_along(repository: Path, tmp_path: Path) -> None:
    (repository / ".gitignore").write_text("secret.txt\n", "utf-8")
    (repository / "secret.txt").write_text("secret", "utf-8")
    edit(repository, ORDERS, "Deposit money.", "Deposit more money.")
    (revision,) = unpacked(repository, [None], tmp_path)
    assert not (revision.folder / "secret.txt").exists()


def test_a_catalog_without_its_shape_is_refused_with_what_is_wrong(repository: Path, tmp_path: Path) -> None:
    edit(repository, ORDERS, "title: Insufficient funds", "titel: Insufficient funds")
    with pytest.raises(Unreadable, match="titel"):
        unpacked(repository, [None], tmp_path)


@pytest.mark.parametrize("name", ["no-such-branch", "--upload-pack=x", "HEAD~99", ""])
def test_a_revision_that_git_does_not_know_is_refused(name: str, repository: Path, tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        unpacked(repository, [name], tmp_path)
    assert refused.value.mend


def test_a_folder_that_is_no_repository_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        merge_base(tmp_path)


def test_the_merge_base_is_where_the_branch_left_main(repository: Path) -> None:
    left = git(repository, "rev-parse", "HEAD")
    git(repository, "checkout", "--quiet", "-b", "branch")
    edit(repository, ORDERS, "Deposit money.", "Deposit more money.")
    commit(repository)
    git(repository, "checkout", "--quiet", "main")
    edit(repository, ORDERS, "Read the text of the answer.", "Read the answer.")
    commit(repository)
    git(repository, "checkout", "--quiet", "branch")
    assert merge_base(repository) == left


def test_the_last_release_is_the_nearest_tag_of_a_version(repository: Path) -> None:
    git(repository, "tag", "v0.1.0")
    edit(repository, ORDERS, "Deposit money.", "Deposit more money.")
    commit(repository)
    git(repository, "tag", "another")
    assert last_release(repository) == "v0.1.0"


def test_there_is_no_release_without_a_tag(repository: Path) -> None:
    assert last_release(repository) is None
