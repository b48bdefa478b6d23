/*
 * The engine of the editor in a worker: Python, and of it nothing but `Peramban.jawab`. Texts go in and out as JSON; nothing
 * of them is ever run. Once it is ready it can ask no other host, and not even this one.
 *
 * Messages: {mulai: {data, hari, sop}}, then {id, perintah, isi}. Answers: {kemajuan}, {siap} (from where it began:
 * "awal", "ingatan"), {gagal}, {id, hasil}, {id, galat}.
 */
import { forget, read, write } from "./ingat.mjs"

const HERE = new URL("./", import.meta.url).href
const WAYS_OUT = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "importScripts", "indexedDB", "caches"]
/** What can be answered before all files are there, since a memory that was kept has answered it before. */
const FIRST = { perintah: ["buka", "daftar", "lihat"], bagian: ["isi", "tabel", "bidang", "temuan"] }
/** Milliseconds after which nobody waits for an answer, and memory can be put away. */
const QUIET = 1500

let engine, bring, last = 0
const memories = {} // of nyala.mjs: `remember`, `spread`

self.addEventListener("message", async event => {
  const { mulai, id, perintah, isi } = event.data ?? {}
  if (mulai) return begin(mulai).catch(error => self.postMessage({ gagal: String(error?.message ?? error) }))
  if (!engine) return self.postMessage({ id, galat: fault("mesin belum siap") })
  if (bring && !first(perintah, isi)) await bring()
  try {
    self.postMessage({ id, ...JSON.parse(engine.jawab(perintah, JSON.stringify(isi ?? {}))) })
  } catch (error) {
    self.postMessage({ id, galat: fault(String(error?.message ?? error).trim().split("\n").pop()) })
  }
  last = performance.now()
})

const first = (perintah, isi) => FIRST.perintah.includes(perintah) && [isi?.bagian ?? [], isi?.lihat ?? []].flat().every(one => FIRST.bagian.includes(one))

const fault = sebab => ({
  jenis: "mesin",
  pesan: `Ada yang salah di mesin penyunting (${sebab}).`,
  cara: "Muat ulang halaman; yang sudah ditulis tetap tersimpan.",
})

async function begin({ data, hari, sop }) {
  let done = 0
  const tell = () => self.postMessage({ kemajuan: { sudah: done += 1, dari: 3 } })
  const whole = compiled(`${HERE}pyodide.asm.wasm`) // all that is needed is asked for at once, the largest first
  const core = compiled(`${HERE}pydantic_core.wasm`)
  const packed = load(`${HERE}mesin.zip.gz`)
  const texts = load(data)
  const early = new Map(["python_stdlib.zip", "pyodide-lock.json"].map(name => [`${HERE}${name}`, fetch(`${HERE}${name}`, { credentials: "same-origin" })]))
  const starting = import("./nyala.mjs")
  for (const one of [texts, core, packed]) one.then(tell, () => {})
  for (const one of [whole, starting, ...early.values()]) one.catch(() => {}) // whoever needs it is told
  const troubled = trouble(early, whole)
  const kept = await read(HERE)
  const { fresh, resumed, ...nyala } = await starting
  Object.assign(memories, nyala)
  let unpacking
  const modules = () => unpacking ??= packed.then(unpacked)
  if (!kept) modules()
  const python = kept && await resumed(HERE, core, kept).catch(() => forget(HERE))
  if (python) bring = bringing(python, modules)
  const started = python ? { python } : await Promise.race([fresh(HERE, core, modules()), troubled])
  await begun(started, { hari, sop, terbit: new TextDecoder().decode(await texts) })
}

/**
 * Refused where Pyodide says what ails it to nobody, and waits for ever: a file that it does not get, or cannot run. What it
 * asks for is given to it where it is on its way already: `early` by address, and `whole`, its own program.
 */
function trouble(early, whole) {
  const { fetch, console: { warn } } = self
  let refuse
  const refused = new Promise((_, reject) => { refuse = reject })
  refused.catch(() => {}) // after the start nobody waits for it
  const given = address => {
    if (address === `${HERE}pyodide.asm.wasm`) return new Response() // it is compiled already, or soon
    const response = early.get(address)
    early.delete(address)
    return response
  }
  self.fetch = async (...wanted) => {
    const response = await Promise.resolve(given(String(wanted[0]?.url ?? wanted[0])) ?? fetch(...wanted)).catch(error => { refuse(error); throw error })
    if (!response.ok) refuse(new Error(`${response.url}: ${response.status}`))
    return response
  }
  WebAssembly.instantiateStreaming = async (_response, imports) => {
    const module = await whole
    return { module, instance: await WebAssembly.instantiate(module, imports) }
  }
  console.warn = (...words) => {
    warn.apply(console, words)
    if (words[0] instanceof Error) refuse(words[0])
  }
  return refused
}

async function begun({ python, places }, { hari, sop, terbit }) {
  const peramban = python.globals.get("peramban")
  peramban.buka(terbit, hari)
  let memory = null
  if (places) {
    peramban.panaskan(sop ?? "")
    memory = remembered(python, places)
  }
  for (const name of WAYS_OUT) {
    Object.defineProperty(self, name, { value: undefined, configurable: false, writable: false })
  }
  engine = peramban
  self.postMessage({ siap: places ? "awal" : "ingatan" })
  if (memory) await later(() => write(HERE, memory))
}

/** Bring the files that a kept memory does without: when one is asked for what may need them, or nobody asks. */
function bringing(python, modules) {
  let brought
  const work = () => brought ??= modules().then(bytes => {
    memories.spread(python, bytes)
    python.runPython("import importlib\nimportlib.invalidate_caches()")
    bring = null
  })
  later(work).catch(() => {}) // whoever needs them is told
  return work
}

/** The memory of this start; null where the device has too little for it, or this browser cannot. */
function remembered(python, places) {
  if ((navigator.deviceMemory ?? 4) < 2) return null
  try {
    return memories.remember(python, places)
  } catch {
    return null
  }
}

/** Do something when nothing has been asked for a while. */
async function later(work) {
  last = performance.now()
  while (performance.now() - last < QUIET) await new Promise(resolve => setTimeout(resolve, QUIET / 3))
  return work()
}

async function compiled(url) {
  const response = await fetch(url, { credentials: "same-origin" })
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  const again = response.clone()
  return WebAssembly.compileStreaming(response).catch(async () => WebAssembly.compile(await again.arrayBuffer()))
}

async function unpacked(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))
  return new Response(stream).arrayBuffer()
}

async function load(url) {
  const response = await fetch(url, { credentials: "same-origin" })
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return response.arrayBuffer()
}
