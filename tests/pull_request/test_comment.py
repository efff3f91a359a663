"""The privileged half writes one comment, from a report that it doesn't trust, and leaks nothing."""

import io
import json
import os
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.pull_request.comment import MARKER
from generator.pull_request.report import Effect, Fault, Report
from tests.pull_request import fake_github
from tests.pull_request.fake_github import FakeGitHub, comment, event, pull

ROOT = Path(__file__).parents[2]
GOOD = Report(
    kind="data",
    in_short="1 date narrowed",
    effects=(Effect("a-ceasefire", "a-ceasefire: date narrowed from 2025-10 to 2025-10-19"),),
    effect_count=1,
    events=("a-ceasefire",),
)


def archive(report=GOOD, name="report.json", mode=0o100644, more=(), packing=zipfile.ZIP_DEFLATED):
    """Return an artifact as GitHub stores it."""
    data = report.to_bytes() if isinstance(report, Report) else report
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as opened:
        for each, content in [(name, data), *more]:
            member = zipfile.ZipInfo(each)
            member.external_attr = mode << 16
            member.compress_type = packing
            opened.writestr(member, content)
    return file.getvalue()


@pytest.fixture
def github():
    """Stand in for GitHub, with one open pull request of a fork whose run left a good report."""
    with FakeGitHub() as fake:
        fake.archive = archive()
        yield fake


def run_comment(github, tmp_path, told=None):
    """Run what the workflow runs, without any package: the standard library must do."""
    path = tmp_path / "event.json"
    path.write_text(json.dumps(told or event()), encoding="utf-8")
    surroundings = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "GITHUB_API_URL": github.address,
        "GITHUB_EVENT_PATH": str(path),
        "GITHUB_REPOSITORY": fake_github.REPOSITORY,
        "GITHUB_SERVER_URL": "https://github.example",
        "GITHUB_TOKEN": fake_github.TOKEN,
    }
    command = [sys.executable, "-S", "-P", "-m", "generator.pull_request"]
    done = subprocess.run(
        command, cwd=tmp_path, env=surroundings, capture_output=True, text=True, timeout=60, check=False
    )
    assert fake_github.TOKEN not in done.stdout + done.stderr
    assert not done.stderr, done.stderr
    assert all(line.startswith("| ") for line in done.stdout.splitlines()), "a line could be a command"
    return done


def bodies(github):
    """Return what stands under the pull request by our hand."""
    return [one["body"] for one in github.comments if one["body"].startswith(MARKER)]


def writes(github):
    """Return what was written."""
    return [asked[0] for asked in github.asked if asked[0] != "GET"]


def test_comment_tells_what_changes(github, tmp_path):
    """A pull request's first check writes one comment, with the differences and the way to the preview."""
    assert run_comment(github, tmp_path).returncode == 0
    (body,) = bodies(github)
    assert "- `a-ceasefire: date narrowed from 2025-10 to 2025-10-19`" in body
    assert "https://github.example/example/crisis/actions/runs/99" in body


def test_comment_is_edited_in_place(github, tmp_path):
    """A second check edits the comment; a third that says the same writes nothing."""
    run_comment(github, tmp_path)
    github.archive = archive(Report(kind="data"))
    run_comment(github, tmp_path)
    run_comment(github, tmp_path)
    assert len(bodies(github)) == 1
    assert "No change in content" in bodies(github)[0]
    assert writes(github) == ["POST", "PATCH"]


def test_token_stays_with_github(github, tmp_path):
    """The store that the artifact is fetched from never sees the token."""
    run_comment(github, tmp_path)
    assert [with_token for _, path, _, with_token in github.asked if path == "/store"] == [False]
    assert all(with_token for _, path, _, with_token in github.asked if path != "/store")


def test_planted_marker_is_left_alone(github, tmp_path):
    """A comment with our marker by another's hand is not ours to edit."""
    github.comments.append(comment(7, f"{MARKER}\nplanted", login="somebody"))
    run_comment(github, tmp_path)
    assert github.comments[0]["body"].endswith("planted")
    assert writes(github) == ["POST"]


def test_code_is_told_by_github_not_by_the_report(github, tmp_path):
    """A report that says "data only" of a change to code is corrected from GitHub's own list of files."""
    github.files[7] = [
        "timeline.yml",
        "mkdocs.yml",
        {"filename": "seeds/a.txt", "previous_filename": "generator/a.py"},
    ]
    run_comment(github, tmp_path)
    (body,) = bodies(github)
    assert "Touches code" in body
    assert "`mkdocs.yml`" in body
    assert "`generator/a.py`" in body
    assert "read the code before" in body
    assert "before you open its preview" in body


def test_others_that_touch_the_same_event_are_named(github, tmp_path):
    """Two open changes of one event learn of each other, closed ones and strangers' comments not."""
    github.pulls += [pull(8, "b" * 40, "other:x"), pull(9, "c" * 40, "third:y")]
    named = f"{MARKER}\n<!-- events: a-ceasefire talks -->\n"
    github.comments += [
        comment(8, named, id=1),
        comment(9, named, login="somebody", id=2),
        comment(4, named, id=3),
    ]
    run_comment(github, tmp_path)
    assert "Other open pull requests touch the same events: #8 (`a-ceasefire`)." in bodies(github)[-1]


