/* "Instansi saya": chosen once, kept by the browser, decides between results that answer equally well. */

const base = () => new URL(JSON.parse(document.querySelector("#__config").textContent).base, location.href)

/** Several handbooks may stand on one host. */
const key = () => `sop-instansi:${base().pathname}`

/** The office that was chosen, as { id, nama }; undefined where none was, or where the browser keeps nothing. */
export function chosen() {
  try {
    return JSON.parse(localStorage.getItem(key())) ?? undefined
  } catch {
    return undefined
  }
}

/** Keep an office, or with undefined forget it, and tell the page. */
export function choose(office) {
  try {
    if (office) localStorage.setItem(key(), JSON.stringify(office))
    else localStorage.removeItem(key())
  } catch { /* private windows keep nothing: the choice holds for this page */ }
  document.dispatchEvent(new CustomEvent("sop-instansi", { detail: office }))
}

/** Address of a page of this handbook, from what the index calls it. */
export const address = ref => new URL(ref, base()).href
