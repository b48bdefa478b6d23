/*
 * One line that says what hands can do at the chosen place, as the bar below a worksheet does.
 */
import { isLane, laneOf } from "./kisi.js"

export const TOUCH = matchMedia("(pointer: coarse)")

/** The words for a place of the table; empty where none is chosen. */
export function hintFor(place, table) {
  if (!place || !table) return ""
  const touch = TOUCH.matches
  if (isLane(place.k)) {
    const whole = table.lane.find(one => one.id === laneOf(place.k))?.nama ?? ""
    const name = whole.length > 32 ? "kolom ini" : whole
    if (place.n < 0) return touch ? "Ketuk dua kali: ganti nama. Seret: pindahkan kolom." : "F2: ganti nama · seret, atau Alt+← →: pindahkan kolom"
    return touch ? `Ketuk: ${name} yang mengerjakan. Tambah yang ikut mengerjakan di bawah.` : `Enter atau klik: ${name} yang mengerjakan · spasi: ikut mengerjakan`
  }
  if (place.k === "no") return touch ? "Seret nomornya untuk memindahkan baris." : "Seret, atau Alt+↑ ↓: pindahkan baris · Delete: hapus baris"
  return touch ? "Ketuk sekali lagi untuk mengetik." : "Langsung ketik, atau F2 · Tab: sel berikutnya · Ctrl+Enter: baris baru · F6: sisi kanan"
}
