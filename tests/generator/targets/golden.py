"""The golden output: what the small fixture catalog generates, of each kind of file one or two.

After a change that is meant, write it anew with ``python -m tests.generator.targets.golden`` and read the
difference.
"""

from generator.output import replace
from generator.stages import generate
from tests.generator.helpers import FIXTURE_CATALOG, FIXTURES, subject_of

GOLDEN = FIXTURES / "golden"
KEPT = {
    "generated": (
        "broker_errors/__init__.py",
        "broker_errors/__init__.pyi",
        "broker_errors/_acme_entries.py",
        "broker_errors/_acme_errors.py",
        "broker_errors/_acme_plan.py",
        "broker_errors/_catalog.py",
        "broker_errors/_categories.py",
        "broker_errors/acme.py",
        "broker_errors/acme.pyi",
        "broker_errors/texts/acme.json",
        "broker_errors/texts/words.json",
        "catalog.json",
        "coverage.json",
        "javascript/data/acme.js",
        "javascript/index.d.ts",
        "javascript/index.js",
        "javascript/package.json",
    ),
    "site/docs": (
        "acme.md",
        "acme/insufficient_funds.md",
        "acme/penalty_ticket.json",
        "acme/penalty_ticket.md",
        "acme/penalty_ticket.md.txt",
        "assets/answers.json",
        "assets/documents.js",
        "assets/rows.js",
        "browse.md",
        "categories/rate_limit.md",
        "coverage.md",
        "index.md",
        "llms.txt",
    ),
}


def generated() -> dict[str, str]:
    """The kept files, by their paths below the golden folder; Python and Markdown are kept as text files."""
    files = generate(subject_of(FIXTURE_CATALOG), "1.2.3")
    return {
        f"{folder.replace('/', '-')}/{path.replace('/', '-')}.txt": files[folder][path]
        for folder, paths in KEPT.items()
        for path in paths
    }


if __name__ == "__main__":
    print("\n".join(replace(GOLDEN, generated()).lines("tests/fixtures/golden")) or "Nothing changed.")
