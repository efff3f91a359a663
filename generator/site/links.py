"""Addresses outside the site: only those whose shape cannot mislead become links.

Python and browsers disagree about odd addresses (a backslash, a missing slash, a tab in the scheme), so none
is judged by parsing: it must match one narrow shape, or it is shown as text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlencode

__all__ = ["ExternalLink", "checked", "correction_address", "edit_address", "text_fragment"]

_LABEL = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)"
_SHAPE = re.compile(
    rf"(https?)://({_LABEL}(?:\.{_LABEL})*)(:[0-9]{{1,5}})?(/[^\s\x00-\x1f\x7f\\<>\"]*|[?#][^\s\x00-\x1f\x7f\\<>\"]*)?",
    re.ASCII,
)
_DECIMAL = re.compile(r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}", re.ASCII)
_LONGEST = 2048


@dataclass(frozen=True, slots=True)
class ExternalLink:
    """An address that may stand in `href`, and the host that a reader should see."""

    href: str
    host: str


def checked(address: str | None) -> ExternalLink | None:
    r"""Return the address as a link, or None where its shape leaves doubt about where it leads.

    >>> checked("https://example.org/?p=51793").host
    'example.org'

    What a browser would read as another host, or run, is none:

    >>> bad = ("javascript:alert(1)", "//example.org", "https://a.example\\@b.example/",
    ...        "https://user@example.org/", "https://0x7f.1/", "https://example.org/a b")
    >>> [checked(address) for address in bad]
    [None, None, None, None, None, None]
    """
    if not address or len(address) > _LONGEST:
        return None
    found = _SHAPE.fullmatch(_ascii_host(address))
    if not found:
        return None
    host = found[2].lower()
    last = host.rsplit(".", 1)[-1]
    if re.match(r"0x|[0-9]", last) and not _DECIMAL.fullmatch(host):
        return None
    return ExternalLink(found[0], host.removeprefix("www."))


def _ascii_host(address: str) -> str:
    scheme, mark, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    if host.isascii():
        return address
    try:
        return f"{scheme}{mark}{host.encode('idna').decode('ascii')}{slash}{path}"
    except UnicodeError:
        return ""


def text_fragment(address: str, quotation: str) -> str:
    """Return the address with a text fragment, so that a browser opens it at the quotation.

    A long quotation is named by its first and last words:

    >>> text_fragment("https://example.org/a", "so be it")
    'https://example.org/a#:~:text=so%20be%20it'
    >>> text_fragment("https://example.org/a#b", "one two three four five six seven eight nine ten, eleven")
    'https://example.org/a#b:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%2C%20eleven'
    """
    words = quotation.split()
    parts = [words] if len(words) <= 10 else [words[:5], words[-5:]]
    text = ",".join(_fragment_part(" ".join(part)) for part in parts)
    joint = ":~:" if "#" in address else "#:~:"
    return f"{address}{joint}text={text}"


def _fragment_part(words: str) -> str:
    # `-`, `,` and `&` mean something in a text fragment; `quote` leaves the hyphen alone.
    return quote(words, safe="").replace("-", "%2D")


def edit_address(repository: str, branch: str, file: str, line: int | None) -> str:
    """Return the address of GitHub's page for editing the file, at the line.

    >>> edit_address("https://github.com/example/crisis", "main", "timeline.yml", 41)
    'https://github.com/example/crisis/edit/main/timeline.yml#L41'
    """
    mark = f"#L{line}" if line else ""
    return f"{repository.rstrip('/')}/edit/{quote(branch)}/{quote(file)}{mark}"


def correction_address(repository: str, title: str, event: str) -> str:
    """Return the address of GitHub's form for a correction, with the event filled in.

    The fields of an issue form are filled by their ids; `add --from-issue` reads the form.

    >>> correction_address("https://github.com/example/crisis", "Correction: A truce", "a-truce")
    'https://github.com/example/crisis/issues/new?template=correction.yml&title=Correction%3A%20A%20truce&event=a-truce'
    """
    asked = {"template": "correction.yml", "title": title, "event": event}
    return f"{repository.rstrip('/')}/issues/new?{urlencode(asked, quote_via=quote, safe='')}"
