/*
 * The way of a draft to a proposal on a forge: what stands there now is read, the draft is put into it, and it is sent.
 */
import { ask, el, field, tell } from "./dom.js"
import { forgeName, openForge, tokenHelp } from "./forge.js"

/** Folder of the data in the repository. */
const DATA = "sop_data"
const LONGEST = 60_000

/** The token, for as long as this page is open. */
let token = ""

async function askToken(forge) {
  const [address, rights] = tokenHelp(forge)
  const input = el("input", { class: "sunting-masukan", type: "password", autocomplete: "off", spellcheck: false })
  const answer = await ask(`Masuk ke ${forgeName(forge)}`, [
    field("Token", input, { help: `${rights} Token hanya diingat selama halaman ini terbuka.` }),
    el("p", {}, el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, `Buat token di ${forgeName(forge)}`))
  ], [["ya", "Lanjut", true], [null, "Batal"]])
  return answer ? input.value.trim() : ""
}

/** Send what `app` holds as a proposal; `catatan` is the reason that people gave. */
export async function proposeOnForge(app, { catatan }) {
  token ||= await askToken(app.forge)
  if (!token) return
  try {
    const forge = await openForge(app.forge, token)
    const files = []
    for (const one of app.draf.files) {
      const text = await current(app, forge, one)
      if (text === null) return
      files.push({ path: `${DATA}/${one.berkas}`, text })
    }
    const { selisih, isi } = app.view
    const sent = await forge.propose({
      files, branch: app.draf.berkas.replace(/\.yml$/, "").replace(/[^A-Za-z0-9-]+/g, "-"),
      title: `${app.draf.dasar === null ? "SOP baru" : "Ubah"}: ${String(isi?.nama ?? app.draf.berkas).replace(/\s+/g, " ").slice(0, 120)}`,
      body: [catatan && `## Alasan\n\n${plain(catatan)}`, selisih?.markdown && `## Yang berubah\n\n${selisih.markdown}`].filter(Boolean).join("\n\n").slice(0, LONGEST)
    })
    await ask(sent.again ? "Usulan Anda diperbarui" : "Usulan terkirim", [
      el("p", {}, "Jawaban penelaah datang di halaman usulan: ", el("a", { href: safe(sent.address), target: "_blank", rel: "noopener noreferrer" }, sent.address)),
      "Draf Anda tetap tersimpan di peramban ini sampai usulan itu terbit."
    ], [["ya", "Baik", true]])
  } catch (error) {
    if (error.token) token = ""
    tell([error.pesan ?? error.message, error.cara].filter(Boolean).join(" "), "galat")
  }
}

/** A file as it will be: what stands in the forge now, with what the draft changes. Null where somebody gave up. */
async function current(app, forge, { berkas, teks, dasar }) {
  const there = await forge.read(`${DATA}/${berkas}`)
  if (!dasar) {
    if (there && there.text !== teks) throw Object.assign(new Error(), { pesan: `Di ${forgeName(app.forge)} sudah ada ${berkas}.`, cara: "Buka SOP itu dan ubah di sana, atau beri SOP baru ini nama lain." })
    return teks
  }
  if (!there) throw Object.assign(new Error(), { pesan: `${berkas} sudah tidak ada di ${forgeName(app.forge)}.`, cara: "Tanyakan kepada pengelola buku; draf Anda tetap tersimpan." })
  return app.mergedInto({ berkas, asal: dasar.teks, kini: there.text, usulan: teks })
}

/** Words of people as text in Markdown: nobody is called, nothing is run. */
const plain = text => text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&").replace(/@/g, "@\u200b")

/** Only an address of the web becomes a link. */
const safe = address => (/^https?:\/\//.test(address) ? address : undefined)
