"""A Python process that has loaded the program, and forks for each command that `tests.warm` wants run.

It runs nothing itself, so each command begins with the same: what was imported, and no more. It ends, with what it
runs, when the process of the tests is gone.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import importlib
import json
import os
import pkgutil
import runpy
import selectors
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import buku_sop
from tests.warm_facts import work_out
from tests.warm_spare import BUILDERS, Spare
from tests.warm_templates import share

OTHERS = (
    "check_jsonschema",
    "material.plugins.offline.plugin", "material.plugins.search.plugin", "material.extensions.emoji",
    "mkdocs.commands.build", "mkdocs.contrib.search", "mkdocs_macros.plugin",
    "markdown.extensions.abbr", "markdown.extensions.admonition", "markdown.extensions.attr_list",
    "markdown.extensions.fenced_code", "markdown.extensions.footnotes", "markdown.extensions.meta",
    "markdown.extensions.tables", "markdown.extensions.toc",
    "pymdownx.details", "pymdownx.emoji", "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.superfences",
    "pymdownx.tabbed", "pygments.formatters.html", "pygments.lexers.data", "pygments.lexers.shell",
)  # fmt: skip
"""What a build loads by its name besides."""
NOT_LOADED = ("__main__", "hook")
"""What is run, not imported, and what changes where Python looks for modules."""


def load() -> None:
    """Import the engine and what it stands on. What cannot be imported is left to the command that needs it."""
    found = pkgutil.walk_packages(buku_sop.__path__, "buku_sop.", onerror=lambda _: None)
    ours = [m.name for m in found if m.name.rpartition(".")[2] not in NOT_LOADED]
    for name in (*ours, *OTHERS):
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


@dataclass(frozen=True)
class Wish:
    """A command to be run as `python -m module`, and what it stands in."""

    module: str
    arguments: list[str]
    cwd: str
    env: dict[str, str]
    files: tuple[int, ...]
    """What is its standard input, output and error."""

    def begin(self) -> None:
        """Become that command; what MkDocs it starts is forked from what this process is now."""
        if self.module == "buku_sop" and self.arguments[:1] and self.arguments[0] in BUILDERS:
            spare = Spare()
            if spare.pid == 0:
                said, files = spare.told()
                Wish(**said, files=files).become()
            spare.lend()
        self.become()

    def become(self) -> NoReturn:
        """Be that command, from here on to the end of this process."""
        for given, own in zip(self.files, (0, 1, 2), strict=True):
            os.dup2(given, own)
            os.close(given)
        os.chdir(self.cwd)
        os.environ.clear()
        os.environ.update(self.env)
        time.tzset()
        sys.path[0] = str(Path.cwd())
        sys.argv[:] = [self.module, *self.arguments]
        try:
            runpy.run_module(self.module, run_name="__main__", alter_sys=True)
        except SystemExit as end:
            if not isinstance(end.code, int | None):
                raise
            _leave(end.code or 0)
        _leave(0)


def _leave(code: int) -> NoReturn:
    """End as Python does, but for taking apart all that was loaded, which takes longer than most commands."""
    threading._shutdown()  # type: ignore[attr-defined]  # as multiprocessing ends its processes
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(ValueError):  # closed
            stream.flush()
    os._exit(code & 0xFF)


def receive(control: socket.socket) -> tuple[Wish, socket.socket] | None:
    """Take the next command and where its end is to be told; None when nobody is there any more."""
    letter, files, _, _ = socket.recv_fds(control, 1, 4)
    if not letter:
        return None
    told = socket.socket(fileno=files[0])
    with told.makefile("rb") as text:
        said: dict[str, Any] = json.loads(text.readline())
    return Wish(**said, files=tuple(files[1:])), told


@dataclass(frozen=True)
class Running:
    """A command that runs: its process, a file that is readable when that has ended, and who waits for it."""

    pid: int
    ended: int
    told: socket.socket


class Server:
    """Forks for each command, tells each end, and ends what nobody waits for any more."""

    def __init__(self, control: socket.socket) -> None:
        self.control = control
        self.selector = selectors.DefaultSelector()
        self.selector.register(control, selectors.EVENT_READ, self.begin)
        self.running: set[Running] = set()

    def serve(self) -> Wish | None:
        """Return in each forked process what it is to become, and here None when there is nobody any more."""
        try:
            while True:
                for key, _ in self.selector.select():
                    handle: Callable[[], Iterator[Wish | None]] = key.data
                    for wish in handle():
                        return wish
        finally:
            for one in self.running:
                os.kill(one.pid, signal.SIGKILL)

    def begin(self) -> Iterator[Wish | None]:
        """Fork for a command; yields it in the new process."""
        received = receive(self.control)
        if received is None:
            yield None
            return
        wish, told = received
        if (pid := os.fork()) == 0:
            self.leave(told)
            yield wish
            return
        for file in wish.files:
            os.close(file)
        one = Running(pid, os.pidfd_open(pid), told)
        self.running.add(one)
        self.selector.register(one.ended, selectors.EVENT_READ, lambda: self.end(one))
        self.selector.register(told, selectors.EVENT_READ, lambda: self.give_up(one))

    def leave(self, told: socket.socket) -> None:
        """Close, in the new process, all that is the server's."""
        for one in self.running:
            one.told.close()
            os.close(one.ended)
        self.running.clear()
        told.close()
        self.control.close()
        self.selector.close()

    def end(self, one: Running) -> Iterator[Wish]:
        """Tell how a command ended."""
        _, status = os.waitpid(one.pid, 0)
        self.running.remove(one)
        self.selector.unregister(one.ended)
        os.close(one.ended)
        if one.told in self.selector.get_map():
            self.selector.unregister(one.told)
        with contextlib.suppress(OSError):
            one.told.sendall(b"%d\n" % os.waitstatus_to_exitcode(status))
        one.told.close()
        yield from ()

    def give_up(self, one: Running) -> Iterator[Wish]:
        """Kill a command for which nobody waits any more; its end is told all the same."""
        self.selector.unregister(one.told)
        os.kill(one.pid, signal.SIGKILL)
        yield from ()


def main() -> None:
    """Load all, then serve over the socket whose number is given, and share compiled templates in the folder given."""
    gc.disable()  # what is loaded stays
    load()
    work_out(n for n in OTHERS if n.startswith(("markdown.extensions.", "pymdownx.")))
    share(Path(sys.argv[2]))
    gc.enable()
    gc.collect()
    gc.freeze()
    wish = Server(socket.socket(fileno=int(sys.argv[1]))).serve()
    if wish:
        wish.begin()


if __name__ == "__main__":
    main()
