/*
 * What comes of the text, beside where one writes: the chosen step, findings, diagram, sheet and difference.
 */
import { button, count, el, noteBefore, remake, sentence, tell } from "./dom.js"
import { printSheet } from "./cetak.js"
import { Laci } from "./laci.js"
import { stepPanel } from "./langkah.js"
import { write as say } from "../tulisan.js"

const TABS = [
  ["langkah", say(TULISAN.sisi.langkah), null], ["temuan", say(TULISAN.sisi.temuan), null], ["diagram", say(TULISAN.sisi.diagram), "diagram"],
  ["lembar", say(TULISAN.sisi.lembar), "lembar"], ["selisih", say(TULISAN.sisi.selisih), "selisih"]
]
const LEVELS = { galat: say(TULISAN.sisi.galat), peringatan: say(TULISAN.sisi.peringatan), saran: say(TULISAN.sisi.saran), info: say(TULISAN.sisi.saran) }

export class Hasil {
  constructor(root, host) {
    Object.assign(this, { root, host, open: "langkah" })
    this.tabs = el("div", { class: "sunting-tab", role: "tablist", "aria-label": say(TULISAN.penyunting.hasil) }, TABS.map(([key, text]) =>
      el("button", {
        type: "button", role: "tab", id: `sunting-tab-${key}`, "aria-controls": "sunting-hasil", data: { kunci: key },
        onclick: () => this.laci.pick(this.open === key) && this.choose(key)
      }, text)))
    this.tabs.addEventListener("keydown", event => this.arrow(event))
    this.wide = button("⟷", () => {
      root.parentElement.classList.toggle("sunting--lapang")
    }, { title: say(TULISAN.sisi.lebar), aria: { label: say(TULISAN.sisi.lebar) }, class: "sunting-tab__lebar" })
    this.body = el("div", { class: "sunting-hasil__isi", id: "sunting-hasil", role: "tabpanel", tabIndex: 0 })
    this.note = el("p", { class: "sunting-memeriksa", hidden: true }, say(TULISAN.sisi.memeriksa))
    this.laci = new Laci(this)
    root.append(el("div", { class: "sunting-tab__baris" }, this.tabs, this.wide, this.laci.turner, this.note), this.body)
    noteBefore(this.body)
    this.mark()
  }

  async choose(key) {
    const parts = Object.fromEntries(TABS.map(([name, , part]) => [name, part]))
    const before = parts[this.open]
    this.open = key
    this.mark()
    if (before && before !== parts[key]) this.host.draf.need(before, false)
    this.body.replaceChildren(el("p", { class: "sunting-kosong" }, say(TULISAN.sisi.menyusun)))
    if (parts[key]) await this.host.draf.need(parts[key], true)
    if (this.open === key) this.show()
  }

  /** Beside the form stands the sheet that it fills, beside the table the chosen step; what somebody chose stays. */
  beside(form) {
    const [from, to] = form ? ["langkah", "lembar"] : ["lembar", "langkah"]
    if (this.open === from && this.host.view) this.choose(to)
  }

  mark() {
    for (const tab of this.tabs.children) {
      const on = tab.dataset.kunci === this.open
      tab.setAttribute("aria-selected", String(on))
      tab.tabIndex = on ? 0 : -1
      if (on) this.body.setAttribute("aria-labelledby", tab.id)
    }
  }

  arrow(event) {
    const by = { ArrowRight: 1, ArrowLeft: -1, ...(this.laci.upright && { ArrowDown: 1, ArrowUp: -1 }) }[event.key]
    if (!by) return
    event.preventDefault()
    const keys = TABS.map(([key]) => key)
    const next = keys[(keys.indexOf(this.open) + by + keys.length) % keys.length]
    this.choose(next)
    this.tabs.querySelector(`[data-kunci="${next}"]`).focus()
  }

  /** Say whether what is still shown here is of the text before, or of another day. */
  checking() {
    const { draf, view } = this.host
    const now = Boolean(draf.completing || (draf.early && !draf.alone && (view?.awal || draf.asked.length)))
    this.root.setAttribute("aria-busy", String(now))
    this.note.hidden = !now
  }

  /** Parts have come that are of the newest text. */
  followed(parts) {
    const [, , part] = TABS.find(([key]) => key === this.open)
    if (parts.includes(part ?? "temuan")) this.show()
    else this.count(this.host.view)
  }

  /** Show what is open of the newest view; what is not there yet is shown when it comes. */
  show() {
    const { view, draf } = this.host
    if (!view) return
    this.checking()
    this.count(view)
    const [, , part] = TABS.find(([key]) => key === this.open)
    if (draf.lacking.includes(part ?? this.open)) return
    if (this.open === "langkah" && this.body.contains(document.activeElement)) this.keepFocus(() => this.fill(view))
    else this.fill(view)
  }

