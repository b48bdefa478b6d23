/* What is written before the engine is there, as draf.js keeps it: prints what a test compares, as JSON. */
globalThis.TULISAN = JSON.parse(process.argv[3])
globalThis.document = { querySelectorAll: () => [], addEventListener() {}, createElement: () => ({ append() {}, remove() {}, setAttribute() {}, replaceChildren() {}, dataset: {}, classList: { add() {} } }), body: { append() {} } }
const { Draf } = await import(process.argv[2])

/** An engine that answers when it is told to: each operation is one line more. */
function later() {
  const asked = []
  let ready
  const there = new Promise(resolve => { ready = resolve })
  const engine = async (perintah, isi) => {
    await there
    asked.push([perintah, isi.ubah ?? null])
    if (isi.ubah?.some(one => one.nilai === "ditolak")) throw { jenis: "sulit", pesan: "Tidak dapat." }
    return perintah === "ubah" ? { teks: `${isi.naskah.teks}${JSON.stringify(isi.ubah)}\n`, lihat: {} } : {}
  }
  return { engine, asked, ready }
}

const insert = n => ({ operasi: "sisipkan_langkah", tabel: [], n, langkah: "x" })
const write = (n, nilai) => ({ operasi: "setel", jalan: ["langkah", n, "kegiatan"], nilai })
const said = {}

const one = later()
const draf = new Draf(one.engine, { berkas: "k/a.yml", teks: "" })
const kept = []
draf.addEventListener("teks", () => kept.push(JSON.parse(JSON.stringify({ teks: draf.teks, tunda: draf.waiting }))))
draf.early = true
draf.look()
draf.change(insert(1))
draf.change(write(1, "lama"), null, 0) // the row that was seen as the second one before the insertion
draf.change(write(2, "ditolak"), null, draf.geser.later)
said.before = kept.at(-1)
one.ready()
await draf.queue
said.after = { teks: draf.teks, tunda: draf.waiting, kept: kept.at(-1), early: draf.early }
said.halfway = kept.find(x => x.teks && x.tunda.length)

const two = later()
const again = new Draf(two.engine, { berkas: "k/a.yml", teks: said.halfway.teks })
again.early = true
again.look()
for (const { ubah, fokus, since } of said.halfway.tunda) again.change(ubah, fokus, since)
two.ready()
await again.queue
said.again = again.teks
process.stdout.write(JSON.stringify(said), () => process.exit())
