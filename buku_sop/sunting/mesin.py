"""The engine of the editor: messages of plain values in, plain values out. It keeps no text; whoever asks brings it.

The page brings every unsaved text with each message, so nothing can be lost here, and a worker that ends is started
again. What the messages are called and hold stands in `docs/dev/editor.md`.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any

from buku_sop import VERSI
from buku_sop.ganti_nama import ganti_nama, yang_menyebut
from buku_sop.loading.baru import tulis_sop
from buku_sop.loading.fields import usul_id
from buku_sop.loading.folder import BERKAS_BUKU, BERKAS_KANTOR
from buku_sop.loading.sunting.gabung import gabung
from buku_sop.loading.sunting.naskah import Naskah, buka
from buku_sop.loading.sunting.spans import TakDapatDisunting
from buku_sop.loading.waktu import baca_waktu
from buku_sop.model import JamKerja, KeadaanWaktu, Satuan
from buku_sop.sunting.baris import tulis_terbaca
from buku_sop.sunting.buku import Buku, TakAda, Ubahan
from buku_sop.sunting.jalan import kata_jalan, kata_nilai
from buku_sop.sunting.lengkapi import lengkapi
from buku_sop.sunting.lihat import Lihat
from buku_sop.sunting.operasi import SalahTanya, jalan_dari, lakukan
from buku_sop.sunting.peran import peran_di_sop_lain, sebutan_lain, sebutan_lane
from buku_sop.sunting.selisih import banding
from buku_sop.sunting.usul import NaskahUsulan, tulis_usulan
from buku_sop.views.beda.teks import tulis_teks

__all__ = ["Mesin"]

Isi = Mapping[str, Any]
_BERKAS = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)?[a-z0-9]+(?:[-_][a-z0-9]+)*\.yml")
"""A file of the handbook: of an office, or beside the offices."""
_TAK_DIKENAL = "Waktu ini tidak dikenali; ia tetap tertulis, tetapi tidak dijumlahkan."


class Mesin:
    """Answers messages about one handbook."""

    def __init__(self, buku: Buku, cara: str) -> None:
        """`cara` says where it runs: `peladen` or `peramban`."""
        self.buku, self.cara = buku, cara
        self.perintah: dict[str, Callable[[Isi], Any]] = {
            "daftar": self.daftar,
            "buka": self.buka,
            "baru": self.baru,
            "lihat": self.lihat,
            "ubah": self.ubah,
            "lengkapi": self.lengkapi,
            "baca_waktu": self.baca_waktu,
            "ganti_nama": self.ganti_nama,
            "ganti_peran": self.ganti_peran,
            "gabung": self.gabung,
            "bungkus_usul": self.bungkus_usul,
        }

    def jawab(self, perintah: str, isi: object) -> dict[str, Any]:
        """Answer with `hasil`, or with `galat`: what to tell people, and which kind it is.

        Faults of the program itself are raised.
        """
        kerja = self.perintah.get(perintah)
        try:
            if kerja is None or not isinstance(isi, dict):
                raise SalahTanya(f"tidak ada perintah {perintah}")
            return {"hasil": kerja(isi)}
        except TakDapatDisunting as error:
            pesan = str(error)
            return _galat("sulit", f"{pesan[:1].upper()}{pesan[1:]}.")
        except TakAda as error:
            return _galat("data", str(error))
        except (SalahTanya, KeyError) as error:
            return _galat("mesin", f"Permintaan tidak dimengerti: {error}")

    # --- What there is ----------------------------------------------------------------------

    def daftar(self, _isi: Isi) -> dict[str, Any]:
        """List what can be opened."""
        buku = self.buku.buka().handbook
        return {
            "versi": VERSI,
            "cara": self.cara,
            "revisi": self.buku.revisi,
            "instansi": [{"id": i.id, "nama": i.nama, "sebutan": i.sebutan} for i in buku.instansi],
            "sop": [
                {"id": s.id, "nama": s.nama, "instansi": s.instansi, "nomor": s.nomor, "status": s.status.value}
                for s in buku.sop
            ],
            "berkas": sorted(f.split("/", 1)[1] for f in self.buku.buka().dibaca),
        }  # fmt: skip

    def buka(self, isi: Isi) -> dict[str, Any]:
        """Give a file as it is published."""
        berkas = nama_berkas(f"{isi['sop']}.yml" if "sop" in isi else isi.get("berkas"))
        teks = self.buku.teks(berkas)
        dasar = {"sidik": sidik(teks), "revisi": self.buku.revisi, "teks": teks}
        return {"berkas": berkas, "teks": teks, "dasar": dasar, "sop": berkas.removesuffix(".yml")}

    def baru(self, isi: Isi) -> dict[str, Any]:
        """Write a new SOP that has a name and one empty step; its file has a name that no other has."""
        nama, instansi = " ".join(str(isi["nama"]).split()), str(isi["instansi"])
        if not nama:
            raise TakAda("Nama SOP belum diisi.")
        hasil = self.buku.buka(_ubahan(isi.get("lain")))
        if instansi not in {i.id for i in hasil.handbook.instansi}:
            raise TakAda(f"Tidak ada instansi {instansi} di buku ini.")
        slug = "-".join(re.findall(r"[a-z0-9]+", nama.casefold())[:8]) or usul_id(nama)
        terpakai = {f.split("/", 1)[1] for f in hasil.dibaca} | {
            f"{instansi}/{x}" for x in (*BERKAS_KANTOR, *BERKAS_BUKU, "index.yml")
        }
        calon = (f"{instansi}/{slug}{f'-{n}' if n > 1 else ''}.yml" for n in range(1, 1000))
        berkas = next(c for c in calon if c not in terpakai)
        return {"berkas": berkas, "teks": tulis_sop(nama, (), (), self.buku.hari_ini())}

    # --- Looking and changing ------------------------------------------------------------------

    def lihat(self, isi: Isi) -> dict[str, Any]:
        """Show a file with its unsaved text."""
        berkas, teks = _naskah(isi)
        dasar = isi.get("dasar")
        satu = Lihat(self.buku, berkas, teks, _ubahan(isi.get("lain")))
        return satu.bagian(
            map(str, isi.get("bagian", ())), dasar if isinstance(dasar, str) else None
        )

    def ubah(self, isi: Isi) -> dict[str, Any]:
        """Change a text by operations, all or none; only the lines that must change do."""
        berkas, teks = _naskah(isi)
        semua = isi["ubah"]
        perubahan = lakukan(_buka(berkas, teks), semua if isinstance(semua, list) else [semua])
        baru = perubahan.naskah.tertulis
        hasil: dict[str, Any] = {"teks": baru, "catatan": list(perubahan.catatan)}
        if isi.get("lihat"):
            naskah = {"berkas": berkas, "teks": baru}
            hasil["lihat"] = self.lihat({**isi, "naskah": naskah, "bagian": isi["lihat"]})
        return hasil

    def ganti_nama(self, isi: Isi) -> dict[str, Any]:
        """Give an SOP another name, in its file and wherever another SOP names it."""
        id, nama, lain = str(isi["sop"]), str(isi["nama"]), _ubahan(isi.get("lain"))
        hasil = self.buku.buka(lain)
        if hasil.handbook.cari_sop(id) is None:
            raise TakAda("SOP ini belum dapat dibaca seutuhnya; perbaiki dulu temuannya.")
        semua = yang_menyebut(hasil.handbook, hasil.keterkaitan, id)
        naskah = {s: _buka(f"{s}.yml", self._teks(f"{s}.yml", lain)) for s in semua}
        baru = ganti_nama(hasil.handbook, naskah, id, nama)
        return {
            "naskah": [
                {"berkas": f"{s}.yml", "teks": p.naskah.tertulis}
                for s, p in baru.items()
                if p.suntingan
            ],
            "catatan": [c for p in baru.values() for c in p.catatan],
        }

    def ganti_peran(self, isi: Isi) -> dict[str, Any]:
        """Say where else the name of a lane is written, in this SOP and as a lane of the office's others."""
        berkas, teks = _naskah(isi)
        tabel, id = jalan_dari(isi.get("tabel", [])), str(isi["id"])
        nama = " ".join(str(isi["nama"]).split())
        naskah, lain = _buka(berkas, teks), _ubahan(isi.get("lain"))
        lama = sebutan_lane(naskah, tabel, id)
        return {
            "lama": lama,
            "sendiri": sebutan_lain(naskah, tabel, id, nama),
            "lain": peran_di_sop_lain(self.buku, berkas, lama, nama, lain) if lama else [],
        }

    # --- What becomes of it -----------------------------------------------------------------------

    def gabung(self, isi: Isi) -> dict[str, Any]:
        """Bring what was edited into what the file is now, field by field; conflicts are choices."""
        berkas = nama_berkas(isi["berkas"])
        asal, kini, usulan = (str(isi[k]) for k in ("asal", "kini", "usulan"))
        pilihan = isi.get("pilihan") or {}
        if not isinstance(pilihan, dict):
            raise SalahTanya("pilihan harus pasangan kunci dan sisi")
        hasil = gabung(berkas, asal, kini, usulan, {str(k): str(v) for k, v in pilihan.items()})
        return {
            "teks": hasil.naskah.tertulis,
            "konflik": [
                {
                    "kunci": k.kunci,
                    "jalan": list(k.jalan),
                    "sebutan": kata_jalan(k.jalan),
                    "asal": kata_nilai(k.asal),
                    "kini": kata_nilai(k.kini),
                    "usulan": kata_nilai(k.usulan),
                }
                for k in hasil.konflik
            ],
        }

    def bungkus_usul(self, isi: Isi) -> dict[str, str]:
        """Make one small file of edited texts, to mail or hand over; `sop terima` takes it."""
        semua = isi["naskah"]
        if isinstance(semua, dict):
            semua = [{**semua, "dasar": isi.get("dasar")}]
        if not isinstance(semua, list) or not semua:
            raise SalahTanya("naskah harus daftar")
        naskah, revisi = [], ""
        for satu in semua:
            berkas, teks = _naskah({"naskah": satu})
            dasar = satu.get("dasar")
            asal = dasar.get("teks") if isinstance(dasar, dict) else None
            revisi = str(dasar.get("revisi") or "") if isinstance(dasar, dict) else revisi
            naskah.append(NaskahUsulan(berkas, asal if isinstance(asal, str) else None, teks))
        ubahan = {n.berkas: n.usulan for n in naskah}
        tampil = banding(self.buku, ubahan, {n.berkas: n.asal for n in naskah})
        arsip = tulis_usulan(
            naskah,
            tulis_teks(tampil),
            self.buku.hari_ini(),
            str(isi.get("oleh") or ""),
            str(isi.get("catatan") or ""),
            revisi,
        )
        nama = naskah[0].berkas.removesuffix(".yml").replace("/", "-")
        return {"nama": f"{nama}.sop-usul.zip", "zip": b64encode(arsip).decode("ascii")}

    def _teks(self, berkas: str, lain: Ubahan) -> str:
        return lain.get(berkas) or self.buku.teks(berkas)

    # --- Help while typing -------------------------------------------------------------------------

    def lengkapi(self, isi: Isi) -> list[dict[str, str]]:
        """Offer what the handbook knows that begins so."""
        buku = self.buku.buka().handbook
        return lengkapi(
            buku, str(isi["jenis"]), str(isi.get("awal", "")), str(isi.get("instansi", ""))
        )

    def baca_waktu(self, isi: Isi) -> dict[str, Any]:
        """Say how a time is understood."""
        instansi = {i.id: i for i in self.buku.buka().handbook.instansi}.get(
            str(isi.get("instansi"))
        )
        jam = instansi.jam_kerja if instansi else JamKerja()
        satuan = next((s for s in Satuan if s.value == isi.get("satuan")), None)
        waktu = baca_waktu(str(isi["teks"])[:2000], satuan, jam)
        terbaca = tulis_terbaca(waktu, jam)
        tak = waktu.keadaan is KeadaanWaktu.TAK_TERBACA
        return {"terbaca": terbaca, "pesan": _TAK_DIKENAL if tak else ""}


