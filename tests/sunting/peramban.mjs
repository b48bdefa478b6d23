/* Runs the engine of the editor as its worker does: {folder, hari, buku: [{terbit, pesan: [[perintah, isi]…]}…]} in, answers out. */
import fs from "node:fs"
import { gunzipSync } from "node:zlib"

const job = JSON.parse(fs.readFileSync(0, "utf8"))
const { loadPyodide } = await import(`file://${job.folder}/pyodide.mjs`)
const python = await loadPyodide({ indexURL: `${job.folder}/` })
python.unpackArchive(new Uint8Array(gunzipSync(fs.readFileSync(`${job.folder}/mesin.zip.gz`))), "zip", { extractDir: "/lib/mesin" })
const worker = fs.readFileSync(`${job.folder}/pekerja.mjs`, "utf8")
const begin = python.runPython(/const BEGIN = `([^`]*)`/.exec(worker)[1])
const said = job.buku.map(({ terbit, pesan }) => {
  const answer = begin("/lib/mesin", terbit, job.hari)
  return pesan.map(([perintah, isi]) => JSON.parse(answer(perintah, JSON.stringify(isi))))
})
process.stdout.write(JSON.stringify(said))
