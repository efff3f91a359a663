"""Small real repositories: a crisis of two reports, and what a pull request does to it."""

import hashlib
import os
import subprocess
from pathlib import Path

REPORTS = {
    "first": "The two sides signed a ceasefire in Doha on 19 October 2025, officials said.\n"
    "Talks in Istanbul began on 25 October 2025 and ended on 28 October 2025 without an agreement.\n",
    "second": "A spokesman said on 29 October 2025 that the ceasefire was over.\n",
}
SETTINGS = (
    "site_name: A border crisis\ntheme:\n  name: material\n  font: false\nplugins:\n  - crisis-timeline\n"
)
HEAD = """title: A border crisis
summary: Two sides fought, and signed a ceasefire.
timezone: Asia/Qatar
language: en

sources:
{sources}
events:
"""
SOURCE = """  {name}:
    file: seeds/{name}.txt
    sha256: {sha256}
    published: "2025-10-29"
    published_basis: stated
    language: en
"""
EVENT = """  - id: {id}
    status: published
    date: "{date}"
    type: {type}
    title: {title}
    summary: {summary}
    evidence:
      - source: {source}
        quote: {quote}
        language: en
        attribution: narrator
"""
CEASEFIRE = {
    "id": "ceasefire",
    "date": "2025-10-19",
    "type": "ceasefire",
    "title": "A ceasefire is signed in Doha",
    "summary": "The two sides signed it.",
    "source": "first",
    "quote": "signed a ceasefire in Doha on 19 October 2025",
}
TALKS = {
    "id": "talks-begin",
    "date": "2025-10-25",
    "type": "talks",
    "title": "Talks begin in Istanbul",
    "summary": "They were to last four days.",
    "source": "first",
    "quote": "Talks in Istanbul began on 25 October 2025",
}
OVER = {
    "id": "ceasefire-over",
    "date": "2025-10-29",
    "type": "statement",
    "title": "A spokesman calls the ceasefire over",
    "summary": "He said so on Wednesday.",
    "source": "second",
    "quote": "said on 29 October 2025 that the ceasefire was over",
}
END = {
    "id": "talks-end",
    "date": "2025-10-28",
    "type": "breakdown",
    "title": "The talks end without an agreement",
    "summary": "They ended in Istanbul.",
    "source": "first",
    "quote": "ended on 28 October 2025 without an agreement",
}


def timeline(*events, reports=REPORTS):
    """Return a timeline of these events, its sources pinned by hash."""
    sources = "".join(
        SOURCE.format(name=name, sha256=hashlib.sha256(text.encode()).hexdigest())
        for name, text in reports.items()
    )
    return HEAD.format(sources=sources) + "".join(EVENT.format(**event) for event in events)


class Project:
    """A repository in a folder, and a branch in it that changes something."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @classmethod
    def make(cls, root: Path):
        """Make the base: two reports, three events, the settings and a page."""
        project = cls(root)
        root.mkdir(parents=True)
        project.git("init", "--quiet", "--initial-branch=main")
        for name, text in REPORTS.items():
            project.write(f"seeds/{name}.txt", text)
        project.write("timeline.yml", timeline(CEASEFIRE, TALKS, OVER))
        project.write("mkdocs.yml", SETTINGS)
        project.write("docs/index.md", "# A border crisis\n")
        project.commit("base")
        project.git("checkout", "--quiet", "-b", "change")
        return project

    def git(self, *arguments, **options):
        """Run git in the repository."""
        who = {
            **{
                f"GIT_{role}_{what}": "a@example.org"
                for role in ("AUTHOR", "COMMITTER")
                for what in ("NAME", "EMAIL")
            },
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        command = ["git", *map(str, arguments)]
        surroundings = {**os.environ, **who}
        return subprocess.run(
            command, cwd=self.root, env=surroundings, check=True, capture_output=True, text=True, **options
        ).stdout.strip()

    def write(self, path, text):
        """Write a file of the project."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())

    def events(self, *events):
        """Write a timeline of these events."""
        self.write("timeline.yml", timeline(*events))

    def replace(self, old, new, path="timeline.yml"):
        """Change words of a file, which must stand in it."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def sign(self):
        """Give the last commit a signature, and let the machine show it beside every commit."""
        head, _, body = self.git("cat-file", "commit", "HEAD").partition("\n\n")
        lines = ["gpgsig -----BEGIN PGP SIGNATURE-----", "", "x", "-----END PGP SIGNATURE-----"]
        signed = "\n".join([head, "\n ".join(lines), "", body, ""])
        self.write(".git/signed", signed)
        self.git("reset", "--quiet", "--soft", self.git("hash-object", "-t", "commit", "-w", ".git/signed"))
        self.write(".git/look", "#!/bin/sh\necho seen by a machine >&2\n")
        (self.root / ".git" / "look").chmod(0o755)
        self.git("config", "gpg.program", self.root / ".git" / "look")
        self.git("config", "log.showSignature", "true")

    def commit(self, message="change"):
        """Commit everything."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", message)
