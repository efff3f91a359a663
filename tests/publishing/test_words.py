"""What the documents tell people to type is there to be typed."""

import re
from pathlib import Path

import pytest

from generator.cli import cli

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "generator" / "init" / "template"
# Each document, and the Makefiles that its reader may have before them.
OURS, NEW = ROOT / "Makefile", TEMPLATE / "Makefile"
DOCUMENTS = {
    ROOT / "README.md": [OURS, NEW],
    ROOT / "CONTRIBUTING.md": [OURS],
    ROOT / "docs" / "publishing.md": [OURS, NEW],
    ROOT / "docs" / "editing.md": [OURS],
    ROOT / ".github" / "PULL_REQUEST_TEMPLATE.md": [OURS],
    TEMPLATE / "README.md": [NEW],
    TEMPLATE / "dot-github" / "PULL_REQUEST_TEMPLATE.md": [NEW],
}
NAMES = [path.relative_to(ROOT).as_posix() for path in DOCUMENTS]


def typed(text):
    """Give what stands as code: indented lines, fenced ones, and code spans; a line that goes on is one."""
    whole = text.replace("\\\n", " ")
    yield from re.findall(r"^ {4,}(?:\$ )?((?:make|\S*crisis-timeline) .*)$", whole, re.MULTILINE)
    for span in re.findall(r"`([^`]+)`", whole):
        yield " ".join(span.split())


@pytest.mark.parametrize("path", DOCUMENTS, ids=NAMES)
def test_targets_are_in_the_makefile(path):
    """Each `make` that a document names has its target."""
    targets = {
        target
        for makefile in DOCUMENTS[path]
        for target in re.findall(r"^([a-z-]+):", makefile.read_text(encoding="utf-8"), re.MULTILINE)
    }
    for command in typed(path.read_text(encoding="utf-8")):
        named = re.match(r"make ([a-z-]+)", command)
        assert named is None or named[1] in targets, command


@pytest.mark.parametrize("path", DOCUMENTS, ids=NAMES)
def test_verbs_and_options_are_the_commands(path):
    """Each verb of `crisis-timeline` that a document names is one, and takes the options named with it."""
    for command in typed(path.read_text(encoding="utf-8")):
        said = re.match(r"\S*crisis-timeline ([a-z]+)\b(.*)", command.partition("|")[0])
        if said is None:
            continue
        verb, rest = said.groups()
        assert verb in cli.commands, command
        known = {option for one in cli.commands[verb].params for option in one.opts} | {"--help"}
        inner = getattr(cli.commands[verb], "commands", {})
        known |= {option for each in inner.values() for one in each.params for option in one.opts}
        assert set(re.findall(r"(?<!\S)--[a-z-]+", rest)) <= known, command


def test_ten_steps_are_ten():
    """The way to a live site has the ten steps that it promises, in order."""
    text = (ROOT / "docs" / "publishing.md").read_text(encoding="utf-8").partition("## What happens then")[0]
    assert re.findall(r"^([0-9]+)\. \*\*", text, re.MULTILINE) == [str(number) for number in range(1, 11)]
