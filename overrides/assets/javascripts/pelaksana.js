/*
 * The checklist of a role remembers its ticks in this browser, and nowhere else. Without this script, or
 * where the browser keeps nothing, the boxes still tick; the buttons that clear them show with the script.
 */
"use strict"

import { write } from "./tulisan.js"

{
  const checklist = () => document.querySelector(".sop-tugas-semua")
  /* All pages of one role keep their ticks together, under the address of its first */
  const key = () => `sop-tugas:${new URL(checklist().dataset.tanda, location).pathname}`
  const boxes = part => [...part.querySelectorAll("input[type=checkbox]")]
  const ticked = part => boxes(part).filter(box => box.checked)

  /** The ticks that are remembered; null where nothing can be. */
  function remembered() {
    try {
      return new Set(JSON.parse(localStorage.getItem(key()) ?? "[]"))
    } catch {
      return null
    }
  }

  /** Whether it could be done. */
  function remember(ticks) {
    try {
      if (ticks.length) localStorage.setItem(key(), JSON.stringify(ticks))
      else localStorage.removeItem(key())
      return true
    } catch {
      return false
    }
  }

  /** Say how far each SOP is, and whether the browser remembers; a role without steps has nothing to tick. */
  function tell(list, kept) {
    for (const part of list.querySelectorAll(".sop-tugas-satu")) {
      const done = ticked(part).length
      part.querySelector(".sop-tugas__maju").textContent =
        done ? write(TULISAN.tugas.bertanda, { banyak: done, semua: boxes(part).length }) : ""
    }
    const note = document.querySelector(".sop-tugas__ingat")
    if (note) note.textContent = note.dataset[kept ? "ingat" : "lupa"]
  }

  /** Remember the ticks of this page, and those of the others as they are. */
  function save(list) {
    const here = new Set(boxes(list).map(box => box.value))
    const elsewhere = [...remembered() ?? []].filter(tick => !here.has(tick))
    tell(list, remember([...elsewhere, ...ticked(list).map(box => box.value)]))
  }

  function load(list) {
    const ticks = remembered()
    if (ticks) for (const box of boxes(list)) box.checked = ticks.has(box.value)
    tell(list, ticks !== null)
  }

  function start() {
    const list = checklist()
    if (!list || list.dataset.siap) return
    list.dataset.siap = "ya"
    load(list)
    list.addEventListener("change", () => save(list))
    for (const button of document.querySelectorAll(".sop-kosongkan")) {
      button.hidden = false
      button.addEventListener("click", () => {
        for (const box of boxes(button.closest(".sop-tugas-satu") ?? list)) box.checked = false
        save(list)
      })
    }
  }

  start()
  window.document$?.subscribe(start)

  /* The same page in another window */
  addEventListener("storage", event => {
    if (checklist() && event.key === key()) load(checklist())
  })
}
