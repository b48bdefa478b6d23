"""Times in natural Indonesian: "2 hari kerja 3 jam 40 menit", "5–10 menit"."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from buku_sop.analysis.alur.waktu import TotalWaktu
from buku_sop.model import Bilangan, Durasi, JamKerja, KasusWaktu, Rentang, Sifat
from buku_sop.model.waktu import JAM_PER_HARI_KALENDER, MENIT_PER_JAM, bilangan

_DESIMAL = 2
_MENIT_PER_HARI_KALENDER = JAM_PER_HARI_KALENDER * MENIT_PER_JAM
_TERKECIL = Fraction(1, 10**_DESIMAL)


@dataclass(frozen=True, slots=True)
class _Bagian:
    """A number with its unit: 3 jam."""

    jumlah: Bilangan
    satuan: str

    def __str__(self) -> str:
        """Write it; what is less than can be written is not made zero."""
        if 0 < self.jumlah < _TERKECIL:
            return f"kurang dari {_angka(_TERKECIL)} {self.satuan}"
        return f"{_angka(self.jumlah)} {self.satuan}"


@lru_cache(maxsize=1 << 12)
def tulis_durasi(d: Durasi, jam_kerja: JamKerja) -> str:
    """Write a duration with the office's working days: 450 minutes of work are "1 hari kerja".

    Time on the calendar stands beside it: "2 hari kerja + 30 hari kalender". Zero is "0 menit". Decimals
    have a comma and at most two places.
    """
    return " + ".join(_gabung(b) for b in (_kerja(d, jam_kerja), _kalender(d)) if b) or "0 menit"


@lru_cache(maxsize=1 << 12)
def tulis_rentang(r: Rentang, jam_kerja: JamKerja) -> str:
    """Write a range: "5–10 menit" with one unit, "30 menit sampai 1 jam" with two, or the single time."""
    cepat, lama = r.paling_cepat, r.paling_lama
    kerja, kerja_lama = _kerja(cepat, jam_kerja), _kerja(lama, jam_kerja)
    kalender, kalender_lama = _kalender(cepat), _kalender(lama)
    if kerja == kerja_lama and kalender == kalender_lama:
        return tulis_durasi(lama, jam_kerja)
    if not cepat:
        return f"paling lama {tulis_durasi(lama, jam_kerja)}"
    if kerja == kerja_lama and (ringkas := _ringkas(kalender, kalender_lama)):
        return " + ".join(filter(None, (_gabung(kerja), ringkas)))
    if kalender == kalender_lama and (ringkas := _ringkas(kerja, kerja_lama)):
        return " + ".join(filter(None, (ringkas, _gabung(kalender))))
    return f"{tulis_durasi(cepat, jam_kerja)} sampai {tulis_durasi(lama, jam_kerja)}"


_SIFAT = {
    Sifat.TEPAT: "",
    Sifat.PALING_LAMA: "paling lama ",
    Sifat.PALING_CEPAT: "paling cepat ",
    Sifat.KIRA_KIRA: "kira-kira ",
}


def tulis_kasus(k: KasusWaktu, jam_kerja: JamKerja) -> str:
    """Write a time of a cell with what bounds it: "paling lama 2 hari kerja"; its case is `KasusWaktu.untuk`."""
    return _SIFAT[k.sifat] + tulis_rentang(k.rentang, jam_kerja)


def tulis_total(t: TotalWaktu, jam_kerja: JamKerja) -> str:
    """Write a sum and what it leaves out: "2 hari kerja 3 jam 40 menit (1 langkah tanpa waktu)"."""
    if not t.langkah:
        return "belum ada langkah"
    if t.sesuai_kebutuhan == t.langkah:
        return "sesuai kebutuhan"
    if not t.terhitung:
        return _dengan_catatan("belum diketahui", t)
    return _dengan_catatan(_SIFAT[t.sifat] + tulis_rentang(t.rentang, jam_kerja), t)


def tulis_jumlah(t: TotalWaktu, jam_kerja: JamKerja) -> str:
    """Write a sum that leaves nothing out; empty where it would."""
    kurang = t.tanpa_waktu + t.sesuai_kebutuhan + t.berjadwal + t.tak_terbaca + t.per_hasil
    if kurang or not t.terhitung:
        return ""
    return _SIFAT[t.sifat] + tulis_rentang(t.rentang, jam_kerja)


def _dengan_catatan(jumlah: str, t: TotalWaktu) -> str:
    kurang = (
        (t.tanpa_waktu, "tanpa waktu"),
        (t.sesuai_kebutuhan, "sesuai kebutuhan"),
        (t.berjadwal, "menurut jadwal"),
        (t.tak_terbaca, "dengan waktu yang tak terbaca"),
        (t.per_hasil, "dihitung untuk satu hasil"),
    )
    catatan = [f"{_angka(n)} langkah {apa}" for n, apa in kurang if n]
    if t.menurut_cabang:
        catatan.insert(0, "menurut cabang yang diambil")
    return f"{jumlah} ({', '.join(catatan)})" if catatan else jumlah


def _kerja(d: Durasi, jam_kerja: JamKerja) -> tuple[_Bagian, ...]:
    """Cut working time into days, hours and minutes; what rounds up to a whole day becomes one."""
    sehari = jam_kerja.menit_per_hari
    hari = d.kerja // sehari if sehari > 0 else 0
    sisa = _bulat(d.kerja - hari * sehari)
    if hari and sisa >= sehari:
        hari, sisa = hari + 1, 0
    jam, menit = divmod(sisa, MENIT_PER_JAM)
    bagian = (
        _Bagian(hari, "hari kerja"),
        _Bagian(jam, "jam"),
        _Bagian(menit, "menit"),
    )
    return tuple(b for b in bagian if b.jumlah)


def _kalender(d: Durasi) -> tuple[_Bagian, ...]:
    """Write calendar time in days, since an hour without further words is an hour of work."""
    hari = _bulat(bilangan(Fraction(d.kalender, _MENIT_PER_HARI_KALENDER)))
    return (_Bagian(hari, "hari kalender"),) if hari else ()


def _ringkas(cepat: tuple[_Bagian, ...], lama: tuple[_Bagian, ...]) -> str:
    """Write two ends with one unit, the same, as "5–10 menit"; empty where they are not like that."""
    if len(cepat) != 1 or len(lama) != 1 or cepat[0].satuan != lama[0].satuan:
        return ""
    if cepat[0].jumlah < _TERKECIL:
        return ""
    return f"{_angka(cepat[0].jumlah)}–{lama[0]}"


def _gabung(bagian: tuple[_Bagian, ...]) -> str:
    return " ".join(map(str, bagian))


def _bulat(nilai: Bilangan) -> Bilangan:
    """Round to what is shown, except that something never becomes nothing."""
    bulat: Bilangan = nilai if isinstance(nilai, int) else round(nilai, _DESIMAL)
    return bulat if bulat or not nilai else nilai


def _angka(nilai: Bilangan) -> str:
    """Write a number as Indonesians do: 1.500 is fifteen hundred, 2,5 two and a half."""
    seperseratus = round(nilai * 10**_DESIMAL)
    utuh, pecahan = divmod(seperseratus, 10**_DESIMAL)
    ekor = f"{pecahan:0{_DESIMAL}d}".rstrip("0")
    return f"{utuh:,}".replace(",", ".") + (f",{ekor}" if ekor else "")
