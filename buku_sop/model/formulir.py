"""The printed forms around SOPs, and what each is about."""

from __future__ import annotations

from enum import StrEnum


class JenisFormulir(StrEnum):
    """A kind of printed form, by the name that commands and `instansi.yml` call it."""

    MONITORING = "monitoring"
    """*Monitoring Pelaksanaan SOP AP* (PermenPANRB 35/2012, Tabel 7): all SOPs of an office."""
    EVALUASI = "evaluasi"
    """*Evaluasi Penerapan SOP AP*: the seven questions about one SOP, as offices print them."""
    KEBUTUHAN = "kebutuhan"
    """*Identifikasi SOP AP Berdasarkan Tugas dan Fungsi* (PermenPANRB 35/2012, Tabel 6)."""
    DAFTAR_TILIK = "daftar-tilik"
    """A check list of an SOP's steps, with the compliance rate."""
    REKAMAN_REVISI = "rekaman-revisi"
    """What changed in an SOP, and when."""
    DAFTAR_SOP = "daftar-sop"
    """The SOPs of an office that are in force."""
    DISTRIBUSI = "distribusi"
    """Who receives a copy of an SOP."""
    DAFTAR_BACA = "daftar-baca"
    """Who has read this revision of an SOP, to be signed."""
    USULAN = "usulan"
    """What somebody would have changed in an SOP."""

    @property
    def seinstansi(self) -> bool:
        """Whether one form is about a whole office; else each is about one SOP."""
        return self in _SEINSTANSI


_SEINSTANSI = {JenisFormulir.MONITORING, JenisFormulir.KEBUTUHAN, JenisFormulir.DAFTAR_SOP}
