/*
 * Runs the engine of the editor as its worker does, from bytecode and from the memory of that start:
 * {folder, hari, buku: [{terbit, pesan: [[perintah, isi]…]}…]} in, answers out, first those of the first start.
 */
import fs from "node:fs"
import { gunzipSync } from "node:zlib"

const job = JSON.parse(fs.readFileSync(0, "utf8"))
const { fresh, remember, resumed, spread } = await import(`file://${job.folder}/nyala.mjs`)
const place = `${job.folder}/`
const core = () => WebAssembly.compile(fs.readFileSync(`${place}pydantic_core.wasm`))
const modules = gunzipSync(fs.readFileSync(`${place}mesin.zip.gz`))

function answers(python) {
  const engine = python.globals.get("peramban")
  return job.buku.map(({ terbit, pesan }) => {
    engine.buka(terbit, job.hari)
    return pesan.map(([perintah, isi]) => JSON.parse(engine.jawab(perintah, JSON.stringify(isi))))
  })
}

const { python, places } = await fresh(place, core(), modules)
const engine = python.globals.get("peramban")
engine.buka(job.buku[0].terbit, job.hari)
engine.panaskan("")
engine.destroy()
const memory = remember(python, places)
const said = [answers(python)]
const again = await resumed(place, core(), memory)
spread(again, modules)
said.push(answers(again))
process.stdout.write(JSON.stringify(said))
