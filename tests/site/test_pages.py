"""Every kind of page, at a phone and at a laptop, in light and dark."""

import gzip
import hashlib
import html
import re
from importlib.resources import files
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest

from generator.targets.site import paths
from generator.targets.site.views import View, Views
from tests.site.reading import Looking, Reading

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
PHONE, LAPTOP = (390, 844), (1366, 768)
SCREENS = pytest.mark.parametrize("screen", [PHONE, LAPTOP], ids=["phone", "laptop"])
NARROW = (360, 390, 683)


def kinds(views: Views) -> dict[str, str]:
    """A page of each kind, by what it is: of entries those that are hard to show."""
    entries = {
        "unknown": max((one for one in views.all if one.page.verdict.may_be_live), key=_length),
        "earlier attempt": max((one for one in views.all if one.page.verdict.earlier), key=_length),
        "long message": max(views.all, key=lambda one: len(one.page.head)),
        "many wordings": max(views.all, key=lambda one: len(one.entry.signatures)),
        "many steps": max(views.all, key=lambda one: len(one.entry.remediation)),
        "long first step": max(views.all, key=lambda one: len(one.page.verdict.first.do)),
        "a wait": next(one for one in views.all if one.entry.wait and one.entry.wait.field),
        "halt": next(one for one in views.all if one.entry.retry == "halt"),
        "catch-all": next(one for one in views.all if one.entry.fallback),
    }
    broker, operation = max(views.by_operation, key=lambda key: len(views.by_operation[key]))
    code_broker, code = max(
        ((view.broker.id, code) for view in views.all for code in view.page.codes), key=lambda pair: pair[1]
    )
    return {
        "home": "",
        "browse": "browse/",
        "broker": f"{broker}/",
        "categories": "categories/",
        "category": f"categories/{views.all[0].entry.category}/",
        "operations": "operations/",
        "operation": paths.operation(broker, operation),
        "codes": "codes/",
        "code": paths.code(code_broker, code),
        "coverage": "coverage/",
        "facts": "facts/",
        "guides": "guides/",
        "guide": "guides/retrying/",
        "recipes": "guides/recipes/",
        "clients": "guides/clients/",
        **{f"entry: {name}": view.path for name, view in entries.items()},
    }


def _length(view: View) -> int:
    return len(view.page.head) + len(view.page.verdict.first.do)


NAMES = (
    *("home", "browse", "broker", "categories", "category", "operations", "operation", "codes", "code"),
    *("coverage", "facts", "guides", "guide", "recipes", "clients"),
    *("entry: unknown", "entry: earlier attempt", "entry: long message", "entry: many wordings"),
    *("entry: many steps", "entry: long first step", "entry: a wait", "entry: halt", "entry: catch-all"),
)
OVERFLOWING = """
[...document.querySelectorAll("body *")]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest("pre, table"))
  .map((one) => `${one.tagName}.${one.className}`)
"""
UNFIT = """
async ([address, paths]) => {
  const isBroken = (name) => {
    const range = document.createRange();
    const walker = document.createTreeWalker(name, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      for (const word of walker.currentNode.data.matchAll(/[A-Z]*[a-z0-9]+|[A-Z0-9]+/g)) {
        range.setStart(walker.currentNode, word.index);
        range.setEnd(walker.currentNode, word.index + word[0].length);
        if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) return true;
      }
    }
    return false;
  };
  const unfit = [];
  const texts = await Promise.all(paths.map(async (path) => (await fetch(address + path)).text()));
  for (const [at, path] of paths.entries()) {
    const other = new DOMParser().parseFromString(texts[at], "text/html");
    document.body.className = other.body.className;
    document.querySelector("main").replaceChildren(...other.querySelector("main").children);
    if (document.documentElement.scrollWidth > innerWidth) unfit.push(`${path} scrolls sideways`);
    for (const name of document.querySelectorAll("main :is(code, .mono):not(pre *, details:not([open]) *)"))
      if (isBroken(name)) unfit.push(`${path} breaks ${name.textContent} within a word`);
  }
  return unfit;
}
"""
"""Puts one page after the other into the frame of a guide, since only guides have pictures."""


