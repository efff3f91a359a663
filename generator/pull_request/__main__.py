"""`make comment`: the privileged half, run by the workflow `comment` with Python alone."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from generator.problems import SurroundingsError
from generator.pull_request.comment import Run, comment_on
from generator.pull_request.github import GitHub
from generator.pull_request.report import ReportError
from generator.pull_request.wording import log_line

NEEDED = ("GITHUB_API_URL", "GITHUB_EVENT_PATH", "GITHUB_REPOSITORY", "GITHUB_SERVER_URL", "GITHUB_TOKEN")


def main() -> int:
    """Comment on the pull request whose check has ended: 0 done, 1 the report is no good, 2 it failed."""
    missing = [name for name in NEEDED if not os.environ.get(name)]
    if missing:
        print(f"this runs in the workflow `comment`; it needs {', '.join(missing)}", file=sys.stderr)
        return 2
    api, event, repository, server, token = (os.environ[name] for name in NEEDED)
    try:
        run = Run.of(json.loads(Path(event).read_bytes()))
        page = f"{server}/{repository}/actions/runs/{run.number}"
        print(log_line(comment_on(GitHub(api, repository, token), run, page)))
    except ReportError as error:
        print(log_line(f"the report was not used: {error}"))
        return 1
    except (SurroundingsError, OSError, ValueError, KeyError, TypeError) as error:
        # A traceback would print what a stranger wrote: the kind of the failure must do.
        said = str(error) if isinstance(error, SurroundingsError) else type(error).__name__
        print(log_line(f"nothing was written: {said}"))
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
