"""The neighbourhood of an SOP: who refers to it, what it refers to, which documents come and go."""

from __future__ import annotations

from buku_sop.analysis.dokumen.aliran_dokumen import susun_aliran
from buku_sop.analysis.keterkaitan.jaringan import susun_jaringan
from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.model import Sop, Status
from buku_sop.views.dasar.alamat import Alamat, halaman_sop
from buku_sop.views.dasar.render import Perender
from buku_sop.views.keterkaitan.tetangga import (
    PALING_BANYAK,
    AliranTampil,
    Tetangga,
    susun_tetangga,
)
from tests.builders import handbook, langkah, sop
from tests.paths import TEMPLATES

PUSAT = "kantor-contoh/arsip"


def tetangga(*semua: Sop) -> Tetangga | None:
    buku = handbook(*semua)
    kait = susun_keterkaitan(buku)
    sini = buku.cari_sop(PUSAT)
    assert sini is not None
    alamat = Alamat(halaman_sop(PUSAT))
    return susun_tetangga(sini, buku, susun_jaringan(buku, kait), susun_aliran(buku), alamat)


def tulis(isi: Tetangga | None) -> str:
    return Perender(TEMPLATES).render("keterkaitan/tetangga.html", tetangga=isi).strip()


def test_an_sop_without_ties_has_no_picture() -> None:
    assert tetangga(sop(id=PUSAT, nama="Arsip"), sop(id="kantor-contoh/b", nama="Rapat")) is None
    assert tulis(None) == ""


def test_who_refers_stands_left_and_what_is_referred_to_right() -> None:
    hasil = tetangga(
        sop(id=PUSAT, nama="Arsip", keterkaitan=("Rapat", "SOP Tiada")),
        sop(id="kantor-contoh/rapat", nama="Rapat", status=Status.DRAF),
        sop(langkah(), langkah(keterangan="SOP Arsip"), id="kantor-contoh/tamu", nama="Tamu"),
        sop(id="dinas-rekaan/kas", nama="Kas", keterkaitan=(PUSAT,)),
    )
    assert hasil is not None
    assert [(r.nama, r.instansi, r.kelas) for r in hasil.kiri] == [
        ("Kas", "Dinas Rekaan Kabupaten Khayalan", "keterkaitan"),
        ("Tamu", "", "keterangan"),
    ]
    assert hasil.kiri[1].langkah == (("2", "../tamu/#langkah-2"),)
    assert [(r.nama, r.href, r.kelas, r.status) for r in hasil.kanan] == [
        ("Rapat", "../rapat/", "keterkaitan", "Draf"),
        ("SOP Tiada", "", "tiada", ""),
    ]
    html = tulis(hasil)
    assert html.index("Merujuk ke SOP ini") < html.index("Kas") < html.index("SOP ini: ")
    assert (
        html.index("SOP ini: ")
        < html.index("Dirujuk SOP ini")
        < html.index("belum ada di buku ini")
    )


def test_documents_come_and_go_in_words() -> None:
    hasil = tetangga(
        sop(
            langkah("Menilai", kelengkapan="Rekap Kehadiran", output="Nilai"),
            langkah("Menyusun", kelengkapan="Kertas", output="Daftar Kinerja Rekaan"),
            id=PUSAT,
            nama="Penilaian",
        ),
        sop(langkah(output="Rekap Kehadiran"), id="kantor-contoh/b", nama="Perekapan"),
        sop(langkah(kelengkapan="Daftar Kinerja Rekaan"), id="kantor-contoh/c", nama="Pelaporan"),
    )
    assert hasil is not None
    assert hasil.masuk == (
        AliranTampil(
            "Rekap Kehadiran", "Perekapan", "../b/", ("1", "#langkah-1"), ("1", "../b/#langkah-1")
        ),
    )
    assert hasil.keluar == (
        AliranTampil(
            "Daftar Kinerja Rekaan",
            "Pelaporan",
            "../c/",
            ("2", "#langkah-2"),
            ("1", "../c/#langkah-1"),
        ),
    )
    html = tulis(hasil)
    assert "sop-keterkaitan-tetangga__gambar" not in html
    assert "yang diperlukan" in html
    assert "yang dihasilkan" in html


def test_a_crowd_is_cut_and_counted() -> None:
    perujuk = [
        sop(id=f"kantor-contoh/s{i:02}", nama=f"S{i:02}", keterkaitan=("Arsip",)) for i in range(12)
    ]
    hasil = tetangga(sop(id=PUSAT, nama="Arsip"), *perujuk)
    assert hasil is not None
    assert len(hasil.kiri) == PALING_BANYAK
    assert f"dan {12 - PALING_BANYAK} lainnya" in tulis(hasil)


def test_hostile_names_stay_words() -> None:
    jahat = '<img src=x onerror=alert(1)>"{{ 7*7 }}'
    html = tulis(tetangga(sop(id=PUSAT, nama=jahat, keterkaitan=(f"Tiada {jahat}",))))
    assert "<img" not in html
    assert "{{ 7*7 }}" in html
