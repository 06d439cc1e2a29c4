"""An id is kept: whatever holds the one that an entry had still finds the entry."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.authoring.rename import rename
from generator.stages import check, generate
from tests.generator.helpers import make_root, places, subject_of, write
from tests.generator.targets.conftest import Files
from tests.generator.targets.test_python_target import package_in

ORDERS = "catalog/acme/orders.yaml"
RELEASED = "catalog/released.yaml"
USED = """
import pickle
from broker_errors import AcmeError, error, errors_of

now, once = AcmeError("acme.bad_parameter"), AcmeError("acme.invalid_parameter")
assert now is error("acme.bad_parameter") is error("acme.invalid_parameter")
assert now is once is AcmeError.BAD_PARAMETER is AcmeError.INVALID_PARAMETER
assert AcmeError["INVALID_PARAMETER"] is now
assert now.value == "acme.bad_parameter" and now.info.id == now.value
assert errors_of("acme").count(now) == 1
assert pickle.loads(pickle.dumps(once)) is now
try:
    AcmeError("acme.never_was")
except ValueError:
    print("the old id is accepted")
"""


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository in which an entry got another id."""
    root = make_root(tmp_path_factory.mktemp("renamed") / "repository")
    rename(root / "catalog", "acme.invalid_parameter", "acme.bad_parameter", "2.0.0")
    return root


@pytest.fixture(scope="module")
def files(renamed: Path) -> Files:
    """What is generated from it."""
    return generate(subject_of(renamed / "catalog"), "0.3.0")


def test_the_old_member_and_the_old_value_are_the_new_ones(files: Files, tmp_path: Path) -> None:
    package_in(tmp_path, files)
    done = subprocess.run(
        [sys.executable, "-c", USED], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("the old id is accepted\n", "")


def test_the_catalog_as_json_says_it(files: Files) -> None:
    (broker,) = json.loads(files["generated"]["catalog.json"])["brokers"]
    former = {entry["id"]: entry["formerly"] for entry in broker["entries"] if entry["formerly"]}
    assert former == {"acme.bad_parameter": [{"id": "invalid_parameter", "until": "2.0.0"}]}


def test_the_old_page_leads_to_the_new_one(files: Files) -> None:
    page = files["site/docs"]["acme/invalid_parameter/index.html"]
    assert re.findall(r'(?:href|content)="(?:0; *url=)?([^"]+/)"', page) != []
    assert set(re.findall(r'(?:href|content)="(?:0; *url=)?([^"]+/)"', page)) == {"../bad_parameter/"}


def test_a_released_id_may_become_a_former_one(renamed: Path) -> None:
    write(renamed, RELEASED, "acme.invalid_parameter: 0.1.0\n")
    findings = [one for one in places(check(renamed / "catalog").findings) if one.endswith("id-kept")]
    (renamed / RELEASED).unlink()
    assert findings == []


def test_a_released_id_cannot_vanish(root: Path) -> None:
    write(root, RELEASED, "acme.invalid_parameter: 0.1.0\nacme.never_there: 0.1.0\n")
    text = (root / ORDERS).read_text("utf-8")
    write(root, ORDERS, text.replace("invalid_parameter", "bad_parameter"))
    findings = [one for one in places(check(root / "catalog").findings) if one.endswith("id-kept")]
    assert findings == [f"{RELEASED}:1:1 id-kept", f"{RELEASED}:2:1 id-kept"]
