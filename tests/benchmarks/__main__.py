"""``make bench``: prints each ratio beside its target, and writes the page that the site shows."""

import sys
from pathlib import Path

from tests.benchmarks import generating, site
from tests.benchmarks.report import as_chart, as_markdown, as_text
from tests.benchmarks.rows import rows

PAGES = Path(__file__).parents[2] / "site" / "pages" / "guides"


def main() -> int:
    """Measure everything. Nothing is passed or failed."""
    found = [*rows(), *site.rows(), *generating.rows()]
    print(as_text(found))
    (PAGES / "benchmarks.md").write_text(as_markdown(found), "utf-8")
    (PAGES / "benchmarks.svg").write_text(as_chart(found), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
