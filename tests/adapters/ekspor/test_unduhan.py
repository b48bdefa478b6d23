"""What the site offers to edit is made once, again where it changed, and goes with its SOP."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from buku_sop.adapters.ekspor.unduhan import FOLDER, Pengekspor, Pesanan, buat_unduhan
from buku_sop.adapters.impor.pembaca import baca
from buku_sop.analysis.impor import kenali
from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.handbook import Hasil
from buku_sop.loading.draf import bangun_draf
from buku_sop.model import Sop
from buku_sop.model.setelan import BentukUnduhan
from tests.adapters.ekspor.rekaan import sop_rekaan
from tests.builders import handbook, sop

NIP = "19800101 200501 1 001"


def _hasil(*semua: Sop) -> Hasil:
    buku = handbook(*semua)
    return Hasil(buku, susun_keterkaitan(buku), (), {}, {})


def _sop(nama: str) -> Sop:
    return replace(sop_rekaan(8), id=f"kantor-contoh/{nama}", nama=nama)


def test_only_what_changed_is_exported_again(
    root_cetak: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bentuk = (BentukUnduhan.WORD, BentukUnduhan.BPMN)
    satu, dua = _sop("satu"), _sop("dua")
    kosong = sop(id="kantor-contoh/kosong", tabel=())
    dibuat: list[tuple[str, tuple[BentukUnduhan, ...]]] = []
    asli = Pengekspor.buat

    def buat(diri: Pengekspor, p: Pesanan) -> dict[BentukUnduhan, bytes]:
        dibuat.append((p[0].slug, p[1]))
        return asli(diri, p)

    monkeypatch.setattr(Pengekspor, "buat", buat)

    unduhan = buat_unduhan(root_cetak, _hasil(satu, dua, kosong), "", bentuk)
    assert sorted(dibuat) == [("dua", bentuk), ("kosong", bentuk[:1]), ("satu", bentuk)]
    assert {id: list(u) for id, u in unduhan.items()} == {
        satu.id: list(bentuk), dua.id: list(bentuk), kosong.id: [BentukUnduhan.WORD],
    }  # fmt: skip
    word = unduhan[satu.id][BentukUnduhan.WORD]
    assert word.path == "sop/kantor-contoh/satu/kantor-contoh-satu.docx"
    with zipfile.ZipFile(word.sumber) as arsip:
        semua = b"".join(map(arsip.read, arsip.namelist())).decode()
    assert "Kepala Kantor Contoh" in semua
    assert NIP not in semua

    dibuat.clear()
    lain = replace(dua, nomor="9/SOP/2030")
    assert buat_unduhan(root_cetak, _hasil(satu, lain), "", bentuk).keys() == {satu.id, dua.id}
    assert dibuat == [("dua", bentuk)]

    word.sumber.write_bytes(b"rusak")
    (root_cetak / FOLDER / "bpmn" / "kantor-contoh" / "dua.bpmn").unlink()
    dibuat.clear()
    buat_unduhan(root_cetak, _hasil(satu, lain), "", bentuk)
    assert sorted(dibuat) == [("dua", bentuk[1:]), ("satu", bentuk[:1])]
    assert not list((root_cetak / FOLDER).rglob("kosong.*"))
    assert buat_unduhan(root_cetak, _hasil(satu), "", ()) == {}


def test_what_reads_like_a_code_of_excel_comes_back_as_it_was(root_cetak: Path) -> None:
    langkah = replace(_sop("kode").prosedur[0].langkah[0], kegiatan="Berkas _x0041_ dan =1+1")
    satu = _sop("kode")
    prosedur = replace(satu.prosedur[0], langkah=(langkah, *satu.prosedur[0].langkah[1:]))
    hasil = _hasil(replace(satu, prosedur=(prosedur,)))
    unduhan = buat_unduhan(root_cetak, hasil, "", [BentukUnduhan.EXCEL])[satu.id]
    (draf,) = kenali(baca(unduhan[BentukUnduhan.EXCEL].sumber), bangun_draf)
    assert draf.isi["langkah"][0]["kegiatan"] == "Berkas _x0041_ dan =1+1"
