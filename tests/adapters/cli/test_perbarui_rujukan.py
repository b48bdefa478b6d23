"""`sop perbarui-rujukan`, against a real server on the loopback address."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from buku_sop.adapters.ambil_inventaris import AmbilGagal, alamat_inventaris, ambil
from buku_sop.adapters.cli import pratinjau
from buku_sop.adapters.cli.indonesian_click import Grup, jalankan
from buku_sop.adapters.cli.opening import open_shown
from buku_sop.adapters.cli.perbarui_rujukan import perbarui_rujukan
from buku_sop.loading.inventaris import MAX_BYTES, baca_salinan
from buku_sop.model.buku_lain import Inventaris, SopLain
from buku_sop.views.inventaris import tulis_inventaris

ARSIP = SopLain("rekaan/arsip", "Pengarsipan", "sop/rekaan/arsip/", "berlaku")
TAMU = SopLain("rekaan/tamu", "Penerimaan Tamu", "sop/rekaan/tamu/", "berlaku")
BUKU = Inventaris("Buku Rekaan", "", {"rekaan": "Dinas Rekaan"}, (ARSIP, TAMU))
SALINAN = "rujukan/dinas-rekaan.json"

Jawab = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def server(jawab: Jawab) -> Iterator[str]:
    """Serve what `jawab` answers."""

    class Penjawab(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            jawab(self)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Penjawab) as melayani:
        threading.Thread(target=melayani.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{melayani.server_address[1]}/"
        melayani.shutdown()


def kirim(isi: bytes, status: int = 200, **kepala: str) -> Jawab:
    def jawab(ke: BaseHTTPRequestHandler) -> None:
        ke.send_response(status)
        for nama, nilai in {"Content_Length": str(len(isi)), **kepala}.items():
            ke.send_header(nama.replace("_", "-"), nilai)
        ke.end_headers()
        ke.wfile.write(isi)

    return jawab


def proyek(folder: Path, alamat: str) -> Path:
    rujukan = f"[{{nama: Dinas Rekaan, alamat: '{alamat}'}}]"
    (folder / "mkdocs.yml").write_text(
        f"plugins: [buku-sop: {{rujukan: {rujukan}}}]\n", encoding="utf-8"
    )
    return folder


def perintah(folder: Path, *argumen: str) -> int:
    grup = Grup(commands={"perbarui-rujukan": perbarui_rujukan})
    grup.callback = None
    return jalankan(
        lambda args, standalone_mode: grup(args, standalone_mode=standalone_mode, obj=folder),
        ("perbarui-rujukan", *argumen),
    )


def test_a_copy_is_made_and_then_says_what_became_of_the_sops(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kini = [BUKU]

    def jawab(ke: BaseHTTPRequestHandler) -> None:
        assert ke.path == "/buku/data/inventaris.json"
        kirim(tulis_inventaris(kini[0]).encode())(ke)

    with server(jawab) as alamat:
        proyek(tmp_path, f"{alamat}buku")
        assert perintah(tmp_path) == 0
        assert "2 SOP baru" in capsys.readouterr().out
        pertama = (tmp_path / SALINAN).read_bytes()
        assert baca_salinan(pertama).inventaris == BUKU
        assert perintah(tmp_path, "Dinas Rekaan") == 0
        assert "tidak ada yang berubah" in capsys.readouterr().out
        assert (tmp_path / SALINAN).read_bytes() == pertama
        kini[0] = replace(BUKU, sop=(replace(ARSIP, nama="Penataan Arsip"),))
        assert perintah(tmp_path) == 0
        keluar = capsys.readouterr().out
        assert "- Penerimaan Tamu (rekaan/tamu)" in keluar
        assert "~ Pengarsipan → Penataan Arsip (rekaan/arsip)" in keluar
        assert "sop periksa" in keluar
        hilang = {(h.nama, h.kini) for h in baca_salinan((tmp_path / SALINAN).read_bytes()).hilang}
        assert hilang == {("Penerimaan Tamu", ""), ("Pengarsipan", "Penataan Arsip")}
        kini[0] = BUKU
        assert perintah(tmp_path) == 0
        assert "1 SOP baru" in capsys.readouterr().out
        kembali = baca_salinan((tmp_path / SALINAN).read_bytes())
        assert [(h.nama, h.kini) for h in kembali.hilang] == [("Penataan Arsip", "Pengarsipan")]


@pytest.mark.parametrize(
    ("jawab", "sebab"),
    [
        (kirim(b"<html>masuk</html>"), "bukan JSON"),
        (kirim(b"tiada", 404), "tidak mempunyai berkas itu (404)"),
        (kirim(b"", 302, Location="file:///etc/passwd"), "tidak aman"),
        (kirim(b"", 302, Location="/data/inventaris.json"), "berputar-putar"),
        (kirim(b"{", Content_Length="99"), "terputus"),
    ],
)
def test_what_cannot_be_had_leaves_the_copy_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], jawab: Jawab, sebab: str
) -> None:
    (tmp_path / "rujukan").mkdir()
    (tmp_path / SALINAN).write_text("lama", encoding="utf-8")
    with server(jawab) as alamat:
        assert perintah(proyek(tmp_path, alamat)) == 1
    galat = capsys.readouterr().err
    assert sebab in galat
    assert "Salinan lama tidak diubah" in galat
    assert [p.name for p in (tmp_path / "rujukan").iterdir()] == ["dinas-rekaan.json"]
    assert (tmp_path / SALINAN).read_text(encoding="utf-8") == "lama"


def test_a_server_that_sends_without_end_or_nothing_is_left() -> None:
    selesai = threading.Event()

    def tanpa_akhir(ke: BaseHTTPRequestHandler) -> None:
        ke.send_response(200)
        ke.end_headers()
        with suppress(OSError):
            while True:
                ke.wfile.write(b" " * (1 << 20))

    def diam(ke: BaseHTTPRequestHandler) -> None:
        selesai.wait(30)

    with (
        server(tanpa_akhir) as alamat,
        pytest.raises(AmbilGagal, match=f"{MAX_BYTES // 1_000_000} MB"),
    ):
        ambil(alamat)
    with server(diam) as alamat:
        with pytest.raises(AmbilGagal, match="tidak menjawab"):
            ambil(alamat, diam=0.3)
        selesai.set()


def test_nothing_but_the_web_is_asked() -> None:
    for alamat in ("file:///etc/passwd", "ftp://x/y", "/etc/passwd"):
        with pytest.raises(AmbilGagal, match="https://"):
            ambil(alamat)
    assert (
        alamat_inventaris("https://a.contoh.invalid/sop")
        == "https://a.contoh.invalid/sop/data/inventaris.json"
    )
    assert (
        alamat_inventaris("https://a.contoh.invalid/x.json?v=1")
        == "https://a.contoh.invalid/x.json?v=1"
    )


def test_a_file_takes_the_place_of_the_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    proyek(tmp_path, "https://tiada.contoh.invalid/")
    berkas = tmp_path / "inventaris.json"
    berkas.write_text(tulis_inventaris(BUKU), encoding="utf-8")
    assert perintah(tmp_path, "--dari", str(berkas), "Dinas Rekaan") == 0
    assert baca_salinan((tmp_path / SALINAN).read_bytes()).inventaris == BUKU
    assert perintah(tmp_path, "Dinas Lain") == 2
    assert "Yang ada: Dinas Rekaan" in capsys.readouterr().err


def test_commands_and_previews_know_the_sops_of_the_copies(tmp_path: Path) -> None:
    kantor = proyek(tmp_path, "https://sop.example/") / "sop_data" / "kantor-contoh"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Contoh\n", encoding="utf-8")
    (kantor / "surat.yml").write_text(
        "nama: Surat Masuk\nketerkaitan: rekaan/tamu\nlangkah:\n  - Menerima\n", encoding="utf-8"
    )
    (tmp_path / "rujukan").mkdir()
    (tmp_path / SALINAN).write_text(tulis_inventaris(BUKU), encoding="utf-8")
    for hasil in (open_shown(tmp_path / "sop_data"), pratinjau._buka(tmp_path)):
        assert not any(d.kode.startswith("SOP-K") for d in hasil.diagnostics)
        assert hasil.keterkaitan.keterkaitan["kantor-contoh/surat"][0].pasti
    (tmp_path / SALINAN).unlink()
    for hasil in (open_shown(tmp_path / "sop_data"), pratinjau._buka(tmp_path)):
        assert any(d.kode.startswith("SOP-K") for d in hasil.diagnostics)
