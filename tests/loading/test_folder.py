"""A folder is read whole: every fault is reported, at its place, and hides no other file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from buku_sop.diagnostics import Tingkat
from buku_sop.loading.folder import Loaded, load_folder
from buku_sop.loading.isi_data import MAX_BYTES
from buku_sop.model import Giliran, Satuan, Simbol, Status, Tujuan
from tests.loading.test_gambar import raster

INSTANSI = "nama: Dinas Rekaan\n"
SOP = "nama: Contoh\npelaksana: {staf: Staf}\nlangkah:\n  - {kegiatan: Menulis, pelaksana: staf}\n"


def load(tmp_path: Path, files: dict[str, str | bytes]) -> Loaded:
    folder = tmp_path / "sop_data"
    for name, content in {"rekaan/instansi.yml": INSTANSI, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return load_folder(folder)


def found(loaded: Loaded) -> list[tuple[str, str]]:
    return [(d.kode, str(d.lokasi)) for d in loaded.diagnostics]


@pytest.mark.parametrize(
    ("text", "harap"),
    [
        (SOP + "nmaa_lain: x\n", [("SOP-S001", "5:1")]),
        ("pelaksana: {}\n", [("SOP-S002", "1:1")]),
        ("nama:\n", [("SOP-S002", "1:1")]),
        ("nama: [a]\n", [("SOP-S003", "1:7")]),
        (SOP.replace("{staf: Staf}", "[staf]"), [("SOP-S003", "2:12")]),
        (SOP + "status: aktif\n", [("SOP-S004", "5:9")]),
        (SOP + "tanggal_efektif: kemarin\n", [("SOP-S005", "5:18")]),
        (SOP + "tanggal_efektif: 2023-02-31\n", [("SOP-S005", "5:18")]),
        (SOP.replace("Menulis", "Menulis, opsional: mungkin"), [("SOP-S006", "4:35")]),
        (SOP.replace("Menulis", "Menulis, id: A B"), [("SOP-S008", "4:29")]),
        (SOP.replace("Menulis", "Menulis, id: selesai"), [("SOP-S010", "4:29")]),
        (SOP + "prosedur: [{langkah: []}]\n", [("SOP-S009", "2:1"), ("SOP-S009", "3:1")]),
        (SOP + "nomor: [x]\nstatus: y\nlain: z\n",
         [("SOP-S003", "5:8"), ("SOP-S004", "6:9"), ("SOP-S001", "7:1")]),
        (SOP.replace("Contoh", "Con\u202etoh"), [("SOP-Y009", "1:7")]),
    ],
)  # fmt: skip
def test_each_fault_of_form_is_reported_at_its_place(
    tmp_path: Path, text: str, harap: list[tuple[str, str]]
) -> None:
    loaded = load(tmp_path, {"rekaan/a.yml": text})
    assert sorted(found(loaded)) == sorted((k, f"sop_data/rekaan/a.yml:{p}") for k, p in harap)
    for d in loaded.diagnostics:
        assert d.pesan
        assert d.petunjuk


def test_an_unknown_key_gets_the_nearest_known_one_as_a_hint(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"rekaan/a.yml": SOP.replace("kegiatan", "kegiatn")})
    petunjuk = [d.petunjuk for d in loaded.diagnostics if d.kode == "SOP-S001"]
    assert petunjuk == ["Maksudnya `kegiatan`? Ganti, atau hapus kunci ini."]


def test_one_broken_file_hides_no_other(tmp_path: Path) -> None:
    loaded = load(
        tmp_path,
        {
            "rekaan/a.yml": SOP,
            "rekaan/b.yml": "nama: 'x",
            "rekaan/c.yml": "nama: D\xe9".encode("latin-1"),
            "rekaan/d.yml": "",
            "lain/e.yml": SOP,
            "rekaan/Nama Salah.yml": SOP,
            "rekaan/f.yml": "# " + "x" * MAX_BYTES,
            "rekaan/g.yaml": SOP,
            "h.yml": SOP,
        },
    )
    assert {s.id for s in loaded.handbook.sop} == {"rekaan/a", "lain/e", "rekaan/Nama Salah"}
    assert sorted(found(loaded)) == [
        ("SOP-B001", "sop_data/rekaan/c.yml:1:8"),
        ("SOP-B002", "sop_data/rekaan/d.yml:1:1"),
        ("SOP-B003", "sop_data/lain:1:1"),
        ("SOP-B004", "sop_data/rekaan/f.yml:1:1"),
        ("SOP-B005", "sop_data/rekaan/Nama Salah.yml:1:1"),
        ("SOP-B007", "sop_data/h.yml:1:1"),
        ("SOP-B007", "sop_data/rekaan/g.yaml:1:1"),
        ("SOP-Y001", "sop_data/rekaan/b.yml:1:7"),
    ]


def test_no_sop_takes_the_address_of_its_office(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"rekaan/index.yml": SOP})
    assert found(loaded) == [("SOP-B005", "sop_data/rekaan/index.yml:1:1")]


def test_a_column_counts_letters_and_not_bytes(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"rekaan/c.yml": "nama: “É”\nkop: “".encode() + b"\xe9"})
    assert found(loaded) == [("SOP-B001", "sop_data/rekaan/c.yml:2:7")]


@pytest.mark.parametrize("tujuan", ["tidak-ada", "nyata.yml", "/dev/zero", "pintasan"])
@pytest.mark.parametrize(
    "nama", ["lain", "rekaan/pintasan.yml", "rekaan/instansi.yml", "rekaan/x.YAML", "singkatan.yml"]
)
def test_a_link_is_a_finding_and_is_not_followed(tmp_path: Path, nama: str, tujuan: str) -> None:
    kantor = tmp_path / "sop_data" / "rekaan"
    kantor.mkdir(parents=True)
    (kantor / "nyata.yml").write_text(SOP, encoding="utf-8")
    if nama != "rekaan/instansi.yml":
        (kantor / "instansi.yml").write_text(INSTANSI, encoding="utf-8")
    path = tmp_path / "sop_data" / nama
    path.symlink_to(tujuan)
    loaded = load_folder(tmp_path / "sop_data")
    assert found(loaded) == [("SOP-B006", f"sop_data/{nama}:1:1")]
    assert "ini pintasan (tautan simbolis); simpan" in loaded.diagnostics[0].pesan
    assert [s.id for s in loaded.handbook.sop] == ["rekaan/nyata"]


def test_a_logo_must_be_a_picture_beside_the_file(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"rekaan/instansi.yml": INSTANSI + "logo: ../../rahasia.txt\n"})
    assert [k for k, _ in found(loaded)] == ["SOP-B008"]


def test_a_missing_folder_is_a_finding(tmp_path: Path) -> None:
    assert [d.kode for d in load_folder(tmp_path / "tidak-ada").diagnostics] == ["SOP-B006"]


LENGKAP = """
nama: Penerimaan   Tamu
status: berlaku
tanggal_pembuatan: 5 Januari 2026
tanggal_revisi: 31/1/2026
tanggal_efektif: 2026-02-01
satuan_waktu: menit
pelaksana: {kepala: Kepala, staf: Staf, tamu: Tamu}
langkah:
  - kegiatan: Menerima tamu
    pelaksana: staf
    waktu: 5
    output: Catatan
  - id: periksa
    kegiatan: Memeriksa
    pelaksana: [staf, kepala]
    opsional: ya
    cabang: [{label: Ya, ke: lanjut}, {label: Tidak, ke: periksa/kepala}]
    perlu_konfirmasi: [waktu, {cabang: Tidak terbaca}]
  - kegiatan: Menemui
    pelaksana: {bersama: [kepala, tamu]}
    ke: selesai
  - kegiatan: Mencatat
    pelaksana:
      - {pelaksana: staf, simbol: kapsul, teks: Mulai}
      - {pelaksana: kepala, cabang: [{label: A, ke: lanjut}, {label: B, ke: selesai}]}
      - bersama: [staf, tamu]
