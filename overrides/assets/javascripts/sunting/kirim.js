/*
 * What becomes of what was written: saved in the working folder, proposed in a forge, or a small file to hand on.
 */
import { ask, count, el, field, growing, tell } from "./dom.js"
import { forgeName } from "./forge.js"
import { notYet } from "./tanpa.js"
import { proposeOnForge } from "./usul.js"
import { write as say } from "../tulisan.js"

const NAME = "sop-sunting-nama"

/** Let a file be saved by the browser. */
export function download(name, content, kind = "application/yaml") {
  const link = el("a", { href: URL.createObjectURL(new Blob([content], { type: kind })), download: name })
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

const bytes = base64 => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
const remembered = () => { try { return localStorage.getItem(NAME) ?? "" } catch { return "" } }
const remember = name => { try { localStorage.setItem(NAME, name) } catch { /* a browser that keeps nothing */ } }

/** Ask how to send, with what has changed in words, and do it. */
export async function send(host) {
  const { draf } = host
  if (draf.early) tell(say(TULISAN.kirim.tunggu))
  if (!draf.alone) await draf.need("selisih", true)
  if (draf.early) return notYet(host)
  const { selisih, temuan } = host.view
  const errors = temuan.filter(one => one.tingkat === "galat")
  const note = growing(el("textarea", { class: "sunting-masukan", rows: 2, maxLength: 2000, value: draf.catatan ?? "" }))
  const name = el("input", { class: "sunting-masukan", value: remembered(), autocomplete: "name", maxLength: 200 })
  const words = selisih?.kalimat ?? []
  const body = [
    el("h3", {}, say(TULISAN.kirim.berubah)),
    words.length ? el("ul", { class: "sunting-selisih" }, words.map(one => el("li", {}, one))) : el("p", {}, draf.dasar === null ? say(TULISAN.kirim.baru) : say(TULISAN.kirim.tetap)),
    Object.keys(draf.lain).length ? el("p", {}, say(TULISAN.kirim.ikut, { berkas: Object.keys(draf.lain).join(", ") })) : null,
    selisih?.baris_berubah ? el("p", { class: "sunting-isian__arti" }, draf.dasar === null ? say(TULISAN.kirim.berkas_baru, { berkas: draf.berkas })
      : say(TULISAN.kirim.baris, { banyak: count(selisih.baris_berubah, TULISAN.hitung.baris), berkas: draf.berkas })) : null,
    errors.length ? el("p", { class: "sunting--galat" }, say(TULISAN.kirim.galat, { banyak: count(errors.length, TULISAN.hitung.galat), pesan: errors[0].pesan })) : null,
    field(say(TULISAN.kirim.alasan), note), field(say(TULISAN.kirim.nama), name)
  ].filter(Boolean)
  const chosen = await ask(say(TULISAN.kirim.judul), body, ways(host))
  draf.catatan = note.value // who has to begin again need not think of it again
  if (!chosen) return
  remember(name.value.trim())
  try {
    await WAYS[chosen](host, { catatan: note.value.trim(), oleh: name.value.trim() })
  } catch (error) {
    if (error.jenis === "berubah_di_luar") return host.outside()
    await ask(say(TULISAN.kirim.gagal), [error.pesan ?? error.message, error.cara].filter(Boolean), [["ya", say(TULISAN.kirim.baik), true]])
  }
}

function ways(host) {
  const local = Boolean(host.mesin.menulis)
  const usul = host.mesin.perintah?.includes("bungkus_usul")
  const first = local ? "simpan" : host.forge ? "forge" : usul ? "usul" : "unduh"
  return [
    local && ["simpan", say(TULISAN.kirim.simpan)], local && ["komit", say(TULISAN.kirim.komit)],
    host.forge && ["forge", say(TULISAN.kirim.usulkan, { forge: forgeName(host.forge) })], usul && ["usul", say(TULISAN.kirim.pengelola)],
    ["unduh", say(TULISAN.kirim.yaml)], [null, say(TULISAN.penyunting.batal)]
  ].filter(Boolean).map(([key, text]) => [key, text, key === first])
}

const WAYS = {
  async simpan(host, { catatan }) {
    const { draf } = host
    const answer = await host.engine("simpan", { naskah: draf.files, pesan: catatan })
    await host.saved(answer)
    tell(say(TULISAN.kirim.tersimpan, { berkas: draf.berkas }))
  },
  async komit(host, { catatan }) {
    const { draf } = host
    const berkas = draf.files.map(one => one.berkas)
    const answer = await host.engine("simpan", { naskah: draf.files, pesan: catatan })
    await host.saved(answer)
    const { kabar, tujuan } = await host.engine("komit", { berkas, pesan: catatan || `Mengubah ${draf.berkas}` })
    if (!tujuan) return tell(kabar)
    const more = await ask(say(TULISAN.kirim.tercatat), [kabar, say(TULISAN.kirim.dorong, { tujuan })], [["ya", say(TULISAN.kirim.kirim), true], [null, say(TULISAN.kirim.nanti)]])
    if (more) tell((await host.engine("dorong", {})).kabar)
  },
  async usul(host, { catatan, oleh }) {
    const { draf } = host
    const { nama, zip } = await host.engine("bungkus_usul", { naskah: draf.files, catatan, oleh })
    download(nama, bytes(zip), "application/zip")
    await ask(say(TULISAN.kirim.diunduh), [
      say(TULISAN.kirim.diunduh_arti, { nama }),
      say(TULISAN.kirim.draf_tetap)
    ], [["ya", say(TULISAN.kirim.baik), true]])
  },
  async unduh({ draf }) {
    download(draf.berkas.split("/").at(-1), draf.teks)
  },
  async forge(host, words) {
    await proposeOnForge(host, words)
  }
}
