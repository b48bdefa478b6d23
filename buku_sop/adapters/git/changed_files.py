"""Asks git which files changed since a revision."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from buku_sop.adapters.git.repository import open_repository
from buku_sop.adapters.git.run import GitFailed, complaint, run_git


def changed_files(folder: Path, revision: str) -> frozenset[Path]:
    """Return the files below `folder` that were changed or added since a revision, committed or not.

    Counted from where the branch left the revision, so that what others did there since is not judged here.

    Raises:
        GitFailed: Git is not installed, `folder` is in no work tree, or there is no such revision.
    """
    repository = open_repository(folder)
    since = repository.commit(revision)
    # A shallow clone may hold no common ancestor: then the revision itself is compared with.
    with suppress(GitFailed):
        since = repository.merge_base(since, "HEAD")
    top = Path(_ask(folder, "rev-parse", "--show-toplevel").removesuffix("\n"))
    changed = _ask(top, "diff", "--name-only", "-z", "--diff-filter=d", since, "--")
    added = _ask(top, "ls-files", "--others", "--exclude-standard", "-z")
    place = folder.resolve()
    every = ((top / name).resolve() for name in (changed + added).split("\0") if name)
    return frozenset(p for p in every if place in p.parents)


def _ask(folder: Path, command: str, *arguments: str) -> str:
    answer = run_git(folder, command, *arguments)
    if answer.returncode:
        raise GitFailed(f"Git gagal: {complaint(answer) or answer.returncode}")
    return os.fsdecode(answer.stdout)
