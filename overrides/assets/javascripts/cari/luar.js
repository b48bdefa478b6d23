/*
 * SOPs of other handbooks, found by all words of a query in their names. What there is of them was copied when the site
 * was built (buku_sop/adapters/cari/luar.py); no other site is asked, but those that the office switched on (langsung.js).
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

  const NOTHING = { jumlah: 0, sop: [] }

  /** A name as pages have it, so that it is cut into the same words. */
  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#x27;" }
  const escaped = text => text.replace(/[&<>"']/g, sign => SIGNS[sign])

  const address = (root, page) => /^https?:\/\//.test(root) ? root + page : ""

  self.Cari.Elsewhere = class {
    constructor(store) {
      this.store = store
      this.pieces = new Map()
      this.roots = new Map()
    }

    /**
     * { jumlah, sop: [{ nama, instansi, buku, alamat }], langsung }: those with the shortest names.
     *
     * `langsung` says whether there are sites to be asked (`ask`).
     */
    async find(text) {
      const asked = this.#read(text)
      if (!asked) return NOTHING
      const { langsung = [] } = await this.#piece("lain")
      const [indexed, ...listed] = await Promise.all([
        this.#indexed(asked), ...langsung.map((book, i) => this.#listed(asked, book, i))
      ])
      const jumlah = [indexed, ...listed].reduce((sum, found) => sum + found.jumlah, 0)
      const sop = [indexed, ...listed].flatMap(found => found.sop)
      if (langsung.length)
        sop.sort((a, b) => this.#words(a.nama).length - this.#words(b.nama).length || a.nama.localeCompare(b.nama, "id"))
      return { jumlah, sop: sop.slice(0, SHOWN), langsung: langsung.length > 0 }
    }

    /** The same when the sites have been asked, with `kabar`: [{ buku, diambil, situs }], whether each of them answered. */
    async ask(text) {
      const { langsung = [] } = await this.#piece("lain")
      if (!this.#read(text) || !langsung.length) return NOTHING
      await self.Cari.bring("langsung")
      this.live ??= new self.Cari.Live(langsung)
      await this.live.refresh()
      const found = await this.find(text)
      return { ...found, kabar: langsung.map(([buku, , diambil], i) => ({ buku, diambil, situs: !!this.live.rows(i) })) }
    }

    /** What is asked for as roots; undefined where nothing that says something. */
    #read(text) {
      const { words, separator } = this.store
      const says = word => !words.functional.has(word) && !words.spoken.has(word)
      const { typed, must, excluded } = self.Cari.readTyped(text, separator)
      const asked = [...typed, ...must].filter(says)
      if (!asked.length) return undefined
      const roots = list => [...new Set(list.map(word => this.#root(word)))]
      return { asked: roots(asked), excluded: roots(excluded) }
    }

    #root(word) {
      const { words } = this.store
      return words.find(word, () => false) ?? words.root(word)
    }

    #words(name) {
      return escaped(name).toLowerCase().split(this.store.separator).filter(Boolean)
    }

    async #indexed({ asked, excluded }) {
      const [first, ...others] = (await this.#numbers(asked)).sort((a, b) => a.length - b.length)
      const sets = others.map(numbers => new Set(numbers))
      const without = (await this.#numbers(excluded)).map(numbers => new Set(numbers))
      const found = first.filter(
        number => sets.every(set => set.has(number)) && !without.some(set => set.has(number))
      )
      return { jumlah: found.length, sop: await Promise.all(found.slice(0, SHOWN).map(number => this.#name(number))) }
    }

    /** For each of some roots, the numbers of the SOPs whose names have it. */
    async #numbers(roots) {
      const { awal } = await this.#piece("lain")
      return Promise.all(roots.map(async root => {
        const at = self.Cari.lastNotAbove(awal, root)
        const piece = at < 0 ? {} : await this.#piece(`lainp${at}`)
        let number = 0
        return Object.hasOwn(piece, root) ? piece[root].map(step => number += step) : []
      }))
    }

    /** Those of a handbook whose site may be asked: in its newest list, or in the copy. */
    async #listed({ asked, excluded }, [buku, root], i) {
      const rows = this.live?.rows(i) ?? await this.#piece(`lains${i}`)
      const found = rows.filter(([name]) => {
        const roots = this.#rootsOf(name)
        return asked.every(one => roots.has(one)) && !excluded.some(one => roots.has(one))
      })
      found.sort(([a], [b]) => this.#words(a).length - this.#words(b).length)
      const sop = found.slice(0, SHOWN)
        .map(([nama, instansi, page]) => ({ nama, instansi, buku, alamat: address(root, page) }))
      return { jumlah: found.length, sop }
    }

    #rootsOf(name) {
      const known = this.roots.get(name)
      if (known) return known
      const roots = new Set(this.#words(name).map(word => this.#root(word)))
      this.roots.set(name, roots)
      return roots
    }

    async #name(number) {
      const { tempat, blok } = await this.#piece("lain")
      const [nama, place, page] = (await this.#piece(`lainn${Math.floor(number / blok)}`))[number % blok]
      const [instansi, buku, root] = tempat[place]
      return { nama, instansi, buku, alamat: address(root, page) }
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
