/*
 * What is offered while somebody types: what stands in this SOP already, and what the handbook knows.
 */
import { write as say } from "../tulisan.js"

const MOST = 12
const HERE = say(TULISAN.sel.di_sini)

const items = value => [value ?? []].flat().map(one => (typeof one === "object" ? one?.teks : String(one))).map(text => text?.trim()).filter(Boolean)

/** Offering words (methods of the editor, index.js). */
export const completing = {
  /** What fits to a text: of this SOP first, then of the handbook. */
  async complete(kind, text) {
    const asked = text.toLowerCase()
    const own = kind === "dokumen" ? this.documents().filter(one => ` ${one.toLowerCase()}`.includes(` ${asked}`)) : []
    const known = await this.engine("lengkapi", { jenis: kind, awal: text, instansi: this.draf?.berkas.split("/")[0] })
    const here = own.map(teks => ({ teks, keterangan: HERE }))
    return [...here, ...known.filter(one => !own.includes(one.teks))].slice(0, MOST)
  },

  /** The documents that steps of this SOP need and make, each once. */
  documents() {
    const rows = (this.view?.tabel ?? []).flatMap(table => table.baris)
    return [...new Set(rows.flatMap(row => [...items(row.isi?.kelengkapan), ...items(row.isi?.output)]))]
  },

  /** What a step is likely to need or make: what the steps before it made, the nearest first. */
  near(place) {
    if (!["kelengkapan", "output"].includes(place.k)) return []
    const rows = this.view.tabel[place.t].baris.filter(row => row.n < place.n || (place.k === "output" && row.n === place.n)).reverse()
    const made = rows.flatMap(row => [...(row.n < place.n ? items(row.isi?.output) : []), ...items(row.isi?.kelengkapan)])
    return [...new Set(made)].slice(0, 5).map(teks => ({ teks, keterangan: HERE }))
  }
}