def nama_berkas(nilai: object) -> str:
    """Return the name of a file that a message brings. Raises SalahTanya for what could lead out of the handbook."""
    if not isinstance(nilai, str) or not _BERKAS.fullmatch(nilai) or len(nilai) > 300:
        raise SalahTanya("nama berkas tidak sah")
    return nilai


def sidik(teks: str) -> str:
    """Sum up a text, by which a change of it is noticed."""
    return sha256(teks.encode("utf-8", "surrogatepass")).hexdigest()


def _naskah(isi: Isi) -> tuple[str, str]:
    naskah = isi["naskah"]
    if not isinstance(naskah, dict) or not isinstance(naskah.get("teks"), str):
        raise SalahTanya("naskah harus berkas dan teks")
    return nama_berkas(naskah.get("berkas")), naskah["teks"]


def _ubahan(nilai: object) -> Ubahan:
    if nilai is None:
        return {}
    if not isinstance(nilai, dict) or not all(
        v is None or isinstance(v, str) for v in nilai.values()
    ):
        raise SalahTanya("naskah lain harus teks menurut berkas")
    return {nama_berkas(k): v for k, v in nilai.items()}


def _buka(berkas: str, teks: str) -> Naskah:
    try:
        return buka(berkas, teks)
    except TakDapatDisunting as error:
        raise TakDapatDisunting(f"{berkas}: {error}") from error


def _galat(jenis: str, pesan: str) -> dict[str, Any]:
    return {"galat": {"jenis": jenis, "pesan": pesan, "cara": _CARA[jenis]}}


_CARA: Mapping[str, str] = {
    "sulit": "Ubah bagian itu di tab Berkas.",
    "data": "",
    "mesin": "Muat ulang halaman; yang sudah ditulis tetap tersimpan.",
}
