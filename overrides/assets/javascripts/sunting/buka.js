/*
 * The first screen: go on with a draft, change an SOP, write a new one, or open a file.
 */
import { ask, button, count, el, field, tell } from "./dom.js"
import * as memory from "./ingatan.js"
import { download } from "./kirim.js"
import { keptHere } from "./luring.js"
import { isDraft, readDraft } from "./tanpa.js"

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
    !works && el("p", { class: "sunting-peringatan" }, "Peramban ini tidak menyimpan draf (mungkin jendela pribadi). Unduh berkasnya sebelum menutup halaman."),
    drafts.length && going(drafts, open, () => firstScreen(root, host, open)),
    el("section", { class: "sunting-mulai" }, el("h2", {}, "Mengubah SOP"), search(list, open)),
    fresh(list, engine, open),
    offices(list, open),
    file(list, open),
    keptHere(host.offline)
  ]
  root.replaceChildren(...parts.filter(Boolean))
}

function going(drafts, open, again) {
  return el("section", { class: "sunting-mulai" }, el("h2", {}, "Lanjutkan draf Anda"), el("ul", { class: "sunting-daftar" }, drafts.map(one =>
    el("li", {},
      el("button", { type: "button", class: "sunting-daftar__isi", onclick: () => open({ draf: one }) },
        el("b", {}, one.nama || one.berkas), el("span", {}, ` ${one.berkas} · ${when(one.waktu)}`)),
      button("Unduh", () => download(one.berkas.split("/").at(-1), one.teks), { aria: { label: `Unduh draf ${one.nama || one.berkas}` } }),
      button("Buang", async () => {
        const sure = await ask("Buang draf ini?", `Yang Anda tulis di ${one.nama || one.berkas} akan hilang dari peramban ini. Yang terbit tidak berubah.`, [["ya", "Buang", false], [null, "Simpan saja", true]])
        if (!sure) return
        await memory.forget(one.berkas)
        again()
      }, { class: "sunting-tombol--hapus", aria: { label: `Buang draf ${one.nama || one.berkas}` } })))))
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
      el("button", { type: "button", class: "sunting-daftar__isi", onclick: () => open({ sop: one.id }) }, el("b", {}, one.nama), el("span", { class: one.galat && "sunting--galat" }, ` ${one.galat ? "bergalat: buka untuk memperbaikinya" : offices.get(one.instansi) ?? one.instansi}`)))),
    ...(found.length > 30 ? [el("li", { class: "sunting-kosong" }, `Dan ${count(found.length - 30, "SOP")} lagi; ketik sebagian namanya.`)] : []),
    ...(found.length ? [] : [el("li", { class: "sunting-kosong" }, "Tidak ada SOP dengan kata itu.")]))
  }
  input.addEventListener("input", fill)
  input.addEventListener("keydown", event => event.key === "Enter" && rows.querySelector("button")?.click())
  fill()
  return [field("Cari namanya", input), rows]
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

function fresh({ instansi }, engine, open) {
  const name = el("input", { class: "sunting-masukan", maxLength: 300, required: true })
  const place = office(instansi)
  const make = async event => {
    event.preventDefault()
    try {
      open({ baru: await engine("baru", { instansi: place.value, nama: name.value.trim() }) })
    } catch (error) {
      tell([error.pesan ?? error.message, error.cara].filter(Boolean).join(" "), "galat")
    }
  }
  return el("section", { class: "sunting-mulai" }, el("h2", {}, "Menulis SOP baru"), instansi.length
    ? el("form", { class: "sunting-baru", onsubmit: make }, field("Nama SOP", name), field("Instansi", place), el("button", { type: "submit", class: "sunting-tombol sunting-tombol--utama" }, "Mulai menulis"))
    : el("p", {}, "Buku ini belum punya instansi."))
}

/** The files of offices and of the whole handbook that are no SOPs. */
function offices({ berkas, instansi }, open) {
  const names = new Map(instansi.map(one => [one.id, one.nama]))
  const known = berkas.filter(one => /(^|\/)(kebutuhan|bentuk|singkatan|peraturan)\.yml$/.test(one))
  const found = [...instansi.map(one => `${one.id}/instansi.yml`), ...known]
  return found.length && el("section", { class: "sunting-mulai" }, el("h2", {}, "Mengubah data instansi"),
    el("ul", { class: "sunting-daftar" }, found.map(one => el("li", {}, el("button", {
      type: "button", class: "sunting-daftar__isi", onclick: () => open({ ada: one })
    }, el("b", {}, names.get(one.split("/")[0]) ?? "Seluruh buku"), el("span", {}, ` ${one}`))))))
}

function file({ instansi }, open) {
  const input = el("input", { type: "file", accept: ".yml,.yaml,.sop-draf.json,.json,text/yaml", class: "sunting-masukan" })
  const place = office(instansi)
  input.addEventListener("change", async () => {
    const [one] = input.files
    if (!one) return
    if (one.size > LARGEST_FILE) return tell("Berkas itu terlalu besar untuk sebuah SOP (lebih dari 2 MB).", "galat")
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
  return el("section", { class: "sunting-mulai" }, el("h2", {}, "Membuka berkas"),
    el("p", { class: "sunting-isian__arti" }, "Draf hasil impor, atau YAML yang Anda unduh. Berkasnya tidak dikirim ke mana pun."),
    field("Untuk instansi", place), field("Berkas YAML", input))
}
