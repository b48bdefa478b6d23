/*
 * The step table as a grid: the table that the site draws, in which one moves, types, points and drags.
 *
 * Its HTML comes from the engine, and what a change draws otherwise is replaced (lukis.js); a place in it is {t, n, k}: the table,
 * the index of the step (-1: the head), and the column ("no", "kegiatan", "lane:<id>", "kelengkapan", "waktu", "output", "keterangan").
 */
import { Lukisan } from "./lukis.js"
import { write as say } from "../tulisan.js"

const CONTENT = {
  "sop-kegiatan": "kegiatan", "sop-isi--1": "kelengkapan", "sop-isi--waktu": "waktu", "sop-isi--2": "output", "sop-isi--3": "keterangan"
}
export const NAMES = {
  no: say(TULISAN.sel.nomor), kegiatan: say(TULISAN.sel.kegiatan), kelengkapan: say(TULISAN.sel.kelengkapan),
  waktu: say(TULISAN.sel.waktu), output: say(TULISAN.sel.output), keterangan: say(TULISAN.sel.keterangan)
}
/** Columns whose text is a list, one item a line. */
export const LISTS = new Set(["kelengkapan", "output", "keterangan"])

export const isLane = k => k.startsWith("lane:")
export const laneOf = k => k.slice("lane:".length)
const samePlace = (a, b) => Boolean(a && b && a.t === b.t && a.n === b.n && a.k === b.k)

export class Kisi extends EventTarget {
  constructor(root) {
    super()
    this.root = root
    this.place = null
    /** How often somebody went elsewhere: what was asked for before leads nobody back. */
    this.moves = 0
    /** The column in which a run of Tab began: Enter leads back to it, one row below, as in a worksheet. */
    this.run = null
    this.drawn = []
    this.grid = [] // of each table: rows, from the head (-1) on, as Map of columns to cells
    root.addEventListener("focusin", event => this.focused(event))
    root.addEventListener("keydown", event => this.key(event))
    this.sizes = new ResizeObserver(() => this.fit()) // after browsers have measured anyway, and before anything is seen
    this.sizes.observe(root)
    this.sized = []
  }

  /** Look after the sizes of what stands here now. */
  watch() {
    const now = [...this.root.querySelectorAll(":scope > * table, thead"), ...[...this.root.children].map(one => one.querySelector("tbody .sop-kegiatan")).filter(Boolean)]
    for (const one of this.sized) if (!now.includes(one)) this.sizes.unobserve(one)
    for (const one of now) if (!this.sized.includes(one)) this.sizes.observe(one)
    this.sized = now
  }

  /** A table that needs more room than there is scrolls by itself; else its head stays in sight. */
  fit() {
    const seen = [...this.root.children].map(holder => {
      const [table, head, first] = [holder.querySelector("table"), holder.querySelector("thead"), holder.querySelector("tbody .sop-kegiatan")]
      return { holder, wide: (table?.offsetWidth ?? 0) > holder.clientWidth + 1, room: head && first && `${head.offsetHeight + 4}px 0 0 ${first.offsetWidth + 44}px` }
    })
    for (const { holder, wide, room } of seen) {
      holder.toggleAttribute("data-gulir", wide) // no class: with one, all of it is styled anew
      if (room && holder.scrolled !== room) holder.style.scrollPadding = holder.scrolled = room // they stay in sight
    }
  }

  /** Show the tables of a view; the focus stays where it was, or goes to `place`. */
  show(tables, place = null) {
    const had = this.root.contains(document.activeElement)
    const wanted = place ?? this.place
    this.tables = tables
    if (this.drawn.length !== tables.length || [...this.root.children].some((one, t) => one !== this.drawn[t]?.holder)) {
      this.drawn = tables.map((_, t) => new Lukisan(t))
      this.root.replaceChildren(...this.drawn.map(one => one.holder))
    }
    this.grid = tables.map((table, t) => this.table(table, t))
    this.watch()
    this.dispatchEvent(new Event("tampil"))
    if (this.drawn.some(one => one.flow)) document.dispatchEvent(new Event("sop-digambar")) // its arrows may be others (alur.js)
    const near = wanted && this.nearest(wanted)
    const stays = this.root.contains(document.activeElement) && near && this.at(near)?.contains(document.activeElement)
    if (near) this.go(near, { focus: (had && !stays) || Boolean(place) })
    else this.place = null
  }

