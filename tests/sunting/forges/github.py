"""The parts of GitHub's API that the editor asks."""

from __future__ import annotations

from typing import Any

from tests.sunting.forges.state import FORK, ME, REPO, Forge, Proposal, Refused, encoded

LARGE = 1024 * 1024


def answer(f: Forge, method: str, path: str, query: dict[str, str], body: Any) -> tuple[int, Any]:
    """Answer a request by its path below `/api/v3`."""
    if path == "/user":
        return 200, {"login": ME}
    parts = path.split("/")
    repo, tail = "/".join(parts[2:4]), "/".join(parts[4:])
    branches = f.branches(repo)
    if f.blind and method != "GET":
        raise Refused(404, "Not Found")
    match (method, tail.split("/")):
        case "GET", [""]:
            return 200, _repo(f, repo)
        case "GET", ["contents", *rest]:
            text = f.file(repo, query["ref"], "/".join(rest))
            large = len(text.encode()) > LARGE
            return 200, {"sha": f.keep({"": text}), "size": len(text.encode()), "encoding": "none" if large else "base64",
                         "content": "" if large else encoded(text)}  # fmt: skip
        case "GET", ["git", "blobs", sha]:
            text = f.objects[sha][""]
            return 200, {
                "sha": sha,
                "size": len(text),
                "encoding": "base64",
                "content": encoded(text),
            }
        case "GET", ["git", "ref", "heads", *rest]:
            return 200, _ref(f, repo, "/".join(rest))
        case "GET", ["git", "commits", sha]:
            return 200, {"sha": sha, "tree": {"sha": f.keep(f.at(repo, sha))}}
        case "POST", ["git", "trees"]:
            files = dict(f.objects[body["base_tree"]])
            files |= {one["path"]: one["content"] for one in body["tree"]}
            return 201, {"sha": f.keep(files)}
        case "POST", ["git", "commits"]:
            return 201, {"sha": body["tree"], "tree": {"sha": body["tree"]}}
        case "POST", ["git", "refs"]:
            name = body["ref"].removeprefix("refs/heads/")
            if name in branches:
                raise Refused(422, "Reference already exists")
            f.write(repo, name, dict(f.objects[body["sha"]]))
            return 201, _ref(f, repo, name)
        case "PATCH", ["git", "refs", "heads", *rest]:
            f.write(repo, "/".join(rest), dict(f.objects[body["sha"]]))
            return 200, _ref(f, repo, "/".join(rest))
        case "POST", ["forks"]:
            f.fork()
            return 202, _repo(f, FORK)
        case "POST", ["merge-upstream"]:
            branches[body["branch"]] = dict(f.files[REPO][body["branch"]])
            return 200, {"message": "Successfully fetched and fast-forwarded."}
        case "GET", ["pulls"]:
            return 200, [
                _pull(f, p)
                for p in f.proposals
                if p.open and f"{p.repo.split('/')[0]}:{p.branch}" == query["head"]
            ]
        case "POST", ["pulls"]:
            owner, _, branch = body["head"].partition(":")
            source = REPO if owner == REPO.split("/")[0] else FORK
            return 201, _pull(
                f, f.request(source, branch, body["base"], body["title"], body["body"])
            )
        case "PATCH", ["pulls", number]:
            f.number(number).body = body["body"]
            return 200, _pull(f, f.number(number))
    raise Refused(404, "Not Found")


def _repo(f: Forge, repo: str) -> dict[str, Any]:
    return {"full_name": repo, "default_branch": "main", "owner": {"login": repo.split("/")[0]},
            "permissions": {"push": f.writes or repo == FORK}}  # fmt: skip


def _ref(f: Forge, repo: str, branch: str) -> dict[str, Any]:
    return {"ref": f"refs/heads/{branch}", "object": {"sha": f.keep(f.at(repo, branch))}}


def _pull(f: Forge, p: Proposal) -> dict[str, Any]:
    head = {
        "ref": p.branch,
        "sha": _ref(f, p.repo, p.branch)["object"]["sha"],
        "repo": _repo(f, p.repo),
    }
    return {"html_url": f"{f.url}/{REPO}/pull/{p.number}", "number": p.number, "state": "open" if p.open else "closed",
            "title": p.title, "body": p.body or None, "head": head}  # fmt: skip
