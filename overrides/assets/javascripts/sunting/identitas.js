/*
 * The identity of an SOP as a form, in the order of the sheet: every field of the register that the table does not have.
 */
import { DOUBT, button, el, field, fromLines, growing, toLines } from "./dom.js"
import { Saran } from "./saran.js"
import { dateInput } from "./tanggal.js"
import { write as say } from "../tulisan.js"

const GROUPS = [
  ["kop", say(TULISAN.isian.kepala)], ["identitas", say(TULISAN.penyunting.identitas)], ["pengesahan", say(TULISAN.isian.pengesahan)], ["lain", say(TULISAN.isian.lain)]
]
/** Fields for which the handbook knows names. */
const KNOWN = { dasar_hukum: "peraturan", keterkaitan: "sop", peralatan: "dokumen", pencatatan: "dokumen", digantikan_oleh: "sop", jabatan: "pelaksana" }

/** What stands on every sheet, filled or not. */
const SHEET = new Set(["nomor", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif", "disahkan_oleh", "dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan"])

/** Make the form of all fields of a view; what is rarely filled waits behind its names. */
export function identityForm(host) {
  const { bidang, tabel } = host.view
  const groups = GROUPS.map(([key, title]) => [title, bidang.filter(one => one.kelompok === key)])
  tabel.forEach((table, t) => groups.splice(-1, 0, [tabel.length > 1 ? say(TULISAN.isian.tabel, { nomor: t + 1 }) : say(TULISAN.isian.tabel_langkah), table.bidang ?? []]))
  const shown = groups.filter(([, all]) => all.length).map(([title, all]) => {
    const [often, rarely] = parted(host, all)
    return el("fieldset", {}, el("legend", {}, title), often.map(one => control(host, one)), rarely.length > 0 && folded(host, title, rarely, often.length > 0))
  })
  return el("div", { class: "sunting-formulir" }, shown, host.draf.asal === null && host.isSop && el("div", { class: "sunting-deret" },
    button(say(TULISAN.isian.ke_langkah), () => host.toTable()), button(say(TULISAN.isian.ke_kirim), () => host.send(), { class: "sunting-tombol--utama" })))
}

/** The fields that are there, and the empty ones that nobody has to fill; none moves while somebody types. */
function parted(host, all) {
  if (!host.isSop) return [all, []]
  const key = one => JSON.stringify(one.jalan)
  const asked = new Set(host.view.temuan.map(one => JSON.stringify(one.jalan?.slice(0, 1))))
  for (const one of all) {
    const filled = one.ada || one.wajib || SHEET.has(one.nama) || ![null, undefined, ""].includes(one.nilai) || (one.ragu ?? null) !== null
    if (!host.inForm.has(key(one))) host.inForm.set(key(one), filled)
    if (asked.has(key(one))) host.inForm.set(key(one), true)
  }
  return [all.filter(one => host.inForm.get(key(one))), all.filter(one => !host.inForm.get(key(one)))]
}

function folded(host, title, all, after) {
  const names = all.map(one => (one.label === one.label.toUpperCase() ? one.label : `${one.label[0].toLowerCase()}${one.label.slice(1)}`)).join(", ")
  return el("details", { class: "sunting-isian sunting-lipatan", open: host.folded[title] === false, ontoggle: event => (host.folded[title] = !event.target.open) },
    el("summary", {}, after ? `${say(TULISAN.isian.lain)}: ` : "", el("span", {}, after ? names : `${names[0].toUpperCase()}${names.slice(1)}`)), all.map(one => control(host, one)))
}

function control(host, one) {
  const renames = one.jalan.length === 1 && one.jalan[0] === "nama" && host.isSop
  const write = value => renames ? host.renameSop(value) : host.change({ operasi: "setel", jalan: one.jalan, nilai: value }, { bidang: one.jalan })
  const path = JSON.stringify(one.jalan)
  const notes = {
    help: one.penjelasan.replace(/\.$/, "") === one.label ? (one.contoh ? say(TULISAN.isian.contoh, { contoh: one.contoh }) : "") : one.contoh ? say(TULISAN.isian.misalnya, { penjelasan: one.penjelasan, contoh: one.contoh }) : one.penjelasan,
    doubt: one.ragu, findings: host.view.temuan.filter(x => x.kode !== DOUBT && x.jalan && JSON.stringify(x.jalan).startsWith(path.slice(0, -1)))
  }
  const made = one.jenis === "isian" || one.jenis === "daftar_isian" ? nested(host, one, write) : simple(host, one, write, notes)
  made.dataset.jalan = path
  if (one.ragu !== null && one.ragu !== undefined) {
    made.append(button(say(TULISAN.baris.benar), () => host.change({ operasi: "konfirmasi", jalan: one.jalan.slice(0, -1), bidang: one.jalan.at(-1) }, { bidang: one.jalan })))
  }
  return made
}

/** The values to choose from; one that is written and is none of them stands there, too. */
const choices = (all, written) => [
  ...all, ...(written && !all.some(one => one.nilai === written) ? [{ nilai: String(written), kata: String(written) }] : [])
].map(({ nilai, kata }) => el("option", { value: nilai }, kata))

function simple(host, one, write, notes) {
  const label = one.wajib ? say(TULISAN.isian.wajib, { isian: one.label }) : one.label
  if (one.jenis === "pohon") {
    return field(label, button(say(TULISAN.isian.ubah_berkas), () => host.openText(one.jalan)), notes)
  }
  if (one.jenis === "pilihan") {
    const select = el("select", { class: "sunting-masukan", onchange: () => write(select.value || null) },
      el("option", { value: "" }, say(TULISAN.isian.tidak_ditulis)), choices(one.pilihan, one.nilai))
    select.value = one.nilai ?? ""
    return field(label, select, notes)
  }
  if (one.jenis === "tanggal") return field(label, dateInput(one.nilai, write), { ...notes, help: `${notes.help.replace(/^Tahun-bulan-hari\.\s*/, "")} ${say(TULISAN.isian.tanggal)}`.trim() })
  const list = one.jenis === "daftar"
  const long = list || one.jenis === "teks_panjang" || /\n/.test(toLines(one.nilai))
  const input = long
    ? growing(el("textarea", { class: "sunting-masukan", rows: list ? 2 : 1, value: toLines(one.nilai) }))
    : el("input", { class: "sunting-masukan", value: toLines(one.nilai), autocomplete: "off" })
  input.addEventListener("change", () => write(list ? fromLines(input.value) : input.value.trim() || null))
  if (list) notes.help = `${notes.help} ${say(TULISAN.isian.butir)}`
  const made = field(label, input, notes)
  offer(host, input, one.jalan.at(-1), list)
  return made
}

/** Offer the names that the handbook knows for a field. */
function offer(host, input, name, lines) {
  if (!KNOWN[name]) return
  const saran = new Saran(input, KNOWN[name], host.words, { lines })
  input.addEventListener("keydown", event => saran.key(event))
}

/** Officials, history, annexes: small forms in the form, one for each mapping. */
function nested(host, one, write) {
  const many = one.jenis === "daftar_isian"
  const written = one.nilai === null || one.nilai === undefined ? [] : Array.isArray(one.nilai) ? one.nilai : [one.nilai]
  const items = written.map(item => (item && typeof item === "object" ? item : { [one.anak[0].nama]: item }))
  const path = i => (Array.isArray(one.nilai) ? [...one.jalan, i] : one.jalan)
  const whole = items.some((item, i) => item !== written[i])
  const set = (i, name, value) => {
    if (!written.length) return write(many ? [{ [name]: value }] : { [name]: value })
    if (whole) return write(many && Array.isArray(one.nilai) ? items.map((item, j) => (j === i ? { ...item, [name]: value } : item)) : { ...items[i], [name]: value })
    return host.change({ operasi: "setel", jalan: [...path(i), name], nilai: value }, { bidang: one.jalan })
  }
  const remove = i => (Array.isArray(one.nilai) && one.nilai.length > 1 ? host.change({ operasi: "hapus", jalan: path(i) }, { bidang: one.jalan }) : write(null))
  const boxes = (items.length ? items : many ? [] : [{}]).map((item, i) => el("div", { class: "sunting-anak" },
    one.anak.map(part => child(host, part, item[part.nama], value => set(i, part.nama, value))),
    items.length > 0 && button(say(TULISAN.penyunting.hapus), () => remove(i), { class: "sunting-tombol--hapus", aria: { label: say(TULISAN.isian.hapus, { isian: one.label, nomor: i + 1 }) } })))
  const add = many && button(`+ ${one.label}`, () => write([...items, { [one.anak[0].nama]: one.anak[0].pilihan?.[0].nilai ?? "…" }]))
  return el("details", { class: "sunting-isian sunting-isian--anak", open: items.length > 0 },
    el("summary", {}, one.label), el("p", { class: "sunting-isian__arti" }, one.penjelasan), boxes, add)
}

function child(host, part, value, write) {
  if (part.jenis === "pilihan") {
    const select = el("select", { class: "sunting-masukan", onchange: () => write(select.value || null) },
      el("option", { value: "" }, say(TULISAN.isian.tidak_ditulis)), choices(part.pilihan, value))
    select.value = value ?? ""
    return field(part.label, select, {})
  }
  if (part.jenis === "tanggal") return field(part.label, dateInput(value, write), { help: part.penjelasan })
  const list = part.jenis === "daftar"
  const input = list || /\n/.test(toLines(value))
    ? growing(el("textarea", { class: "sunting-masukan", rows: 1, value: toLines(value) }))
    : el("input", { class: "sunting-masukan", value: toLines(value), autocomplete: "off" })
  input.addEventListener("change", () => write(list ? fromLines(input.value) : input.value.trim() || null))
  const made = field(part.label, input, { help: part.penjelasan })
  offer(host, input, part.nama, list)
  return made
}