def test_every_kind_of_page_is_named(views: Views) -> None:
    assert set(NAMES) == kinds(views).keys()


THINNED = """
const seen = {};
for (const item of document.querySelectorAll("main :is(tr, li, option, pre span)")) {
  const look = item.outerHTML.replace(/>[^<]+</g, "><").replace(/ (?!class|data-)[a-z-]+="[^"]*"/g, "");
  seen[look] = (seen[look] || 0) + 1;
  if (seen[look] > 2 && item.previousElementSibling) item.remove();
}
"""
"""Leaves two rows and pieces of code of each look: what they say and where they lead is nothing to axe."""
VIOLATIONS = """
async () => {
  await Promise.all(document.getAnimations().map((one) => one.finished));
  const found = await axe.run(document, { resultTypes: ["violations"], selectors: false, preload: false });
  return found.violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 160)}`);
}
"""


@pytest.mark.parametrize("name", NAMES)
@SCREENS
def test_page_has_no_violation_that_axe_knows(
    name: str, screen: tuple[int, int], looking: Looking, views: Views
) -> None:
    page = looking(kinds(views)[name], *screen)
    page.evaluate(THINNED)
    page.evaluate(AXE)
    found: dict[str, list[str]] = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found[scheme] = page.evaluate(VIOLATIONS)
    assert found == {"light": [], "dark": []}


@pytest.mark.parametrize("name", NAMES)
def test_page_does_not_scroll_sideways(name: str, looking: Looking, views: Views) -> None:
    page = looking(kinds(views)[name], *PHONE)
    over: dict[int, list[str]] = {}
    for width in NARROW:
        page.set_viewport_size({"width": width, "height": 844})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            over[width] = page.evaluate(OVERFLOWING)
    assert over == {}


def test_every_page_fits_a_phone_and_breaks_no_name_within_a_word(reading: Reading, public: Path) -> None:
    reader = reading(*PHONE)
    assert reader.open("guides/retrying/").evaluate(UNFIT, [reader.address, listed(public)]) == []


def listed(public: Path) -> list[str]:
    """The pages that the site's map names."""
    text = (public / "sitemap.xml").read_text("utf-8")
    return re.findall(r"<loc>http://127\.0\.0\.1:8000/(.*?)</loc>", text)


LOW_VERDICTS = """
async ([address, paths]) => {
  const low = {};
  const texts = await Promise.all(paths.map(async (path) => (await fetch(address + path)).text()));
  for (const [at, path] of paths.entries()) {
    const other = new DOMParser().parseFromString(texts[at], "text/html");
    document.body.className = other.body.className;
    const verdict = other.querySelector("[data-verdict]");
    while (verdict.nextElementSibling) verdict.nextElementSibling.remove();
    document.querySelector("main").replaceChildren(...other.querySelector("main").children);
    const bottom = document.querySelector("[data-verdict]").getBoundingClientRect().bottom + scrollY;
    if (bottom > innerHeight) low[path] = bottom;
  }
  return low;
}
"""
"""Puts one page after the other into the frame, as far as the verdict: opening each takes far longer."""


@SCREENS
def test_verdict_of_every_entry_stands_on_the_first_screen(
    screen: tuple[int, int], reading: Reading, views: Views
) -> None:
    reader = reading(*screen)
    page = reader.open(views.all[0].path)
    assert page.evaluate(LOW_VERDICTS, [reader.address, [view.path for view in views.all]]) == {}


LINK = re.compile(r'<(?:a|link|script|img)\b[^>]*?\b(?:href|src)="([^"]+)"')
ID = re.compile(r'<[a-z][^>]*? id="([^"]+)"')


def test_every_link_and_anchor_of_the_built_site_leads_somewhere(public: Path) -> None:
    texts = {path.relative_to(public).as_posix(): path.read_text("utf-8") for path in public.rglob("*.html")}
    ids = {name: set(ID.findall(text)) for name, text in texts.items()}
    del texts["404.html"]  # its links begin at the site's own address
    wrong = []
    for name, text in texts.items():
        for link in {html.unescape(one) for one in LINK.findall(text)}:
            target, anchor = urldefrag(urljoin(f"http://site/{name}", link))
            if not target.startswith("http://site/"):
                continue
            found = target.removeprefix("http://site/").partition("?")[0]
            found = f"{found}index.html" if found.endswith("/") or not found else found
            if not (public / found).is_file() or (anchor and anchor not in ids[found]):
                wrong.append((name, link))
    assert wrong == []


