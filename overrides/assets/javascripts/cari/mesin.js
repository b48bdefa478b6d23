/*
 * The engine: reads what was typed, loads what it takes to answer, and answers.
 *
 * Part of the search engine (../cari.js).
 */
"use strict"

self.Cari ??= {}

{
  /** What is typed, read: words, "exactly" or +so, and -without. Other signs only part words. */
  self.Cari.readTyped = function(text, separator) {
    const cut = part => part.toLowerCase().split(separator).map(word => word.replace(/[~^*+]+/g, "")).filter(Boolean)
    const asked = { typed: [], must: [], excluded: [] }
    for (const [i, part] of text.trim().split(/"([^"]*)"/g).entries()) {
      if (i % 2) asked.must.push(...cut(part))
      else for (const word of part.split(/\s+/))
        asked[/^\+./.test(word) ? "must" : /^-[^-]/.test(word) ? "excluded" : "typed"].push(...cut(word))
    }
    return asked
  }

  self.Cari.Engine = class {
    constructor(base) {
      this.base = base
      this.newest = 0
    }

    /** Load what every query needs. */
    async open() {
      this.store ??= new self.Cari.Store(this.base)
      await this.store.open()
    }

    /** Answer a query; null when another one was asked meanwhile. */
    async ask(text, options = {}) {
      const number = ++this.newest
      return this.#fresh(async () => {
        const { words, vocabulary, separator } = this.store
        const typed = self.Cari.readTyped(text, separator)
        const asked = new self.Cari.Query(typed, words, vocabulary)
        const tokens = [...asked.slots.flatMap(({ tokens }) => [...tokens.keys()]), ...asked.excluded]
        const postings = await this.store.postings(tokens)
        if (number !== this.newest) return null
        this.ranking ??= new self.Cari.Ranking(
          this.store.book, words, plain => plain.toLowerCase().split(separator).filter(Boolean)
        )
        const pages = this.ranking.rank(asked, postings, options)
        const answer = new self.Cari.Answer(asked, pages, this.store)
        const whole = await answer.whole()
        if (number !== this.newest) return null
        this.answer = answer
        return whole
      })
    }

    /** Teasers of further pages of the last answer, by their addresses. */
    async complete(refs) {
      return this.#fresh(async () => await this.answer?.complete(refs) ?? [])
    }

    /** SOPs of other handbooks: { jumlah, sop, langsung }. */
    async elsewhere(text) {
      return this.#fresh(async () => {
        if (!this.store.others) return { jumlah: 0, sop: [] }
        this.store.elsewhere ??= new self.Cari.Elsewhere(this.store)
        return this.store.elsewhere.find(text)
      })
    }

    /** The same when the sites that the office switched on have been asked: { jumlah, sop, kabar }. */
    async live(text) {
      return this.#fresh(() => this.store.elsewhere?.ask(text) ?? { jumlah: 0, sop: [] })
    }

    /** All offices: { id, nama, alamat, kontak: [[shown, address], ...] }. */
    async offices() {
      return this.#fresh(async () => this.store.book.pages
        .filter(({ jenis }) => jenis === "instansi")
        .map(({ instansi, names, title, ref }) => ({
          id: instansi, nama: names[0] ?? title, alamat: ref, kontak: this.store.book.contacts[instansi] ?? []
        })))
    }

    /** Do something; once more from the beginning when the site was published anew meanwhile. */
    async #fresh(work) {
      await this.open()
      try {
        return await work()
      } catch (error) {
        const before = this.store.folder
        this.store = this.ranking = this.answer = undefined
        await this.open()
        if (this.store.folder === before) throw error
        return work()
      }
    }
  }
}
