"""Adds completions for shells to the wheel: made from the command's own parser when the package is built."""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import shtab
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PLACES = {
    "bash": "share/bash-completion/completions/broker-errors",
    "zsh": "share/zsh/site-functions/_broker-errors",
    "fish": "share/fish/vendor_completions.d/broker-errors.fish",
}


class Completions(BuildHookInterface[Any]):
    """Writes a completion for each shell, adds it to the wheel's shared data, and clears up."""

    folder: Path

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the completions before the wheel is made. An editable install gets none."""
        self.folder = Path(tempfile.mkdtemp(prefix="completions-"))
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "generated"))
        from broker_errors._cli._options import parser

        for shell, place in PLACES.items():
            file = self.folder / shell
            file.write_text(shtab.complete(parser(), shell), "utf-8")
            build_data["shared_data"][str(file)] = place

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what was written on the way."""
        shutil.rmtree(self.folder, ignore_errors=True)
