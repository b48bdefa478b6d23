/*
 * Search worker: Material's own worker, taught Indonesian and what an SOP is.
 *
 * The page names this file as its search worker and Material's file after the question mark
 * (cari.js?search.<hash>.min.js). Material's worker is loaded unchanged: it reads the pages into lunr's
 * index (cari/indeks.js) and marks the words found (cari/jawaban.js). What counts as finding a word
 * (cari/kata.js, cari/ejaan.js, cari/kueri.js) and what comes first (cari/peringkat.js) is ours; the build
 * puts what that takes into the search index ("kata", and "nama" and "status" of pages).
 *
 * Words with ~, ^ or a field stay what lunr makes of them. Without the table, search is what Material makes
 * it. Runs as a worker, and from file:// inside the iframe of the worker shim, where importScripts is
 * asynchronous.
 */
"use strict"

self.Cari = {}

{
  const PARTS = ["kata", "ejaan", "indeks", "niat", "kueri", "urutan", "peringkat", "jawaban"]

  /** What the build says about words, and the documents of the index; none without our table. */
  let words, documents, tokenize

  /** What is made from them when it is first asked for. */
  let vocabulary, ranking

  /** The answer to the last query, until it is handed on; none if lunr gave it. */
  let answer

  /** Extend lunr, once Material's worker has put it into place. */
  function teach(lunr) {
    const { add, build } = lunr.Builder.prototype
    const { search, query } = lunr.Index.prototype

    /* Material splits words at hyphens by itself; lunr would split them once more, out of order */
    lunr.QueryLexer.termSeparator = /\s+/

    /* Material asks this filter which of the missing words are worth a mention */
    const { stopWordFilter } = lunr
    lunr.stopWordFilter = word => words?.functional.has(`${word}`) ? undefined : stopWordFilter(word)
    lunr.Pipeline.registerFunction(lunr.stopWordFilter, "kata-tugas")

    lunr.Builder.prototype.add = function(...document) {
      return words ? self.Cari.add(this, words, ...document) : add.apply(this, document)
    }

    /* Our ranking reads the inverted index alone; the rest is made when a query needs lunr's own */
    lunr.Builder.prototype.build = function() {
      if (!words) return build.call(this)
      const { invertedIndex, searchPipeline: pipeline } = this
      const index = new lunr.Index({ invertedIndex, pipeline, fields: Object.keys(this._fields) })
      let built
      const whole = () => {
        if (!built) self.Cari.complete(this, lunr)
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
      const pages = ranking.rank(asked, this.invertedIndex)
      answer = new self.Cari.Answer(asked, pages, this, words, documents)
      return answer.results()
    }

    /* Material asks for titles that begin like what was typed, only to complete the last word */
    lunr.Index.prototype.query = function(ask) {
      if (!answer) return query.call(this, ask)
      const asked = new lunr.Query(this.fields)
      ask.call(asked, asked)
      const [{ term }] = asked.clauses.slice(-1)
      const titled = vocabulary.beginning(term.replace(/\*$/, ""))
        .filter(token => vocabulary.uses(token, ["title"]))
      if (!titled.length) return []
      const best = titled.reduce((a, b) => vocabulary.uses(b) > vocabulary.uses(a) ? b : a)
      return [{ matchData: { metadata: { [best]: {} } } }]
    }
  }

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
