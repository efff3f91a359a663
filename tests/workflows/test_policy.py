"""Our workflows keep to the policy, and each way to make one unsafe is caught."""

from pathlib import Path

import pytest
import yaml

from tests.workflows import policy

WORKFLOWS = sorted((Path(__file__).parents[2] / ".github" / "workflows").glob("*.yml"))
MUTATIONS = yaml.safe_load((Path(__file__).parent / "mutations.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflow_keeps_to_the_policy(path):
    """A workflow of ours breaks no rule."""
    assert policy.broken_rules(path.name, path.read_text(encoding="utf-8")) == []


def test_every_workflow_of_the_policy_is_there():
    """The policy has no line for a workflow that doesn't exist."""
    assert {path.name for path in WORKFLOWS} == set(policy.TRIGGERS)


@pytest.mark.parametrize("row", MUTATIONS, ids=lambda row: f"{row['file']}: {row['why']}")
def test_unsafe_change_is_caught(row):
    """Each unsafe change to a workflow breaks the rule that stands against it."""
    text = next(path for path in WORKFLOWS if path.name == row["file"]).read_text(encoding="utf-8")
    assert row["from"] in text, "the row names words that no longer stand in the workflow"

    broken = policy.broken_rules(row["file"], text.replace(row["from"], row["to"], 1))

    assert any(words.startswith(row["rule"]) for words in broken), (row["why"], broken)


def test_a_new_workflow_needs_a_line_in_the_policy():
    """A workflow that nobody has thought about doesn't pass."""
    text = next(path for path in WORKFLOWS if path.name == "links.yml").read_text(encoding="utf-8")
    assert policy.broken_rules("other.yml", text)
