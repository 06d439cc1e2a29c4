"""``make bench``: prints each ratio beside its target, and writes the page that the site shows."""

import sys
from pathlib import Path

from tests.benchmarks import bodies, first_use, generating, growth, site, texts
from tests.benchmarks.report import as_chart, as_markdown, as_text

PAGES = Path(__file__).parents[2] / "site" / "pages" / "guides"
PARTS = (bodies, texts, growth, first_use, site, generating)


def main() -> int:
    """Measure everything. Nothing is passed or failed."""
    found = [row for part in PARTS for row in part.rows()]
    print(as_text(found))
    (PAGES / "benchmarks.md").write_text(as_markdown(found), "utf-8")
    (PAGES / "benchmarks.svg").write_text(as_chart(found), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
