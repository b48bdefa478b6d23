/*
 * What the search shows below a field: the header's panel, the home page, the page that was not found.
 *
 * `sopHasil.attach(form, place)` makes a form search: what is typed into its field is asked (`sopCari`), and what was
 * found stands in `place`, in groups. Loaded when a field is first used (../cari-kotak.js).
 */
import { pieces, write } from "../tulisan.js"
import { button, element, marked } from "./bangun.js"
import { item } from "./butir.js"
import { address, choose, chosen } from "./instansi.js"
import { count, enough, FIRST, grouped, MORE, results, tally } from "./kelompok.js"
import { nothing } from "./kosong.js"
import { elsewhere, replaceQuietly } from "./luar.js"
import { filterButtons, officeChoice } from "./saringan.js"

/** Milliseconds after the last letter before what was found is said aloud. */
const CALM = 700

/** Milliseconds after which a search that does not answer says that it is at work. */
const PATIENT = 400

let fields = 0
let offices

/** What was read for misspelt words. */
function corrected(pairs) {
  const words = pairs.flatMap(([, meant], i) => [...i ? [", "] : [], element("strong", {}, meant)])
  return element("span", { class: "sop-ejaan" }, ...pieces(TULISAN.cari.ejaan, { kata: words }))
}

/** What an abbreviation means, and the way to its entry in the list of all. */
const meaning = ({ alamat, singkatan, arti }) =>
  element("p", {}, marked("a", { href: address(alamat) }, singkatan), ": ", marked("span", {}, arti))

class Results {
  constructor(form, place, { opened } = {}) {
    this.form = form
    this.input = form.querySelector("input")
    this.place = place
    this.opened = opened
    this.id = `sop-hasil-${++fields}`
    this.filter = {}
    this.build()
    this.listen()
  }

  build() {
    this.status = element("p", { class: "sop-hasil__kabar", id: `${this.id}-kabar` })
    this.said = element("p", { class: "sop-baca", role: "status" })
    this.meaning = element("div", { class: "sop-hasil__arti" })
    this.tools = element("div", { class: "sop-hasil__alat" })
    this.list = element("div", { class: "sop-hasil__daftar" })
    this.place.replaceChildren(this.status, this.said, this.meaning, this.tools, this.list)
    this.place.hidden = true
    this.input.setAttribute("aria-describedby", this.status.id)
  }

  listen() {
    const { input, form, place } = this
    input.addEventListener("input", () => this.ask())
    form.addEventListener("submit", event => { event.preventDefault(); this.enter() })
    form.addEventListener("reset", () => setTimeout(() => { this.ask(); input.focus() }))
    for (const part of [input, place]) part.addEventListener("keydown", event => this.key(event))
    document.addEventListener("sop-instansi", () => this.ask())
    place.addEventListener("click", ({ target }) => target.closest("a") && this.leave())
  }

  /** Keep the query in the address, so that Back leads to the results again. */
  leave() {
    if (this.place.closest(".md-search")) return this.opened?.(false)
    const here = new URL(location.href)
    here.searchParams.set("q", this.input.value)
    history.replaceState(history.state, "", here)
  }

  /** Search for something. */
  search(text) {
    this.input.value = text
    this.filter = {}
    this.ask()
    this.input.focus()
  }

  /** Ask what stands in the field; what was asked before need not be answered any more. */
  async ask() {
    const query = this.input.value.trim()
    this.answered = undefined
    const number = this.number = (this.number ?? 0) + 1
    if (!query) return this.clear()
    const patience = setTimeout(() => this.say(write(TULISAN.cari.siap)), PATIENT)
    try {
      offices ??= await window.sopCari.instansi()
      if (number !== this.number) return  // asked now, it would be the newest to the engine
      const { kelompok, instansi, berlaku } = this.filter
      const answer = await window.sopCari.tanya(query, {
        instansi: chosen()?.id, saring: { kelompok, instansi, status: berlaku ? "berlaku" : undefined }
      })
      if (answer && number === this.number) this.show(query, answer)
    } catch (error) {
      console.error(error)
      if (number === this.number) this.failed()
    } finally {
      clearTimeout(patience)
    }
  }

  clear() {
    this.filter = {}
    this.place.hidden = true
    this.list.replaceChildren()
    this.meaning.replaceChildren()
    this.tools.replaceChildren()
    this.say("")
    this.form.dispatchEvent(new CustomEvent("sop-hasil", { detail: false, bubbles: true }))
  }

  failed() {
    this.say(write(TULISAN.cari.gagal))
    this.place.hidden = false
    this.list.replaceChildren(button(write(TULISAN.cari.ulang), () => this.ask(), { class: "sop-tombol" }))
  }

  /** Write how much was found and what was read for misspelt words, and say it when the typing has ended. */
  say(text, corrections = []) {
    if (text) this.place.hidden = false
    this.status.replaceChildren(text, ...corrections.length ? [". ", corrected(corrections)] : [])
    clearTimeout(this.saying)
    this.saying = setTimeout(() => {
      this.said.replaceChildren([this.status.textContent, text && this.meaning.textContent].filter(Boolean).join(" "))
    }, text ? CALM : 0)
  }

