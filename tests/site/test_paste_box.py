"""The paste box: what is shown for what is pasted, and that nothing leaves the page."""

from collections.abc import Sequence

import pytest
from playwright.sync_api import Page, expect

from generator.targets.python.runtime._words import Outcome
from generator.targets.site.views import Views
from tests.corpus.rows import payloads
from tests.site.reading import MATCHER, Reader, Reading

REFUSED = (
    '{"buying_power":"607.24","code":40310000,"cost_basis":"50007.2","message":"insufficient buying power"}'
)
TIMEOUT = "ERROR POST https://api.alpaca.markets/v2/orders -> 504 Gateway Time-out"
TICKET = '{"p-ticket":"ticket-00000001","p-time":15,"p-captcha":false}'
CATCH_ALL = '{"code":42210000,"message":"some wording that is new"}'
NOBODYS = (
    "order b0b6dd9d-9b9b-48a9-ba46-b9d54906e415 held at the venue, reason E77, contact jane.doe@example.com "
    "key PKTEST7XK2Q account 123456789 password=hunter2 Authorization: Bearer abc.def.ghi from 203.0.113.7"
)
SECRETS = (
    *("b0b6dd9d", "jane.doe", "example.com", "PKTEST7XK2Q", "123456789", "hunter2", "abc.def.ghi"),
    "203.0.113.7",
)


def paste(page: Page, text: str) -> list[str]:
    """Paste a text. Answers the ids of what is shown."""
    page.get_by_label("Paste an error").fill(text)
    page.wait_for_selector("#answer [data-verdict]")
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('#answer [data-error-id]')].map((one) => one.dataset.errorId)"
    )
    return found


