/*
 * Mouse, finger and keys: what a click or a key on a place of the table means.
 */
import { tell } from "./dom.js"
import { decide } from "./keluar.js"
import { isLane } from "./kisi.js"
import { write as say } from "../tulisan.js"

/** Answering hands (methods of the editor, index.js). */
export const hands = {
  click(event) {
    const place = this.kisi.placeOf(event.target)
    if (!place || this.grid.classList.contains("sunting--menunjuk") || event.target.closest(".sunting-ketik__kotak")) return
    const was = event.target.closest(".sunting-terpilih") && this.clicked && JSON.stringify(this.clicked) === JSON.stringify(place)
    this.clicked = place
    this.kisi.run = null
    if (place.n >= 0 && isLane(place.k)) {
      this.kisi.go(place)
      this.act(place, event.ctrlKey || event.metaKey || event.shiftKey)
    } else if (place.n >= 0 && place.k !== "no" && was) this.sel.edit(place)
    else if (place.n < 0 && was && event.pointerType === "touch") this.renameLane(place)
    else this.kisi.go(place)
  },

  doubleClick(event) {
    const place = this.kisi.placeOf(event.target)
    if (!place || event.target.closest(".sunting-ketik__kotak")) return
    if (place.n === -1) this.renameLane(place)
    else if (!isLane(place.k) && place.k !== "no") this.sel.edit(place)
  },

  /** Keys on a cell in which nobody types. */
  key(event, place) {
    const lane = isLane(place.k)
    const hand = () => {
      if (event.altKey && !event.ctrlKey) {
        const by = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key]
        if (by && place.n >= 0 && /Up|Down/.test(event.key)) return () => this.moveRow(place, place.n + by)
        if (by && place.n === -1 && /Left|Right/.test(event.key)) return () => this.moveLane(place, by)
        if (event.key.toLowerCase() === "d" && place.n >= 0) return () => decide(this, this.view.tabel[place.t], this.kisi.rowOf(place), place)
        if (event.key.toLowerCase() === "k" && place.n >= 0) return () => this.confirm(place)
        return null
      }
      if (event.ctrlKey || event.metaKey) {
        if (event.key === "Enter" && place.n >= 0) return () => this.insertRow(place, place.n + 1)
        if (event.key === "Delete" && place.n >= 0) return () => this.removeRow(place)
        return null
      }
      if (event.key === "F2" || event.key === "Enter") {
        if (place.n === -1) return () => this.renameLane(place)
        if (lane) return () => this.act(place, false)
        return place.k === "no" ? () => this.kisi.go({ ...place, k: "kegiatan" }) : () => this.sel.edit(place)
      }
      if (event.key === " " && lane && place.n >= 0) return () => this.act(place, true)
      if (event.key === "Delete" || event.key === "Backspace") {
        if (place.n === -1) return () => this.change({ operasi: "hapus_pelaksana", tabel: this.view.tabel[place.t].jalan, id: place.k.slice(5) }, place)
        if (place.k === "no") return () => this.removeRow(place)
        if (!lane && place.k !== "kegiatan") return () => this.write(place, null)
        return null
      }
      if (event.key.length !== 1 || place.n < 0) return null
      if (lane) return () => (/[xv✓√]/i.test(event.key) ? this.act(place, false) : tell(say(TULISAN.penyunting.pelaku_tombol)))
      if (place.k !== "no") return () => this.sel.edit(place, event.key)
      return null
    }
    const work = hand()
    if (!work) return
    event.preventDefault()
    work()
  },

  confirm(place) {
    const row = this.kisi.rowOf(place)
    const doubts = Object.keys(row?.ragu ?? {})
    const bidang = doubts.includes(place.k) ? place.k : doubts[0]
    if (!bidang) return tell(say(TULISAN.penyunting.tanpa_ragu))
    const table = this.view.tabel[place.t]
    return this.change({ operasi: "konfirmasi", jalan: [...table.jalan, "langkah", place.n], bidang }, place)
  },

  /** F6 leads from the table to what stands beside it, and back, as between the panes of other programs. */
  otherPane() {
    const { body, laci } = this.hasil
    if (body.contains(document.activeElement)) return this.backToWork()
    laci.turn(false)
    return (body.querySelector("button:not(:disabled), input, select, textarea") ?? body).focus()
  },

  backToWork() {
    if (this.open === "tabel" && this.kisi.place) return this.kisi.at(this.kisi.place)?.focus()
    return this.work.querySelector("input, textarea, select")?.focus()
  },

  /** On from the table to what is still empty of the identity, and back: whoever types need not look for the field. */
  toForm() {
    this.turn("identitas")
    const fields = [...this.work.querySelectorAll("fieldset > .sunting-isian > :is(input, textarea)")]
    ;(fields.find(one => !one.value) ?? fields[0])?.focus()
  },

  toTable() {
    this.turn("tabel")
    this.backToWork()
  },

  /** A key that nothing has the focus for goes to the chosen cell: the site would search, or turn to another page. */
  stray(event) {
    if (!this.draf || !this.root.isConnected || event.target !== document.body || document.querySelector("dialog[open]")) return
    if (this.tunggu.open || event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return // it waits for a new row
    event.stopPropagation()
    if (this.open !== "tabel" || !this.kisi.place) return
    this.backToWork()
    this.key(event, this.kisi.place)
  },

  shortcut(event) {
    if (event.key === "F6" && this.draf && this.root.isConnected && !event.ctrlKey && !document.querySelector("dialog[open]")) {
      event.preventDefault()
      this.sel.close(true)
      return this.otherPane()
    }
    if (!this.draf || !(event.ctrlKey || event.metaKey) || event.altKey || !this.root.isConnected) return
    const typing = event.target.closest?.("input, textarea")
    const key = event.key.toLowerCase()
    if (key === "s") this.send()
    else if (typing) return
    else if (key === "z" && !event.shiftKey) this.undo()
    else if (key === "y" || (key === "z" && event.shiftKey)) this.redo()
    else return
    event.preventDefault()
  },

  async undo() {
    this.sel.close(true)
    if (await this.draf.undo()) tell(say(TULISAN.penyunting.diurungkan))
  },

  async redo() {
    if (await this.draf.redo()) tell(say(TULISAN.penyunting.diulangi))
  }
}
