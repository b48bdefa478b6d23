/*
 * Material's search panel asks in its own words: setup, then queries, and wants items of groups of sections.
 *
 * Part of the search engine (../cari.js).
 */
"use strict"

self.Cari ??= {}

{
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3

  const escape = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt()};`)

  function items({ halaman, ejaan }) {
    const note = ejaan.length ? `<span hidden data-ejaan="${escape(JSON.stringify(ejaan))}"></span>` : ""
    return halaman.map((page, i) => {
      const score = halaman.length - i
      const head = page.bagian.findIndex(({ alamat }) => alamat === page.alamat)
      const terms = ({ tanda, kurang }) => Object.fromEntries([
        ...tanda.slice(0, 12).map(word => [word, true]), ...kurang.map(word => [word, false])
      ])
      const own = page.bagian[head]
      const group = [{
        location: page.alamat, title: page.judul_bertanda + (i ? "" : note), text: own?.potongan ?? "",
        terms: own ? terms(own) : {}, score: own ? score - (head < page.utama ? 0 : (head + 1) / 100) : -1
      }]
      for (const [k, part] of page.bagian.entries())
        if (k !== head) group.push({
          location: part.alamat, title: part.judul, text: part.potongan, terms: terms(part), parent: group[0],
          score: score - (k < page.utama ? 0 : (k + 1) / 100)
        })
      return group.sort((a, b) => b.score - a.score)
    })
  }

  /** Answer a message of Material's panel. */
  self.Cari.answerMaterial = async function(engine, { type, data }) {
    if (type === SETUP) {
      await engine.open()
      return { type: READY }
    }
    if (type !== QUERY) return
    const answer = data.trim() ? await engine.ask(data) : { halaman: [], ejaan: [] }
    return answer && { type: RESULT, data: { items: items(answer), suggest: answer.lanjut ? [answer.lanjut] : [] } }
  }
}
