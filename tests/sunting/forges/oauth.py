"""Signing in by OAuth 2 with PKCE (RFC 6749, RFC 7636) for an application without a secret, as GitLab and Gitea have it."""

from __future__ import annotations

import base64
import secrets
from hashlib import sha256
from urllib.parse import urlencode

from tests.sunting.forges.state import APLIKASI, Forge, Refused

PLACES = {
    "/oauth/authorize": "ask", "/login/oauth/authorize": "ask",
    "/oauth/token": "give", "/login/oauth/access_token": "give",
}  # fmt: skip
"""What is asked for where: GitLab's places, then Gitea's."""


def asked(forge: Forge, query: dict[str, str]) -> str:
    """Ask the person, who is signed in here, for leave; return where the browser is led. Raises Refused."""
    if query.get("client_id") != APLIKASI or query.get("redirect_uri") not in forge.redirects:
        raise Refused(400, "invalid client or redirect")  # nobody is led to an unknown place
    back = {"state": query["state"]}
    if query.get("response_type") != "code" or query.get("code_challenge_method") != "S256":
        back["error"] = "invalid_request"
    elif forge.denies:
        back["error"] = "access_denied"
    else:
        back["code"] = secrets.token_hex(8)
        forge.codes[back["code"]] = query
    return f"{query['redirect_uri']}?{urlencode(back)}"


def given(forge: Forge, form: dict[str, str]) -> dict[str, str]:
    """Give a token for a code, once, to who began. Raises Refused."""
    begun = forge.codes.pop(form.get("code", ""), None)
    digest = sha256(form.get("code_verifier", "").encode()).digest()
    challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
    same = ("client_id", "redirect_uri")
    if (
        begun is None
        or begun["code_challenge"] != challenge
        or any(begun[k] != form.get(k) for k in same)
        or form.get("grant_type") != "authorization_code"
        or "client_secret" in form
    ):
        raise Refused(400, "invalid_grant")
    token = f"oauth-{secrets.token_hex(8)}"
    forge.signed_in.add(token)
    return {"access_token": token, "token_type": "bearer"}
