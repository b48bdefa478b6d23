/*
 * The flow in the step table answers: a step that is pointed at or focused shows its arrows and the
 * steps before and after it; a click on a role makes the other lanes step back. Pages work without.
 * The roles are one stop for the Tab key, with arrow keys between them.
 */
"use strict"

import { write } from "./tulisan.js"

{
  const LIT = ["sop-nyala", "sop-kini", "sop-sebelum", "sop-sesudah"]
  const CHOSEN = ["sop-terkait", "sop-bertugas", "sop-pilih"]
  const table = element => element?.closest(".sop-tabel")
  const row = element => element?.closest?.(".sop-tabel tbody tr[id]")

  /** Remove classes from all that is in a table. */
  function clear(root, names) {
    for (const element of root.querySelectorAll(names.map(name => `.${name}`).join())) element.classList.remove(...names)
  }

  /** The arrows of a table, or those alone that begin or end at a step; heads where arrows meet name no ends. */
  function* arrows(root, step = null) {
    const symbol = id => root.querySelector(`[data-s="${id}"]`)
    const here = step && new Set([...step.querySelectorAll("[data-s]")].map(one => one.dataset.s))
    for (const { dataset: { p, dari, ke } } of root.querySelectorAll(".sop-ujung[data-ke]")) {
      if (!here || here.has(dari) || here.has(ke)) yield { id: p, from: symbol(dari), to: symbol(ke) }
    }
  }

  function mark(root, id, name) {
    for (const piece of root.querySelectorAll(`[data-p="${id}"]`)) piece.classList.add(name)
  }

  // --- A step ---------------------------------------------------------------------------------

  let lit = null
  let within = null // its table; what is edited may be taken out of it

  // That something is lit is an attribute of the table and no class: browsers style all of a table anew whose class changes.
  function light(target) {
    if (target === lit) return
    if (within) {
      clear(within, LIT)
      within.removeAttribute("data-nyala")
    }
    lit = target
    within = table(target) ?? null
    if (!within) return
    target.classList.add("sop-kini")
    for (const { id, from, to } of arrows(within, target)) {
      const [before, after] = [row(from), row(to)]
      within.dataset.nyala = ""
      mark(within, id, "sop-nyala")
      if (before && before !== target) before.classList.add("sop-sebelum")
      if (after && after !== target) after.classList.add("sop-sesudah")
    }
  }

  /** What is focused counts again when the pointer leaves. */
  const focused = () => row(document.activeElement) ?? null

  document.addEventListener("pointerover", event => {
    if (event.pointerType === "mouse") light(row(event.target) ?? focused())
  })
  document.addEventListener("focusin", event => light(row(event.target) ?? null))
  document.addEventListener("focusout", () => queueMicrotask(() => light(focused()))) // it may be on its way to another cell
  // Rows were drawn anew (sunting/kisi.js)
  document.addEventListener("sop-digambar", () => {
    const now = lit && row(document.getElementById(lit.id))
    light(null)
    light(now ?? focused())
  })

  // --- A role -----------------------------------------------------------------------------------

  function choose(button, on) {
    const root = table(button)
    clear(root, CHOSEN)
    root.classList.remove("sop-tabel--lajur")
    for (const other of root.querySelectorAll(".sop-lajur")) {
      other.setAttribute("aria-pressed", String(on && other === button))
    }
    if (!on) return
    root.classList.add("sop-tabel--lajur")
    const lane = [...root.querySelectorAll(".sop-lajur")].indexOf(button)
    for (const step of root.querySelectorAll("tbody tr[id]")) {
      const cell = step.querySelectorAll(".sop-lane")[lane]
      cell.classList.add("sop-pilih")
      step.classList.toggle("sop-bertugas", cell.querySelector(".sop-lambang") !== null)
    }
    for (const { id, from, to } of arrows(root)) {
      if (from.closest(".sop-pilih") || to.closest(".sop-pilih")) mark(root, id, "sop-terkait")
    }
  }

  document.addEventListener("click", event => {
    const button = event.target.closest?.(".sop-lajur")
    if (button) choose(button, button.getAttribute("aria-pressed") !== "true")
  })
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return
    for (const button of document.querySelectorAll('.sop-lajur[aria-pressed="true"]')) {
      choose(button, false)
    }
  })

  /** Turn a role's name into a button; the link to its page, where there is one, stands beside it. */
  function addButton(heading) {
    const link = heading.querySelector("a")
    const words = heading.textContent.trim()
    const name = words.replace(/[\u00ad\u200b]/g, "")
    const button = document.createElement("button")
    button.type = "button"
    button.className = "sop-lajur"
    button.title = write(TULISAN.alur.tonjolkan, { nama: name })
    button.setAttribute("aria-pressed", "false")
    button.textContent = words
    heading.abbr = words
    heading.replaceChildren(button)
    if (!link) return
    link.className = "sop-lajur__halaman"
    link.textContent = "↗"
    link.title = write(TULISAN.alur.halaman, { nama: name })
    link.setAttribute("aria-label", link.title)
    heading.append(link)
  }

  // --- The heads of the lanes are one stop for the Tab key; arrow keys go from one to the next ------

  const HEADS = ":is(.sop-lajur, .sop-lajur__halaman)"
  const headsOf = element => [...element.closest("thead").querySelectorAll(HEADS)]

  function stopAt(goal) {
    for (const head of headsOf(goal)) head.tabIndex = head === goal ? 0 : -1
  }

  /** Where a key leads from a head; undefined where it leads nowhere. */
  function goalOf(key, head) {
    const heads = headsOf(head)
    const at = heads.indexOf(head)
    return { ArrowRight: heads[at + 1], ArrowLeft: heads[at - 1], Home: heads[0], End: heads[heads.length - 1] }[key]
  }

  document.addEventListener("keydown", event => {
    const head = event.target.closest?.(HEADS)
    const goal = head && !event.ctrlKey && !event.altKey && !event.metaKey && goalOf(event.key, head)
    if (!goal) return
    event.preventDefault()
    goal.focus()
  })
  document.addEventListener("focusin", ({ target }) => {
    if (target.matches(HEADS)) stopAt(target)
  })

  function start() {
    lit = within = null
    for (const heading of document.querySelectorAll(".sop-tabel thead .sop-lane")) {
      if (!heading.querySelector("button")) addButton(heading)
    }
    for (const lanes of document.querySelectorAll(".sop-tabel thead")) {
      const first = lanes.querySelector(HEADS)
      if (first) stopAt(first)
    }
  }

  start()
  window.document$?.subscribe(start)
}
