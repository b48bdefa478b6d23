/*
 * Ranking: which pages answer a query, in which order, and with which of their sections.
 *
 * In this order: pages with all words before those that lack one, where a page that is no SOP must have them in one
 * section, since a long list holds any word somewhere; SOPs in force before withdrawn and
 * superseded ones; the SOP of just that name (or number), then names that hold the words, then steps, then words
 * strewn over a page; SOPs before the pages that list them.
 *
 * Part of the search worker (../cari.js).
 */
"use strict"

self.Cari ??= {}

{
  /** Sections of a page that are handed on. */
  const SECTIONS = 6

  /** Sections that are shown unfolded when they are the best of their page, and how near they come to it. */
  const SHOWN = 3
  const NEAR_BEST = 0.8

  /** What words side by side add, as typed; and what words outside the best paragraph still count. */
  const SIDE_BY_SIDE = 0.5
  const ELSEWHERE = 0.2

  /** Drafts, and versions whose day has not come, stand behind their equals. */
  const DRAFT = 0.95
  const NOT_YET = new Set(["draf", "akan"])
  const RETIRED = new Set(["digantikan", "dicabut"])

  /** Weights of title and paragraphs, by kind of section; the last one holds for all paragraphs after it. */
  const FIELDS = ["title", "text"]
  const WEIGHTS = {
    sop: [[1], [0.6]],
    step: [[1.15], [1, 1.1, 0.7, 0.6]], // role; kegiatan, output, kelengkapan, all else
    part: [[0.5], [0.4]],
    other: [[1], [0.7]]
  }

  /** A page that is no SOP stands so much lower; a list that is named just as typed, behind so many SOPs at most. */
  const BEFORE_LIST = 3
  const BELOW = 0.6

  /** How much of an office's name must be typed for its page to come before its SOPs. */
  const OFFICE = 0.5
  const TIER = { asked: 6, exact: 4, office: 3.9, name: 3, section: 2, list: 1.5, page: 1, low: 0.5 }

  /** What a word that says little counts, beside one that says something. */
  const LIGHT = 0.2

  /** What each word in the headings of a page of the guide adds to its score, where the guide is asked for. */
  const GUIDE_TITLE = 2

  /** How far a page answers a word that says the same only otherwise. */
  const OTHERWISE = 0.85

  /** What pages are about whose kind the index does not tell, by how their address begins. */
  const KINDS = [
    ["panduan/", "panduan"], ["dasar-hukum/", "dasar-hukum"], ["dokumen/", "dokumen"],
    ["pelaksana/", "pelaksana"], ["singkatan/", "singkatan"], ["mutu/", "mutu"]
  ]

  const bits = mask => {
    let count = 0
    for (; mask; mask &= mask - 1) count++
    return count
  }

  /** The words that say which. */
  const heavyOf = slots => slots.reduce((mask, slot, s) => slot.light ? mask : mask | 1 << s, 0)

  /** Which words stand in the heading of a section; with `weak`, also those that only begin like one there. */
  function titled({ cells }, weak = false) {
    let mask = 0
    for (let i = 0; i < cells.length; i += 4)
      if (cells[i + 2] === 0 && (weak || cells[i + 1] > self.Cari.WEAK)) mask |= 1 << cells[i]
    return mask
  }

  /** Whether a page is that list; its address has a file's name in a book that is read from a disk. */
  const isList = ({ ref }, list) => ref === list || ref === `${list}index.html`

  const plain = html => html.replace(/<[^>]*>/g, "")

  /** The number of a regulation, or its year. */
  const NUMBER = /^\d{1,4}$/

  /** Pages that are looked at closely; of more, those that answer most of the words, and by their names. */
  const CLOSELY = 800

  self.Cari.Ranking = class {
    /** `tokenize` cuts plain text into words as the index does. */
    constructor(book, words, tokenize) {
      this.book = book
      this.words = words
      this.tokenize = tokenize
      for (const page of book.pages) this.#about(page)
      this.offices = new self.Cari.Offices(book, words, tokenize)
    }

    /** What ranking asks of a page, beside what the book says. */
    #about(page) {
      const { ref, names, status, listed, title, jenis } = page
      Object.assign(page, {
        status: status || "berlaku",
        jenis: jenis || (KINDS.find(([start]) => ref.startsWith(start))?.[1] ?? "daftar"),
        sop: names.length > 0 && !listed, list: listed, names: names.length ? names : [plain(title)],
        retired: RETIRED.has(status), draft: NOT_YET.has(status)
      })
    }

    #kind(section, page) {
      if (!page.sop) return WEIGHTS.other
      return section === page.first ? WEIGHTS.sop : this.book.isStep(section) ? WEIGHTS.step : WEIGHTS.part
    }

    /**
     * Rank what answers a query.
     *
     * Returns pages, best first, each with its sections, best first:
     * [{ ref, best, sections: [{ ref, mask, weak }] }], where `best` counts the sections to unfold; the bits of
     * `mask` tell which words are answered there or by the name of the page, those of `weak` which almost are.
     */
    rank({ slots, excluded, intent }, postings, { instansi = "", saring = {} } = {}) {
      if (!slots.length) return this.#finish(this.#browse(intent, instansi), instansi, saring)
      const masks = this.#masks(slots, excluded, postings)
      const value = this.#values(masks, slots)
      const pages = this.#group(this.#collect(slots, postings, this.#close(masks, value)))
      const wanted = this.#wanted(slots)
      const offices = this.offices.named(slots, postings)
      const asks = slots.reduce((mask, slot, s) => slot.asks ? mask | 1 << s : mask, 0)
      const arti = this.#entries(pages, slots)
      for (const page of pages) this.#judge(page, slots, value, wanted, asks)
      const law = slots.filter(({ word }) => NUMBER.test(word)).length > 1 &&
        !pages.some(({ about, named }) => about.sop && named === 1)
      for (const page of pages) {
        this.#asked(page, asks, slots, intent)
        if (law && this.#law(page, slots)) Object.assign(page, { asked: true, tier: TIER.asked })
        this.#documents(page, slots, offices)
        page.ofNamed = self.Cari.ofNamed(page, offices, value, slots)
        page.coverage = this.#covered(page, slots, value, this.#inName(page, heavyOf(slots)))
      }
      const total = value.reduce((sum, v, s) => slots[s].light ? sum : sum + v, 0)
      const ranked = this.#place(self.Cari.order(pages, { ...intent, instansi, total }))
      return Object.assign(this.#finish(ranked, instansi, saring), { worth: total || 1, arti })
    }

    /** Which words its name answers; of a page of the kind that was asked for, and where one step has all, all. */
    #inName({ about, asked, head, sections, sections: [best] }, heavy) {
      if (asked) return -1
      if (about.retired || about.list && about.jenis !== "instansi") return 0
      if (!about.sop) return best === head ? head.titled : best.titled
      return sections.some(({ own }) => (own & heavy) === heavy) ? -1 : head?.titled ?? 0
    }

    /**
     * What is answered of all that was asked: words that say the same otherwise count a little less, and so do those
     * that do not stand in the name.
     */
    #covered({ answered, direct }, slots, value, inName = -1) {
      return value.reduce((sum, v, s) =>
        answered >> s & 1 && !slots[s].light
          ? sum + v * (direct >> s & 1 ? 1 : OTHERWISE) * (inName >> s & 1 ? 1 : self.Cari.INSIDE) : sum, 0)
    }

    /**
     * Leave what the reader wants to see, and say of each page in which group it stands and of the first whether it
     * stands out (`tegas`). `hitung` of the pages tells how many results there are of each group.
     */
    #finish(pages, instansi, saring) {
      const wanted = pages.filter(({ about }) =>
        (!saring.instansi || about.instansi === saring.instansi) &&
        (!saring.status || !about.sop || about.status === saring.status)
      )
      const hitung = {}
      for (const page of wanted) {
        page.kelompok = self.Cari.groupOf(page, this.book.isStep(page.sections[0].no))
        page.results = self.Cari.resultsOf(page)
        hitung[page.kelompok] = (hitung[page.kelompok] ?? 0) + page.results
      }
      const shown = saring.kelompok ? wanted.filter(({ kelompok }) => kelompok === saring.kelompok) : wanted
      if (shown.length) shown[0].tegas = self.Cari.standsOut(shown, { instansi })
      return Object.assign(shown, { hitung })
    }

    /** Without a word that says which: the list of all SOPs, then those of the status that is asked for. */
    #browse({ status, kinds, list = "sop/" }, instansi) {
      const about = this.book.pages.filter(page =>
        isList(page, list) || (page.sop && (!status || page.status === status))
      )
      const pages = about.map(about => ({
        ref: about.ref, about, coverage: 0, tier: about.sop ? TIER.page : TIER.asked, score: 0, best: 1,
        sections: [{ no: about.first, mask: 0, weak: 0 }]
      }))
      return self.Cari.order(pages, { kinds, status, instansi, total: 0 })
    }

    /** A page of the kind that was asked for has the words that said so; it comes first where it has all others. */
    #asked(page, asks, slots, { kinds, list, sop }) {
      const { about, sections: [best] } = page
      const heavy = heavyOf(slots)
      if (isList(page, list) && slots.every(slot => slot.asks)) {
        page.asked = true
        page.tier = TIER.asked
      }
      if (kinds.has(about.jenis)) {
        const there = about.jenis === "pelaksana" ? page.head?.mask ?? 0 : best.mask
        page.asked = (heavy & ~there) === 0 || (about.jenis === "panduan" && (heavy & best.titled) !== 0)
        if (page.asked && (heavy & ~there) === 0) page.tier = TIER.asked
        if (about.jenis === "panduan") page.score += GUIDE_TITLE * bits(heavy & (best.titled | (page.head?.titled ?? 0)))
        if (sop && /\bsop\b/i.test(about.names[0])) page.score += 1
      }
      if (page.asked) {
        page.answered |= asks
        page.direct |= asks
      }
    }

    /** "perpres 29 2014" asks for that regulation. */
    #law({ about, sections: [best] }, slots) {
      const heavy = heavyOf(slots)
      const numbers = slots.reduce((mask, { word }, s) => NUMBER.test(word) ? mask | 1 << s : mask, 0)
      return about.jenis === "dasar-hukum" && (best.titled & numbers) === numbers && (best.mask & heavy) === heavy
    }

    /** The entries of the list of abbreviations for just what was typed, beside words that ask what it means. */
    #entries(pages, slots) {
      const whole = ({ no, cells }) => {
        const [typed, places] = [new Set(), new Set()]
        for (let i = 0; i < cells.length; i += 4) {
          if (FIELDS[cells[i + 2]] !== "title" || cells[i + 1] < 1) continue
          typed.add(cells[i])
          places.add(cells[i + 3])
        }
        return places.size === this.book.titleWords(no) && slots.every((slot, s) => slot.asks || typed.has(s))
      }
      return pages.filter(({ about }) => about.jenis === "singkatan")
        .flatMap(({ sections }) => sections.filter(whole).map(({ no }) => no))
    }

    /** "dokumen banggai" asks for the list of an office's documents. */
    #documents(page, slots, { ids, mask }) {
      const { about, head } = page
      if (about.jenis !== "dokumen" || !head || !ids.has(about.instansi) || !slots.some(({ word }) => word === "dokumen")) return
      if (!slots.every((slot, s) => slot.light || mask >> s & 1)) return
      page.asked = true
      page.tier = TIER.asked
    }

    /**
     * Page number -> which words it answers, and which with its name; of pages that may be answers.
     *
     * The first, quick look: of the places only the sections are read.
     */
    #masks(slots, excluded, postings) {
      const { owner, pages } = this.book
      const [all, named] = [new Int32Array(pages.length), new Int32Array(pages.length)]
      const touched = new Set()
      const each = (token, note) => {
        for (const places of postings.get(token) ?? [])
          self.Cari.walk(places, section => note(owner[section], section))
      }
      for (const [s, { tokens }] of slots.entries())
        for (const [token, weight] of tokens)
          each(token, (no, section) => {
            touched.add(no)
            if (weight <= self.Cari.WEAK) return
            all[no] |= 1 << s
            if (section === pages[no].first) named[no] |= 1 << s
          })
      for (const token of excluded) each(token, no => touched.delete(no))
      const must = slots.reduce((mask, slot, s) => slot.must ? mask | 1 << s : mask, 0)
      return [...touched].filter(no => pages[no].ref && (all[no] & must) === must)
        .map(no => ({ no, mask: all[no], named: named[no] }))
    }

    /** The pages that are worth a closer look: of very many, those with most of the words. */
    #close(masks, value) {
      const worth = mask => value.reduce((sum, v, s) => mask >> s & 1 ? sum + v : sum, 0)
      const near = masks.length <= CLOSELY ? masks : masks
        .map(page => ({ ...page, worth: worth(page.mask), name: worth(page.named) }))
        .sort((a, b) => b.worth - a.worth || b.name - a.name || a.no - b.no)
        .slice(0, CLOSELY)
      return new Set(near.map(({ no }) => no))
    }

    /** Section -> which words it answers, and where: [slot, weight, field, position, ...]. */
    #collect(slots, postings, close) {
      const { owner } = this.book
      const hits = new Map()
      for (const [s, { tokens }] of slots.entries())
        for (const [token, weight] of tokens)
          for (const f of FIELDS.keys())
            self.Cari.walk(postings.get(token)?.[f] ?? [], (no, place) => {
              if (!close.has(owner[no])) return
              let hit = hits.get(no)
              if (!hit) hits.set(no, hit = { no, mask: 0, direct: 0, weak: 0, cells: [] })
              if (weight > self.Cari.WEAK) hit.mask |= 1 << s
              else hit.weak |= 1 << s
              if (weight > self.Cari.INSTEAD) hit.direct |= 1 << s
              hit.cells.push(s, weight, f, place)
            })
      return hits
    }

    #group(hits) {
      const pages = new Map()
      for (const hit of hits.values()) {
        const about = this.book.pageOf(hit.no)
        let page = pages.get(about)
        if (!page) pages.set(about, page = { ref: about.ref, about, mask: 0, direct: 0, sections: [] })
        page.mask |= hit.mask
        page.direct |= hit.direct
        page.sections.push(hit)
      }
      return [...pages.values()]
    }

    /** What each word is worth: rare ones more. */
    #values(masks, slots) {
      return slots.map((_, s) => {
        const number = masks.reduce((sum, { mask }) => sum + (mask >> s & 1), 0)
        return Math.log(1 + this.book.pages.length / (number || 1)) * (slots[s].light ? LIGHT : 1)
      })
    }

    /** The tokens that answer a word by more than `least`, each with how far it does. */
    #wanted(slots, least = self.Cari.WEAK) {
      const wanted = new Map()
      for (const { tokens } of slots)
        for (const [token, weight] of tokens)
          if (weight > least && wanted.get(token) !== 1)
            wanted.set(token, weight === self.Cari.INSTEAD ? OTHERWISE : 1)
      return wanted
    }

    /** Find the best sections of a page, and on which tier it stands. */
    #judge(page, slots, value, wanted, asks) {
      const { about, sections } = page
      const head = sections.find(({ no }) => no === about.first)
      const begun = head && about.sop && this.#begin(page, head)
      if (begun) wanted = this.#wanted(slots, 0)
      const all = this.#covered({ answered: page.mask, direct: page.direct }, slots, value)
      for (const hit of sections) {
        hit.score = this.#score(hit, this.#kind(hit.no, about), slots, value)
        hit.titled = titled(hit)
        hit.own = hit.direct
        hit.mask |= head?.mask ?? 0
        hit.direct |= head?.direct ?? 0
        hit.worth = this.#covered({ answered: hit.mask, direct: hit.direct }, slots, value)
        hit.full = hit.worth >= all - 1e-9
      }
      const named = head && (head.full ? this.#named(about.names, wanted) : 0)
      page.head = head
      page.named = head ? named || this.#named(about.names, wanted) : 0
      sections.sort((a, b) =>
        (named && (b === head) - (a === head)) ||
        bits(b.mask) - bits(a.mask) || bits(b.direct) - bits(a.direct) || b.score - a.score || a.no - b.no
      )
      const [best] = sections
      page.answered = about.sop ? page.mask : best.mask
      page.tier = named ? (named === 1 ? TIER.exact : TIER.name)
        : best.full && best !== head ? TIER.section : TIER.page
      if (!about.sop) page.tier = this.#lower(page, best, wanted)
      page.score = (best.score + (named || 0)) * (about.draft ? DRAFT : 1)
      page.best = best === head ? 1 : sections.filter(
        (hit, i) => i < SHOWN && bits(hit.mask) === bits(best.mask) && hit.score >= NEAR_BEST * best.score
      ).length
      page.sections = sections.slice(0, SECTIONS)
    }

    /** A word that the name of an SOP begins with is answered there: "vaksin" means "Vaksinasi" too. */
    #begin(page, head) {
      const begun = head.weak & titled(head, true)
      for (const one of [head, page]) {
        one.mask |= begun
        one.direct |= begun
      }
      return begun
    }

    /** Pages that are no SOP stand behind those that are, most of all those that list them. */
    #lower({ tier, about }, best, wanted) {
      const head = best.no === about.first
      if (about.jenis === "instansi" && head && best.full && this.#named(about.names, wanted) >= OFFICE)
        return TIER.office
      if (!about.list) return tier - BELOW
      const named = head ? this.#named(about.names, wanted) : this.#heading(best)
      return best.full && named === 1 ? TIER.list : TIER.low
    }

    /** How much of the heading of a section was typed, from 0 to 1. */
    #heading({ no, cells }) {
      const typed = new Set()
      for (let i = 0; i < cells.length; i += 4)
        if (FIELDS[cells[i + 2]] === "title" && cells[i + 1] > self.Cari.WEAK) typed.add(cells[i + 3])
      return typed.size / (this.book.titleWords(no) || Infinity)
    }

    /** How much of the best fitting name was typed, from 0 to 1. */
    #named(names, wanted) {
      return Math.max(...names.map(name => {
        const list = this.tokenize(name)
        const together = this.words.together(list)
        let [typed, all] = [0, 0]
        for (const [i, word] of list.entries()) {
          if (this.words.functional.has(word)) continue
          all++
          const { pair, meanings = [] } = together?.[i] ?? {}
          const tokens = [word, ...meanings, ...pair ? [self.Cari.JOINED + pair] : []]
          typed += Math.max(...tokens.map(token => wanted.get(token) ?? 0))
        }
        return all ? typed / all : 0
      }))
    }

    /** Score a section: its best paragraph, and a little for the words that stand elsewhere in it. */
    #score({ cells }, weights, slots, value) {
      const blocks = this.#blocks(cells, weights)
      let [top, where] = [0, undefined]
      for (const block of blocks) {
        let sum = 0
        for (const [s, word] of block.words) sum += word.weight * value[s]
        const score = block.weight * sum * (1 + SIDE_BY_SIDE * this.#near(block.words, slots))
        if (score > top) [top, where] = [score, block]
      }
      const best = new Array(slots.length).fill(0)
      for (const { weight, words } of blocks)
        for (const [s, word] of words)
          if (!where.words.has(s)) best[s] = Math.max(best[s], weight * word.weight * value[s])
      return top + ELSEWHERE * best.reduce((sum, score) => sum + score, 0)
    }

    /** The paragraphs in which words were found: their weight, and word -> its weight and places. */
    #blocks(cells, weights) {
      const blocks = new Map()
      for (let i = 0; i < cells.length; i += 4) {
        const [s, weight, f, position] = [cells[i], cells[i + 1], cells[i + 2], cells[i + 3]]
        const number = position >>> 12
        const key = f * 4096 + number
        let block = blocks.get(key)
        if (!block) {
          const list = weights[f]
          block = { weight: list[Math.min(number, list.length - 1)], words: new Map() }
          blocks.set(key, block)
        }
        let word = block.words.get(s)
        if (!word) block.words.set(s, word = { weight: 0, places: [] })
        if (weight > word.weight) word.weight = weight
        word.places.push(position)
      }
      return [...blocks.values()]
    }

    /** Which part of the typed words stand side by side in a paragraph, in the order of typing. */
    #near(words, slots) {
      if (slots.length < 2 || words.size < 2) return 0
      let pairs = 0
      for (let s = 1; s < slots.length; s++) {
        const [before, after] = [words.get(s - 1), words.get(s)]
        if (!before || !after) continue
        const gap = Math.max(1, slots[s].at - slots[s - 1].at || 1)
        if (before.places.some(p => after.places.some(q => q - p >= 0 && q - p <= gap))) pairs++
      }
      return pairs / (slots.length - 1)
    }

    /** Bring the lists that are named as typed forward. */
    #place(pages) {
      const [first] = pages
      if (!first) return pages
      const lists = pages.filter(page =>
        page.tier === TIER.list && page.coverage === first.coverage && !page.about.retired
      )
      const rest = pages.filter(page => !lists.includes(page))
      const above = rest.findIndex(page =>
        page.about.retired || page.tier < TIER.list || page.coverage < first.coverage
      )
      const at = Math.min(BEFORE_LIST, above < 0 ? rest.length : above)
      return [...rest.slice(0, at), ...lists, ...rest.slice(at)]
    }
  }
}
