/* The engine where a server of this computer is it (`sop sunting`, `sop sajikan`): messages over HTTP. */
import { write as say } from "../tulisan.js"

const DIAM = {
  jenis: "sambungan",
  pesan: say(TULISAN.mesin.diam),
  cara: say(TULISAN.mesin.diam_cara),
}

/** What the engine can do beside showing and changing a text. */
export const PERINTAH = ["gabung", "bungkus_usul"]

export function peladen(root) {
  const kunci = root.dataset.kunci
  const panggil = async (perintah, isi = {}) => {
    let answer
    try {
      answer = await fetch(`/.sajikan/sunting/${encodeURIComponent(perintah)}`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Kunci-Sajikan": kunci },
        body: JSON.stringify(isi),
        credentials: "same-origin",
      })
    } catch {
      throw DIAM
    }
    if (!answer.ok) {
      const pesan = answer.status === 403
        ? say(TULISAN.mesin.asing)
        : await answer.text()
      throw { jenis: "sambungan", pesan, cara: say(TULISAN.mesin.asing_cara) }
    }
    const { hasil, galat } = await answer.json()
    if (galat) throw galat
    return hasil
  }
  return { panggil, perintah: PERINTAH, cara: "peladen", menulis: "menulis" in root.dataset, siap: Promise.resolve() }
}
