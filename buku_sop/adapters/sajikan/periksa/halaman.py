"""The pages and answers of the check of drafts: the list, one draft, its state, its pictures, and every change."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from http import HTTPStatus
from importlib import resources
from typing import Any

from buku_sop.adapters.mkdocs.policy import sent
from buku_sop.adapters.places import DATA, LOOK, look_folders
from buku_sop.adapters.sajikan.guard import Guard
from buku_sop.adapters.sajikan.live import Live
from buku_sop.adapters.sajikan.periksa.alamat import HALAMAN, MASUK, alamat_draf, guard
from buku_sop.adapters.sajikan.periksa.draf import (
    Berubah,
    Ditolak,
    ParaDraf,
    Terbaca,
    TidakAda,
    bangun,
    sebagai_galat,
)
from buku_sop.adapters.sajikan.routes import (
    KEY_HEADER,
    Handler,
    Request,
    Response,
    Router,
    refuse,
)
from buku_sop.handbook import open_handbook
from buku_sop.loading.sunting.isian import setel_isian
from buku_sop.loading.sunting.keraguan import Ragu
from buku_sop.loading.sunting.konfirmasi import konfirmasi
from buku_sop.loading.sunting.naskah import Naskah, Perubahan
from buku_sop.loading.sunting.pilihan import pilihan
from buku_sop.loading.sunting.spans import TakDapatDisunting
from buku_sop.model import Instansi, Sop
from buku_sop.model.tulisan import TULISAN, terpasang, tulis
from buku_sop.periksa_draf.gambar import susun_gambar_draf
from buku_sop.periksa_draf.susun import kunci, penyebut, susun_keadaan
from buku_sop.views.dasar.render import TEMPLATES, Perender

_KUNCI = re.compile(r"\bTULISAN\.(periksa\.\w+)")
_HANYA_GAMBAR = "default-src 'none'; frame-ancestors 'self'; sandbox"
_TEMUAN = 30
"""Findings of a draft that are shown when all of it is confirmed."""


def add_routes(router: Router, live: Live) -> None:
    """Answer with the list of drafts, the check of each, and take its changes: on this computer, for who came in by the link."""
    if live.penyunting is None:
        return
    penjaga = guard(router)
    periksa = Pemeriksa(live, router.key)
    router.add(MASUK, lambda request: _masuk(penjaga, request))
    router.add(HALAMAN, _dijaga(penjaga, periksa.halaman))
    for nama, jawab in (
        ("keadaan", periksa.keadaan),
        ("gambar", periksa.gambar),
        ("temuan", periksa.temuan),
    ):
        router.add(f"{HALAMAN}{nama}", _dijaga(penjaga, jawab))
    router.add(f"{HALAMAN}ubah", _dijaga(penjaga, periksa.ubah), method="POST", writes=True)
    for nama, (jenis, isi) in _ASET.items():
        router.add(f"{HALAMAN}{nama}", _aset(jenis, isi))


def _masuk(penjaga: Guard, request: Request) -> Response:
    """Let in who brings the key of the link, or came in before, and lead on to the page."""
    kue = penjaga.enter(request.query.get("kunci", ""))
    if kue is None and not penjaga.knows(request):
        return refuse(
            HTTPStatus.FORBIDDEN, f"{tulis('periksa.terpakai')} {tulis('periksa.terminal')}"
        )
    headers = {"Location": alamat_draf(request.query.get("sop", ""))}
    if kue:
        headers["Set-Cookie"] = penjaga.set_cookie(kue)
    return Response(status=HTTPStatus.SEE_OTHER, headers=headers)


def _dijaga(penjaga: Guard, jawab: Handler) -> Handler:
    def handle(request: Request) -> Response:
        if not penjaga.knows(request):
            return refuse(HTTPStatus.FORBIDDEN, tulis("periksa.terminal"))
        return jawab(request)

    return handle


def _aset(jenis: str, isi: Callable[[], str]) -> Handler:
    return lambda _: Response(isi().encode(), f"{jenis}; charset=utf-8")


def _milik(nama: str) -> str:
    return resources.files(__package__).joinpath(nama).read_text(encoding="utf-8")


_ASET: dict[str, tuple[str, Callable[[], str]]] = {
    "periksa.css": ("text/css", lambda: _milik("periksa.css")),
    "periksa.js": ("text/javascript", lambda: berkata(_milik("periksa.js"))),
    "tulisan.js": (
        "text/javascript",
        lambda: (LOOK / "assets/javascripts/tulisan.js").read_text(encoding="utf-8"),
    ),
}
"""What the pages load: its kind, and what makes it."""


def berkata(skrip: str) -> str:
    """Put the words of the interface, as this site says them, into the script in the place of their keys."""
    semua = {**TULISAN, **terpasang()}
    return _KUNCI.sub(lambda cocok: json.dumps(f"{cocok[1]}\n{semua[cocok[1]]}"), skrip)


class Pemeriksa:
    """Answers what the check pages ask."""

    def __init__(self, live: Live, key: str) -> None:
        self.live, self.key = live, key
        self.draf = ParaDraf(live.root)

    @property
    def _perender(self) -> Perender:
        folders = reversed(look_folders(self.live.root, TEMPLATES))
        return Perender(*folders, tulisan=terpasang())

    # --- Pages -----------------------------------------------------------------------------

    def halaman(self, request: Request) -> Response:
        """Show a draft, or the list of all."""
        id = request.query.get("sop", "")
        gaya = self.live.stylesheets()
        umum = {"gaya": gaya, "nama_buku": self.live.name(), "alamat_daftar": alamat_draf()}
        if not id:
            semua = [(d, alamat_draf(d.id)) for d in self.draf.daftar()]
            return _halaman(self._perender.render("periksa/daftar.html", semua=semua, **umum))
        try:
            asal = self.draf.asal(id)
            self.draf.cari(id)
        except TidakAda:
            return self._tidak_ada(umum)
        html = self._perender.render(
            "periksa/halaman.html",
            id=id,
            kunci=self.key,
            kepala_kunci=KEY_HEADER,
            bergambar=bool(asal.lembar) or any(g for _, g in asal.keraguan),
            **umum,
        )
        return _halaman(html)

    def _tidak_ada(self, umum: dict[str, Any]) -> Response:
        html = self._perender.render("periksa/daftar.html", semua=None, **umum)
        return _halaman(html, HTTPStatus.NOT_FOUND)

    def gambar(self, request: Request) -> Response:
        """Send a picture of the document."""
        try:
            nama = request.query.get("nama", "")
            isi = self.draf.gambar(request.query.get("sop", ""), nama)
        except TidakAda:
            return refuse(HTTPStatus.NOT_FOUND, "Gambar ini tidak ada.")
        if nama.endswith(
            ".svg"
        ):  # it holds words of a document: nothing in it may run, also when it is opened by itself
            return Response(
                isi, "image/svg+xml", headers={"Content-Security-Policy": _HANYA_GAMBAR}
            )
        return Response(isi, "image/png")

    # --- State -----------------------------------------------------------------------------

    def keadaan(self, request: Request) -> Response:
        """Tell what a draft holds, what is doubtful, and how it is drawn; of one that the page has, only that it is the same."""

        def cari() -> dict[str, Any]:
            kini = self.draf.baca(request.query.get("sop", ""))
            if request.query.get("sidik") == kini.sidik:
                return {"sidik": kini.sidik}
            return self._susun(kini)

        return self._jawab(cari)

    def temuan(self, request: Request) -> Response:
        """Tell what `sop periksa` finds in a draft as it is now."""
        id = request.query.get("sop", "")

        def cari() -> dict[str, Any]:
            self.draf.cari(id)
            buku = open_handbook(self.live.root / DATA, kantor=id.partition("/")[0])
            semua = [
                {
                    "tingkat": d.tingkat.value,
                    "kode": d.kode,
                    "pesan": d.pesan,
                    "baris": d.lokasi.baris,
                }
                for d in buku.per_sop.get(id, ())
                if d.kode != "SOP-P001"
            ]
            halaman = self.live.page_of(id) if id in buku.per_sop else ""
            lain = self.draf.berikutnya(id)
            berikut = (
                {
                    "nama": lain[0].nama,
                    "sisa": lain[0].sisa,
                    "alamat": alamat_draf(lain[0].id),
                    "banyak": len(lain),
                }
                if lain
                else None
            )
            return {
                "temuan": semua[:_TEMUAN],
                "banyak": len(semua),
                "halaman": halaman,
                "berikut": berikut,
            }

        return self._jawab(cari)

    def _susun(self, kini: Terbaca, tambahan: dict[str, Any] | None = None) -> dict[str, Any]:
        sop = bangun(kini.id, kini.naskah)
        sisa, semua, dapat = self.draf.hitung(kini)
        return {
            **susun_keadaan(
                kini.naskah, self.draf.asal(kini.id), sop, self.draf.sekelompok(kini.id)
            ),
            "sidik": kini.sidik,
            "berkas": f"{DATA}/{kini.id}.yml",
            "gambar": self._gambar(sop, kini.naskah),
            "sisa_ragu": sisa,
            "semua_ragu": semua,
            "dapat_batal": dapat,
            **(tambahan or {}),
        }

    def _gambar(self, sop: Sop | None, naskah: Naskah) -> str:
        if sop is None:
            return ""
        instansi = self.live.office(sop.instansi) or Instansi(sop.instansi, sop.instansi)
        return self._perender.render(
            "periksa/gambar.html", g=susun_gambar_draf(sop, instansi, naskah)
        )

    # --- Changes ---------------------------------------------------------------------------

    def ubah(self, request: Request) -> Response:
        """Confirm, choose another reading, take what was filled in, or take the last change back."""
        try:
            isi = request.json()
            id, dilihat, lakukan = str(isi["sop"]), str(isi["sidik"]), str(isi["lakukan"])
        except (ValueError, KeyError, TypeError):
            return refuse(HTTPStatus.BAD_REQUEST, "Permintaan itu tidak lengkap.")
        if lakukan == "batal":
            return self._jawab(lambda: self._susun_ikut(*self.draf.batal(id, dilihat)), id)
        perbuatan = self._perbuatan(id, lakukan, isi.get("nilai"))
        if perbuatan is None:
            return refuse(HTTPStatus.BAD_REQUEST, "Permintaan itu tidak dikenal.")
        kunci_ragu = str(isi.get("kunci"))
        semua = isi.get("semua") is True and lakukan in ("benar", "isi")
        return self._jawab(
            lambda: self._susun_ikut(
                *self.draf.ubah(id, dilihat, kunci_ragu, perbuatan, kunci, semua=semua)
            ),
            id,
        )

    def _susun_ikut(self, kini: Terbaca, ikut: int) -> dict[str, Any]:
        return self._susun(kini, {"ikut": ikut})

    def _perbuatan(
        self, id: str, lakukan: str, nilai: Any
    ) -> Callable[[Naskah, Ragu], Perubahan] | None:
        def pilih(naskah: Naskah, ragu: Ragu) -> Perubahan:
            sebut = penyebut(naskah, bangun(id, naskah), ragu.tabel)
            semua = pilihan(naskah, ragu, sebut)
            if not isinstance(nilai, int) or not 0 <= nilai < len(semua):
                raise TakDapatDisunting("pilihan itu tidak ada")
            return semua[nilai].lakukan(naskah, ragu)

        return {
            "benar": lambda naskah, ragu: konfirmasi(naskah, ragu.di, ragu.bidang),
            "pilih": pilih,
            "isi": lambda naskah, ragu: setel_isian(naskah, ragu, nilai),
        }.get(lakukan)

    def _jawab(self, cari: Callable[[], dict[str, Any]], id: str = "") -> Response:
        """Answer with values, or with why there are none; one that had seen an older file gets the present one."""
        try:
            return _json(cari())
        except TidakAda:
            return _json({"galat": tulis("periksa.hilang")}, HTTPStatus.NOT_FOUND)
        except TakDapatDisunting as error:
            return _json({"galat": sebagai_galat(error)}, HTTPStatus.UNPROCESSABLE_ENTITY)
        except Ditolak as error:
            return _json({"galat": f"{error}"}, HTTPStatus.UNPROCESSABLE_ENTITY)
        except Berubah:
            return self._berubah(id, tulis("periksa.tak_ditulis"))

    def _berubah(self, id: str, pesan: str) -> Response:
        try:
            kini = self._susun(self.draf.baca(id))
        except (TidakAda, TakDapatDisunting):
            return _json({"galat": pesan}, HTTPStatus.CONFLICT)
        return _json({"galat": pesan, "kini": kini}, HTTPStatus.CONFLICT)


def _halaman(html: str, status: HTTPStatus = HTTPStatus.OK) -> Response:
    """Send a page, which asks nobody but this server and runs nothing that comes into it later."""
    body = html.encode()
    return Response(body, status=status, headers={"Cache-Control": "no-store", **sent(body)})


def _json(isi: dict[str, Any], status: HTTPStatus = HTTPStatus.OK) -> Response:
    body = json.dumps(isi, ensure_ascii=False).encode()
    return Response(body, "application/json; charset=utf-8", status, {"Cache-Control": "no-store"})
