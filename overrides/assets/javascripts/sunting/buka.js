/*
 * The first screen: go on with a draft, change an SOP, write a new one, or open a file.
 */
import { ask, button, count, el, field, tell } from "./dom.js"
import * as memory from "./ingatan.js"
import { download } from "./kirim.js"
import { keptHere } from "./luring.js"
import { isDraft, readDraft } from "./tanpa.js"
import { write as say } from "../tulisan.js"

const LARGEST_FILE = 2_000_000
const OFFICE = "sop-sunting-instansi"
/** Files of an office, or of the whole handbook, that are no SOPs. */
const OTHERS = /(^|\/)(instansi|kebutuhan|bentuk|singkatan|peraturan|index)\.yml$/

/** Show the first screen of `host` in `root`; `open` is called with {sop}, {berkas, teks} or a kept draft. */
export async function firstScreen(root, host, open) {
  const { engine } = host
  const [list, drafts] = await Promise.all([engine("daftar", {}), memory.all()])
  const works = await memory.works()
  const parts = [
    !works && el("p", { class: "sunting-peringatan" }, say(TULISAN.mula.tanpa_simpanan)),
    drafts.length && going(drafts, open, () => firstScreen(root, host, open)),
    el("section", { class: "sunting-mulai" }, el("h2", {}, say(TULISAN.mula.mengubah)), search(list, open)),
    fresh(list, host, open),
    offices(list, open),
    file(list, open),
    keptHere(host.luring)
  ]
  root.replaceChildren(...parts.filter(Boolean))
}

function going(drafts, open, again) {
  return el("section", { class: "sunting-mulai" }, el("h2", {}, say(TULISAN.mula.lanjutkan)), el("ul", { class: "sunting-daftar" }, drafts.map(one =>
    el("li", {},
      el("button", { type: "button", class: "sunting-daftar__isi", onclick: () => open({ draf: one }) },
        el("b", {}, one.nama || one.berkas), el("span", {}, ` ${one.berkas} · ${when(one.waktu)}`)),
      button(say(TULISAN.mula.unduh), () => download(one.berkas.split("/").at(-1), one.teks), { aria: { label: say(TULISAN.mula.unduh_draf, { draf: one.nama || one.berkas }) } }),
      button(say(TULISAN.mula.buang), async () => {
        const sure = await ask(say(TULISAN.mula.buang_tanya), say(TULISAN.mula.buang_arti, { draf: one.nama || one.berkas }), [["ya", say(TULISAN.mula.buang), false], [null, say(TULISAN.mula.simpan_saja), true]])
        if (!sure) return
        await memory.forget(one.berkas)
        again()
      }, { class: "sunting-tombol--hapus", aria: { label: say(TULISAN.mula.buang_draf, { draf: one.nama || one.berkas }) } })))))
}

const when = time => new Date(time).toLocaleString("id-ID", { dateStyle: "medium", timeStyle: "short" })

/** SOPs with a fault so grave that the handbook has none of that name: they are opened as files. */
function broken({ sop, berkas }) {
  const known = new Set(sop.map(one => `${one.id}.yml`))
  return berkas.filter(one => /^[^/]+\/[^/]+\.yml$/.test(one) && !OTHERS.test(one) && !known.has(one))
    .map(one => ({ id: one.slice(0, -4), nama: one, instansi: one.split("/")[0], galat: true }))
}

function search(list, open) {
  const { instansi } = list
  const sop = [...broken(list), ...list.sop]
  const offices = new Map(instansi.map(one => [one.id, one.nama]))
  const input = el("input", { class: "sunting-masukan", type: "search", autocomplete: "off" })
  const rows = el("ul", { class: "sunting-daftar" })
  const fill = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean)
    const found = sop.filter(one => words.every(word => `${one.nama} ${offices.get(one.instansi)} ${one.id}`.toLowerCase().includes(word)))
    rows.replaceChildren(...found.slice(0, 30).map(one => el("li", {},
      el("button", { type: "button", class: "sunting-daftar__isi", onclick: () => open({ sop: one.id }) }, el("b", {}, one.nama), el("span", { class: one.galat && "sunting--galat" }, ` ${one.galat ? say(TULISAN.mula.bergalat) : offices.get(one.instansi) ?? one.instansi}`)))),
    ...(found.length > 30 ? [el("li", { class: "sunting-kosong" }, say(TULISAN.mula.lagi, { banyak: count(found.length - 30, TULISAN.hitung.sop) }))] : []),
    ...(found.length ? [] : [el("li", { class: "sunting-kosong" }, say(TULISAN.mula.tiada))]))
  }
  input.addEventListener("input", fill)
  input.addEventListener("keydown", event => event.key === "Enter" && rows.querySelector("button")?.click())
  fill()
  return [field(say(TULISAN.mula.cari), input), rows]
}

