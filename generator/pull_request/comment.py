"""The one comment under a pull request: written from a report that may be hostile, edited in place.

Whatever decides something is asked of GitHub itself: which pull request has the run's commit, and whether it
touches code. The report adds words, which can't act; where the change touches code, the comment says that
they may be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.problems import show
from generator.pull_request.artifact import LARGEST_ARCHIVE, unpack
from generator.pull_request.github import GitHub
from generator.pull_request.label import is_data, kind_of
from generator.pull_request.report import IDENTIFIER, Report, ReportError
from generator.pull_request.summary import in_markdown

__all__ = ["Run", "comment_on", "text_of"]

MARKER = "<!-- crisis-timeline: what this change does -->"
EVENTS = re.compile(r"<!-- events: ([a-z0-9 -]*) -->")
WRITER = "github-actions[bot]"
MOST_FILES = 3_000
DOUBT = (
    "What stands above was computed by this change's own workflow, which a change to code can alter: "
    "read the code before you believe it, and before you open its preview, in which its scripts would run."
)


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run of the check, as the event that started the comment tells it."""

    number: int
    commit: str
    branch: str
    owner: str
    repository: str
    into: str

    @classmethod
    def of(cls, event: Mapping[str, Any]) -> Run:
        """Read the event; raise `ReportError` where it is another one."""
        try:
            run = event["workflow_run"]
            head = run["head_repository"]
            found = cls(
                number=run["id"],
                commit=run["head_sha"],
                branch=run["head_branch"],
                owner=head["owner"]["login"],
                repository=head["full_name"],
                into=event["repository"]["default_branch"],
            )
        except (KeyError, TypeError):
            raise ReportError("the event isn't that of a finished run") from None
        if type(found.number) is not int or not re.fullmatch(r"[0-9a-f]{40,64}", str(found.commit)):
            raise ReportError("the event names no run or no commit")
        return found


def comment_on(github: GitHub, run: Run, page: str) -> str:
    """Write or edit the comment of the pull request that a run judged, and say what was done.

    `page` is the address of the run, where the preview lies.
    """
    pull = _pull_of(github, run)
    if pull is None:
        return "no open pull request ends in this run's commit; nothing to say"
    artifact = _artifact_of(github, run)
    if artifact is None:
        return "the run left no report; nothing to say"
    report = _with_trusted_kind(
        unpack(github.download(f"actions/artifacts/{artifact}/zip", LARGEST_ARCHIVE + 1)), github, pull
    )
    # The files are those of the newest commit: one that was pushed meanwhile would vouch for an older report.
    if _pull_of(github, run) != pull:
        return "the pull request has moved on meanwhile; nothing to say"
    text = text_of(report, _others(github, pull, report.events), page)
    return f"pull request {pull}: {_write(github, pull, text)}"


def text_of(report: Report, others: Mapping[int, Sequence[str]], page: str) -> str:
    """Return the comment's text.

    >>> print(text_of(Report(kind="data", events=("a-ceasefire",)), {}, "https://github.example/run/1"))
    <!-- crisis-timeline: what this change does -->
    <!-- events: a-ceasefire -->
    ### What this change does to the timeline
    <BLANKLINE>
    No change in content.
    <BLANKLINE>
    Data only: the tool of the base branch judged it.
    <BLANKLINE>
    [The run](https://github.example/run/1) has the changed site as *preview*.
    """
    head = f"{MARKER}\n<!-- events: {' '.join(report.events)} -->"
    has = "has the changed site as *preview*" if report.is_good else "marks every problem on its line"
    link = f"[The run]({page}) {has}."
    doubt = DOUBT if report.kind == "code" else ""
    return "\n\n".join(part for part in (f"{head}\n{in_markdown(report, others)}", doubt, link) if part)


def _pull_of(github: GitHub, run: Run) -> int | None:
    # The event's own list is empty for a fork's run, and the artifact could name another's pull request. The
    # same branch can be proposed into several; what is told here is what it does to the published record.
    for pull in github.pages("pulls", state="open", head=f"{run.owner}:{run.branch}", base=run.into):
        head = pull["head"]
        if head["sha"] == run.commit and (head["repo"] or {}).get("full_name") == run.repository:
            return int(pull["number"])
    return None


def _artifact_of(github: GitHub, run: Run) -> int | None:
    listed = github.get(f"actions/runs/{run.number}/artifacts", name="report", per_page=10)["artifacts"]
    usable = [one for one in listed if one["name"] == "report" and not one["expired"]]
    # A run that was started again leaves a report for each attempt.
    newest = max(usable, key=lambda one: int(one["id"]), default=None)
    if newest is None:
        return None
    if newest["size_in_bytes"] > LARGEST_ARCHIVE:
        raise ReportError(f"the artifact has {newest['size_in_bytes']} bytes")
    return int(newest["id"])


def _with_trusted_kind(report: Report, github: GitHub, pull: int) -> Report:
    paths: list[str] = []
    for file in github.pages(f"pulls/{pull}/files", most=MOST_FILES // 100):
        paths += [file["filename"], *filter(None, [file.get("previous_filename")])]
    code = [path for path in paths if not is_data(path)]
    kind = "code" if len(paths) >= MOST_FILES else kind_of(paths)
    return replace(
        report, kind=kind, code=tuple(show(path, 200) for path in code[:100]), code_count=len(code)
    )


def _others(github: GitHub, pull: int, events: Iterable[str]) -> dict[int, list[str]]:
    """Return the other open pull requests whose comments name one of the events."""
    wanted = set(events)
    if not wanted:
        return {}
    open_now = {int(one["number"]) for one in github.pages("pulls", most=3, state="open")} - {pull}
    found: dict[int, list[str]] = {}
    for comment in github.pages("issues/comments", most=3, sort="updated", direction="desc"):
        number = int(comment["issue_url"].rpartition("/")[2])
        if number in open_now and _is_ours(comment):
            shared = sorted(wanted & set(_events_in(comment["body"])))
            if shared:
                found.setdefault(number, shared)
    return found


def _is_ours(comment: Mapping[str, Any]) -> bool:
    # Anybody can write our marker; only a workflow's token writes under this name.
    return (comment["user"] or {}).get("login") == WRITER and str(comment["body"]).startswith(MARKER)


def _events_in(body: str) -> list[str]:
    found = EVENTS.search(body)
    return [one for one in found[1].split() if IDENTIFIER.fullmatch(one)] if found else []


def _write(github: GitHub, pull: int, text: str) -> str:
    for comment in github.pages(f"issues/{pull}/comments"):
        if _is_ours(comment):
            if comment["body"] == text:
                return "the comment says so already"
            github.send("PATCH", f"issues/comments/{int(comment['id'])}", body=text)
            return "comment edited"
    github.send("POST", f"issues/{pull}/comments", body=text)
    return "comment written"
