/*
 * Typing in a cell: a text area lies in it with exactly what is written in the file. Enter takes it over and goes on,
 * Escape leaves all as it was where something was, and what is typed is never lost: leaving the cell takes it over, too.
 */
import { el, fromLines, growing, toLines, freshId } from "./dom.js"
import { LISTS, NAMES } from "./kisi.js"
import { TOUCH } from "./petunjuk.js"
import { Saran } from "./saran.js"
import { write as say } from "../tulisan.js"

/** What hands can do while they type; in a cell that held nothing there is nothing that Escape could go back to. */
const hint = (kind, before) => ({
  kegiatan: say(TULISAN.petunjuk.ketik_kegiatan), waktu: say(TULISAN.petunjuk.ketik_waktu), jari: say(TULISAN.petunjuk.ketik_jari)
}[kind] ?? say(TULISAN.petunjuk.ketik_lain)) + (kind === "jari" ? "" : ` ${before ? say(TULISAN.petunjuk.esc_batal) : say(TULISAN.petunjuk.esc_selesai)}`)

export class Sel {
  /** `host` does what is asked: write, add, next, words, time, paste; and knows where rows have gone: now, later, index. */
  constructor(kisi, host) {
    Object.assign(this, { kisi, host })
    this.open = null
  }

  /** Begin typing at a place; `first` is a letter that was typed on the cell and stands in place of its text. */
  edit(place, first = null) {
    if (this.open) this.close(true)
    const row = this.kisi.rowOf(place)
    const cell = this.kisi.at(place)
    if (!row || !cell || !(place.k in NAMES) || place.k === "no") return
    this.type({ place, cell, before: toLines(row.isi?.[place.k]), value: first, since: this.host.now() })
  }

  /** Begin typing the activity of a row that is not there yet: it comes to be when something was typed. */
  editNew({ t, n }, pelaksana, since = this.host.later()) {
    if (this.open) this.close(true)
    this.typeNew({ place: { t, n, k: "kegiatan" }, pelaksana, since, before: "", value: null })
  }

  typeNew(state) {
    const { t, n } = state.place
    const holder = this.kisi.root.children[t]
    const next = this.kisi.at({ t, n, k: "kegiatan" })?.closest("tr, li")
    const list = holder.querySelector("tbody, ol") ?? holder
    const waiting = [...list.querySelectorAll(":scope > .sunting-calon")].at(-1)
    const cell = el(list.tagName === "TBODY" ? "td" : "div", { class: "sunting-calon__isi", colSpan: 99 })
    const row = el(list.tagName === "TBODY" ? "tr" : list.tagName === "OL" ? "li" : "div", { class: "sunting-calon" }, cell)
    if (waiting) waiting.after(row)
    else if (next) next.before(row)
    else list.append(row)
    this.type({ ...state, cell, row })
  }

  type(state) {
    const { place, cell, before } = state
    const number = state.row ? say(TULISAN.sel.baru) : this.kisi.rowOf(place).nomor || place.n + 1
    const area = growing(el("textarea", {
      class: "sunting-ketik", value: state.value ?? before, rows: 1, spellcheck: place.k !== "waktu", autocapitalize: "sentences",
      enterKeyHint: "next", placeholder: state.row ? say(TULISAN.sel.contoh) : "", aria: { label: say(TULISAN.sel.nama, { kolom: NAMES[place.k], langkah: number }) }
    }))
    const help = el("p", { class: "sunting-ketik__petunjuk", id: freshId("petunjuk") }, hint(TOUCH.matches && place.k !== "waktu" ? "jari" : place.k, before))
    area.setAttribute("aria-describedby", help.id)
    const box = el("div", { class: "sunting-ketik__kotak" }, area, help)
    if (!state.row) box.style.minInlineSize = `${Math.max(cell.clientWidth, 150)}px`
    cell.classList.add("sunting-mengetik")
    cell.append(box)
    const kind = LISTS.has(place.k) && place.k !== "keterangan" ? "dokumen" : null
    this.open = { ...state, area, box, help, saran: kind && new Saran(area, kind, this.host.words, { lines: true, near: () => this.host.near(place) }) }
    area.addEventListener("keydown", event => this.key(event))
    area.addEventListener("blur", () => setTimeout(() => this.open?.area === area && !box.contains(document.activeElement) && document.hasFocus() && this.close(true)))
    area.addEventListener("paste", event => this.host.paste(event, this.open.place, this.open.row))
    if (place.k === "waktu") this.readTime(area, place, before)
    area.focus({ preventScroll: true })
    box.scrollIntoView({ block: "nearest" })
    area.setSelectionRange(area.value.length, area.value.length)
    if (!area.value) this.open.saran?.ask()
  }

