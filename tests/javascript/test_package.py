"""What users get: a package that can be published, small, typed, and without effects of its own."""

import gzip
import json
from pathlib import Path
from typing import Any

from generator.load.files import project_version
from tests.javascript.node import GENERATED, NPM, ROOT, SOURCE, TESTS, node, tool

MOST_BYTES = 40_000
"""How large matcher and patterns may be together, gzipped."""
FRAME = 16
"""Milliseconds in which an answer comes without anybody seeing that it took time."""


def bundled(folder: Path) -> Path:
    """The package as one small module, as the site has it."""
    assert tool("esbuild")
    bundle = folder / "broker-errors.mjs"
    node(SOURCE / "bundle.mjs", GENERATED / "index.js", bundle)
    return bundle


def test_matcher_and_patterns_are_small(tmp_path: Path) -> None:
    bundle = bundled(tmp_path)
    assert len(gzip.compress(bundle.read_bytes(), 9)) < MOST_BYTES


def test_the_bundle_answers_as_the_package_does(tmp_path: Path) -> None:
    bundle = bundled(tmp_path)
    asked = json.dumps({"source": "insufficient buying power", "options": {"broker": "alpaca"}})
    said = [node(TESTS / "answers.mjs", entry, given=asked) for entry in (bundle, GENERATED / "index.js")]
    assert said[0] == said[1] != ""


def test_a_program_is_checked_against_ids_channels_and_brokers() -> None:
    options = ("--strict", "--noEmit", "--target", "es2023", "--module", "nodenext", "--lib", "es2023")
    node(tool("typescript") / "bin" / "tsc", "--ignoreConfig", *options, "--types", "", TESTS / "user.ts")


def test_it_can_be_published_as_it_is() -> None:
    packed: Any = json.loads(node(NPM, "pack", "--dry-run", "--json", "--offline", GENERATED))
    (packed,) = packed.values() if isinstance(packed, dict) else packed
    assert (packed["name"], packed["version"]) == ("broker-errors", project_version(ROOT))
    present = {path.relative_to(GENERATED).as_posix() for path in GENERATED.rglob("*") if path.is_file()}
    assert {file["path"] for file in packed["files"]} == present


def test_it_has_no_dependencies_and_no_effects_of_its_own() -> None:
    manifest = json.loads((GENERATED / "package.json").read_text("utf-8"))
    assert manifest["sideEffects"] is False
    assert not {name for name in manifest if "ependencies" in name or name == "scripts"}


def test_a_paste_of_ten_kilobytes_is_answered_within_a_frame() -> None:
    said = node(TESTS / "benchmark.mjs", GENERATED / "index.js")
    print(said)
    rows = [json.loads(line) for line in said.splitlines()]
    assert [row for row in rows if row["milliseconds"] > FRAME] == []
