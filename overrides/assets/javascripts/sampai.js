/*
 * Arriving: what an address names (a step, a heading) stands whole under the header, and stays there while fonts,
 * pictures and diagrams come in, until the reader moves.
 *
 * Browsers and Material jump once, when the page is not yet as high as it will be.
 */
"use strict"

{
  /** Pixels between the header and what was arrived at. */
  const GAP = 8

  /** Milliseconds in which others (browser, Material) may still move a page that was just opened. */
  const SETTLING = 3000

  /** Milliseconds after which a move of others has ended. */
  const MOVED = 120

  /** What the address names on this page. */
  function named() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)))
    } catch {
      return null // no address of ours
    }
  }

  /** Where what stays at the top of the window ends: the header, and the head of the table of a row. */
  function headerEnd(goal) {
    const header = document.querySelector(".md-header")
    const end = header ? Math.max(0, header.getBoundingClientRect().bottom) : 0
    const head = goal.closest("table")?.tHead
    const sticks = head && !head.contains(goal) && getComputedStyle(head).position === "sticky"
    return end + (sticks ? head.offsetHeight : 0)
  }

  /** Whether an element can be seen whole, or from its beginning where it is higher than the window. */
  function inPlace(goal) {
    const { top, bottom, height } = goal.getBoundingClientRect()
    const end = headerEnd(goal)
    if (top < end - 1) return false
    return height > innerHeight - end ? top <= end + 2 * GAP : bottom <= innerHeight + 1
  }

  function goTo(goal) {
    goal.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" })
    const { top } = goal.getBoundingClientRect()
    scrollBy({ top: top - headerEnd(goal) - GAP, behavior: "instant" })
  }

  let leave = () => {}

  /** Stay at what the address names, until the reader moves. */
  function stay() {
    leave()
    const goal = named()
    if (!goal) return
    const moving = new AbortController()
    const began = performance.now()
    let timer, placed
    const place = () => {
      if (moving.signal.aborted || !goal.getClientRects().length) return // left, or folded away still
      if (!inPlace(goal)) goTo(goal)
      placed = inPlace(goal)
    }
    const moved = () => {
      clearTimeout(timer)
      if (performance.now() - began < SETTLING) timer = setTimeout(place, MOVED)
      else placed = inPlace(goal) // it may have been the reader, by the scrollbar
    }
    const changed = () => {
      if (placed || performance.now() - began < SETTLING) place()
    }
    const growth = new ResizeObserver(changed)
    const head = new MutationObserver(changed) // the head of a table that fits begins to stick (dasar.js)
    leave = () => {
      moving.abort()
      growth.disconnect()
      head.disconnect()
      clearTimeout(timer)
    }
    addEventListener("scroll", moved, { passive: true, signal: moving.signal })
    for (const event of ["wheel", "touchmove", "pointerdown", "keydown"])
      addEventListener(event, () => leave(), { passive: true, capture: true, signal: moving.signal })
    if (document.readyState !== "complete") addEventListener("load", place, { once: true, signal: moving.signal })
    document.fonts?.ready.then(place)
    place()
    growth.observe(document.body)
    const box = goal.closest(".sop-gulir")
    if (box) head.observe(box, { attributes: true, attributeFilter: ["class"] })
  }

  /** The page that is shown or on its way. */
  let page = location.pathname

  /** Whether the place of the page is taken from the history, and not from the address. */
  let back = false

  /** The place on this page that a link was followed to last. */
  let followed = ""

  /**
   * Leave links within a page to the browser.
   *
   * Material fetches the whole page again at the first of them and puts it in the place of this one, with what was
   * opened, ticked and drawn. It does not touch links that name a window.
   */
  function keepPage({ target, button }) {
    setTimeout(() => { page = location.pathname })
    const link = target.closest?.("a")
    const href = link?.href?.baseVal ?? link?.href // of a drawing, or of the page
    if (button || !href) return
    const { origin, pathname, search, hash } = new URL(href, location.href)
    if (!hash || origin + pathname + search !== location.origin + location.pathname + location.search) return
    followed = hash
    if (typeof link.target !== "string" || link.target) return
    history.replaceState({ x: scrollX, y: scrollY }, "")
    link.target = "_self"
    setTimeout(() => {
      link.removeAttribute("target")
      if (location.hash === hash) stay() // the same link once more changes no address
    })
  }

  /** Nor is a page fetched again by going back and forth within it. Called before Material's listener (main.html). */
  window.sopMundur = function(event) {
    const within = page === location.pathname
    page = location.pathname
    if (!within) return
    event.stopImmediatePropagation()
    back = Boolean(history.state) && location.hash !== followed // Material may have written into the new place
    followed = ""
    if (!back) return
    leave()
    scrollTo({ left: history.state.x, top: history.state.y, behavior: "instant" })
  }

  document.addEventListener("click", keepPage, { capture: true })
  addEventListener("hashchange", () => {
    if (!back) stay()
    back = false
  })
  stay()
  window.document$?.subscribe(() => {
    page = location.pathname
    stay()
  })
}
