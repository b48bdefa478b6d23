"""Who may write: whoever came in by a link that the terminal shows. Another user of the same computer can open pages, no more."""

from __future__ import annotations

import hmac
import secrets
import threading
from http.cookies import CookieError, SimpleCookie

from buku_sop.adapters.sajikan.routes import OWN, Request


class Guard:
    """Gives a cookie for the key of a link, which is good for once: programs that are started show their arguments to all."""

    def __init__(self, cookie: str) -> None:
        """`cookie` is the name of the cookie."""
        self._name = cookie
        self._ticket, self._cookie = "", secrets.token_urlsafe(24)
        self._alone = threading.Lock()

    def ticket(self) -> str:
        """Make the key of a link; the one before is good no more."""
        self._ticket = secrets.token_urlsafe(24)
        return self._ticket

    def enter(self, ticket: str) -> str | None:
        """Take a key for a cookie."""
        with self._alone:
            good = bool(self._ticket) and hmac.compare_digest(
                ticket.encode(), self._ticket.encode()
            )
            if good:
                self._ticket = ""
        return self._cookie if good else None

    def knows(self, request: Request) -> bool:
        """Whether a request brings the cookie."""
        try:
            cookie = SimpleCookie(request.headers.get("cookie", "")).get(self._name)
        except CookieError:
            return False
        return cookie is not None and hmac.compare_digest(
            cookie.value.encode(), self._cookie.encode()
        )

    def set_cookie(self, value: str) -> str:
        """Return the header that gives a browser the cookie."""
        return f"{self._name}={value}; HttpOnly; SameSite=Strict; Path={OWN}"
