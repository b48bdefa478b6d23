/*
 * The sheet of a proposal: asked for at a step, it has the step's number and present words on it, and a button prints
 * it. Without this it is printed as it stands, to be filled in by hand.
 */
"use strict"

{
  const sheet = () => document.getElementById("lembar-usul")

  /** The anchor of the step that was asked for; Material may write the page anew on the way to the sheet. */
  let step = ""

  function write(field, words) {
    const place = sheet().querySelector(`[data-isi="${field}"]`)
    if (place) place.textContent = words
  }

  /** Put the step on the sheet; without one it is about the whole SOP. */
  function fill() {
    const box = step && document.getElementById(`usul-${step}`)
    const title = box ? box.querySelector(".sop-usul-kotak__judul").textContent : ""
    write("langkah", title.replace(/^Usulkan perubahan /, ""))
    write("semula", box ? box.querySelector(".sop-usul-kotak__semula").textContent : "")
  }

  document.addEventListener("click", event => {
    if (event.target.closest?.(".sop-lembar-usul__cetak")) print()
    const link = event.target.closest?.("a")
    if (link?.hash !== "#lembar-usul" || !sheet()) return
    step = link.dataset.langkah ?? ""
    fill()
    link.closest("[popover]")?.hidePopover()
  })

  function start() {
    const button = document.querySelector(".sop-lembar-usul__cetak")
    if (!button) return
    button.hidden = false
    if (location.hash === "#lembar-usul") fill()
  }

  start()
  window.document$?.subscribe(start)
}
