"""Commands of Python that need not start Python: a process that has loaded the program forks for each.

A start costs a second of processor time, most of it importing, and the tests run hundreds of commands. `run_module` does
what `subprocess.run([sys.executable, "-m", …])` does, in a process of its own with its own folder, environment, output
and exit status; only what was imported is there already, from the repository. What a test asks about the process itself
(how it starts, is killed, what it imports, code of another folder) it asks of `subprocess`. `make test-semua` starts
each anew.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

from tests.paths import ROOT
from tests.warm_spare import at_start

FRESH = "SOP_UJI_SEGAR"
"""Set in the environment of the tests, each command is started anew."""
_SPEAKS = {"PYTHONIOENCODING": "utf-8"}


def run_module(
    module: str,
    *arguments: str | Path,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    timeout: float | None = None,
    anew: bool = False,
) -> subprocess.CompletedProcess[str]:
    """Run `python -m module` with nothing to read, and return what it said, always in UTF-8, and how it ended.

    `anew` starts it in any case.
    Raises subprocess.TimeoutExpired, as subprocess.run does, when it was killed for it.
    """
    own = {**(os.environ if env is None else env), **_SPEAKS}
    command = [sys.executable, "-m", module, *map(str, arguments)]
    if anew or not _can_fork() or FRESH in os.environ or _starts_otherwise(own):
        return subprocess.run(
            command, cwd=cwd, env=own, stdin=subprocess.DEVNULL, capture_output=True,
            text=True, encoding="utf-8", check=False, timeout=timeout,
        )  # fmt: skip
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        wish = {"module": module, "arguments": command[3:], "cwd": str(cwd), "env": own}
        code = _warm().run(wish, out, err, timeout)
        said, complained = _text(out), _text(err)
    if code is None:
        raise subprocess.TimeoutExpired(command, timeout or 0, said, complained)
    return subprocess.CompletedProcess(command, code, said, complained)


@functools.cache
def first_environment() -> Mapping[str, str]:
    """Return the environment of the process that forks: ours when this is first asked, whatever a test sets later."""
    return {**os.environ, **_SPEAKS}


def _can_fork() -> bool:
    return hasattr(os, "pidfd_open") and hasattr(socket, "send_fds")


def _starts_otherwise(env: Mapping[str, str]) -> bool:
    """Whether Python would start otherwise in this environment than the process that forks did."""
    return at_start(env) != at_start(first_environment())


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")


@functools.cache
def _warm() -> Warm:
    warm = Warm()
    atexit.register(warm.close)
    return warm


class Warm:
    """The process that forks, of this process of the tests; it ends with it."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the process
        self._compiled = tempfile.TemporaryDirectory(prefix="templat-")
        self._control, theirs = socket.socketpair()
        command = [
            sys.executable,
            "-m",
            "tests.warm_server",
            str(theirs.fileno()),
            self._compiled.name,
        ]
        with theirs, tempfile.TemporaryFile() as out:
            self._process = subprocess.Popen(
                command, cwd=ROOT, env=first_environment(), stdin=subprocess.DEVNULL, stdout=out, stderr=self._log,
                pass_fds=[theirs.fileno()],
            )  # fmt: skip

    def run(
        self, wish: Mapping[str, object], out: IO[bytes], err: IO[bytes], timeout: float | None
    ) -> int | None:
        """Run a command and return its exit status as subprocess does; None when it was killed after `timeout` seconds.

        Raises RuntimeError when the process that forks has failed.
        """
        ours, theirs = socket.socketpair()
        with ours, theirs, Path(os.devnull).open("rb") as nothing:
            files = [theirs.fileno(), nothing.fileno(), out.fileno(), err.fileno()]
            with self._turn, self._alive():
                socket.send_fds(self._control, [b"!"], files)
            theirs.close()
            with self._alive():
                ours.sendall(json.dumps(wish).encode() + b"\n")
            ours.settimeout(timeout)
            try:
                return int(ours.recv(64))
            except TimeoutError:
                ours.settimeout(None)
                ours.shutdown(socket.SHUT_WR)
                ours.recv(64)
                return None
            except (ValueError, OSError):
                raise RuntimeError(self._failed()) from None

    @contextlib.contextmanager
    def _alive(self) -> Iterator[None]:
        try:
            yield
        except OSError:
            raise RuntimeError(self._failed()) from None

    def _failed(self) -> str:
        self._log.seek(0)
        return f"tests.warm_server ended:\n{self._log.read().decode(errors='replace')}"

    def close(self) -> None:
        """Let the process end, with what it runs."""
        self._control.close()
        self._process.wait()
        self._log.close()
        self._compiled.cleanup()
