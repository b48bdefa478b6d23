/*
 * The editor without a connection: once its engine has started, the site's worker is asked to keep all that it needs. What
 * fails is tried again by itself, a few times, when the connection comes back, and whenever somebody asks for it.
 */
import { button, el } from "./dom.js"
import { settled } from "../giliran.js"
import { write } from "../tulisan.js"

/** Milliseconds before each attempt. */
const PAUSES = [0, 5_000, 30_000, 120_000]
/** Milliseconds after which somebody who says nothing is no longer waited for: browsers end what a worker does by then. */
const SILENCE = 300_000
const WHY = {
  versi: TULISAN.tanpa_mesin.luring_versi,
  ruang: TULISAN.tanpa_mesin.luring_ruang,
  sambungan: TULISAN.tanpa_mesin.luring_sambungan,
}

/** Whether this device keeps the editor; `keadaan` is null until that is known, "" when it does, else why it does not. */
export class Luring extends EventTarget {
  constructor(mesin) {
    super()
    Object.assign(this, { mesin, keadaan: null })
    /** Whether it can be kept here at all. */
    this.dapat = mesin.cara === "peramban" && "serviceWorker" in navigator && Boolean(document.querySelector("link[rel=manifest]")) && !navigator.connection?.saveData
    if (!this.dapat) return
    mesin.siap.then(() => this.again(), () => {})
    addEventListener("online", () => this.keadaan && this.again())
  }

  /** Try, now, until it is kept, or until nothing is to be hoped for at present. */
  again() {
    this.hurry?.()
    this.trying ??= this.attempts().finally(() => { this.trying = null })
    return this.trying
  }

  async attempts() {
    for (const pause of PAUSES) {
      await new Promise(resolve => { setTimeout(this.hurry = resolve, pause) })
      this.tell(await keep(this.mesin.versi).catch(() => "sambungan"))
      if (this.keadaan !== "sambungan") return
    }
  }

  tell(keadaan) {
    this.keadaan = keadaan
    this.dispatchEvent(new Event("keadaan"))
  }
}

/** Have it kept; resolves to "" or to why it is not. */
async function keep(versi) {
  const place = await spoken(resolve => navigator.serviceWorker.ready.then(resolve))
  await settled(place)
  const said = await asked(place.active, versi)
  if (said !== "versi") return said
  await place.update() // a worker of another version: browsers look for the next one when they please
  await settled(place)
  return asked(place.active, versi)
}

const asked = (worker, versi) => spoken((resolve, heard) => {
  const channel = new MessageChannel()
  channel.port1.onmessage = ({ data }) => {
    if (data.selesai) resolve("")
    else if (data.gagal) resolve(data.gagal)
    else heard()
  }
  worker.postMessage({ perintah: "penyunting", versi }, [channel.port2])
})

/** A promise that is refused where nothing has been heard for too long. */
function spoken(work) {
  return new Promise((resolve, reject) => {
    let late
    const heard = () => {
      clearTimeout(late)
      late = setTimeout(reject, SILENCE, new Error("diam"))
    }
    heard()
    work(value => { clearTimeout(late); resolve(value) }, heard)
  })
}

/** A line that says so, once it is known, with what can be done where it failed. */
export function keptHere(luring) {
  const line = el("div", { class: "sunting-luring", role: "status" })
  const show = () => {
    const { keadaan } = luring
    if (keadaan === null) return
    const text = write(keadaan ? WHY[keadaan] ?? WHY.sambungan : TULISAN.tanpa_mesin.luring)
    line.replaceChildren(el("p", { class: "sunting-isian__arti" }, text), ...(keadaan ? [remedy(keadaan)] : []))
  }
  const remedy = keadaan => keadaan === "versi"
    ? button(write(TULISAN.tanpa_mesin.muat), () => location.reload())
    : button(write(TULISAN.tanpa_mesin.lagi), event => {
      event.currentTarget.disabled = true
      luring.again()
    })
  luring.addEventListener("keadaan", show)
  show()
  return line
}
