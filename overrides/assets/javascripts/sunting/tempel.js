/*
 * Rows pasted from Word, Excel or a web page: shown first, with what each column is taken for, and never guessed in
 * silence.
 */
import { ask, count, el, tell } from "./dom.js"
import { laneId } from "./pelaku.js"
import { write as say } from "../tulisan.js"

const KINDS = [["", say(TULISAN.tempel.tidak_dipakai)], ["kegiatan", say(TULISAN.sel.kegiatan)], ["pelaksana", say(TULISAN.penyunting.pelaksana)], ["kelengkapan", say(TULISAN.sel.kelengkapan)], ["waktu", say(TULISAN.sel.waktu)], ["output", say(TULISAN.sel.output)], ["keterangan", say(TULISAN.sel.keterangan)], ["lajur", say(TULISAN.tempel.lajur)]]
const MOST_ROWS = 500
const SHOWN = 8

/** The cells that were copied, as rows of texts; null where it is no table. */
export function pastedRows(data) {
  const html = data.getData("text/html")
  if (/<table/i.test(html)) {
    const table = new DOMParser().parseFromString(html, "text/html").querySelector("table")
    const rows = gridOf(table)
    if (rows.length) return rows
  }
  const text = data.getData("text/plain")
  return text.includes("\t") ? fromTabs(text) : null
}

/** The cells of a table in their columns: what spans several stands in the first of them, the others are empty. */
function gridOf(table) {
  const all = [...table.rows].slice(0, MOST_ROWS + 1)
  const rows = all.map(() => [])
  all.forEach((row, r) => {
    let c = 0
    for (const cell of row.cells) {
      while (rows[r][c] !== undefined) c += 1
      const below = Math.min(r + Math.max(cell.rowSpan, 1), rows.length)
      const beside = c + Math.min(cell.colSpan, 50)
      for (let i = r; i < below; i++) for (let j = c; j < beside; j++) rows[i][j] = ""
      rows[r][c] = cellText(cell)
      c = beside
    }
  })
  return rows.map(row => Array.from(row, text => text ?? ""))
}

/** A cell's paragraphs, list items and line breaks as lines. */
function cellText(cell) {
  for (const line of cell.querySelectorAll("br, p, li, div")) {
    line.before("\n")
    line.after("\n")
  }
  return cell.textContent.replace(/[ \t\r\u00a0]+/g, " ").split("\n").map(line => line.trim()).filter(Boolean).join("\n")
}

/** Excel's text: tabs between cells, quotes around those with line breaks. */
function fromTabs(text) {
  const rows = [[]]
  const cell = /("(?:[^"]|"")*"|[^\t\n\r]*)(\t|\r?\n|$)/gy
  for (let found; cell.lastIndex < text.length && (found = cell.exec(text)); ) {
    const [, raw, end] = found
    rows.at(-1).push((raw.startsWith('"') ? raw.slice(1, -1).replace(/""/g, '"') : raw).trim())
    if (end !== "\t") rows.push([])
  }
  return rows.filter(row => row.some(Boolean))
}

const WORDS = [[/^(no|nomor)\.?$/i, ""], [/kegiatan|aktivitas|uraian/i, "kegiatan"], [/pelaksana|pelaku|unit/i, "pelaksana"], [/kelengkapan|persyaratan/i, "kelengkapan"], [/waktu|norma/i, "waktu"], [/output|keluaran|hasil/i, "output"], [/^ket/i, "keterangan"]]
const meant = text => (text && text.length < 40 ? WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null : null)

/**
 * The rows of a head: one, or several as official forms have them, with the performers below their common word and a
 * row that numbers the columns. Null where the first row is none.
 */
function headOf(rows) {
  if (rows[0].map(meant).filter(Boolean).length < 2) return null
  const main = rows[0].findIndex(text => meant(text) === "kegiatan")
  let high = 1
  while (high < Math.min(rows.length, 5) && (numbered(rows[high]) || (main >= 0 && !rows[high][main] && rows[high].some(Boolean)))) high += 1
  return rows.slice(0, high)
}

const numbered = row => row.filter(Boolean).length > 2 && row.filter(Boolean).every((text, i) => text.replace(/[()]/g, "") === String(i + 1))

/** What the columns of a head mean, and what they are called. */
function columns(head, width) {
  const rows = head.filter(row => !numbered(row))
  let group = ""
  const all = Array.from({ length: width }, (_, i) => {
    const above = rows[0][i] ?? ""
    const below = rows.slice(1).map(row => row[i] ?? "").filter(Boolean).at(-1) ?? ""
    if (above || !below) group = above
    const lane = below && meant(group) === "pelaksana"
    return { name: below || above, kind: lane ? "lajur" : meant(below || above) ?? "" }
  })
  return { kinds: all.map(one => one.kind), names: all.map(one => one.name) }
}

