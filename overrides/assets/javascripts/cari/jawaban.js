/*
 * An answer, in the forms that Material wants: first as lunr's results, in which it marks the words, then as the
 * items that it hands to the page.
 *
 * Part of the search worker (../cari.js).
 */
"use strict"

self.Cari ??= {}

{
  /** Pages of an answer that are marked; those after them are only named, with their best section. */
  const MARKED = 40

  /** Most words of one page that are handed on for highlighting; more would flood the address. */
  const HIGHLIGHTS = 12

  self.Cari.Answer = class {
    constructor(asked, pages, index, words, documents) {
      this.asked = asked
      this.index = index
      this.words = words
      /** Section -> the score that orders it, and the words of the section that answer each typed word. */
      this.sections = new Map()
      for (const [i, { sections, best }] of pages.slice(0, MARKED).entries())
        for (const [k, { ref, mask, weak }] of sections.entries()) {
          const score = pages.length - i - (k < best ? 0 : (k + 1) / 100)
          this.sections.set(ref, { score, mask: mask | weak, found: new Map() })
        }
      this.rest = pages.slice(MARKED).map(({ ref, sections: [best] }, i) =>
        [...new Set([best.ref, ref])].map((location, k) => {
          const score = pages.length - MARKED - i - k / 2
          return shorten({ ...documents.get(location), parent: undefined, terms: {}, score })
        })
      )
    }

    /** Results as lunr gives them. */
    results() {
      return [...this.sections].map(([ref, { score, mask, found }]) => {
        const metadata = {}
        const taken = { title: new Set(), text: new Set() }
        for (const [s, { word, tokens }] of this.asked.slots.entries()) {
          if (!(mask >> s & 1)) continue
          for (const token of tokens.keys()) this.#mark(ref, token, metadata, taken, word, found)
          metadata[word] ??= {} // or Material calls the word missing
        }
        return { ref, score, matchData: { metadata } }
      })
    }

    /** Note where a token stands, each place once though several words may find it. */
    #mark(ref, token, metadata, taken, word, found) {
      for (const field of ["title", "text"]) {
        const posting = this.index.invertedIndex[token][field]?.[ref]
        if (!posting) continue
        const position = posting.position.filter(p => !taken[field].has(p))
        for (const p of position) taken[field].add(p)
        if (position.length) (metadata[token] ??= {})[field] = { position }
        const list = found.get(word) ?? found.set(word, new Set()).get(word)
        for (const spelled of this.#spelled(ref, token, field, posting.position)) list.add(spelled)
      }
    }

    /** The words that stand where a token stands. */
    #spelled(ref, token, field, places) {
      if (!token.startsWith(self.Cari.JOINED)) return [token]
      return this.words.spelled(token).filter(word =>
        this.index.invertedIndex[word]?.[field]?.[ref]?.position.some(p => places.includes(p))
      )
    }

    /** Items as Material hands them on, in our order, with what the page itself is to mark. */
    items(items) {
      for (const group of items) {
        for (const item of group) this.#finish(item)
        group.sort((a, b) => b.score - a.score)
      }
      items.sort(([a], [b]) => b.score - a.score)
      this.#say(items)
      return [...items, ...this.rest]
    }

    #finish(item) {
      const { score, found } = this.sections.get(item.location) ?? { score: -1 }
      item.score = score
      shorten(item)
      if (!found?.size) return
      const terms = Object.entries(item.terms).flatMap(([word, hit]) =>
        (hit && found.get(word) ? [...found.get(word)] : [word]).map(term => [term, hit])
      )
      if (terms.length <= HIGHLIGHTS) item.terms = Object.fromEntries(terms)
    }

    /** Tell the page which words were read as others (../ejaan.js shows it): hidden in the first title. */
    #say([first]) {
      const page = first?.find(({ location }) => !location.includes("#"))
      if (!page || !this.asked.corrections.length) return
      const data = JSON.stringify(this.asked.corrections)
      page.title += `<span hidden data-ejaan="${escape(data)}"></span>`
    }
  }

  /** Where a section was found by its title, its first paragraph says enough. */
  function shorten(item) {
    if (item.location.includes("#") && !item.text.includes("<mark>"))
      item.text = item.text.split("</p>", 1)[0]
    return item
  }

  const escape = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt()};`)
}
