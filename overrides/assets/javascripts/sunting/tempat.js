/*
 * Where things are: a path in the file, its cell in the table or its field in the form, and back.
 */

/** Going to what a path names (methods of the editor, index.js). */
export const places = {
  /** Which cells have findings, or are doubtful: seen in the table, and told by the panel beside it. */
  marks() {
    for (const [cell, title] of this.marked ?? []) {
      delete cell.dataset.temuan
      cell.title = title
    }
    this.marked = new Map()
    for (const { tingkat, jalan, pesan } of this.view.temuan) {
      const cell = jalan && this.cellOf(jalan)
      if (!cell) continue
      if (!this.marked.has(cell)) this.marked.set(cell, cell.title)
      if (cell.dataset.temuan !== "galat") cell.dataset.temuan = tingkat
      cell.title = cell.title ? `${cell.title}\n${pesan}` : pesan
    }
  },

  placeOfPath(path) {
    const t = this.view.tabel.findIndex(one => JSON.stringify(one.jalan) === JSON.stringify(path.slice(0, one.jalan.length)) && ["langkah", "pelaksana"].includes(path[one.jalan.length]))
    if (t < 0) return null
    const [what, n, name] = path.slice(this.view.tabel[t].jalan.length)
    if (what === "pelaksana") return n === undefined ? null : { t, n: -1, k: `lane:${n}` }
    if (typeof n !== "number") return null
    const lane = this.view.tabel[t].baris.find(row => row.n === n)?.lane[0]
    const lanes = ["pelaksana", "simbol", "cabang", "ke"]
    return { t, n, k: lanes.includes(name) && lane ? `lane:${lane}` : name && !lanes.includes(name) ? name : "kegiatan" }
  },

  cellOf(path) {
    const place = this.placeOfPath(path)
    return place && (this.kisi.at(place) ?? this.kisi.at({ ...place, k: "kegiatan" }))
  },

  /** Go where a finding is: into the table, else into the form, else into the file. */
  goToPath(path) {
    const place = this.placeOfPath(path)
    if (path.length === 1 && ["langkah", "pelaksana"].includes(path[0])) return this.turn("tabel")
    if (place) {
      if (this.open !== "tabel") this.turn("tabel")
      const near = this.kisi.nearest(place)
      if (near) return this.kisi.go(near)
    }
    if (this.open !== "identitas") this.turn("identitas")
    for (let end = path.length; end; end--) {
      const box = this.work.querySelector(`[data-jalan='${CSS.escape(JSON.stringify(path.slice(0, end)))}']`)
      if (!box) continue
      for (let around = box; (around = around.closest("details:not([open])")); ) around.open = true
      box.scrollIntoView({ block: "center" })
      return box.querySelector("input, textarea, select, summary")?.focus()
    }
    this.openText(path)
  },

  /** Where the address asks for a step (#langkah-3), it is chosen. */
  jump() {
    const anchor = location.hash.slice(1)
    const row = anchor ? this.grid.querySelector(`#${CSS.escape(anchor)}`) : null
    const cell = row?.querySelector(".sop-kegiatan[tabindex]")
    if (cell) this.kisi.go(cell.sunting)
  }
}
