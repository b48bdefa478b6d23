/*
 * Offices that a query names: "sumedang", "dinas pertanian". Their pages come before those of others that answer the
 * same general words ("dokumen", "laporan") better.
 *
 * Part of the search engine (../cari.js).
 */
"use strict"

self.Cari ??= {}

{
  /** How much of all other words a page of the office must answer; else the query is about something it does not have. */
  const OTHERS = 0.25

  const answers = (slot, word) => slot.tokens.get(word) > self.Cari.INSTEAD

  self.Cari.Offices = class {
    /** `tokenize` cuts plain text into words as the index does. */
    constructor(book, words, tokenize) {
      this.book = book
      this.offices = book.pages.filter(({ jenis }) => jenis === "instansi").map(({ instansi, names }) => ({
        id: instansi,
        names: names.map(name => tokenize(name).filter(word => !words.functional.has(word)))
      }))
    }

    /**
     * The offices that a query names: { ids, mask }, where the bits of `mask` are the words that name them.
     *
     * Two words side by side in a name name all offices of which they do; one word only where no SOP of another office has it.
     */
    named(slots, postings) {
      const found = []
      for (const [s, slot] of slots.entries()) {
        const two = this.#having(names => names.some((word, i) =>
          i && slots[s - 1] && answers(slots[s - 1], names[i - 1]) && answers(slot, word)))
        if (two.size) found.push({ ids: two, mask: 1 << s | 1 << s - 1 })
        const one = this.#having(names => names.some(word => answers(slot, word)))
        if (one.size && this.#own(slot, one, postings)) found.push({ ids: one, mask: 1 << s })
      }
      return found.reduce((sum, { ids, mask }) => {
        const both = new Set([...sum.ids].filter(id => ids.has(id)))
        return { ids: both.size ? both : new Set([...sum.ids, ...ids]), mask: sum.mask | mask }
      }, found[0] ?? { ids: new Set(), mask: 0 })
    }

    #having(test) {
      return new Set(this.offices.filter(({ names }) => names.some(test)).map(({ id }) => id))
    }

    /** Whether a word stands in SOPs of these offices alone. */
    #own(slot, ids, postings) {
      for (const [token, weight] of slot.tokens)
        if (weight > self.Cari.INSTEAD)
          for (const places of postings.get(token) ?? []) {
            let others = false
            self.Cari.walk(places, section => {
              const { sop, instansi } = this.book.pageOf(section)
              others ||= sop && !ids.has(instansi)
            })
            if (others) return false
          }
      return true
    }
  }

  /** Whether a page is one of the offices that were named, and answers enough of what else was asked. */
  self.Cari.ofNamed = function({ about, answered }, { ids, mask }, value, slots) {
    if (!ids.has(about.instansi)) return false
    const share = which => value.reduce((sum, v, s) => which >> s & 1 && !slots[s].light ? sum + v : sum, 0)
    return share(answered & ~mask) >= OTHERS * share(~mask)
  }
}
