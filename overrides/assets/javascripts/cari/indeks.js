/*
 * The index: what Material's worker puts into lunr's inverted index, with our tokens besides.
 *
 * Part of the search worker (../cari.js).
 */
"use strict"

self.Cari ??= {}

{
  /** The label before a step's field ("Output: …") says nothing about the step. */
  const LABELS = new Set(["output", "kelengkapan", "waktu", "keterangan"])

  const isLabel = ({ str, metadata: { position } }) =>
    LABELS.has(str) && (position & 0xfffff) === 1 && position >>> 20 > 0

  /**
   * Index a document: what lunr's Builder.add does, without what only its own ranking needs.
   *
   * Words that say something together get common tokens besides, words that only do so get no other.
   */
  self.Cari.add = function(builder, words, doc, attributes) {
    builder._documents[doc.location] = attributes ?? {}
    builder.documentCount++
    for (const [field, { extractor }] of Object.entries(builder._fields)) {
      const tokens = builder.pipeline.run(builder.tokenizer(extractor(doc)))
      const together = words.together(tokens.map(({ str }) => str))
      for (const [i, token] of tokens.entries()) {
        if (isLabel(token)) continue
        const { pair, meanings } = together?.[i] ?? {}
        if (!words.whole.has(pair)) post(builder, token.str, field, doc, token)
        if (pair) post(builder, self.Cari.JOINED + pair, field, doc, token)
        if (meanings) for (const meaning of meanings) post(builder, meaning, field, doc, token)
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
  self.Cari.complete = function(builder, lunr) {
    for (const [term, posting] of Object.entries(builder.invertedIndex))
      for (const field in builder._fields)
        for (const [ref, { position }] of Object.entries(posting[field])) {
          const name = new lunr.FieldRef(ref, field)
          const terms = builder.fieldTermFrequencies[name] ??= Object.create(null)
          terms[term] = position.length
          builder.fieldLengths[name] = (builder.fieldLengths[name] ?? 0) + position.length
        }
  }
}
