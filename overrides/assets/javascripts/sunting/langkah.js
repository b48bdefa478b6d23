/*
 * The panel beside the table: what the chosen step is, who does it, where it leads, and what can be done with it.
 */
import { DOUBT, button, count, el, field, growing, sentence } from "./dom.js"
import { decide, exits, split } from "./keluar.js"
import { lanePanel } from "./pelaku.js"
import { isLane } from "./kisi.js"
import { write as say } from "../tulisan.js"

const SYMBOLS = [[null, say(TULISAN.baris.otomatis)], ["kotak", say(TULISAN.baris.kotak)], ["kapsul", say(TULISAN.baris.kapsul)], ["belah_ketupat", say(TULISAN.baris.belah_ketupat)]]
/** Fields of a step that have no column of their own, or an empty one. */
const MORE = [
  ["keterangan", say(TULISAN.sel.keterangan), say(TULISAN.baris.keterangan_arti)],
  ["ringkas", say(TULISAN.baris.ringkas), say(TULISAN.baris.ringkas_arti)],
  ["nomor", say(TULISAN.baris.nomor), say(TULISAN.baris.nomor_arti)],
  ["id", say(TULISAN.baris.id), say(TULISAN.baris.id_arti)]
]

export function stepPanel(host, place) {
  const table = place && host.view.tabel[place.t]
  if (!table) return el("p", { class: "sunting-kosong" }, say(TULISAN.baris.pilih))
  if (place.n < 0) return isLane(place.k) ? lanePanel(host, table, place) : null
  const row = table.baris.find(one => one.n === place.n)
  if (!row) return null
  return el("section", { class: "sunting-panel" },
    el("h2", {}, say(TULISAN.baris.langkah, { nomor: row.nomor || row.n + 1 })),
    doubts(host, table, row, place),
    findings(host, table, row),
    who(host, table, row, place),
    !table.polos && exits(host, table, row, place),
    actions(host, table, row, place),
    more(host, table, row, place))
}

/** What is done most with the chosen step or column, in one row: [text, work, what its button has besides]. */
export function quickly(host, place) {
  const table = host.open === "tabel" && place && host.view?.tabel[place.t]
  if (!table) return []
  if (place.n < 0) return isLane(place.k) ? [[say(TULISAN.kolom.ganti_nama), () => host.renameLane(place), { key: "F2" }]] : []
  const row = table.baris.find(one => one.n === place.n)
  if (!row) return []
  const decision = table.polos || row.keluar.length > 1 || row.keluar.some(one => one.label)
  return [
    [say(TULISAN.baris.bawah), () => host.insertRow(place, row.n + 1), { key: "Ctrl+Enter" }],
    !decision && [say(TULISAN.arah.jadikan), () => decide(host, table, row, place), { key: "Alt+D" }]
  ].filter(Boolean)
}

const stepPath = (table, row) => [...table.jalan, "langkah", row.n]

function doubts(host, table, row, place) {
  const all = Object.entries(row.ragu ?? {})
  if (!all.length) return null
  return el("div", { class: "sunting-kelompok sunting-ragu" }, el("h3", {}, say(TULISAN.baris.perlu)), all.map(([bidang, alasan]) =>
    el("div", { class: "sunting-ragu__satu" }, el("p", {}, el("b", {}, `${bidang}: `), alasan || say(TULISAN.penyunting.belum_pasti)),
      button(say(TULISAN.baris.benar), () => host.change({ operasi: "konfirmasi", jalan: stepPath(table, row), bidang }, place), { key: "Alt+K" }))))
}

function findings(host, table, row) {
  const path = JSON.stringify(stepPath(table, row)).slice(0, -1)
  const here = host.view.temuan.filter(one => one.kode !== DOUBT && one.jalan && JSON.stringify(one.jalan).startsWith(path) && /^[,\]]/.test(JSON.stringify(one.jalan).slice(path.length)))
  if (!here.length) return null
  return el("ul", { class: "sunting-temuan" }, here.map(one =>
    el("li", { class: `sunting--${one.tingkat}` }, el("p", {}, sentence(one.pesan)), one.cara && el("p", { class: "sunting-temuan__cara" }, sentence(one.cara)))))
}

