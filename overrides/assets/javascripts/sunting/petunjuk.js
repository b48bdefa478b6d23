/*
 * One line that says what hands can do at the chosen place, as the bar below a worksheet does.
 */
import { isLane, laneOf } from "./kisi.js"
import { write as say } from "../tulisan.js"

export const TOUCH = matchMedia("(pointer: coarse)")

/** The words for a place of the table; empty where none is chosen. */
export function hintFor(place, table) {
  if (!place || !table) return ""
  const touch = TOUCH.matches
  if (isLane(place.k)) {
    const whole = table.lane.find(one => one.id === laneOf(place.k))?.nama ?? ""
    const name = whole.length > 32 ? say(TULISAN.kolom.kolom_ini) : whole
    if (place.n < 0) return touch ? say(TULISAN.petunjuk.kolom_jari) : say(TULISAN.petunjuk.kolom)
    return touch ? say(TULISAN.petunjuk.pelaku_jari, { nama: name }) : say(TULISAN.petunjuk.pelaku, { nama: name })
  }
  if (place.k === "no") return touch ? say(TULISAN.petunjuk.nomor_jari) : say(TULISAN.petunjuk.nomor)
  return touch ? say(TULISAN.petunjuk.sel_jari) : say(TULISAN.petunjuk.sel)
}
