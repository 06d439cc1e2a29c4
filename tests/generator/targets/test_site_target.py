"""The site target: pages that answer first, in one order, safe whatever the catalog says."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model.catalog import Catalog
from generator.policies.registry import Subject
from generator.targets.python.runtime._explain import text_of
from generator.targets.python.runtime._page import SECTIONS
from generator.targets.python.runtime._words import Outcome, Retry
from generator.targets.site import entries, machine, markup, paths
from generator.targets.site.strip import strip
from generator.targets.site.views import View, Views
from tests.generator.helpers import ROOT, examples

from .conftest import HOSTILE_TEXTS, Files

THEME = ROOT / "site" / "theme"
Pages = Mapping[str, str]


class Tags(HTMLParser):
    """Collects the tags of a page with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag."""
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.said.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of each tag of a name."""
        return [attributes for name, attributes in self.found if name == tag]


def front(page: str) -> dict[str, Any]:
    """What a page says of itself."""
    text = page.split("\n---\n", 1)[0].removeprefix("---\n")
    found: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    return found


def body(page: str) -> str:
    """A page without what stands in front."""
    return page.split("\n---\n", 1)[1]


@cache
def parsed(page: str) -> Tags:
    """The tags of a page."""
    return Tags(body(page))


def text_in(page: str) -> str:
    """What a reader sees of a page, in one line."""
    return " ".join("".join(parsed(page).said).split())


@pytest.fixture(scope="module")
def pages(real_files: Files) -> Pages:
    """The documents of the real catalog."""
    return real_files["site/docs"]


@pytest.fixture(scope="module")
def views(real_catalog: Catalog) -> Views:
    """The entries of the real catalog."""
    return Views(real_catalog)


def page_of(pages: Pages, view: View) -> str:
    """The page of an entry."""
    return pages[paths.file(view.path)]


