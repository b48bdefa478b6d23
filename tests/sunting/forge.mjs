// Runs the forge modules of the editor as a page would. On stdin {scripts, words, folder, runs}: each run is a forge, how one signs
// in, and proposals to send one after the other, each a list of {path, text}. On stdout what came of each.
import { cpSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"

const job = JSON.parse(readFileSync(0, "utf8"))
globalThis.TULISAN = job.words
globalThis.document = { querySelectorAll: () => [] }
job.folder = join(job.folder, "sunting")
cpSync(job.scripts, job.folder, { recursive: true })
cpSync(join(job.scripts, "..", "tulisan.js"), join(job.folder, "..", "tulisan.js"))
writeFileSync(join(job.folder, "..", "package.json"), '{"type": "module"}')
const { openForge } = await import(pathToFileURL(join(job.folder, "forge.js")))
const { described, renewed } = await import(pathToFileURL(join(job.folder, "uraian.js")))

async function send(run, files) {
  const forge = await openForge(run.forge, run.sign)
  const open = await forge.find("kantor-melayani")
  const read = await forge.read(files[0].path)
  const there = open && await forge.readOpen(files[0].path)
  const said = { catatan: run.catatan ?? "", beda: run.beda ?? "" }
  const body = open ? renewed(open.body, said) : described("", said)
  const sent = await forge.propose({ files, title: "Ubah: Melayani", body, branch: "kantor-melayani" })
  return { read: read?.text ?? null, there: there?.text ?? null, ...sent }
}

const said = await Promise.all(job.runs.map(async run => {
  const answers = []
  for (const files of run.proposals) {
    answers.push(await send(run, files).catch(error => ({ galat: error.pesan ?? String(error.stack), cara: error.cara, token: error.token ?? false })))
  }
  return answers
}))
process.stdout.write(JSON.stringify(said))
