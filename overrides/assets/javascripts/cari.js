/*
 * Search worker: Material's own worker, taught Indonesian and what an SOP is.
 *
 * The page names this file as its search worker and Material's file after the question mark
 * (cari.js?search.<hash>.min.js). Material's worker is loaded unchanged: it reads the pages into lunr's index and
 * marks the words found. What counts as finding a word (cari/kata.js, cari/ejaan.js, cari/kueri.js) and what
 * comes first (cari/peringkat.js) is ours; the build puts what that takes into the search index ("kata", and
 * "nama" and "status" of SOPs).
 *
 * Words with ~, ^ or a field stay what lunr makes of them. Without the table, search is what Material makes
 * it. Runs as a worker, and from file:// inside the iframe of the worker shim, where importScripts is
 * asynchronous.
 */
"use strict"

self.Cari = {}

{
  const PARTS = ["kata", "ejaan", "kueri", "peringkat"]

  /** Pages of an answer that are marked; those after them are only named, with their best section. */
  const MARKED = 40

  /** Most words of one page that are handed on for highlighting; more would flood the address. */
  const HIGHLIGHTS = 12

  /** What the build says about words, and the documents of the index; none without our table. */
  let words, documents, tokenize

  /** What is made from them when it is first asked for. */
  let vocabulary, ranking

  /** The answer to the last query, until it is handed on; none if lunr gave it. */
  let answer

  /** The label before a step's field ("Output: …") says nothing about the step. */
  const LABELS = new Set(["output", "kelengkapan", "waktu", "keterangan"])

  const isLabel = ({ str, metadata: { position } }) =>
    LABELS.has(str) && (position & 0xfffff) === 1 && position >>> 20 > 0

  /**
   * Index a document: what lunr's Builder.add does, without what only its own ranking needs.
   *
   * Words that say something together get common tokens besides, words that only do so get no other.
   */
  function add(doc, attributes) {
    this._documents[doc.location] = attributes ?? {}
    this.documentCount++
    for (const [field, { extractor }] of Object.entries(this._fields)) {
      const tokens = this.pipeline.run(this.tokenizer(extractor(doc)))
      const together = words.together(tokens.map(({ str }) => str))
      for (const [i, token] of tokens.entries()) {
        if (isLabel(token)) continue
        const { pair, meanings } = together?.[i] ?? {}
        if (!words.whole.has(pair)) post(this, token.str, field, doc, token)
        if (pair) post(this, self.Cari.JOINED + pair, field, doc, token)
        if (meanings) for (const meaning of meanings) post(this, meaning, field, doc, token)
      }
    }
  }

  function post(builder, term, field, { location }, { metadata }) {
    let posting = builder.invertedIndex[term]
    if (!posting) {
      builder.invertedIndex[term] = posting = Object.create(null)
      posting._index = builder.termIndex++
      for (const name in builder._fields) posting[name] = Object.create(null)
    }
    const found = posting[field][location] ??= Object.assign(Object.create(null), { position: [] })
    found.position.push(metadata.position)
  }

  /** Work out what lunr's own ranking needs, for the rare query that needs it. */
  function complete(builder, lunr) {
    for (const [term, posting] of Object.entries(builder.invertedIndex))
      for (const field in builder._fields)
        for (const [ref, { position }] of Object.entries(posting[field])) {
          const name = new lunr.FieldRef(ref, field)
          const terms = builder.fieldTermFrequencies[name] ??= Object.create(null)
          terms[term] = position.length
          builder.fieldLengths[name] = (builder.fieldLengths[name] ?? 0) + position.length
        }
  }

  /** Extend lunr, once Material's worker has put it into place. */
  function teach(lunr) {
    const { add: addAll, build } = lunr.Builder.prototype
    const { search, query } = lunr.Index.prototype

    /* Material splits words at hyphens by itself; lunr would split them once more, out of order */
    lunr.QueryLexer.termSeparator = /\s+/

    /* Material asks this filter which of the missing words are worth a mention */
    const { stopWordFilter } = lunr
    lunr.stopWordFilter = word => words?.functional.has(`${word}`) ? undefined : stopWordFilter(word)
    lunr.Pipeline.registerFunction(lunr.stopWordFilter, "kata-tugas")

    lunr.Builder.prototype.add = function(...document) {
      return (words ? add : addAll).apply(this, document)
    }

    /* Our ranking reads the inverted index alone; the rest is made when a query needs lunr's own */
    lunr.Builder.prototype.build = function() {
      if (!words) return build.call(this)
      const { invertedIndex, searchPipeline: pipeline } = this
      const index = new lunr.Index({ invertedIndex, pipeline, fields: Object.keys(this._fields) })
      let built
      const whole = () => {
        if (!built) complete(this, lunr)
        return built ??= build.call(this)
      }
      for (const part of ["fieldVectors", "tokenSet"])
        Object.defineProperty(index, part, { get: () => whole()[part] })
      return index
    }

    lunr.Index.prototype.search = function(text) {
      answer = undefined
      if (!words) return search.call(this, text)
      const parsed = new lunr.Query(this.fields)
      new lunr.QueryParser(text, parsed).parse()
      if (!self.Cari.Query.understands(parsed.clauses, lunr.Query, this.fields))
        return search.call(this, text)
      vocabulary ??= new self.Cari.Vocabulary(this.invertedIndex, words)
      ranking ??= new self.Cari.Ranking([...documents.values()], words, tokenize)
      const asked = new self.Cari.Query(parsed.clauses, lunr.Query, words, vocabulary)
      answer = new Answer(asked, ranking.rank(asked, this.invertedIndex), this)
      return answer.results()
    }

    /* Material asks for titles that begin like what was typed, only to complete the last word */
    lunr.Index.prototype.query = function(ask) {
      if (!answer) return query.call(this, ask)
      const asked = new lunr.Query(this.fields)
      ask.call(asked, asked)
      const [{ term }] = asked.clauses.slice(-1)
      const titled = vocabulary.beginning(term.replace(/\*$/, "")).filter(token => this.invertedIndex[token].title)
      if (!titled.length) return []
      const best = titled.reduce((a, b) => vocabulary.uses(b) > vocabulary.uses(a) ? b : a)
      return [{ matchData: { metadata: { [best]: {} } } }]
    }
  }

  /** What was found, in the forms that Material wants. */
  class Answer {
    constructor(asked, pages, index) {
      this.asked = asked
      this.index = index
      /** Section -> the score that orders it, and the words of the section that answer each typed word. */
      this.sections = new Map()
      for (const [i, { sections, best }] of pages.slice(0, MARKED).entries())
        for (const [k, { ref, mask, weak }] of sections.entries()) {
          const score = pages.length - i - (k < best ? 0 : (k + 1) / 100)
          this.sections.set(ref, { score, mask: mask | weak, found: new Map() })
        }
      this.rest = pages.slice(MARKED).map(({ ref, sections: [best] }, i) =>
        [...new Set([best.ref, ref])].map((location, k) =>
          ({ ...documents.get(location), parent: undefined, terms: {}, score: pages.length - MARKED - i - k / 2 })
        )
      )
      for (const group of this.rest) for (const item of group) shorten(item)
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
      return words.spelled(token).filter(word =>
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
  }

  const escape = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt()};`)

  const here = self.document?.currentScript?.src ?? self.location.href
  const [worker] = /search\.\w+\.min\.js/.exec(here) ?? []
  const waiting = []
  let ready = false

  /* Before Material's worker: nothing is to reach it before it is taught, and our table is for us */
  addEventListener("message", event => {
    if (!ready) {
      waiting.push(event.data)
      event.stopImmediatePropagation()
      return
    }
    const index = event.data?.data
    if (!index?.config) return
    words = index.config.kata && new self.Cari.Words(index.config.kata)
    documents = new Map(index.docs.map(doc => [doc.location, doc]))
    tokenize = text => text.toLowerCase().split(new RegExp(index.config.separator)).filter(Boolean)
    vocabulary = ranking = answer = undefined
  })

  const { postMessage } = self
  self.postMessage = message => {
    const items = answer && message?.data?.items
    postMessage.call(self, items
      ? { ...message, data: { ...message.data, items: answer.items(items) } }
      : message)
  }

  const parts = PARTS.map(part => new URL(`cari/${part}.js`, here).href)
  Promise.resolve(importScripts(...parts, new URL(`workers/${worker}`, here).href)).then(() => {
    teach(self.lunr)
    ready = true
    for (const data of waiting) dispatchEvent(new MessageEvent("message", { data }))
  })
}
