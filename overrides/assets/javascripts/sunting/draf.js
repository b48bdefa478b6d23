/*
 * What is being written: the text of a file with everything that it was before, kept on the device at each change.
 *
 * The engine holds nothing: it is given the text and an operation, and answers with the text that comes of it. So undo
 * is the text before, without end, and no crash of the engine loses a letter.
 *
 * It answers a change in two stages: first with the table as it is now, then with what is found to be wrong and what else is
 * in sight (`lacking`). A second stage that a newer change has overtaken is thrown away and asked for again.
 */
import { tell } from "./dom.js"
import { Geser } from "./geser.js"
import { write as say } from "../tulisan.js"

/** What is seen of a change at once. */
const FIRST = ["isi", "tabel"]
/** What is known of every text; what else is in sight asks for itself. */
const ALWAYS = [...FIRST, "bidang", "temuan"]

export class Draf extends EventTarget {
  /**
   * `asal` is what is published ({sidik, revisi, teks}), null for a new SOP. `lain` are other files that change along with
   * this one, by name: {teks, dasar}. `terkirim` are the texts that an open proposal was last sent with, by name.
   */
  constructor(engine, { berkas, teks, asal = null, lain = {}, terkirim = {}, lalu = [], nanti = [] }) {
    super()
    Object.assign(this, { engine, berkas, teks, asal, lain, terkirim, lalu, nanti })
    this.parts = new Set()
    this.view = null
    this.queue = Promise.resolve()
    this.busy = 0
    /** How much is waiting or being done, and how much was ever asked for. */
    this.ahead = 0
    this.turn = 0
    /** Parts of the view that are not of this text yet. */
    this.lacking = []
    this.completing = null
    /** Whether fields are in sight beside the table: then they, too, are asked for at once. */
    this.fields = false
    this.geser = new Geser()
    /** Whether the engine has not answered yet; until then what is asked of it is kept with the text. */
    this.early = false
    /** Whether it never will in this visit: then nothing is asked of it, and all is kept for the next one. */
    this.alone = false
    this.asked = []
  }

  /** What was asked for and not done yet, as it is asked for in the next visit. */
  get waiting() {
    const { now } = this.geser
    return this.asked.map(({ ubah, fokus, since }) => ({
      ubah: ubah.map(one => this.geser.operation(one, since)).filter(Boolean), fokus, since: Math.max(since - now, 0)
    })).filter(one => one.ubah.length)
  }

  settle(one) {
    const at = this.asked.indexOf(one)
    if (at < 0) return false
    this.asked.splice(at, 1)
    return true
  }

  get naskah() {
    return { berkas: this.berkas, teks: this.teks }
  }

  /** The published text, which what is written is compared with; null for a new SOP. */
  get dasar() {
    return this.asal?.teks ?? null
  }

  /** What every question to the engine brings. */
  get brought() {
    const lain = Object.fromEntries(Object.entries(this.lain).map(([berkas, one]) => [berkas, one.teks]))
    return { naskah: this.naskah, dasar: this.dasar, ...(Object.keys(lain).length ? { lain } : {}) }
  }

  /** All files that are sent, each with what it began from. */
  get files() {
    return [{ ...this.naskah, dasar: this.asal }, ...Object.entries(this.lain).map(([berkas, one]) => ({ berkas, ...one }))]
  }

  get changed() {
    return this.teks !== this.dasar
  }

  /** What else is shown now (diagram, lembar, selisih): it is worked out with each change. */
  async need(part, wanted) {
    if (!wanted) {
      this.parts.delete(part)
      this.lacking = this.lacking.filter(one => one !== part)
      return
    }
    if (!this.parts.has(part)) {
      this.parts.add(part)
      if (!this.lacking.includes(part)) this.lacking.push(part)
      this.complete()
    }
    await this.whole()
  }

  /** Until all that is asked for is known of the text as it is. */
  async whole() {
    while (this.ahead || this.completing) await (this.ahead ? this.queue : this.completing)
  }

  /** Ask for what the view lacks, piece by piece, as long as nothing else is waiting. */
  complete() {
    if (this.completing || this.ahead || !this.view || !this.lacking.length) return
    this.dispatchEvent(new Event("kerja"))
    this.completing = this.rest().finally(() => {
      this.completing = null
      this.complete()
      this.dispatchEvent(new Event("kerja"))
    })
  }

  async rest() {
    while (!this.ahead && this.lacking.length) {
      const { turn } = this
      const checks = this.lacking.filter(one => ALWAYS.includes(one))
      const bagian = checks.length ? checks : [this.lacking[0]]
      const answer = await this.engine("lihat", { ...this.brought, bagian }).catch(error => ({ error }))
      if (turn !== this.turn) continue // it is of a text that is no longer there, or soon will not be
      if (answer.error) {
        this.lacking = []
        tell(words(answer.error), "galat")
        return
      }
      this.lacking = this.lacking.filter(one => !bagian.includes(one))
      const others = bagian.filter(one => JSON.stringify(answer[one]) !== JSON.stringify(this.view[one]))
      Object.assign(this.view, answer)
      this.dispatchEvent(new CustomEvent("bagian", { detail: others }))
    }
  }

  /** Ask the engine what the text says now. */
  look() {
    return this.after(async () => {
      const bagian = this.wanted()
      const view = await this.engine("lihat", { ...this.brought, bagian })
      this.early = false
      this.show(view, { asked: bagian })
    })
  }

  wanted() {
    return [...ALWAYS, ...this.parts]
  }

  /** What a change brings at once. */
  get first() {
    return this.fields ? ALWAYS : FIRST
  }

