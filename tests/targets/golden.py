"""The golden output: what the small fixture catalog generates, of each kind of file one or two.

After a change that is meant, write it anew with ``python -m tests.targets.golden`` and read the difference.
"""

from pathlib import Path

from generator.stages import check
from generator.output import replace
from generator.targets import OUTPUTS

FIXTURE = Path(__file__).parents[1] / "fixtures" / "catalog"
GOLDEN = Path(__file__).parents[1] / "fixtures" / "golden"
KEPT = {
    "generated": (
        "broker_errors/__init__.py",
        "broker_errors/_acme_info.py",
        "broker_errors/_acme_plan.py",
        "broker_errors/_vocabulary.py",
        "broker_errors/acme.py",
        "catalog.json",
        "coverage.json",
    ),
    "site/docs": (
        "acme/index.md",
        "acme/insufficient_funds.md",
        "acme/penalty_ticket.md",
        "categories/index.md",
        "categories/rate_limit.md",
        "codes.md",
        "coverage.md",
        "index.md",
        "retries.md",
        "statuses.md",
    ),
}


def generated() -> dict[str, str]:
    """The kept files, by their paths below the golden folder; Python and Markdown are kept as text files."""
    catalog, findings = check(FIXTURE)
    assert catalog is not None, findings
    files = {output.folder: output.generate(catalog, "1.2.3") for output in OUTPUTS}
    return {
        f"{folder.replace('/', '-')}/{path.replace('/', '-')}.txt": files[folder][path]
        for folder, paths in KEPT.items()
        for path in paths
    }


if __name__ == "__main__":
    print("\n".join(replace(GOLDEN, generated()).lines("tests/fixtures/golden")) or "Nothing changed.")