  readTime(area, place, before) {
    const { help } = this.open
    const read = () => this.host.time(area.value, place).then(words => (help.textContent = words || hint("waktu", before)))
    area.addEventListener("input", () => {
      clearTimeout(this.timer)
      this.timer = setTimeout(read, 120)
    })
    if (area.value) read()
  }

  /** The table is about to be drawn anew: what is being typed may be taken out of it … */
  suspend() {
    if (!this.open) return null
    const { area, saran } = this.open
    const state = {
      ...this.open, offered: saran?.offered, value: area.value, selection: [area.selectionStart, area.selectionEnd], here: document.activeElement === area
    }
    this.open = null
    return state
  }

  /** … and is put back into its cell, wherever that is now; where the cell was left as it is, nothing is to be done. */
  resume(typing) {
    if (!typing) return
    const { offered, selection, here, ...state } = typing
    const { t, n, k } = state.place
    const now = state.row && n > 0 ? this.host.index(t, n - 1, state.since) + 1 : this.host.index(t, n, state.since)
    const place = { t, n: now, k }
    const { area, box, help, saran, ...next } = { ...state, place, since: this.host.now() }
    if (!state.row && box.isConnected && this.kisi.at(place) === state.cell) {
      this.open = { ...next, area, box, help, saran }
      if (here && document.activeElement !== area) area.focus({ preventScroll: true })
      return
    }
    saran?.close()
    box.remove()
    state.cell.classList.remove("sunting-mengetik")
    if (state.row) this.typeNew({ ...next, since: Math.max(state.since, this.host.now()) })
    else if (now >= 0 && this.kisi.at(place)) this.type({ ...next, cell: this.kisi.at(place) })
    else return this.host.lost(state.value)
    this.open.area.setSelectionRange(...selection)
    this.open.saran?.offer(offered)
  }

  /** End typing; with `keep` what stands there is written. Returns whether something was open. */
  close(keep) {
    if (!this.open) return false
    const { place, area, cell, box, before, saran, row, since, pelaksana } = this.open
    this.open = null
    const value = LISTS.has(place.k) ? fromLines(area.value) : area.value.trim() || null
    const written = !row && keep && toLines(value) !== before.trim()
    if (written) this.host.write(place, value, since) // first: the engine works while the rest is done here
    saran?.close()
    box.remove()
    cell.classList.remove("sunting-mengetik")
    if (written) {
      cell.replaceChildren(...toLines(value).split("\n").map(line => el("p", {}, line))) // stands there until it is drawn
      cell.classList.add("sunting-menunggu")
      this.kisi.touch(cell)
    } else if (row && keep && value) {
      cell.append(el("p", {}, value)) // stands there until the table is drawn with it
      this.host.add(place, value, pelaksana, since)
    } else row?.remove()
    return true
  }

  key(event) {
    if (event.isComposing || this.open?.saran?.key(event)) return
    if (event.key === "F6" || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s")) return // for the whole page
    const { place, row, since, pelaksana, area, before } = this.open
    event.stopPropagation()
    const ends = { Enter: () => (event.ctrlKey ? "baru" : "bawah"), Escape: () => "tinggal", Tab: () => (event.shiftKey ? "kiri" : "kanan") }
    if (!(event.key in ends) || (event.key === "Enter" && (event.shiftKey || event.altKey))) return
    event.preventDefault()
    const how = ends[event.key]()
    const empty = !area.value.trim()
    if (how === "kanan" && !(row && empty)) this.kisi.run ??= place.k
    this.close(event.key !== "Escape" || !before.trim()) // where nothing was, what is typed is no slip: it can be undone
    this.host.next({ place, how, pelaksana, since, fresh: Boolean(row), empty })
  }
}