  /**
   * Do one or several operations as one change; `focus` says what is edited, so that undo leads back there, and
   * `since` which rows their indexes mean (those that are seen now). Resolves to the engine's answer, or to null where
   * it refused: then nothing has changed, and it has been said why.
   */
  change(operations, focus = null, since = this.geser.now) {
    const asked = [operations].flat().filter(Boolean)
    let moves = Geser.count(asked)
    this.geser.promised += moves
    const arrived = () => {
      this.geser.promised -= moves
      moves = 0
    }
    const waiting = this.early && asked.length ? { ubah: asked, fokus: focus, since } : null
    if (waiting) {
      this.asked.push(waiting)
      this.dispatchEvent(new Event("teks"))
    }
    return this.after(async () => {
      if (this.alone) return null
      const ubah = asked.map(one => this.geser.operation(one, since))
      if (!ubah.length) return null
      if (ubah.includes(null)) {
        this.settle(waiting)
        tell(say(TULISAN.penyunting.baris_hilang), "peringatan")
        return null
      }
      const lihat = this.first
      const answer = await this.engine("ubah", {
        ...this.brought, ubah, lihat
      }).catch(error => {
        if (error.jenis !== "mesin" && this.settle(waiting)) this.dispatchEvent(new Event("teks"))
        throw error
      })
      const before = this.geser.now
      arrived()
      this.geser.add(ubah)
      const settled = this.settle(waiting)
      if (answer.teks !== this.teks) this.take(answer.teks, focus)
      else if (settled) this.dispatchEvent(new Event("teks"))
      if (answer.lihat) this.show(answer.lihat, { focus, asked: lihat, before })
      for (const one of answer.catatan ?? []) tell(one)
      return answer
    }).finally(arrived)
  }

  /** Put a whole text in the place of what is there (another tab's, the published one, one typed as YAML). */
  replace(teks, focus = null, lain = this.lain) {
    return this.after(async () => {
      if (teks === this.teks && lain === this.lain) return
      this.take(teks, focus, lain)
      await this.again({ focus })
    })
  }

  /** Show what stands there now, all of which may be another than before. */
  async again(how) {
    const asked = this.first
    this.show(await this.engine("lihat", { ...this.brought, bagian: asked }), { ...how, asked })
  }

  take(teks, focus, lain = this.lain) {
    this.lalu.push({ teks: this.teks, lain: this.lain, fokus: focus })
    this.nanti = []
    Object.assign(this, { teks, lain })
    this.dispatchEvent(new Event("teks"))
  }

  /**
   * What was sent is now what is published, by file in `semua`. Undo still leads back to what stood before, in the other
   * files that changed along, too.
   */
  published(asal, semua) {
    const sent = Object.entries(this.lain)
    for (const step of [...this.lalu, ...this.nanti]) {
      step.lain = { ...step.lain }
      for (const [berkas, { teks, dasar }] of sent) {
        const now = semua[berkas] ?? { ...dasar, teks }
        const was = step.lain[berkas]?.teks ?? dasar.teks
        if (was === teks) delete step.lain[berkas]
        else step.lain[berkas] = { teks: was, dasar: now }
      }
    }
    Object.assign(this, { asal, lain: {} })
  }

  undo() {
    return this.step(this.lalu, this.nanti)
  }

  redo() {
    return this.step(this.nanti, this.lalu)
  }

  step(from, to) {
    return this.after(async () => {
      const one = from.pop()
      if (!one) return false
      to.push({ teks: this.teks, lain: this.lain, fokus: one.fokus })
      Object.assign(this, { teks: one.teks, lain: one.lain ?? {} })
      this.dispatchEvent(new Event("teks"))
      await this.again({ focus: one.fokus, back: true })
      return true
    })
  }

  /**
   * Show a view, of which the parts `asked` are there; the others stay as they were until they are. `back` says that it was
   * undone or done again: then people are led to where it was. `before` is what the rows of the last view count from.
   */
  show(view, { focus = null, back = false, asked = null, before = this.geser.now } = {}) {
    if (asked) {
      this.lacking = this.wanted().filter(one => !asked.includes(one))
      view = { ...this.old(before), ...view }
    }
    this.view = view
    this.dispatchEvent(new CustomEvent("lihat", { detail: { focus, back } }))
  }

  /** What is still shown of the last view: findings go with their rows. */
  old(before) {
    const kept = { bidang: [], temuan: [], ...this.view }
    const { geser, lacking } = this
    const temuan = kept.temuan.map(one => (one.jalan ? geser.operation(one, before) : one)).filter(Boolean)
    return Object.fromEntries(lacking.filter(one => one in kept).map(one => [one, one === "temuan" ? temuan : kept[one]]))
  }

  /** One thing after another: an operation is always done to the text that the one before it left; the first begins at once. */
  after(work) {
    const idle = !this.ahead
    this.ahead += 1
    this.turn += 1
    const next = async () => {
      this.busy += 1
      this.dispatchEvent(new Event("kerja"))
      try {
        return await work()
      } catch (error) {
        if (!this.alone) tell(words(error), "galat")
        if (this.view && error.jenis !== "mesin") this.show(this.view) // without what was typed and refused
        return null
      } finally {
        this.busy -= 1
        this.ahead -= 1
        this.complete()
        this.dispatchEvent(new Event("kerja"))
      }
    }
    const done = idle ? next() : this.queue.then(next)
    this.queue = done.catch(() => {})
    return done
  }
}

const words = error => [error.pesan ?? error.message, error.cara].filter(Boolean).join(" ")
