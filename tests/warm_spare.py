"""The MkDocs that a forked command of ours starts, forked as well: from what that command was before it began."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import types
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from buku_sop.adapters.mkdocs import child

BUILDERS = ("situs", "pratinjau", "luring")
"""The commands that start MkDocs, once."""
AT_START = ("PYTHON", "LC_", "LANG", "LD_", "MALLOC_", "GLIBC_")
"""How variables begin that Python reads only when it starts."""


def at_start(env: Mapping[str, str]) -> dict[str, str]:
    """Return what of an environment Python reads only when it starts."""
    return {k: v for k, v in env.items() if k.startswith(AT_START)}


class Spare:
    """A process that has done nothing yet, and waits to be told what to become; it ends with the one that forked it."""

    def __init__(self) -> None:
        self._ours, self._theirs = socket.socketpair()
        self.pid = os.fork()
        (self._theirs if self.pid else self._ours).close()

    def told(self) -> tuple[dict[str, Any], tuple[int, ...]]:
        """Wait in the new process for what it is to be, and for its standard input, output and error."""
        letter, files, _, _ = socket.recv_fds(self._theirs, 1, 16)
        if not letter:
            os._exit(0)
        with self._theirs.makefile("rb") as text:
            said: dict[str, Any] = json.loads(text.read())
        self._theirs.close()
        return said, tuple(files[:3])  # the others are locks, and stay open

    def lend(self) -> None:
        """Be what our command starts when it starts MkDocs."""
        names = {**vars(subprocess), "Popen": self._start}
        setattr(child, "subprocess", types.SimpleNamespace(**names))  # noqa: B010 - it is not exported

    def _start(
        self, command: Sequence[str], *, cwd: Path, env: Mapping[str, str], **how: Any
    ) -> subprocess.Popen[str]:
        setattr(child, "subprocess", subprocess)  # noqa: B010 - there is one
        if list(command[:2]) != [sys.executable, "-m"] or at_start(env) != at_start(os.environ):
            self._ours.close()
            return subprocess.Popen(command, cwd=cwd, env=env, **how)
        (given, to), (out, said), (err, complained) = os.pipe(), os.pipe(), os.pipe()
        socket.send_fds(self._ours, [b"!"], [given, said, complained, *how["pass_fds"]])
        wish = {
            "module": command[2],
            "arguments": list(command[3:]),
            "cwd": str(Path(cwd).absolute()),
        }
        self._ours.sendall(json.dumps({**wish, "env": dict(env)}).encode())
        self._ours.close()
        for file in (given, said, complained):
            os.close(file)
        return Forked(self.pid, command, to, out, err)


class Forked(subprocess.Popen[str]):
    """A process that was forked before, with pipes in UTF-8."""

    def __init__(self, pid: int, command: Sequence[str], to: int, out: int, err: int) -> None:
        self.args, self.pid, self.returncode = command, pid, None
        self._child_created, self._waitpid_lock = True, threading.Lock()
        self.stdin = os.fdopen(to, "w", encoding="utf-8")
        self.stdout, self.stderr = (
            os.fdopen(file, encoding="utf-8", errors="replace") for file in (out, err)
        )