@pytest.mark.parametrize(
    ("why", "change"),
    [
        ("the pull request has moved on", lambda fake: fake.pulls.__setitem__(0, pull(7, "d" * 40))),
        (
            "another fork has a branch of that name",
            lambda fake: fake.pulls.__setitem__(0, pull(7, repository="x/y")),
        ),
        ("the fork is gone", lambda fake: fake.pulls[0]["head"].update(repo=None)),
        ("it was closed", lambda fake: fake.pulls.clear()),
        ("it goes into another branch", lambda fake: fake.pulls[0].update(base={"ref": "draft"})),
        ("the run left no report", lambda fake: fake.artifacts.clear()),
        ("the report has expired", lambda fake: fake.artifacts[0].update(expired=True)),
        ("there is another artifact only", lambda fake: fake.artifacts[0].update(name="preview")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_nothing_to_say(github, tmp_path, why, change):
    """Where no pull request or no report fits the run, nothing is written and nothing fails."""
    change(github)
    assert run_comment(github, tmp_path).returncode == 0, why
    assert not writes(github), why


def test_report_of_an_older_commit_is_not_vouched_for(github, tmp_path):
    """A push between the questions doesn't let the newer commit's files speak for the older one's report."""
    answer = github.answer

    def moves_on(method, path, query, fields):
        if path.endswith("/files"):
            github.pulls[0] = pull(7, "d" * 40)
        return answer(method, path, query, fields)

    github.answer = moves_on
    assert run_comment(github, tmp_path).returncode == 0
    assert not writes(github)


def test_newest_report_of_a_run_is_taken(github, tmp_path):
    """A run that was started again leaves a report for each attempt: the last one counts."""
    github.artifacts.insert(0, {"id": 4, "name": "report", "expired": False, "size_in_bytes": 900})
    github.artifacts.append({"id": 6, "name": "report", "expired": False, "size_in_bytes": 900})
    run_comment(github, tmp_path)
    fetched = [path for _, path, _, _ in github.asked if path.endswith("/zip")]
    assert fetched == [f"/repos/{fake_github.REPOSITORY}/actions/artifacts/6/zip"]


def test_comment_of_nobody_is_passed_over(github, tmp_path):
    """A comment whose writer's account is gone stops nothing."""
    github.comments.append({**comment(7, "words", id=3), "user": None})
    assert run_comment(github, tmp_path).returncode == 0
    assert len(bodies(github)) == 1


def bomb():
    """Return an archive of 300 MB of zeros."""
    return archive(b"\0" * 300_000_000)


def twice():
    """Return an archive with two reports of one name, of which readers take the one or the other."""
    return archive(more=[("report.jsoN", b"{}")]).replace(b"report.jsoN", b"report.json")


def locked():
    """Return an archive whose report says that it needs a password."""
    data = bytearray(archive())
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    return bytes(data)


def with_field(**fields):
    """Return a report whose JSON has other values."""
    return archive(json.dumps({**json.loads(GOOD.to_bytes()), **fields}).encode())


POISONED = {
    "not an archive": lambda: b"<html>",
    "empty": lambda: b"",
    "cut off": lambda: archive()[:-30],
    "no report in it": lambda: archive(name="other.json"),
    "a way out of the folder": lambda: archive(name="../report.json"),
    "an absolute path": lambda: archive(name="/report.json"),
    "two reports": lambda: archive(more=[("second.json", b"{}")]),
    "two reports of one name": twice,
    "a report behind a password": locked,
    "packed by a rare method": lambda: archive(packing=zipfile.ZIP_BZIP2),
    "other bytes than its sum says": lambda: archive(packing=zipfile.ZIP_STORED).replace(
        b"narrowed", b"Narrowed", 1
    ),
    "a link": lambda: archive(b"/etc/passwd", mode=stat.S_IFLNK | 0o777),
    "a folder": lambda: archive(b"", name="report.json/"),
    "a bomb": bomb,
    "more than a megabyte": lambda: archive(os.urandom(1_200_000)),
    "not JSON": lambda: archive(b"{"),
    "not UTF-8": lambda: archive(b"\xff\xfe{}"),
    "nested 100,000 deep": lambda: archive(b"[" * 100_000),
    "a list": lambda: archive(b"[]"),
    "NaN": lambda: archive(GOOD.to_bytes().replace(b'"older": 0', b'"older": NaN')),
    "an endless number": lambda: archive(GOOD.to_bytes().replace(b'"older": 0', b'"older": ' + b"9" * 5000)),
    "a further key": lambda: with_field(pull_request=1),
    "another format": lambda: with_field(format=2),
    "another kind": lambda: with_field(kind="none"),
    "an id that isn't one": lambda: with_field(events=["a --> <script>"]),
    "too many differences": lambda: with_field(effects=[{"event": "a", "words": "b", "loud": False}] * 101),
    "a text of a megabyte": lambda: with_field(code=["x" * 190_000]),
    "a truth for a number": lambda: with_field(older=True),
    "a negative count": lambda: with_field(older=-1),
    "a word for a truth": lambda: with_field(effects=[{"event": "a", "words": "b", "loud": "yes"}]),
}


@pytest.mark.parametrize("poison", POISONED)
def test_poisoned_report_is_refused(github, tmp_path, poison):
    """A report that isn't exactly one of ours is not used, and nothing is written."""
    github.archive = POISONED[poison]()
    github.artifacts[0]["size_in_bytes"] = 900
    assert run_comment(github, tmp_path).returncode in (1, 2)
    assert not writes(github)


def test_large_artifact_is_not_fetched(github, tmp_path):
    """An artifact that says it is large is refused before it is fetched."""
    github.artifacts[0]["size_in_bytes"] = 5_000_000
    assert run_comment(github, tmp_path).returncode == 1
    assert not [asked for asked in github.asked if asked[1] == "/store"]


def test_unsafe_redirection_is_not_followed(github, tmp_path):
    """A redirection to a file, or without encryption, ends it."""
    github.redirect_to = "file:///etc/passwd"
    assert run_comment(github, tmp_path).returncode == 2
    assert not writes(github)


@pytest.mark.parametrize(
    "words",
    [
        "@everyone look",
        "fixes #1",
        "`` ` ``` @everyone",
        "</code><img src=x onerror=alert(1)>",
        "![x](https://evil.example/pixel.png)",
        "[click](javascript:alert(1))",
        "\n\n# A heading\n- a list",
        "text \u202e reversed",
        "<!-- crisis-timeline: what this change does -->",
        "```\nfence",
        " leading and trailing ",
        "$`math`$",
        "::error::x ##[error]y",
    ],
)
def test_words_of_a_report_stay_words(github, tmp_path, words):
    """Whatever a report says stands in a code span, on one line, and can't leave it."""
    fault = Fault(words, words, words)
    told = Report(
        kind="data",
        in_short="1 date narrowed",
        effects=(Effect(words, words),),
        effect_count=1,
        faults=(fault,),
        fault_count=1,
    )
    github.archive = archive(told)
    run_comment(github, tmp_path)
    (body,) = bodies(github)
    outside = without_code_spans(body)
    for active in ("@", "#1", "<img", "![", "javascript", "A heading", "\u202e", "onerror", "$", "::"):
        assert active not in outside.replace("### What", "")
    assert body.count(MARKER) == 1 or MARKER not in outside.removeprefix(MARKER)


def without_code_spans(text):
    """Return Markdown without its code spans, which by CommonMark run from ticks to as many ticks."""
    out, position = [], 0
    while position < len(text):
        if text[position] != "`":
            out.append(text[position])
            position += 1
            continue
        length = len(text[position:]) - len(text[position:].lstrip("`"))
        end = closing_run(text, position + length, length)
        position = end if end else position + length
    return "".join(out)


def closing_run(text, position, length):
    """Return where the next run of exactly `length` ticks ends, or None."""
    while (start := text.find("`", position)) >= 0:
        run = len(text[start:]) - len(text[start:].lstrip("`"))
        if run == length:
            return start + run
        position = start + run
    return None


def test_longest_report_fits_into_a_comment(github, tmp_path):
    """A report filled to its limits with characters that grow when shown still fits GitHub's limit."""
    words = "\u202e" * 600
    ids = tuple(f"{number:03}-{'x' * 76}" for number in range(100))
    named = f"{MARKER}\n<!-- events: {' '.join(ids)} -->\n"
    github.files[7] = [f"{number}-{'x' * 190}" for number in range(99)]
    for number in range(8, 90):
        github.pulls.append(pull(number, "b" * 40, f"other:{number}"))
        github.comments.append(comment(number, named, id=number))
    told = Report(
        kind="data",
        events=ids,
        effects=tuple(Effect(words, words) for _ in range(15)),
        effect_count=900,
        faults=tuple(Fault(words, words, words) for _ in range(15)),
        fault_count=900,
    )
    github.archive = archive(told)
    assert run_comment(github, tmp_path).returncode == 0
    (body,) = [one for one in bodies(github) if "What this change does" in one]
    assert len(body) < 65_536
    assert "and 72 more." in body


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"workflow_run": None},
        {"workflow_run": {"id": "99; rm"}},
        event(commit="HEAD"),
        [],
    ],
)
def test_another_event_is_refused(github, tmp_path, told):
    """An event that isn't that of a finished run leads to nothing."""
    assert run_comment(github, tmp_path, told or {"x": 1}).returncode == 1
    assert not github.asked


def test_branch_name_reaches_github_as_one_value(github, tmp_path):
    """A branch's name with signs of an address is asked about as it is."""
    name = "a&state=closed#$(id)"
    github.pulls[0]["label"] = f"somebody:{name}"
    assert run_comment(github, tmp_path, event(branch=name)).returncode == 0
    assert len(bodies(github)) == 1
