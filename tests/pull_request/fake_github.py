"""A GitHub of a few questions, served from this process, that writes down what it was asked."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

REPOSITORY = "example/crisis"
COMMIT = "a" * 40
TOKEN = "token-of-this-run"  # noqa: S105 (of no use elsewhere)


class FakeGitHub:
    """Its state is plain lists; `asked` holds method, path, query, and whether the token came along."""

    def __init__(self):
        self.pulls = [pull(7)]
        self.artifacts = [{"id": 5, "name": "report", "expired": False, "size_in_bytes": 900}]
        self.archive = b""
        self.files = {7: ["timeline.yml"]}
        self.comments = []
        self.asked = []
        self.redirect_to = "/store"
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        self.address = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def answer(self, method, path, query, fields):
        """Return status, headers and what is said."""
        page = int(query.get("page", ["1"])[0])
        parts = path.removeprefix(f"/repos/{REPOSITORY}/").split("/")
        match [method, *parts]:
            case ["GET", "", "store"]:
                return 200, {}, self.archive
            case ["GET", "pulls"]:
                head = query.get("head", [None])[0]
                base = query.get("base", [None])[0]
                found = [
                    one
                    for one in self.pulls
                    if head in (None, one["label"]) and base in (None, one["base"]["ref"])
                ]
                return 200, {}, found if page == 1 else []
            case ["GET", "pulls", number, "files"]:
                names = self.files[int(number)][(page - 1) * 100 : page * 100]
                return 200, {}, [{"filename": name} if isinstance(name, str) else name for name in names]
            case ["GET", "actions", "runs", _, "artifacts"]:
                return 200, {}, {"artifacts": self.artifacts}
            case ["GET", "actions", "artifacts", _, "zip"]:
                target = self.redirect_to
                return 302, {"Location": target if "//" in target else self.address + target}, b""
            case ["GET", "issues", "comments"]:
                return 200, {}, self.comments if page == 1 else []
            case ["GET", "issues", number, "comments"]:
                ours = [one for one in self.comments if one["issue_url"].endswith(f"/{number}")]
                return 200, {}, ours if page == 1 else []
            case ["POST", "issues", number, "comments"]:
                self.comments.append(comment(int(number), fields["body"], id=len(self.comments) + 100))
                return 201, {}, {}
            case ["PATCH", "issues", "comments", number]:
                next(one for one in self.comments if one["id"] == int(number))["body"] = fields["body"]
                return 200, {}, {}
        return 404, {}, {}

    def handler(self):
        """Return the class that answers one request."""
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def respond(self):
                parts = urlsplit(self.path)
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                fake.asked.append((self.command, parts.path, parts.query, "Authorization" in self.headers))
                fields = json.loads(body) if body else {}
                status, headers, said = fake.answer(self.command, parts.path, parse_qs(parts.query), fields)
                data = said if isinstance(said, bytes) else json.dumps(said).encode()
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(data))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST = do_PATCH = respond  # noqa: N815 (the names that the server calls)

            def log_message(self, *_):
                """Say nothing."""

        return Handler


def pull(number, commit=COMMIT, label="somebody:patch-1", repository="somebody/crisis", into="main"):
    """Return an open pull request, by default of a fork."""
    head = {"sha": commit, "repo": {"full_name": repository}}
    return {"number": number, "head": head, "label": label, "base": {"ref": into}}


def comment(number, body, login="github-actions[bot]", id=50):  # noqa: A002 (GitHub's own name)
    """Return a comment under a pull request."""
    url = f"https://api.github.example/repos/{REPOSITORY}/issues/{number}"
    return {"id": id, "issue_url": url, "user": {"login": login}, "body": body}


def event(commit=COMMIT, branch="patch-1"):
    """Return the event that the comment's workflow gets when the check of a fork's pull request has ended."""
    head = {"full_name": "somebody/crisis", "owner": {"login": "somebody"}}
    run = {"id": 99, "head_sha": commit, "head_branch": branch, "head_repository": head}
    return {"workflow_run": run, "repository": {"default_branch": "main"}}
