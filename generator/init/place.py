"""Where a new project will stand: its repository on GitHub, its address, and who owns its code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.problems import Problem, show

__all__ = ["PLACEHOLDER", "Place"]

# Who stands in CODEOWNERS until somebody says who it is; `make test` asks for it once `repository` is set.
PLACEHOLDER = "@your-team/maintainers"
REPOSITORY = re.compile(
    r"(?:https://github\.com/|git@github\.com:)(?P<owner>[A-Za-z0-9][A-Za-z0-9-]{0,38})"
    r"/(?P<name>[A-Za-z0-9._-]{1,100}?)(?:\.git)?/?"
)
ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]{1,253}(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~/-]*)?")
OWNER = re.compile(r"@[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:/[A-Za-z0-9._-]{1,100})?")


@dataclass(frozen=True, slots=True)
class Place:
    """What was said of it; what follows from that is worked out.

    >>> place = Place(repository="git@github.com:Somebody/flood.git")
    >>> place.project, place.address, place.owner
    ('https://github.com/Somebody/flood', 'https://somebody.github.io/flood/', '@Somebody')

    A user page has the root for itself, and an organisation owns code through a team:

    >>> Place(repository="https://github.com/somebody/somebody.github.io").address
    'https://somebody.github.io/'
    >>> Place(repository="https://github.com/helpers/flood", owners="@helpers/editors").owner
    '@helpers/editors'
    """

    repository: str | None = None
    site_url: str | None = None
    owners: str | None = None

    @property
    def project(self) -> str | None:
        """The repository's address as a reader's browser takes it."""
        found = self._found
        return f"https://github.com/{found['owner']}/{found['name']}" if found else None

    @property
    def address(self) -> str | None:
        """The address of the site, with a slash at its end."""
        if self.site_url:
            return f"{self.site_url.rstrip('/')}/"
        found = self._found
        if not found:
            return None
        host = f"{found['owner'].lower()}.github.io"
        return f"https://{host}/" if found["name"].lower() == host else f"https://{host}/{found['name']}/"

    @property
    def owner(self) -> str:
        """Who must approve a change to code, as CODEOWNERS names them."""
        found = self._found
        return self.owners or (f"@{found['owner']}" if found else PLACEHOLDER)

    @property
    def _found(self) -> re.Match[str] | None:
        return REPOSITORY.fullmatch(self.repository) if self.repository else None

    def problems(self) -> Iterator[Problem]:
        """Give what can't be used."""
        if self.repository and not self._found:
            wrong = f"{show(self.repository, 200)} is no repository on GitHub"
            yield _problem("repository-is-on-github", wrong, "write https://github.com/NAME/REPOSITORY")
        if self.site_url and not (ADDRESS.fullmatch(self.site_url) and urlsplit(self.site_url).hostname):
            wrong = f"{show(self.site_url, 200)} is no address of a site"
            yield _problem("address-is-whole", wrong, "write it with https:// and a slash at its end")
        if self.owners and not OWNER.fullmatch(self.owners):
            wrong = f"{show(self.owners)} is nobody on GitHub"
            yield _problem("owner-is-known", wrong, "write @NAME for a person, @ORGANISATION/TEAM for a team")


def _problem(code: str, wrong: str, mend: str) -> Problem:
    return Problem(code=code, file="init", wrong=wrong, mend=mend)
