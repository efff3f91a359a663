"""The few questions that the comment asks GitHub, over the standard library alone."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from http.client import HTTPMessage, HTTPResponse
from typing import IO, Any, cast

from generator.problems import SurroundingsError, show

__all__ = ["GitHub"]

SECONDS = 30
LARGEST_ANSWER = 20_000_000
MOST_PAGES = 10
PAGE = 100
REPOSITORY = re.compile(r"[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}")
REDIRECTIONS = {301, 302, 303, 307, 308}


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follow no redirection: urllib would hand the token on to wherever it leads."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> None:
        return None


class GitHub:
    """One repository at GitHub, with the token of the run."""

    def __init__(self, address: str, repository: str, token: str) -> None:
        if not REPOSITORY.fullmatch(repository):
            raise SurroundingsError(f"{show(repository)} is not a repository's name")
        self.address = f"{address.rstrip('/')}/repos/{repository}"
        self.repository = repository
        self._token = token
        self._opener = urllib.request.build_opener(_Stay)

    def get(self, path: str, **query: object) -> Any:
        """Return the answer to a question."""
        return json.loads(self._ask("GET", self._url(path, query)))

    def pages(self, path: str, most: int = MOST_PAGES, **query: object) -> Iterator[Any]:
        """Give the items of a list, page by page, up to `most` pages."""
        for page in range(1, most + 1):
            items = self.get(path, per_page=PAGE, page=page, **query)
            yield from items
            if len(items) < PAGE:
                return

    def send(self, method: str, path: str, **fields: object) -> None:
        """Write something: `POST` or `PATCH`."""
        self._ask(method, self._url(path, {}), json.dumps(fields).encode())

    def download(self, path: str, at_most: int) -> bytes:
        """Return the bytes of an artifact. GitHub redirects to its store, which must not see the token."""
        with self._open("GET", self._url(path, {}), None, follow=False) as answer:
            if answer.status not in REDIRECTIONS:
                return self._bounded(answer, at_most)
            target = answer.headers.get("Location", "")
        if urllib.parse.urlsplit(target).scheme not in ("https", urllib.parse.urlsplit(self.address).scheme):
            raise SurroundingsError("GitHub redirected to an address that isn't safe")
        with self._opened(urllib.request.Request(target)) as answer:  # noqa: S310 (its scheme was looked at)
            return self._bounded(answer, at_most)

    def _url(self, path: str, query: dict[str, object]) -> str:
        asked = f"?{urllib.parse.urlencode(query)}" if query else ""
        return f"{self.address}/{path}{asked}"

    def _ask(self, method: str, url: str, body: bytes | None = None) -> bytes:
        with self._open(method, url, body) as answer:
            return self._bounded(answer, LARGEST_ANSWER)

    def _open(self, method: str, url: str, body: bytes | None, follow: bool = True) -> HTTPResponse:
        headers = {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {self._token}",
            "User-Agent": "crisis-timeline",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        answer = self._opened(
            urllib.request.Request(url, body, headers, method=method)  # noqa: S310 (its host is GitHub's own)
        )
        if answer.status in REDIRECTIONS and follow:
            raise SurroundingsError("GitHub answered with a redirection")
        return answer

    def _opened(self, request: urllib.request.Request) -> HTTPResponse:
        where = urllib.parse.urlsplit(request.full_url).path
        try:
            return cast(HTTPResponse, self._opener.open(request, timeout=SECONDS))
        except urllib.error.HTTPError as error:
            if error.code in REDIRECTIONS:
                return cast(HTTPResponse, error)
            raise SurroundingsError(
                f"GitHub answered {error.code} to {request.method} {show(where, 200)}"
            ) from None
        except (urllib.error.URLError, OSError) as error:
            raise SurroundingsError(f"GitHub can't be reached: {show(error)}") from None

    @staticmethod
    def _bounded(answer: HTTPResponse, at_most: int) -> bytes:
        data = answer.read(at_most + 1)
        if len(data) > at_most:
            raise SurroundingsError(f"an answer is larger than {at_most:,} bytes")
        return data
