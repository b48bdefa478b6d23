/*
 * Texts: cut into words as the index was (buku_sop/adapters/cari/terms.py), and shown with the words that were found.
 *
 * Part of the search engine (../cari.js).
 */
"use strict"

self.Cari ??= {}

{
  /** The label before a step's field ("Output: …") says nothing about the step. */
  const LABELS = new Set(["output", "kelengkapan", "waktu", "keterangan"])

  /** Paragraphs that are shown of a text. */
  const SHOWN = 2

  /** The parts of plain text between separators, as [from, to]. */
  function* split(text, separator) {
    const sign = new RegExp(separator, "g")
    let from = 0
    for (let found; (found = sign.exec(text));) {
      if (found.index > from) yield [from, found.index]
      from = found.index + found[0].length
      if (!found[0]) sign.lastIndex++
    }
    if (from < text.length) yield [from, text.length]
  }

  /** The words of HTML: { word, from, to, block, at }, and where each paragraph begins and ends. */
  self.Cari.read = function(html, separator) {
    const words = [], blocks = []
    let [depth, block, at] = [0, 0, 0]
    for (const { 0: part, index } of html.matchAll(/<[^>]*>|[^<]+/g)) {
      blocks[block] ??= [index, 0]
      blocks[block][1] = index + part.length
      if (part[0] !== "<") {
        for (const [from, to] of split(part, separator))
          words.push({ word: part.slice(from, to).toLowerCase(), from: index + from, to: index + to, block, at: at++ })
      } else if (part[1] === "/") {
        if (!--depth) [block, at] = [block + 1, 0]
      } else if (part.at(-2) !== "/") {
        if (!depth++) at++
      }
    }
    return { words, blocks }
  }

  /** Which words of a text are among those looked for: they, and the words that say something together. */
  function found(read, wanted, words) {
    const together = words.together(read.words.map(({ word }) => word))
    return read.words.filter(({ word, block, at }, i) => {
      if (at === 1 && block && LABELS.has(word)) return false
      const { pair, meanings = [] } = together?.[i] ?? {}
      return (!words.whole.has(pair) && wanted.has(word)) ||
        (pair && wanted.has(self.Cari.JOINED + pair)) || meanings.some(meaning => wanted.has(meaning))
    })
  }

  const mark = (html, marks, from, to) => {
    let [text, done] = ["", from]
    for (const word of marks) {
      if (word.from < from || word.to > to) continue
      text += `${html.slice(done, word.from)}<mark>${html.slice(word.from, word.to)}</mark>`
      done = word.to
    }
    return text + html.slice(done, to)
  }

  /** Text with the words that are looked for marked, and those words; of paragraphs, the first with any. */
  self.Cari.mark = function(html, wanted, words, separator, whole) {
    const read = self.Cari.read(html, separator)
    const marks = found(read, wanted, words)
    const spelled = new Set(marks.map(({ word }) => word))
    if (whole) return { html: mark(html, marks, 0, html.length), spelled }
    const blocks = [...new Set(marks.map(({ block }) => block))].slice(0, SHOWN)
    const shown = blocks.map(block => mark(html, marks, ...read.blocks[block]))
    return { html: shown.join(" ") || html.split("</p>", 1)[0], spelled }
  }
}
