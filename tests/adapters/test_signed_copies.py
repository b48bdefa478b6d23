"""A signed copy that proves nothing is a finding at the line that names it."""

from __future__ import annotations

from pathlib import Path

import pytest

from buku_sop.adapters import signed_copies
from buku_sop.adapters.signed_copies import check_signed_copies
from buku_sop.handbook import Hasil, open_handbook
from buku_sop.views.sop.lampiran import HasilTandaTangan, TandaTanganTampil

UTUH = HasilTandaTangan((TandaTanganTampil("Pejabat", "", True, "Utuh.", ""),))
RUSAK = HasilTandaTangan(
    (*UTUH.tanda, TandaTanganTampil("Pejabat Lain", "", False, "Tidak utuh: isinya diubah.", ""))
)
TANPA = HasilTandaTangan(sebab="Berkas itu tidak memuat tanda tangan elektronik.")
TERKUNCI = HasilTandaTangan(sebab="Berkasnya dikunci.", terbaca=False)


def buka(
    folder: Path, hasil: HasilTandaTangan, monkeypatch: pytest.MonkeyPatch, tambahan: str = ""
) -> Hasil:
    kantor = folder / "sop_data" / "kantor-contoh"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Contoh\n", encoding="utf-8")
    (kantor / "ttd.pdf").write_bytes(b"%PDF-1.7")
    isi = f"nama: Surat\nsalinan_bertanda_tangan:\n  tanggal: 2026-02-01\n  berkas: ttd.pdf\n{tambahan}"
    (kantor / "surat.yml").write_text(isi, encoding="utf-8")
    monkeypatch.setattr(signed_copies, "baca_semua", lambda t: {path: hasil for path, _ in t})
    data = folder / "sop_data"
    return check_signed_copies(data, open_handbook(data))


@pytest.mark.parametrize(
    ("hasil", "sebab"),
    [(UTUH, ""), (TANPA, ""), (RUSAK, "isinya diubah"), (TERKUNCI, "dikunci")],
)
def test_only_what_proves_nothing_is_told_at_its_line(
    hasil: HasilTandaTangan, sebab: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dibuka = buka(tmp_path, hasil, monkeypatch)
    temuan = [d for d in dibuka.diagnostics if d.kode == "SOP-B023"]
    assert len(temuan) == bool(sebab)
    for d in temuan:
        assert (d.lokasi.berkas, d.lokasi.baris) == ("sop_data/kantor-contoh/surat.yml", 4)
        assert sebab in d.pesan
        assert d in dibuka.per_sop["kantor-contoh/surat"]


def test_an_office_may_silence_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dibuka = buka(tmp_path, RUSAK, monkeypatch, "abaikan: {SOP-B023: Aslinya di lemari.}\n")
    assert not {"SOP-B023", "SOP-P002", "SOP-P003"} & {d.kode for d in dibuka.diagnostics}