/** What the columns seem to be: by the words of a head, else by what stands in them. */
function guess(rows, lanes) {
  const width = Math.max(...rows.map(row => row.length))
  const head = headOf(rows)
  if (head) return { ...columns(head, width), high: head.length }
  const all = i => rows.map(row => row[i] ?? "").filter(Boolean)
  const share = (i, test) => all(i).filter(test).length / Math.max(all(i).length, 1)
  const kinds = Array(width).fill("")
  const free = [...kinds.keys()].filter(i => all(i).length && share(i, text => /^\d+[.)]?$/.test(text)) < 0.8)
  const time = free.find(i => share(i, text => /^\d+([.,]\d+)?\s*(menit|jam|hari|minggu|bulan|tahun|mnt|')/i.test(text)) > 0.5)
  const role = free.find(i => share(i, text => lanes.some(lane => same(lane.nama, text))) > 0.5)
  const first = free.filter(i => i !== time && i !== role).sort((a, b) => length(all(b)) - length(all(a)))[0]
  if (first !== undefined) kinds[first] = "kegiatan"
  if (role !== undefined) kinds[role] = "pelaksana"
  if (time !== undefined) {
    kinds[time] = "waktu"
    const before = free.filter(i => i < time && !kinds[i]).at(-1)
    const after = free.filter(i => i > time && !kinds[i])
    if (before !== undefined && before > first) kinds[before] = "kelengkapan"
    if (after[0] !== undefined) kinds[after[0]] = "output"
    if (after[1] !== undefined) kinds[after[1]] = "keterangan"
  }
  return { kinds, names: [], high: 0 }
}

const length = texts => texts.reduce((sum, text) => sum + text.length, 0)
const same = (a, b) => a.trim().toLowerCase() === b.trim().toLowerCase()

/** Show pasted rows with the meaning of their columns; resolves to the operations that insert them at `n`, or null. */
export async function pasteDialog(rows, table, n) {
  if (rows.length > MOST_ROWS) {
    tell(say(TULISAN.tempel.terlalu_banyak, { banyak: count(rows.length, TULISAN.hitung.baris), batas: MOST_ROWS }), "peringatan")
    return null
  }
  const { kinds, names, high } = guess(rows, table.lane)
  const selects = kinds.map((kind, i) => {
    const select = el("select", { class: "sunting-masukan", "aria-label": say(TULISAN.tempel.arti, { nomor: i + 1 }) }, KINDS.map(([value, text]) => el("option", { value }, text)))
    select.value = kind
    return select
  })
  const skip = el("input", { type: "checkbox", checked: high > 0 })
  const preview = el("div", { class: "sunting-gulir", tabIndex: 0, role: "region", "aria-label": say(TULISAN.tempel.ditempel) }, el("table", { class: "sunting-tempelan" },
    el("thead", {}, el("tr", {}, selects.map(select => el("th", {}, select)))),
    el("tbody", {}, rows.slice(0, SHOWN).map(row => el("tr", {}, kinds.map((_, i) => el("td", {}, row[i] ?? "")))))))
  const answer = await ask(count(rows.length, TULISAN.tempel.judul), [
    say(TULISAN.tempel.periksa), preview,
    rows.length > SHOWN && el("p", {}, count(rows.length - SHOWN, TULISAN.tempel.lagi)),
    el("label", { class: "sunting-centang" }, skip, high > 1 ? say(TULISAN.tempel.kepala_banyak, { banyak: high }) : say(TULISAN.tempel.kepala))
  ].filter(Boolean), [["ya", say(TULISAN.tempel.tempel), true], [null, say(TULISAN.penyunting.batal)]])
  if (!answer) return null
  const chosen = selects.map(select => select.value)
  const kept = rows.slice(skip.checked ? Math.max(high, 1) : 0)
  remark(kept, chosen)
  return operations(kept, chosen, table, n, names)
}

/** Say what does not come along. */
function remark(rows, kinds) {
  const of = kind => kinds.flatMap((one, i) => (one === kind ? [i] : []))
  const without = rows.filter(row => row.some(Boolean) && !of("kegiatan").some(i => row[i])).length
  const lanes = of("lajur")
  const said = [
    lanes.length && !rows.some(row => lanes.some(i => row[i])) && say(TULISAN.tempel.tanpa_pelaku), without && say(TULISAN.tempel.tanpa_kegiatan, { banyak: without })
  ].filter(Boolean)
  if (said.length) tell(said.join(" "), "peringatan")
}

/** The operations by which rows become steps; roles that the table does not have yet become lanes. `names` are those of columns. */
export function operations(rows, kinds, table, n, names = []) {
  const lanes = [...table.lane]
  const made = []
  const column = kinds.map((kind, i) => (kind === "lajur" ? laneFor((names[i] || `${say(TULISAN.penyunting.pelaksana)} ${i + 1}`).replace(/\s+/g, " "), lanes, made) : null))
  const steps = rows.map(row => {
    const step = {}
    kinds.forEach((kind, i) => {
      const text = (row[i] ?? "").trim()
      if (!kind || !text) return
      const lines = text.split("\n").map(line => line.replace(/^([-•·▪o]|\d+[.)])\s+/, "").trim()).filter(Boolean)
      if (kind === "lajur") step.pelaksana = [step.pelaksana ?? [], column[i]].flat()
      else if (kind === "pelaksana") step.pelaksana = laneFor(text.replace(/\s+/g, " "), lanes, made)
      else if (kind === "kegiatan" || kind === "waktu") step[kind] = [step[kind], text].filter(Boolean).join("\n")
      else step[kind] = [step[kind] ?? [], lines].flat().length > 1 ? [step[kind] ?? [], lines].flat() : lines[0]
    })
    if (step.pelaksana?.length === 1) [step.pelaksana] = step.pelaksana
    return step
  }).filter(step => step.kegiatan)
  const added = made.map(lane => ({ operasi: "tambah_pelaksana", tabel: table.jalan, id: lane.id, nama: lane.nama }))
  return [...added, ...steps.map((langkah, i) => ({ operasi: "sisipkan_langkah", tabel: table.jalan, n: n + i, langkah }))]
}

function laneFor(nama, lanes, made) {
  const known = lanes.find(lane => same(lane.nama, nama))
  if (known) return known.id
  const lane = { id: laneId(nama, lanes.map(one => one.id)), nama }
  lanes.push(lane)
  made.push(lane)
  return lane.id
}