class TestPagesOfEntries:
    """A page answers what is asked first, first."""

    def test_there_is_one_for_every_entry(self, pages: Pages, real_catalog: Catalog) -> None:
        assert {f"{entry.broker}/{entry.id}.md" for entry in real_catalog.entries} <= pages.keys()

    def test_sections_stand_in_one_order(self, pages: Pages, views: Views) -> None:
        for view in views.all:
            found = [one["id"] for one in parsed(page_of(pages, view)).named("h2") if "id" in one]
            sections = [name for name in found if name in SECTIONS]
            assert sections == list(view.page.sections), view.id

    def test_verdict_stands_before_every_section(self, pages: Pages, views: Views) -> None:
        for view in views.all:
            page = page_of(pages, view)
            assert 0 < page.index("data-verdict") < page.index('<h2 id="meaning">'), view.id

    def test_verdict_says_what_programs_branch_on(self, pages: Pages, views: Views) -> None:
        for view in views.all:
            tags = parsed(page_of(pages, view))
            verdicts = [one for one in tags.named("section") if "data-verdict" in one]
            assert [(one["data-error-id"], one["data-outcome"]) for one in verdicts] == [
                (view.id, view.entry.outcome)
            ]
            retries = {one["data-retry"] for one in tags.named("div") if "data-retry" in one}
            assert retries == {view.entry.retry, view.entry.retry_read}, view.id

    def test_stripes_stand_where_something_may_be_live_and_nowhere_else(
        self, pages: Pages, views: Views
    ) -> None:
        for view in views.all:
            page = page_of(pages, view)
            live = view.entry.outcome is Outcome.UNKNOWN
            assert ('class="stripe"' in page) == live, view.id
            assert front(page).get("may_be_live", False) == live, view.id

    def test_attempt_before_this_one_is_a_note_that_leads_to_what_is_known(
        self, pages: Pages, views: Views
    ) -> None:
        for view in views.all:
            noted = view.entry.outcome is Outcome.NOT_APPLIED and view.entry.earlier_attempt is not None
            assert ('<p class="verdict__note"><a href="#earlier">' in page_of(pages, view)) == noted, view.id

    def test_what_other_brokers_call_it_is_named(self, views: Views) -> None:
        for view in views.all:
            alike = {one.id for one in views.all if one.entry.common == view.entry.common}
            found = views.elsewhere(view)
            assert {one.id for one in found} <= alike
            assert view.broker.id not in {one.broker.id for one in found}
        first, *_ = views.elsewhere(views.by_id["tradovate.gateway_timeout"])
        assert first.id == "alpaca.gateway_timeout"

    def test_it_says_all_that_the_catalog_says(self, pages: Pages, views: Views) -> None:
        for view in views.all:
            entry, said = view.entry, text_in(page_of(pages, view))
            texts = (
                entry.meaning,
                *entry.causes,
                *(step.do for step in entry.remediation),
                *(fact.fact for fact in entry.dated),
                entry.note or "",
                entry.earlier_attempt or "",
                entry.on_the_way or "",
            )
            for text in texts:
                assert " ".join(text.replace("`", "").split()) in said, (view.id, text)

    def test_the_terminal_says_the_same_in_the_same_order(self, pages: Pages, views: Views) -> None:
        for view in views.all:
            said = " ".join(text_of(view.page).split())
            at = 0
            for name in view.page.sections:
                at = said.index(SECTIONS[name], at)
            verdict = view.page.verdict
            for answer in (verdict.outcome, *verdict.retries):
                assert answer.words in said
                assert answer.words in text_in(page_of(pages, view)), view.id

    def test_title_leads_with_the_brokers_words_and_names_the_broker(
        self, pages: Pages, views: Views
    ) -> None:
        for view in views.all:
            title = front(page_of(pages, view))["title"]
            assert title.startswith(re.sub(r"\{(\w+):\w+\}", r"<\1>", view.page.head)[:20]), view.id
            assert title.endswith(view.broker.name), view.id

    def test_snippets_are_shown_as_they_are(self, pages: Pages, views: Views) -> None:
        for view in views.all:
            tags = parsed(page_of(pages, view))
            said = "".join(tags.said)
            assert all(step.code in said for step in view.entry.remediation if step.code), view.id

    def test_preamble_is_folded_and_stands_once_where_there_are_snippets(
        self, pages: Pages, views: Views
    ) -> None:
        for view in views.all:
            expected = int(
                view.broker.preamble is not None and any(step.code for step in view.entry.remediation)
            )
            assert page_of(pages, view).count('<details class="preamble">') == expected, view.id


class TestLinks:
    """Whoever follows a link arrives."""

    def test_every_link_to_a_page_leads_to_one(self, pages: Pages) -> None:
        addresses = {_address(path) for path in pages} | {
            "catalog.json",
            "coverage.json",
            *(path.removesuffix(".txt") for path in pages if path.endswith(".md.txt")),
        }
        for path, page in pages.items():
            if not path.endswith(".md") or not page.startswith("---\nhtml: "):
                continue
            for target in _targets(_address(path), page):
                assert target in addresses, (path, target)

    def test_every_link_within_a_page_leads_to_a_part_of_it(self, pages: Pages) -> None:
        for path, page in pages.items():
            if not path.endswith(".md") or not page.startswith("---\nhtml: "):
                continue
            tags = parsed(page)
            ids = [one["id"] for _, one in tags.found if "id" in one]
            assert len(ids) == len(set(ids)), (path, [one for one in ids if ids.count(one) > 1])
            for link in tags.named("a"):
                target = link.get("href") or ""
                if target.startswith("#"):
                    assert target[1:] in ids, (path, target)

    def test_no_two_pages_differ_by_case_alone(self, pages: Pages) -> None:
        made = [path for path in pages if path.endswith(".md")]
        assert len({path.lower() for path in made}) == len(made)

    def test_other_spellings_of_an_id_lead_to_the_entry(self, pages: Pages, views: Views) -> None:
        for view in views.all:
            for name in (view.entry.id.upper(), view.entry.id.replace("_", "-")):
                if name != view.entry.id:
                    page = pages[f"{view.broker.id}/{name}/index.html"]
                    assert f'content="0; url=../{view.entry.id}/"' in page


