/*
 * Where the engine does not start: what was typed stays on the device, and can be carried to one where it does.
 */
import { ask, button, el } from "./dom.js"
import { download } from "./kirim.js"
import { pieces, write } from "../tulisan.js"

const END = ".sop-draf.json"
const text = (word, values) => write(word, values)

/** What has been written and not put into the file yet, in words, for whoever reads the file without the editor. */
function inWords(waiting) {
  return waiting.flatMap(({ ubah }) => ubah).map(({ operasi, jalan = [], n, nilai, langkah, ...rest }) => {
    const at = jalan.indexOf("langkah")
    const step = typeof n === "number" ? n : at < 0 ? null : jalan[at + 1]
    if (operasi === "sisipkan_langkah") return text(TULISAN.tanpa_mesin.setel, { tempat: text(TULISAN.tanpa_mesin.baru, { nomor: n }), isi: plain(langkah?.kegiatan ?? langkah) })
    const what = operasi === "setel" ? jalan.slice(at + 2).join(" ") || jalan.join(" ") : operasi.replaceAll("_", " ")
    const where = step === null ? what : `${text(TULISAN.tanpa_mesin.langkah, { nomor: step + 1 })}, ${what}`
    return text(TULISAN.tanpa_mesin.setel, { tempat: where, isi: plain(operasi === "setel" ? nilai : rest) })
  })
}

const plain = value => (typeof value === "string" ? value : JSON.stringify(value ?? ""))

/** Let a draft be saved as a file: its text, and what is still to be done to it. */
export function downloadDraft({ berkas, teks, asal, lain, tunda }) {
  const content = { jenis: "sop-draf", berkas, ditulis: inWords(tunda), teks, asal, lain, tunda }
  download(`${berkas.split("/").at(-1).replace(/\.yml$/, "")}${END}`, JSON.stringify(content, null, 1), "application/json")
}

const carried = draf => ({ berkas: draf.berkas, teks: draf.teks, asal: draf.asal, lain: draf.lain, tunda: draf.waiting })

/** Read such a file; refused where it is none. */
export function readDraft(content) {
  try {
    const { jenis, berkas, teks, asal, lain, tunda } = JSON.parse(content)
    const steps = Array.isArray(tunda) && tunda.every(one => Array.isArray(one?.ubah) && Number.isInteger(one.since) && one.since >= 0)
    const named = typeof berkas === "string" && /^[a-z0-9-]+\/[a-z0-9_-]+\.yml$/.test(berkas)
    if (jenis !== "sop-draf" || !named || typeof teks !== "string" || !steps) throw new Error("no draft")
    const files = Object.entries(lain ?? {}).filter(([name, one]) => /^[a-z0-9-]+\/[a-z0-9_-]+\.yml$/.test(name) && typeof one?.teks === "string")
    return { berkas, teks, asal: typeof asal?.teks === "string" ? asal : null, lain: Object.fromEntries(files), tunda }
  } catch {
    throw { pesan: text(TULISAN.tanpa_mesin.rusak) }
  }
}

export const isDraft = name => name.endsWith(END)

/** Why the engine is not there, what became of what was written, and what can be done instead. */
export function notStarted(host, { pesan, cara }) {
  const { draf } = host
  const sop = draf?.berkas?.replace(/\.yml$/, "") ?? new URLSearchParams(location.search).get("sop")
  const known = /^[a-z0-9-]+\/[a-z0-9-]+$/.test(sop ?? "") && draf?.asal !== null
  const page = el("a", { href: `${host.root.dataset.akar}sop/${known ? `${sop}/#mengusulkan` : ""}` }, text(known ? TULISAN.tanpa_mesin.kaki : TULISAN.tanpa_mesin.semua))
  return el("div", { class: "sunting-tanpa", role: "alert" },
    el("p", {}, el("b", {}, pesan), ` ${cara}`),
    draf && el("p", {}, text(TULISAN.tanpa_mesin.tersimpan)),
    el("div", { class: "sunting-deret" },
      button(text(TULISAN.tanpa_mesin.lagi), () => location.reload(), { class: "sunting-tombol--utama" }),
      draf && button(text(TULISAN.tanpa_mesin.unduh), () => downloadDraft(carried(draf)))),
    draf && el("p", { class: "sunting-isian__arti" }, text(TULISAN.tanpa_mesin.unduh_arti)),
    el("p", { class: "sunting-isian__arti" }, pieces(TULISAN.tanpa_mesin.jalan, { halaman: page, perintah: el("code", {}, "sop sunting") })))
}

/** What this device keeps, where nothing can be opened. */
export function keptDrafts(drafts) {
  return drafts.length > 0 && el("section", { class: "sunting-mulai" }, el("h2", {}, text(TULISAN.tanpa_mesin.draf)),
    el("ul", { class: "sunting-daftar" }, drafts.map(one => el("li", {},
      el("span", { class: "sunting-daftar__isi" }, el("b", {}, one.nama || one.berkas), el("span", {}, ` ${one.berkas}`)),
      button(text(TULISAN.tanpa_mesin.unduh), () => downloadDraft({ ...one, tunda: one.tunda ?? [] }), { aria: { label: `${text(TULISAN.tanpa_mesin.unduh)}: ${one.nama || one.berkas}` } })))))
}

/** Nothing is sent that has not been put into the file. */
export async function notYet({ draf }) {
  const chosen = await ask(text(TULISAN.tanpa_mesin.judul_kirim), [text(TULISAN.tanpa_mesin.isi_kirim), text(TULISAN.tanpa_mesin.unduh_arti)], [
    ["unduh", text(TULISAN.tanpa_mesin.unduh), true], ["lagi", text(TULISAN.tanpa_mesin.lagi)], [null, text(TULISAN.tanpa_mesin.nanti)]
  ])
  if (chosen === "unduh") downloadDraft(carried(draf))
  if (chosen === "lagi") location.reload()
}
