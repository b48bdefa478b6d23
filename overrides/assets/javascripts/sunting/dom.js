/*
 * Small things that all parts of the editor share: making elements, and words for people.
 */
import { write as say } from "../tulisan.js"

/** The finding that a field is to be confirmed; beside the field a button says so. */
export const DOUBT = "SOP-P001"

/** Make an element: properties, `data`, `aria`, listeners as `onclick`; children are nodes or texts, never HTML. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue
    if (name === "data") Object.assign(node.dataset, value)
    else if (name === "aria") for (const [k, v] of Object.entries(value)) node.setAttribute(`aria-${k}`, v)
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value)
    else if (name === "class") node.className = value
    else if (name in node && name !== "list" && name !== "form") node[name] = value
    else node.setAttribute(name, value)
  }
  node.append(...children.flat(Infinity).filter(one => one !== null && one !== undefined && one !== false))
  return node
}

/** A sentence of the engine, in which `names` of the file stand between backquotes. */
export const sentence = text => String(text ?? "").split(/`([^`]+)`/).map((part, i) => (i % 2 ? el("code", {}, part) : part))

/** A button; `key` is told beside its name where there is one. */
export function button(text, onclick, { key, class: extra = "", ...props } = {}) {
  return el("button", {
    type: "button", class: `sunting-tombol ${extra}`.trim(), onclick, title: key ? `${props.title ?? text} (${key})` : props.title, ...omit(props)
  }, text)
}

/** Buttons that stand in the row where there is room, and behind one button where there is not. */
export function menu(...buttons) {
  const list = el("div", { class: "sunting-menu__isi" }, buttons)
  const opener = button("⋯", () => turn(opener.getAttribute("aria-expanded") !== "true"), { title: say(TULISAN.penyunting.pilihan_lain), class: "sunting-menu__buka", aria: { label: say(TULISAN.penyunting.pilihan_lain), expanded: "false" } })
  const turn = open => opener.setAttribute("aria-expanded", String(open))
  const whole = el("div", {
    class: "sunting-menu", onclick: event => list.contains(event.target) && turn(false),
    onfocusout: event => whole.contains(event.relatedTarget) || turn(false),
    onkeydown: event => {
      if (event.key !== "Escape" || opener.getAttribute("aria-expanded") !== "true") return
      turn(false)
      opener.focus()
    }
  }, opener, list)
  return whole
}

const omit = ({ title, ...rest }) => rest

let counter = 0

/** A name for an element that another one is described by. */
export const freshId = word => `sunting-${word}-${++counter}`

/** A field with its label above it and what it means below it. */
export function field(label, control, { help, doubt, findings = [] } = {}) {
  control.id ||= freshId("isian")
  const about = []
  const notes = [
    help && note(help, "sunting-isian__arti", about),
    doubt !== undefined && doubt !== null && note(say(TULISAN.penyunting.ragu, { alasan: doubt || say(TULISAN.penyunting.belum_pasti) }), "sunting-isian__ragu", about),
    ...findings.map(one => note(sentence(`${one.pesan} ${one.cara ?? ""}`), `sunting-isian__temuan sunting--${one.tingkat}`, about))
  ]
  if (about.length) control.setAttribute("aria-describedby", about.join(" "))
  return el("div", { class: "sunting-isian" }, el("label", { htmlFor: control.id }, label), control, notes)
}

function note(text, name, about) {
  const id = freshId("ket")
  about.push(id)
  return el("p", { class: name, id }, text)
}

/** A text area that is as high as its text. */
export function growing(area) {
  const fit = () => {
    area.style.height = "auto"
    area.style.height = `${area.scrollHeight + 2}px`
  }
  area.addEventListener("input", fit)
  requestAnimationFrame(fit)
  return area
}

const isText = node => node?.matches?.("textarea, input:not([type])")

/** Note what stood in each field of `root` when somebody came to it. */
export const noteBefore = root => root.addEventListener("focusin", ({ target }) => isText(target) && (target.before = target.value))

/**
 * Make the fields of `root` anew while somebody may be typing in one: `find` leads from the old field to the new one,
 * which has the focus, the letters and the caret of the old one, and is still written when it is left.
 */
export function remake(root, make, find) {
  const old = root.contains(document.activeElement) ? document.activeElement : null
  const where = old && find(old)
  const typed = isText(old) && old.before !== undefined && old.value !== old.before
  const caret = isText(old) ? [old.selectionStart, old.selectionEnd] : null
  make()
  const now = where?.()
  if (!now) return
  now.focus({ preventScroll: true })
  if (!isText(now)) return
  if (typed && now.value !== old.value) {
    now.value = old.value
    now.dispatchEvent(new Event("input"))
    let told = false
    now.addEventListener("change", () => (told = true), { once: true })
    now.addEventListener("blur", () => told || !now.isConnected || now.dispatchEvent(new Event("change")), { once: true })
  }
  if (caret) now.setSelectionRange(...caret)
}

let speaker

/** Say something to those who hear the page, and show it for a while to those who see it. */
export function tell(text, kind = "kabar") {
  if (!speaker?.isConnected) {
    speaker = el("div", { class: "sunting-kabar", role: "status", "aria-live": "polite" })
    document.body.append(speaker)
  }
  const line = el("p", { class: `sunting-kabar__satu sunting--${kind}` }, text)
  speaker.replaceChildren(line)
  clearTimeout(tell.timer)
  tell.timer = setTimeout(() => line.remove(), Math.max(4000, text.length * 70))
}

/** Ask in a dialog; resolves to the value of the button that was pressed, or null. */
export function ask(title, body, choices) {
  return new Promise(resolve => {
    const dialog = el("dialog", { class: "sunting-dialog md-typeset" })
    const close = value => {
      dialog.close()
      dialog.remove()
      resolve(value)
    }
    dialog.setAttribute("aria-label", title)
    dialog.addEventListener("cancel", event => {
      event.preventDefault()
      close(null)
    })
    dialog.append(
      el("h2", {}, title),
      ...[body].flat().map(one => (typeof one === "string" ? el("p", {}, one) : one)),
      el("div", { class: "sunting-dialog__pilihan" },
        choices.map(([value, text, main]) => button(text, () => close(value), { class: main ? "sunting-tombol--utama" : "" })))
    )
    dialog.addEventListener("keydown", event => {
      if (event.key !== "Enter" || event.isComposing || event.defaultPrevented || !event.target.matches("input:not([type=checkbox], [type=radio], [type=file])")) return
      event.preventDefault()
      dialog.querySelector(".sunting-dialog__pilihan .sunting-tombol--utama")?.click()
    })
    document.body.append(dialog)
    dialog.showModal()
    if (!dialog.querySelector("input:not([type=checkbox]), textarea, select")) dialog.querySelector(".sunting-dialog__pilihan .sunting-tombol--utama")?.focus()
  })
}

/** Write a number of things; `word` names their text: 1 langkah. */
export const count = (n, word) => say(word, { banyak: n.toLocaleString("id-ID") })

/** A text as the lines of its list, and back: empty lines are no items. */
export const toLines = value => (Array.isArray(value) ? value.map(plain).join("\n") : plain(value))
export const fromLines = text => {
  const lines = text.split("\n").map(line => line.trim()).filter(Boolean)
  return lines.length > 1 ? lines : lines.length ? lines[0] : null
}

/** What is written at a place, as the text that a person may edit. */
function plain(value) {
  if (value === null || value === undefined) return ""
  if (typeof value === "object") return value.teks ?? value.nama ?? ""
  return String(value)
}
