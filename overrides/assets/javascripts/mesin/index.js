/*
 * The engine of the editor, as the page asks it: one function, whatever stands behind it.
 *
 * `window.sopMesin(root)` reads `data-mesin` of the page's own element and returns `{panggil, cara, siap, kemajuan}`. A
 * call gives plain values, or is refused with `{pesan, cara, jenis}`: what to tell people, what they can do, which kind.
 */
import { peladen } from "./peladen.js"
import { peramban } from "./peramban.js"

window.sopMesin = root => (root.dataset.mesin === "peladen" ? peladen(root) : peramban(root))