  /** Something else is seen in this cell than what was drawn: it is drawn anew the next time. */
  touch(cell) {
    for (const one of this.drawn) one.touched.add(cell)
  }

  table(table, t) {
    const drawn = this.drawn[t]
    const head = drawn.draw(table.html)
    const old = this.grid[t]
    const lanes = JSON.stringify(table.lane)
    const same = drawn.lanes === lanes
    drawn.lanes = lanes
    const rows = new Map()
    const inside = drawn.holder.querySelector("table")
    if (inside) {
      inside.setAttribute("role", "grid")
      rows.set(-1, head || !same ? this.head(inside, table, t) : old.get(-1))
    }
    for (const row of table.baris) {
      const one = drawn.rows.get(row.jangkar)
      if (!one) continue
      const known = same && one.known?.n === row.n ? one.known : null
      if (known?.nodes.every((node, i) => node === one.cells[i].node)) rows.set(row.n, known.cells)
      else {
        rows.set(row.n, this.row(one.node, row, table, t))
        one.known = { n: row.n, nodes: one.cells.map(cell => cell.node), cells: rows.get(row.n) }
      }
    }
    return rows
  }

  head(inside, table, t) {
    const cells = new Map()
    const grouped = table.lane.some(lane => lane.kelompok) // those with a heading above them stand one row lower
    const order = grouped ? [...table.lane.filter(lane => !lane.kelompok), ...table.lane.filter(lane => lane.kelompok)] : table.lane
    const heads = [...inside.querySelectorAll("thead .sop-lane")]
    for (const lane of table.lane) {
      const cell = heads[order.indexOf(lane)]
      if (cell) cells.set(`lane:${lane.id}`, this.cell(cell, { t, n: -1, k: `lane:${lane.id}` }, say(TULISAN.sel.pelaksana, { nama: lane.nama })))
    }
    return cells
  }

  row(tr, row, table, t) {
    const cells = new Map()
    const lanes = table.lane.values()
    tr.dataset.n = row.n
    for (const cell of tr.tagName === "TR" ? tr.cells : [tr]) {
      const name = Object.keys(CONTENT).find(one => cell.classList.contains(one))
      let k = name ? CONTENT[name] : null
      if (cell.tagName === "LI") k = "kegiatan"
      else if (cell.classList.contains("sop-no")) k = "no"
      else if (cell.classList.contains("sop-lane")) {
        const lane = lanes.next().value
        k = lane && `lane:${lane.id}`
      }
      if (!k) continue
      cells.set(k, this.cell(cell, { t, n: row.n, k }))
      const column = isLane(k) ? table.lane.find(one => one.id === laneOf(k)).nama : NAMES[k]
      if (!cell.textContent.trim() && !cell.querySelector("svg")) cell.setAttribute("aria-label", say(TULISAN.sel.kosong, { kolom: column }))
    }
    return cells
  }

  cell(cell, place, label) {
    cell.tabIndex = -1
    cell.sunting = place
    if (cell.tagName === "TD") cell.setAttribute("role", "gridcell")
    if (label) cell.title = label
    return cell
  }

  /** The element of a place, or null. */
  at({ t, n, k }) {
    return this.grid[t]?.get(n)?.get(k) ?? null
  }

  /** The place that an element lies in, or null. */
  placeOf(node) {
    return node.closest?.("[tabindex]")?.sunting ?? null
  }

  rowOf({ t, n }) {
    return this.tables[t]?.baris.find(row => row.n === n) ?? null
  }

  rowNumbers(t) {
    return [...(this.grid[t]?.keys() ?? [])].filter(n => n >= 0)
  }

  /** A place that is there: the row may have gone, and a column, too. */
  nearest({ t, n, k }) {
    const rows = this.grid[t]
    if (!rows?.size) return null
    const row = rows.has(n) ? n : Math.max(...[...rows.keys()].filter(one => one <= n), -1)
    const cells = rows.get(row) ?? rows.values().next().value
    if (!cells?.size) return null
    return { t, n: row, k: cells.has(k) ? k : cells.has("kegiatan") ? "kegiatan" : cells.keys().next().value }
  }

