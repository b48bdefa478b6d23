/*
 * What pages ask the search through: `sopCari`.
 *
 * The engine (cari.js) runs as a worker that starts when it is first needed. Pages that were opened from a disk cannot
 * start one; there it runs in the page.
 */
"use strict"

{
  const address = new URL("cari.js", document.currentScript.src)

  /** Load scripts one after another. */
  async function load(urls) {
    for (const url of urls)
      await new Promise((resolve, reject) => {
        const script = Object.assign(document.createElement("script"), { src: url, onload: resolve, onerror: reject })
        document.head.append(script)
      })
  }

  /** The engine in a worker, by the same names as the engine itself. */
  function startWorker() {
    const worker = new Worker(address)
    const waiting = new Map()
    worker.onmessage = ({ data: { id, answer, error } }) => {
      const { resolve, reject } = waiting.get(id)
      waiting.delete(id)
      if (error) reject(new Error(error))
      else resolve(answer)
    }
    worker.onerror = () => {
      for (const { reject } of waiting.values()) reject(new Error("Pencarian tidak dapat dimuat"))
      waiting.clear()
      engine = undefined
    }
    let id = 0
    const call = what => (...given) => new Promise((resolve, reject) => {
      waiting.set(++id, { resolve, reject })
      worker.postMessage({ id, what, given })
    })
    return {
      open: call("open"), ask: call("ask"), complete: call("complete"), offices: call("offices"),
      elsewhere: call("elsewhere"), live: call("live")
    }
  }

  async function startHere() {
    await load([address.href])
    await load(self.Cari.parts)
    return new self.Cari.Engine(new URL("../../search/", address).href)
  }

  let engine

  /** The engine; started anew when starting it failed. */
  function start() {
    engine ??= location.protocol === "file:" ? startHere() : Promise.resolve(startWorker())
    engine.catch(() => { engine = undefined })
    return engine
  }

  window.sopCari = {
    /** Load what every query needs. */
    siapkan: async () => (await start()).open(),

    /** Answer a query (the form of the answer: cari/jawaban.js); null when a newer one was asked meanwhile. */
    tanya: async (teks, pilihan) => (await start()).ask(teks, pilihan),

    /** Further pages of the last answer with their texts, by their addresses. */
    lengkapi: async alamat => (await start()).complete(alamat),

    /** SOPs of other handbooks that a query names: { jumlah, sop: [{ nama, instansi, buku, alamat }], langsung }. */
    luar: async teks => (await start()).elsewhere(teks),

    /** The same when the sites that the office switched on have been asked; never from a page opened from a disk. */
    langsung: async teks => (await start()).live(teks),

    /** All offices: { id, nama, alamat, kontak }. */
    instansi: async () => (await start()).offices()
  }
}
