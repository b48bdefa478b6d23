/*
 * Starts Python with the modules of the engine: from their bytecode, or from the memory of an earlier start.
 *
 * The one library that is compiled is loaded before Python begins, at the same moment of both ways, so that it lies at the
 * same addresses; where it does not, the memory is of no use, and that is said. Sets have one order in every start, so that
 * what is made of them is what `sedia` brings.
 */
import { loadPyodide } from "./pyodide.mjs"
import createPyodideModule from "./pyodide.asm.mjs"

const WHOLE = "/lib/mesin"
const CORE = `${WHOLE}/pydantic_core/_pydantic_core.cpython-314-wasm32-emscripten.so`
const PAGE = 65536
const FIRST = `
import gc, sys
sys.path.insert(0, "${WHOLE}")
import sedia
`
const BROUGHT = `${WHOLE}/sedia.bin`
const TAKE = `
with open("${BROUGHT}", "rb") as berkas:
    sedia.pakai(berkas.read())
`
const BEGIN = `
from buku_sop.sunting.peramban import Peramban
peramban = Peramban("${WHOLE}/templat")
`
const FREEZE = "gc.collect()\ngc.freeze()"

/** Start from bytecode. `core` is the compiled library, `modules` the bytes of `mesin.zip`, both may be promises. */
export async function fresh(place, core, modules) {
  const { python, places } = await begin(place, await core, { _makeSnapshot: true })
  spread(python, await modules)
  python.runPython(`${FIRST}${TAKE}${BEGIN}`)
  return { python, places }
}

/** Start without what `sedia` brings, and give it: the bytes of a file of the modules. */
export async function recorded(place, core, modules) {
  const { python } = await begin(place, await core, {})
  spread(python, modules)
  return python.runPython(`${FIRST}sedia.rekam()${BEGIN}sedia.coba(peramban)\nsedia.rekaman()`).toJs()
}

/** Go on from what `remember` gave. Refused where it does not fit what is loaded now. */
export async function resumed(place, core, { length, pages, bytes, places }) {
  const memory = new Uint8Array(length)
  pages.forEach((page, i) => memory.set(bytes.subarray(i * PAGE, (i + 1) * PAGE), page * PAGE))
  const { python } = await begin(place, await core, { _loadSnapshot: memory }, places)
  return python
}

/** All memory of Python, as plain values; pages in which nothing stands are left out. */
export function remember(python, places) {
  python.runPython(FREEZE)
  const memory = python.makeMemorySnapshot()
  const words = new Uint32Array(memory.buffer, 0, memory.length >> 2)
  const pages = []
  for (let page = 0; page * PAGE < memory.length; page++) {
    const end = Math.min((page + 1) * PAGE, memory.length) >> 2
    for (let i = (page * PAGE) >> 2; i < end; i++) {
      if (words[i] !== 0) { pages.push(page); break }
    }
  }
  const bytes = new Uint8Array(pages.length * PAGE)
  pages.forEach((page, i) => bytes.set(memory.subarray(page * PAGE, (page + 1) * PAGE), i * PAGE))
  return { length: memory.length, pages, bytes, places }
}

async function begin(place, core, how, wanted = null) {
  const places = []
  let refuse
  const refused = new Promise((_, reject) => { refuse = reject }) // what is thrown in there is told to nobody
  const createWithCore = settings => {
    let module
    settings.preRun = [...(settings.preRun ?? []), one => { module = one }]
    settings.onRuntimeInitialized = () => {
      const mark = () => {
        const address = module._malloc(64)
        module._free(address)
        places.push(module.wasmTable.length, address)
      }
      mark()
      const library = module.newDSO(CORE, undefined, "loading")
      library.global = false
      library.exports = module.loadWebAssemblyModule(core, { global: false, nodelete: true, loadAsync: false, allowUndefined: true }, CORE, {})
      mark()
      if (wanted && JSON.stringify(wanted) !== JSON.stringify(places)) refuse(new Error(`ingatan mesin tidak cocok: ${wanted}; ${places}`))
      const { _loadSnapshot } = how
      while (_loadSnapshot && module.HEAP8.length < _loadSnapshot.length) {
        module._malloc(Math.max(1_000_000, _loadSnapshot.length - module.HEAP8.length))
      }
    }
    return createPyodideModule(settings)
  }
  const loading = loadPyodide({ indexURL: place, env: { HOME: "/", PYTHONHASHSEED: "0" }, createPyodideModule: createWithCore, ...how })
  const python = await Promise.race([loading, refused])
  return { python, places }
}

/** Put what `mesin.zip` holds, where nothing is packed, into the files that Python sees. */
export function spread(python, modules) {
  const bytes = new Uint8Array(modules)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names = new TextDecoder()
  const folders = new Set()
  let end = bytes.length - 22
  while (view.getUint32(end, true) !== 0x06054b50) end -= 1
  let at = view.getUint32(end + 16, true)
  for (let n = view.getUint16(end + 10, true); n > 0; n--) {
    const size = view.getUint32(at + 24, true)
    const length = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    const name = `${WHOLE}/${names.decode(bytes.subarray(at + 46, at + 46 + length))}`
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const folder = name.slice(0, name.lastIndexOf("/"))
    if (!folders.has(folder)) {
      python.FS.mkdirTree(folder)
      folders.add(folder)
    }
    python.FS.writeFile(name, bytes.subarray(start, start + size), { canOwn: true })
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}