function who(host, table, row, place) {
  if (!table.lane.length) return null
  const set = pelaksana => host.change({ operasi: "setel_pelaku", tabel: table.jalan, n: row.n, pelaksana }, place)
  const boxes = table.lane.map(lane => el("label", { class: "sunting-centang" },
    el("input", {
      type: "checkbox", checked: row.lane.includes(lane.id),
      onchange: event => set(event.target.checked ? [...row.lane, lane.id] : row.lane.filter(one => one !== lane.id))
    }), lane.nama))
  const symbol = el("select", {
    class: "sunting-masukan",
    onchange: () => host.change({ operasi: "setel_simbol", tabel: table.jalan, n: row.n, simbol: symbol.value || null }, place)
  }, SYMBOLS.map(([value, text]) => el("option", { value: value ?? "" }, text)))
  symbol.value = writtenSymbol(row) ?? ""
  return el("div", { class: "sunting-kelompok", role: "group", "aria-label": say(TULISAN.penyunting.pelaksana) }, el("h3", {}, say(TULISAN.penyunting.pelaksana)), boxes,
    row.lane.length > 1 && el("p", { class: "sunting-isian__arti" }, count(row.lane.length, TULISAN.baris.bersama)),
    field(say(TULISAN.baris.simbol), symbol))
}

/** The symbol that is written at a step, if it is one that can be chosen here. */
function writtenSymbol(row) {
  const own = row.isi?.simbol ?? row.pelaksana?.simbol ?? (Array.isArray(row.pelaksana) && row.pelaksana.length === 1 ? row.pelaksana[0]?.simbol : null)
  return SYMBOLS.some(([name]) => name === own) ? own : null
}

function actions(host, table, row, place) {
  const last = table.baris.at(-1).n
  const move = by => host.moveRow(place, row.n + by)
  return el("div", { class: "sunting-kelompok", role: "group", "aria-label": say(TULISAN.baris.ini) }, el("h3", {}, say(TULISAN.baris.ini)), el("div", { class: "sunting-deret" },
    button(say(TULISAN.baris.atas), () => host.insertRow(place, row.n)),
    button(say(TULISAN.baris.bawah), () => host.insertRow(place, row.n + 1), { key: "Ctrl+Enter" }),
    button(say(TULISAN.baris.naik), () => move(-1), { key: "Alt+↑", disabled: row.n === 0 }),
    button(say(TULISAN.baris.turun), () => move(1), { key: "Alt+↓", disabled: row.n === last }),
    !table.polos && button(say(TULISAN.baris.pecah), () => split(host, table, row, place)),
    button(say(TULISAN.baris.gabung), () => host.change({ operasi: "gabung_langkah", tabel: table.jalan, n: row.n }, place), { disabled: row.n === last }),
    button(say(TULISAN.penyunting.hapus), () => host.removeRow(place), { key: "Ctrl+Delete", class: "sunting-tombol--hapus" })))
}

function more(host, table, row, place) {
  const path = stepPath(table, row)
  const set = (name, value) => host.change({ operasi: "setel", jalan: [...path, name], nilai: value }, place)
  const optional = el("label", { class: "sunting-centang" }, el("input", {
    type: "checkbox", checked: ["ya", "true"].includes(String(row.isi?.opsional ?? "")), onchange: event => set("opsional", event.target.checked ? "ya" : null)
  }), say(TULISAN.baris.opsional))
  return el("details", { class: "sunting-kelompok", data: { lipat: "lain" }, open: host.folded.lain === false, ontoggle: event => (host.folded.lain = !event.target.open) },
    el("summary", {}, say(TULISAN.baris.lain)), optional,
    MORE.filter(([name]) => name !== "id" || row.isi?.id).map(([name, label, help]) => {
      const value = row.isi?.[name]
      const area = growing(el("textarea", { class: "sunting-masukan", rows: 1, value: Array.isArray(value) ? value.join("\n") : value ?? "" }))
      area.addEventListener("change", () => {
        const text = area.value.trim()
        if (name === "id" && text && row.isi?.id) host.change({ operasi: "ganti_id_langkah", tabel: table.jalan, lama: row.isi.id, baru: text }, place)
        else set(name, name === "keterangan" && text.includes("\n") ? text.split("\n").map(one => one.trim()).filter(Boolean) : text || null)
      })
      return field(label, area, { help })
    }))
}