  count(view) {
    const worst = view.temuan.filter(one => one.tingkat === "galat").length
    const tab = this.tabs.querySelector('[data-kunci="temuan"]')
    tab.replaceChildren(say(TULISAN.sisi.temuan), view.temuan.length ? el("span", { class: `sunting-angka${worst ? " sunting-angka--galat" : ""}` }, String(view.temuan.length)) : "")
  }

  fill(view) {
    const part = TABS.find(([key]) => key === this.open)[2]
    const content = part && view[part] === undefined ? el("p", { class: "sunting-kosong" }, say(TULISAN.sisi.menyusun)) : this[this.open](view)
    this.body.replaceChildren(...[content ?? []].flat())
    this.after?.()
    this.after = null
  }

  /** The panel is made anew while somebody works in it: the same control keeps the focus. */
  keepFocus(work) {
    const list = () => [...this.body.querySelectorAll("button, input, select, textarea, summary")]
    remake(this.body, work, one => {
      const index = list().indexOf(one)
      return () => list()[Math.min(index, list().length - 1)]
    })
  }

  langkah() {
    return stepPanel(this.host, this.host.kisi.place)
  }

  temuan({ temuan, awal }) {
    if (awal && !temuan.length) return el("p", { class: "sunting-kosong" }, say(TULISAN.sisi.menyusul))
    if (!temuan.length) return el("p", { class: "sunting-kosong" }, say(TULISAN.sisi.tanpa_temuan))
    const order = Object.keys(LEVELS)
    const sorted = [...temuan].sort((a, b) => order.indexOf(a.tingkat) - order.indexOf(b.tingkat))
    return el("ul", { class: "sunting-temuan" }, sorted.map(one => el("li", { class: `sunting--${one.tingkat}` },
      el("p", { class: "sunting-temuan__kepala" }, el("b", {}, LEVELS[one.tingkat] ?? one.tingkat), ` ${say(TULISAN.sisi.baris, { kode: one.kode, nomor: one.baris })}`),
      el("p", {}, sentence(one.pesan)), one.cara && el("p", { class: "sunting-temuan__cara" }, sentence(one.cara)),
      one.jalan && button(say(TULISAN.sisi.ke_tempat), () => this.host.goToPath(one.jalan)))))
  }

  diagram({ diagram }) {
    const sources = [diagram ?? []].flat().filter(Boolean)
    if (!sources.length) return el("p", { class: "sunting-kosong" }, say(TULISAN.sisi.tanpa_diagram))
    this.after = () => window.sopGambarDiagram?.()
    return sources.map(source => el("div", { class: "mermaid sunting-diagram" }, source))
  }

  lembar({ lembar }) {
    if (!lembar) return el("p", { class: "sunting-kosong" }, say(TULISAN.sisi.tanpa_lembar))
    const sheet = el("div", { class: "sunting-lembar" })
    sheet.innerHTML = lembar // the engine's own drawing
    for (const one of sheet.querySelectorAll("[id]")) one.removeAttribute("id")
    const print = button(say(TULISAN.sisi.cetak), () => this.print(), { title: say(TULISAN.sisi.cetak_arti) })
    const empty = !sheet.querySelector("dt") && el("p", { class: "sunting-kosong" }, say(TULISAN.sisi.lembar_kosong))
    return [el("div", { class: "sunting-deret" }, print), empty, sheet].filter(Boolean)
  }

  async print() {
    const { draf, engine } = this.host
    const { cetak } = await engine("lihat", { ...draf.brought, bagian: ["cetak"] }).catch(error => {
      tell([error.pesan ?? error.message, error.cara].filter(Boolean).join(" "), "galat")
      return {}
    })
    if (cetak) printSheet(cetak)
  }

  selisih({ selisih }) {
    if (!selisih || !selisih.kalimat?.length) return el("p", { class: "sunting-kosong" }, say(TULISAN.sisi.tanpa_selisih))
    const details = el("div", { class: "sop-beda" })
    details.innerHTML = selisih.html // the engine's own drawing, as on the pages of proposals
    return [
      el("p", { class: "sunting-selisih__banyak" }, count(selisih.baris_berubah ?? 0, TULISAN.sisi.baris_berubah)),
      el("ul", { class: "sunting-selisih" }, selisih.kalimat.flatMap(one => one.split("; ")).map(one => el("li", {}, one))),
      el("details", {}, el("summary", {}, say(TULISAN.sisi.sebelum_sesudah)), el("div", { class: "sunting-gulir" }, details))
    ]
  }
}
