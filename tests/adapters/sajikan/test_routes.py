"""Which requests a feature of the server gets to see."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

import pytest

from buku_sop.adapters.sajikan.routes import KEY_HEADER, OWN, Request, Response, Router

HOST = "127.0.0.1:8000"


@pytest.fixture
def router() -> Router:
    router = Router()
    router.add("catatan", lambda _: Response(b"baca"))
    router.add("catatan", lambda r: Response(r.body), method="POST", writes=True)
    return router


def post(router: Router, headers: Mapping[str, str]) -> Response:
    return router.answer(Request("POST", f"{OWN}catatan", {}, headers, b"tulis"))


def ours(router: Router) -> dict[str, str]:
    """Return what a browser sends along with what a page of this run asks."""
    return {
        "host": HOST,
        "origin": f"http://{HOST}",
        "sec-fetch-site": "same-origin",
        KEY_HEADER.lower(): router.key,
    }


def test_a_page_of_this_run_may_write(router: Router) -> None:
    assert post(router, ours(router)).body == b"tulis"
    assert router.answer(Request("GET", f"{OWN}catatan")).body == b"baca"


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": "http://jahat.contoh.invalid"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9000"},
        {"origin": ""},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {KEY_HEADER.lower(): ""},
        {KEY_HEADER.lower(): "kunci-lama"},
        {KEY_HEADER.lower(): "é"},
    ],
)
def test_nobody_else_may(router: Router, wrong: Mapping[str, str]) -> None:
    assert post(router, {**ours(router), **wrong}).status is HTTPStatus.FORBIDDEN


def test_each_run_has_a_key_of_its_own() -> None:
    assert Router().key != Router().key


def test_what_is_not_there_is_not_there(router: Router) -> None:
    assert router.answer(Request("GET", f"{OWN}lain")).status is HTTPStatus.NOT_FOUND
    answer = router.answer(Request("DELETE", f"{OWN}catatan"))
    assert answer.status is HTTPStatus.METHOD_NOT_ALLOWED
    assert answer.headers["Allow"] == "GET, POST"


def test_no_get_writes_and_nothing_else_only_reads(router: Router) -> None:
    with pytest.raises(ValueError, match="GET lain"):
        router.add("lain", lambda _: Response(), writes=True)
    with pytest.raises(ValueError, match="POST lain"):
        router.add("lain", lambda _: Response(), method="POST")
    with pytest.raises(ValueError, match="already"):
        router.add("catatan", lambda _: Response())
