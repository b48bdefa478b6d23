/*
 * What becomes of what was written: saved in the working folder, proposed in a forge, or a small file to hand on.
 */
import { ask, count, el, field, growing, tell } from "./dom.js"
import { forgeName } from "./forge.js"
import { notYet } from "./tanpa.js"
import { proposeOnForge } from "./usul.js"

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
  if (draf.early) tell("Perubahan Anda sedang diperiksa; tunggu sebentar.")
  if (!draf.alone) await draf.need("selisih", true)
  if (draf.early) return notYet(host)
  const { selisih, temuan } = host.view
  const errors = temuan.filter(one => one.tingkat === "galat")
  const note = growing(el("textarea", { class: "sunting-masukan", rows: 2, maxLength: 2000 }))
  const name = el("input", { class: "sunting-masukan", value: remembered(), autocomplete: "name", maxLength: 200 })
  const words = selisih?.kalimat ?? []
  const body = [
    el("h3", {}, "Yang berubah"),
    words.length ? el("ul", { class: "sunting-selisih" }, words.map(one => el("li", {}, one))) : el("p", {}, draf.dasar === null ? "SOP baru." : "Isinya tidak berubah."),
    Object.keys(draf.lain).length ? el("p", {}, `Ikut berubah: ${Object.keys(draf.lain).join(", ")}.`) : null,
    selisih?.baris_berubah ? el("p", { class: "sunting-isian__arti" }, `${count(selisih.baris_berubah, "baris")} berkas ${draf.berkas} berubah; yang lain tetap seperti semula.`) : null,
    errors.length ? el("p", { class: "sunting--galat" }, `Masih ada ${count(errors.length, "galat")}: ${errors[0].pesan} Usul boleh dikirim, tetapi baru dapat diterima sesudah galatnya hilang.`) : null,
    field("Alasan atau catatan untuk penelaah", note), field("Nama Anda", name)
  ].filter(Boolean)
  const chosen = await ask("Kirim perubahan", body, ways(host))
  if (!chosen) return
  remember(name.value.trim())
  try {
    await WAYS[chosen](host, { catatan: note.value.trim(), oleh: name.value.trim() })
  } catch (error) {
    if (error.jenis === "berubah_di_luar") return host.outside()
    tell([error.pesan ?? error.message, error.cara].filter(Boolean).join(" "), "galat")
  }
}

function ways(host) {
  const local = Boolean(host.mesin.menulis)
  const usul = host.mesin.perintah?.includes("bungkus_usul")
  const first = local ? "simpan" : host.forge ? "forge" : usul ? "usul" : "unduh"
  return [
    local && ["simpan", "Simpan ke folder kerja"], local && ["komit", "Simpan dan catat (commit)"],
    host.forge && ["forge", `Usulkan di ${forgeName(host.forge)}`], usul && ["usul", "Kirim ke pengelola (berkas usul)"],
    ["unduh", "Unduh YAML"], [null, "Batal"]
  ].filter(Boolean).map(([key, text]) => [key, text, key === first])
}

const WAYS = {
  async simpan(host, { catatan }) {
    const { draf } = host
    const answer = await host.engine("simpan", { naskah: draf.files, pesan: catatan })
    await host.saved(answer)
    tell(`Tersimpan: ${draf.berkas}`)
  },
  async komit(host, { catatan }) {
    const { draf } = host
    const berkas = draf.files.map(one => one.berkas)
    const answer = await host.engine("simpan", { naskah: draf.files, pesan: catatan })
    await host.saved(answer)
    const { kabar, tujuan } = await host.engine("komit", { berkas, pesan: catatan || `Mengubah ${draf.berkas}` })
    if (!tujuan) return tell(kabar)
    const more = await ask("Tersimpan dan tercatat", [kabar, `Kirim juga ke ${tujuan} (push), supaya dilihat yang lain?`], [["ya", "Kirim", true], [null, "Nanti saja"]])
    if (more) tell((await host.engine("dorong", {})).kabar)
  },
  async usul(host, { catatan, oleh }) {
    const { draf } = host
    const { nama, zip } = await host.engine("bungkus_usul", { naskah: draf.files, catatan, oleh })
    download(nama, bytes(zip), "application/zip")
    await ask("Berkas usul sudah diunduh", [
      `Kirim ${nama} kepada pengelola buku SOP lewat surel, WhatsApp, atau diska lepas. Pengelola menerimanya dengan perintah “sop terima ${nama}”.`,
      "Draf Anda tetap tersimpan di peramban ini sampai usul itu terbit."
    ], [["ya", "Baik", true]])
  },
  async unduh({ draf }) {
    download(draf.berkas.split("/").at(-1), draf.teks)
  },
  async forge(host, words) {
    await proposeOnForge(host, words)
  }
}