"""


def test_every_short_form_becomes_its_long_meaning(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"rekaan/a.yml": LENGKAP})
    assert not loaded.diagnostics
    (sop,) = loaded.handbook.sop
    assert (sop.nama, sop.status, sop.id) == ("Penerimaan Tamu", Status.BERLAKU, "rekaan/a")
    assert [sop.tanggal_pembuatan, sop.tanggal_revisi, sop.tanggal_efektif] == [
        date(2026, 1, 5),
        date(2026, 1, 31),
        date(2026, 2, 1),
    ]
    satu, dua, tiga, empat = sop.prosedur[0].langkah
    assert satu.giliran == (Giliran(("staf",)),)
    assert satu.output == ("Catatan",)
    assert satu.waktu.satuan_kolom is Satuan.MENIT
    assert [g.pelaksana for g in dua.giliran] == [("staf",), ("kepala",)]
    assert [len(g.cabang) for g in dua.giliran] == [0, 2]
    assert dua.giliran[1].cabang[1].ke == (Tujuan("periksa", "kepala"),)
    assert dua.opsional
    assert [(k.bidang, k.alasan) for k in dua.perlu_konfirmasi] == [
        ("waktu", ""),
        ("cabang", "Tidak terbaca"),
    ]
    assert tiga.giliran == (Giliran(("kepala", "tamu")),)
    assert tiga.ke == (Tujuan("selesai"),)
    assert empat.giliran[0] == Giliran(("staf",), Simbol.KAPSUL, "Mulai")
    assert empat.giliran[2].pelaksana == ("staf", "tamu")


def test_all_is_sorted_and_only_galat_stops(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"b-kantor/instansi.yml": INSTANSI, "a-kantor/instansi.yml": INSTANSI})
    assert [i.id for i in loaded.handbook.instansi] == ["a-kantor", "b-kantor", "rekaan"]
    assert not any(d.tingkat is Tingkat.GALAT for d in loaded.diagnostics)


@pytest.mark.parametrize("logo", ["../tetangga/logo.png", "../rekaan/logo.png", "dalam/logo.png"])
def test_a_logo_lies_in_the_folder_of_its_office(tmp_path: Path, logo: str) -> None:
    instansi = f"{INSTANSI}logo: {logo}\n"
    files = {f"{f}/logo.png": raster() for f in ("rekaan", "rekaan/dalam", "tetangga")}
    tetangga = {"tetangga/instansi.yml": "nama: Kantor Tetangga\n"}
    loaded = load(tmp_path, {"rekaan/instansi.yml": instansi, **tetangga, **files})
    assert ("SOP-B008", "sop_data/rekaan/instansi.yml:2:7") in found(loaded)
    sendiri = load(tmp_path, {"rekaan/instansi.yml": f"{INSTANSI}logo: logo.png\n"})
    assert "SOP-B008" not in {kode for kode, _ in found(sendiri)}
