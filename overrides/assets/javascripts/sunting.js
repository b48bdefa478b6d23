/*
 * The editor's page: what it needs is loaded there only (mesin/: the engine, sunting/: what is seen and typed in).
 */
import { write } from "./tulisan.js"

{
  const here = document.currentScript.src

  function load(file) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script")
      script.src = new URL(file, here)
      script.onload = resolve
      script.onerror = () => reject(new Error(`${script.src} tidak dapat dimuat`))
      document.head.append(script)
    })
  }

  let loaded

  async function start() {
    const root = document.getElementById("sunting")
    if (!root || root.dataset.mulai) return
    root.dataset.mulai = "ya"
    try {
      loaded ??= window.sopDimuat ?? [load(BUNDLES.mesin), load(BUNDLES.sunting)]
      await loaded[0]
      const mesin = window.sopMesin(root) // what takes longest begins first
      await loaded[1]
      await window.sopSunting(root, mesin)
    } catch (error) {
      loaded = window.sopDimuat = undefined
      const note = document.createElement("p")
      note.setAttribute("role", "alert")
      note.textContent = write(TULISAN.penyunting.gagal)
      root.replaceChildren(note)
      console.warn(`Penyunting: ${error?.message ?? error}`)
    }
  }

  const fetched = new Set()

  /** Whoever is about to follow a link to it gets its scripts early: not the engine, which many read without. */
  function soon({ target }) {
    const link = target.closest?.("a[href]")
    if (!link || link.origin !== location.origin || !/\/sunting\/$/.test(link.pathname) || navigator.connection?.saveData) return
    for (const file of [BUNDLES.mesin, BUNDLES.sunting]) {
      if (fetched.has(file)) continue
      fetched.add(file)
      document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: new URL(file, here).href }))
    }
  }
  for (const intent of ["pointerover", "focusin"]) document.addEventListener(intent, soon)

  // Its page is loaded and left as a whole: what it allows (its Content-Security-Policy) holds for it alone.
  addEventListener("click", event => {
    const link = event.target.closest?.("a[href]")
    if (link && !link.target && (document.getElementById("sunting") || /\/sunting\/$/.test(link.pathname))) link.target = "_self"
  }, true)

  start()
  window.document$?.subscribe(start)
}
