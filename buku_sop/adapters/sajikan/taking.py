"""Takes the port that browsers ask at, and says on the terminal when it is another than usual, or none."""

from __future__ import annotations

import socket
import sys

from buku_sop.adapters.sajikan.server import PORT, listen
from buku_sop.adapters.sajikan.wish import Wish


def take(wish: Wish) -> socket.socket | None:
    """Return a socket that listens where it is wished, or None after saying why there is none."""
    try:
        listening = listen(wish.address, wish.port)
    except OSError as error:
        say(f"Alamat {wish.address}:{wish.port or PORT} tidak dapat dipakai: {error.strerror}.")
        return None
    port = listening.getsockname()[1]
    if wish.port is None and port != PORT:
        say(f"Port {PORT} sedang dipakai program lain; dipakai port {port}.")
    return listening


def say(text: str) -> None:
    """Say something on the terminal, at once."""
    print(text, file=sys.stderr, flush=True)
