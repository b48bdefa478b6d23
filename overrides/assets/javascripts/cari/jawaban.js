/*
 * An answer, as the page shows it: pages, best first, with the sections that answer and their words marked.
 *
 * Part of the search engine (../cari.js).
 */
"use strict"

self.Cari ??= {}

{
  /** Pages of an answer whose texts are loaded at once. */
  const SHOWN = 12

  /** Pages that are handed on. */
  const HANDED = 60

  /** Most words of one page that are handed on for highlighting; more would flood the address. */
  const HIGHLIGHTS = 12

  /** Without its elements; still HTML. */
  const plain = html => html.replace(/<[^>]*>/g, " ").trim()

  /** Meanings of one abbreviation that are shown. */
  const MEANINGS = 3

  /** Words that are offered for one that no page has. */
  const NEAR = 4

  self.Cari.Answer = class {
    constructor(asked, pages, store) {
      this.asked = asked
      this.store = store
      this.count = pages.length
      this.groups = pages.hitung
      this.pages = pages.slice(0, HANDED)
      this.byRef = new Map(this.pages.map(page => [page.ref, page]))
      this.wanted = new Set(asked.slots.flatMap(({ tokens }) => [...tokens.keys()]))
      this.worth = pages.worth ?? 1
      this.entries = pages.arti ?? []
    }

    async whole() {
      const shown = await this.#shown(this.pages.slice(0, SHOWN))
      return {
        halaman: [...shown, ...this.pages.slice(SHOWN).map(page => this.#page(page))],
        jumlah: this.count,
        hitung: this.groups,
        arti: await this.#meanings(),
        ejaan: this.asked.corrections,
        tanpa_hasil: { dekat: this.count ? [] : this.#near() },
        kata: this.asked.slots.map(({ word }) => word),
        lanjut: this.#finished(),
        siap: true
      }
    }

    /** What the abbreviation means that was typed, by each office that has its own: { alamat, singkatan, arti }. */
    #meanings() {
      return Promise.all(this.entries.slice(0, MEANINGS).map(async no => {
        const about = this.store.book.pageOf(no)
        const [texts] = await this.store.sections([about])
        const [title, text] = texts[no - about.first].map(plain)
        return { alamat: this.store.book.ref(no), singkatan: title, arti: text }
      }))
    }

    /** The pages of these addresses, with their texts. */
    complete(refs) {
      return this.#shown(refs.map(ref => this.byRef.get(ref)).filter(Boolean))
    }

    async #shown(pages) {
      const texts = await this.store.sections(pages.map(({ about }) => about))
      return pages.map((page, i) => this.#page(page, texts[i]))
    }

    #page(page, texts) {
      const { about, coverage, score, best, sections } = page
      const spelled = new Set()
      const shown = texts ? sections.map(hit => this.#section(hit, about, texts, spelled)) : []
      return {
        alamat: page.ref, jenis: about.jenis, kelompok: page.kelompok, tegas: page.tegas, hasil: page.results,
        judul: about.title, instansi: about.instansi,
        status: about.status === "berlaku" ? "" : about.status, skor: score, cakup: coverage / this.worth, utama: best,
        judul_bertanda: this.#mark(about.title, spelled, true),
        bagian: shown, tanda: [...spelled].slice(0, HIGHLIGHTS)
      }
    }

    #section({ no, mask, weak }, about, texts, spelled) {
      const [title, text] = texts[no - about.first]
      const missing = this.asked.slots.filter((_, s) => !((mask | weak) >> s & 1)).map(({ word }) => word)
      const own = new Set()
      const section = {
        alamat: this.store.book.ref(no), judul: this.#mark(title, own, true),
        potongan: this.#mark(text, own, false), langkah: this.store.book.isStep(no), kurang: missing,
        tanda: [...own]
      }
      for (const word of own) spelled.add(word)
      return section
    }

    #mark(html, spelled, whole) {
      const { words, separator } = this.store
      const marked = self.Cari.mark(html, this.wanted, words, separator, whole)
      for (const word of marked.spelled) spelled.add(word)
      return marked.html
    }

    /** The commonest word that begins like the last one that was typed, or that one. */
    #finished() {
      const { vocabulary } = this.store
      const last = this.asked.slots.at(-1)?.word ?? ""
      return vocabulary.beginning(last).reduce((a, b) => vocabulary.uses(b) > vocabulary.uses(a) ? b : a, last)
    }

    /** Words of the handbook that are spelled nearly as what was typed. */
    #near() {
      const { words, vocabulary } = this.store
      const found = word => vocabulary.has(word) || words.family.has(word)
      return [...new Set(this.asked.slots.flatMap(({ word }) => vocabulary.spelling.near(word, NEAR).filter(found)))]
    }
  }
}
