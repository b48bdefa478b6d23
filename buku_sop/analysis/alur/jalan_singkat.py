"""The shortest way: at a decision the best branch, at a fork all arms, and as long as its longest arm.

Dijkstra's algorithm from the ends, in the form that Knuth gave it for such graphs (1977): a point is settled
with the least length that any of its ways out can have, once all arms of that way are settled.
"""

from __future__ import annotations

import heapq

from buku_sop.analysis.alur.jalan_graf import Graf, Hasil, Panjang, Ruas


def jalan_tersingkat(graf: Graf) -> Hasil | None:
    """Find the shortest way from the start to the end; None where no way ends."""
    pilihan = [graf.pilihan(t) for t in range(len(graf.simpul))]
    masuk: list[list[tuple[int, int]]] = [[] for _ in graf.simpul]
    kurang = []
    for titik, semua in enumerate(pilihan):
        kurang.append([len(lengan) for lengan in semua])
        for nomor, lengan in enumerate(semua):
            for ruas in lengan:
                masuk[ruas.ke].append((titik, nomor))
    jarak: dict[int, Panjang] = {}
    dipilih: dict[int, list[Ruas]] = {}
    antre: list[tuple[Panjang, int, int]] = [
        (Panjang(), t, -1) for t, semua in enumerate(pilihan) if not semua
    ]
    heapq.heapify(antre)
    while antre:
        panjang, titik, nomor = heapq.heappop(antre)
        if titik in jarak:
            continue
        jarak[titik] = panjang
        dipilih[titik] = pilihan[titik][nomor] if nomor >= 0 else []
        for dari, nomor_dari in masuk[titik]:
            kurang[dari][nomor_dari] -= 1
            if dari not in jarak and kurang[dari][nomor_dari] == 0:
                lengan = pilihan[dari][nomor_dari]
                terjauh = max(r.panjang.tambah(jarak[r.ke]) for r in lengan)
                heapq.heappush(antre, (terjauh, dari, nomor_dari))
    return _telusuri(graf, jarak, dipilih) if 0 in jarak else None


def _telusuri(graf: Graf, jarak: dict[int, Panjang], dipilih: dict[int, list[Ruas]]) -> Hasil:
    """Follow the longest arm from the start to its end, and collect the rows of the others."""
    utama: list[Ruas] = []
    lain: list[Ruas] = []
    titik = 0
    while lengan := dipilih[titik]:
        terjauh = max(lengan, key=lambda r: r.panjang.tambah(jarak[r.ke]))
        utama.append(terjauh)
        lain += [r for r in lengan if r is not terjauh]
        titik = terjauh.ke
    serentak, sudah = set[int](), set[int]()
    while lain:
        ruas = lain.pop()
        if ruas.masuk:
            serentak.add(graf.simpul[ruas.ke].langkah)
        if ruas.ke not in sudah:
            sudah.add(ruas.ke)
            lain += dipilih[ruas.ke]
    return Hasil(tuple(utama), frozenset(serentak))
