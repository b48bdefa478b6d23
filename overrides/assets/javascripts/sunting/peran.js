/*
 * Another name for a role: in the head of its column, and, where somebody wants it, everywhere else it is written.
 */
import { ask, el } from "./dom.js"
import { write as say } from "../tulisan.js"

/** Ask where else the new name is to stand; resolves to {sendiri, lain} of what was ticked, or null. */
async function askPlaces(lama, nama, { sendiri, lain }) {
  const box = (one, words, checked) => {
    const input = el("input", { type: "checkbox", checked })
    return { one, input, label: el("label", { class: "sunting-centang" }, input, words) }
  }
  const here = sendiri.map(one => box(one, el("span", {}, el("b", {}, one.sebutan), ": ", one.baru), one.yakin))
  const there = lain.map(one => box(one, say(TULISAN.kolom.di_sop, { kolom: lama, sop: one.nama }), false))
  const list = all => el("div", { class: "sunting-centangan" }, all.map(one => one.label))
  const answer = await ask(say(TULISAN.kolom.menjadi, { lama, nama }), [
    el("p", {}, say(TULISAN.kolom.juga)),
    here.length > 0 && el("h3", {}, say(TULISAN.kolom.sop_ini)), here.length > 0 && list(here),
    there.length > 0 && el("h3", {}, say(TULISAN.kolom.sop_lain)), there.length > 0 && list(there)
  ].filter(Boolean), [["ya", say(TULISAN.kolom.ganti_centang), true], ["kolom", say(TULISAN.kolom.ganti_saja)], [null, say(TULISAN.penyunting.batal)]])
  if (!answer) return null
  const ticked = all => (answer === "ya" ? all.filter(one => one.input.checked).map(one => one.one) : [])
  return { sendiri: ticked(here), lain: ticked(there) }
}

/** Give the lane `one` of a table another name, as one change. */
export async function renameRole(host, table, one, nama, place) {
  const { draf } = host
  const own = { operasi: "ganti_nama_pelaksana", tabel: table.jalan, id: one.id, nama }
  const found = await host.engine("ganti_peran", { ...draf.brought, tabel: table.jalan, id: one.id, nama }).catch(() => null)
  if (!found || !(found.sendiri.length || found.lain.length)) return host.change(own, place)
  const chosen = await askPlaces(found.lama, nama, found)
  if (!chosen) return null
  const operations = [own, ...chosen.sendiri.map(({ jalan, baru }) => ({ operasi: "setel", jalan, nilai: baru }))]
  if (!chosen.lain.length) return host.change(operations, place)
  const { teks } = await host.engine("ubah", { ...draf.brought, ubah: operations })
  const lain = { ...draf.lain }
  for (const { berkas, teks: changed } of chosen.lain) {
    lain[berkas] = { teks: changed, dasar: draf.lain[berkas]?.dasar ?? (await host.engine("buka", { berkas })).dasar }
  }
  return draf.replace(teks, place, lain)
}
