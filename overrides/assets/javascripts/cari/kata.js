/*
 * The words of the handbook: their roots, pairs that are one word, and abbreviations with their meanings.
 *
 * Part of the search worker (../cari.js). The table comes with the search index, from
 * buku_sop/adapters/cari/word_table.py.
 */
"use strict"

self.Cari ??= {}

{
  /** Affixes taken off at most, and letters left at least: as in buku_sop/analysis/kata/tabel.py. */
  const STEPS = 4
  const SHORTEST = 3

  /** Tokens that stand for more than a word begin so, and no typed beginning reaches them. */
  const JOINED = "_"

  self.Cari.JOINED = JOINED

  /** Prefixes of speech, with the letters that they swallow. */
  const SPOKEN = [["nge", [""]], ["ny", ["s", "c"]], ["ng", ["", "k"]], ["n", ["t"]], ["m", ["p"]]]

  const NONE = []

  /** First word -> second word -> what they are written as one. */
  function byFirst(pairs) {
    const first = new Map()
    for (const [pair, joined] of Object.entries(pairs)) {
      const [a, b] = pair.split(" ")
      first.set(a, (first.get(a) ?? new Map()).set(b, joined))
    }
    return first
  }

  self.Cari.Words = class {
    constructor({
      akar, frasa, utuh, tugas, lisan = "", ringan = "", awalan, akhiran, varian = {}, arti = [], padanan = {}
    }) {
      this.family = new Map(Object.entries(akar).map(([root, list]) => [root, list.split(" ")]))
      this.rootOf = new Map([...this.family].flatMap(
        ([root, list]) => list.map(word => [word, root])
      ))
      this.variants = new Map(Object.entries(varian))
      this.pairs = byFirst(frasa)
      this.literal = byFirst(utuh)
      this.whole = new Set(Object.values(utuh))
      this.parts = new Map([...Object.entries(utuh), ...Object.entries(frasa)].map(
        ([pair, joined]) => [joined, pair.split(" ")]
      ))
      this.functional = new Set(tugas.split(" "))
      /** What counts as a function word in a query only, and roots that say little there. */
      this.spoken = new Set(lisan.split(" "))
      this.light = new Set(ringan.split(" "))
      this.prefixes = awalan
      this.suffixes = akhiran
      this.meanings = arti.map(phrases => phrases.map(phrase => phrase.split(" ")))
      this.phrases = this.#phrases()
      this.synonyms = this.#synonyms(padanan)
    }

    /** By the root of its first word, every everyday word or phrase with what SOPs say instead; the longest first. */
    #synonyms(table) {
      const first = new Map()
      for (const [phrase, others] of Object.entries(table)) {
        const words = phrase.split(" ")
        const roots = words.map(word => this.root(word))
        const entry = { words, roots, length: words.length, others: others.map(other => other.split(" ")) }
        first.set(roots[0], [...first.get(roots[0]) ?? [], entry].sort((a, b) => b.roots.length - a.roots.length))
      }
      return first
    }

    /** Words that people type though no page has them: those that SOPs say otherwise, and those that say nothing. */
    get everyday() {
      return [...[...this.synonyms.values()].flat().flatMap(({ words }) => words), ...this.functional, ...this.spoken]
    }

    /**
     * What SOPs say instead of the words that begin at a place of a query: { length, others }, or undefined. A word that no page
     * has may have affixes, of writing or of speech: "discan", "ngeprint".
     */
    instead(list, at, isOnPage) {
      const root = this.root(list[at])
      return this.#instead(root, list, at) ?? (isOnPage(list[at]) ? undefined : this.#insteadOfForm(list, at))
    }

    #instead(root, list, at) {
      return this.synonyms.get(root)?.find(
        ({ roots }) => roots.every((root, k) => !k || (at + k < list.length && root === this.root(list[at + k])))
      )
    }

    #insteadOfForm(list, at) {
      for (const form of [...this.candidates(list[at]), ...this.spokenForms(list[at])])
        if (form.length > SHORTEST || this.synonyms.has(form)) {
          const found = this.#instead(this.root(form), list, at)
          if (found) return found
        }
    }

    /** By the root of its first word, every phrase that says some meaning; the longest first. */
    #phrases() {
      const known = new Map()
      for (const [i, phrases] of this.meanings.entries())
        for (const phrase of phrases) {
          const roots = phrase.map(word => this.root(word))
          const key = roots.join(" ")
          const entry = known.get(key) ?? known.set(key, { roots, tokens: [] }).get(key)
          entry.tokens.push(`${JOINED}${i}`)
        }
      const first = new Map()
      for (const entry of [...known.values()].sort((a, b) => b.roots.length - a.roots.length)) {
        const [root] = entry.roots
        first.set(root, [...first.get(root) ?? [], entry])
      }
      return first
    }

    /** Root of a word that stands on a page. */
    root(word) {
      return this.rootOf.get(word) ?? this.variants.get(word) ?? word
    }

    /**
     * What neighbouring words say together: for each word that has part in something, the root of its pair
     * ("tanda tangan": tandatangan) and the tokens of the meanings of its phrase. Undefined if none has.
     */
    together(list) {
      const roots = list.map(word => this.root(word))
      let result
      const note = (i, what) => {
        result ??= new Array(list.length)
        result[i] = { meanings: NONE, ...result[i], ...what }
      }
      for (let i = 0; i < list.length - 1; i++) {
        const pair = this.literal.get(list[i])?.get(list[i + 1]) ?? this.pairs.get(roots[i])?.get(roots[i + 1])
        if (!pair) continue
        note(i + 1, { pair })
        note(i, { pair })
      }
      for (let i = 0; i < list.length;) {
        const phrase = this.phrases.get(roots[i])?.find(
          phrase => phrase.roots.every((root, k) => root === roots[i + k])
        )
        const end = i + (phrase?.roots.length ?? 1)
        for (; i < end; i++) if (phrase) note(i, { meanings: phrase.tokens })
      }
      return result
    }

    /** What may be left of a word without its affixes, fewest affixes taken off first. */
    * candidates(word) {
      const steps = new Map([[word, 0]])
      for (const [current, taken] of steps) {
        if (taken) yield current
        if (taken < STEPS)
          for (const shorter of this.#shorter(current))
            if (shorter.length >= SHORTEST && !steps.has(shorter)) steps.set(shorter, taken + 1)
      }
    }

    * #shorter(word) {
      for (const suffix of this.suffixes)
        if (word.endsWith(suffix)) yield word.slice(0, -suffix.length)
      for (const [prefix, swallowed] of this.prefixes)
        if (word.startsWith(prefix))
          for (const letter of swallowed) yield letter + word.slice(prefix.length)
    }

    /** What a word may be that is typed as it is spoken, without "me": nulis, ngirim, minjam, bayarin. */
    * spokenForms(word) {
      const bare = word.endsWith("in") ? [word, word.slice(0, -2)] : [word]
      for (const form of bare) {
        if (form !== word) yield form
        for (const [prefix, letters] of SPOKEN)
          if (form.startsWith(prefix))
            for (const letter of letters) {
              const guess = letter + form.slice(prefix.length)
              if (guess.length > SHORTEST) yield guess
            }
      }
    }

    /** Root of a typed word, which need not stand on any page; undefined if it has none here. */
    find(word, isOnPage) {
      const known = guess => this.rootOf.has(guess) || this.family.has(guess) ||
        this.parts.has(guess) || isOnPage(guess) || isOnPage(this.root(guess))
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

    /** The words of the meaning that a token stands for. */
    spelledOut(token) {
      return this.meanings[token.slice(JOINED.length)][0]
    }

    /** The words that a token which stands for more than a word may stand on. */
    spelled(token) {
      const name = token.slice(JOINED.length)
      return this.parts.get(name) ?? this.meanings[name]?.flat() ?? []
    }
  }
}
