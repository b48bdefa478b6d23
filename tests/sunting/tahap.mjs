/* The two stages in which an edit is answered, as draf.js asks for them: prints what a test compares, as JSON. */
globalThis.TULISAN = JSON.parse(process.argv[3])
globalThis.document = { querySelectorAll: () => [], addEventListener() {}, createElement: () => ({ append() {}, remove() {}, setAttribute() {}, replaceChildren() {}, dataset: {}, classList: { add() {} } }), body: { append() {} } }
const { Draf } = await import(process.argv[2])

/** Questions that wait until they are answered by hand. */
const asked = []
const engine = (perintah, isi) => new Promise((resolve, reject) => asked.push({ perintah, isi, resolve, reject }))
const turn = () => new Promise(resolve => setTimeout(resolve))
const question = ({ perintah, isi }) => [perintah, isi.naskah.teks, isi.lihat ?? isi.bagian]

/** Answer the oldest question, and let everybody hear it. */
async function answer(how, by = "resolve") {
  asked.shift()[by](how)
  await turn()
}

const finding = (pesan, n) => ({ pesan, jalan: ["langkah", n, "kegiatan"] })
const setel = n => ({ operasi: "setel", jalan: ["langkah", n, "kegiatan"], nilai: "x" })
const draf = new Draf(engine, { berkas: "k/a.yml", teks: "satu" })
const drawn = []
const seen = what => drawn.push([what, draf.view.tabel, draf.view.temuan.map(one => [one.pesan, one.jalan[1]]), [...draf.lacking]])
draf.addEventListener("lihat", () => seen("tabel"))
draf.addEventListener("bagian", ({ detail }) => seen(detail.join(" ")))
const said = {}

draf.look()
await turn()
await answer({ isi: {}, tabel: ["satu"], bidang: [], temuan: [finding("lama", 1)] })
draf.change({ operasi: "sisipkan_langkah", tabel: [], n: 0, langkah: "x" })
await turn()
said.first = question(asked[0])
await answer({ teks: "dua", lihat: { isi: {}, tabel: ["dua"] } })
said.second = question(asked[0])
draf.change(setel(0)) // before the second stage is there
await turn()
const overtaken = asked.shift()
overtaken.resolve({ bidang: [], temuan: [finding("dari dua", 0)] })
await turn()
await answer({ teks: "tiga", lihat: { isi: {}, tabel: ["tiga"] } })
said.third = question(asked[0])
await answer({ bidang: [], temuan: [finding("dari tiga", 2)] })
said.drawn = drawn.splice(0)
said.quiet = [asked.length, draf.ahead, Boolean(draf.completing)]

const there = draf.need("selisih", true).then(() => said.needed = draf.view.selisih)
await turn()
draf.change(setel(9)) // refused while the difference is worked out: the text stays, and is asked about again
await turn()
await answer({ selisih: "terlalu dini" })
await answer({ jenis: "sulit", pesan: "Tidak dapat." }, "reject")
said.again = question(asked[0])
await answer({ selisih: "selisih" })
await there
draf.fields = true
draf.change(setel(0))
await turn()
said.fields = question(asked[0])
await answer({ teks: "empat", lihat: { isi: {}, tabel: ["empat"], bidang: [], temuan: [] } })
said.last = question(asked[0])
process.stdout.write(JSON.stringify(said), () => process.exit())
