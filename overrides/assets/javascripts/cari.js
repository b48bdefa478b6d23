/*
 * Search worker: Material's own worker, taught Indonesian.
 *
 * The page names this file as its search worker and Material's file after the question mark
 * (cari.js?search.<hash>.min.js). Here Material's worker is loaded unchanged, then two places of
 * lunr are extended with the table of words that the build put into the search index ("kata"):
 *
 * - Indexing: two neighbouring words that form one ("tanda tangan") get a common extra token, so
 *   that "menandatangani" finds them; "perundang-undangan" no longer counts as "undangan".
 * - Searching: a plain word also finds the other words of its root ("ukur": pengukuran, mengukur).
 *   Words with +, -, ~, ^ or in quotation marks stay exactly what was typed.
 *
 * Without the table, search is what Material makes it. Runs as a worker, and from file:// inside
 * the iframe of the worker shim, where importScripts is asynchronous.
 */
"use strict"

{
  /** Most words of one page that are handed on for highlighting; more would flood the address. */
  const HIGHLIGHTS = 12

  /**
   * Ranking: the typed word counts 1, another word of its root less; a page where a word merely
   * begins like it comes after these, and a page that lacks one of the words after all others, even
   * if its title has it (Material counts a title 1,000 times and a tag 1,000,000 times).
   */
  const BOOST = { root: 0.6, beginning: 1e-4, missing: 1e-8 }

  /** Affixes taken off at most, and letters left at least: as in macros/analysis/kata.py. */
  const STEPS = 4
  const SHORTEST = 3

  /** Joined tokens start so that no typed beginning reaches them. */
  const JOINED = "_"

  /** The table of words, read back from its compact form. */
  class Words {
    constructor({ akar, frasa, utuh, tugas, awalan, akhiran }) {
      this.family = new Map(Object.entries(akar).map(([root, list]) => [root, list.split(" ")]))
      this.rootOf = new Map([...this.family].flatMap(
        ([root, list]) => list.map(word => [word, root])
      ))
      this.pairs = new Map(Object.entries(frasa))
      this.literal = new Map(Object.entries(utuh))
      this.whole = new Set(this.literal.values())
      this.parts = new Map([...this.literal, ...this.pairs].map(
        ([pair, joined]) => [joined, pair.split(" ")]
      ))
      this.functional = new Set(tugas.split(" "))
      this.prefixes = awalan
      this.suffixes = akhiran
    }

    /** Root of a word that stands on a page. */
    root(word) {
      return this.rootOf.get(word) ?? word
    }

    /** The one root that two words form together ("tanda tangan": tandatangan), if any. */
    pair(first, second) {
      if (first && second)
        return this.literal.get(`${first} ${second}`) ??
          this.pairs.get(`${this.root(first)} ${this.root(second)}`)
    }

    /** What may be left of a word without its affixes, fewest affixes taken off first. */
    * candidates(word) {
      const steps = new Map([[word, 0]])
      for (const [current, taken] of steps) {
        if (taken) yield current
        if (taken < STEPS)
          for (const shorter of this.shorter(current))
            if (shorter.length >= SHORTEST && !steps.has(shorter)) steps.set(shorter, taken + 1)
      }
    }

    * shorter(word) {
      for (const suffix of this.suffixes)
        if (word.endsWith(suffix)) yield word.slice(0, -suffix.length)
      for (const [prefix, swallowed] of this.prefixes)
        if (word.startsWith(prefix))
          for (const letter of swallowed) yield letter + word.slice(prefix.length)
    }

    /** Root of a typed word, which need not stand on any page; undefined if it has none here. */
    find(word, isOnPage) {
      const known = guess => this.rootOf.has(guess) || this.family.has(guess) ||
        this.parts.has(guess) || isOnPage(guess)
      if (known(word)) return this.root(word)
      for (const guess of this.candidates(word))
        if (known(guess)) return this.root(guess)
    }

    /** Tokens on the pages that belong to a root, itself included. */
    tokens(root) {
      const own = this.functional.has(root) ? [] : [root]
      const joined = this.parts.has(root) ? [JOINED + root] : []
      return [...own, ...joined, ...(this.family.get(root) ?? [])]
    }
  }

  /** The table of the index that was last set up. */
  let words

  /** Address of a result -> typed word -> words of the page that it found. */
  let found = new Map()

  /** Pipeline function of the index: two words that form one get a common token. */
  function join(token, i, tokens) {
    const text = token.toString()
    const pair = words.pair(text, tokens[i + 1]?.toString()) ??
      words.pair(tokens[i - 1]?.toString(), text)
    if (!pair) return token
    const joined = token.clone(() => JOINED + pair)
    return words.whole.has(pair) ? joined : [token, joined]
  }

  /** A word as people type it: Material adds the asterisk to every word without a modifier. */
  const isPlain = ({ term, presence }, lunr) =>
    presence === lunr.Query.presence.OPTIONAL && /^[^*]+\*$/.test(term)

  /**
   * Add to a parsed query what belongs to the roots of its words.
   *
   * Returns the typed words, each with the set of tokens that count as finding it.
   */
  function expand(query, index, lunr) {
    const typed = query.clauses.filter(clause => isPlain(clause, lunr))
    const content = typed.filter(({ term }) => !words.functional.has(term.slice(0, -1)))
    const isOnPage = word => word in index.invertedIndex
    const wanted = new Map()

    /* Tokens that count as finding a typed word */
    const add = (word, { fields }, tokens, boost) => {
      const list = wanted.get(word) ?? wanted.set(word, new Set()).get(word)
      for (const token of tokens.filter(isOnPage)) {
        if (!list.has(token)) query.term(token, { fields, boost, usePipeline: false })
        list.add(token)
      }
    }

    const spelled = content.map(({ term }) => term.slice(0, -1))
    const dropped = new Set(content.length ? typed.filter(clause => !content.includes(clause)) : [])
    for (const [i, clause] of content.entries()) {
      const word = spelled[i]
      const pair = words.pair(word, spelled[i + 1]) ?? words.pair(spelled[i - 1], word)
      const root = pair ?? words.find(word, isOnPage)
      if (root === undefined) continue
      if (!pair && isOnPage(word)) add(word, clause, [word], 1)
      add(word, clause, words.tokens(root), pair ? 1 : BOOST.root)

      /* A known word is a word; only the last one may be the beginning of another */
      clause.boost = BOOST.beginning
      if (pair || clause !== typed[typed.length - 1]) dropped.add(clause)
    }
    query.clauses = query.clauses.filter(clause => !dropped.has(clause))
    return new Map(spelled.map(word => [word, wanted.get(word) ?? new Set()]))
  }

  /**
   * Note which typed words each result answers, and put pages that answer fewer behind the others.
   *
   * A word answered by its family is noted as if it stood there itself: Material marks a word as
   * missing when no token of the result begins with it.
   */
  function annotate(results, wanted) {
    const pages = new Map()
    found = new Map()
    for (const { ref, matchData: { metadata } } of results) {
      const tokens = Object.keys(metadata)
      const answers = new Map()
      for (const [word, list] of wanted) {
        const hits = tokens.filter(token => list.has(token) || token.startsWith(word))
        if (!hits.length) continue
        answers.set(word, hits.flatMap(hit => words.parts.get(hit.slice(JOINED.length)) ?? hit))
        metadata[word] ??= {}
      }
      separate(metadata)
      found.set(ref, answers)
      const page = pages.get(pageOf(ref)) ?? pages.set(pageOf(ref), new Set()).get(pageOf(ref))
      for (const word of answers.keys()) page.add(word)
    }
    const best = Math.max(0, ...[...pages.values()].map(({ size }) => size))
    for (const result of results)
      result.score *= BOOST.missing ** (best - pages.get(pageOf(result.ref)).size)
    return results.sort((a, b) => b.score - a.score)
  }

  const pageOf = ref => ref.split("#", 1)[0]

  /** Keep joined tokens from being marked twice where their words are marked themselves. */
  function separate(metadata) {
    const joined = Object.keys(metadata).filter(token => token.startsWith(JOINED))
    for (const token of joined)
      metadata[token] = Object.fromEntries(Object.entries(metadata[token]).map(([field, match]) => {
        const taken = new Set(Object.keys(metadata).flatMap(
          other => other === token ? [] : metadata[other][field]?.position ?? []
        ))
        return [field, { position: match.position.filter(position => !taken.has(position)) }]
      }))
  }

  /** Extend lunr, once Material's worker has put it into place. */
  function teach(lunr) {
    const { ref } = lunr.Builder.prototype
    const { search } = lunr.Index.prototype
    lunr.Pipeline.registerFunction(join, "frasa")

    /* Material splits words at hyphens by itself; lunr would split them once more, out of order */
    lunr.QueryLexer.termSeparator = /\s+/

    /* Material asks this filter which of the missing words are worth a mention */
    const { stopWordFilter } = lunr
    lunr.stopWordFilter = word => words?.functional.has(`${word}`) ? undefined : stopWordFilter(word)
    lunr.Pipeline.registerFunction(lunr.stopWordFilter, "kata-tugas")

    lunr.Builder.prototype.ref = function(name) {
      if (words) this.pipeline.add(join)
      return ref.call(this, name)
    }

    lunr.Index.prototype.search = function(text) {
      if (!words) return search.call(this, text)
      let wanted
      const results = this.query(query => {
        new lunr.QueryParser(text, query).parse()
        wanted = expand(query, this, lunr)
      })
      return annotate(results, wanted)
    }
  }

  /** Hand the words of each result on for highlighting, in the place of what was typed. */
  function highlight(item) {
    const answers = found.get(item.location)
    if (!answers?.size) return item
    const terms = Object.entries(item.terms).flatMap(([word, hit]) =>
      (hit && answers.get(word) || [word]).map(term => [term, hit])
    )
    return terms.length > HIGHLIGHTS ? item : { ...item, terms: Object.fromEntries(terms) }
  }

  addEventListener("message", ({ data }) => {
    const config = data?.data?.config
    if (config) words = config.kata && new Words(config.kata)
  })

  const post = self.postMessage
  self.postMessage = message => {
    const items = message?.data?.items
    post.call(self, items
      ? { ...message, data: { ...message.data, items: items.map(group => group.map(highlight)) } }
      : message)
  }

  const here = self.document?.currentScript?.src ?? self.location.href
  const [worker] = /search\.\w+\.min\.js/.exec(here) ?? []
  Promise.resolve(importScripts(new URL(`workers/${worker}`, here).href))
    .then(() => teach(self.lunr))
}
