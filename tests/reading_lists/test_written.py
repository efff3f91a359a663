"""What is drafted from any reports is a record in order, and the second run finds nothing to do."""

import shutil

import pytest
from click.testing import CliRunner

from generator.cli import cli
from tests.reading_lists.lists import ROOT, reading_lists

LISTS = reading_lists()


@pytest.mark.parametrize("one", LISTS, ids=lambda one: one.name)
def test_a_draft_is_written_checked_and_not_repeated(one, tmp_path):
    """From an empty record: no check has anything to say, and a re-run changes no byte."""
    (tmp_path / "seeds").mkdir()
    for name, text in one.texts.items():
        shutil.copy(ROOT / text.path, tmp_path / "seeds" / f"{name}.txt")
    record = tmp_path / "timeline.yml"
    sources = []
    for name, text in one.texts.items():
        day = one.record.sources[name].writes_about
        facts = f'writes_about: "{day}", published: "{day}", published_basis: stated'
        sources.append(f"  {name}: {{file: seeds/{name}.txt, sha256: {text.sha256}, {facts}}}")
    record.write_text(
        "title: A crisis\ntimezone: UTC\nsources:\n" + "\n".join(sources) + "\nevents: []\n", encoding="utf-8"
    )

    first = CliRunner().invoke(cli, ["--root", str(tmp_path), "draft"])
    written = record.read_bytes()
    checked = CliRunner().invoke(cli, ["--root", str(tmp_path), "check"])
    second = CliRunner().invoke(cli, ["--root", str(tmp_path), "draft"])

    assert first.exit_code == 0, first.output
    assert checked.output == "timeline.yml is in order\n"
    assert second.output.startswith("nothing new"), second.output
    assert record.read_bytes() == written
