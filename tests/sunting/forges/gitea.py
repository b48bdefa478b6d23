"""The parts of the API of Gitea and Forgejo that the editor asks."""

from __future__ import annotations

from typing import Any

from tests.sunting.forges.state import (
    FORK,
    ME,
    REPO,
    Forge,
    Proposal,
    Refused,
    decoded,
    encoded,
    named,
)

PAGE = 30
"""How many items this server gives at most, whatever is asked for."""


def answer(f: Forge, method: str, path: str, query: dict[str, str], body: Any) -> tuple[int, Any]:
    """Answer a request by its path below `/api/v1`."""
    if path == "/user":
        return 200, {"login": ME}
    parts = path.split("/")
    repo, tail = "/".join(parts[2:4]), "/".join(parts[4:])
    branches = f.branches(repo)
    match (method, tail.split("/")):
        case "GET", [""]:
            return 200, _repo(f, repo)
        case "GET", ["contents", *rest]:
            text = f.file(repo, query["ref"], "/".join(rest))
            return 200, {
                "sha": named(text),
                "size": len(text),
                "encoding": "base64",
                "content": encoded(text),
            }
        case "POST", ["contents"]:
            return 201, {"commit": {"sha": _commit(f, repo, body)}}
        case "GET", ["branches", *rest] if "/".join(rest) in branches:
            return 200, {"name": "/".join(rest)}
        case "DELETE", ["branches", *rest]:
            del branches["/".join(rest)]
            return 204, None
        case "GET", ["forks"]:
            return 200, _page([_repo(f, r) for r in f.files if r != REPO], query)
        case "POST", ["forks"]:
            f.fork()
            return 202, _repo(f, FORK)
        case "POST", ["merge-upstream"]:
            branches[body["branch"]] = dict(f.files[REPO][body["branch"]])
            return 200, {"merge_type": "fast-forward"}
        case "GET", ["pulls"]:
            return 200, _page([_pull(f, p) for p in f.proposals if p.open], query)
        case "POST", ["pulls"]:
            owner, _, branch = body["head"].rpartition(":")
            made = f.request(
                FORK if owner else REPO, branch, body["base"], body["title"], body["body"]
            )
            return 201, _pull(f, made)
        case "PATCH", ["pulls", number]:
            f.number(number).body = body["body"]
            return 201, _pull(f, f.number(number))
    raise Refused(404, "The target couldn't be found.")


def _page(items: list[Any], query: dict[str, str]) -> list[Any]:
    size = min(int(query["limit"]), PAGE)
    start = (int(query["page"]) - 1) * size
    return items[start : start + size]


def _repo(f: Forge, repo: str) -> dict[str, Any]:
    parent = {"parent": _repo(f, REPO)} if repo == FORK else {}
    return {"full_name": repo, "owner": {"login": repo.split("/")[0]}, "fork": repo == FORK,
            "permissions": {"push": f.writes or repo == FORK}, **parent}  # fmt: skip


def _commit(f: Forge, repo: str, body: Any) -> str:
    files = dict(f.at(repo, body["branch"]))
    for one in body["files"]:
        there = files.get(one["path"])
        if (there is not None) != (one["operation"] == "update"):
            raise Refused(
                422, "repository file already exists" if there else "repository file does not exist"
            )
        if there is not None and one["sha"] != named(there):
            raise Refused(422, "sha does not match")
        files[one["path"]] = decoded(one["content"])
    new = body.get("new_branch")
    if new in f.files[repo]:
        raise Refused(422, f"branch already exists [name: {new}]")
    f.write(repo, new or body["branch"], files)
    return f.keep(files)


def _pull(f: Forge, p: Proposal) -> dict[str, Any]:
    return {"html_url": f"{f.url}/{REPO}/pulls/{p.number}", "number": p.number, "state": "open" if p.open else "closed",
            "title": p.title, "body": p.body, "head": {"ref": p.branch, "repo": _repo(f, p.repo)}}  # fmt: skip
