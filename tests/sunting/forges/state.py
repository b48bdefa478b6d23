"""What a small forge holds, whatever kind it is: files by repository and branch, open and closed proposals, and its moods."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from hashlib import sha1
from typing import Any

REPO = "kantor/buku"
ME = "petugas"
FORK = f"{ME}/buku"
TOKEN = "rahasia-contoh"
APLIKASI = "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"
PATH = "sop_data/kantor/melayani.yml"


class Refused(Exception):
    """A request that is answered by a status, with what the forge says."""

    def __init__(self, status: int, message: Any = "", **headers: str) -> None:
        self.status, self.message, self.headers = status, message, headers


class Lost(Exception):
    """The connection breaks."""


@dataclass
class Proposal:
    """A request to take a branch in."""

    number: int
    repo: str
    branch: str
    base: str
    title: str
    body: str
    open: bool = True


@dataclass
class Forge:
    """A forge with one repository, and the copy of it that a person may have."""

    writes: bool = True
    files: dict[str, dict[str, dict[str, str]]] = field(
        default_factory=lambda: {REPO: {"main": {PATH: "nama: Melayani\n"}}}
    )
    proposals: list[Proposal] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    """What was asked, as `METHOD path`."""
    commits: int = 0
    """How many times something was written to a branch."""
    url: str = ""
    busy: Refused | None = None
    """What it answers to everything, where it does."""
    protected: bool = False
    """Whether branches for proposals may not be made."""
    blind: bool = False
    """Whether the token may read only, which GitHub tells as `404`."""
    old_name: str = ""
    """A name that the repository had, by which it is still found."""
    lose: tuple[int, bool] | None = None
    """The number of the request at which the connection breaks, and whether it was done before that."""
    objects: dict[str, Any] = field(default_factory=dict)
    """Trees and commits by their names."""
    signed_in: set[str] = field(default_factory=lambda: {TOKEN})
    """The tokens that it takes."""
    redirects: set[str] = field(default_factory=set)
    """The addresses to which people are led back after signing in."""
    denies: bool = False
    """Whether the person gives no leave when asked."""
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    """What each code that was given out was asked for with."""
    broken: list[str] = field(default_factory=list)
    """What of a request or an answer its description does not have."""

    def fork(self) -> None:
        """Make the person's copy, unless it is there."""
        self.files.setdefault(FORK, {"main": dict(self.files[REPO]["main"])})

    def branches(self, repo: str) -> dict[str, dict[str, str]]:
        """Return the branches of a repository. Raises Refused."""
        if repo not in self.files:
            raise Refused(404, "Not Found")
        return self.files[repo]

    def at(self, repo: str, ref: str) -> dict[str, str]:
        """Return the files of a branch or commit. Raises Refused."""
        branches = self.branches(repo)
        if ref in branches:
            return branches[ref]
        if ref in self.objects:
            return dict(self.objects[ref])
        raise Refused(404, "No commit found for the ref")

    def file(self, repo: str, ref: str, path: str) -> str:
        """Return the text of a file. Raises Refused."""
        files = self.at(repo, ref)
        if path not in files:
            raise Refused(404, "Not Found")
        return files[path]

    def keep(self, files: dict[str, str]) -> str:
        """Keep files as an object, and return its name."""
        name = named(repr(sorted(files.items())))
        self.objects[name] = dict(files)
        return name

    def write(self, repo: str, branch: str, files: dict[str, str]) -> None:
        """Let a branch have these files. Raises Refused."""
        if self.protected and branch.startswith("usul/"):
            raise Refused(422, "Repository rule violations found: Cannot create ref due to creations being restricted.")  # fmt: skip
        self.branches(repo)[branch] = files
        self.commits += 1

    def request(self, repo: str, branch: str, base: str, title: str, body: str) -> Proposal:
        """Open a proposal. Raises Refused where the branch has an open one, or nothing of its own."""
        if any(p.open and (p.repo, p.branch) == (repo, branch) for p in self.proposals):
            raise Refused(422, "A pull request already exists")
        if branch not in self.branches(repo):
            raise Refused(422, "head is invalid")
        self.proposals.append(Proposal(len(self.proposals) + 1, repo, branch, base, title, body))
        return self.proposals[-1]

    def number(self, text: str) -> Proposal:
        """Return the proposal of a number."""
        return self.proposals[int(text) - 1]


def named(text: str) -> str:
    """Name a text by its content."""
    return sha1(text.encode(), usedforsecurity=False).hexdigest()


def encoded(text: str) -> str:
    """Write a text as forges write contents."""
    return base64.b64encode(text.encode()).decode()


def decoded(content: str) -> str:
    """Read contents."""
    return base64.b64decode(content, validate=True).decode()
