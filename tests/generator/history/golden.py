"""Writes the golden files of a diff's renderings anew: ``python -m tests.generator.history.golden``."""

from pathlib import Path

from generator.history.document import document_of
from generator.history.render import FORMATS, Format, render
from tests.generator.history.samples import sample

FOLDER = Path(__file__).parent / "golden"


def golden(form: Format) -> Path:
    """Where a rendering is kept."""
    return FOLDER / f"diff.{form}.txt"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in FORMATS:
        golden(each).write_text(render(document_of(sample()), each) + "\n", "utf-8")
