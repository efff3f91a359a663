"""Files in `seeds/` that the record doesn't name are told, once, with the way out; they fail nothing."""

from __future__ import annotations

import pytest

from generator.timeline.cache import check_cached
from generator.timeline.checks import check_file
from tests.timeline.examples import BASE, folder

DRAFTED = (
    "`crisis-timeline draft` proposes what they tell, `crisis-timeline add source` enters one by hand "
    "(report-is-named)"
)
MOVED = "give each a name of letters, digits, - and _ that ends in .txt, straight in seeds/ (report-is-named)"
ROWS = [
    (["new.txt"], [f"seeds: one report is no source of the record: new.txt; {DRAFTED}"], "a new report"),
    (
        [f"new-{n}.txt" for n in range(1, 6)],
        [f"seeds: 5 reports are no sources of the record: new-1.txt, new-2.txt, new-3.txt …; {DRAFTED}"],
        "many are one line",
    ),
    (["NEW.TXT"], [f"seeds: no command reads NEW.TXT; {MOVED}"], "an ending in capital letters"),
    (["more/new.txt"], [f"seeds: no command reads more/new.txt; {MOVED}"], "a folder in the folder"),
    (["a report.txt"], [f"seeds: no command reads a report.txt; {MOVED}"], "no address can hold a blank"),
    (
        ["a.txt", "b.Txt"],
        [
            f"seeds: no command reads b.Txt; {MOVED}",
            f"seeds: one report is no source of the record: a.txt; {DRAFTED}",
        ],
        "one line for each way out",
    ),
    (["README.md", ".hidden.txt", ".cache/a.txt", "photo.jpg", "._report.txt"], [], "no reports"),
]


@pytest.mark.parametrize(("names", "told", "why"), ROWS)
def test_file_without_a_source_is_told(tmp_path, names, told, why):
    """Each kind of file that is passed over is named in one warning."""
    path = folder(tmp_path)
    for name in names:
        (tmp_path / "seeds" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "seeds" / name).write_text(f"Talks ended on Oct 25, {name} says.\n", encoding="utf-8")

    problems = check_file(path, tmp_path)

    assert [str(problem) for problem in problems] == told, why
    assert all(problem.level == "warning" for problem in problems)


def test_file_in_a_folder_that_a_source_names_is_in_order(tmp_path):
    """What the record names is read, wherever it lies."""
    path = folder(tmp_path, BASE.replace("file: seeds/report.txt", "file: seeds/more/report.txt"))
    (tmp_path / "seeds" / "more").mkdir()
    (tmp_path / "seeds" / "report.txt").rename(tmp_path / "seeds" / "more" / "report.txt")

    assert [str(problem) for problem in check_file(path, tmp_path)] == []


def test_new_file_is_told_though_nothing_else_changed(tmp_path, monkeypatch):
    """What was remembered of a check holds only as long as the folder has the same files."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("CI", raising=False)
    path, cache = folder(tmp_path), tmp_path / ".cache"
    assert check_cached(path, tmp_path, cache) == []

    (tmp_path / "seeds" / "new.txt").write_text("Talks ended.\n", encoding="utf-8")

    assert [one.code for one in check_cached(path, tmp_path, cache)] == ["report-is-named"]


def test_mistyped_path_is_answered_with_the_report_that_was_meant(tmp_path):
    """A report that no source names is offered where a source names one that isn't there."""
    path = folder(tmp_path, BASE.replace("file: seeds/report.txt", "file: seeds/reprt.txt"))

    assert [str(problem) for problem in check_file(path, tmp_path, name="timeline.yml")] == [
        "timeline.yml:9:11: sources.report.file: seeds/reprt.txt: there is no such file; "
        "did you mean seeds/report.txt? (source-file-is-there)"
    ]
