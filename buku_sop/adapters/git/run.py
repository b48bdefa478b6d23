"""The one place that starts git, so that no setting of a repository starts anything else.

A clone brings settings that name programs: hooks, a watcher of files, external diffs, text conversions, a pager,
commands that reach a remote. None of them is needed to read a handbook, so none is run, and nothing is fetched:
a partial clone answers for what it holds. What remains are the filters that a checkout needs (as Git LFS has
them), which only whoever owns the machine can set.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

__all__ = ["GitFailed", "complaint", "readable", "run_git"]

TIMEOUT = 120.0
"""Seconds after which an answer is no longer waited for."""
_NO_REMOTE = "protocol.allow=never"
_SETTINGS = (
    f"core.hooksPath={os.devnull}",
    "core.fsmonitor=false",
    _NO_REMOTE,
    "log.showRoot=true",
    "log.showSignature=false",
    "submodule.recurse=false",
)
_NO_PROGRAM = ("--no-ext-diff", "--no-textconv", "--ignore-submodules=all")
_COMPARING = {"diff", "diff-tree", "log"}
"""Commands that would run a program of the repository's to compare files, unless told not to."""
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
}
_UNWANTED = {"GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS"}


class GitFailed(Exception):
    """Git could not do what was asked; the message is for the person who asked, in Indonesian."""


def run_git(
    folder: Path,
    command: str,
    *arguments: str,
    stdin: bytes | None = None,
    timeout: float = TIMEOUT,
    allow_protocols: bool = False,
) -> subprocess.CompletedProcess[bytes]:
    """Run a command of git in a folder, and return its answer, whether it succeeded or not.

    Arguments are passed as they are: whoever calls sees to it that no text of others is taken for an option.
    `allow_protocols` is for sending alone, where a person asks for it: the remote is then reached as git is set up to.

    Raises:
        GitFailed: Git cannot be run at all, or does not answer in time (seconds).
    """
    kept = [s for s in _SETTINGS if not (allow_protocols and s == _NO_REMOTE)]
    settings = (x for setting in kept for x in ("-c", setting))
    guards = _NO_PROGRAM if command in _COMPARING else ()
    environment = {k: v for k, v in os.environ.items() if k not in _UNWANTED}
    try:
        return subprocess.run(
            ["git", "--no-pager", *settings, "-C", str(folder), command, *guards, *arguments],
            input=stdin,
            stdin=subprocess.DEVNULL if stdin is None else None,
            capture_output=True,
            check=False,
            env=environment | _ENVIRONMENT,
            timeout=timeout,
        )
    except FileNotFoundError:
        raise GitFailed("Program git tidak ditemukan. Pasang git, lalu coba lagi.") from None
    except subprocess.TimeoutExpired:
        raise GitFailed(f"Git tidak menjawab dalam {timeout:.0f} detik (git {command}).") from None
    except OSError as error:
        raise GitFailed(f"Git tidak dapat dijalankan: {error.strerror}.") from None


def complaint(answer: subprocess.CompletedProcess[bytes]) -> str:
    """Return the first line of what git complained about, without what would steer a terminal."""
    return readable(answer.stderr.decode("utf-8", "replace").strip().split("\n")[0])


def readable(text: str) -> str:
    """Show what would steer a terminal as `?`."""
    return "".join(c if c.isprintable() else "?" for c in text)
