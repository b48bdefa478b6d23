/*
 * The editor without a connection: once its engine has started, the site's worker is asked to keep all that it needs.
 */
import { el } from "./dom.js"
import { write } from "../tulisan.js"

/** Resolves to whether this device keeps the editor. */
export async function kept(mesin) {
  const there = navigator.serviceWorker
  if (mesin.cara !== "peramban" || !there || !document.querySelector("link[rel=manifest]") || navigator.connection?.saveData) return false
  try {
    await mesin.siap
    for (;;) {
      const other = new Promise(resolve => there.addEventListener("controllerchange", resolve, { once: true }))
      const place = await there.ready
      if (await asked(place.active, mesin.versi)) return true
      place.update().catch(() => {}) // a worker of another version: browsers look for the next one when they please
      await other
    }
  } catch {
    return false
  }
}

function asked(worker, versi) {
  const channel = new MessageChannel()
  const answer = new Promise(resolve => { channel.port1.onmessage = ({ data }) => resolve(Boolean(data.selesai)) })
  worker.postMessage({ perintah: "penyunting", versi }, [channel.port2])
  return answer
}

/** A line that says so, once it is known. */
export function keptHere(offline) {
  const line = el("p", { class: "sunting-isian__arti", role: "status" })
  offline.then(yes => { if (yes) line.textContent = write(TULISAN.tanpa_mesin.luring) })
  return line
}
