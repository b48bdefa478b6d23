/*
 * Names that the handbook knows already, offered while somebody types: roles, documents, laws, SOPs, abbreviations.
 */
import { el, freshId } from "./dom.js"

export class Saran {
  /**
   * `words(kind, text)` resolves to [{teks, keterangan}]; with `lines` each line is an item of its own. `near` gives
   * what is likely here before a letter was typed. With `beside` the list covers nothing below, where there is room.
   */
  constructor(input, kind, words, { lines = false, near = () => [], beside = false } = {}) {
    Object.assign(this, { input, kind, words, lines, near, beside, items: [], index: -1 })
    this.list = el("ul", { class: "sunting-saran", role: "listbox", id: freshId("saran"), hidden: true })
    input.after(this.list)
    this.combobox = input.tagName === "INPUT" // a text area stays one to those who hear it
    if (this.combobox) input.setAttribute("role", "combobox")
    input.setAttribute("aria-autocomplete", "list")
    input.setAttribute("aria-controls", this.list.id)
    this.expanded(false)
    input.addEventListener("input", () => this.ask())
    input.addEventListener("blur", () => setTimeout(() => this.close(), 150))
  }

  expanded(open) {
    if (this.combobox) this.input.setAttribute("aria-expanded", String(open))
  }

  /** Where the item begins and ends that is being typed. */
  span() {
    const { value, selectionStart: at } = this.input
    if (!this.lines) return [0, value.length]
    const start = value.lastIndexOf("\n", at - 1) + 1
    const end = value.indexOf("\n", at)
    return [start, end < 0 ? value.length : end]
  }

  ask() {
    clearTimeout(this.timer)
    this.timer = setTimeout(async () => {
      const text = this.input.value.slice(...this.span()).trim()
      const found = text.length > 1 ? await this.words(this.kind, text).catch(() => []) : text ? [] : this.near()
      const there = this.lines ? this.input.value.split("\n").map(line => line.trim()) : [text]
      if (document.activeElement === this.input) this.show(found.filter(one => !there.includes(one.teks)))
    }, 150)
  }

  show(items) {
    this.items = items
    this.index = -1
    this.list.hidden = !items.length
    const box = this.input.getBoundingClientRect() // fixed in the window: no dialog and no table cuts it off
    const aside = this.beside && innerWidth - box.right > 260
    const [top, left] = aside ? [box.top, box.right + 8] : [box.bottom, box.left]
    Object.assign(this.list.style, { top: `${top}px`, left: `${left}px`, maxHeight: `${Math.max(innerHeight - top - 8, 80)}px` })
    this.expanded(items.length > 0)
    this.list.replaceChildren(...items.map((one, i) => el("li", {
      role: "option", id: `${this.list.id}-${i}`, "aria-selected": "false",
      onpointerdown: event => {
        event.preventDefault()
        this.take(i)
      }
    }, el("b", {}, one.teks), one.keterangan && el("span", {}, one.keterangan))))
  }

  /** What is offered now, and which of it is pointed at: to be offered again in a field that takes this one's place. */
  get offered() {
    return this.list.hidden ? null : { items: this.items, index: this.index }
  }

  offer(offered) {
    if (!offered) return
    clearTimeout(this.timer)
    this.show(offered.items)
    if (offered.index >= 0) this.point(offered.index)
  }

  close() {
    if (!this.list.hidden) this.show([])
    this.input.removeAttribute("aria-activedescendant")
  }

  /** Whether a key was meant for the list. */
  key(event) {
    if (this.list.hidden) return false
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by) this.point((this.index + by + this.items.length + 1) % (this.items.length + 1))
    else if (event.key === "Enter" && this.items[this.index]) this.take(this.index)
    else if (event.key === "Escape") this.close()
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  /** Point at an item; behind the last one is none, so that Enter takes what was typed. */
  point(index) {
    this.index = index < this.items.length ? index : -1
    ;[...this.list.children].forEach((one, i) => one.setAttribute("aria-selected", String(i === this.index)))
    const one = this.list.children[this.index]
    if (one) {
      this.input.setAttribute("aria-activedescendant", one.id)
      one.scrollIntoView({ block: "nearest" })
    } else this.input.removeAttribute("aria-activedescendant")
  }

  take(index) {
    const [start, end] = this.span()
    this.input.setRangeText(this.items[index].teks, start, end, "end")
    this.close()
    this.input.dispatchEvent(new Event("input"))
    clearTimeout(this.timer)
  }
}
