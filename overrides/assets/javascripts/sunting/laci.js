/*
 * Where the window is too narrow for table and panel beside each other, the panel is a drawer: shut, its tabs stay in sight
 * (at the edge of the table, or at the foot of a window held upright), and so does what is done most with the chosen step.
 */
import { button, el } from "./dom.js"
import { write as say } from "../tulisan.js"

const NARROW = matchMedia("screen and (max-width: 76.234375em)")
const UPRIGHT = matchMedia("screen and (max-width: 59.984375em)")
const KEPT = "sop-sunting-laci"

export class Laci {
  constructor({ root, tabs, body, host }) {
    Object.assign(this, { root, tabs, body, host })
    this.turner = button("", () => this.turn(!this.shut), { class: "sunting-tab__laci", aria: { controls: body.id } })
    this.quick = el("div", { class: "sunting-deret sunting-segera", role: "group", "aria-label": say(TULISAN.baris.ini) })
    root.addEventListener("keydown", event => event.key === "Escape" && !event.defaultPrevented && NARROW.matches && !this.shut && this.leave())
    this.turn(remembered() !== "buka", false)
    for (const one of [NARROW, UPRIGHT]) one.addEventListener("change", () => this.root.isConnected && this.turn(this.shut, false))
  }

  /** Whether the tabs stand one below the other. */
  get upright() {
    return this.shut && NARROW.matches && !UPRIGHT.matches
  }

  turn(shut, keep = true) {
    this.shut = shut
    this.root.classList.toggle("sunting-hasil--tutup", shut)
    this.tabs.setAttribute("aria-orientation", this.upright ? "vertical" : "horizontal")
    const words = shut ? say(TULISAN.sisi.buka) : say(TULISAN.sisi.tutup)
    this.turner.textContent = UPRIGHT.matches ? (shut ? "▴" : "▾") : shut ? "‹" : "›"
    this.turner.title = words
    this.turner.setAttribute("aria-label", words)
    this.turner.setAttribute("aria-expanded", String(!shut))
    if (UPRIGHT.matches) this.root.prepend(this.quick)
    else this.host.tabs.after(this.quick)
    if (!keep) return
    remember(shut ? "tutup" : "buka")
    this.host.kisi.seen() // the window of the table has another size now
  }

  /** A tab was pressed; true where it is to be shown, and not the drawer to be shut behind it. */
  pick(same) {
    const show = !NARROW.matches || this.shut || !same
    if (NARROW.matches) this.turn(!show)
    return show
  }

  /** Shut it from within: the focus goes to where one writes, not with what is gone. */
  leave() {
    this.turn(true)
    this.host.backToWork()
  }

  /** Out of the way while somebody points at a row of the table; returns what brings it back. */
  aside() {
    if (!NARROW.matches || this.shut) return () => {}
    this.turn(true, false)
    return () => this.turn(false, false)
  }

  /** What can be done with the chosen step while its panel is shut. */
  offer(actions) {
    this.quick.replaceChildren(...actions.map(([text, work, props]) => button(text, work, props)))
    this.quick.hidden = !actions.length
  }
}

/* A browser may refuse to remember. */
function remembered() {
  try {
    return localStorage.getItem(KEPT)
  } catch {
    return null
  }
}

function remember(value) {
  try {
    localStorage.setItem(KEPT, value)
  } catch { /* shut again the next time */ }
}
