"""The site target: the Markdown tree from which mkdocs builds the site, and the handwritten pages in it."""

from pathlib import Path

from generator.model.catalog import Broker, Catalog
from generator.model.coverage import categories_by_broker, coverage
from generator.targets.rendering import environment
from generator.targets.site import escaping, pages
from generator.targets.site.chart import bar_chart

HANDWRITTEN = Path(__file__).parents[3] / "site" / "pages"

_TEMPLATES = environment(
    Path(__file__).parent / "templates",
    {
        "text": escaping.text,
        "code": escaping.code,
        "fence": escaping.fence,
        "quoted": escaping.quoted,
        "words": lambda word: word.replace("_", " "),
    },
)
_TEMPLATES.globals["link"] = escaping.link


def generate(catalog: Catalog, version: str) -> dict[str, str]:
    """The pages, by their paths below mkdocs' folder of documents."""
    files = {
        "index.md": _render("home", catalog=catalog, version=version),
        "statuses.md": _render("groups", **_STATUSES, groups=pages.status_groups(catalog), up=""),
        "retries.md": _render(
            "retries", groups=pages.retry_groups(catalog), outcomes=catalog.outcomes, up=""
        ),
        "codes.md": _render("codes", sets=pages.code_groups(catalog), up=""),
        "categories/index.md": _render("categories", catalog=catalog),
        "coverage.md": _render("coverage", brokers=coverage(catalog), chart=_chart(catalog)),
        **_handwritten(),
    }
    for category in catalog.categories:
        groups = pages.category_groups(catalog, category)
        files[f"categories/{category.id}.md"] = _render(
            "category", category=category, groups=groups, up="../"
        )
    for broker in catalog.brokers:
        files |= _broker_pages(catalog, broker)
    return files


_STATUSES = {
    "title": "By HTTP status",
    "lead": "The entries that come with a status. A status alone says little: the message decides first.",
}


def _chart(catalog: Catalog) -> str:
    titles = {category.id: category.title for category in catalog.categories}
    rows = {titles[id_]: counts for id_, counts in categories_by_broker(catalog).items()}
    return bar_chart(rows, [broker.name for broker in catalog.brokers], "Entries by category and broker")


def _broker_pages(catalog: Catalog, broker: Broker) -> dict[str, str]:
    index = _render("broker", broker=broker, groups=pages.area_groups(broker), up="../")
    entries = {
        f"{broker.id}/{entry.id}.md": _render("entry", page=pages.entry_page(catalog, broker, entry))
        for entry in broker.entries
    }
    return {f"{broker.id}/index.md": index, **entries}


def _handwritten() -> dict[str, str]:
    paths = sorted(path for path in HANDWRITTEN.rglob("*") if path.is_file())
    return {path.relative_to(HANDWRITTEN).as_posix(): path.read_text("utf-8") for path in paths}


def _render(template: str, **context: object) -> str:
    return _TEMPLATES.get_template(f"{template}.md.jinja").render(context)
