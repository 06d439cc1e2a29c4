"""CONTRIBUTING's change, made in a copy of the repository: what the tools print of it.

``python -m tests.generator.history.walkthrough`` writes it into CONTRIBUTING anew.
"""

import re
import shutil
from collections.abc import Mapping
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.cli import main
from generator.history.payloads import CORPUS
from generator.history.revision import GENERATED, INPUTS
from tests.generator.helpers import ROOT
from tests.generator.history.repository import build, commit, edit, git

CONTRIBUTING = ROOT / "CONTRIBUTING.md"
FILE = "catalog/alpaca/orders.yaml"
BEFORE = '    message: asset "{symbol:symbol}" cannot be sold short\n'
AFTER = '    message: asset "{asset:symbol}" cannot be sold short\n'
REASON = "other entries about an asset call this value asset"
SUMMARY = "The asset that cannot be sold short is params['asset']."
_VERSION = re.compile(r'^version = "[^"]*"$', re.MULTILINE)
"""The version is none of the section's, which a release is not to change."""
BLOCKS = {"edit": "```diff\n{}\n```", "diff": "```text\n{}\n```", "accept": "```sh\n{}\n```", "comment": "{}"}
"""How each part stands in CONTRIBUTING."""


def walkthrough(root: Path) -> Mapping[str, str]:
    """Each part of the section, as it stands there. ``root`` is an empty folder."""
    for name in (*INPUTS, GENERATED, CORPUS):
        source = ROOT / name
        if source.is_dir():
            without = shutil.ignore_patterns("__pycache__", "node_modules")
            shutil.copytree(source, root / name, ignore=without, symlinks=True)
        else:
            shutil.copy(source, root / name)
    pyproject = root / "pyproject.toml"
    pyproject.write_text(_VERSION.sub('version = "0.1.0"', pyproject.read_text("utf-8"), count=1), "utf-8")
    build(root)
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "config", "core.hooksPath", "/dev/null")
    commit(root)
    edit(root, FILE, BEFORE, AFTER)
    told = _printed(root, "diff", "--base", "HEAD").splitlines()
    fingerprint = told[-1].split()[4]
    accepting = ("accept", fingerprint, "--reason", REASON, "--summary", SUMMARY)
    _printed(root, *accepting, "--slug", "asset", "--base", "HEAD")
    comment = _printed(root, "diff", "--base", "HEAD", "--format", "markdown")
    return {
        "edit": f"-{BEFORE}+{AFTER}".rstrip("\n"),
        "diff": "\n".join(line for line in told if " answers differ (" not in line),
        "accept": f'.venv/bin/python -m generator accept {fingerprint} --reason "{REASON}" \\\n'
        f'  --summary "{SUMMARY}"',
        "comment": "\n".join(_shown(comment)),
    }


def _printed(root: Path, *arguments: str) -> str:
    with redirect_stdout(StringIO()) as out:
        main(["--root", str(root), *arguments])
    return out.getvalue()


def _shown(comment: str) -> list[str]:
    """The verdict and the table of a comment, as a quotation."""
    kept = re.findall(r"^(?:###|\|).*|^$", comment.partition("<details>")[0], re.MULTILINE)
    lines = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip().splitlines()
    return [f"> {line}".rstrip() for line in lines]


def rewritten(text: str, parts: Mapping[str, str]) -> str:
    """CONTRIBUTING with the parts of today, each between its two marks."""
    for name, part in parts.items():
        mark = rf"(<!-- {name} -->\n).*?(\n<!-- /{name} -->)"
        block = BLOCKS[name].format(part).replace("\\", r"\\")
        text, found = re.subn(mark, rf"\1{block}\2", text, flags=re.DOTALL)
        assert found == 1, f"CONTRIBUTING has no part {name}"
    return text


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        parts = walkthrough(Path(folder))
    CONTRIBUTING.write_text(rewritten(CONTRIBUTING.read_text("utf-8"), parts), "utf-8")
