"""The list of abbreviations names few SOPs, gives each entry an anchor, and escapes nothing itself."""

from __future__ import annotations

from buku_sop.analysis.kata.singkatan import SingkatanDipakai
from buku_sop.model import Singkatan
from buku_sop.views.daftar.singkatan import TERBANYAK, beri_alamat, susun_singkatan
from buku_sop.views.dasar.alamat import SINGKATAN, Alamat
from tests.builders import INSTANSI, handbook, sop

LUK = Singkatan("LUK", ("Laporan Umpama Kegiatan",))


def test_each_names_its_sops_with_their_office_and_of_very_many_only_the_first() -> None:
    ids = [f"kantor-contoh/s{n}" for n in range(TERBANYAK + 2)]
    buku = handbook(*(sop(id=id) for id in ids))
    dipakai = beri_alamat([SingkatanDipakai(LUK, "", tuple(ids))])
    (satu,) = susun_singkatan(dipakai, buku, Alamat(SINGKATAN))
    assert satu.sop[0] == (
        "Penerimaan Tamu s0",
        INSTANSI.sebutan,
        "../sop/kantor-contoh/s0/",
    )
    assert (len(satu.sop), satu.lainnya) == (TERBANYAK, 2)


def test_equal_ones_of_two_offices_have_their_own_anchors_and_say_whose_they_are() -> None:
    dua = susun_singkatan(
        beri_alamat([SingkatanDipakai(LUK, "", ()), SingkatanDipakai(LUK, "kantor-contoh", ())]),
        handbook(),
        Alamat(SINGKATAN),
    )
    assert [(d.jangkar, d.instansi) for d in dua] == [("luk", ""), ("luk-2", INSTANSI.sebutan)]
