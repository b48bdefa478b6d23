/*
 * Misspelt words: the word of the handbook that was probably meant.
 *
 * A weighted edit distance (optimal string alignment) with what Indonesian spelling confuses made cheap:
 * i/e, u/o, f/p/v, kh/h, sy/s, ks/x, double letters, the e that is not heard. Only for words that are neither
 * on any page nor the beginning of one that is, so that a right word is never replaced.
 *
 * Part of the search worker (../cari.js).
 */
"use strict"

self.Cari ??= {}

{
  const CHEAP = 0.5
  const SWAP = 0.8

  /** Letters written for each other. */
  const ALIKE = new Set(["ie", "uo", "ae", "fp", "pv", "fv", "ck", "kq", "sz", "jz", "iy", "dt", "bp", "gk", "mn"]
    .flatMap(([a, b]) => [a + b, b + a]))

  /** Letters that are easily left out or put in, and after which letters. */
  const SILENT = { h: "kstgbdpaiueo", y: "sn", e: "kstrpbglmn", g: "n", k: "a", r: "e" }

  /** First letters are seldom wrong. */
  const FIRST = 0.5

  /** What the letters of a word may cost in all, by its length. */
  const limit = length => length < 4 ? 0 : length < 6 ? 1 : length < 9 ? 1.6 : 2.2

  /** Letters as they are compared: without accents, and x as it sounds. */
  const plain = word => word.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("x", "ks")

  const replaced = (a, b) => a === b ? 0 : ALIKE.has(a + b) ? CHEAP : 1

  /** Cost of a letter too many or too few, after another one. */
  const extra = (letter, before) =>
    letter === before || SILENT[letter]?.includes(before) ? CHEAP : 1

  /** Longest words that are compared, and rows of a table of their letters, used again and again. */
  const LONGEST = 40
  const rows = [1, 2, 3].map(() => new Float64Array(LONGEST + 1))

  /**
   * What it costs to turn one word into another, or more than `most`.
   *
   * With `beginning`, into the cheapest beginning of the other.
   */
  function distance(from, to, most, beginning = false) {
    let [older, old, row] = rows
    row[0] = 0
    for (let j = 1; j <= to.length; j++) row[j] = row[j - 1] + extra(to[j - 1], to[j - 2])
    for (let i = 1; i <= from.length; i++) {
      const spare = older
      older = old
      old = row
      row = spare
      const a = from[i - 1], before = from[i - 2], lost = extra(a, before)
      let least = row[0] = old[0] + lost
      for (let j = 1; j <= to.length; j++) {
        const b = to[j - 1]
        let cost = Math.min(
          old[j - 1] + replaced(a, b), old[j] + lost, row[j - 1] + extra(b, to[j - 2])
        )
        if (i > 1 && a === to[j - 2] && b === before) cost = Math.min(cost, older[j - 2] + SWAP)
        row[j] = cost
        if (cost < least) least = cost
      }
      if (least > most) return Infinity
    }
    const cost = beginning ? Math.min(...row.subarray(0, to.length + 1)) : row[to.length]
    return cost + (from[0] === to[0] ? 0 : FIRST)
  }

  /** Which letters a word has, as bits: words that share few need not be compared. */
  function letters(word) {
    let bits = 0
    for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31)
    return bits
  }

  /** The least that it costs to make up for letters that only one of two words has. */
  function atLeast(bits) {
    let count = 0
    for (; bits; bits &= bits - 1) count++
    return count / 2 * CHEAP
  }

  self.Cari.Spelling = class {
    /** `words` are those of the handbook; `uses` tells how often one stands there. */
    constructor(words, uses) {
      this.words = words.filter(word => /^\p{L}{4,}$/u.test(word) && plain(word).length <= LONGEST)
        .map(word => ({ word, plain: plain(word), letters: letters(plain(word)) }))
      this.uses = uses
    }

    /**
     * The word that was meant, or undefined.
     *
     * `bare` are the forms of the typed word without its affixes: "mengkordinasi" is "koordinasi" too.
     * With `unfinished` the word may be the beginning of one.
     */
    meant(typed, bare, unfinished) {
      return this.#nearest(typed) ?? this.#nearestOf(bare) ??
        (unfinished && typed.length > 4 ? this.#nearest(typed, true) : undefined)
    }

    /** The words nearest to one, nearest first: at most `most`, and none that is another word altogether. */
    near(typed, most) {
      const word = plain(typed)
      if (word.length > LONGEST) return []
      const far = limit(word.length) + 1
      const own = letters(word)
      return this.words
        .filter(other => Math.abs(other.plain.length - word.length) < 4 && atLeast(own ^ other.letters) <= far)
        .map(other => ({ ...other, cost: distance(word, other.plain, far) }))
        .filter(({ cost, word }) => cost <= far && cost < word.length / 2)
        .sort((a, b) => a.cost - b.cost || this.uses(b.word) - this.uses(a.word))
        .slice(0, most).map(other => other.word)
    }

    #nearestOf(forms) {
      for (const form of forms) {
        const found = form.length > 4 && this.#nearest(form)
        if (found) return found
      }
    }

    #commoner(other, best) {
      return !best || this.uses(other.word) > this.uses(best.word)
    }

    #nearest(typed, beginning = false) {
      const word = plain(typed)
      const own = letters(word)
      if (word.length > LONGEST) return
      let most = beginning ? 1 : limit(word.length)
      let best
      for (const other of this.words) {
        const longer = other.plain.length - word.length
        if (longer < -2 || (longer > 2 && !beginning)) continue
        if (atLeast(beginning ? own & ~other.letters : own ^ other.letters) > most) continue
        const cost = distance(word, other.plain, most, beginning)
        if (cost < most || (cost === most && this.#commoner(other, best)))
          [most, best] = [cost, other]
      }
      return best?.word
    }
  }

  self.Cari.distance = distance
}
