/*
 * Who does a step: pointing at a lane says so, with Ctrl or the space bar one more takes part; and the lanes themselves.
 */
import { ask, button, el, field, tell } from "./dom.js"
import { laneOf } from "./kisi.js"
import { Saran } from "./saran.js"
import { write as say } from "../tulisan.js"

const unique = items => [...new Set(items)]

/** The operation by which the lane at a place does the step: alone, or (`more`) with those who do already. */
export function toggleLane(row, place, more) {
  const lane = laneOf(place.k)
  const now = row.lane
  let pelaksana = [lane]
  if (more) pelaksana = now.includes(lane) ? now.filter(one => one !== lane) : unique([...now, lane])
  if (now.length === 1 && now[0] === lane && !more) return null
  return { operasi: "setel_pelaku", tabel: undefined, n: place.n, pelaksana }
}

/** Ask for the name of a new lane; resolves to the name, or null. */
export async function askLane(words, before = "") {
  const input = el("input", { class: "sunting-masukan", value: before, maxLength: 200 })
  const box = field(say(TULISAN.kolom.sebutan), input, { help: say(TULISAN.kolom.sebutan_arti) })
  const saran = new Saran(input, "pelaksana", words)
  const answer = ask(before ? say(TULISAN.kolom.ganti_judul) : say(TULISAN.kolom.baru), box, [["ya", before ? say(TULISAN.kolom.ganti) : say(TULISAN.kolom.tambahkan), true], [null, say(TULISAN.penyunting.batal)]])
  input.addEventListener("keydown", event => saran.key(event))
  input.focus()
  input.select()
  const name = (await answer) && input.value.trim()
  return name && name !== before ? name : null
}

/** An id for a new lane, as people would write it in the file. */
export function laneId(nama, taken) {
  const base = nama.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "").slice(0, 40) || "pelaksana"
  const first = /^[a-z]/.test(base) ? base : `p_${base}`
  for (let i = 1; ; i++) {
    const id = i === 1 ? first : `${first}_${i}`
    if (!taken.includes(id)) return id
  }
}

/** What can be done with a lane that was chosen in the head of the table. */
export function lanePanel(host, table, place) {
  const id = laneOf(place.k)
  const index = table.lane.findIndex(one => one.id === id)
  const lane = table.lane[index]
  if (!lane) return null
  const steps = table.baris.filter(row => row.lane.includes(id)).map(row => row.nomor || row.n + 1)
  const move = by => host.change({ operasi: "pindah_pelaksana", tabel: table.jalan, id, ke: index + by }, place)
  return el("section", { class: "sunting-panel" },
    el("h2", {}, lane.nama),
    el("p", {}, steps.length ? say(TULISAN.kolom.langkah, { langkah: steps.join(", ") }) : say(TULISAN.kolom.tanpa_langkah)),
    el("div", { class: "sunting-deret" },
      button(say(TULISAN.kolom.ganti_nama), () => host.renameLane(place), { key: "F2" }),
      button(say(TULISAN.kolom.kiri), () => move(-1), { key: "Alt+←", disabled: index === 0 }),
      button(say(TULISAN.kolom.kanan), () => move(1), { key: "Alt+→", disabled: index === table.lane.length - 1 }),
      button(say(TULISAN.penyunting.hapus), () => host.change({ operasi: "hapus_pelaksana", tabel: table.jalan, id }, place), { key: "Delete", class: "sunting-tombol--hapus" })))
}

/** Add a lane at the right end of a table. */
export async function addLane(host, table, t) {
  const nama = await askLane(host.words)
  if (!nama) return
  if (table.lane.some(one => one.nama.toLowerCase() === nama.toLowerCase())) return tell(say(TULISAN.kolom.sudah_ada, { nama }), "peringatan")
  const id = laneId(nama, table.lane.map(one => one.id))
  await host.change({ operasi: "tambah_pelaksana", tabel: table.jalan, id, nama }, { t, n: -1, k: `lane:${id}` })
}
