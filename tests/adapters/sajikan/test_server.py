"""The HTTP server: whom it answers, what it takes, where it stands."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from buku_sop.adapters.sajikan.routes import LARGEST_BODY, Request, Response
from buku_sop.adapters.sajikan.server import LOOPBACK, PORT, Server, listen


def echo(request: Request) -> Response:
    if request.path == "/rusak":
        raise RuntimeError("rusak")
    if request.path == "/alir":
        return Response(iter([b"satu ", b"dua"]), "text/plain")
    return Response(f"{request.method} {request.path} {dict(request.query)}".encode())


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    server = Server(listen(LOOPBACK, 0), echo)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def ask(server: Server, path: str, host: str = "", method: str = "GET", **headers: str):  # type: ignore[no-untyped-def]
    connection = http.client.HTTPConnection(LOOPBACK, server.port, timeout=20)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or f"{LOOPBACK}:{server.port}")
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer, body


def test_an_address_is_handed_on_decoded_and_whole(server: Server) -> None:
    answer, body = ask(server, "/a%20b/..%2fc?x=1&y=")
    assert body == "GET /a b/../c {'x': '1', 'y': ''}"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:1", "localhost:8000", "[::1]:8000"])
def test_it_answers_by_its_own_names(server: Server, host: str) -> None:
    assert ask(server, "/", host)[0].status == 200


@pytest.mark.parametrize(
    "host",
    ["jahat.contoh.invalid", "localhost.jahat.invalid", "127.0.0.1.jahat.invalid", "10.0.0.1", "["],
)
def test_a_name_that_was_led_here_is_refused(server: Server, host: str) -> None:
    assert ask(server, "/", host)[0].status == 421


def test_on_all_addresses_any_address_is_its_own_and_still_no_name() -> None:
    server = Server(listen("0.0.0.0", 0), echo)
    try:
        assert server.is_for_us("192.0.2.7:8000")
        assert not server.is_for_us("jahat.contoh.invalid:8000")
        assert server.url == f"http://{LOOPBACK}:{server.port}/"
    finally:
        server.server_close()


def test_a_fault_is_an_answer_and_the_next_request_is_served(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    answer, body = ask(server, "/rusak")
    assert (answer.status, body) == (500, "Ada yang salah di server; lihat terminal.")
    assert "RuntimeError: rusak" in capsys.readouterr().err
    assert ask(server, "/")[0].status == 200


def test_too_much_is_not_read(server: Server) -> None:
    assert ask(server, "/", method="POST", Content_Length=str(LARGEST_BODY + 1))[0].status == 413
    assert ask(server, "/", method="POST", Content_Length="banyak")[0].status == 413
    assert ask(server, "/", method="POST", Transfer_Encoding="chunked")[0].status == 413


def test_head_has_no_body_and_a_stream_ends(server: Server) -> None:
    answer, body = ask(server, "/", method="HEAD")
    assert (body, int(answer.headers["Content-Length"]) > 0) == ("", True)
    assert ask(server, "/alir")[1] == "satu dua"


def test_a_browser_that_goes_leaves_no_word(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(5):
        with socket.create_connection((LOOPBACK, server.port)) as raw:
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
            raw.sendall(f"GET / HTTP/1.1\r\nHost: {LOOPBACK}\r\n\r\n".encode() * 50)
    assert ask(server, "/")[0].status == 200
    assert capsys.readouterr().err == ""


def test_a_taken_port_leads_to_the_next_unless_it_was_asked_for(server: Server) -> None:
    with pytest.raises(OSError, match="in use"):
        listen(LOOPBACK, server.port)
    with listen(LOOPBACK, None) as first, listen(LOOPBACK, None) as second:
        assert PORT <= first.getsockname()[1] < second.getsockname()[1]


def test_what_is_asked_while_it_ends_is_answered_and_what_comes_later_waits_for_the_next() -> None:
    asked, go_on = threading.Event(), threading.Event()

    def slow(request: Request) -> Response:
        asked.set()
        assert go_on.wait(20)
        return echo(request)

    listening = listen(LOOPBACK, 0)
    first = Server(listening.dup(), slow)
    threading.Thread(target=first.serve_forever, args=(0.01,), daemon=True).start()
    with ThreadPoolExecutor() as browsers:
        early = browsers.submit(ask, first, "/awal")
        assert asked.wait(20)
        ending = browsers.submit(first.finish)
        with pytest.raises(TimeoutError):
            ending.result(1)
        go_on.set()
        ending.result(20)
        late = browsers.submit(ask, first, "/akhir")
        first.server_close()
        second = Server(listening, echo)
        threading.Thread(target=second.serve_forever, daemon=True).start()
        assert [early.result(20)[1], late.result(20)[1]] == ["GET /awal {}", "GET /akhir {}"]
    second.shutdown()
    second.server_close()
