/*
 * Where the flow goes from a step: straight on, to another step, or by the exits of a decision, whose targets are
 * pointed at in the table.
 */
import { button, el, field, tell } from "./dom.js"
import { TOUCH } from "./petunjuk.js"
import { write as say } from "../tulisan.js"

/** How hands point at a row. */
const how = () => (TOUCH.matches ? say(TULISAN.arah.dengan_jari) : say(TULISAN.arah.dengan_tetikus))

/** Ask for a step by pointing at its row; resolves to its index, or null after Escape. */
export function point({ kisi, hasil }, t, words) {
  return new Promise(resolve => {
    const root = kisi.root
    const back = hasil.laci.aside()
    const bar = el("div", { class: "sunting-tunjuk", role: "status" }, words, button(say(TULISAN.penyunting.batal), () => end(null), { key: "Esc" }))
    root.classList.add("sunting--menunjuk")
    root.before(bar)
    let row = kisi.place?.t === t && kisi.place.n >= 0 ? kisi.place.n : kisi.rowNumbers(t)[0]
    kisi.go({ t, n: row, k: "no" })
    const end = value => {
      root.classList.remove("sunting--menunjuk")
      bar.remove()
      back()
      root.removeEventListener("click", click, true)
      document.removeEventListener("keydown", key, true)
      resolve(value)
    }
    const click = event => {
      const place = kisi.placeOf(event.target)
      event.preventDefault()
      event.stopPropagation()
      if (place?.t === t && place.n >= 0) end(place.n)
    }
    const key = event => {
      if (event.key === "Escape") end(null)
      else if (event.key === "Enter" && root.contains(event.target)) end(kisi.place.n)
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    root.addEventListener("click", click, true)
    document.addEventListener("keydown", key, true)
  })
}

const nameOf = row => `${row.nomor || row.n + 1}. ${shortened(String(row.isi?.kegiatan ?? ""))}`
const shortened = text => (text.length > 48 ? `${text.slice(0, 46)}…` : text)

/** A choice of targets: the steps of the table, its end, and the row below. */
function targets(table, row, value, onchange) {
  const select = el("select", { class: "sunting-masukan", onchange: () => onchange(decode(select.value)) },
    el("option", { value: "lanjut" }, say(TULISAN.arah.berikut)),
    table.baris.filter(one => one.n !== row.n).map(one => el("option", { value: `n${one.n}` }, nameOf(one))),
    el("option", { value: "selesai" }, say(TULISAN.arah.selesai)))
  const wanted = value === row.n + 1 || value === null ? "lanjut" : typeof value === "number" ? `n${value}` : value
  if (![...select.options].some(one => one.value === wanted)) select.append(el("option", { value: wanted }, wanted))
  select.value = wanted
  return select
}

const decode = value => (/^n\d+$/.test(value) ? Number(value.slice(1)) : value)

/** The exits of a step, each with its label and its target; what is changed is written at once. */
export function exits(host, table, row, place) {
  const now = row.keluar.length ? row.keluar : [{ label: null, ke: null }]
  const decision = row.keluar.length > 1 || row.keluar.some(one => one.label)
  const write = list => host.change({ operasi: "setel_keluar", tabel: table.jalan, n: row.n, keluar: list }, place)
  const plain = now.map(({ label, ke }) => ({ label, ke: ke ?? "lanjut" }))
  const changed = (i, part) => plain.map((one, j) => (j === i ? { ...one, ...part } : one))
  const pick = async i => {
    const n = await point(host, place.t, plain[i].label ? say(TULISAN.arah.tunjuk_untuk, { label: plain[i].label, cara: how() }) : say(TULISAN.arah.tunjuk_tujuan, { cara: how() }))
    host.kisi.go(place)
    if (n !== null) write(changed(i, { ke: n }))
  }
  const lines = plain.map((one, i) => {
    const label = decision && el("input", {
      class: "sunting-masukan sunting-keluar__label", value: one.label ?? "", aria: { label: say(TULISAN.arah.nama, { nomor: i + 1 }) },
      onchange: event => write(changed(i, { label: event.target.value.trim() || null }))
    })
    const select = targets(table, row, one.ke, ke => write(changed(i, { ke })))
    select.setAttribute("aria-label", one.label ? say(TULISAN.arah.tujuan, { label: one.label }) : say(TULISAN.arah.sesudah))
    return el("div", { class: `sunting-keluar${label ? " sunting-keluar--berlabel" : ""}` }, label, select,
      button(say(TULISAN.arah.tunjuk), () => pick(i), { title: say(TULISAN.arah.tunjuk_arti) }),
      plain.length > 1 && button("×", () => write(plain.length > 2 ? plain.filter((_, j) => j !== i) : []), { title: say(TULISAN.arah.hapus), aria: { label: say(TULISAN.arah.hapus_satu, { label: one.label ?? i + 1 }) } }))
  })
  const more = decision
    ? button(`+ ${say(TULISAN.arah.jalan)}`, () => write([...plain, { label: "Lainnya", ke: "lanjut" }]))
    : button(say(TULISAN.arah.jadikan), () => decide(host, table, row, place), { key: "Alt+D" })
  return el("div", { class: "sunting-kelompok", role: "group", "aria-label": say(TULISAN.arah.sesudah) },
    el("h3", {}, decision ? say(TULISAN.arah.keputusan) : say(TULISAN.arah.sesudah)), lines, el("div", { class: "sunting-deret" }, more,
      decision && button(say(TULISAN.arah.bukan), () => write([]))))
}

/** Make a step a decision: yes goes on, and no to where somebody points. */
export async function decide(host, table, row, place) {
  const n = await point(host, place.t, say(TULISAN.arah.bila_tidak, { cara: how() }))
  host.kisi.go(place)
  if (n === null) return
  if (n === row.n) return tell(say(TULISAN.arah.diri), "peringatan")
  const last = row.n === table.baris.at(-1).n
  await host.change({
    operasi: "setel_keluar", tabel: table.jalan, n: row.n,
    keluar: [{ label: "Ya", ke: last ? "selesai" : "lanjut" }, { label: "Tidak", ke: n }]
  }, place)
}

/** Part a step in two, of which the second decides. */
export async function split(host, table, row, place) {
  const input = el("input", { class: "sunting-masukan", value: say(TULISAN.arah.putusan), maxLength: 400 })
  const answer = host.ask(say(TULISAN.arah.pecah), [
    say(TULISAN.arah.pecah_arti, { nomor: row.nomor || row.n + 1 }),
    field(say(TULISAN.arah.diputuskan), input)
  ], [["ya", say(TULISAN.arah.lanjut), true], [null, say(TULISAN.penyunting.batal)]])
  input.select()
  if (!(await answer) || !input.value.trim()) return
  const n = await point(host, place.t, say(TULISAN.arah.ke_mana, { cara: how() }))
  host.kisi.go(place)
  if (n === null) return
  const last = row.n === table.baris.at(-1).n
  await host.change({
    operasi: "pecah_keputusan", tabel: table.jalan, n: row.n, keputusan: input.value.trim(),
    keluar: [{ label: "Ya", ke: last ? "selesai" : "lanjut" }, { label: "Tidak", ke: n }]
  }, { ...place, n: row.n + 1 })
}
