/*
 * What an abbreviation means, where it stands: a bubble at a tap, under the pointer and at the keyboard. The keyboard
 * stops at the first of a kind in each section. Without this there is the title, and a list at the end of the page.
 */
"use strict"

{
  const WORD = "abbr.sop-singkat-kata"
  const GAP = 4
  let shown = null
  let bubble = null

  /** The bubble of this page; Material may have replaced the page that it was on. */
  function theBubble() {
    if (bubble?.isConnected) return bubble
    bubble = document.createElement("div")
    bubble.className = "sop-gelembung"
    bubble.hidden = true
    bubble.setAttribute("aria-hidden", "true") // the word has its meaning as a description, heard once
    bubble.addEventListener("pointerleave", event => {
      if (event.relatedTarget !== shown && document.activeElement !== shown) hide()
    })
    document.body.append(bubble)
    return bubble
  }

  /** The meaning moves from the title, which the browser would show a second time. */
  function meaning(word) {
    if (word.title) {
      word.setAttribute("aria-description", word.title)
      word.removeAttribute("title")
    }
    return word.getAttribute("aria-description")
  }

  function show(word) {
    if (word === shown) return
    const one = theBubble()
    one.textContent = meaning(word)
    one.hidden = false
    shown = word
    place()
  }

  /** Below the word, or above it where there is no room; never beyond the window. */
  function place() {
    const at = shown.getBoundingClientRect()
    const { offsetWidth: width, offsetHeight: height } = bubble
    const below = at.bottom + GAP + height <= innerHeight
    bubble.style.top = `${below ? at.bottom + GAP : at.top - GAP - height}px`
    bubble.style.left = `${Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8))}px`
  }

  function hide() {
    if (bubble) bubble.hidden = true
    shown = null
  }

  const wordAt = target => target?.closest?.(WORD)

  document.addEventListener("pointerover", event => {
    if (event.pointerType === "mouse" && wordAt(event.target)) show(wordAt(event.target))
  })
  document.addEventListener("pointerout", event => {
    if (event.pointerType !== "mouse" || wordAt(event.target) !== shown || !shown) return
    if (event.relatedTarget !== bubble && document.activeElement !== shown) hide()
  })
  document.addEventListener("focusin", event => {
    const word = wordAt(event.target) ?? event.target.querySelector?.(`:scope > ${WORD}`) // in a link
    if (word) show(word)
    else hide()
  })
  document.addEventListener("focusout", event => {
    if (wordAt(event.target) || shown) hide()
  })
  document.addEventListener("click", event => {
    const word = wordAt(event.target)
    if (word?.closest("label")) event.preventDefault() // who asks what a word means ticks nothing
    if (word) show(word)
    else if (event.target !== bubble) hide()
  })
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") hide()
  })
  addEventListener("scroll", () => { if (shown) place() }, { passive: true })

  function start() {
    hide()
    for (const part of document.querySelectorAll(".sop-halaman section, .sop-peringatan, .sop-indeks")) {
      const told = new Set()
      for (const word of part.querySelectorAll(WORD)) {
        if (!told.has(word.textContent) && !word.closest("a, button, summary")) word.tabIndex = 0
        told.add(word.textContent)
      }
    }
  }

  start()
  window.document$?.subscribe(start)
}
