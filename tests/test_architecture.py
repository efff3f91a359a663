"""The house stands as `docs/design.md` draws it: imports run one way, and nothing rendered reads a clock."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GENERATOR = ROOT / "generator"

# What each folder may import of the others: dates ← events → timeline ← exports ← site. Behind them stands
# what judges a change, what begins a crisis, and the command.
SHARED = {"problems", "sources", "epoch"}
MAY_IMPORT = {
    "dates": {"dates"},
    "timeline": {"timeline", "dates"},
    "events": {"events", "timeline", "dates"},
    "exports": {"exports", "timeline", "dates"},
    "site": {"site", "exports", "timeline", "dates"},
    "pull_request": {"pull_request", "site", "timeline", "dates", "links"},
    "init": {"init", "timeline"},
}
FILES = sorted(GENERATOR.rglob("*.py"))
CLOCKS = {
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("time", "time"),
    ("time", "localtime"),
    ("time", "gmtime"),
}


def folder_of(path: Path) -> str:
    parts = path.relative_to(GENERATOR).parts
    return parts[0] if len(parts) > 1 else ""


def imported(path: Path) -> list[str]:
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written whole, from generator.…"
            names.append(node.module or "")
            if node.module == "generator":
                names += [f"generator.{alias.name}" for alias in node.names]
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(GENERATOR).as_posix())
def test_imports_run_one_way(path):
    """A folder imports only what stands before it in the flow."""
    folder = folder_of(path)
    if folder not in MAY_IMPORT:
        return
    for name in imported(path):
        first, _, rest = name.partition(".")
        neighbour = rest.split(".")[0]
        if first == "generator" and neighbour:
            assert neighbour in MAY_IMPORT[folder] | SHARED, f"{folder}/ must not import {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(GENERATOR).as_posix())
def test_only_the_site_knows_mkdocs(path):
    """Another builder can take our pages, because nothing outside `site/` imports MkDocs."""
    if folder_of(path) != "site":
        assert not [name for name in imported(path) if name.split(".")[0] == "mkdocs"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(GENERATOR).as_posix())
def test_nothing_reads_the_clock(path):
    """Today is an argument: resolving and rendering give the same on any day."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            owner = node.value
            name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
            assert (name, node.attr) not in CLOCKS, f"{path.name}:{node.lineno} reads the clock"


def test_every_folder_of_the_flow_is_there():
    """The top level and the five folders are the design's, so that a newcomer finds them."""
    for name in ("docs", "generator", "seeds", "tests", "timeline.yml", "mkdocs.yml", "README.md", "LICENSE"):
        assert (ROOT / name).exists(), name
    for name in MAY_IMPORT:
        assert (GENERATOR / name / "__init__.py").exists(), name


def modules_of(folder: str) -> dict[str, set[str]]:
    """Return the modules of a folder, each with those of the folder that it imports."""
    names = {}
    for path in (GENERATOR / folder).rglob("*.py"):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        names[name] = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    found = {}
    for name, nodes in names.items():
        imported_names = set()
        for node in nodes:
            if isinstance(node, ast.ImportFrom) and node.module:
                whole = {f"{node.module}.{alias.name}" for alias in node.names}
                imported_names |= {one if one in names else node.module for one in whole}
        found[name] = {one for one in imported_names if one in names and one != name}
    return found


@pytest.mark.parametrize("folder", ["dates", "timeline", "events", "exports"])
def test_no_two_modules_import_each_other(folder):
    """Within a folder too, imports run one way: each file can be read before those that build on it."""
    left = modules_of(folder)
    while free := {name for name, needs in left.items() if not needs & left.keys()}:
        left = {name: needs for name, needs in left.items() if name not in free}

    assert left == {}
