/*
 * The editor of SOPs (page sunting/): what is on the page, and how its parts talk to each other.
 *
 * The text of the file is in `Draf`, the table in `Kisi`, typing in `Sel`, everything beside it in `Hasil`. What is read,
 * checked and drawn comes from the engine (mesin/), which is this project's Python in a worker or behind the server.
 */
import css from "./gaya.css"
import { early } from "./awal.js"
import { firstScreen } from "./buka.js"
import { ask, button, el, menu, noteBefore, remake, tell } from "./dom.js"
import { Draf } from "./draf.js"
import { Hasil } from "./hasil.js"
import { identityForm } from "./identitas.js"
import * as memory from "./ingatan.js"
import { Kisi } from "./kisi.js"
import { send } from "./kirim.js"
import { completing } from "./lengkapi.js"
import { comeBack } from "./masuk.js"
import { Luring } from "./luring.js"
import { beginning } from "./mulai.js"
import { addLane } from "./pelaku.js"
import { hintFor } from "./petunjuk.js"
import { draggable } from "./seret.js"
import { Sel } from "./sel.js"
import { keeping } from "./simpan.js"
import { hands } from "./tangan.js"
import { quickly } from "./langkah.js"
import { keptDrafts, notStarted } from "./tanpa.js"
import { places } from "./tempat.js"
import { writing } from "./tulis.js"
import { proposeOnForge } from "./usul.js"
import { Tunggu } from "./tunggu.js"
import { write as say } from "../tulisan.js"

const VIEWS = [["tabel", say(TULISAN.penyunting.langkah)], ["identitas", say(TULISAN.penyunting.identitas)], ["berkas", say(TULISAN.penyunting.berkas)]]

class Penyunting {
  constructor(root, mesin) {
    Object.assign(this, { root, mesin, ask, folded: { lain: true }, open: "tabel", known: undefined, seen: 0 })
    /** What was asked beside the draft, and has not been answered yet. */
    this.pending = 0
    this.engine = async (command, content) => {
      this.pending += 1
      try {
        return await mesin.panggil(command, content)
      } finally {
        this.pending -= 1
      }
    }
    this.words = (kind, text) => this.complete(kind, text)
    this.forge = root.dataset.forge ? JSON.parse(root.dataset.forge) : null
  }

  get view() {
    return this.draf?.view
  }

  // --- Opening ------------------------------------------------------------------------------------

  async start() {
    memory.works() // opened while the site's answer is still on its way
    this.luring = new Luring(this.mesin)
    this.waiting(TULISAN.penyunting.siap)
    try {
      const wanted = new URLSearchParams(location.search)
      if (location.search && !wanted.get("sop")) this.shown()
      const back = this.forge && await comeBack(this.forge)
      if (back?.draf) {
        await this.begin({ draf: back.draf })
        if (back.words) await proposeOnForge(this, back.words)
      } else if (wanted.get("berkas")) await this.begin({ ada: wanted.get("berkas") })
      else if (wanted.get("sop")) await this.begin({ sop: wanted.get("sop") })
      else if (wanted.get("baru")) await this.begin({ baru: await this.engine("baru", { instansi: wanted.get("instansi") ?? "", nama: wanted.get("baru") }) })
      else await this.choose()
    } catch (error) {
      this.failed(error)
    }
  }

  /** Say what is waited for, and how far the engine is meanwhile. */
  waiting(word) {
    const state = el("p", { class: "sunting-kosong", role: "status" }, say(word))
    this.root.replaceChildren(state)
    this.progress(state)
  }

  /** What stands there now is worth being painted before anything else is done; the rest of the page waits for it. */
  shown() {
    this.root.dispatchEvent(new Event("sop-tampak"))
  }

  /** Hear how far the engine is, and how far it has come. */
  hear(kemajuan) {
    this.mesin.kemajuan = kemajuan
    if (this.mesin.sampai) kemajuan(this.mesin.sampai)
  }

  /** Say in a place how far the engine is. */
  progress(state) {
    this.hear(({ sudah, dari }) => {
      state.textContent = say(TULISAN.penyunting.kemajuan, { banyak: sudah, semua: dari })
    })
  }

