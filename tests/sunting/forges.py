"""A small forge that speaks the parts of the APIs of GitHub, GitLab and Gitea that the editor asks, over real HTTP.

Written from the published descriptions of the three (GitHub REST 2022-11-28, GitLab v4, Gitea 1.22); not checked against
their OpenAPI documents.
"""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

REPO = "kantor/buku"
ME = "petugas"
FORK = f"{ME}/buku"
TOKEN = "rahasia-contoh"
PATH = "sop_data/kantor/melayani.yml"


@dataclass
class Forge:
    """What the forge holds: files by repository and branch, and open proposals."""

    writes: bool = True
    busy: bool = False
    """Whether it answers that there were too many questions."""
    files: dict[str, dict[str, dict[str, str]]] = field(
        default_factory=lambda: {REPO: {"main": {PATH: "nama: Melayani\n"}}}
    )
    proposals: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    url: str = ""

    def fork(self) -> None:
        self.files.setdefault(FORK, {"main": dict(self.files[REPO]["main"])})


class _Refused(Exception):
    def __init__(self, status: int, message: str = "") -> None:
        self.status, self.message = status, message


def _encoded(text: str) -> dict[str, str]:
    return {"content": base64.b64encode(text.encode()).decode(), "sha": f"sha-{hash(text)}"}


def _text(content: str) -> str:
    return base64.b64decode(content).decode()


class _Github:
    def answer(self, f: Forge, method: str, path: str, query: dict[str, str], body: Any) -> Any:
        _prefix, _, rest = path.partition("/api/v3")
        if rest == "/user":
            return {"login": ME}
        parts = rest.split("/")
        repo, tail = "/".join(parts[2:4]), "/".join(parts[4:])
        if tail == "forks":
            f.fork()
            return {"full_name": FORK}
        if repo not in f.files:
            raise _Refused(404)
        branches = f.files[repo]
        if not tail:
            return {"permissions": {"push": f.writes and repo == REPO}}
        if tail.startswith("contents/"):
            return self._contents(branches, method, tail.removeprefix("contents/"), query, body)
        if tail.startswith("git/ref/heads/"):
            if (name := tail.removeprefix("git/ref/heads/")) not in branches:
                raise _Refused(404)
            return {"object": {"sha": f"{repo}@{name}"}}
        if tail == "git/refs":
            branches[body["ref"].removeprefix("refs/heads/")] = dict(f.files[REPO]["main"])
            return {}
        if tail == "merge-upstream":
            return {}
        if tail == "pulls" and method == "GET":
            return [p for p in f.proposals if p["head"] == query["head"]]
        assert (method, tail) == ("POST", "pulls"), (method, tail)
        f.proposals.append({**body, "html_url": f"{f.url}/{REPO}/pull/{len(f.proposals) + 1}"})
        return f.proposals[-1]

    def _contents(
        self, branches: Any, method: str, path: str, query: dict[str, str], body: Any
    ) -> Any:
        files = branches[query["ref"] if method == "GET" else body["branch"]]
        if method == "GET":
            if path not in files:
                raise _Refused(404)
            return _encoded(files[path])
        if path in files and body.get("sha") != _encoded(files[path])["sha"]:
            raise _Refused(409, "sha does not match")
        files[path] = _text(body["content"])
        return {}


class _Gitlab:
    def answer(self, f: Forge, method: str, path: str, query: dict[str, str], body: Any) -> Any:
        _prefix, _, rest = path.partition("/api/v4")
        if rest == "/user":
            return {"username": ME}
        parts = rest.split("/")
        ids = {"1": REPO, "2": FORK, REPO: REPO}
        repo = ids[unquote(parts[2])]
        tail = "/".join(parts[3:])
        if not tail:
            return {"id": 1 if repo == REPO else 2, "import_status": "finished",
                    "permissions": {"project_access": {"access_level": 30 if f.writes else 10}}}  # fmt: skip
        if tail.startswith("repository/files/"):
            name = unquote(tail.removeprefix("repository/files/").removesuffix("/raw"))
            found = f.files[repo].get(query["ref"], {}).get(name)
            if found is None:
                raise _Refused(404)
            return found
        if tail == "repository/commits":
            if "start_branch" in body:
                f.files[repo][body["branch"]] = dict(
                    f.files[ids[str(body["start_project"])]]["main"]
                )
            for one in body["actions"]:
                there = one["file_path"] in f.files[repo][body["branch"]]
                assert there == (one["action"] == "update")
                f.files[repo][body["branch"]][one["file_path"]] = one["content"]
            return {}
        if tail.startswith("forks"):
            return [{"id": 2}] if FORK in f.files else []
        if tail == "fork":
            f.fork()
            return {"id": 2}
        if method == "GET":
            return [p for p in f.proposals if p["head"] == query["source_branch"]]
        made = {"head": body["source_branch"], "source_project_id": 1 if repo == REPO else 2,
                "web_url": f"{f.url}/{REPO}/-/merge_requests/{len(f.proposals) + 1}", **body}  # fmt: skip
        f.proposals.append(made)
        return made