def test_no_mark_of_markdown_is_left_on_a_handwritten_page(public: Path) -> None:
    pages = list((public / "guides").rglob("*.html"))
    assert len(pages) > 5
    assert [page for page in pages if "```" in page.read_text("utf-8")] == []


def gzipped(*paths: Path) -> int:
    """Bytes as they travel."""
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths)


def test_every_entry_weighs_less_than_40_kb_with_its_style_and_script(public: Path, views: Views) -> None:
    shared = gzipped(public / "assets/site.css", public / "assets/site.js")
    heavy = {view.id: gzipped(public / view.path / "index.html") for view in views.all}
    assert {id_: size for id_, size in heavy.items() if size + shared > 40_000} == {}


def test_home_weighs_less_than_40_kb_without_the_matcher(public: Path) -> None:
    names = ("index.html", "assets/site.css", "assets/site.js", "assets/paste.js")
    assert gzipped(*(public / name for name in names)) < 40_000


def test_search_weighs_less_than_150_kb(public: Path) -> None:
    names = ("find.js", "documents.js", "vendor/minisearch-7.2.0.js")
    assert gzipped(*(public / "assets" / name for name in names)) < 150_000


def test_matcher_and_index_are_loaded_when_they_are_first_needed(reading: Reading) -> None:
    reader = reading()
    page = reader.open()
    late = ("find.js", "documents.js", "minisearch", "answers.json", "broker-errors/", "rows.js")
    assert [url for url in reader.asked if any(name in url for name in late)] == []
    page.keyboard.press("/")
    page.wait_for_function("self.brokerErrorsFind")
    assert any("find.js" in url for url in reader.asked)


def test_vendored_library_is_the_published_one(public: Path) -> None:
    data = (public / "assets/vendor/minisearch-7.2.0.js").read_bytes()
    assert (
        hashlib.sha256(data).hexdigest() == "03c27931eb603af1d3358579e9885eafdb6a2f5fa9929557b3e77d7e99d06d03"
    )


def test_page_for_addresses_that_do_not_exist_has_the_paste_box(reading: Reading) -> None:
    reader = reading()
    page = reader.context.new_page()
    page.goto(f"{reader.address}alpaca/no/such/page/")
    assert page.get_by_label("Paste an error").is_visible()


@pytest.mark.parametrize("name", ["entry: unknown", "home"])
def test_page_reads_without_javascript(name: str, reading: Reading, views: Views) -> None:
    page = reading(java_script_enabled=False).open(kinds(views)[name])
    if name != "home":
        assert page.locator(".verdict__a").is_visible()
    assert page.locator("h1").is_visible()


def test_print_shows_the_verdict_and_no_tools(reading: Reading, views: Views) -> None:
    page = reading(scheme="dark").open(kinds(views)["entry: unknown"])
    page.emulate_media(media="print")
    assert page.locator(".verdict__a").is_visible()
    assert not page.locator(".bar").is_visible()


def test_frame_says_what_machines_read(public: Path, views: Views) -> None:
    view = views.all[0]
    text = (public / view.path / "index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="http://127.0.0.1:8000/{view.path}">' in text
    assert '<meta property="og:title"' in text
    assert 'type="application/ld+json"' in text
    assert f'href="../../{view.path.removesuffix("/")}.json"' in text
    assert (public / f"{view.path.removesuffix('/')}.json").is_file()
    assert (public / f"{view.path.removesuffix('/')}.md").is_file()


def test_sitemap_names_every_page_once(public: Path, views: Views) -> None:
    found = listed(public)
    assert len(found) == len(set(found))
    assert {view.path for view in views.all} <= set(found)


def test_robots_and_schemas_have_their_addresses(public: Path) -> None:
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in (public / "robots.txt").read_text("utf-8")
    assert (public / "schema" / "entries.schema.json").is_file()
    assert (public / "catalog.json").is_file()
