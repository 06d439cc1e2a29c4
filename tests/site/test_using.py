"""The site as somebody uses it: keys, filters, addresses, search, copying, light and dark."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.messages.samples import filled
from generator.messages.template import parse_template
from generator.targets.python.runtime._words import Evidence, Outcome
from generator.targets.site.views import Views
from tests.site.reading import Reader, Reading

ENTRY = "alpaca/gateway_timeout/"


def focused(page: Page) -> str:
    """What has the focus, by its id."""
    found: str = page.evaluate("document.activeElement.id")
    return found


class TestKeys:
    """Everything can be reached without a mouse."""

    def test_p_leads_to_the_paste_box_from_any_page(self, reader: Reader) -> None:
        page = reader.open(ENTRY)
        page.keyboard.press("p")
        page.wait_for_url("**/#paste")
        expect(page.locator("#paste")).to_be_focused()

    def test_p_leads_to_the_paste_box_on_its_own_page(self, reader: Reader) -> None:
        page = reader.open()
        page.keyboard.press("p")
        assert focused(page) == "paste"

    def test_p_is_a_letter_where_one_writes(self, reader: Reader) -> None:
        page = reader.open("browse/")
        page.locator("#filters [name=q]").press("p")
        assert page.locator("#filters [name=q]").input_value() == "p"

    def test_slash_opens_the_search_and_escape_gives_the_focus_back(self, reader: Reader) -> None:
        page = reader.open(ENTRY)
        page.keyboard.press("/")
        assert focused(page) == "find-q"
        page.keyboard.press("Escape")
        assert not page.evaluate("find.open")

    def test_first_tab_skips_to_the_content(self, reader: Reader) -> None:
        page = reader.open(ENTRY)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.url.endswith("#main")

    def test_menu_of_a_phone_opens_and_closes_by_key(self, reading: Reading) -> None:
        page = reading(390, 844).open(ENTRY)
        menu = page.get_by_role("button", name="Menu")
        menu.focus()
        page.keyboard.press("Enter")
        expect(page.locator("#nav a").first).to_be_visible()
        assert menu.get_attribute("aria-expanded") == "true"
        page.keyboard.press("Escape")
        expect(page.locator("#nav a").first).to_be_hidden()

    def test_results_are_walked_by_arrows_and_opened_by_enter(self, reader: Reader) -> None:
        page = reader.open()
        page.keyboard.press("/")
        page.keyboard.type("wash trade")
        page.wait_for_selector("#find-list a")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/alpaca/wash_trade/")


class TestScheme:
    """Light and dark."""

    def test_choice_is_kept(self, reader: Reader) -> None:
        page = reader.open(ENTRY)
        before = page.evaluate("getComputedStyle(document.body).backgroundColor")
        page.get_by_role("button", name="Light or dark").click()
        after = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert after != before
        page.reload()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == after


class TestCopying:
    """Every block of code can be copied."""

    @pytest.mark.parametrize("path", [ENTRY, "guides/retrying/"])
    def test_button_copies_the_block_beside_it(self, path: str, reading: Reading) -> None:
        reader = reading()
        reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = reader.open(path)
        page.locator("article .copy:visible").last.click()
        expect(page.locator("#said")).to_have_text("Copied")
        block = page.locator("article .codebox:visible pre").last.inner_text()
        assert page.evaluate("navigator.clipboard.readText()").split() == block.split()


class TestBrowsing:
    """Filters combine, and the address is the state."""

    def test_filters_combine(self, reader: Reader, views: Views) -> None:
        page = reader.open("browse/")
        page.check("input[name=broker][value=alpaca]")
        page.check("input[name=outcome][value=unknown]")
        expected = [
            view for view in views.all if view.broker.id == "alpaca" and view.entry.outcome is Outcome.UNKNOWN
        ]
        assert page.inner_text("#n") == str(len(expected))
        assert page.inner_text("#live") == str(len(expected))

    def test_address_remembers_them(self, reader: Reader) -> None:
        page = reader.open("browse/")
        page.check("input[name=retry][value=halt]")
        page.select_option("[name=sort]", "-title")
        count, first = page.inner_text("#n"), page.inner_text("#rows tbody tr:first-child a")
        assert "retry=halt" in page.url
        page.reload()
        assert (page.inner_text("#n"), page.inner_text("#rows tbody tr:first-child a")) == (count, first)

    def test_clearing_brings_everything_back(self, reader: Reader, views: Views) -> None:
        page = reader.open("browse/?outcome=unknown&q=gateway")
        page.locator("#filters button[type=reset]").click()
        expect(page.locator("#n")).to_have_text(str(len(views.all)))
        assert "?" not in page.url

    @pytest.mark.parametrize("name", ["area", "category", "status", "code", "operation", "evidence"])
    def test_every_choice_is_counted_as_it_is_found(self, name: str, reader: Reader) -> None:
        page = reader.open("browse/")
        option = page.locator(f"[name={name}] option").nth(1)
        page.select_option(f"[name={name}]", option.get_attribute("value"))
        found = int(page.inner_text("#n"))
        assert found > 0
        text = option.inner_text()
        if "(" in text:
            assert text.endswith(f"({found})")

    def test_counts_beside_a_filter_follow_the_others(self, reader: Reader, views: Views) -> None:
        page = reader.open("browse/?outcome=unknown")
        shown = page.locator("label:has(input[value=alpaca]) .n").inner_text()
        assert shown == str(
            sum(view.broker.id == "alpaca" and view.entry.outcome is Outcome.UNKNOWN for view in views.all)
        )

    def test_head_of_a_column_sorts(self, reader: Reader, views: Views) -> None:
        page = reader.open("browse/")
        page.get_by_role("button", name="Did it go through?").click()
        assert page.locator("#rows tbody tr").first.get_attribute("data-o") == "unknown"
        assert page.locator("th[data-sort=outcome]").get_attribute("aria-sort") == "ascending"

    def test_scrolling_brings_all_rows(self, reader: Reader, views: Views) -> None:
        page = reader.open("browse/")
        page.wait_for_function(
            "(count) => { scrollTo(0, document.body.scrollHeight);"
            " return document.querySelectorAll('#rows tbody tr').length === count; }",
            arg=len(views.all),
        )

    def test_text_finds_messages_codes_and_ids(self, reader: Reader) -> None:
        page = reader.open("browse/")
        for text in ("insufficient buying power", "alpaca.insufficient_buying", "INSUFFICIENT_BUYING_POWER"):
            page.fill("#filters [name=q]", text)
            assert page.locator("#rows tr[data-id='alpaca.insufficient_buying_power']").count() == 1

    def test_nothing_found_says_what_to_do(self, reader: Reader) -> None:
        page = reader.open("browse/?q=no+such+error")
        assert page.locator("#none").is_visible()

    def test_works_from_a_disk(self, reader: Reader, public: Path, views: Views) -> None:
        page = reader.context.new_page()
        page.goto((public / "browse" / "index.html").as_uri() + "?outcome=unknown")
        assert page.inner_text("#n") == str(sum(v.entry.outcome is Outcome.UNKNOWN for v in views.all))
        page.locator("#rows tbody a").first.click()
        page.locator("[data-verdict]").wait_for()

    def test_code_page_is_narrowed_by_words(self, reader: Reader) -> None:
        page = reader.open("codes/alpaca/40310000/")
        page.fill("#narrow", "buying power insufficient")
        visible = page.locator("#narrowed > li:visible")
        assert 0 < visible.count() < page.locator("#narrowed > li").count()


class TestSearching:
    """The brokers' own words find their entry."""

    def test_messages_that_are_documented_or_were_seen_come_first(self, reader: Reader, views: Views) -> None:
        cases = [
            (text, view.id)
            for view in views.all
            for text in (
                *(
                    filled(parse_template(one.message))[0]
                    for one in view.entry.signatures
                    if one.message and one.evidence is not Evidence.CONSTRUCTED
                ),
                *(
                    one.body
                    for one in view.entry.examples
                    if one.body and one.evidence is not Evidence.CONSTRUCTED
                ),
            )
        ]
        page = reader.open()
        page.keyboard.press("/")
        page.wait_for_function("self.brokerErrorsFind")
        page.evaluate("brokerErrorsFind.ready()")
        found = page.evaluate(
            "(texts) => texts.map((text) => brokerErrorsFind.search(text)[0]?.key)",
            [text for text, _ in cases],
        )
        wrong = [(id_, text[:80], key) for (text, id_), key in zip(cases, found, strict=True) if key != id_]
        assert len(cases) > 300
        assert len(wrong) <= 0.05 * len(cases), wrong

    @pytest.mark.parametrize(
        ("asked", "expected"),
        [
            ("40310000", "alpaca 40310000"),
            ("WASH_TRADE", "alpaca.wash_trade"),
            ("alpaca.wash_trade", "alpaca.wash_trade"),
            ("p-ticket", "tradovate.penalty_ticket"),
            ("504", "alpaca.gateway_timeout"),
        ],
    )
    def test_codes_statuses_ids_and_fields_are_found(self, asked: str, expected: str, reader: Reader) -> None:
        page = reader.open()
        page.keyboard.press("/")
        page.keyboard.type(asked)
        page.wait_for_selector("#find-list a")
        page.wait_for_function("document.querySelector('#find-q').value.length > 0")
        assert page.locator("#find-list a").first.get_attribute("data-id") == expected

    def test_word_that_is_misspelled_is_found(self, reader: Reader) -> None:
        page = reader.open()
        page.keyboard.press("/")
        page.keyboard.type("insuficient buyng")
        page.wait_for_selector("#find-list a")
        assert "insufficient" in page.inner_text("#find-list a:first-child")

    def test_nothing_found_is_said(self, reader: Reader) -> None:
        page = reader.open()
        page.keyboard.press("/")
        page.keyboard.type("qqqqqqq")
        expect(page.locator("#find-none")).to_contain_text("Nothing found")
