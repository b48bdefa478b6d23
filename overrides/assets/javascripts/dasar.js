/*
 * Small helps that pages work without: the search field of the home page, tables that are wider than
 * the page, and links within a page that arrive also on a slow computer.
 */
"use strict"

{
  /** Open Material's search with what was typed so far. */
  function openSearch(text) {
    const toggle = document.querySelector("#__search")
    const query = document.querySelector("[data-md-component='search-query']")
    if (!toggle || !query) return
    if (!toggle.checked) toggle.click()
    query.value = text
    query.focus()
    query.dispatchEvent(new Event("input", { bubbles: true }))
    query.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
  }

  function startSearchField() {
    const form = document.querySelector(".sop-cari")
    if (!form || form.dataset.siap) return
    form.dataset.siap = "ya"
    form.hidden = false
    const field = form.querySelector("input")
    const go = event => {
      event.preventDefault()
      const text = field.value
      field.value = ""
      openSearch(text)
    }
    form.addEventListener("submit", go)
    field.addEventListener("input", go)
    field.addEventListener("click", go)
  }

  /** A table that fits needs no box that scrolls, and its head may stick to the window. */
  const sizes = new ResizeObserver(entries => {
    for (const { target } of entries) arrange(target.closest(".sop-gulir"))
  })

  function arrange(box) {
    const table = box?.querySelector("table")
    if (!table) return
    const fits = table.offsetWidth <= box.offsetWidth + 1
    box.classList.toggle("sop-gulir--muat", fits)
    if (fits) box.removeAttribute("tabindex")
    else box.tabIndex = 0
  }

  /** Milliseconds after which Material has ended what it does with the place of a page. */
  const SETTLED = 250

  /**
   * Arrive at what a link within the page leads to.
   *
   * Material keeps the place of the page in the history, a moment after each scroll. On a slow computer that moment
   * may fall between a click on a link and the jump, and Material then goes back to where the reader came from.
   */
  function arrive({ target }) {
    const link = target.closest?.("a")
    const href = link?.getAttribute("href") ?? link?.getAttribute("xlink:href") ?? ""
    if (!href.startsWith("#") || href.length < 2) return
    setTimeout(() => {
      const goal = named()
      if (goal && location.hash === href && !inSight(goal)) goal.scrollIntoView()
    }, SETTLED)
  }

  document.addEventListener("click", arrive)

  /** What the address names on this page. */
  const named = () => document.getElementById(decodeURIComponent(location.hash.slice(1)))

  function inSight(element) {
    const { top, bottom } = element.getBoundingClientRect()
    return bottom > 0 && top < innerHeight
  }

  let leave = () => {}

  /**
   * Stay at what the address names while the page still grows above it (a diagram is drawn), until the reader moves.
   *
   * Browsers do so by themselves (scroll anchoring), but not all, and not always.
   */
  function stay() {
    leave()
    const goal = named()
    if (!goal) return
    const moving = new AbortController()
    let seen = false
    const look = () => { seen ||= inSight(goal) }
    const growth = new ResizeObserver(() => {
      if (seen && !inSight(goal)) goal.scrollIntoView()
      look()
    })
    leave = () => { moving.abort(); growth.disconnect() }
    growth.observe(document.body)
    addEventListener("scroll", look, { passive: true, signal: moving.signal })
    for (const event of ["wheel", "touchmove", "pointerdown", "keydown"])
      addEventListener(event, leave, { passive: true, signal: moving.signal })
  }

  addEventListener("hashchange", stay)

  function start() {
    startSearchField()
    stay()
    sizes.disconnect()
    for (const box of document.querySelectorAll(".sop-gulir")) {
      sizes.observe(box)
      sizes.observe(box.querySelector("table"))
    }
  }

  start()
  window.document$?.subscribe(start)
}
