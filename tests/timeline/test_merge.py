"""Two people's changes are joined by id, or both stand between markers: no fact is dropped in silence."""

from __future__ import annotations

import random
import subprocess

import pytest

from generator.timeline import load_bytes
from generator.timeline.driver import install_driver
from generator.timeline.edit import append_event, rewritten, set_field
from generator.timeline.merge import merge_files, merged
from tests.timeline.examples import BASE, folder
from tests.timeline.test_edit import EDITS, event

LOADED = load_bytes(BASE.encode(), "t")


def edited(*names):
    """Return the plain timeline with some of the edits made."""
    return rewritten(LOADED, [EDITS[name] for name in names])


def join(ours, theirs, base=BASE):
    """Return two versions joined."""
    return merged(base.encode(), ours.encode(), theirs.encode(), "timeline.yml")


def test_both_add_an_event_at_the_same_place():
    """Two events that were added at one place are both there."""
    ours = rewritten(LOADED, [append_event(event("ours", "2025-10-20"))])
    theirs = rewritten(LOADED, [append_event(event("theirs", "2025-10-20"))])

    result = join(ours, theirs)

    assert result.conflicts == ()
    ids = [one.id for one in load_bytes(result.text.encode(), "t").timeline.events]
    assert ids == ["doha-ceasefire", "ours", "theirs", "istanbul-talks"]


def test_both_change_a_field_differently():
    """A field with two new values is left to a person, both values in sight."""
    ours = rewritten(LOADED, [set_field("events[doha-ceasefire].title", "Ours")])
    theirs = rewritten(LOADED, [set_field("events[doha-ceasefire].title", "Theirs")])

    result = join(ours, theirs)

    assert result.conflicts == ("events[doha-ceasefire].title",)
    assert "<<<<<<< ours\n    title: Ours\n=======\n    title: Theirs\n>>>>>>> theirs\n" in result.text


def test_one_withdraws_and_the_other_corrects():
    """Changes to different fields of one event are both taken."""
    ours = rewritten(LOADED, [set_field("events[doha-ceasefire].summary", "Better.")])
    theirs = rewritten(
        LOADED,
        [
            set_field("events[doha-ceasefire].status", "withdrawn"),
            set_field("events[doha-ceasefire].reason", "Wrong."),
        ],
    )

    first = load_bytes(join(ours, theirs).text.encode(), "t").timeline.events[0]

    assert (first.summary, first.status, first.reason) == ("Better.", "withdrawn", "Wrong.")


def test_one_deletes_what_the_other_changes():
    """An event that one side deleted and the other changed is a conflict, and not gone."""
    theirs = rewritten(LOADED, [set_field("events[doha-ceasefire].title", "Changed")])

    for result in (join(edited("event taken out"), theirs), join(theirs, edited("event taken out"))):
        assert result.conflicts == ("events[doha-ceasefire]",)
        assert "title: Changed" in result.text
        assert "<<<<<<<" in result.text


def test_unreadable_version_is_joined_by_lines():
    """Where one side is no timeline, git's own merge and its markers stand, and a note says why."""
    result = join(BASE.replace("status: draft", "status: : x"), edited("title"))

    assert "lines alone" in result.notes[0]
    assert "status: : x" in result.text
    assert "Another: title" in result.text


@pytest.mark.parametrize("seed", range(60))
def test_random_pairs_lose_nothing(seed):
    """Whatever two people do, each change is in the result or named as a conflict."""
    pick = random.Random(seed)  # noqa: S311
    names = [name for name in EDITS if name != "evidence taken out"]
    ours, theirs = (pick.sample(names, pick.randint(1, 5)) for _ in range(2))
    gone = "event taken out"
    # Nobody changes what he takes out himself.
    ours, theirs = ([one for one in side if gone not in side or one == gone] for side in (ours, theirs))

    result = join(edited(*ours), edited(*theirs))

    if result.conflicts:
        assert "<<<<<<<" in result.text
        return
    both = [EDITS[name] for name in dict.fromkeys([*ours, *theirs])]
    expected = LOADED.timeline
    for edit in both:
        expected = edit.applied(expected)
    found = load_bytes(result.text.encode(), "t").timeline
    assert sorted(map(repr, found.events)) == sorted(map(repr, expected.events))
    assert (found.sources, found.actors, found.places, found.decisions, found.title) == (
        expected.sources,
        expected.actors,
        expected.places,
        expected.decisions,
        expected.title,
    )


def test_driver_is_called_by_git(tmp_path):
    """After one command git calls the driver for timeline.yml, in whatever branch it merges."""
    folder(tmp_path)

    def git(*arguments):
        identity = ["-c", "user.name=a", "-c", "user.email=a@b.example"]
        subprocess.run(["git", "-C", tmp_path, *identity, *arguments], check=True, capture_output=True)

    git("init", "-b", "main")
    install_driver(tmp_path)
    install_driver(tmp_path)

    attributes = (tmp_path / ".git" / "info" / "attributes").read_text()
    assert attributes == "timeline.yml merge=crisis-timeline\n"


def test_files_are_joined_in_place(tmp_path):
    """The driver reads the three files of git and leaves the result in ours."""
    paths = [tmp_path / name for name in ("base", "ours", "theirs")]
    for path, text in zip(paths, (BASE, edited("source"), edited("actor")), strict=True):
        path.write_text(text)

    assert merge_files(*paths, "timeline.yml").conflicts == ()
    assert load_bytes(paths[1].read_bytes(), "t").timeline.actors["oman"].name == "Oman"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["base", "ours", "theirs"]