class _Gitea:
    def answer(self, f: Forge, method: str, path: str, query: dict[str, str], body: Any) -> Any:
        _prefix, _, rest = path.partition("/api/v1")
        if rest == "/user":
            return {"login": ME}
        parts = rest.split("/")
        repo, tail = "/".join(parts[2:4]), "/".join(parts[4:])
        if tail == "forks":
            f.fork()
            return {}
        if repo not in f.files:
            raise _Refused(404)
        branches = f.files[repo]
        if not tail:
            return {"permissions": {"push": f.writes and repo == REPO}}
        if tail.startswith("contents/"):
            found = branches[query["ref"]].get(tail.removeprefix("contents/"))
            if found is None:
                raise _Refused(404)
            return _encoded(found)
        if tail.startswith("branches/"):
            if tail.removeprefix("branches/") not in branches:
                raise _Refused(404)
            return {}
        if tail == "contents":
            if new := body.get("new_branch"):
                branches[new] = dict(branches[body["branch"]])
            files = branches[new or body["branch"]]
            for one in body["files"]:
                assert (one["path"] in files) == (one["operation"] == "update")
                files[one["path"]] = _text(one["content"])
            return {}
        if method == "GET":
            return f.proposals
        owner, _, name = body["head"].rpartition(":")
        source = FORK if owner else REPO
        f.proposals.append(
            {**body, "head": {"ref": name, "repo": {"full_name": source}},
             "html_url": f"{f.url}/{REPO}/pulls/{len(f.proposals) + 1}"}
        )  # fmt: skip
        return f.proposals[-1]


KINDS: dict[str, _Github | _Gitlab | _Gitea] = {
    "github": _Github(),
    "gitlab": _Gitlab(),
    "gitea": _Gitea(),
}
HEADERS = {
    "github": ("Authorization", f"Bearer {TOKEN}"),
    "gitlab": ("PRIVATE-TOKEN", TOKEN),
    "gitea": ("Authorization", f"token {TOKEN}"),
}


@contextmanager
def serving_forge(kind: str, forge: Forge) -> Iterator[Forge]:
    """Serve a forge of a kind at a free port."""

    class Handler(BaseHTTPRequestHandler):
        def _any(self) -> None:
            at = urlsplit(self.path)
            query = {k: v[0] for k, v in parse_qs(at.query).items()}
            length = int(self.headers.get("content-length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            forge.asked.append(f"{self.command} {at.path}")
            name, value = HEADERS[kind]
            try:
                if self.headers.get(name) != value:
                    raise _Refused(401, "Bad credentials")
                if forge.busy:
                    raise _Refused(429, "slow down")
                # GitLab's ids and paths are one part of the path, with their slashes encoded
                path = at.path if kind == "gitlab" else unquote(at.path)
                self._give(200, KINDS[kind].answer(forge, self.command, path, query, body))
            except _Refused as no:
                self._give(no.status, {"message": no.message})

        def _give(self, status: int, value: Any) -> None:
            content = (value if isinstance(value, str) else json.dumps(value)).encode()
            self.send_response(status)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def do_OPTIONS(self) -> None:
            self.send_response(204)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Headers", "*, Authorization")
            self.send_header("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
            self.end_headers()

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _any  # noqa: N815

        def log_message(self, *_: Any) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        forge.url = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield forge
        server.shutdown()
