"""The frame around each page, where the site stands below a path, and with and without a repository."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.targets import site
from tests.generator.helpers import FIXTURE_CATALOG, subject_of
from tests.site.building import build

Built = Callable[..., Path]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Builds the site of the small catalog, without the handwritten pages, which are about the real one."""
    files = site.generate(subject_of(FIXTURE_CATALOG).catalog, "0.0.0")
    made = {path: text for path, text in files.items() if not path.startswith("guides/")}

    def make(**config: object) -> Path:
        return build(made, tmp_path_factory.mktemp("site"), **config)

    return make


@pytest.fixture(scope="module")
def below(built: Built) -> Path:
    """A site below a path, with a repository."""
    return built(site_url="https://example.org/below/", repo_url="https://example.org/errors")


def test_page_for_addresses_that_do_not_exist_links_from_the_sites_root(below: Path) -> None:
    text = (below / "404.html").read_text("utf-8")
    assert 'href="/below/assets/site.css"' in text
    assert 'href="/below/browse/"' in text


def test_canonical_address_is_the_sites_own(below: Path) -> None:
    text = (below / "acme" / "penalty_ticket" / "index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/below/acme/penalty_ticket/">' in text


def test_report_is_prefilled_with_the_entry(below: Path) -> None:
    text = (below / "acme" / "penalty_ticket" / "index.html").read_text("utf-8")
    found = re.search(r'href="(https://example.org/errors/issues/new\?[^"]+)"', text)
    assert found is not None
    asked = parse_qs(urlsplit(found[1].replace("&amp;", "&")).query)
    assert asked["title"] == ["acme.penalty_ticket: "]
    assert "acme.penalty_ticket" in asked["body"][0]


def test_edit_leads_to_the_file_of_the_entry(below: Path) -> None:
    text = (below / "acme" / "penalty_ticket" / "index.html").read_text("utf-8")
    assert 'href="https://example.org/errors/edit/main/' in text
    assert "acme/limits.yaml" in text


def test_report_is_a_letter_where_there_is_no_repository(built: Built) -> None:
    text = (built() / "acme" / "penalty_ticket" / "index.html").read_text("utf-8")
    assert 'href="mailto:?subject=acme.penalty_ticket' in text
