/*
 * The engine of the editor, as the page asks it: one function, whatever stands behind it.
 *
 * `window.sopMesin(root)` reads `data-mesin` of the page's own element and returns `{panggil, cara, siap}`. A call gives
 * plain values, or is refused with `{pesan, cara, jenis}`: what to tell people, what they can do, and which kind it is.
 */
import { peladen } from "./peladen.js"

window.sopMesin = root => peladen(root)
