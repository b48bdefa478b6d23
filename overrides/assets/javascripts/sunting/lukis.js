/*
 * A drawn table in the page: where one stands already, only the cells that are drawn otherwise are replaced. A change is one or two
 * cells of three hundred; the others keep their elements, so that browsers neither style nor measure them anew, and whoever types
 * there goes on.
 */
import { el } from "./dom.js"

const LIST = "tbody, ol"
const ROW = /^<tr id="([^"]+)"/

export class Lukisan {
  constructor(t) {
    this.holder = el("div", { class: "sunting-tabel", data: { t } })
    this.list = null
    /** Rows by their anchors, with their cells, each with how it was drawn; and what stands around them. */
    this.rows = new Map()
    this.around = []
    /** Elements in which something else is seen than what was drawn. */
    this.touched = new WeakSet()
    /** Whether the last drawing changed more than words: symbols, arrows, the order of rows. */
    this.flow = true
  }

  /** Show what was drawn; the engine's own drawing: escaped by the templates of the site. Tells whether the head is another. */
  draw(html) {
    const text = taken(html)
    this.flow = false
    if (text && this.text && text.frame === this.text.frame) {
      this.fill(text.rows.map(one => this.row(one)))
      return false
    }
    const next = parsed(html)
    const list = next.querySelector(LIST)
    const rows = [...list?.children ?? []].map(drawnRow)
    list?.replaceChildren()
    const around = pieces(next)
    this.text = text?.rows.length === rows.length ? text : null
    if (this.text) rows.forEach((one, i) => (one.text = text.rows[i]))
    if (this.list && list && around.map(one => one.name).join() === this.around.map(one => one.name).join()) {
      this.fill(rows.map(one => this.merged(this.rows.get(one.node.id), one)))
      return this.frame(around)
    }
    list?.replaceChildren(...rows.map(one => one.node))
    this.holder.replaceChildren(next)
    Object.assign(this, { list, around, rows: new Map(rows.map(one => [one.node.id, one])), flow: true })
    return true
  }

  /** The row of a text: the one that stands there, where it was drawn from the same. */
  row(text) {
    const now = this.rows.get(ROW.exec(text)[1])
    if (now?.text === text && !now.cells.some(one => this.touched.has(one.node))) return now
    const next = { ...drawnRow(parsed(`<table><tbody>${text}</tbody></table>`).querySelector("tr")), text }
    return this.merged(now, next)
  }

  fill(rows) {
    const kept = new Set(rows.map(one => one.node))
    for (const node of [...this.list.children]) {
      if (kept.has(node)) continue
      node.remove()
      this.flow = true
    }
    let next = this.list.firstChild
    for (const { node } of rows) {
      if (node === next) next = next.nextSibling
      else {
        this.list.insertBefore(node, next)
        this.flow = true
      }
    }
    this.rows = new Map(rows.map(one => [one.node.id, one]))
  }

  /** The row that stands there with the cells of the new one; or the new one, where it has others. */
  merged(now, next) {
    if (!now || now.cells.length !== next.cells.length || now.as !== next.as) return next
    now.text = next.text
    now.cells = now.cells.map((one, i) => {
      const other = next.cells[i]
      if (one.as === other.as && !this.touched.has(one.node)) return one
      this.flow ||= other.node.classList.contains("sop-lane")
      one.node.replaceWith(other.node)
      if (one.node === now.node) now.node = other.node
      return other
    })
    return now
  }

  /** What stands around the rows. */
  frame(around) {
    let head = false
    around.forEach((one, i) => {
      const now = this.around[i]
      if (now.as === one.as) return
      if (one.whole) {
        now.node.replaceWith(one.node)
        now.node = one.node
        head ||= one.name === "THEAD"
      } else now.node.style.cssText = one.node.style.cssText
      now.as = one.as
    })
    return head
  }
}

/** What was drawn, as elements. */
function parsed(html) {
  const made = document.createElement("template")
  made.innerHTML = html
  for (const link of made.content.querySelectorAll("a")) link.replaceWith(el("span", { class: link.className }, ...link.childNodes))
  made.content.querySelector("table")?.removeAttribute("id")
  return made.content
}

/** The text of a table, taken apart into its rows and what stands around them; null where that is not so plain. */
function taken(html) {
  const [before, inside, after, ...more] = html.split(/(?<=<tbody>)|(?=<\/tbody>)/)
  const rows = after && !more.length ? inside.split(/(?<=<\/tr>)/).map(one => one.trim()).filter(Boolean) : []
  if (!rows.length || !rows.every(one => ROW.test(one) && one.endsWith("</tr>") && one.lastIndexOf("<tr") === 0)) return null
  return { frame: before + after, rows }
}

/** A row of a table with its cells, or of a list, where it is its only one. */
function drawnRow(node) {
  const cells = [...node.tagName === "TR" ? node.cells : [node]].map(one => ({ node: one, as: one.outerHTML }))
  return { node, cells, as: node.tagName === "TR" ? node.cloneNode().outerHTML : "" }
}

/** What stands around the rows: what is left as it is but for its style, and what is replaced as a whole. */
function pieces(root) {
  const found = []
  const look = parent => {
    for (const node of parent.children) {
      const whole = !node.querySelector(LIST) && !node.matches(LIST)
      found.push({ node, whole, name: node.tagName, as: whole ? node.outerHTML : node.getAttribute("style") })
      if (!whole) look(node)
    }
  }
  look(root)
  return found
}
