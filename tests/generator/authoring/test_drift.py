"""Vendors' specifications against the catalog."""

import json
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from generator.authoring import drift as drifting
from generator.authoring.drift import Drift, Missing, as_markdown, download, drift, fetch
from generator.authoring.new import Refusal
from generator.cli import main
from tests.generator.history.repository import edit, make_repository

BROKER = "catalog/acme/broker.yaml"
STATED = """\
specifications:
- file: acme.json
  url: https://docs.example.com/openapi.json
  enums:
  - {at: components.schemas.Reason, enum: AcmeCode}
  ignore:
  - {value: "49999", reason: The vendor lists it and never sends it.}
reads: [GET /orders]
"""
AGREEING: dict[str, Any] = {
    "paths": {
        "/orders": {
            "post": {"responses": {"200": {}, "403": {}}},
            "delete": {"responses": {"422": {}}},
        }
    },
    "components": {"schemas": {"Reason": {"enum": ["40301", "42201", 49999]}}},
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    repository = make_repository(tmp_path_factory.mktemp("drift") / "repository")
    edit(repository, BROKER, "reads: [GET /orders]\n", STATED)
    return repository


def compared(root: Path, folder: Path, **changes: Any) -> list[Drift]:
    (folder / "acme.json").write_text(json.dumps({**AGREEING, **changes}), "utf-8")
    return drift(root, folder)


def test_a_file_that_agrees_differs_in_nothing(root: Path, tmp_path: Path) -> None:
    assert compared(root, tmp_path) == []


def test_a_code_that_the_catalog_lacks_is_an_error(root: Path, tmp_path: Path) -> None:
    enum = {"schemas": {"Reason": {"enum": ["40301", "42201", "40302"]}}}
    (found,) = compared(root, tmp_path, components=enum)
    assert (found.kind, found.is_error) == ("code", True)
    assert found.says == "components.schemas.Reason has 40302, which AcmeCode lacks"


def test_a_code_that_the_file_lacks_is_a_note(root: Path, tmp_path: Path) -> None:
    (found,) = compared(root, tmp_path, components={"schemas": {"Reason": {"enum": ["40301"]}}})
    assert (found.is_error, found.says) == (False, "components.schemas.Reason lacks 42201 of AcmeCode")


def test_an_enum_that_is_gone_is_an_error(root: Path, tmp_path: Path) -> None:
    (found,) = compared(root, tmp_path, components={})
    assert (found.is_error, "no enum at components.schemas.Reason" in found.says) == (True, True)


def test_an_operation_that_no_entry_names_is_a_note(root: Path, tmp_path: Path) -> None:
    paths = {**AGREEING["paths"], "/orders/{id}": {"get": {"responses": {}}}}
    (found,) = compared(root, tmp_path, paths=paths)
    assert (found.kind, found.is_error) == ("operation", False)
    assert found.says == "1 of 3 operations are named by no entry: GET /orders/{id}"


def test_a_status_that_nothing_stands_for_is_a_note(root: Path, tmp_path: Path) -> None:
    paths: dict[str, Any] = {"/orders": {"post": {"responses": {"451": {}}}}}
    assert [one.says for one in compared(root, tmp_path, paths=paths) if one.kind == "status"] == [
        "no entry stands for the status 451"
    ]


@pytest.mark.parametrize(
    ("message", "count"),
    [("insufficient funds, 12.5 needed for AAPL", 0), ("a wording that is new", 1)],
)
def test_a_printed_answer_that_only_a_fallback_knows_is_a_note(
    message: str, count: int, root: Path, tmp_path: Path
) -> None:
    content = {"application/json": {"examples": {"one": {"value": {"message": message}}}}}
    paths = {"/orders": {"post": {"responses": {"403": {"content": content}}}}}
    assert len([one for one in compared(root, tmp_path, paths=paths) if one.kind == "example"]) == count


def test_an_enum_of_a_code_set_that_is_none_is_an_error(root: Path, tmp_path: Path) -> None:
    other = make_repository(tmp_path / "repository")
    edit(other, BROKER, "reads: [GET /orders]\n", STATED.replace("AcmeCode", "AcmeCodes"))
    (found,) = (one for one in compared(other, tmp_path) if one.kind == "code")
    assert (found.is_error, "no code set AcmeCodes" in found.says) == (True, True)


@pytest.mark.parametrize("text", [None, "", "[]", "{", "[" * 100_000, '{"message": "Not Found"}'])
def test_a_file_that_cannot_be_read_is_never_one_that_agrees(
    text: str | None, root: Path, tmp_path: Path
) -> None:
    if text is not None:
        (tmp_path / "acme.json").write_text(text, "utf-8")
    with pytest.raises(Missing):
        drift(root, tmp_path)


@pytest.mark.parametrize(("components", "code"), [(AGREEING["components"], 0), ({}, 1), (None, 3)])
def test_the_exit_tells_the_same_from_an_error_and_from_a_missing_file(
    components: Any, code: int, root: Path, tmp_path: Path
) -> None:
    if components is not None:
        compared(root, tmp_path, components=components)
    assert main(["--root", str(root), "drift", "--folder", str(tmp_path)]) == code


def test_notes_alone_make_no_issue(root: Path, tmp_path: Path) -> None:
    assert as_markdown(compared(root, tmp_path, paths={"/x": {"get": {"responses": {}}}})) == ""


def test_a_vendors_text_stands_in_an_issue_as_code() -> None:
    text = as_markdown([Drift("acme", "acme.json", "code", "a `@everyone` b", is_error=True)])
    assert "`a '@everyone' b`" in text


def test_a_file_is_fetched_from_its_address(root: Path, tmp_path: Path) -> None:
    asked: list[str] = []

    def get(url: str) -> bytes:
        asked.append(url)
        return json.dumps(AGREEING).encode()

    assert fetch(root, tmp_path, get) == ["acme.json"]
    assert asked == ["https://docs.example.com/openapi.json"]
    assert drift(root, tmp_path) == []


def test_nothing_but_https_is_fetched(root: Path, tmp_path: Path) -> None:
    other = make_repository(tmp_path / "repository")
    edit(other, BROKER, "reads: [GET /orders]\n", STATED.replace("https://", "http://"))
    with pytest.raises(Refusal, match="specifications"):
        fetch(other, tmp_path)


class Vendor(BaseHTTPRequestHandler):
    """Answers as the address says: with a status and a text, whole or cut off."""

    def do_GET(self) -> None:
        status, text, stated = ANSWERS[self.path]
        self.send_response(status)
        self.send_header("Content-Length", str(stated))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        pass


SPECIFICATION = json.dumps(AGREEING)
ANSWERS = {
    "/whole.json": (200, SPECIFICATION, len(SPECIFICATION)),
    "/page.json": (200, "<html>Sign in</html>", 20),
    "/gone.json": (404, "gone", 4),
    "/broken.json": (503, "", 0),
    "/cut.json": (200, SPECIFICATION, len(SPECIFICATION) + 1),
}


@pytest.fixture(scope="module")
def vendor() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Vendor) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@contextmanager
def silent() -> Iterator[str]:
    """A server that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


@pytest.fixture
def exit_of(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """The exit of ``drift --fetch`` where the vendor's address is a loopback's."""

    def run(url: str, seconds: float = drifting.SECONDS) -> int:
        monkeypatch.setattr(drifting, "download", lambda _: download(url, seconds))
        return main(["--root", str(root), "drift", "--fetch", "--folder", str(tmp_path)])

    return run


def test_what_is_fetched_is_compared(vendor: str, exit_of: Callable[..., int], tmp_path: Path) -> None:
    assert exit_of(f"{vendor}/whole.json") == 0
    assert (tmp_path / "acme.json").read_text("utf-8") == SPECIFICATION


@pytest.mark.parametrize("name", ["page", "gone", "broken", "cut"])
def test_an_answer_that_is_not_the_whole_file_is_told(
    name: str, vendor: str, exit_of: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_of(f"{vendor}/{name}.json") == 3
    assert "mend:" in capsys.readouterr().err


def test_a_file_that_cannot_be_fetched_leaves_the_former_one(
    vendor: str, exit_of: Callable[..., int], tmp_path: Path
) -> None:
    (tmp_path / "acme.json").write_text("former", "utf-8")
    assert exit_of(f"{vendor}/gone.json") == 3
    assert (tmp_path / "acme.json").read_text("utf-8") == "former"


def test_a_vendor_that_does_not_answer_is_told(
    exit_of: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    with silent() as url:
        assert exit_of(url, seconds=0.2) == 3
    assert "cannot be fetched: timed out" in capsys.readouterr().err


def test_a_vendor_that_is_not_there_is_told(
    exit_of: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    with silent() as url:
        pass  # nobody listens there any more
    assert exit_of(url) == 3
    assert "refused" in capsys.readouterr().err


def test_an_answer_that_is_no_http_is_told(
    exit_of: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def babble() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(4096)
                connection.sendall(b"hello\r\n\r\n")

        Thread(target=babble, daemon=True).start()
        assert exit_of(f"http://127.0.0.1:{server.getsockname()[1]}") == 3
    assert "cannot be fetched" in capsys.readouterr().err