  show(query, answer) {
    const { halaman, hitung = {}, ejaan = [], arti = [] } = answer
    this.answered = answer
    this.say(tally(hitung), ejaan)
    this.meaning.replaceChildren(...arti.map(meaning))
    this.place.dataset.untuk = query
    this.tools.replaceChildren(
      officeChoice(offices, `${this.id}-instansi`),
      filterButtons(hitung, this.filter, (change, kind) => this.refilter(change(this.filter), kind))
    )
    this.list.replaceChildren(...halaman.length
      ? grouped(halaman, hitung).map(group => this.group(group))
      : [nothing(query, {
        near: answer.tanpa_hasil?.dekat ?? [], offices, index: this.form.dataset.indeks ?? "",
        ask: text => this.search(text),
        loosen: Object.values(this.filter).some(Boolean) ? () => this.refilter({}) : undefined
      })])
    this.place.hidden = false
    this.form.dispatchEvent(new CustomEvent("sop-hasil", { detail: true, bubbles: true }))
    if (this.entering) this.enter()
    if (!Object.values(this.filter).some(Boolean)) this.others(query)
  }

  /** SOPs of other handbooks come later and stand below; nobody waits for them, and nobody misses them. */
  async others(query) {
    const { number } = this
    let shown
    const show = found => {
      if (number !== this.number || !found) return
      const group = found.jumlah ? elsewhere(found, `${this.id}-buku-lain`) : ""
      if (shown) replaceQuietly(shown, group)
      else this.list.append(group)
      shown = group
    }
    const copied = await window.sopCari.luar(query).catch(() => ({ jumlah: 0 }))
    show(copied)
    if (copied.langsung && location.protocol !== "file:" && number === this.number)
      show(await window.sopCari.langsung(query).catch(() => undefined))
  }

  async refilter(filter, kind) {
    this.filter = filter
    await this.ask()
    const again = kind && this.tools.querySelector(`[data-saring="${kind}"]`)
    ;(again || this.input).focus()
  }

  group({ kelompok, nama, jumlah, pages }) {
    const title = element("p", { class: "sop-hasil__nama", id: `${this.id}-${kelompok}` },
      nama, " ", element("span", {}, `${jumlah}`))
    const list = element("ul", { "aria-labelledby": title.id })
    const box = element("div", { class: "sop-hasil__kelompok", "data-kelompok": kelompok }, title, list)
    let shown = 0
    const further = button("", () => add(MORE), { class: "sop-hasil__lagi" })
    const add = async number => {
      const rest = pages.slice(shown)
      const next = rest.slice(0, enough(rest, number))
      const bare = next.filter(page => !page.bagian?.length).map(page => page.alamat)
      further.disabled = true // until they are there: touched twice, it would bring the same ones twice
      try {
        const whole = new Map((bare.length ? await window.sopCari.lengkapi(bare) : []).map(page => [page.alamat, page]))
        const items = results(next.map(page => ({ ...page, ...whole.get(page.alamat) }))).map(one => item(one, chosen()?.id))
        list.append(...items)
        if (shown) items[0]?.querySelector("a").focus()
        shown += next.length
      } finally {
        further.disabled = false
      }
      const left = pages.slice(shown)
      further.textContent = write(TULISAN.cari.lagi, { banyak: count(left.slice(0, enough(left, MORE))) })
      if (left.length) box.append(further)
      else further.remove()
    }
    add(this.filter.kelompok === kelompok ? MORE : FIRST)
    return box
  }

  get links() {
    return [...this.list.querySelectorAll("a, button")]
  }

  /**
   * Open the first result where it stands out; otherwise lead into the list, where each says whose it is.
   *
   * Another office's page is never opened unseen once the reader has said which office is theirs.
   */
  enter() {
    this.entering = !this.answered && !!this.input.value.trim()
    if (!this.answered) return
    const [first] = this.links
    if (!first) return
    const [page] = this.answered.halaman
    const mine = chosen()?.id
    const foreign = mine && page?.instansi && page.instansi !== mine
    if (page?.tegas && !foreign) first.click()
    else first.focus()
  }

  key(event) {
    const { key } = event
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (key === "Escape") {
      event.preventDefault()
      event.stopPropagation()
      return this.escape(event.target)
    }
    if (key !== "ArrowDown" && key !== "ArrowUp" || event.target.matches("select")) return
    const steps = [this.input, ...this.links]
    const at = steps.indexOf(event.target)
    const next = steps[(Math.max(at, 0) + (key === "ArrowDown" ? 1 : steps.length - 1)) % steps.length]
    event.preventDefault()
    next.focus()
  }

  /** From a result back to the field; from the field out of the search. */
  escape(target) {
    if (target !== this.input) return this.input.focus()
    if (this.opened) this.opened(false)
    else {
      this.input.value = ""
      this.clear()
    }
  }
}

/** "Instansi saya" below the field of the home page: what was chosen, and all offices once a choice is asked for. */
function offer(place) {
  const mine = chosen()
  const pick = async () => {
    offices ??= await window.sopCari.instansi()
    place.replaceChildren(officeChoice(offices, "sop-instansi-saya"))
    place.querySelector("select").focus()
  }
  place.replaceChildren(
    ...mine ? [`${write(TULISAN.kantor.saya_adalah)} `, element("strong", {}, mine.nama), " "] : [],
    button(write(mine ? TULISAN.kantor.ubah : TULISAN.kantor.pilih), pick, { class: "sop-cari__ubah" })
  )
  place.hidden = false
}

document.addEventListener("sop-instansi", () => {
  const place = document.querySelector(".sop-cari__saya")
  if (place) offer(place)
})

window.sopHasil = {
  attach: (form, place, options) => new Results(form, place, options), offer, choose, chosen
}