def _address(path: str) -> str:
    if path == "index.md":
        return ""
    if path.endswith(".md"):
        return path.removesuffix(".md").removesuffix("/index") + "/"
    return path


def _targets(address: str, page: str) -> Iterator[str]:
    for link in parsed(page).named("a"):
        target = (link.get("href") or "").partition("#")[0].partition("?")[0]
        if target and not re.match(r"[a-z]+:", target):
            yield _resolved(address, target)


def _resolved(address: str, target: str) -> str:
    parts = address.split("/")[:-1]
    for part in target.split("/"):
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


class TestLists:
    """Lists hold what they say."""

    def test_every_operation_has_a_page_that_names_its_entries(self, pages: Pages, views: Views) -> None:
        for (broker, operation), found in views.by_operation.items():
            page = pages[paths.file(paths.operation(broker, operation))]
            assert all(f"{view.path}" in page for view in found), operation

    def test_every_code_has_a_page_that_names_its_entries(self, pages: Pages, views: Views) -> None:
        for view in views.all:
            for code in view.page.codes:
                assert view.path in pages[paths.file(paths.code(view.broker.id, code))]

    def test_every_category_shows_its_entries_by_broker(self, pages: Pages, views: Views) -> None:
        for category, found in views.by_category.items():
            page = pages[f"categories/{category}.md"]
            assert all(view.path in page for view in found)

    def test_rows_documents_and_answers_hold_every_entry(self, pages: Pages, views: Views) -> None:
        ids = [view.id for view in views.all]
        rows = json.loads(pages["assets/rows.js"].removeprefix("var BROKER_ERRORS_ROWS = ").rstrip(";\n"))
        assert [row[0] for row in rows["rows"]] == ids
        documents = pages["assets/documents.js"].removeprefix("var BROKER_ERRORS_DOCUMENTS = ").rstrip(";\n")
        assert [row[0] for row in json.loads(documents)["entries"]] == ids
        assert list(json.loads(pages["assets/answers.json"])["entries"]) == ids

    def test_dated_facts_are_listed_the_latest_first(self, pages: Pages) -> None:
        days = re.findall(r'<time datetime="([0-9-]+)">', pages["facts.md"])
        assert days == sorted(days, reverse=True)
        assert days


class TestForMachines:
    """Each entry as data and as Markdown, beside its page."""

    def test_json_has_the_facts_and_the_verdict(self, pages: Pages, views: Views) -> None:
        for view in views.all:
            data = json.loads(pages[f"{view.broker.id}/{view.entry.id}.json"])
            assert (data["id"], data["outcome"], data["retry"]["write"]) == (
                view.id,
                view.entry.outcome,
                view.entry.retry,
            )
            assert data["verdict"]["outcome"]["words"] == view.page.verdict.outcome.words

    def test_markdown_has_the_sections_of_the_page(self, pages: Pages, views: Views) -> None:
        for view in views.all:
            text = pages[f"{view.broker.id}/{view.entry.id}.md.txt"]
            assert re.findall(r"^## (.+)$", text, re.MULTILINE) == [
                SECTIONS[name] for name in view.page.sections
            ]

    def test_llms_txt_names_every_entry(self, pages: Pages, views: Views) -> None:
        text = pages["llms.txt"]
        assert all(f"({view.path.removesuffix('/')}.md)" in text for view in views.all)

    def test_linked_data_is_an_article_of_the_entry(self, pages: Pages, views: Views) -> None:
        for view in views.all:
            data = front(page_of(pages, view))["jsonld"]
            assert (data["@type"], data["identifier"]) == ("TechArticle", view.id)
            assert 0 < len(data["headline"]) <= 110


