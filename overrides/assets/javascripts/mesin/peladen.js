/* The engine where a server of this computer is it (`sop sunting`, `sop sajikan`): messages over HTTP. */

const DIAM = {
  jenis: "sambungan",
  pesan: "Penyunting tidak menjawab.",
  cara: "Periksa apakah sop sunting masih berjalan di terminal; yang ditulis tetap tersimpan di peramban.",
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
        ? "Penyunting di terminal sudah dimulai ulang, atau halaman ini tidak dibuka lewat tautannya."
        : await answer.text()
      throw { jenis: "sambungan", pesan, cara: "Buka lagi tautan yang tertulis di terminal." }
    }
    const { hasil, galat } = await answer.json()
    if (galat) throw galat
    return hasil
  }
  return { panggil, perintah: PERINTAH, cara: "peladen", menulis: "menulis" in root.dataset, siap: Promise.resolve() }
}
