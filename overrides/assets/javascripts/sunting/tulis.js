/*
 * What people do to the table, as operations of the engine.
 */
import { ask, el, tell } from "./dom.js"
import { askLane, toggleLane } from "./pelaku.js"
import { renameRole } from "./peran.js"
import { pasteDialog, pastedRows } from "./tempel.js"
import { write as say } from "../tulisan.js"

/** Changing the table (methods of the editor, index.js). */
export const writing = {
  /** Do operations; whoever goes elsewhere meanwhile is not led back to `focus`. */
  change(operation, focus, since) {
    return this.draf.change(operation, focus && { ...focus, moves: this.kisi.moves }, since)
  },

  write(place, value, since) {
    const { jalan } = this.view.tabel[place.t]
    return this.change({ operasi: "setel", jalan: [...jalan, "langkah", place.n, place.k], nilai: value }, null, since)
  },

  /** A new row with what was typed; it is done by whom the row above it is done by. */
  add({ t, n }, kegiatan, pelaksana, since) {
    const table = this.view.tabel[t]
    const langkah = table.polos && !table.lane.length ? kegiatan : { kegiatan, ...(pelaksana ? { pelaksana } : {}) }
    return this.change({ operasi: "sisipkan_langkah", tabel: table.jalan, n, langkah }, { t, n, k: "kegiatan" }, since)
  },

  /** After typing: to the cell below or beside, or to a new row. */
  next({ place, how, pelaksana, since, fresh, empty }) {
    if (fresh ? empty : how === "tinggal") return this.kisi.go(this.kisi.nearest({ ...place, n: fresh ? Math.max(place.n - 1, 0) : place.n }))
    const { run } = this.kisi
    if (how === "bawah" || how === "baru") this.kisi.run = null
    if (how === "baru" || (how === "bawah" && place.k === "kegiatan")) {
      if (!fresh) return this.insertRow(place, place.n + 1)
      return this.sel.editNew({ t: place.t, n: place.n + 1 }, pelaksana)
    }
    if (fresh) {
      const { moves } = this.kisi
      const drawn = this.draf.queue.then(() => {
        const above = place.n > 0 ? this.draf.geser.index(this.view.tabel[place.t].jalan, place.n - 1, since) : -1
        const n = above + 1 // itself, it is not there to those who counted before it
        const { place: here } = this.kisi
        if (moves !== this.kisi.moves && !(here?.n === n && here.k === "kegiatan")) return // somebody went elsewhere
        const there = this.kisi.nearest({ ...place, n })
        this.kisi.go((how !== "tinggal" && this.kisi.beside(there, how === "kiri" ? -1 : 1)) || there)
      })
      return this.draf.early ? drawn : this.tunggu.until(drawn) // while Python starts, nobody waits for it
    }
    const below = { ...place, n: place.n + 1, k: run ?? place.k }
    const to = { bawah: below, kanan: this.kisi.beside(place, 1), kiri: this.kisi.beside(place, -1) }[how]
    if (how !== "kiri" && !(to && this.kisi.at(to))) return this.insertRow(place, place.n + 1) // the table goes on
    return this.kisi.go(to ?? place)
  },

  /** Begin a new row before the one at `n`. */
  insertRow(place, n) {
    const table = this.view.tabel[place.t]
    const above = table.baris.find(row => row.n === n - 1)
    const pelaksana = above?.lane[0] ?? table.lane[0]?.id
    this.sel.editNew({ t: place.t, n }, pelaksana, this.draf.geser.now)
  },

  /** What was typed in a row that has gone meanwhile: nothing is thrown away in silence. */
  lost(text) {
    if (text.trim()) tell(say(TULISAN.penyunting.tulisan_hilang, { teks: text }), "peringatan")
  },

  async removeRow(place) {
    await this.change({ operasi: "hapus_langkah", tabel: this.view.tabel[place.t].jalan, n: place.n }, place)
  },

  moveRow(place, to) {
    const { jalan, baris } = this.view.tabel[place.t]
    if (to < 0 || to > baris.at(-1).n) return null
    return this.change({ operasi: "pindah_langkah", tabel: jalan, n: place.n, ke: to }, { ...place, n: to })
  },

  moveLane(place, by) {
    const { jalan, lane } = this.view.tabel[place.t]
    const id = place.k.slice("lane:".length)
    const to = lane.findIndex(one => one.id === id) + by
    if (to < 0 || to >= lane.length) return null
    return this.change({ operasi: "pindah_pelaksana", tabel: jalan, id, ke: to }, place)
  },

  drop(place, to) {
    if (place.n >= 0) return this.moveRow(place, to)
    return this.moveLane(place, to - this.view.tabel[place.t].lane.findIndex(one => `lane:${one.id}` === place.k))
  },

  async renameLane(place) {
    if (document.querySelector("dialog[open]")) return // a second tap is a double click, too
    const table = this.view.tabel[place.t]
    const one = table.lane.find(x => `lane:${x.id}` === place.k)
    const nama = await askLane(this.words, one.nama)
    if (nama) await renameRole(this, table, one, nama, place).catch(error => tell(error.pesan ?? error.message, "galat"))
  },

  /**
   * Another name for the SOP; whoever names it by the old one is asked about, and changes along. A field that was made
   * anew while somebody typed, or that a dialog takes the focus from, tells one name twice: it is asked about once.
   */
  renameSop(nama) {
    if (this.renaming?.nama === nama) return this.renaming.done
    const one = this.renaming = { nama }
    one.done = this.askRenameSop(nama, () => this.renaming !== one).finally(() => { if (this.renaming === one) this.renaming = null })
    return one.done
  },

  async askRenameSop(nama, overtaken) {
    const { draf } = this
    const plain = () => this.change({ operasi: "setel", jalan: ["nama"], nilai: nama }, { bidang: ["nama"] })
    if (!nama || !draf.asal) return plain()
    const texts = { ...draf.brought.lain, [draf.berkas]: draf.teks }
    const answer = await this.engine("ganti_nama", { sop: draf.berkas.replace(/\.yml$/, ""), nama, lain: texts }).catch(() => null)
    if (overtaken()) return null
    const others = (answer?.naskah ?? []).filter(one => one.berkas !== draf.berkas)
    if (!others.length) return plain()
    const chosen = await ask(say(TULISAN.nama.lain), [
      say(TULISAN.nama.tautan), el("ul", {}, others.map(one => el("li", {}, one.berkas)))
    ], [["ya", say(TULISAN.nama.ganti), true], [null, say(TULISAN.nama.di_sini)]])
    if (!chosen) return plain()
    const lain = { ...draf.lain }
    for (const { berkas, teks } of others) {
      lain[berkas] = { teks, dasar: draf.lain[berkas]?.dasar ?? (await this.engine("buka", { berkas })).dasar }
    }
    await draf.replace(answer.naskah.find(one => one.berkas === draf.berkas)?.teks ?? draf.teks, { bidang: ["nama"] }, lain)
  },

  act(place, more) {
    const row = this.kisi.rowOf(place)
    const operation = row && toggleLane(row, place, more)
    if (!operation) return
    row.lane = operation.pelaksana // a second click before the answer comes counts on the first one
    this.change({ ...operation, tabel: this.view.tabel[place.t].jalan }, place)
  },

  async time(teks, place) {
    const answer = await this.engine("baca_waktu", {
      teks, instansi: this.draf.berkas.split("/")[0], satuan: this.view.isi?.satuan_waktu ?? null, tabel: this.view.tabel[place.t].jalan
    }).catch(() => null)
    return answer && (answer.terbaca ? say(TULISAN.sel.dibaca, { waktu: answer.terbaca }) : answer.pesan)
  },

  async paste(event, place, typing = false) {
    const rows = place && place.n >= 0 && pastedRows(event.clipboardData)
    if (rows && (rows.length > 1 || rows[0].length > 2)) {
      event.preventDefault()
      this.sel.close(true)
      await this.draf.queue
      const operations = await pasteDialog(rows, this.view.tabel[place.t], place.n + 1)
      if (operations) await this.change(operations, { ...place, n: place.n + 1 })
    } else if (!typing && place?.n >= 0) {
      const text = event.clipboardData.getData("text/plain").trim()
      if (!text) return
      event.preventDefault()
      this.sel.edit(place, text)
    }
  }
}
