/*
 * What is kept on the device, and how drafts, tabs and what is published meet.
 */
import { ask, el, tell } from "./dom.js"
import * as memory from "./ingatan.js"
import { write as say } from "../tulisan.js"

/** Keeping drafts (methods of the editor, index.js). */
export const keeping = {
  /** The published text has changed since the draft began: it is merged, and what both changed is asked about. */
  async stale(terbit) {
    const { draf } = this
    const teks = await this.mergedInto({ berkas: draf.berkas, asal: draf.asal.teks, kini: terbit.teks, usulan: draf.teks }).catch(() => null)
    if (teks === null) return this.oneOrOther(terbit)
    draf.asal = terbit
    await draf.replace(teks)
    tell(say(TULISAN.temu.digabung))
  },

  /** The text that has the changes of both; what both changed is asked about. `there` names the other one. */
  async mergedInto(texts, there = say(TULISAN.temu.terbit)) {
    const merged = await this.engine("gabung", texts)
    if (!merged.konflik?.length) return merged.teks
    const pilihan = {}
    this.decided ??= new Set() // who has said so once of the same words is not asked at every sending
    for (const one of merged.konflik) {
      const same = JSON.stringify([texts.berkas, one.kunci, one.kini])
      pilihan[one.kunci] = this.decided.has(same) ? "usulan" : await ask(say(TULISAN.temu.keduanya, { isian: one.sebutan }), versions(one.asal, one.kini, one.usulan, there), [
        ["usulan", say(TULISAN.temu.pakai_anda), true], ["kini", say(TULISAN.temu.pakai_itu, { apa: there })]
      ]) ?? "usulan"
      if (pilihan[one.kunci] === "usulan") this.decided.add(same)
    }
    return (await this.engine("gabung", { ...texts, pilihan })).teks
  },

  /** What cannot be merged field by field is chosen as a whole; the other one is one undo away. */
  async oneOrOther(terbit) {
    const { draf } = this
    const choice = await ask(say(TULISAN.temu.berubah), say(TULISAN.temu.tak_tergabung), [["usulan", say(TULISAN.mula.lanjutkan), true], ["kini", say(TULISAN.temu.pakai_terbit)]])
    draf.asal = terbit
    await (choice === "kini" ? draf.replace(terbit.teks) : draf.look())
  },

  /** A file of the working folder has changed: what is published is read again, and merged with what was written. */
  async outside() {
    const { draf } = this
    if (!draf?.asal) return
    const { teks, dasar } = await this.engine("buka", { berkas: draf.berkas }).catch(() => ({}))
    const same = dasar?.sidik === draf.asal.sidik || draf.teks === teks
    if (dasar && !same && draf.changed) return this.stale(dasar)
    if (dasar) draf.asal = dasar
    if (!dasar || same) return draf.look()
    await draf.replace(teks)
    tell(say(TULISAN.temu.di_luar))
  },

  /** Keep the draft on the device; another tab that has written meanwhile is not written over. */
  async keep() {
    this.unkept = true
    this.keeping = (this.keeping ?? Promise.resolve()).then(async () => {
      const nama = String(this.view?.isi?.nama ?? "")
      try {
        const number = await memory.write(this.draf, this.known, nama)
        if (number === null) return this.otherTab()
        this.known = number
        this.unkept = false
        this.state.textContent = await memory.works()
          ? say(TULISAN.temu.tersimpan, { pukul: new Date().toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit" }) })
          : say(TULISAN.temu.tanpa_simpanan)
      } catch {
        this.state.textContent = say(TULISAN.temu.penuh)
      }
    })
    return this.keeping
  },

  async otherTab() {
    const kept = await memory.read(this.draf.berkas)
    if (!kept || kept.hitungan === this.known || this.asking) return
    if (kept.teks === this.draf.teks) {
      this.known = kept.hitungan
      return
    }
    this.asking = true
    const choice = await ask(say(TULISAN.temu.tab), say(TULISAN.temu.tab_arti), [["lain", say(TULISAN.temu.tab_lain), true], ["sini", say(TULISAN.temu.tab_ini)]])
    this.asking = false
    this.taking = true
    try {
      const newest = await memory.read(this.draf.berkas)
      this.known = newest?.hitungan ?? this.known
      await (choice === "lain" ? this.draf.replace(newest.teks) : this.keep())
    } finally {
      this.taking = false
    }
  },

  async revert() {
    const { draf } = this
    if (draf.dasar === null) return this.discard()
    if (!draf.changed) return tell(say(TULISAN.temu.sama))
    const sure = await ask(say(TULISAN.temu.kembali), say(TULISAN.temu.kembali_arti), [["ya", say(TULISAN.penyunting.kembali), false], [null, say(TULISAN.temu.tetap), true]])
    if (sure) await draf.replace(draf.dasar, null, {})
  },

  /** Throw away what is published nowhere, once that is wanted, and go where one begins. */
  async discard() {
    const { draf } = this
    const sure = await ask(say(TULISAN.mula.buang_tanya), say(TULISAN.temu.belum_terbit), [["ya", say(TULISAN.penyunting.buang_draf), false], [null, say(TULISAN.temu.tetap), true]])
    if (!sure || this.draf !== draf) return
    this.sel.close(false)
    await draf.queue
    if (this.keeping) await this.keeping
    this.unkept = false
    await memory.forget(draf.berkas)
    await this.choose()
  },

  /** After the working folder has been written: what was sent is now what is published there. */
  async saved(answer) {
    const { draf } = this
    draf.published(answer?.dasar ?? { ...draf.asal, teks: draf.teks }, answer?.semua ?? {})
    if (this.keeping) await this.keeping
    await memory.forget(draf.berkas)
    this.known = undefined
    this.unkept = false
    this.state.textContent = say(TULISAN.temu.di_folder)
    await draf.look()
  }
}

function versions(asal, kini, usulan, there) {
  const rows = [[say(TULISAN.temu.semula), asal || say(TULISAN.temu.kosong)], [`${there[0].toUpperCase()}${there.slice(1)}`, kini || say(TULISAN.temu.dihapus)], [say(TULISAN.temu.tulisan_anda), usulan || say(TULISAN.temu.dihapus)]]
  return el("dl", { class: "sunting-konflik" }, rows.map(([what, words]) => [el("dt", {}, what), el("dd", {}, words)]))
}
