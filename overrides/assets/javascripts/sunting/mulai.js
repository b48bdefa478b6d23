/*
 * Where an SOP begins that has neither lanes nor steps: who does the work, or rows that are pasted.
 */
import { button, el, field, growing } from "./dom.js"
import { laneId } from "./pelaku.js"
import { Saran } from "./saran.js"
import { pasteDialog, pastedRows } from "./tempel.js"
import { write as say } from "../tulisan.js"

/** Ask who does the work, and begin the table with its first step; rows of another program begin it, too. */
export function beginning(host, table, t) {
  const area = growing(el("textarea", { class: "sunting-masukan", rows: 3, placeholder: say(TULISAN.kolom.contoh) }))
  const box = field(say(TULISAN.penyunting.pelaksana), area, { help: say(TULISAN.kolom.semua_arti) })
  const saran = new Saran(area, "pelaksana", host.words, { lines: true, beside: true })
  const first = () => {
    host.begun = true
    host.fillTable()
    host.insertRow({ t, n: 0, k: "kegiatan" }, 0)
  }
  const make = async () => {
    const names = [...new Map(area.value.split("\n").map(line => line.replace(/\s+/g, " ").trim()).filter(Boolean).map(name => [name.toLowerCase(), name])).values()]
    const taken = []
    const lanes = names.map(nama => {
      taken.push(laneId(nama, taken))
      return { operasi: "tambah_pelaksana", tabel: table.jalan, id: taken.at(-1), nama }
    })
    if (!lanes.length || await host.change(lanes)) first()
  }
  area.addEventListener("keydown", event => {
    if (saran.key(event) || event.key !== "Enter" || !event.ctrlKey) return
    event.preventDefault()
    make()
  })
  const paste = async event => {
    const rows = pastedRows(event.clipboardData)
    if (!rows || Math.max(...rows.map(row => row.length)) < 2) return
    event.preventDefault()
    const made = await pasteDialog(rows, table, 0)
    if (made) await host.change(made, { t, n: 0, k: "kegiatan" })
  }
  return el("section", { class: "sunting-awal", "aria-label": say(TULISAN.kolom.memulai), onpaste: paste },
    el("h2", {}, say(TULISAN.kolom.siapa)),
    box,
    el("div", { class: "sunting-deret" },
      button(say(TULISAN.kolom.buat), make, { class: "sunting-tombol--utama", key: "Ctrl+Enter" }),
      button(say(TULISAN.kolom.tanpa), first)),
    el("p", { class: "sunting-isian__arti" }, say(TULISAN.kolom.dari_word)))
}
