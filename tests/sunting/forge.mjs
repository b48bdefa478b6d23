// Runs the forge modules of the editor as a page would: {script, forge, token, files, kali} on stdin, what came of it on stdout.
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"

const job = JSON.parse(readFileSync(0, "utf8"))
const copy = join(job.folder, "forge.mjs")
writeFileSync(copy, readFileSync(job.script))
const { openForge } = await import(pathToFileURL(copy))
const said = []
for (const files of job.proposals) {
  try {
    const forge = await openForge(job.forge, job.token)
    const read = await forge.read(files[0].path)
    said.push({ read: read?.text ?? null, ...(await forge.propose({ files, title: "Ubah: Melayani", body: "Alasan", branch: "kantor-melayani" })) })
  } catch (error) {
    said.push({ galat: { pesan: error.pesan ?? String(error.stack), cara: error.cara, token: error.token ?? false } })
  }
}
process.stdout.write(JSON.stringify(said))
