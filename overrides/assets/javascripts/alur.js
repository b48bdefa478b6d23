/*
 * The flow in the step table answers: a step that is pointed at or focused shows its arrows and the
 * steps before and after it; a click on a role makes the other lanes step back. Pages work without.
 */
"use strict"

{
  const LIT = ["sop-nyala", "sop-kini", "sop-sebelum", "sop-sesudah", "sop-tabel--nyala"]
  const CHOSEN = ["sop-terkait", "sop-bertugas", "sop-pilih", "sop-tabel--lajur"]
  const table = element => element?.closest(".sop-tabel")
  const row = element => element?.closest?.(".sop-tabel tbody tr[id]")

  /** Remove classes from a table and from all that is in it. */
  function clear(root, names) {
    for (const name of names) {
      root.classList.remove(name)
      for (const element of root.querySelectorAll(`.${name}`)) element.classList.remove(name)
    }
  }

  /** The arrows of a table, each with the symbols at its ends; heads where arrows meet name none. */
  function* arrows(root) {
    for (const head of root.querySelectorAll(".sop-ujung[data-ke]")) {
      const symbol = end => root.querySelector(`[data-s="${head.dataset[end]}"]`)
      yield { id: head.dataset.p, from: symbol("dari"), to: symbol("ke") }
    }
  }

  function mark(root, id, name) {
    for (const piece of root.querySelectorAll(`[data-p="${id}"]`)) piece.classList.add(name)
  }

  // --- A step ---------------------------------------------------------------------------------

  let lit = null

  function light(target) {
    if (target === lit) return
    if (lit) clear(table(lit), LIT)
    lit = target
    if (!target) return
    const root = table(target)
    target.classList.add("sop-kini")
    for (const { id, from, to } of arrows(root)) {
      const [before, after] = [row(from), row(to)]
      if (before !== target && after !== target) continue
      root.classList.add("sop-tabel--nyala")
      mark(root, id, "sop-nyala")
      if (before !== target) before.classList.add("sop-sebelum")
      if (after !== target) after.classList.add("sop-sesudah")
    }
  }

  /** What is focused counts again when the pointer leaves. */
  const focused = () => row(document.activeElement)

  document.addEventListener("pointerover", event => {
    if (event.pointerType === "mouse") light(row(event.target) ?? focused())
  })
  document.addEventListener("focusin", event => light(row(event.target)))
  document.addEventListener("focusout", () => light(null))

  // --- A role -----------------------------------------------------------------------------------

  function choose(button, on) {
    const root = table(button)
    clear(root, CHOSEN)
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
    button.title = `Tonjolkan langkah ${name}`
    button.setAttribute("aria-pressed", "false")
    button.textContent = words
    heading.abbr = words
    heading.replaceChildren(button)
    if (!link) return
    link.className = "sop-lajur__halaman"
    link.textContent = "↗"
    link.title = `Halaman pelaksana ${name}`
    link.setAttribute("aria-label", link.title)
    heading.append(link)
  }

  function start() {
    lit = null
    for (const heading of document.querySelectorAll(".sop-tabel thead .sop-lane")) {
      if (!heading.querySelector("button")) addButton(heading)
    }
  }

  start()
  window.document$?.subscribe(start)
}