  async send() {
    this.sel?.close(true)
    if (!this.draf.early) await this.draf.queue
    return send(this)
  }

  async choose() {
    this.waiting(TULISAN.penyunting.membaca)
    try {
      await firstScreen(this.root, this, one => this.begin(one).catch(error => this.failed(error)))
      this.mesin.kemajuan = null
      this.shown()
      const { firstChild } = this.root
      if (this.mesin.menunggu) this.mesin.siap.catch(error => firstChild.isConnected && this.root.prepend(notStarted(this, error)))
    } catch (error) {
      this.failed(error)
    }
  }

  async failed(error) {
    if (this.mesin.gagal) {
      const kept = keptDrafts(await memory.all())
      return this.root.replaceChildren(notStarted(this, this.mesin.gagal), ...(kept ? [kept] : []))
    }
    this.root.replaceChildren(el("div", { class: "sunting-peringatan", role: "alert" },
      el("p", {}, el("b", {}, error.pesan ?? error.message)), error.cara && el("p", {}, error.cara),
      button(say(TULISAN.penyunting.pilih_lain), () => this.choose())))
  }

  /** Open an SOP of the handbook, a new one, a file, or go on with a draft; a kept draft of the same file is asked about. */
  async begin({ sop, ada, baru, berkas, teks, draf }) {
    let one = draf ?? baru ?? { berkas, teks }
    const brought = sop || ada ? await this.brought(sop ?? ada.replace(/\.yml$/, "")) : null
    if (sop || ada) {
      if (!brought && this.mesin.menunggu) {
        this.waiting(TULISAN.penyunting.siap)
        this.shown()
      }
      const opened = brought?.buka ?? await this.engine("buka", sop ? { sop } : { berkas: ada })
      one = { berkas: opened.berkas, teks: opened.teks, asal: opened.dasar }
    }
    const kept = draf ?? await memory.read(one.berkas)
    this.known = kept?.hitungan
    if (kept && !draf) {
      const same = kept.teks === one.teks
      if (!same && (sop || ada || await this.wantsKept(one))) one = { ...kept, terbit: one.asal }
    }
    this.draf = new Draf((command, content) => this.mesin.panggil(command, content), one)
    this.seen = 0
    this.begun = false
    this.inForm = new Map()
    this.isSop = !/(^|\/)(instansi|kebutuhan|bentuk|singkatan|peraturan)\.yml$/.test(one.berkas) && one.berkas.includes("/")
    this.build()
    this.listen()
    const asIs = kept && kept.teks === this.draf.teks
    const stale = one.terbit && kept.asal && one.terbit.sidik !== kept.asal.sidik
    const atHand = stale ? null : await this.atHand(one, brought)
    this.draf.early = this.mesin.menunggu ?? false
    if (atHand) this.showEarly(atHand)
    else if (this.draf.early) this.progress(this.work.firstChild)
    if (this.draf.early) this.shown()
    const seen = this.draf.look()
    if (asIs) this.goOn(kept.tunda ?? [])
    if (atHand) seen.then(() => this.caughtUp())
    else await seen
    if (!this.view && this.mesin.gagal) throw this.mesin.gagal
    this.kisi.start()
    if (!atHand) this.jump()
    if (asIs && one.berkas === kept.berkas && !draf) tell(say(TULISAN.penyunting.terakhir))
    if (stale) await this.draf.queue.then(() => this.stale(one.terbit))
  }

  async wantsKept(one) {
    return Boolean(await ask(say(TULISAN.penyunting.ada_draf), [say(TULISAN.penyunting.draf_ada, { berkas: one.berkas })], [["ya", say(TULISAN.penyunting.lanjutkan_itu), true], [null, say(TULISAN.penyunting.pakai_baru)]]))
  }

  // --- The page --------------------------------------------------------------------------------------

