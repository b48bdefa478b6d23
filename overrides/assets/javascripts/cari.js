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