class TestIcons:
    """Every picture that is named is drawn."""

    def test_each_icon_of_a_page_is_in_the_sprite(self, pages: Pages) -> None:
        drawn = set(
            re.findall(r'<symbol id="(i-[a-z_]+)"', (THEME / "partials/icons.html").read_text("utf-8"))
        )
        texts = [*pages.values(), *(path.read_text("utf-8") for path in THEME.rglob("*.html"))]
        named = {name for text in texts for name in re.findall(r'href="#(i-[a-z_]+)"', text)}
        assert named <= drawn

    @pytest.mark.parametrize("retry", Retry)
    @pytest.mark.parametrize("outcome", Outcome)
    def test_strip_takes_one_branch(self, outcome: Outcome, retry: Retry) -> None:
        wide = strip(outcome, retry).split("</svg>")[1]
        taken = wide.count('class="rail on"') - 1  # the way to the question is always taken
        assert taken == 1
        assert ('class="node now"' in wide) == (outcome in (Outcome.UNKNOWN, Outcome.PARTLY_APPLIED))


class TestEscaping:
    """A text of the catalog is shown as it is written, and is never syntax."""

    @given(st.text(max_size=200) | st.sampled_from(HOSTILE_TEXTS))
    @examples(300)
    def test_prose_is_shown_as_it_is_written(self, text: str) -> None:
        text = text.replace("`", "'")
        assert "".join(Tags(markup.prose(text)).said).split() == text.split()
        assert Tags(markup.prose(text)).found == []

    @given(st.text(max_size=200), st.dictionaries(st.text(max_size=3), st.text(max_size=8), max_size=3))
    @examples(300)
    def test_payload_is_shown_as_it_is_written(self, text: str, params: dict[str, str]) -> None:
        shown = html.unescape(re.sub(r"</?mark>", "", markup.payload(text, params)))
        assert "".join(shown.split()) == "".join(text.split())

    @given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
    @examples(100)
    def test_json_payload_is_laid_out_and_nothing_else(self, data: object) -> None:
        text = json.dumps({"data": data})
        shown = "".join(Tags(markup.payload(text, {})).said)
        assert json.loads(shown) == {"data": data}

    @given(st.text(max_size=200) | st.sampled_from(HOSTILE_TEXTS))
    @examples(300)
    def test_python_is_shown_as_it_is_written(self, text: str) -> None:
        text = text.replace("\r", "")
        assert "".join(Tags(markup.python(text)).said) == text

    def test_hostile_catalog_brings_no_tag_and_no_attribute_of_its_own(self, hostile_files: Files) -> None:
        pages = {
            path: text
            for path, text in hostile_files["site/docs"].items()
            if path.endswith(".md") and text.startswith("---\nhtml: ")
        }
        assert len(pages) > len(HOSTILE_TEXTS)
        for path, page in pages.items():
            for tag, attributes in parsed(page).found:
                assert tag not in ("script", "img", "iframe", "object", "style"), (path, tag)
                assert not any(name.startswith("on") for name in attributes), (path, tag)
                assert not (attributes.get("href") or "").startswith(("javascript:", "data:")), (path, tag)

    def test_what_stands_in_front_of_a_hostile_page_is_read_as_it_was_written(
        self, hostile: Subject, hostile_files: Files
    ) -> None:
        for view in Views(hostile.catalog).all:
            page = hostile_files["site/docs"][paths.file(view.path)]
            assert front(page)["description"] == entries.description(view)
            assert front(page)["title"] == entries.title(view)

    def test_hostile_data_in_a_script_stays_data(self, hostile: Subject, hostile_files: Files) -> None:
        data = hostile_files["site/docs"]["assets/rows.js"]
        rows = json.loads(data.removeprefix("var BROKER_ERRORS_ROWS = ").rstrip(";\n"))["rows"]
        assert [row[1] for row in rows] == [view.entry.title for view in Views(hostile.catalog).all]

    @given(st.text(alphabet="`*_[]<>\\ab \n", max_size=60))
    @examples(200)
    def test_fence_is_longer_than_what_stands_in_it(self, text: str) -> None:
        fenced = machine.fence(text, "text")
        marks = fenced.partition("text\n")[0]
        assert marks not in text
