/*
 * A query, read: for each word that was typed, the tokens on the pages that count as finding it.
 *
 * Part of the search worker (../cari.js).
 */
"use strict"

self.Cari ??= {}

{
  /** How much a token counts for the word that was typed. */
  const WEIGHT = { typed: 1, meaning: 0.9, root: 0.8, guess: 0.75, akin: 0.7, instead: 0.6, beginning: 0.15 }

  /** What only begins like a word that is known answers it no more than that: pages with the word come first. */
  self.Cari.WEAK = WEIGHT.beginning

  /** What SOPs say instead of the word that was typed answers it no more than that: pages with the word come first. */
  self.Cari.INSTEAD = WEIGHT.instead

  /** Words that one beginning may stand for. */
  const BEGINNINGS = 60

  /** Forms of a misspelt word without affixes that are tried. */
  const FORMS = 16

  /** Letters that each of two words has at least that were typed as one. */
  const PART = 3

  /** Words of a query that are looked at: each is a bit of a number. */
  const WORDS = 30

  /** Pieces of the index that the beginnings of one word may take. */
  const PIECES = 8

  /** The tokens of the index. */
  self.Cari.Vocabulary = class {
    /** `tokens` are sorted; `counts` tells in how many titles and texts each stands, `pieceOf` in which piece. */
    constructor(tokens, counts, words, pieceOf) {
      this.counts = new Map(tokens.map((token, i) => [token, counts[i]]))
      this.all = tokens.filter(token => !token.startsWith(self.Cari.JOINED))
      this.words = words
      this.pieceOf = pieceOf
    }

    has(token) {
      return this.counts.has(token)
    }

    /** In how many titles and texts a token stands. */
    uses(token) {
      return this.counts.get(token) ?? 0
    }

    /** Tokens that begin like a word, itself not among them; of many, those of the commonest that lie together. */
    beginning(word) {
      let [low, high] = [0, this.all.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if (this.all[middle] <= word) low = middle + 1
        else high = middle
      }
      const found = []
      while (this.all[low]?.startsWith(word) && found.length < BEGINNINGS) found.push(this.all[low++])
      return this.#near(found)
    }

    /** Leave out what would take too many pieces of the index. */
    #near(tokens) {
      const pieces = new Set()
      for (const token of [...tokens].sort((a, b) => this.uses(b) - this.uses(a)))
        if (pieces.size < PIECES) pieces.add(this.pieceOf(token))
      return tokens.filter(token => pieces.has(this.pieceOf(token)))
    }

    get spelling() {
      return this.checker ??= new self.Cari.Spelling(
        [...new Set([...this.all, ...this.words.family.keys(), ...this.words.everyday])],
        word => this.words.functional.has(word) ? 0 : this.uses(word)
      )
    }
  }

  /** A query, from what was typed (`readTyped` in mesin.js). */
  self.Cari.Query = class {
    constructor({ typed, must, excluded }, words, vocabulary) {
      this.words = words
      this.vocabulary = vocabulary
      /** [typed, meant] of each word that was misspelt. */
      this.corrections = []
      this.excluded = excluded
      const exact = must.map(word => ({
        word, must: true, tokens: new Map(vocabulary.has(word) ? [[word, WEIGHT.typed]] : [])
      }))
      this.slots = [...exact, ...this.#read(typed)].slice(0, WORDS)
    }

    /** Read the words without a modifier; function words are left out where others stand beside them. */
    #read(given) {
      const { words } = this
      const typed = this.#parted(given)
      const meant = typed.map((word, i) => this.#meant(word, i === typed.length - 1))
      const { light, dropped, sop } = this.intent = self.Cari.readIntent(meant)
      const idle = (word, at) => dropped.has(at) || words.functional.has(word) || words.spoken.has(word)
      const content = meant.some((word, at) => !idle(word, at) && !light.has(at))
      if (!content && sop && !this.intent.kinds.has("panduan")) return []
      const together = words.together(meant)
      const slots = []
      for (let at = 0; at < typed.length;) {
        const instead = this.#said(meant, at)
        const next = at + (instead?.length ?? 1)
        const places = Array.from({ length: next - at }, (_, k) => at + k)
          .filter(place => !content || light.has(place) || !idle(meant[place], place))
        const own = places.map(place => ({
          word: typed[place], at: place, must: false,
          light: light.has(place) || words.light.has(words.root(meant[place])),
          asks: light.has(place),
          tokens: this.#tokens(
            meant[place], together?.[place], typed[place] !== meant[place], place === typed.length - 1
          )
        }))
        slots.push(...instead && own.length ? this.#instead(own, instead.others) : own)
        at = next
      }
      if (slots.every(slot => slot.light)) for (const slot of slots) slot.light = false
      return slots
    }

    /** Add what SOPs say instead to the words that say it: the first word for the first, and so on. */
    #instead(own, others) {
      const length = Math.max(own.length, ...others.map(other => other.length))
      return Array.from({ length }, (_, i) => {
        const slot = own[Math.min(i, own.length - 1)]
        const tokens = new Map(slot.tokens)
        for (const other of others)
          for (const token of this.#alike(other[Math.min(i, other.length - 1)]))
            if (!(tokens.get(token) >= WEIGHT.instead)) tokens.set(token, WEIGHT.instead)
        return { ...slot, tokens }
      })
    }

    /** The tokens on the pages that stand for a word of the handbook. */
    #alike(word) {
      const root = this.words.find(word, token => this.vocabulary.has(token))
      return [...new Set([word, ...root === undefined ? [] : this.words.tokens(root)])]
        .filter(token => this.vocabulary.has(token))
    }

    /** What SOPs say instead of the words that begin at a place, or of an abbreviation that no page has or spells out. */
    #said(meant, at) {
      const { words, vocabulary } = this
      const said = words.instead(meant, at, word => vocabulary.has(word))
      if (said) return said
      const phrase = words.phrases.get(words.root(meant[at]))?.find(({ roots }) => roots.length === 1)
      if (!phrase || vocabulary.has(meant[at]) || phrase.tokens.some(token => vocabulary.has(token))) return
      return { length: 1, others: phrase.tokens.map(token => words.spelledOut(token)) }
    }

    /** Whether a word needs no mending: pages have it or one of its root or beginning, or it asks for something. */
    #known(word) {
      const { words, vocabulary } = this
      return words.functional.has(word) || words.spoken.has(word) || words.phrases.has(word) || /[^\p{L}\p{M}]/u.test(word) ||
        words.instead([word], 0, other => vocabulary.has(other)) !== undefined ||
        words.find(word, token => vocabulary.has(token)) !== undefined || vocabulary.beginning(word).length > 0
    }

    /** The words that were typed, with those parted that were typed as one, and those joined that were typed as two. */
    #parted(typed) {
      const list = []
      for (const [i, word] of typed.entries()) {
        const joined = list.at(-1) + word
        if (i && this.#onPage(joined) && !(this.#known(word) && this.#known(list.at(-1)))) list.splice(-1, 1, joined)
        else list.push(...this.#known(word) ? [word] : this.#parts(word))
      }
      return list
    }

    #onPage(word) {
      return this.vocabulary.has(word) || this.words.rootOf.has(word) || this.words.family.has(word)
    }

    /** The two words that one was made of by leaving out the space: those whose shorter one is the longest. */
    #parts(word) {
      let best = [word]
      for (let at = PART; at <= word.length - PART; at++) {
        const two = [word.slice(0, at), word.slice(at)]
        const least = Math.min(at, word.length - at)
        if (two.every(part => this.#onPage(part)) && (best.length === 1 || least > Math.min(...best.map(part => part.length))))
          best = two
      }
      return best
    }

    /** The word itself, or the one that was probably meant where the handbook has nothing like it. */
    #meant(word, last) {
      if (this.#known(word)) return word
      const { words, vocabulary } = this
      const spoken = [...words.spokenForms(word)]
      const heard = spoken.find(form => words.find(form, token => vocabulary.has(token)) !== undefined)
      if (heard) return heard
      const bare = [...spoken, ...words.candidates(word)].slice(0, FORMS)
      const meant = vocabulary.spelling.meant(word, bare, last)
      if (meant) this.corrections.push([word, meant])
      return meant ?? word
    }

    #tokens(word, { pair, meanings = [] } = {}, corrected, last) {
      const { words, vocabulary } = this
      const tokens = new Map()
      const add = (token, weight) => {
        if (vocabulary.has(token) && !(tokens.get(token) >= weight)) tokens.set(token, weight)
      }
      const root = pair ?? words.find(word, token => vocabulary.has(token))
      if (!pair) add(word, corrected ? WEIGHT.guess : WEIGHT.typed)
      for (const token of root === undefined ? [] : words.tokens(root))
        add(token, corrected ? WEIGHT.akin : pair && token === self.Cari.JOINED + root ? WEIGHT.typed : WEIGHT.root)
      for (const token of meanings) add(token, WEIGHT.meaning)
      if (last || !tokens.size)
        for (const token of pair ? [] : vocabulary.beginning(word))
          add(token, tokens.size && vocabulary.has(word) ? WEIGHT.beginning : WEIGHT.guess)
      return tokens
    }
  }
}
