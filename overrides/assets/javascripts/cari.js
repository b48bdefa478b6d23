/*
 * The search engine, as a worker; in pages that were opened from a disk, as a script of the page (cari-klien.js
 * decides).
 *
 * It ranks over an index that was made when the site was built (buku_sop/adapters/cari/), and loads of it what a query
 * needs. What counts as finding a word is said in cari/kata.js, cari/ejaan.js and cari/kueri.js, what comes first in
 * cari/peringkat.js.
 */
"use strict"

self.Cari ??= {}

{
  const PARTS = ["kata", "ejaan", "niat", "kueri", "urutan", "kantor", "peringkat", "gudang", "teks", "jawaban", "luar", "mesin"]

  const here = self.document?.currentScript?.src ?? self.location.href

  /** The files of the engine. */
  self.Cari.parts = PARTS.map(part => new URL(`cari/${part}.js`, here).href)

  /** Load a file of the engine that is seldom needed. */
  self.Cari.bring = async part => {
    const url = new URL(`cari/${part}.js`, here).href
    brought[part] ??= self.document ? bringHere(url) : importScripts(url) ?? true
    return brought[part]
  }

  const brought = {}

  const bringHere = url => new Promise((resolve, reject) => {
    const script = Object.assign(self.document.createElement("script"), { src: url, onload: resolve, onerror: reject })
    self.document.head.append(script)
  })

  /** As a worker it answers messages. */
  if (!self.document) {
    importScripts(...self.Cari.parts)
    const engine = new self.Cari.Engine(new URL("../../search/", here).href)
    addEventListener("message", async ({ data: { id, what, given } }) => {
      try {
        postMessage({ id, answer: await engine[what](...given) })
      } catch (error) {
        postMessage({ id, error: String(error) })
      }
    })
  }
}