class TestAnswers:
    """What is shown."""

    def test_refusal_is_named_with_its_verdict_and_values(self, reader: Reader, views: Views) -> None:
        page = reader.open()
        assert paste(page, REFUSED) == ["alpaca.insufficient_buying_power"]
        answer = page.locator("#answer")
        verdict = views.by_id["alpaca.insufficient_buying_power"].page.verdict
        expect(answer).to_contain_text(verdict.outcome.words)
        expect(answer).to_contain_text(verdict.retries[0].words)
        expect(answer).to_contain_text("50007.2")
        assert "/alpaca/insufficient_buying_power/" in (answer.locator("h2 a").get_attribute("href") or "")

    def test_several_errors_are_a_list_and_the_one_that_may_be_live_is_first(self, reader: Reader) -> None:
        page = reader.open()
        found = paste(page, f"{REFUSED}\n{TIMEOUT}\n{CATCH_ALL}")
        assert found[0] == "alpaca.gateway_timeout"
        assert len(found) == 3
        assert page.locator("#answer ol > li").count() == 3

    def test_stated_wait_is_shown_in_seconds(self, reader: Reader) -> None:
        page = reader.open()
        paste(page, TICKET)
        expect(page.locator("#answer .waitline")).to_contain_text("15 s")

    def test_catch_all_is_not_certain_and_names_what_is_near(self, reader: Reader) -> None:
        page = reader.open()
        assert paste(page, CATCH_ALL) == ["alpaca.unprocessable_request"]
        expect(page.locator("#answer h2").first).to_contain_text("Not certain")
        assert page.locator("#answer .verdict--unsure").count() == 1

    def test_code_alone_is_not_certain_and_leads_to_all_its_meanings(self, reader: Reader) -> None:
        page = reader.open()
        assert paste(page, "40310000") == ["alpaca.forbidden_unrecognized"]
        expect(page.locator("#answer h2").first).to_contain_text("Not certain")
        expect(page.locator("#answer [data-id='alpaca 40310000']")).to_be_visible()

    def test_code_that_one_error_has_names_it_if_the_broker_is_right(self, reader: Reader) -> None:
        page = reader.open()
        assert paste(page, "WeakPassword") == ["tradovate.weak_password"]
        expect(page.locator("#answer h2").first).to_contain_text("If Tradovate")

    def test_who_pastes_does_not_wait_for_who_types(self, reader: Reader) -> None:
        reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = reader.open()
        page.evaluate("(text) => navigator.clipboard.writeText(text)", REFUSED)
        page.evaluate("self.setTimeout = () => 0")
        page.get_by_label("Paste an error").press("ControlOrMeta+v")
        expect(page.locator("#answer [data-error-id='alpaca.insufficient_buying_power']")).to_be_visible()

    def test_status_alone_asks_for_the_broker(self, reader: Reader) -> None:
        page = reader.open()
        assert paste(page, "504") == ["alpaca.gateway_timeout", "tradovate.gateway_timeout"]
        expect(page.locator("#answer")).to_contain_text("Which broker is it?")
        page.select_option("#paste-broker", "tradovate")
        expect(page.locator("#answer [data-error-id]")).to_have_count(1)

    def test_operation_changes_the_advice(self, reader: Reader) -> None:
        page = reader.open()
        paste(page, TIMEOUT)
        expect(page.locator("#answer .retry")).to_have_count(2)
        page.select_option("#paste-operation", "read")
        expect(page.locator("#answer .retry")).to_have_attribute("data-retry", "backoff")
        page.select_option("#paste-operation", "alpaca POST /v2/orders")
        expect(page.locator("#answer .retry")).to_have_attribute("data-retry", "reconcile")
        assert page.locator("#answer .stripe").count() == 1

    def test_card_says_what_the_entrys_own_page_says(self, reader: Reader) -> None:
        page = reader.open()
        paste(page, TIMEOUT)
        shown = page.locator("#answer [data-verdict]").inner_text()
        entry = reader.open("alpaca/gateway_timeout/")
        assert shown.split() == entry.locator("[data-verdict]").inner_text().split()

    def test_answer_is_read_to_those_who_do_not_see_it(self, reader: Reader, views: Views) -> None:
        page = reader.open()
        paste(page, REFUSED)
        words = views.by_id["alpaca.insufficient_buying_power"].page.verdict.outcome.words
        expect(page.locator("#paste-said")).to_contain_text(
            f"1 error found: insufficient buying power. {words}."
        )

    def test_clearing_brings_the_examples_back(self, reader: Reader) -> None:
        page = reader.open()
        paste(page, REFUSED)
        page.get_by_role("button", name="Clear").click()
        expect(page.locator("#examples")).to_be_visible()
        assert page.get_by_label("Paste an error").input_value() == ""

    def test_examples_fill_the_box(self, reader: Reader) -> None:
        page = reader.open()
        for example in range(page.locator("[data-example]").count()):
            page.locator("[data-example]").nth(example).click()
            page.wait_for_selector("#answer [data-verdict]")
            page.get_by_role("button", name="Clear").click()
            page.wait_for_selector("#examples")

    def test_verdict_is_in_sight_on_a_phone(self, reading: Reading) -> None:
        page = reading(390, 844).open()
        paste(page, TIMEOUT)
        page.evaluate("scrollTo(0, 0)")
        box = page.locator("#answer .verdict__retry").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 844

    def test_box_works_on_the_page_for_addresses_that_do_not_exist(self, reading: Reading) -> None:
        reader = reading()
        page = reader.context.new_page()
        page.goto(f"{reader.address}no-such-page")
        assert paste(page, REFUSED) == ["alpaca.insufficient_buying_power"]


