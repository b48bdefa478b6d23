/*
 * The engine of the editor in a worker: Python, and of it nothing but `Mesin.jawab`. Texts go in and out as JSON; nothing
 * of them is ever run. Once it is ready it can ask no other host, and not even this one.
 *
 * Messages: {mulai: {data, hari}}, then {id, perintah, isi}. Answers: {kemajuan}, {siap}, {gagal}, {id, hasil}, {id, galat}.
 */
import { loadPyodide } from "./pyodide.mjs"

const HERE = new URL("./", import.meta.url).href
const WHOLE = "/lib/mesin"
/** What is loaded, for who waits: name and bytes as they are on the disk of the server. */
const NAMES = { "pyodide.asm.wasm": "Python", "python_stdlib.zip": "pustaka baku", "mesin.zip.gz": "mesin buku" }

let answer

self.addEventListener("message", async event => {
  const { mulai, id, perintah, isi } = event.data ?? {}
  if (mulai) return begin(mulai).catch(error => self.postMessage({ gagal: String(error?.message ?? error) }))
  if (!answer) return self.postMessage({ id, galat: fault("mesin belum siap") })
  try {
    self.postMessage({ id, ...JSON.parse(answer(perintah, JSON.stringify(isi ?? {}))) })
  } catch (error) {
    self.postMessage({ id, galat: fault(String(error?.message ?? error).trim().split("\n").pop()) })
  }
})

const fault = sebab => ({
  jenis: "mesin",
  pesan: `Ada yang salah di mesin penyunting (${sebab}).`,
  cara: "Muat ulang halaman; yang sudah ditulis tetap tersimpan.",
})

async function begin({ data, hari }) {
  const tell = (bagian, sudah, dari) => self.postMessage({ kemajuan: { bagian, sudah, dari } })
  const [texts, modules] = await Promise.all([load(data), unpacked(`${HERE}mesin.zip.gz`)])
  tell(NAMES["mesin.zip.gz"], 1, 3)
  const python = await loadPyodide({
    indexURL: HERE,
    env: { HOME: "/" },
  })
  tell(NAMES["pyodide.asm.wasm"], 2, 3)
  python.unpackArchive(modules, "zip", { extractDir: WHOLE })
  const begun = python.runPython(BEGIN)
  answer = begun(WHOLE, new TextDecoder().decode(texts), hari)
  begun.destroy()
  for (const name of ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "importScripts", "indexedDB", "caches"]) {
    Object.defineProperty(self, name, { value: undefined, configurable: false, writable: false })
  }
  tell(NAMES["python_stdlib.zip"], 3, 3)
  self.postMessage({ siap: true })
}

async function unpacked(url) {
  const stream = new Blob([await load(url)]).stream().pipeThrough(new DecompressionStream("gzip"))
  return new Response(stream).arrayBuffer()
}

async function load(url) {
  const response = await fetch(url, { credentials: "same-origin" })
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return response.arrayBuffer()
}

const BEGIN = `
def begin(whole, terbit, hari):
    import gc, json, sys
    from datetime import date
    from pathlib import Path

    sys.path.insert(0, whole)
    from buku_sop.sunting.mesin import Mesin
    from buku_sop.sunting.terbit import buku_terbit
    from buku_sop.views.dasar.render import Perender

    gc.collect()
    gc.freeze()
    perender = Perender(Path(whole) / "templat")
    mesin = Mesin(buku_terbit(terbit, perender, date.fromisoformat(hari)), "peramban")
    return lambda perintah, isi: json.dumps(mesin.jawab(perintah, json.loads(isi)))

begin
`
