"""What the tool is made of: locked by hash, without a registry's name, and listed in the bill."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
REQUIREMENTS = ROOT / "requirements"
LOCKS = [REQUIREMENTS / "site.txt", REQUIREMENTS / "test.txt"]


def pins(path):
    """Return the packages of a lock with their versions."""
    return set(re.findall(r"^([A-Za-z0-9._-]+==[^\s;\\]+)", path.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_package_is_locked_by_hash(path):
    """Each entry of a lock has a version and at least one hash, and no address."""
    text = path.read_text(encoding="utf-8")
    for entry in re.split(r"\n(?=[A-Za-z0-9])", text.strip()):
        assert "==" in entry.splitlines()[0]
        assert "--hash=sha256:" in entry, entry.splitlines()[0]
    assert "://" not in text


def test_bill_of_materials_is_that_of_the_locks():
    """The committed bill is what the locks give: who changes a lock runs `make lock`."""
    made = subprocess.run(
        [sys.executable, str(REQUIREMENTS / "bill_of_materials.py")],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert (REQUIREMENTS / "bill-of-materials.json").read_text(encoding="utf-8") == made, "run `make lock`"


def test_bill_of_materials_lists_each_package_once():
    """Each locked package stands in the bill, and what the site needs is marked as required."""
    bill = json.loads((REQUIREMENTS / "bill-of-materials.json").read_text(encoding="utf-8"))
    listed = {f"{one['name']}=={one['version']}": one["scope"] for one in bill["components"]}
    assert bill["specVersion"] == "1.6"
    assert set(listed) == pins(LOCKS[1])
    assert len(listed) == len(bill["components"])
    assert {pin for pin, scope in listed.items() if scope == "required"} == pins(LOCKS[0])


def test_every_direct_dependency_is_locked():
    """What `pyproject.toml` names is in the lock."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = {pin.partition("==")[0].lower().replace("_", "-") for pin in pins(LOCKS[0])}
    for dependency in project["dependencies"]:
        assert re.match(r"[A-Za-z0-9-]+", dependency)[0].lower() in locked
