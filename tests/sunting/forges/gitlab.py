"""The parts of GitLab's API that the editor asks."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from tests.sunting.forges.state import FORK, ME, REPO, Forge, Proposal, Refused, encoded, named

IDS = {REPO: 1, FORK: 2}


def answer(f: Forge, method: str, path: str, query: dict[str, str], body: Any) -> tuple[int, Any]:
    """Answer a request by its path below `/api/v4`, in which ids and file names are encoded."""
    if path == "/user":
        return 200, {"username": ME}
    parts = path.split("/")
    repo = _repo(f, unquote(parts[2]))
    match (method, parts[3:]):
        case "GET", []:
            return 200, _project(f, repo)
        case "GET", ["forks"]:
            return 200, [_project(f, FORK)] if FORK in f.files else []
        case "POST", ["fork"]:
            f.fork()
            return 201, _project(f, FORK)
        case "GET", ["repository", "files", name]:
            text = f.file(repo, query["ref"], unquote(name))
            return 200, {"file_path": unquote(name), "size": len(text), "encoding": "base64",
                         "content": encoded(text), "last_commit_id": named(text)}  # fmt: skip
        case "POST", ["repository", "commits"]:
            return 201, {"id": _commit(f, repo, body)}
        case "GET", ["merge_requests"]:
            return 200, [
                _request(f, p) for p in f.proposals if p.open and p.branch == query["source_branch"]
            ]
        case "POST", ["merge_requests"]:
            branch, base = body["source_branch"], body["target_branch"]
            return 201, _request(
                f, f.request(repo, branch, base, body["title"], body["description"])
            )
        case "PUT", ["merge_requests", number]:
            f.number(number).body = body["description"]
            return 200, _request(f, f.number(number))
    raise Refused(404, "404 Not Found")


def _repo(f: Forge, name: str) -> str:
    found = next((r for r, n in IDS.items() if name in (r, str(n))), name)
    f.branches(found)
    return found


def _project(f: Forge, repo: str) -> dict[str, Any]:
    rights = {"access_level": 30 if f.writes or repo == FORK else 10}
    return {"id": IDS[repo], "path_with_namespace": repo, "import_status": "finished",
            "permissions": {"project_access": rights, "group_access": None}}  # fmt: skip


def _commit(f: Forge, repo: str, body: Any) -> str:
    start = (
        (_repo(f, str(body["start_project"])), body["start_branch"])
        if "start_branch" in body
        else (repo, body["branch"])
    )
    files = dict(f.at(*start))
    if start[1] != body["branch"] and body["branch"] in f.files[repo] and not body.get("force"):
        raise Refused(400, "A branch called that already exists.")
    for one in body["actions"]:
        there = files.get(one["file_path"])
        if (there is not None) != (one["action"] == "update"):
            raise Refused(
                400,
                "A file with this name already exists"
                if there
                else "A file with this name doesn't exist",
            )
        if there is not None and one["last_commit_id"] != named(there):
            raise Refused(400, "The file has changed since you started editing it")
        files[one["file_path"]] = one["content"]
    if f.protected:
        raise Refused(403, "403 Forbidden - You are not allowed to push into this branch")
    f.write(repo, body["branch"], files)
    return f.keep(files)


def _request(f: Forge, p: Proposal) -> dict[str, Any]:
    return {"iid": p.number, "web_url": f"{f.url}/{REPO}/-/merge_requests/{p.number}", "state": "opened" if p.open else "closed",
            "title": p.title, "description": p.body, "source_branch": p.branch, "source_project_id": IDS[p.repo],
            "target_branch": p.base}  # fmt: skip
