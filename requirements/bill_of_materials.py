"""Write the bill of materials, as CycloneDX JSON, from the locked requirements alone.

`make lock` runs it after the locks are renewed. Nothing else goes in, no clock and no machine, so that the
same locks give the same bytes; a test holds the committed file to that. What only the tests need is marked as
excluded. The hashes of all files that may be installed stand in the locks themselves.

    python requirements/bill_of_materials.py > requirements/bill-of-materials.json
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
PIN = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)(?: ; (?P<marker>[^\\]+?))?\s*\\?")


@dataclass(frozen=True)
class Package:
    """A locked package: its name, its version, and where it is needed, if not everywhere."""

    name: str
    version: str
    marker: str

    @property
    def address(self) -> str:
        """The package's address in the manner of Package URL."""
        return f"pkg:pypi/{re.sub('[-_.]+', '-', self.name).lower()}@{self.version}"


def packages(lock: str) -> Iterator[Package]:
    r"""Give the packages of a lock.

    >>> [one.address for one in packages("A_b==1.2 ; sys_platform == 'win32' \\\n    --hash=sha256:00")]
    ['pkg:pypi/a-b@1.2']
    """
    for entry in re.split(r"\n(?=[A-Za-z0-9])", lock.strip()):
        found = PIN.match(entry)
        if not found:
            raise ValueError(f"this is no line of a lock: {entry.splitlines()[0]!r}")
        yield Package(found["name"], found["version"], found["marker"] or "")


def bill() -> dict[str, object]:
    """Return the bill of materials of the two locks, for the version that `pyproject.toml` names."""
    project = tomllib.loads((FOLDER.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {one.address for one in packages((FOLDER / "site.txt").read_text(encoding="utf-8"))}
    locked = list(packages((FOLDER / "test.txt").read_text(encoding="utf-8")))
    subject = f"pkg:pypi/{project['name']}@{project['version']}"
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": subject,
                "name": project["name"],
                "version": project["version"],
                "purl": subject,
                "licenses": [{"license": {"id": project["license"]}}],
            }
        },
        "components": [component(one, one.address in needed) for one in locked],
        "dependencies": [{"ref": subject, "dependsOn": sorted(needed)}],
    }


def component(package: Package, needed: bool) -> dict[str, object]:
    """Return one package as the bill lists it."""
    described: dict[str, object] = {
        "type": "library",
        "bom-ref": package.address,
        "name": package.name,
        "version": package.version,
        "scope": "required" if needed else "excluded",
        "purl": package.address,
    }
    if package.marker:
        described["properties"] = [{"name": "crisis-timeline:only-where", "value": package.marker}]
    return described


if __name__ == "__main__":
    json.dump(bill(), sys.stdout, indent=1)
    sys.stdout.write("\n")