/** A choice of offices; it begins with the one that was chosen last in this browser. */
function office(instansi) {
  const select = el("select", {
    class: "sunting-masukan",
    onchange: () => { try { localStorage.setItem(OFFICE, select.value) } catch { /* a browser that keeps nothing */ } }
  }, instansi.map(one => el("option", { value: one.id }, one.nama)))
  try {
    const last = localStorage.getItem(OFFICE)
    if (instansi.some(one => one.id === last)) select.value = last
  } catch { /* a browser that keeps nothing */ }
  return select
}

function fresh({ instansi }, host, open) {
  const name = el("input", { class: "sunting-masukan", maxLength: 300, required: true })
  const place = office(instansi)
  const begin = el("button", { type: "submit", class: "sunting-tombol sunting-tombol--utama" }, say(TULISAN.mula.mulai))
  const state = el("p", { class: "sunting-isian__arti", role: "status" })
  const make = async event => {
    event.preventDefault()
    begin.disabled = true
    if (host.mesin.menunggu) {
      state.textContent = say(TULISAN.penyunting.siap)
      host.progress(state)
    }
    try {
      open({ baru: await host.engine("baru", { instansi: place.value, nama: name.value.trim() }) })
    } catch (error) {
      tell([error.pesan ?? error.message, error.cara].filter(Boolean).join(" "), "galat")
      begin.disabled = false
      state.textContent = ""
    }
  }
  return el("section", { class: "sunting-mulai" }, el("h2", {}, say(TULISAN.mula.baru)), instansi.length
    ? el("form", { class: "sunting-baru", onsubmit: make }, field(say(TULISAN.mula.nama), name), field(say(TULISAN.mula.instansi), place), begin, state)
    : el("p", {}, say(TULISAN.mula.tanpa_instansi)))
}

/** The files of offices and of the whole handbook that are no SOPs. */
function offices({ berkas, instansi }, open) {
  const names = new Map(instansi.map(one => [one.id, one.nama]))
  const known = berkas.filter(one => /(^|\/)(kebutuhan|bentuk|singkatan|peraturan)\.yml$/.test(one))
  const found = [...instansi.map(one => `${one.id}/instansi.yml`), ...known]
  return found.length && el("section", { class: "sunting-mulai" }, el("h2", {}, say(TULISAN.mula.data_instansi)),
    el("ul", { class: "sunting-daftar" }, found.map(one => el("li", {}, el("button", {
      type: "button", class: "sunting-daftar__isi", onclick: () => open({ ada: one })
    }, el("b", {}, names.get(one.split("/")[0]) ?? say(TULISAN.mula.seluruh_buku)), el("span", {}, ` ${one}`))))))
}

function file({ instansi }, open) {
  const input = el("input", { type: "file", accept: ".yml,.yaml,.sop-draf.json,.json,text/yaml", class: "sunting-masukan" })
  const place = office(instansi)
  input.addEventListener("change", async () => {
    const [one] = input.files
    if (!one) return
    if (one.size > LARGEST_FILE) return tell(say(TULISAN.mula.terlalu_besar), "galat")
    if (isDraft(one.name)) {
      try {
        return open({ draf: readDraft(await one.text()) })
      } catch (error) {
        return tell(error.pesan, "galat")
      }
    }
    const name = one.name.replace(/\.ya?ml$/i, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "sop-baru"
    open({ berkas: `${place.value}/${name}.yml`, teks: await one.text() })
  })
  return el("section", { class: "sunting-mulai" }, el("h2", {}, say(TULISAN.mula.membuka)),
    el("p", { class: "sunting-isian__arti" }, say(TULISAN.mula.membuka_arti)),
    field(say(TULISAN.mula.untuk), place), field(say(TULISAN.mula.berkas_yaml), input))
}
