/*
 * What is there before the engine is: the table as the site shows it, in which one writes at once, with what was found when
 * it was built. What is done meanwhile is kept on the device, and done, checked and drawn as soon as the engine answers.
 */
import { el, tell } from "./dom.js"
import * as memory from "./ingatan.js"
import { notStarted } from "./tanpa.js"
import { write as say } from "../tulisan.js"

const SOON = say(TULISAN.mesin.segera)

/** Beginning before the engine is there (methods of the editor, index.js). */
export const early = {
  /** What the site brings of a published SOP for showing it at once; null where the engine is to be asked. */
  async brought(sop) {
    const answer = this.mesin.menunggu ? await this.mesin.awal(sop) : null
    if (answer) answer.buka.dasar.teks = answer.buka.teks
    return answer
  },

  /** The view of exactly this text that is at hand: the site's, or the last one that this device has seen. */
  async atHand({ berkas, teks }, brought) {
    if (!this.mesin.menunggu) return null
    const published = brought?.buka.teks === teks
    const view = published ? brought.lihat : await memory.readView(berkas, teks, this.mesin.versi)
    const [from, to] = (published && brought.hari) || []
    const awal = !(from <= this.mesin.hari && this.mesin.hari <= to) // whether today something else may be found than then
    return view?.tabel?.some(one => one.html) ? { bidang: [], temuan: [], ...view, awal } : null
  },

  /** Show it, and say that what is done now is drawn later. */
  showEarly(view) {
    this.soon = el("p", { class: "sunting-menyusul", role: "status" }, `${SOON}…`)
    this.state.after(this.soon)
    this.hear(({ sudah, dari }) => {
      this.soon.textContent = `${SOON} ${say(TULISAN.mesin.bagian, { banyak: sudah, semua: dari })}…`
    })
    this.draf.show(view)
    this.kisi.start()
    this.jump()
    this.mesin.siap.catch(error => this.engineGone(error))
  },

  /** It never came: what is typed goes on being kept, and can be carried elsewhere. */
  engineGone(error) {
    if (!this.soon) return
    this.mesin.kemajuan = null
    this.draf.alone = true
    this.hasil.show()
    this.soon.remove()
    this.soon = notStarted(this, error)
    this.root.querySelector(".sunting-kepala").after(this.soon)
  },

  /** The engine is there: what was published may have changed since the site brought its answer. */
  async caughtUp() {
    const { draf } = this
    if (draf.early) return // it never came
    this.soon?.remove()
    this.soon = this.mesin.kemajuan = null
    await draf.queue
    if (!draf.asal) return
    const now = await this.engine("buka", { berkas: draf.berkas }).catch(() => null)
    if (now && draf === this.draf && now.dasar.sidik !== draf.asal.sidik) await this.outside()
  },

  /** What was done in an earlier visit that ended before the engine was there. */
  goOn(waiting) {
    for (const { ubah, fokus, since } of waiting) this.draf.change(ubah, fokus, since)
    if (waiting.length) tell(say(TULISAN.mesin.lalu))
  },

  /** Keep what is seen of a draft, so that it is there at once the next time. */
  keepView() {
    const { draf } = this
    clearTimeout(this.keepingView)
    if (this.mesin.versi && draf.changed && !draf.early) {
      this.keepingView = setTimeout(() => memory.writeView(draf.berkas, draf.teks, draf.view, this.mesin.versi).catch(() => {}), 1000)
    }
  }
}
