"""The page of an entry."""

from collections.abc import Mapping

from generator.targets.python.runtime._page import shown
from generator.targets.site import markup
from generator.targets.site.frame import page as framed
from generator.targets.site.strip import strip
from generator.targets.site.views import View, Views

HEADLINE = 110
"""How many characters search engines read of a headline."""


def pages(views: Views) -> dict[str, str]:
    """A page for each entry."""
    return dict(_entry(views, view) for view in views.all)


def _entry(views: Views, view: View) -> tuple[str, str]:
    page, elsewhere = view.page, views.elsewhere(view)
    before, behind = views.neighbors[view.id]
    verdict = page.verdict
    return framed(
        "entry",
        view.path,
        {
            "title": title(view),
            "description": description(view),
            "section": "browse",
            "data": view.path.removesuffix("/"),
            "report": _report(view),
            "jsonld": _linked_data(view),
            **({"may_be_live": True} if verdict.may_be_live else {}),
        },
        view=view,
        related=views.related(view),
        elsewhere=elsewhere,
        elsewhere_at=elsewhere[0].broker.name if len({one.broker.id for one in elsewhere}) == 1 else None,
        common=views.catalog.common_by_id[view.entry.common] if view.entry.common else None,
        before=before,
        behind=behind,
        strip=strip(view.entry.outcome, view.entry.retry),
        preamble=markup.python(view.broker.preamble) if view.broker.preamble else None,
    )


def title(view: View) -> str:
    """What people search for: the message, status, code and broker."""
    page, entry = view.page, view.entry
    known = [
        shown(page.head),
        *([f"HTTP {', '.join(map(str, page.statuses))}"] if page.statuses and not entry.fallback else []),
        *([f"code {page.codes[0]}"] if page.codes and page.codes[0] != page.head else []),
    ]
    return f"{', '.join(known)}: {view.broker.name}"


def description(view: View) -> str:
    """The verdict in a few sentences."""
    entry, verdict = view.entry, view.page.verdict
    again = " ".join(
        f"{one.question}{'' if one.question.endswith('?') else ':'} {one.words}." for one in verdict.retries
    )
    through = verdict.outcome
    return f"{entry.title}. {through.question} {through.words}. {through.note} {again} {verdict.first.do}"


def _linked_data(view: View) -> Mapping[str, object]:
    """What search engines read, in the words of schema.org."""
    return {
        "@context": "https://schema.org",
        "@type": "TechArticle",
        "headline": title(view)[:HEADLINE],
        "description": description(view),
        "articleSection": view.area.title,
        "identifier": view.id,
        "inLanguage": "en",
        "about": {"@type": "Thing", "name": f"{view.broker.name} API"},
    }


def _report(view: View) -> Mapping[str, str]:
    body = f"What is wrong or missing about {view.id}, and how do you know?\n\n{view.page.support}\n"
    return {"title": f"{view.id}: ", "body": body, "file": view.area.file}
