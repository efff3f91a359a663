"""The template's files that are this repository's own but for a few words.

A new crisis gets the same workflows and forms as this one; only what belongs to the generator's own
development is left out. `make template` renews them, and a test holds them.
"""

from pathlib import Path

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "generator" / "init" / "template"
FORMS = ("config", "correction", "dead-link", "new-event", "new-source")

NEEDS_PYTHON = """\
      # No value of the event goes into a command: the program reads the event's file. It needs Python
      # alone, so that nothing is installed beside the token.
"""
NEEDS_GENERATOR = """      - uses: actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0
        with:
          python-version: "3.13"
      # Installed before the token is at hand; locked by hash, and the generator pinned.
      - name: Install the generator
        run: make environment
      # No value of the event goes into a command: the program reads the event's file.
"""
# Where the file lies in the template, where it comes from, and which words change.
SHARED = {
    "dot-github/workflows/check.yml": (".github/workflows/check.yml", {}),
    "dot-github/workflows/comment.yml": (".github/workflows/comment.yml", {NEEDS_PYTHON: NEEDS_GENERATOR}),
    "dot-github/workflows/links.yml": (".github/workflows/links.yml", {}),
    "dot-github/workflows/publish.yml": (".github/workflows/publish.yml", {}),
    "dot-github/PULL_REQUEST_TEMPLATE.md": (
        ".github/PULL_REQUEST_TEMPLATE.md",
        {"For a change to code: `make test` passes, and `CHANGELOG.md` says what users will notice.\n": ""},
    ),
    "dot-devcontainer/Dockerfile": (".devcontainer/Dockerfile", {"chromium git make": "git make"}),
    "dot-devcontainer/devcontainer.json": (
        ".devcontainer/devcontainer.json",
        {'"name": "Crisis Timeline"': '"name": "A crisis timeline"'},
    ),
    "dot-editorconfig": (".editorconfig", {}),
    "requirements/site.txt": ("requirements/site.txt", {}),
} | {
    f"dot-github/ISSUE_TEMPLATE/{name}.yml": (
        f".github/ISSUE_TEMPLATE/{name}.yml",
        {
            "# The labels below are read by `crisis-timeline add --from-issue`:"
            " change them there too (generator/pull_request/forms.py).\n": (
                "# The labels below are read by `crisis-timeline add --from-issue`: leave them as they are.\n"
            )
        }
        if name != "config"
        else {},
    )
    for name in FORMS
}


def text_of(target):
    """Return what a shared file of the template must say."""
    source, words = SHARED[target]
    text = (ROOT / source).read_text(encoding="utf-8")
    for old, new in words.items():
        assert old in text, f"{source} no longer says {old!r}"
        text = text.replace(old, new)
    return text


def renew():
    """Write every shared file."""
    for target in SHARED:
        path = TEMPLATE / target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(target), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    renew()
