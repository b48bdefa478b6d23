/*
 * The way of a draft to a proposal on a forge: what stands there now is read, the draft is put into it, and it is sent.
 */
import { ask, el } from "./dom.js"
import { openForge } from "./forge.js"
import { forgetSign, signIn } from "./masuk.js"
import { described, renewed, TEMPLATES } from "./uraian.js"
import { pieces, write as say } from "../tulisan.js"

/** Send what `app` holds as a proposal; `catatan` is the reason that people gave. */
export async function proposeOnForge(app, { catatan }) {
  app.draf.catatan = catatan
  const sign = await signIn(app, { catatan })
  if (!sign) return
  try {
    const forge = await openForge(app.forge, sign)
    const branch = app.draf.berkas.replace(/\.yml$/, "").replace(/[^A-Za-z0-9-]+/g, "-")
    await forge.find(branch)
    const files = []
    for (const one of app.draf.files) {
      const text = await current(app, forge, one)
      if (text === null) return
      files.push({ path: `${app.forge.data}/${one.berkas}`, text })
    }
    const sent = await forge.propose({ files, branch, ...await words(app, forge, catatan) })
    app.draf.terkirim = Object.fromEntries(app.draf.files.map(({ berkas }, i) => [berkas, files[i].text]))
    app.draf.catatan = ""
    await app.keep()
    await ask(sent.again ? say(TULISAN.usulan.diperbarui) : say(TULISAN.usulan.terkirim), [
      el("p", {}, pieces(TULISAN.usulan.jawaban, { alamat: el("a", { href: safe(sent.address), target: "_blank", rel: "noopener noreferrer" }, sent.address) })),
      say(TULISAN.usulan.draf_tetap)
    ], [["ya", say(TULISAN.kirim.baik), true]])
  } catch (error) {
    if (error.token) forgetSign()
    await notSent(app, error, catatan)
  }
}

/** What went wrong stays to be read, and what can be done is one press away. */
async function notSent(app, error, catatan) {
  const again = error.token ? say(TULISAN.usulan.masuk_lagi) : say(TULISAN.tanpa_mesin.lagi)
  const chosen = await ask(say(TULISAN.kirim.belum), [
    el("p", {}, el("b", {}, error.pesan ?? error.message)), error.cara
  ].filter(Boolean), [["lagi", again, true], ["lain", say(TULISAN.usulan.cara_lain)], [null, say(TULISAN.kirim.nanti)]])
  if (chosen === "lagi") return proposeOnForge(app, { catatan })
  if (chosen === "lain") return app.send()
}

/** Title and description of a proposal. */
async function words(app, forge, catatan) {
  const { selisih, isi } = app.view
  const said = { catatan, beda: selisih?.markdown ?? "" }
  const title = `${app.draf.dasar === null ? "SOP baru" : "Ubah"}: ${String(isi?.nama ?? app.draf.berkas).replace(/\s+/g, " ").slice(0, 120)}`
  if (forge.open) return { title, body: renewed(forge.open.body, said) }
  let template = null
  for (const path of TEMPLATES[app.forge.jenis]) template ??= await forge.read(path)
  return { title, body: described(template?.text ?? "", said) }
}

/** A file as it will be: what stands in the forge now, with what the draft changes. Null where somebody gave up. */
async function current(app, forge, { berkas, teks, dasar }) {
  const path = `${app.forge.data}/${berkas}`
  const there = await forge.read(path)
  const proposed = forge.open && await forge.readOpen(path)
  if (!dasar) {
    if (there && there.text !== teks) throw Object.assign(new Error(), { pesan: say(TULISAN.usulan.sudah_ada, { forge: forge.name, berkas }), cara: say(TULISAN.usulan.sudah_ada_cara) })
    return proposed ? intoProposal(app, { berkas, teks, asal: null, proposed: proposed.text }) : teks
  }
  if (!there) throw Object.assign(new Error(), { pesan: say(TULISAN.usulan.hilang, { berkas, forge: forge.name }), cara: say(TULISAN.usulan.hilang_cara) })
  const merged = await app.mergedInto({ berkas, asal: dasar.teks, kini: there.text, usulan: teks })
  return proposed ? intoProposal(app, { berkas, teks: merged, asal: there.text, proposed: proposed.text }) : merged
}

/** A file of the open proposal as it will be: what reviewers changed in it since it was sent stays. */
async function intoProposal(app, { berkas, teks, asal, proposed }) {
  const sent = app.draf.terkirim[berkas]
  if (proposed === teks || proposed === sent) return teks
  if (sent === undefined) {
    const choice = await ask(say(TULISAN.usulan.lain), [
      say(TULISAN.usulan.lain_arti, { berkas })
    ], [asal !== null && ["gabung", say(TULISAN.usulan.gabung), true], ["ganti", say(TULISAN.usulan.ganti)], [null, say(TULISAN.penyunting.batal)]].filter(Boolean))
    if (choice !== "gabung") return choice === "ganti" ? teks : null
  }
  return app.mergedInto({ berkas, asal: sent ?? asal, kini: proposed, usulan: teks }, say(TULISAN.usulan.terbuka))
}

/** Only an address of the web becomes a link. */
const safe = address => (/^https?:\/\//.test(address) ? address : undefined)