  build() {
    this.title = el("h1", { class: "sunting-judul" })
    this.state = el("p", { class: "sunting-keadaan", role: "status" })
    this.undoButton = button(["↶", el("span", {}, ` ${say(TULISAN.penyunting.urungkan)}`)], () => this.undo(), { key: "Ctrl+Z", title: say(TULISAN.penyunting.urungkan), class: "sunting-tombol--ringkas" })
    this.redoButton = button(["↷", el("span", {}, ` ${say(TULISAN.penyunting.ulangi)}`)], () => this.redo(), { key: "Ctrl+Y", title: say(TULISAN.penyunting.ulangi), class: "sunting-tombol--ringkas" })
    this.revertButton = button("", () => this.revert())
    this.tabs = el("div", { class: "sunting-tab", role: "tablist", "aria-label": say(TULISAN.penyunting.ditulis) }, VIEWS.map(([key, text]) =>
      el("button", { type: "button", role: "tab", data: { kunci: key }, "aria-controls": "sunting-tulis", onclick: () => this.turn(key) }, text)))
    this.tabs.addEventListener("keydown", event => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      if (!by) return
      const keys = VIEWS.map(([key]) => key)
      this.turn(keys[(keys.indexOf(this.open) + by + keys.length) % keys.length])
      this.tabs.querySelector('[aria-selected="true"]').focus()
    })
    this.hint = el("p", { class: "sunting-petunjuk", id: "sunting-petunjuk" })
    this.work = el("div", { class: "sunting-tulis", id: "sunting-tulis", role: "tabpanel" })
    noteBefore(this.work)
    this.grid = el("div", { class: "sunting-kisi" })
    this.side = el("aside", { class: "sunting-hasil", "aria-label": say(TULISAN.penyunting.hasil) })
    this.root.replaceChildren(
      el("div", { class: "sunting-kepala" }, el("div", { class: "sunting-kepala__nama" }, this.title, this.state),
        el("div", { class: "sunting-deret" }, this.undoButton, this.redoButton, menu(
          this.revertButton, button(say(TULISAN.penyunting.sop_lain), () => this.choose().then(() => this.root.querySelector("input, button")?.focus()))),
          button(say(TULISAN.penyunting.kirim), () => this.send(), { class: "sunting-tombol--utama", key: "Ctrl+S" }))),
      el("div", { class: "sunting-dua" }, el("div", { class: "sunting-utama" }, el("div", { class: "sunting-atas" }, this.tabs, this.hint), this.work), this.side))
    this.kisi = new Kisi(this.grid)
    this.tunggu = new Tunggu(this.grid)
    const { geser } = this.draf
    this.sel = new Sel(this.kisi, {
      write: (...x) => this.write(...x), add: (...x) => this.add(...x), next: x => this.next(x), lost: x => this.lost(x),
      words: this.words, near: place => this.near(place), time: (...x) => this.time(...x), paste: (event, place, fresh) => this.paste(event, place, true, fresh),
      now: () => geser.now, later: () => geser.later, index: (t, n, since) => geser.index(this.view.tabel[t].jalan, n, since)
    })
    this.hasil = new Hasil(this.side, this)
    this.kisi.addEventListener("tempat", () => {
      this.point()
      if (this.hasil.open === "langkah") this.hasil.show()
    })
    this.kisi.addEventListener("akhir", ({ detail }) => this.insertRow(detail, detail.n + 1))
    this.kisi.addEventListener("tampil", () => this.marks())
    this.kisi.addEventListener("tombol", ({ detail: { event, place } }) => this.key(event, place))
    this.grid.addEventListener("click", event => this.click(event))
    this.grid.addEventListener("dblclick", event => this.doubleClick(event))
    this.grid.addEventListener("paste", event => !this.sel.open && this.paste(event, this.kisi.place))
    draggable(this.kisi, (place, to) => this.drop(place, to))
    for (const tab of this.tabs.children) tab.hidden = tab.dataset.kunci === "tabel" && !this.isSop
    this.turn(this.isSop ? "tabel" : "identitas")
  }

  listen() {
    this.draf.addEventListener("lihat", ({ detail: { focus, back } }) => this.show(focus, back))
    this.draf.addEventListener("teks", () => {
      this.keep()
      this.hasil.checking()
    })
    this.draf.addEventListener("bagian", ({ detail }) => this.followed(detail))
    this.draf.addEventListener("kerja", () => this.hasil.checking())
    if (this.listening) return
    this.listening = true
    memory.onNews(berkas => berkas === this.draf?.berkas && this.otherTab())
    document.addEventListener("sop-berubah", () => this.outside().catch(error => tell(error.pesan ?? error.message, "galat")))
    document.addEventListener("keydown", event => this.shortcut(event))
    addEventListener("keydown", event => this.stray(event), true) // before the theme's own
    addEventListener("beforeunload", event => {
      if (this.unkept || this.sel?.open) event.preventDefault()
    })
  }

  turn(key) {
    this.sel?.close(true)
    this.open = key
    this.draf.fields = key !== "tabel"
    for (const tab of this.tabs.children) {
      const on = tab.dataset.kunci === key
      tab.setAttribute("aria-selected", String(on))
      tab.tabIndex = on ? 0 : -1
    }
    this.root.classList.toggle("sunting--formulir", key !== "tabel")
    this.point()
    this.hasil?.beside(key === "identitas")
    if (this.view) this.fill()
    else this.work.replaceChildren(el("p", { class: "sunting-kosong", role: "status" }, say(TULISAN.penyunting.siap)))
  }

  /** Say what hands can do at the chosen place. */
  point() {
    const { place } = this.kisi ?? {}
    this.hint.textContent = this.open === "tabel" && place ? hintFor(place, this.view?.tabel[place.t]) : ""
    this.hasil?.laci.offer(quickly(this, place))
  }

  show(focus, back) {
    const name = String(this.view.isi?.nama ?? this.draf.berkas)
    if (this.title.textContent !== name) this.title.textContent = name
    this.undoButton.disabled = !this.draf.lalu.length
    this.redoButton.disabled = !this.draf.nanti.length
    this.revertButton.textContent = this.draf.dasar === null ? say(TULISAN.penyunting.buang_draf) : say(TULISAN.penyunting.kembali)
    this.fill(focus)
    this.hasil.show()
    this.keepView()
    if (back && focus?.bidang && this.open === "identitas") this.goToPath(focus.bidang)
  }

  /** Parts of the view that came after it. */
  followed(parts) {
    if (parts.includes("temuan") && this.grid.isConnected) this.marks()
    if (parts.includes("bidang") && this.open === "identitas") this.fill()
    this.hasil.followed(parts)
  }

  fill(focus) {
    const { view } = this
    if ((!view.dapat_dibaca || (this.open === "tabel" && !view.tabel.some(one => one.html))) && this.open !== "berkas") {
      this.work.replaceChildren(el("div", { class: "sunting-peringatan", role: "alert" },
        el("p", {}, say(TULISAN.penyunting.tak_terbaca)),
        button(say(TULISAN.penyunting.buka_berkas), () => this.turn("berkas"))))
    } else if (this.draf.early && this.open !== "tabel") this.fillSoon()
    else if (this.open === "tabel") this.fillTable(focus)
    else if (this.open === "identitas") this.fillForm()
    else this.fillText()
  }

  fillTable(focus) {
    if (!this.grid.isConnected) this.work.replaceChildren(this.grid, this.foot = el("div", { class: "sunting-deret sunting-bawah" }))
    const typing = this.sel.suspend()
    const led = focus && "k" in focus && !typing && (focus.moves ?? this.kisi.moves) === this.kisi.moves
    this.follow()
    this.kisi.show(this.view.tabel, led ? focus : null)
    this.sel.resume(typing)
    this.point()
    const only = this.view.tabel.length === 1 ? this.view.tabel[0] : null
    if (only && !this.begun && !only.lane.length && !only.baris.length) return this.fillBeginning(only)
    this.fillFoot()
  }

  /** What goes on below the tables, made anew where it is another. */
  fillFoot() {
    const table = t => this.view.tabel[t]
    const fresh = this.draf.asal === null && table(0).baris.length > 0
    const made = JSON.stringify([this.view.tabel.map(one => one.judul), fresh])
    if (this.foot.made === made && !this.foot.querySelector(".sunting-awal")) return
    this.foot.made = made
    this.foot.replaceChildren(...[this.view.tabel.map(({ judul }, t) => {
      const which = this.view.tabel.length > 1 ? ` (${judul || say(TULISAN.penyunting.tabel, { nomor: t + 1 })})` : ""
      return [
        button(`+ ${say(TULISAN.penyunting.langkah)}${which}`, () => this.insertRow({ t, n: 0, k: "kegiatan" }, (table(t).baris.at(-1)?.n ?? -1) + 1)),
        button(`+ ${say(TULISAN.penyunting.pelaksana)}${which}`, () => addLane(this, table(t), t))
      ]
    }), fresh && button(say(TULISAN.penyunting.ke_identitas), () => this.toForm(), { class: "sunting-lanjut" })].flat(2).filter(Boolean))
  }

  /** A table that nobody has begun. */
  fillBeginning(table) {
    if (this.foot.querySelector(".sunting-awal")) return
    this.foot.replaceChildren(beginning(this, table, 0))
    this.foot.querySelector("textarea").focus({ preventScroll: true })
  }

  /** The chosen row may have moved: the choice moves with it. */
  follow() {
    const { geser } = this.draf
    const { place } = this.kisi
    const jalan = place && this.view.tabel[place.t]?.jalan
    if (jalan && place.n >= 0) this.kisi.place = { ...place, n: Math.max(geser.index(jalan, place.n, this.seen), 0) }
    this.seen = geser.now
  }

  fillForm() {
    remake(this.work, () => this.work.replaceChildren(identityForm(this)), field => {
      const at = field.closest("[data-jalan]")?.dataset.jalan
      const box = () => (at ? this.work.querySelector(`[data-jalan='${CSS.escape(at)}']`) : this.work)
      const fields = () => [...(box()?.querySelectorAll(at ? "input, textarea, select, button, summary" : "fieldset > details > summary, .sunting-formulir > .sunting-deret button") ?? [])]
      const index = fields().indexOf(field)
      return () => fields()[index]
    })
  }

  /** What is written as soon as the engine is there; the form is read until then. */
  fillSoon() {
    const soon = el("p", { class: "sunting-kosong", role: "status" }, say(TULISAN.penyunting.menyusul))
    const form = this.open === "identitas" && this.view.bidang.length > 0 && el("fieldset", { class: "sunting-nanti", disabled: true }, identityForm(this))
    this.work.replaceChildren(...[soon, form].filter(Boolean))
  }

  /** The file itself, for what no form shows. */
  fillText() {
    const area = el("textarea", { class: "sunting-berkas", value: this.draf.teks, spellcheck: false, "aria-label": say(TULISAN.penyunting.isi_berkas, { berkas: this.draf.berkas }) })
    const apply = button(say(TULISAN.penyunting.pakai_tulisan), () => this.draf.replace(area.value), { class: "sunting-tombol--utama", disabled: true })
    area.addEventListener("input", () => (apply.disabled = area.value === this.draf.teks))
    this.work.replaceChildren(
      el("p", { class: "sunting-isian__arti" }, say(TULISAN.penyunting.berkas_arti, { berkas: this.draf.berkas })),
      area, el("div", { class: "sunting-deret" }, apply))
  }

  openText(path) {
    this.turn("berkas")
    const area = this.work.querySelector("textarea")
    const at = Math.max(area.value.search(new RegExp(`^${path[0]}\\s*:`, "m")), 0)
    area.focus()
    area.setSelectionRange(at, at)
    area.scrollTop = area.value.slice(0, at).split("\n").length * 18 - 80
  }
}

Object.assign(Penyunting.prototype, places, writing, hands, keeping, completing, early)

function style() {
  const sheet = el("style", {})
  sheet.textContent = css
  document.head.append(sheet)
}

window.sopSunting = async (root, mesin) => {
  style()
  const app = new Penyunting(root, mesin)
  root.sunting = app
  await app.start()
}
