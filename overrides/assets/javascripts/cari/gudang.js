/*
 * The index: a table of pages, a table of words, and pieces with the places of words and with texts, each loaded
 * when it is needed (buku_sop/adapters/cari/pieces.py writes them).
 *
 * Part of the search engine (../cari.js).
 */
"use strict"

self.Cari ??= {}

{
  /** Pieces that are kept in memory: places of words, and texts. */
  const KEPT = { p: 96, t: 48 }

  const STEP = /^(?:prosedur-\d+-)?langkah-\d+$/

  /** Pieces that were asked for as scripts, by name: what to do with their data. */
  const asked = new Map()

  /** A piece that was loaded as a script hands its data over. */
  self.Cari.receive = (name, data) => {
    asked.get(name)?.(data)
    asked.delete(name)
  }

  /** Load a piece as a script: pages that were opened from a disk can do no other. */
  function loadScript(url, name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script")
      asked.set(name, data => { script.remove(); resolve(data) })
      script.onerror = () => { script.remove(); reject(new Error(`${url} tidak dapat dimuat`)) }
      script.src = url
      document.body.append(script)
    })
  }

  /** Fetch a piece; those that never change are taken from the store of the browser, however old. */
  async function fetchPiece(url, cache) {
    const answer = await fetch(url, { cache })
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
    const text = await answer.text()
    return JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")")))
  }

  const byNumber = ([values, numbers]) => numbers.map(i => values[i])

  /** The last of sorted values that is not above one. */
  self.Cari.lastNotAbove = lastNotAbove

  function lastNotAbove(values, value) {
    let [low, high] = [0, values.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (values[middle] <= value) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  /** Pages and their sections, which are numbered in the order of the handbook. */
  self.Cari.Book = class {
    constructor(data) {
      const patterns = data.jangkar[0].map(list => {
        const anchors = list.split(" ")
        return { anchors, steps: anchors.map(anchor => STEP.test(anchor)) }
      })
      const [status, kind, office] = [data.status, data.jenis, data.instansi].map(byNumber)
      let first = 0
      /** How offices are reached, by their id. */
      this.contacts = data.kontak
      this.pages = data.alamat.map((ref, no) => {
        const pattern = patterns[data.jangkar[1][no]]
        const page = {
          no, ref, title: data.judul[no], names: data.nama[no], status: status[no], jenis: kind[no],
          instansi: office[no], listed: Boolean(data.daftar[no]), pattern, first,
          last: first + pattern.anchors.length - 1
        }
        first = page.last + 1
        return page
      })
      this.byRef = new Map(this.pages.map(page => [page.ref, page]))
      this.headings = data.kata_judul
      this.texts = data.awal
      /** Number of a section -> number of its page. */
      this.owner = new Uint32Array(first)
      for (const page of this.pages) this.owner.fill(page.no, page.first, page.last + 1)
    }

    pageOf(section) {
      return this.pages[this.owner[section]]
    }

    /** Address of a section, from the root of the site. */
    ref(section) {
      const { ref, pattern, first } = this.pageOf(section)
      const anchor = pattern.anchors[section - first]
      return anchor ? `${ref}#${anchor}` : ref
    }

    isStep(section) {
      const { pattern, first } = this.pageOf(section)
      return pattern.steps[section - first]
    }

    /** How many words of its heading say something; known for pages that list others. */
    titleWords(section) {
      const page = this.pageOf(section)
      return this.headings[page.no]?.[section - page.first]
    }
  }

  /** Pieces of one kind: the last ones used stay. */
  class Shelf {
    constructor(most, load) {
      this.most = most
      this.load = load
      this.pieces = new Map()
    }

    get(number) {
      const found = this.pieces.get(number) ?? this.load(number)
      this.pieces.delete(number)
      this.pieces.set(number, found)
      found.catch(() => this.pieces.delete(number))
      for (const oldest of this.pieces.keys()) {
        if (this.pieces.size <= this.most) break
        this.pieces.delete(oldest)
      }
      return found
    }
  }

  self.Cari.Store = class {
    /** `base` is the address of the folder of the index. */
    constructor(base) {
      this.base = base
      this.places = new Shelf(KEPT.p, number => this.piece(`p${number}`))
      this.texts = new Shelf(KEPT.t, number => this.piece(`t${number}`))
    }

    /** Load what every query needs. */
    open() {
      return this.opening ??= this.#open().catch(error => {
        this.opening = undefined
        throw error
      })
    }

    async #open() {
      const head = await this.#load("kepala.js", "kepala", "no-cache")
      this.folder = head.versi
      /** Whether names of other handbooks' SOPs are there. */
      this.others = Boolean(head.lain)
      const [book, kata] = await Promise.all([this.piece("buku"), this.piece("kata")])
      this.separator = new RegExp(head.pemisah)
      this.book = new self.Cari.Book(book)
      this.words = new self.Cari.Words(kata.tabel)
      this.groups = kata.awal
      const pieceOf = token => this.#pieceOf(token)
      this.vocabulary = new self.Cari.Vocabulary(kata.istilah.split(" "), kata.banyak, this.words, pieceOf)
    }

    /** Address, and how a piece of that name is to be had. */
    #load(path, name, cache) {
      const url = new URL(path, this.base).href
      return self.document ? loadScript(url, name) : fetchPiece(url, cache)
    }

    piece(name) {
      return this.#load(`${this.folder}/${name}.js`, name, "force-cache")
    }

    /** Number of the piece that holds a token: they are sorted by roots. */
    #pieceOf(token) {
      const root = token.startsWith(self.Cari.JOINED) ? token.slice(1) : this.words.root(token)
      return lastNotAbove(this.groups, root)
    }

    /** Token -> its places in titles and in texts, of those tokens that stand anywhere. */
    async postings(tokens) {
      const known = [...new Set(tokens)].filter(token => this.vocabulary.has(token))
      const pieces = await Promise.all(known.map(token => this.places.get(this.#pieceOf(token))))
      return new Map(known.map((token, i) => [token, pieces[i][token]]))
    }

    /** Titles and texts of the sections of some pages. */
    async sections(pages) {
      const pieces = await Promise.all(
        pages.map(({ no }) => this.texts.get(lastNotAbove(this.book.texts, no)))
      )
      return pages.map(({ no }, i) => pieces[i][no])
    }
  }

  /** Call `note(section, place)` for each place that a list of the index names. */
  self.Cari.walk = function(places, note) {
    let section = 0
    for (let i = 0; i < places.length;) {
      section += places[i++]
      let place = 0, more = 1
      while (more) {
        more = places[i] & 1
        place += places[i++] >> 1
        note(section, place)
      }
    }
  }
}
