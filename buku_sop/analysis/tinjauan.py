"""Reviews: when an SOP is due for monitoring and for evaluation, worked out once for everything that says so.

PermenPANRB 35/2012 asks for monitoring every six months. Evaluation at least once a year is how offices that follow it
work; the page of the rule that may say so has not been read.

- Only an SOP in force (*berlaku*) is due for anything; where its end is known, for what falls before it.
- Time runs from the last review of the same kind in `riwayat`, or from the beginning of the version in force,
  whichever is later: a revision makes a new version, of which nothing is known yet. An evaluation is no
  monitoring and the other way round, since they ask different questions.
- A version begins with the latest of `tanggal_efektif`, `tanggal_pengesahan`, `tanggal_revisi` and a `revisi` in
  `riwayat`; where none is known, with the making.
- A record of a day to come, and a `tanggal_revisi` to come, is a plan, and does not count before its day.
- Of a date that is only a month or a year, its last day counts, so that nothing is called overdue too early.
- An SOP without any date has no due day. It is named as such, not left out in silence.
- A review is overdue from the day after its due day.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from buku_sop.analysis.temuan import Jalur
from buku_sop.model import Handbook, Sop, Status
from buku_sop.model.bidang import BIDANG_SOP, JenisNilai, nama_bidang
from buku_sop.model.tanggal import TanggalTertulis

BULAN: Mapping[str, int] = {"monitoring": 6, "evaluasi": 12}
"""Months between two reviews of a kind."""
KODE_TEMPO = "SOP-I011"
"""The check that reports an overdue review. An office silences it, and with it all reminders of that SOP."""
_VERSI = ("tanggal_efektif", "tanggal_pengesahan", "tanggal_revisi")


@dataclass(frozen=True, slots=True)
class Tinjauan:
    """A review of an SOP that must come next."""

    sop: str
    """Id of the SOP."""
    jenis: str
    """`monitoring` or `evaluasi`, as in `riwayat`."""
    tempo: date
    """The last day on which it is in time."""
    sejak: date
    """The day from which the time runs."""
    jalur: Jalur
    """Where `sejak` is written."""
    tercatat: bool
    """Whether `sejak` is a review of this kind, and not the beginning of the version."""

    def lewat(self, hari_ini: date) -> bool:
        """Whether it is overdue."""
        return self.tempo < hari_ini

    def dekat(self, hari_ini: date, hari: int) -> bool:
        """Whether it is overdue, or due within so many days."""
        return (self.tempo - hari_ini).days <= hari


@dataclass(frozen=True, slots=True)
class Jadwal:
    """The next reviews of a handbook."""

    hari_ini: date
    """The day by which they are judged."""
    tinjauan: tuple[Tinjauan, ...]
    """All, the most urgent first."""
    tanpa_tanggal: tuple[str, ...]
    """SOPs in force without any date from which time could run, by id."""
    dikecualikan: Mapping[str, str]
    """SOPs whose office wants no reminder, with its reason (`abaikan`)."""

    def dekat(self, hari: int) -> tuple[Tinjauan, ...]:
        """Return what is overdue or due within so many days."""
        return tuple(t for t in self.tinjauan if t.dekat(self.hari_ini, hari))


def susun_jadwal(handbook: Handbook, hari_ini: date) -> Jadwal:
    """Work out the next reviews of all SOPs in force."""
    semua: list[Tinjauan] = []
    tanpa: list[str] = []
    dikecualikan: dict[str, str] = {}
    for sop in sorted(handbook.sop, key=lambda s: s.id):
        if not _ditinjau(sop):
            continue
        if KODE_TEMPO in sop.abaikan:
            dikecualikan[sop.id] = sop.abaikan[KODE_TEMPO]
        elif milik := tinjauan_sop(sop, hari_ini):
            semua += milik
        elif not sop.berlaku_sampai:
            tanpa.append(sop.id)
    semua.sort(key=lambda t: (t.tempo, t.sop, t.jenis))
    return Jadwal(hari_ini, tuple(semua), tuple(tanpa), dikecualikan)


def _ditinjau(sop: Sop) -> bool:
    return sop.status is Status.BERLAKU or sop.berlaku_sampai is not None


def _akhir(sop: Sop) -> date:
    """Return the last day on which an SOP can be reviewed."""
    sampai = sop.berlaku_sampai
    hari = sampai.awal if isinstance(sampai, TanggalTertulis) else sampai
    return hari or date.max


def berlaku_sampai_hari(handbook: Handbook, hari_ini: date) -> Callable[[Sop], date]:
    """Return what gives for an SOP the last day on which nothing is found in it that was not found on `hari_ini`.

    A date of any SOP that comes may change what stands about others; an overdue review stands about its own SOP alone.
    """
    datang = (t for sop in handbook.sop for t in _semua_tanggal(sop) if t > hari_ini)
    semua = min(datang, default=date.max) - timedelta(days=1)

    def satu(sop: Sop) -> date:
        tempo = (t.tempo for t in tinjauan_sop(sop, hari_ini) if not t.lewat(hari_ini))
        return min([semua, *tempo])

    return satu


def _semua_tanggal(sop: Sop) -> Iterator[date]:
    """Yield all days that an SOP names, of a month or a year its first and its last."""
    yield from (r.tanggal for r in sop.riwayat)
    for bidang in nama_bidang(BIDANG_SOP, JenisNilai.TANGGAL):
        yield from filter(None, (sop.paling_awal(bidang), sop.paling_akhir(bidang)))


def tinjauan_sop(sop: Sop, hari_ini: date) -> tuple[Tinjauan, ...]:
    """Return the next review of each kind; none for an SOP that is not in force or has no date."""
    if not _ditinjau(sop):
        return ()
    hasil = []
    for jenis, bulan in BULAN.items():
        tercatat = list(_tercatat(sop, jenis, hari_ini))
        calon = [*tercatat, *_awal_versi(sop, hari_ini)]
        if calon:
            sejak, jalur = max(calon, key=lambda c: c[0])
            tempo = tambah_bulan(sejak, bulan)
            hasil.append(Tinjauan(sop.id, jenis, tempo, sejak, jalur, (sejak, jalur) in tercatat))
    return tuple(t for t in hasil if t.tempo <= _akhir(sop))


def _tercatat(sop: Sop, jenis: str, hari_ini: date) -> Iterator[tuple[date, Jalur]]:
    """Yield the records of a kind up to today, the last written first: of equals, that one is meant."""
    for n in reversed(range(len(sop.riwayat))):
        catatan = sop.riwayat[n]
        if catatan.jenis == jenis and catatan.tanggal <= hari_ini:
            yield catatan.tanggal, ("riwayat", n)


def _awal_versi(sop: Sop, hari_ini: date) -> Iterator[tuple[date, Jalur]]:
    """Yield the days on which the version in force may have begun."""
    ada = False
    for bidang in _VERSI:
        tanggal = sop.paling_akhir(bidang)
        if tanggal and (bidang != "tanggal_revisi" or tanggal <= hari_ini):
            ada = True
            yield tanggal, (bidang,)
    for catatan in _tercatat(sop, "revisi", hari_ini):
        ada = True
        yield catatan
    if ada:
        return
    if pembuatan := sop.paling_akhir("tanggal_pembuatan"):
        yield pembuatan, ("tanggal_pembuatan",)
    yield from _tercatat(sop, "pembuatan", hari_ini)


def tambah_bulan(tanggal: date, bulan: int) -> date:
    """Return the same day some months later, or the last day of a month that is too short."""
    tahun, nomor = divmod(tanggal.month - 1 + bulan, 12)
    tahun, nomor = tanggal.year + tahun, nomor + 1
    if tahun > date.max.year:
        return date.max
    return date(tahun, nomor, min(tanggal.day, monthrange(tahun, nomor)[1]))
