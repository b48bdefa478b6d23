/*
 * SOPs of other handbooks, found by all words of a query in their names. What there is of them was copied when the site
 * was built (buku_sop/adapters/cari/luar.py); no other site is asked.
 *
 * Part of the search engine (../cari.js).
 */
"use strict"

self.Cari ??= {}

{
  /** SOPs that an answer names. */
  const SHOWN = 5

  /** Pieces that are kept in memory. */
  const KEPT = 48

  self.Cari.Elsewhere = class {
    constructor(store) {
      this.store = store
      this.pieces = new Map()
    }

    /** { jumlah, sop: [{ nama, instansi, buku, alamat }] }: those with the shortest names. */
    async find(text) {
      const { words, separator } = this.store
      const says = word => !words.functional.has(word) && !words.spoken.has(word)
      const { typed, must, excluded } = self.Cari.readTyped(text, separator)
      const asked = [...typed, ...must].filter(says)
      if (!asked.length) return { jumlah: 0, sop: [] }
      const [first, ...others] = (await this.#numbers(asked)).sort((a, b) => a.length - b.length)
      const sets = others.map(numbers => new Set(numbers))
      const without = (await this.#numbers(excluded)).map(numbers => new Set(numbers))
      const found = first.filter(
        number => sets.every(set => set.has(number)) && !without.some(set => set.has(number))
      )
      return { jumlah: found.length, sop: await Promise.all(found.slice(0, SHOWN).map(number => this.#name(number))) }
    }

    /** For each root of some words, the numbers of the SOPs whose names have it. */
    async #numbers(list) {
      const { words } = this.store
      const roots = new Set(list.map(word => words.find(word, () => false) ?? words.root(word)))
      const { awal } = await this.#piece("lain")
      return Promise.all([...roots].map(async root => {
        const at = self.Cari.lastNotAbove(awal, root)
        const piece = at < 0 ? {} : await this.#piece(`lainp${at}`)
        let number = 0
        return Object.hasOwn(piece, root) ? piece[root].map(step => number += step) : []
      }))
    }

    async #name(number) {
      const { tempat, blok } = await this.#piece("lain")
      const [nama, place, page] = (await this.#piece(`lainn${Math.floor(number / blok)}`))[number % blok]
      const [instansi, buku, root] = tempat[place]
      return { nama, instansi, buku, alamat: /^https?:\/\//.test(root) ? root + page : "" }
    }

    #piece(name) {
      const found = this.pieces.get(name) ?? this.store.piece(name)
      this.pieces.delete(name)
      this.pieces.set(name, found)
      found.catch(() => this.pieces.delete(name))
      for (const oldest of this.pieces.keys()) {
        if (this.pieces.size <= KEPT) break
        this.pieces.delete(oldest)
      }
      return found
    }
  }
}
