"""Quotations of the five reports have the speaker, the kind and the channel that a reader gives them."""

from pathlib import Path

import pytest
import yaml

from generator.events.discover import discover
from generator.events.intake import prepared
from generator.events.quotes import Spoken
from tests.events.texts import record_of, report_of, seeds

ROWS = yaml.safe_load((Path(__file__).parent / "cases" / "spoken.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def reports():
    """Return the five reports, with nothing known but their day."""
    texts = seeds()
    record = record_of(texts, "2025-10-29")
    names = discover(texts, record)
    return [
        prepared(text, source, names) for text, source in zip(texts, record.sources.values(), strict=True)
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['report']}: {row['says']}")
def test_quotation_has_its_speaker(reports, row):
    """A quotation has the speaker of its row, and is direct or mixed as the row says."""
    report = reports[row["report"]]

    said = {report.text.text[one.start : one.end]: one for one in Spoken(report).quotations}
    found = next(one for words, one in said.items() if words.startswith(row["says"]))

    assert found.speaker == row["by"], row.get("why")
    assert found.attribution == row["as"]
    assert found.channel == row.get("channel", found.channel)


def test_every_quotation_is_a_verbatim_part_of_its_source(reports):
    """Offsets are exact: no quotation holds its own marks, and each is found where it stands."""
    for report in reports:
        for one in Spoken(report).quotations:
            words = report.text.text[one.start : one.end]
            assert report.text.find(words) is not None
            assert words.strip('“”"') == words


def test_speaker_is_carried_over_paragraphs():
    """One quotation over two paragraphs has one speaker, named behind the second."""
    report = report_of("Rana Omar spoke.\n“We held the bridge.\n“We will hold it,” Rana Omar said on Monday.")

    assert [one.speaker for one in Spoken(report).quotations][-1] == "rana-omar"
