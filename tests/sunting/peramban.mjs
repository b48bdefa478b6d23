/* Runs the engine of the editor as its worker does: {folder, terbit, hari, pesan: [[perintah, isi]…]} in, answers out. */
import fs from "node:fs"
import { gunzipSync } from "node:zlib"

const job = JSON.parse(fs.readFileSync(0, "utf8"))
const { loadPyodide } = await import(`file://${job.folder}/pyodide.mjs`)
const python = await loadPyodide({ indexURL: `${job.folder}/` })
python.unpackArchive(new Uint8Array(gunzipSync(fs.readFileSync(`${job.folder}/mesin.zip.gz`))), "zip", { extractDir: "/lib/mesin" })
const worker = fs.readFileSync(`${job.folder}/pekerja.mjs`, "utf8")
const answer = python.runPython(/const BEGIN = `([^`]*)`/.exec(worker)[1])("/lib/mesin", job.terbit, job.hari)
process.stdout.write(JSON.stringify(job.pesan.map(([perintah, isi]) => JSON.parse(answer(perintah, JSON.stringify(isi))))))
