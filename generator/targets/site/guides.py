"""The list of guides: what the handwritten pages say of themselves in front."""

import re
from collections.abc import Mapping

import yaml

from generator.targets.site.frame import page

_FRONT = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)
FOLDER = "guides/"


def pages(written: Mapping[str, str]) -> dict[str, str]:
    """The list, of the handwritten pages in ``guides/``."""
    guides = [
        (f"{path.removesuffix('.md')}/", _front(text))
        for path, text in written.items()
        if path.startswith(FOLDER) and path.endswith(".md")
    ]
    return dict(
        [
            page(
                "guides",
                FOLDER,
                {
                    "title": "Guides",
                    "description": "How to retry safely, how matching works, how to contribute.",
                },
                guides=sorted(guides, key=lambda one: (one[1].get("order", 99), one[0])),
            )
        ]
    )


def _front(text: str) -> Mapping[str, str]:
    found = _FRONT.match(text)
    front: Mapping[str, str] = yaml.safe_load(found[1]) if found else {}
    return {"title": "", "description": "", **front}
