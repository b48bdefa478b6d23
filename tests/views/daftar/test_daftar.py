"""Lists across SOPs, and the quality report, before they are HTML."""

from __future__ import annotations

from buku_sop.diagnostics import Location, diagnose
from buku_sop.views.daftar.daftar import Pendaftar, urut_instansi
from buku_sop.views.dasar.alamat import MUTU, SEMUA_SOP, Alamat
from buku_sop.views.mutu.laporan import hitung, hitung_kode, susun_laporan
from tests.builders import giliran, handbook, langkah, sop

SATU = sop(
    langkah("Mencatat", kelengkapan="Buku tamu", output="Catatan"),
    langkah("Memeriksa", giliran("staf"), giliran("kepala"), kelengkapan="Catatan", output=()),
    nama="zeta",
)
DUA = sop(langkah("Mengarsipkan", kelengkapan="catatan"), id="kantor-contoh/arsip", nama="Alfa")
BUKU = handbook(SATU, DUA)
PENDAFTAR = Pendaftar(BUKU, Alamat(SEMUA_SOP))


def test_offices_and_their_sops_are_sorted_by_what_is_read() -> None:
    assert [i.id for i in urut_instansi(BUKU)] == ["dinas-rekaan", "kantor-contoh"]
    kosong, kantor = PENDAFTAR.semua_instansi()
    assert kosong.sop == ()
    assert [(s.nama, s.href, s.langkah) for s in kantor.sop] == [
        ("Alfa", "kantor-contoh/arsip/", 1),
        ("zeta", "kantor-contoh/penerimaan-tamu/", 2),
    ]
    assert kantor.sop[0].total == "5 menit"


def test_the_report_groups_by_file_with_the_gravest_first() -> None:
    berkas = {SATU.id: "sop_data/kantor-contoh/penerimaan-tamu.yml"}
    di = berkas[SATU.id]
    semua = [
        diagnose("SOP-A009", Location(di, 3), usul="Staf"),
        diagnose("SOP-A006", Location(di, 9), prosedur="Prosedur ini"),
        diagnose("SOP-B002", Location("sop_data/kantor-contoh/kosong.yml")),
    ]
    laporan = susun_laporan(semua, BUKU, berkas, Alamat(MUTU), lambda b, n: f"{b}!{n}")
    assert [(b.nama, b.href) for b in laporan] == [
        ("sop_data/kantor-contoh/kosong.yml", ""),
        ("zeta", "../sop/kantor-contoh/penerimaan-tamu/"),
    ]
    temuan = laporan[1].temuan
    assert [(t.kode, t.tingkat, t.href) for t in temuan] == [
        ("SOP-A006", "peringatan", f"{di}!9"),
        ("SOP-A009", "saran", f"{di}!3"),
    ]
    assert temuan[0].href_kode == "kode/keluarga_a/#sop-a006"
    assert hitung(semua) == {"galat": 1, "peringatan": 1, "saran": 1}
    assert next(k for k, _, _ in hitung_kode([*semua, semua[0]])) == "SOP-A009"
