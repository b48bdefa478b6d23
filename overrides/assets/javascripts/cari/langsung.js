/*
 * Sites of other handbooks, asked for their newest lists of SOPs: only those that this office switched on
 * (`cari_langsung`), and only once somebody searches. What was typed is not sent to anybody.
 *
 * What comes is another office's: it is read as data, within bounds, and refused whole where anything is amiss; the copy
 * answers then. The rules are those of buku_sop/loading/inventaris.py. Loaded when it is needed (luar.js).
 *
 * Part of the search engine (../cari.js).
 */
"use strict"

self.Cari ??= {}

{
  const BYTES = 8_000_000
  const SOPS = 20_000
  const OFFICES = 5_000
  const VERSION = 1

  /** Milliseconds: for one site, until a list is asked for again, and until a site that failed is. */
  const PATIENT = 6_000
  const FRESH = 5 * 60_000
  const AGAIN = 60_000

  /** Sites that are asked at a time. */
  const AT_ONCE = 4

  const UNSEEN = /[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/
  const OFFICE = /^[a-z0-9-]{1,120}$/
  const ID = /^[a-z0-9-]+\/[a-z0-9-]+$/
  const PAGE = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*\/?$/
  const FOLLOWED = new Set(["draf", "berlaku"])
  const STATUS = new Set([...FOLLOWED, "digantikan", "dicabut"])

  const isName = text => typeof text === "string" && text.length > 0 && text.length <= 500 && !UNSEEN.test(text)
  const isObject = value => typeof value === "object" && value !== null && !Array.isArray(value)
  const isSop = sop => isObject(sop) && isName(sop.nama) && STATUS.has(sop.status) &&
    typeof sop.id === "string" && sop.id.length <= 240 && ID.test(sop.id) &&
    typeof sop.halaman === "string" && sop.halaman.length <= 300 && PAGE.test(sop.halaman)

  /** [name, office, page] of the SOPs of an inventory; undefined where it is none that may be used. */
  self.Cari.readInventory = function(text, book) {
    let data
    try { data = JSON.parse(text) } catch { return undefined }
    if (!isObject(data) || data.format !== "inventaris-sop" || !(data.versi >= 1 && data.versi <= VERSION)) return undefined
    const { instansi, sop } = data
    if (!isObject(instansi) || !Array.isArray(sop) || sop.length > SOPS) return undefined
    const offices = new Map(Object.entries(instansi))
    if (offices.size > OFFICES || ![...offices].every(([id, name]) => OFFICE.test(id) && isName(name))) return undefined
    if (!sop.every(isSop)) return undefined
    return sop.filter(({ status }) => FOLLOWED.has(status))
      .map(({ id, nama, halaman }) => [nama, offices.get(id.split("/")[0]) ?? book, halaman])
  }

  /** The body of an answer as text; given up as soon as it is too long. */
  async function bounded(answer) {
    const reader = answer.body.getReader()
    const parts = []
    let length = 0
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      length += value.length
      if (length > BYTES) {
        reader.cancel().catch(() => {})
        throw new RangeError("too long")
      }
      parts.push(value)
    }
    return new TextDecoder("utf-8", { fatal: true }).decode(await new Blob(parts).arrayBuffer())
  }

  async function ask([book, root]) {
    const stop = new AbortController()
    const timer = setTimeout(() => stop.abort(), PATIENT)
    try {
      const answer = await fetch(`${root}data/inventaris.json`, {
        mode: "cors", credentials: "omit", referrerPolicy: "no-referrer", redirect: "error", cache: "no-cache",
        signal: stop.signal
      })
      if (!answer.ok) return undefined
      return self.Cari.readInventory(await bounded(answer), book)
    } catch {
      return undefined
    } finally {
      clearTimeout(timer)
    }
  }

  self.Cari.Live = class {
    /** `books` are [name, root of the site, day of the copy]. */
    constructor(books) {
      this.books = books
      this.lists = books.map(() => ({}))
    }

    /** The newest list of a site; undefined where there is none. */
    rows(i) {
      return this.lists[i].rows
    }

    /** Ask the sites whose lists are not new; one that fails keeps what it had. */
    refresh() {
      return this.asking ??= this.#refresh().finally(() => { this.asking = undefined })
    }

    async #refresh() {
      if (self.navigator.onLine === false) return
      const due = [...this.books.keys()].filter(i => !(this.lists[i].until > Date.now()))
      await Promise.all(Array.from({ length: AT_ONCE }, async () => {
        while (due.length) await this.#one(due.shift())
      }))
    }

    async #one(i) {
      const rows = await ask(this.books[i])
      const before = this.lists[i]
      this.lists[i] = rows
        ? { rows, until: Date.now() + FRESH }
        : { ...before, until: Date.now() + AGAIN }
    }
  }
}
