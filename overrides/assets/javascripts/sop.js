/*
 * The page of an SOP: its diagram is folded on phones and stands open where there is room, and a link to what is
 * folded opens it. A diagram is fetched and drawn when it can be seen (diagram.js), so never before it is open.
 * The marks of what an office must confirm are for reviewers: a switch shows them, and this browser remembers it.
 */
"use strict"

{
  /** Where a diagram shows one lane and a half, nobody wants it between the steps and what follows. */
  const NARROW = matchMedia("(max-width: 45em)")
  const FOLDS = "details[data-lipat]"

  function unfold() {
    for (const fold of document.querySelectorAll(`${FOLDS}:not([data-siap])`)) {
      fold.dataset.siap = "ya"
      if (fold.dataset.lipat === "diagram" && !NARROW.matches) fold.open = true
    }
  }

  /** A window that has become wide shows what it no longer offers to open; paper is no window. */
  NARROW.addEventListener("change", () => {
    if (NARROW.matches || matchMedia("print").matches) return
    for (const fold of document.querySelectorAll('details[data-lipat="diagram"]')) fold.open = true
  })

  /** Open what an anchor names: the fold that it is in, or the one below it. */
  function reveal(hash) {
    const goal = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)))
    if (!goal) return
    const fold = goal.closest(FOLDS) ??
      (/^H[2-4]$/.test(goal.tagName) ? goal.parentElement.querySelector(`:scope > ${FOLDS}`) : null)
    if (fold) fold.open = true
  }

  // --- The reviewer's marks ---------------------------------------------------------------------

  /** Where the wish is kept; the head of every page reads it before it is painted (main.html). */
  const KEY = "sop-penelaah"
  const SWITCH = ".sop-penelaah-tombol"
  const reviewing = () => document.documentElement.classList.contains(KEY)

  /** Say on the page what is so; `turned` tells that it has just become so. */
  function tell(turned = false) {
    for (const button of document.querySelectorAll(SWITCH))
      button.setAttribute("aria-pressed", String(reviewing()))
    for (const fold of document.querySelectorAll('details[data-lipat="penelaah"]'))
      if (reviewing() || turned) fold.open = reviewing()
  }

  function review(on) {
    document.documentElement.classList.toggle(KEY, on)
    tell(true)
  }

  /** Where the browser keeps nothing, the wish holds until the page is left. */
  function remember(on) {
    try {
      if (on) localStorage.setItem(KEY, "ya")
      else localStorage.removeItem(KEY)
    } catch {
      /* Nothing to be done */
    }
  }

  /* The same book in another window */
  addEventListener("storage", event => {
    if (event.key === KEY) review(event.newValue !== null)
  })

  document.addEventListener("click", ({ target }) => {
    if (target.closest?.(SWITCH)) {
      review(!reviewing())
      remember(reviewing())
    }
    const { hash, pathname } = target.closest?.("a[href]") ?? {}
    if (hash && pathname === location.pathname) reveal(hash) // also where the address names it already
  })
  addEventListener("hashchange", () => reveal(location.hash))

  function start() {
    unfold()
    tell()
    reveal(location.hash)
  }

  start()
  window.document$?.subscribe(start)
}
