"""Due reviews outside the site: for a terminal, for programs, and for the issue that a scheduled job opens."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from buku_sop.analysis.tinjauan import Jadwal, Tinjauan
from buku_sop.model import Handbook
from buku_sop.model.tanggal import tulis_tanggal
from buku_sop.views.dasar.diagnostik import terlihat
from buku_sop.views.dasar.markdown_text import amankan_md
from buku_sop.views.tinjauan.tinjauan import baris_riwayat, cari, tulis_selisih

PENANDA = "<!-- sop-jatuh-tempo -->"
"""The first line. By it, the job that posts the issue finds it again and updates it."""
BATAS = 60_000
"""Most characters: GitHub takes 65,536 in an issue."""
_SEL = 200


@dataclass(frozen=True, slots=True)
class Daftar:
    """The reviews to be told of."""

    handbook: Handbook
    jadwal: Jadwal
    tinjauan: tuple[Tinjauan, ...]
    """What is overdue, or due within `hari`."""
    hari: int
    berkas: Mapping[str, str]
    """The file of each SOP, by SOP id."""

    @property
    def lewat(self) -> int:
        """How many are overdue."""
        return sum(t.lewat(self.jadwal.hari_ini) for t in self.tinjauan)

    def keadaan(self, t: Tinjauan) -> str:
        """Write how far the due day is."""
        return tulis_selisih(t.tempo, self.jadwal.hari_ini)

    def nama(self, t: Tinjauan) -> tuple[str, str]:
        """Name the SOP and its office."""
        sop = cari(self.handbook, t.sop)
        return sop.nama, self.handbook.cari_instansi(sop.instansi).sebutan


def tulis_teks(daftar: Daftar) -> str:
    """Write a line for each review, and a closing line."""
    baris = []
    for t in daftar.tinjauan:
        nama, instansi = map(terlihat, daftar.nama(t))
        baris.append(
            f"{daftar.berkas[t.sop]}: {t.jenis} jatuh tempo {tulis_tanggal(t.tempo)} "
            f"({daftar.keadaan(t)}): {nama}, {instansi}"
        )
    baris += [
        f"{daftar.berkas[id]}: tanpa tanggal, sehingga jatuh temponya tidak dapat dihitung"
        for id in daftar.jadwal.tanpa_tanggal
    ]
    return "\n".join([*baris, _ringkasan(daftar)])


def _ringkasan(daftar: Daftar) -> str:
    dekat = len(daftar.tinjauan) - daftar.lewat
    per = tulis_tanggal(daftar.jadwal.hari_ini)
    return f"Per {per}: {daftar.lewat} tinjauan terlambat, {dekat} jatuh tempo dalam {daftar.hari} hari."


def tulis_json(daftar: Daftar) -> str:
    """Write a JSON object: the day and horizon it was counted by, the reviews, and SOPs left out."""
    hari_ini = daftar.jadwal.hari_ini
    semua = [
        {
            "sop": t.sop,
            "nama": daftar.nama(t)[0],
            "instansi": daftar.nama(t)[1],
            "berkas": daftar.berkas[t.sop],
            "jenis": t.jenis,
            "jatuh_tempo": t.tempo.isoformat(),
            "dihitung_sejak": t.sejak.isoformat(),
            "terlambat": t.lewat(hari_ini),
            "hari_lagi": (t.tempo - hari_ini).days,
        }
        for t in daftar.tinjauan
    ]
    hasil = {
        "dihitung_per": hari_ini.isoformat(),
        "dalam_hari": daftar.hari,
        "tinjauan": semua,
        "tanpa_tanggal": list(daftar.jadwal.tanpa_tanggal),
        "dikecualikan": dict(daftar.jadwal.dikecualikan),
    }
    return json.dumps(hasil, ensure_ascii=False, indent=2)


def tulis_markdown(daftar: Daftar, batas: int = BATAS) -> str:
    """Write the text of an issue of at most `batas` characters; nothing at all when nothing is due.

    What does not fit is left out from the end, the least urgent, and that is said.
    """
    if not daftar.tinjauan:
        return ""
    kepala, kaki = "\n".join(_kepala(daftar)), "\n".join(_kaki(daftar))
    baris: list[str] = []
    sisa = batas - len(kepala) - len(kaki) - 200
    for n, t in enumerate(daftar.tinjauan):
        satu = _baris(daftar, t)
        sisa -= len(satu) + 1
        if sisa < 0:
            lagi = len(daftar.tinjauan) - n
            baris.append(
                f"\n_{lagi} tinjauan lagi tidak dimuat di sini; jalankan `sop periksa --jatuh-tempo`._"
            )
            break
        baris.append(satu)
    return "\n".join([kepala, *baris, kaki])


def _kepala(daftar: Daftar) -> Iterator[str]:
    yield PENANDA
    yield "## Tinjauan SOP yang jatuh tempo"
    yield ""
    yield f"**{_ringkasan(daftar)}**"
    yield ""
    yield "| Jatuh tempo | Keadaan | Tinjauan | SOP | Instansi | Berkas |"
    yield "| --- | --- | --- | --- | --- | --- |"


def _baris(daftar: Daftar, t: Tinjauan) -> str:
    nama, instansi = (amankan_md(x, _SEL) for x in daftar.nama(t))
    sel: Sequence[str] = (
        tulis_tanggal(t.tempo),
        daftar.keadaan(t),
        t.jenis.capitalize(),
        nama,
        instansi,
        f"`{daftar.berkas[t.sop]}`",
    )
    return f"| {' | '.join(sel)} |"


def _kaki(daftar: Daftar) -> Iterator[str]:
    contoh = baris_riwayat(daftar.tinjauan[0].jenis, daftar.jadwal.hari_ini)
    yield ""
    yield (
        "SOP dimonitor paling sedikit setiap enam bulan (PermenPANRB 35/2012) dan dievaluasi paling sedikit "
        "setiap tahun. Sesudah meninjau, catat hasilnya dalam berkas SOP itu:"
    )
    yield ""
    yield "```yaml"
    yield contoh.rstrip("\n")
    yield "```"
