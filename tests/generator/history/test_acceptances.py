"""Reasons in ``catalog/changes/``: how they are read, matched and written."""

from pathlib import Path

import pytest

from generator.history.acceptance import ChangesRefused, read_fragments, reasons, unmatched, without
from generator.history.accepting import accept, chosen, slug_of
from tests.generator.history.samples import ADDED, LAXER, LOST

REASON = "a look-up finds it anyway"
SUMMARY = "Orders that are not open any more are told apart."


def write(root: Path, text: str, name: str = "change.yaml") -> None:
    folder = root / "catalog" / "changes"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


def accepting(rule: str, entry: str) -> str:
    return f"summary: {SUMMARY}\naccept:\n- {{rule: {rule}, entry: {entry}, reason: {REASON}}}\n"


def test_a_reason_is_found_for_its_change(tmp_path: Path) -> None:
    write(tmp_path, accepting(LAXER.rule, LAXER.entry))
    assert reasons(read_fragments(tmp_path), LAXER) == [REASON]


def test_a_reason_is_for_one_entry_only(tmp_path: Path) -> None:
    write(tmp_path, accepting(LAXER.rule, "acme.another"))
    assert reasons(read_fragments(tmp_path), LAXER) == []


def test_a_reason_may_be_for_several_entries(tmp_path: Path) -> None:
    write(tmp_path, accepting(LAXER.rule, f"[acme.another, {LAXER.entry}]"))
    assert reasons(read_fragments(tmp_path), LAXER) == [REASON]


def test_an_acceptance_without_a_change_is_found_at_its_line(tmp_path: Path) -> None:
    write(tmp_path, accepting("answer-lost", "acme.gone"))
    (left,) = unmatched(read_fragments(tmp_path), [LAXER, LOST])
    assert (left.entry, left.at.file, left.at.line) == ("acme.gone", "catalog/changes/change.yaml", 3)


def test_an_acceptance_that_the_base_has_already_is_not_new(tmp_path: Path) -> None:
    write(tmp_path, accepting("answer-lost", "acme.gone"))
    fragments = read_fragments(tmp_path)
    assert unmatched(without(fragments, fragments), []) == []


@pytest.mark.parametrize(
    "text",
    [
        "accept: []\n",
        "summary: short\n",
        f"summary: {SUMMARY}\naccept:\n- {{rule: retry-laxer, entry: acme.x}}\n",
        f"summary: {SUMMARY}\nextra: 1\n",
        "summary: [\n",
        "",
    ],
    ids=["no summary", "short summary", "no reason", "unknown field", "no YAML", "empty"],
)
def test_a_malformed_file_is_refused_at_its_line(text: str, tmp_path: Path) -> None:
    write(tmp_path, text)
    with pytest.raises(ChangesRefused) as refused:
        read_fragments(tmp_path)
    assert all(problem.at.file == "catalog/changes/change.yaml" for problem in refused.value.problems)
    assert all(problem.mend for problem in refused.value.problems)


@pytest.mark.parametrize("name", [LOST.fingerprint, LOST.rule, LOST.entry, f"{LOST.rule}:{LOST.entry}"])
def test_a_change_is_chosen_by_any_of_its_names(name: str) -> None:
    assert chosen([LOST, LAXER, ADDED], name) == [LOST]


def test_a_change_that_needs_no_reason_is_not_chosen() -> None:
    assert chosen([ADDED], ADDED.rule) == []


def test_a_reason_that_was_written_is_read_again(tmp_path: Path) -> None:
    file = accept(tmp_path, "a-branch", [LOST, LAXER], REASON, SUMMARY)
    assert file == "catalog/changes/a-branch.yaml"
    (fragment,) = read_fragments(tmp_path)
    assert fragment.summary == SUMMARY
    assert [(one.rule, one.entry) for one in fragment.accepts] == [
        (LOST.rule, LOST.entry),
        (LAXER.rule, LAXER.entry),
    ]


def test_a_second_reason_keeps_the_first(tmp_path: Path) -> None:
    accept(tmp_path, "a-branch", [LOST], REASON, SUMMARY)
    accept(tmp_path, "a-branch", [LAXER], REASON, None)
    (fragment,) = read_fragments(tmp_path)
    assert (fragment.summary, len(fragment.accepts)) == (SUMMARY, 2)


def test_a_better_reason_takes_the_former_ones_place(tmp_path: Path) -> None:
    accept(tmp_path, "a-branch", [LOST], REASON, SUMMARY)
    accept(tmp_path, "a-branch", [LOST], "every other entry calls it so", None)
    assert reasons(read_fragments(tmp_path), LOST) == ["every other entry calls it so"]


def test_nothing_is_written_where_the_summary_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ChangesRefused):
        accept(tmp_path, "a-branch", [LOST], REASON, None)
    assert not (tmp_path / "catalog").exists()


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Order/not_open", "order-not-open"), ("../../etc", "etc"), ("", "changes"), ("é", "changes")],
)
def test_the_name_of_a_branch_becomes_a_files(name: str, slug: str) -> None:
    assert slug_of(name) == slug
