"""Starts the process that serves, and starts it again when its own code has changed (`worker.AGAIN`).

The two are tied by a pipe: when this process goes, however it goes, the other one ends too. The socket belongs to this
one, so that a browser that asks while the other is started anew waits for it, and is not refused. Windows knows no
socket that a process inherits by its descriptor; there each process takes the port.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from typing import Any

from buku_sop.adapters.places import PACKAGE
from buku_sop.adapters.sajikan.taking import take
from buku_sop.adapters.sajikan.watching import Watcher
from buku_sop.adapters.sajikan.wish import Wish

AGAIN = 75
"""The exit status that asks for a new process."""
TAKEN = 3
"""The exit status for an address or a port that cannot be had."""
PORT_LINE = "\x01port "
"""How the line begins in which the process that serves says its port."""
_PROGRAM = "from buku_sop.adapters.sajikan.worker import work; raise SystemExit(work())"
_PATIENCE = 5
"""Seconds that the other process gets to end."""


def supervise(wish: Wish) -> int:
    """Serve until Ctrl-C, across changes of the code. Returns an exit status."""
    signal.signal(signal.SIGINT, interrupt)  # a shell lets what it starts aside ignore it
    signal.signal(signal.SIGTERM, interrupt)
    if os.name != "posix":
        return _serve_again_and_again(wish)
    listening = take(wish)
    if listening is None:
        return TAKEN
    with listening:
        return _serve_again_and_again(replace(wish, listening=listening.fileno()))


def _serve_again_and_again(wish: Wish) -> int:
    served = False
    try:
        while True:
            status, port = _run(wish)
            served = served or port is not None
            wish = replace(wish, port=port or wish.port, browser=False)
            if status == AGAIN:
                continue
            if status in (0, TAKEN) or not served:
                return status
            print("Kode program belum dapat dijalankan; menunggu perubahan.", file=sys.stderr)
            watcher = Watcher([(PACKAGE, True)], polling=wish.polling)
            watcher.wait()
            watcher.stop()
    except KeyboardInterrupt:
        return 0


def _run(wish: Wish) -> tuple[int, int | None]:
    """Run the process that serves until it ends; return its exit status and the port that it took."""
    process = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, json.dumps(wish.as_text())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        pass_fds=() if wish.listening is None else (wish.listening,),
    )
    port: int | None = None
    try:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith(PORT_LINE):
                port = int(line.removeprefix(PORT_LINE))
            else:  # something that a plugin or a macro prints
                print(line, end="", flush=True)
        return process.wait(), port
    finally:
        _end(process)


def _end(process: subprocess.Popen[str]) -> None:
    """End the process by closing the pipe that ties it; at last, by force."""
    with contextlib.suppress(OSError):
        if process.stdin:
            process.stdin.close()
    try:
        process.wait(_PATIENCE)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        process.kill()
        process.wait()


def interrupt(*_: Any) -> None:
    """End as Ctrl-C ends."""
    raise KeyboardInterrupt