  /** Go to a place: it alone can be reached by Tab, as in every grid. */
  go(place, { focus = true } = {}) {
    const cell = this.at(place)
    if (!cell) return false
    const before = this.place && this.at(this.place)
    if (before && before !== cell) before.tabIndex = -1
    for (const one of this.root.querySelectorAll(".sunting-terpilih")) if (one !== cell) one.classList.remove("sunting-terpilih")
    const row = cell.closest("tr")
    for (const one of this.root.querySelectorAll("tr[data-terpilih]")) if (one !== row) one.removeAttribute("data-terpilih")
    row?.setAttribute("data-terpilih", "")
    cell.tabIndex = 0
    cell.classList.add("sunting-terpilih")
    const moved = !samePlace(this.place, place)
    this.place = place
    if (moved) this.moves += 1
    if (focus && document.activeElement !== cell) {
      cell.focus({ preventScroll: true })
      cell.scrollIntoView({ block: "nearest", inline: "nearest" })
    }
    if (moved) this.dispatchEvent(new CustomEvent("tempat", { detail: place }))
    return true
  }

  /** Bring the chosen place into sight. */
  seen() {
    if (this.place) this.at(this.place)?.scrollIntoView({ block: "nearest", inline: "nearest" })
  }

  focused(event) {
    const place = this.placeOf(event.target)
    if (place && event.target === this.at(place)) this.go(place, { focus: false })
  }

  /** The first place, where nothing has been chosen yet. */
  start() {
    if (this.place) return
    const first = this.nearest({ t: 0, n: 0, k: "kegiatan" })
    if (first) this.go(first, { focus: document.activeElement === document.body })
  }

  key(event) {
    const place = this.place
    if (!place || event.target !== this.at(place) || event.isComposing) return
    const step = MOVES[event.key]
    if (step && !event.altKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault()
      this.run = null
      this.go(this.moved(place, step, event.ctrlKey))
    } else if (event.key === "Tab" && !event.altKey) {
      const next = this.beside(place, event.shiftKey ? -1 : 1)
      if (!next && (event.shiftKey || !this.run)) return // out of the table, as in every page
      event.preventDefault()
      if (next) this.go(next)
      else this.dispatchEvent(new CustomEvent("akhir", { detail: place }))
    } else {
      this.dispatchEvent(new CustomEvent("tombol", { detail: { event, place } }))
    }
  }

  moved({ t, n, k }, [down, right], far) {
    const rows = [...this.grid[t].keys()].sort((a, b) => a - b)
    let row = n
    if (down) {
      const index = rows.indexOf(n)
      row = rows[far ? (down > 0 ? rows.length - 1 : 0) : Math.min(Math.max(index + down, 0), rows.length - 1)]
      if (!this.grid[t].get(row).has(k)) row = n === -1 ? rows[1] ?? n : n
    }
    const columns = [...this.grid[t].get(row).keys()]
    let column = columns.includes(k) ? k : columns[0]
    if (right) {
      const index = columns.indexOf(column)
      column = columns[far ? (right > 0 ? columns.length - 1 : 0) : Math.min(Math.max(index + right, 0), columns.length - 1)]
    }
    return { t, n: row, k: column }
  }

  /** The next or the last cell in the order of reading, over the ends of rows; null behind the last. */
  beside({ t, n, k }, by) {
    const columns = [...this.grid[t].get(n).keys()]
    const index = columns.indexOf(k) + by
    if (columns[index]) return { t, n, k: columns[index] }
    const rows = [...this.grid[t].keys()].sort((a, b) => a - b)
    const row = rows[rows.indexOf(n) + by]
    if (row === undefined) return null
    const there = [...this.grid[t].get(row).keys()]
    return { t, n: row, k: by > 0 ? there[0] : there.at(-1) }
  }
}

const MOVES = {
  ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], Home: [0, -1e6], End: [0, 1e6]
}