class TestUnknown:
    """What no entry knows."""

    def test_it_may_be_live(self, reader: Reader) -> None:
        page = reader.open()
        assert paste(page, NOBODYS) == [""]
        card = page.locator("#answer [data-verdict]")
        assert card.get_attribute("data-outcome") == Outcome.UNKNOWN
        expect(card).to_contain_text("If you sent an order, it may be live")

    def test_report_is_redacted_and_shown_before_it_is_copied(self, reader: Reader) -> None:
        page = reader.open()
        paste(page, NOBODYS)
        report = page.locator("#report").inner_text()
        assert [secret for secret in SECRETS if secret in report] == []
        assert "held at the venue, reason E77" in report

    def test_link_to_the_report_carries_no_more_than_what_is_shown(self, reader: Reader) -> None:
        page = reader.open()
        paste(page, NOBODYS)
        link = page.locator("#answer a.btn--main").get_attribute("href") or ""
        assert [secret for secret in SECRETS if secret in link] == []

    @pytest.mark.parametrize(
        ("text", "gone"),
        [
            ('{"account_number": "9A1234567", "id": "x"}', "9A1234567"),
            ("APCA-API-SECRET-KEY: s3cr3tS3cr3tS3cr3tS3cr3tS3cr3t", "s3cr3tS3cr3t"),
            ("accessToken=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sig", "eyJhbGci"),
            ("user.name+tag@mail.example.co.uk wrote", "user.name"),
            ("call +49 170 1234567 now", "1234567"),
            ("{'userId': 1234567}", "1234567"),
            ('"username": "jane_trader"', "jane_trader"),
        ],
    )
    def test_what_tells_who_it_was_is_taken_out(self, text: str, gone: str, reader: Reader) -> None:
        page = reader.open()
        paste(page, f"{text} and something that no entry knows at all")
        assert gone not in page.locator("#report").inner_text()


class TestPrivacy:
    """Nothing that is pasted leaves the page."""

    def test_no_request_and_no_address_carries_what_was_pasted(self, reader: Reader) -> None:
        page = reader.open()
        page.get_by_label("Paste an error").focus()
        page.wait_for_load_state("networkidle")
        for text in (NOBODYS, REFUSED, f"{TIMEOUT} {NOBODYS}"):
            paste(page, text)
        for url in (*reader.asked, page.url, *_links(page)):
            assert [secret for secret in (*SECRETS, "607.24") if secret in url] == []

    def test_what_is_asked_for_does_not_depend_on_what_is_pasted(self, reading: Reading) -> None:
        asked = []
        for text in (REFUSED, TICKET):
            reader = reading()
            paste(reader.open(), text)
            asked.append(sorted(reader.asked))
        assert asked[0] == asked[1]


def _links(page: Page) -> Sequence[str]:
    found: list[str] = page.evaluate("[...document.querySelectorAll('a')].map((one) => one.href)")
    return found


class TestWithoutTheMatcher:
    """What is said where it cannot be loaded."""

    def test_it_says_so_and_warns(self, reading: Reading) -> None:
        reader = reading()
        reader.context.route("**/assets/broker-errors/**", lambda route: route.abort())
        page = reader.open()
        page.get_by_label("Paste an error").fill(REFUSED)
        expect(page.locator("#answer")).to_contain_text("The matcher could not be loaded")
        expect(page.locator("#answer")).to_contain_text("It may be live")
        reader.problems.clear()


ALL_PASTED = """
async (rows) => {
  const paste = (text) => new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      observer.disconnect();
      resolve([...$("#answer").querySelectorAll("[data-error-id]")].map((one) => one.dataset.errorId));
    }).observe($("#answer"), { childList: true });
    $("#paste").value = text;
    $("#paste").dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
  });
  const shown = [];
  for (const [broker, text] of rows) {
    $("#paste-broker").value = broker;
    shown.push(await paste(text));
    await paste("");
  }
  return shown;
}
"""
"""Pastes one text after the other, and clears the box in between. Answers the ids of what each shows."""


@pytest.mark.skipif(not MATCHER.exists(), reason="the JavaScript matcher is not generated")
class TestCorpus:
    """The real matcher on what people had."""

    def test_every_payload_shows_the_entry_that_python_names(self, reader: Reader) -> None:
        page = reader.open()
        page.get_by_label("Paste an error").focus()
        page.wait_for_function("document.querySelector('#paste-broker').options.length > 1")
        rows = list(payloads())
        shown = page.evaluate(ALL_PASTED, [[row.broker, row.text] for row in rows])
        wrong = []
        for row, ids in zip(rows, shown, strict=True):
            expected = row.answered()
            if (expected or "") not in ids or (expected is None and ids != [""]):
                wrong.append((row.broker, row.line, expected, ids))
        assert len(rows) > 600
        assert wrong == []
