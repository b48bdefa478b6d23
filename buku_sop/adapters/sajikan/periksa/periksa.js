/*
 * The check of a draft: one doubt at a time, with the place in the document on one side and our drawing on the other.
 * Everything is said by the server (keadaan) and changed by it (ubah); a change names the state of the file that was
 * seen, so that nothing is written over what others wrote meanwhile. Only `gambar` is HTML, escaped by the server.
 */
import { pieces, write } from "./tulisan.js"

;(() => {
  const isi = document.getElementById("utama")
  const { sop, kunci, kepala } = isi.dataset
  const el = (id) => document.getElementById(id)
  let data // the state that the server told last
  let kini = "" // the key of the doubt that is shown; empty when there is none
  let utuh = false // the whole page of the document rather than the place
  let skala = 1.35 // pixels of a point of the document, at most
  let dipilih = false // the scale was chosen by hand
  const TERKECIL = 0.8 // pixels of a point at which letters can still be read
  let menyunting = false
  let sibuk = false
  const nanti = new Set() // left for later
  const ditunda = new Set() // asked again, and left again: not asked any more in this visit

  /** Make an element: attributes, then children, of which strings are texts. */
  function buat(nama, sifat = {}, ...anak) {
    const baru = document.createElement(nama)
    for (const [k, v] of Object.entries(sifat)) {
      if (k.startsWith("on")) baru.addEventListener(k.slice(2), v)
      else if (v === true) baru.setAttribute(k, "")
      else if (v !== false && v !== undefined && v !== null) baru.setAttribute(k, v)
    }
    baru.append(...anak.filter((a) => a !== null && a !== undefined))
    return baru
  }
  const tombol = (kata, pintas, lakukan, sifat = {}) =>
    buat("button", { type: "button", onclick: lakukan, "aria-keyshortcuts": pintas, ...sifat },
      buat("span", {}, kata), pintas ? buat("kbd", { "aria-hidden": "true" }, sifat.tanda ?? pintas) : null)

  // --- The server -----------------------------------------------------------------------------

  async function tanya(alamat, pilihan) {
    try {
      const jawab = await fetch(alamat, pilihan)
      const nilai = (jawab.headers.get("content-type") ?? "").includes("json") ? await jawab.json() : { galat: await jawab.text() }
      return { ok: jawab.ok, nilai }
    } catch {
      return { ok: false, nilai: { galat: write(TULISAN.periksa.bisu) } }
    }
  }

  /** Change the draft; show the doubt that follows, or say why nothing changed. */
  async function ubah(lakukan, nilai, semua = false) {
    if (sibuk || !data || lakukan !== "batal" && !ragu()) return
    sibuk = true
    const lama = data, urut = data.ragu.map((r) => r.kunci)
    const { ok, nilai: jawab } = await tanya("ubah", {
      method: "POST",
      headers: { "Content-Type": "application/json", [kepala]: kunci },
      body: JSON.stringify({ sop, sidik: data.sidik, lakukan, kunci: kini, nilai, semua }),
    })
    sibuk = false
    if (!ok) {
      kabari(jawab.galat, true)
      if (jawab.kini) terima(jawab.kini, menyunting)
      return
    }
    menyunting = false
    kabari("")
    data = jawab
    if (lakukan === "batal") {
      const dulu = new Set(urut)
      kini = data.ragu.find((r) => !dulu.has(r.kunci))?.kunci ?? kini
      kabari(jawab.ikut ? write(TULISAN.periksa.batal_ikut, { banyak: jawab.ikut }) : write(TULISAN.periksa.dibatalkan))
    } else {
      if (jawab.ikut) kabari(write(TULISAN.periksa.ikut, { banyak: jawab.ikut }))
      nanti.delete(kini)
      kini = berikutnya(lama.ragu, kini)
    }
    tampilkan(true)
  }

  /** Choose what is asked next: what follows, those left for later only when nothing else is left. */
  function berikutnya(ragu, dari) {
    const ada = new Set(data.ragu.map((r) => r.kunci))
    const letak = Math.max(0, ragu.findIndex((r) => r.kunci === dari))
    const urut = [...ragu.slice(letak + 1), ...ragu.slice(0, letak + 1)].map((r) => r.kunci).filter((k) => ada.has(k))
    return urut.find((k) => !nanti.has(k)) ?? urut.find((k) => !ditunda.has(k)) ?? ""
  }

  async function muat() {
    const { ok, nilai } = await tanya(`keadaan?sop=${encodeURIComponent(sop)}`)
    if (!ok) return kabari(nilai.galat, true)
    terima(nilai, false)
  }

  /** Take a newer state; what somebody is typing stays. */
  function terima(baru, tetapMenyunting) {
    const berubah = data && data.sidik !== baru.sidik
    data = baru
    if (!data.ragu.some((r) => r.kunci === kini)) {
      kini = data.ragu.find((r) => !nanti.has(r.kunci))?.kunci ?? data.ragu[0]?.kunci ?? ""
      tetapMenyunting = false
    }
    tampilkan(false, tetapMenyunting)
    return berubah
  }

  /** Look whether the file is still the one that is shown; called when the server has news of any file. */
  async function tengok() {
    if (sibuk || !data) return
    const { ok, nilai } = await tanya(`keadaan?sop=${encodeURIComponent(sop)}&sidik=${data.sidik}`)
    if (sibuk) return
    if (!ok) return kabari(nilai.galat, true)
    if (nilai.ragu && nilai.sidik !== data.sidik) {
      terima(nilai, menyunting)
      kabari(write(TULISAN.periksa.berubah))
    }
  }

  function kabari(pesan, salah = false) {
    el("kabar").hidden = !pesan
    el("kabar").textContent = pesan ?? ""
    el("kabar").classList.toggle("periksa-kabar--salah", salah)
  }

  // --- What is shown ---------------------------------------------------------------------------

  const ragu = () => data.ragu.find((r) => r.kunci === kini)

  function tampilkan(fokus, tetapMenyunting = false) {
    el("nama").textContent = data.nama || sop
    document.title = `${data.sisa_ragu ? `(${data.sisa_ragu}) ` : ""}${write(TULISAN.periksa.judul_satu, { nama: data.nama || sop })}`
    el("asal-nama").textContent = [data.asal && write(TULISAN.periksa.dari, { asal: data.asal }), data.berkas].filter(Boolean).join(" · ")
    const sudah = data.semua_ragu - data.sisa_ragu
    el("kemajuan-kata").textContent = data.semua_ragu ? write(TULISAN.periksa.kemajuan, { banyak: sudah, semua: data.semua_ragu }) : write(TULISAN.periksa.tanpa_ragu)
    el("kemajuan").max = data.semua_ragu || 1
    el("kemajuan").value = data.semua_ragu ? sudah : 1
    tampilkanDaftar()
    if (!tetapMenyunting) tampilkanPutusan(fokus)
    tampilkanGambar()
    tampilkanAsal()
    tampilkanSisa()
  }

  function tampilkanDaftar() {
    el("semua").replaceChildren(...data.ragu.map((r) =>
      buat("li", {}, buat("button", { type: "button", onclick: () => buka(r.kunci), "aria-current": r.kunci === kini && "true" },
        r.judul, nanti.has(r.kunci) ? buat("small", {}, write(TULISAN.periksa.nanti_kecil)) : null))))
    el("semua").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" })
    const satu = data.ragu.length < (kini ? 2 : 1)
    el("sebelum").disabled = el("sesudah").disabled = satu
  }

  function buka(k) {
    kini = k
    menyunting = false
    kabari("")
    tampilkan(true)
  }

  function geser(arah) {
    const ada = data.ragu.findIndex((r) => r.kunci === kini)
    const letak = ada < 0 && arah < 0 ? 0 : ada
    const ke = data.ragu[(letak + arah + data.ragu.length) % data.ragu.length]
    if (ke) buka(ke.kunci)
  }

  function tampilkanPutusan(fokus) {
    const r = ragu()
    const letak = data.ragu.indexOf(r)
    el("judul-ragu").textContent = r ? r.judul
      : data.sisa_ragu ? write(TULISAN.periksa.ditunda, { banyak: data.sisa_ragu })
        : data.semua_ragu ? write(TULISAN.periksa.semua_isian) : write(TULISAN.periksa.tiada_isian)
    el("judul-ragu").classList.toggle("periksa-selesai", !data.sisa_ragu)
    if (r && data.ragu.length > 1) el("judul-ragu").append(buat("span", { class: "sop-baca" }, write(TULISAN.periksa.letak, { nomor: letak + 1, semua: data.ragu.length })))
    el("putusan").replaceChildren(...(r ? putusan(r) : selesai()))
    if (fokus) el("judul-ragu").focus({ preventScroll: true })
  }

  function putusan(r) {
    const fakta = buat("dl", { class: "periksa-fakta" })
    const tulis = (label, baris, kelas) => fakta.append(buat("dt", {}, label),
      buat("dd", { class: kelas }, ...baris.flatMap((b, n) => n ? [buat("br"), b] : [b])))
    if (r.kegiatan && r.bidang !== "kegiatan") tulis(write(TULISAN.periksa.kegiatan), [r.kegiatan], "periksa-kegiatan")
    tulis(write(TULISAN.periksa.tertulis), r.bacaan.length ? r.bacaan : [write(TULISAN.periksa.kosong_isi)], "periksa-tertulis")
    tulis(write(TULISAN.periksa.alasan), [r.alasan])
    const batal = tombol(write(TULISAN.periksa.batalkan), "U", () => ubah("batal"), { class: "periksa-akhir" })
    batal.disabled = !data.dapat_batal
    const dapat = r.isian.jenis !== "berkas"
    const utama = buat("div", { class: "periksa-aksi" },
      ...r.harus_diisi
        ? [tombol(write(TULISAN.periksa.isi_nanti), "Enter", lewati, { class: "periksa-benar" }), dapat ? tombol(write(TULISAN.periksa.isi_sekarang), "E", sunting) : null, tombol(write(TULISAN.periksa.memang_kosong), "B", () => ubah("benar"))]
        : [tombol(write(TULISAN.periksa.benar), "Enter", () => ubah("benar"), { class: "periksa-benar" }),
          r.sama ? tombol(write(TULISAN.periksa.benar_semua, { banyak: r.sama }), "S", () => ubah("benar", undefined, true), { title: write(TULISAN.periksa.benar_arti) }) : null,
          dapat ? tombol(write(TULISAN.periksa.perbaiki), "E", sunting) : null, tombol(write(TULISAN.periksa.nanti), "L", tunda)],
      batal)
    const lain = r.pilihan.length && !menyunting ? buat("div", { class: "periksa-aksi periksa-aksi--lain", role: "group", "aria-label": write(TULISAN.periksa.pilihan) },
      ...r.pilihan.map((p, n) => tombol(p, `${n + 1}`, () => ubah("pilih", n), { class: "periksa-pilih", title: p }))) : null
    const berkas = dapat ? null : buat("p", {}, ...pieces(r.harus_diisi ? TULISAN.periksa.tuliskan : TULISAN.periksa.keliru, {
      perintah: buat("code", {}, `sop sunting ${sop}`), tempat: buat("code", {}, `${data.berkas}:${r.baris}`),
    }))
    return [buat("div", { class: "periksa-dua" }, buat("div", {}, fakta, berkas), lain), utama, menyunting ? formulir(r) : null].filter(Boolean)
  }

  /** Leave a doubt for later: it is asked once more, when nothing else is left. */
  function tunda() {
    if (!ragu()) return
    if (nanti.has(kini) || data.ragu.every((r) => r.kunci === kini || ditunda.has(r.kunci))) ditunda.add(kini)
    nanti.add(kini)
    lanjutkan()
  }

  /** Pass over what cannot be decided here; it keeps its mark. */
  function lewati() {
    nanti.add(kini)
    ditunda.add(kini)
    lanjutkan()
  }

  function lanjutkan() {
    kini = berikutnya(data.ragu, kini)
    kabari("")
    tampilkan(true)
  }

  function selesai() {
    const langkah = buat("ol", { class: "periksa-lanjut" })
    const batal = tombol(write(TULISAN.periksa.batal_akhir), "U", () => ubah("batal"), { tanda: "U" })
    const temuan = buat("div", {}, buat("p", {}, write(TULISAN.periksa.memeriksa)))
    const tulis = (...isi) => langkah.append(buat("li", {}, ...isi))
    if (data.sisa_ragu) tulis(write(TULISAN.periksa.ditunda_arti), " ", tombol(write(TULISAN.periksa.tanyakan), "N", () => geser(1)))
    const lain = buat("li", {}, buat("a", { href: "./" }, write(TULISAN.periksa.semua_draf)), ".")
    langkah.append(lain)
    tanya(`temuan?sop=${encodeURIComponent(sop)}`).then(({ ok, nilai }) => {
      if (!ok) return temuan.replaceChildren(buat("p", {}, nilai.galat))
      if (nilai.berikut) lain.replaceChildren(...pieces(TULISAN.periksa.draf_berikut, {
        banyak: nilai.berikut.banyak, sisa: nilai.berikut.sisa,
        nama: buat("a", { href: nilai.berikut.alamat, id: "draf-berikut" }, nilai.berikut.nama),
      }), " ", buat("kbd", { "aria-hidden": "true" }, "Enter"))
      else if (!data.sisa_ragu) lain.replaceChildren(...pieces(TULISAN.periksa.buku_selesai, {
        semua: buat("a", { href: "./" }, write(TULISAN.periksa.semua_draf_kecil)), perintah: buat("code", {}, "sop situs"),
      }))
      if (nilai.halaman) tulis(buat("a", { href: nilai.halaman }, write(TULISAN.periksa.lihat_halaman)), ".")
      if (nilai.banyak) tulis(...pieces(TULISAN.periksa.perbaiki_temuan, {
        perintah: buat("code", {}, `sop sunting ${sop}`), berkas: buat("code", {}, data.berkas), hasil: buat("code", {}, "sop periksa"),
      }))
      if (data.status === "draf") tulis(...pieces(TULISAN.periksa.masih_draf, { status: buat("code", {}, "draf"), isian: buat("code", {}, "status") }))
      temuan.replaceChildren(nilai.banyak ? buat("p", {}, write(TULISAN.periksa.temuan, { banyak: nilai.banyak })) : buat("p", {}, write(TULISAN.periksa.tanpa_temuan)),
        buat("ul", { class: "periksa-lanjut" }, ...nilai.temuan.map((t) => buat("li", {}, buat("code", {}, write(TULISAN.periksa.baris, { nomor: t.baris })), ` ${t.pesan} (${t.tingkat}, ${t.kode})`))))
    })
    return [langkah, temuan, data.dapat_batal ? buat("div", { class: "periksa-aksi" }, batal) : null].filter(Boolean)
  }

  // --- Forms ------------------------------------------------------------------------------------------

  function sunting() {
    if (!ragu() || ragu().isian.jenis === "berkas") return
    menyunting = true
    tampilkanPutusan(false)
    el("putusan").querySelector("form input, form select, form textarea")?.focus()
  }

  function tutup() {
    menyunting = false
    tampilkanPutusan(true)
  }

  const pemilih = (pilihan, nilai, label, kosong) => {
    const pilih = buat("select", { "aria-label": label }, ...(kosong ? [buat("option", { value: '""' }, kosong)] : []),
      ...pilihan.map(([v, kata]) => buat("option", { value: JSON.stringify(v) }, kata)))
    pilih.value = JSON.stringify(nilai ?? "")
    return pilih
  }
  const terpilih = (wadah) => [...wadah.querySelectorAll("select")].map((s) => JSON.parse(s.value)).filter((v) => v !== "")

  /** Return the form for a doubt; each kind says how its values are read back. */
  function formulir(r) {
    const bentuk = { teks, daftar, peta, ke, asal, cabang, pelaksana }[r.isian.jenis](r)
    const semua = r.sama ? buat("input", { type: "checkbox" }) : null
    return buat("form", { class: "periksa-formulir", onsubmit: (e) => { e.preventDefault(); ubah("isi", bentuk.baca(), Boolean(semua?.checked)) } },
      ...bentuk.isi,
      semua ? buat("label", { class: "periksa-formulir__semua" }, semua, write(TULISAN.periksa.pakai_semua, { banyak: r.sama })) : null,
      buat("div", { class: "periksa-aksi" },
        buat("button", { type: "submit", class: "periksa-benar" }, write(TULISAN.periksa.simpan), " ", buat("kbd", { "aria-hidden": "true" }, "Ctrl Enter")),
        tombol(write(TULISAN.periksa.tutup), "Escape", tutup, { tanda: "Esc" })))
  }

  const berbaris = (label, nilai) => {
    const banyak = Math.min(8, Math.max(2, nilai.split("\n").length + Math.floor(nilai.length / 90)))
    const kotak = buat("textarea", { rows: banyak })
    kotak.value = nilai
    return [buat("label", {}, label, kotak), kotak]
  }

  function teks(r) {
    const [label, kotak] = berbaris(r.judul, r.isian.nilai)
    return { isi: [label], baca: () => kotak.value }
  }

  function daftar(r) {
    const semua = [...r.isian.nilai, ""].map((x, n) => berbaris(n < r.isian.nilai.length ? write(TULISAN.periksa.butir, { nomor: n + 1 }) : write(TULISAN.periksa.butir_baru), x))
    return { isi: semua.map(([label]) => label), baca: () => semua.map(([, kotak]) => kotak.value).filter((x) => x.trim()) }
  }

  function peta(r) {
    const semua = r.isian.nama.map(([k, nama]) => {
      const kotak = buat("input", { type: "text", autocomplete: "off" })
      kotak.value = r.isian.nilai[k] ?? ""
      return [k, buat("label", {}, nama, kotak), kotak]
    })
    return { isi: semua.map(([, label]) => label), baca: () => Object.fromEntries(semua.map(([k, , kotak]) => [k, kotak.value])) }
  }

  function ke(r) {
    const semua = r.isian.nilai.map(([g, tujuan], n) => {
      const siapa = r.isian.nama[n]?.[1]
      const wadah = buat("div", { class: "periksa-formulir__baris" }, buat("span", {}, siapa ? write(TULISAN.periksa.siapa_lalu, { siapa }) : write(TULISAN.periksa.lalu_ke)),
        ...[...tujuan, ""].map((t, i) => buat("label", { class: "periksa-tujuan" }, i < tujuan.length || !i ? "" : write(TULISAN.periksa.serentak),
          pemilih(r.isian.pilihan, t, i ? write(TULISAN.periksa.tujuan_ke, { nomor: i + 1 }) : write(TULISAN.periksa.tujuan), i ? write(TULISAN.periksa.tidak_ada) : write(TULISAN.periksa.urutan)))))
      return [g, wadah]
    })
    return { isi: semua.map(([, w]) => w), baca: () => semua.map(([g, w]) => [g, terpilih(w)]) }
  }

  function asal(r) {
    const pilih = pemilih(r.isian.pilihan, r.isian.pilihan[0]?.[0], write(TULISAN.periksa.asal_panah))
    return { isi: [buat("label", {}, write(TULISAN.periksa.panah_dari), pilih)], baca: () => JSON.parse(pilih.value) }
  }

  function cabang(r) {
    const baris = ({ label, ke }, n) => {
      const kotak = buat("input", { type: "text", autocomplete: "off" })
      kotak.value = label
      const pilih = (ke.length ? ke : [""]).map((t) => pemilih(r.isian.pilihan, t, write(TULISAN.periksa.tujuan_cabang, { nomor: n + 1 }), write(TULISAN.periksa.hapus_cabang)))
      return { wadah: buat("div", { class: "periksa-formulir__baris" }, buat("label", { class: "periksa-label" }, write(TULISAN.periksa.label_cabang, { nomor: n + 1 }), kotak),
        ...pilih.map((p) => buat("label", {}, write(TULISAN.periksa.menuju), p))), kotak, pilih }
    }
    const semua = [...r.isian.nilai, { label: "", ke: [] }].map(baris)
    return { isi: semua.map((b) => b.wadah), baca: () => semua.map((b) => ({ label: b.kotak.value, ke: b.pilih.map((p) => JSON.parse(p.value)).filter((v) => v !== "") })) }
  }

  function pelaksana(r) {
    const giliran = (siapa, n) => buat("div", { class: "periksa-formulir__baris" }, buat("span", {}, n ? write(TULISAN.periksa.lalu) : write(TULISAN.periksa.oleh)),
      ...[...siapa, ""].map((x, i) => buat("label", {}, i ? write(TULISAN.periksa.bersama) : "",
        pemilih(r.isian.pilihan, x, i ? write(TULISAN.periksa.pelaksana_bersama, { nomor: i + 1, giliran: n + 1 }) : write(TULISAN.periksa.pelaksana, { giliran: n + 1 }), i ? write(TULISAN.periksa.tidak_ada) : write(TULISAN.periksa.tak_seorang)))))
    const semua = [...r.isian.nilai, []].map((x, n) => giliran(x, n))
    return { isi: semua, baca: () => semua.map(terpilih).filter((x) => x.length) }
  }

  // --- The document --------------------------------------------------------------------------------------

  let terakhir = null // the place that was shown last
  let tampak = "" // what the pane shows, so that it is not made again

  function tampilkanAsal(tempatBaris) {
    if (isi.classList.contains("periksa-isi--tanpa-gambar")) return
    const r = ragu()
    const baris = tempatBaris ?? (r && r.langkah >= 0 ? data.baris[r.tabel]?.[r.langkah] : null)
    const letak = tempatBaris ? [] : r?.tempat ?? []
    const utama = letak[0] ?? baris ?? (r ? null : terakhir)
    if (letak[0] ?? baris) terakhir = utama
    const nomor = String(utama?.halaman ?? Object.keys(data.lembar)[0] ?? "")
    const lembar = data.lembar[nomor]
    el("halaman-ke").textContent = lembar ? write(lembar.berkas.endsWith(".svg") ? TULISAN.periksa.halaman_isi : TULISAN.periksa.halaman, { nomor }) : ""
    if (!lembar) {
      const potongan = r?.potongan ?? []
      tampak = ""
      el("lembar").replaceChildren(...(potongan.length
        ? potongan.map((p) => buat("div", { class: "periksa-lembar" }, buat("img", { src: gambar(p), alt: write(TULISAN.periksa.potongan) })))
        : [buat("p", { class: "periksa-tanpa" }, write(TULISAN.periksa.tanpa_gambar))]))
      return
    }
    if (tampak !== nomor) {
      tampak = nomor
      el("lembar").replaceChildren(buat("div", { class: "periksa-lembar" },
        buat("img", { src: gambar(lembar.berkas), alt: write(TULISAN.periksa.halaman_asal, { nomor }), width: lembar.lebar, height: lembar.tinggi })))
    }
    const kertas = el("lembar").firstElementChild
    kertas.querySelectorAll(".periksa-letak").forEach((x) => x.remove())
    const kotak = (t, kelas, pinggir) => {
      const x = Math.max(0, t.x - pinggir / lembar.lebar), y = Math.max(0, t.y - pinggir / lembar.tinggi)
      kertas.append(buat("div", { class: `periksa-letak ${kelas}`, style: `left:${x * 100}%;top:${y * 100}%;width:${(t.lebar + 2 * pinggir / lembar.lebar) * 100}%;height:${(t.tinggi + 2 * pinggir / lembar.tinggi) * 100}%` }))
    }
    if (baris && String(baris.halaman) === nomor) kotak(baris, "periksa-letak--baris", 0)
    for (const t of letak) if (String(t.halaman) === nomor) kotak(t, "periksa-letak--ragu", 3)
    ukur(kertas, lembar, utama)
    if (utama) tengahkan(kertas, lembar, utama)
    else el("gulir-asal").scrollTo({ left: 0, top: 0 })
  }

  const gambar = (nama) => `gambar?sop=${encodeURIComponent(sop)}&nama=${encodeURIComponent(nama)}`

  /** Give the page its width: whole, as somebody chose, or so that a wide place can be seen whole as far as it can be read. */
  function ukur(kertas, lembar, t) {
    const gulir = el("gulir-asal")
    const muat = t && !dipilih ? Math.max(TERKECIL, (gulir.clientWidth - 40) / (t.lebar * lembar.lebar)) : skala
    kertas.style.inlineSize = `${utuh ? Math.min((gulir.clientWidth - 24), (gulir.clientHeight - 24) * lembar.lebar / lembar.tinggi) : lembar.lebar * Math.min(skala, muat)}px`
  }

  function tengahkan(kertas, lembar, t) {
    const gulir = el("gulir-asal"), lebar = kertas.offsetWidth, tinggi = lebar * lembar.tinggi / lembar.lebar
    const x = Math.min((t.x + t.lebar / 2) * lebar, t.x * lebar + gulir.clientWidth / 2 - 20)
    gulir.scrollTo({ left: x - gulir.clientWidth / 2 + kertas.offsetLeft, top: (t.y + t.tinggi / 2) * tinggi - gulir.clientHeight / 2 + kertas.offsetTop })
  }

  // --- The drawing ------------------------------------------------------------------------------------------

  const MUTU = { "sop-isi--1": "kelengkapan", "sop-isi--waktu": "waktu", "sop-isi--2": "output", "sop-isi--3": "keterangan" }

  function tampilkanGambar() {
    const wadah = el("gambar"), r = ragu(), gulir = el("gulir-draf")
    const di = [gulir.scrollLeft, gulir.scrollTop]
    if (wadah.dataset.sidik !== data.sidik) {
      wadah.dataset.sidik = data.sidik
      wadah.innerHTML = data.gambar
      if (!data.gambar) wadah.append(buat("p", {}, write(TULISAN.periksa.tanpa_draf)))
      for (const tabel of wadah.querySelectorAll(".sop-tabel")) tandaiKolom(tabel)
      gulir.scrollTo({ left: di[0], top: di[1], behavior: "instant" })
    }
    document.querySelector(".periksa-draf").dataset.bidang = r?.langkah >= 0 ? r.bidang : ""
    aturKolom()
    wadah.querySelectorAll(".periksa-kini").forEach((x) => x.classList.remove("periksa-kini"))
    const sasaran = !r ? null : r.jangkar ? document.getElementById(r.jangkar) : wadah.querySelector(`[data-bidang="${CSS.escape(r.bidang)}"]`)
    if (sasaran) {
      const seluruh = r.jangkar && r.langkah < 0 // of a whole table: it is read from there on
      if (!seluruh) sasaran.classList.add("periksa-kini")
      const a = sasaran.getBoundingClientRect(), g = gulir.getBoundingClientRect()
      const kepala = sasaran.closest("table")?.tHead.getBoundingClientRect().height ?? 0 // it stays above the rows
      gulir.scrollTo({ top: gulir.scrollTop + a.top - g.top - kepala - (seluruh ? 4 : Math.max(4, (g.height - kepala - a.height) / 2)) })
    }
  }

  function tandaiKolom(tabel) {
    const kelas = (sel, nama) => sel?.classList.add("periksa-mutu", `periksa-mutu--${nama}`)
    for (const [k, nama] of Object.entries(MUTU)) tabel.querySelectorAll(`td.${k}`).forEach((sel) => kelas(sel, nama))
    const [atas, bawah] = tabel.tHead.rows
    const adaKeterangan = Boolean(tabel.querySelector("td.sop-isi--3"))
    const judul = [...atas.cells]
    if (adaKeterangan) kelas(judul.at(-1), "keterangan")
    judul.at(adaKeterangan ? -2 : -1).classList.add("periksa-judul-mutu")
    ;[...bawah.cells].slice(-3).forEach((sel, n) => kelas(sel, ["kelengkapan", "waktu", "output"][n]))
  }

  /** Let the heading over the quality standard span what is shown of it, and let all fit the pane as far as it can be read. */
  function aturKolom() {
    const draf = document.querySelector(".periksa-draf"), semua = draf.classList.contains("periksa-semua-kolom")
    const satu = ["kelengkapan", "waktu", "output"].includes(draf.dataset.bidang)
    for (const judul of draf.querySelectorAll(".periksa-judul-mutu")) {
      judul.colSpan = semua ? 3 : 1
      judul.style.display = semua || satu ? "" : "none"
    }
    const wadah = el("gambar")
    wadah.style.zoom = 1
    const lebar = Math.max(...[...wadah.querySelectorAll(".sop-tabel")].map((t) => t.scrollWidth), 1)
    const muat = wadah.clientWidth / lebar
    wadah.style.zoom = muat < 1 ? Math.max(0.6, muat) : 1
  }

  // --- What found no place -----------------------------------------------------------------------------------

  function tampilkanSisa() {
    const sisa = el("sisa")
    sisa.hidden = !data.sisa.length && !data.catatan.length && !data.berulang.length
    sisa.querySelector("summary").textContent = write(TULISAN.periksa.sisa_kata, { banyak: data.sisa.length })
    const satu = (s) =>
      buat("li", {}, s.tempat ? buat("button", { type: "button", onclick: () => tampilkanAsal(s.tempat) }, s.teks) : s.teks, s.sebab ? ` (${s.sebab})` : "")
    const berulang = data.berulang.length ? [buat("li", {}, TULISAN.periksa.berulang, buat("ul", {}, ...data.berulang.map(satu)))] : []
    sisa.querySelector("ul").replaceChildren(...data.catatan.map((c) => buat("li", {}, c)), ...data.sisa.map(satu), ...berulang)
  }

  // --- Hands -------------------------------------------------------------------------------------------------

  const alih = (id, lakukan) => el(id).addEventListener("click", lakukan)
  alih("sebelum", () => geser(-1))
  alih("sesudah", () => geser(1))
  const lihatUtuh = () => {
    utuh = !utuh
    el("utuh").setAttribute("aria-pressed", utuh)
    tampilkanAsal()
  }
  alih("utuh", lihatUtuh)
  const perbesar = (kali) => {
    utuh = false
    dipilih = true
    el("utuh").setAttribute("aria-pressed", false)
    skala = Math.min(4, Math.max(0.4, skala * kali))
    tampilkanAsal()
  }
  alih("besar", () => perbesar(1.25))
  alih("kecil", () => perbesar(0.8))
  const semuaKolom = () => {
    const semua = document.querySelector(".periksa-draf").classList.toggle("periksa-semua-kolom")
    el("kolom").setAttribute("aria-pressed", semua)
    tampilkanGambar()
  }
  alih("kolom", semuaKolom)

  // A row of the drawing shows its place in the document, a mark in it opens its doubt
  el("gambar").addEventListener("click", (e) => {
    const tanda = e.target.closest("a.sop-tanda"), tautan = e.target.closest("a")
    if (tautan) e.preventDefault()
    if (tanda) {
      const r = data.ragu[Number(tanda.hash.split("-").pop()) - 1]
      if (r) return buka(r.kunci)
    }
    const baris = e.target.closest("tr[id]"), tabel = e.target.closest("[data-tabel]")
    if (!baris || !tabel) return
    const tempat = data.baris[Number(tabel.dataset.tabel)]?.[baris.sectionRowIndex]
    if (tempat) tampilkanAsal(tempat)
  })

  const PINTAS = { e: sunting, l: tunda, b: () => ragu()?.harus_diisi && ubah("benar"), s: () => ragu()?.sama && ubah("benar", undefined, true), u: () => data.dapat_batal && ubah("batal"), n: () => geser(1), p: () => geser(-1), h: lihatUtuh, k: semuaKolom }
  document.addEventListener("keydown", (e) => {
    if (!data || e.isComposing) return
    if (e.key === "Escape" && menyunting) return tutup()
    if (menyunting) {
      if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
        e.preventDefault()
        el("putusan").querySelector("form")?.requestSubmit()
      }
      return
    }
    if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "z" && !e.shiftKey) {
      e.preventDefault()
      return PINTAS.u()
    }
    if (e.ctrlKey || e.metaKey || e.altKey || e.repeat || e.target.closest("input, textarea, select")) return
    if (e.key === "Enter") {
      if (e.target.closest("button, a, summary")) return
      e.preventDefault()
      if (ragu()) ragu().harus_diisi ? lewati() : ubah("benar")
      else el("draf-berikut")?.click()
    } else if (/^[1-9]$/.test(e.key)) {
      if (ragu()?.pilihan[e.key - 1] !== undefined) ubah("pilih", e.key - 1)
    } else if (PINTAS[e.key.toLowerCase()]) {
      e.preventDefault()
      PINTAS[e.key.toLowerCase()]()
    }
  })
  addEventListener("resize", () => data && (aturKolom(), tampilkanAsal()))

  // The one connection of all tabs tells of every change (segarkan-bersama.js)
  let pernah = false
  const dengar = () => pernah ? tengok() : (pernah = true)
  try {
    const pekerja = new SharedWorker("/.sajikan/segarkan-bersama.js", "sajikan")
    pekerja.port.onmessage = dengar
    pekerja.port.start()
  } catch {
    new EventSource("/.sajikan/kabar").onmessage = dengar
  }
  addEventListener("focus", tengok)
  muat().then(() => el("judul-ragu").focus({ preventScroll: true }))
})()
